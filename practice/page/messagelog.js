// The scrolling part of an open chat.

import { el, fill, iconButton } from "./dom.js";
import { bubble, serviceWords } from "./messages.js";
import { dayKey, dayWords } from "./moments.js";
import { practiceNow } from "./world.js";
import { say } from "./words.js";

const SHOWN_AT_ONCE = 150;
const NEAR = 80;

export class MessageLog {
  // `chat` answers what is shown: messages(), personId, inGroup, isBot, actions.
  constructor(chat) {
    this.chat = chat;
    this.rows = new Map();
    this.list = el("div", { class: "messages", role: "log", tabindex: 0 });
    this.list.addEventListener("scroll", () => { if (this.atBottom()) this.downButton.hidden = true; }, { passive: true });
    this.downButton = iconButton("down", say("newMessages"), () => this.toBottom(), "round to-bottom");
    this.downButton.hidden = true;
    this.root = el("div", { class: "log-box" }, this.list, this.downButton);
    // What grows or shrinks below must not hide the newest message.
    new ResizeObserver(() => { if (this.staying) this.toBottom(); }).observe(this.list);
    this.clear();
  }

  clear() {
    this.shown = SHOWN_AT_ONCE;
    this.staying = true;
    this.rows.clear();
    fill(this.list);
    this.downButton.hidden = true;
  }

  // Drawn anew in the page's other language.
  words() {
    this.rows.clear();
    this.downButton.setAttribute("aria-label", say("newMessages"));
    this.downButton.title = say("newMessages");
  }

  atBottom() {
    this.staying = this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < NEAR;
    return this.staying;
  }

  toBottom() {
    this.list.scrollTop = this.list.scrollHeight;
    this.staying = true;
    this.downButton.hidden = true;
  }

  // Days, service lines, albums and bubbles, each with a key and a sign: what has not changed keeps its
  // node, so a pressed button, a playing voice or the focus survive news elsewhere in the chat.
  plan() {
    const all = this.chat.messages();
    const shown = all.slice(-this.shown);
    const rows = [];
    if (shown.length < all.length) {
      rows.push({ key: "earlier", sign: "", build: () => el("button", { type: "button", class: "plain earlier", text: say("earlier"), onclick: () => this.showEarlier() }) });
    }
    if (!shown.length) rows.push({ key: "empty", sign: "", build: () => el("p", { class: "service", text: say(this.chat.isBot ? "emptyBot" : "emptyChat") }) });
    const now = practiceNow();
    let day = "";
    for (let index = 0; index < shown.length; index += 1) {
      const message = shown[index];
      const date = dayKey(message.date);
      if (date !== day) {
        day = date;
        rows.push({ key: `day:${date}:${message.message_id}`, sign: dayKey(now), build: () => el("p", { class: "service day", text: dayWords(message.date, now) }) });
      }
      const service = serviceWords(message);
      if (service) {
        rows.push({ key: `service:${message.message_id}`, sign: service, build: () => el("p", { class: "service", dir: "auto", data: { all: message.message_id }, text: service }) });
        continue;
      }
      const part = [message];
      while (message.media_group_id && shown[index + 1]?.media_group_id === message.media_group_id) part.push(shown[index += 1]);
      rows.push({
        key: `message:${message.message_id}`, sign: JSON.stringify(part),
        build: () => bubble(part, { personId: this.chat.personId, group: this.chat.inGroup, actions: this.chat.actions }),
      });
    }
    return rows;
  }

  draw() {
    const stay = this.atBottom();
    const gone = new Set(this.rows.keys());
    let added = false;
    let place = this.list.firstChild;
    for (const { key, sign, build } of this.plan()) {
      gone.delete(key);
      const old = this.rows.get(key);
      if (old && old.sign === sign && old.node.isConnected) {
        if (old.node === place) place = place.nextSibling;
        else this.list.insertBefore(old.node, place);
        continue;
      }
      const node = build();
      if (old) {
        if (place === old.node) place = place.nextSibling;
        this.swap(old.node, node, place);
      } else {
        this.list.insertBefore(node, place);
        added = true;
      }
      this.rows.set(key, { sign, node });
    }
    for (const key of gone) {
      const { node } = this.rows.get(key);
      if (place === node) place = place.nextSibling;
      node.remove();
      this.rows.delete(key);
    }
    // Left from before a change of language: no row knows these nodes any more.
    while (place) {
      const next = place.nextSibling;
      place.remove();
      place = next;
    }
    if (stay) this.toBottom();
    else if (added) this.downButton.hidden = false;
  }

  // An edited message keeps the keyboard's place on it: whoever tabbed to a button stays near it.
  swap(old, node, place) {
    const stops = (from) => [...from.querySelectorAll("button, a")];
    const at = old.contains(document.activeElement) ? stops(old).indexOf(document.activeElement) : -1;
    old.remove();
    this.list.insertBefore(node, place);
    if (at >= 0) (stops(node)[at] || this.list).focus({ preventScroll: true });
  }

  showEarlier() {
    const height = this.list.scrollHeight;
    this.shown += SHOWN_AT_ONCE;
    this.staying = false;
    this.draw();
    this.list.scrollTop = this.list.scrollHeight - height;
    this.list.focus();
  }

  find(id) {
    return [...this.list.children].find((node) => (node.dataset.all || "").split(" ").includes(String(id)));
  }

  // False when the message is not on screen, not even after every message was drawn.
  jump(id) {
    let node = this.find(id);
    if (!node) {
      this.shown = Infinity;
      this.draw();
      node = this.find(id);
    }
    if (!node) return false;
    this.staying = false;
    node.scrollIntoView({ block: "center" });
    node.classList.remove("flash");
    requestAnimationFrame(() => node.classList.add("flash"));
    setTimeout(() => node.classList.remove("flash"), 1600);
    return true;
  }
}
