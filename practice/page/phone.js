// One person's phone: the list of chats and the open chat.

import { attachMenu, locationForm, pollForm } from "./attach.js";
import { choice, el, field, fill, icon, iconButton, nameNode } from "./dom.js";
import { avatar } from "./drawing.js";
import { door } from "./door.js";
import { groupSheet, newGroupForm, newTopicForm } from "./groups.js";
import { bubble, serviceWords, styleClass, summary } from "./messages.js";
import { dayKey, dayWords, shortMoment } from "./moments.js";
import { formSheet, alertSheet, listSheet, openSheet } from "./sheets.js";
import { safeAddress } from "./richtext.js";
import { fullName, practiceNow, refreshWorld, world } from "./world.js";
import { say } from "./words.js";

const SHOWN_AT_ONCE = 150;
export const LANGUAGES = [["zh-hans", "简体中文 zh-hans"], ["zh-hant", "繁體中文 zh-hant"], ["en", "English en"], ["yue", "粵語 yue"], ["vi", "Tiếng Việt vi"], ["ar", "العربية ar"], ["", ""]];

export const languageChoice = (chosen) => {
  const known = LANGUAGES.map(([code, words]) => [code, words || say("noLanguage")]);
  if (chosen && !LANGUAGES.some(([code]) => code === chosen)) known.unshift([chosen, chosen]);
  return choice(known, chosen ?? "");
};

// How far a person has read, kept for the tab so that a reload does not bring every badge back.
const marks = {
  key: (person, chat) => `read:${person}:${chat}`,
  get(person, chat) { return Number(sessionStorage.getItem(this.key(person, chat)) || 0); },
  set(person, chat, id) { sessionStorage.setItem(this.key(person, chat), String(id)); },
};

export class Phone {
  constructor(personId, { chosen, closed, counted }) {
    this.personId = personId;
    this.on = { chosen, closed, counted };
    this.chats = [];
    this.chatId = null;
    this.view = null;
    this.unread = new Map();
    this.drafts = new Map();
    this.rows = new Map();
    this.busy = { chats: false, view: false };
    this.again = { chats: false, view: false };
    this.resetChatState();
    this.build();
  }

  get person() { return world.person(this.personId); }
  get entry() { return this.chats.find((one) => one.chat.id === this.chatId); }
  get bot() { return world.bot(this.chatId); }
  get group() { return world.group(this.chatId); }
  get unreadTotal() { return [...this.unread.values()].reduce((sum, count) => sum + count, 0); }

  resetChatState() {
    this.view = null;
    this.thread = "all";
    this.replying = null;
    this.editing = null;
    this.shown = SHOWN_AT_ONCE;
    this.keyboardSign = "";
    this.keyboardOpen = true;
    this.forced = null;
    this.rows.clear();
  }

  // ---- building -------------------------------------------------------------------------------

  build() {
    this.root = el("section", { class: "phone", data: { person: this.personId } });
    this.top = el("div", { class: "phone-top" });
    this.listView = el("div", { class: "list-view" });
    this.chatView = el("div", { class: "chat-view", hidden: true });
    this.toastBox = el("div", { class: "toast", role: "status" });
    this.screen = el("div", { class: "screen" }, this.listView, this.chatView, this.toastBox);
    this.root.append(this.top, this.screen);
    this.chatHead = el("header", { class: "chat-head" });
    this.topicBar = el("div", { class: "topics", role: "group", hidden: true });
    this.pinnedBar = el("div", { class: "pinned", hidden: true });
    this.log = el("div", { class: "messages", role: "log", tabindex: 0 });
    this.log.addEventListener("scroll", () => { if (this.atBottom()) this.downButton.hidden = true; }, { passive: true });
    this.downButton = iconButton("down", say("newMessages"), () => this.toBottom(), "round to-bottom");
    this.downButton.hidden = true;
    this.logBox = el("div", { class: "log-box" }, this.log, this.downButton);
    this.bar = el("div", { class: "reply-bar", hidden: true });
    this.commandList = el("div", { class: "commands", role: "listbox", hidden: true });
    this.composer = el("div", { class: "composer" });
    this.keyboardBox = el("div", { class: "reply-keyboard", hidden: true });
    this.chatView.append(this.chatHead, this.topicBar, this.pinnedBar, this.logBox, this.bar, this.commandList, this.composer, this.keyboardBox);
    this.buildComposer();
    this.words();
  }

  buildComposer() {
    this.input = el("textarea", { rows: 1, dir: "auto", class: "compose", autocomplete: "off" });
    this.input.addEventListener("input", () => { this.grow(); this.drawCommands(); });
    this.input.addEventListener("keydown", (event) => this.typed(event));
    this.menuButton = el("button", { type: "button", class: "menu-button", onclick: () => this.drawCommands(true) });
    this.attachButton = iconButton("clip", say("attach"), () => attachMenu(this.screen, (what) => this.send(what)));
    this.keyboardButton = iconButton("keyboard", say("keyboardHide"), () => { this.keyboardOpen = !this.keyboardOpen; this.drawKeyboard(); });
    this.sendButton = iconButton("send", say("send"), () => this.submit(), "send");
    this.startButton = el("button", { type: "button", class: "start-button", onclick: () => this.startHere() });
    this.composeRow = el("div", { class: "compose-row" }, this.menuButton, this.attachButton, this.input, this.keyboardButton, this.sendButton);
    this.composer.append(this.composeRow, this.startButton);
  }

  // Everything whose words follow the language of the page.
  words() {
    const label = (node, key) => { node.setAttribute("aria-label", say(key)); node.title = say(key); };
    label(this.attachButton, "attach");
    label(this.sendButton, "send");
    label(this.downButton, "newMessages");
    this.topicBar.setAttribute("aria-label", say("topics"));
    this.commandList.setAttribute("aria-label", say("commandMenu"));
    this.input.setAttribute("aria-label", say("messagePlaceholder"));
    fill(this.menuButton, icon("menu"), el("span", { text: say("commandMenu") }));
    this.rows.clear();
    this.drawTop();
    this.drawList();
    if (this.chatId) this.drawChat();
  }

  drawTop() {
    const name = fullName(this.person);
    this.root.setAttribute("aria-label", say("phoneOf", name));
    const picker = choice([...world.people.map((one) => [one.id, fullName(one)]), ["add", say("addPersonOption")]], this.personId, {
      class: "person-picker", "aria-label": say("whoHolds"),
      onchange: (event) => { const { value } = event.target; event.target.value = this.personId; this.on.chosen(this, value); },
    });
    fill(this.top, avatar(this.personId, name), picker, el("span", { class: "language-code", text: this.person?.language_code || "—", title: say("phoneLanguage") }),
      iconButton("gear", say("settings"), () => this.settings()), iconButton("close", say("closePhone"), () => this.on.closed(this)));
  }

  // ---- fresh data ------------------------------------------------------------------------------

  // One request at a time; what happens meanwhile asks for exactly one more.
  async fresh(what, act) {
    if (this.busy[what]) { this.again[what] = true; return; }
    this.busy[what] = true;
    try {
      do {
        this.again[what] = false;
        await act();
      } while (this.again[what]);
    } catch (error) {
      if (world.online) this.toast(say("failed", error.message || say("serverAway")));
    } finally {
      this.busy[what] = false;
    }
  }

  refresh() {
    return Promise.all([this.refreshChats(), this.chatId ? this.refreshView() : null]);
  }

  refreshChats() {
    return this.fresh("chats", async () => {
      const chats = await door.chats(this.personId);
      const known = new Set(chats.map(({ chat }) => chat.id));
      // A bot nobody has written to yet is still there to be opened.
      for (const bot of world.bots) {
        if (!known.has(bot.id)) chats.push({ chat: { id: bot.id, type: "private" }, title: fullName(bot), last: null, blocked: false, commands: [] });
      }
      this.chats = chats;
      await this.countUnread();
      this.drawList();
      if (this.chatId) { this.drawHead(); this.drawComposer(); }
    });
  }

  async countUnread() {
    for (const { chat, last } of this.chats) {
      const read = marks.get(this.personId, chat.id);
      if (!last || chat.id === this.chatId) { this.unread.delete(chat.id); continue; }
      if (last.message_id < read) marks.set(this.personId, chat.id, 0);
      if (last.message_id === read) { this.unread.delete(chat.id); continue; }
      const { messages } = await door.chat(this.personId, chat.id);
      const from = marks.get(this.personId, chat.id);
      const count = messages.filter((one) => one.message_id > from && one.from?.id !== this.personId && !one.deleted).length;
      if (count) this.unread.set(chat.id, count);
      else this.unread.delete(chat.id);
    }
    this.on.counted();
  }

  refreshView() {
    return this.fresh("view", async () => {
      const asked = this.chatId;
      if (asked === null) return;
      const view = await door.chat(this.personId, asked);
      if (asked !== this.chatId) { this.again.view = this.chatId !== null; return; }
      this.view = view;
      const last = view.messages.at(-1);
      if (last) marks.set(this.personId, asked, last.message_id);
      this.drawChat();
    });
  }

  // An event of the world: does it touch this phone, and its open chat?
  heard(event) {
    if (event.type === "resync") { this.refresh(); return; }
    const id = event.chat_id;
    const mine = id === undefined || id === this.personId || (event.person ?? this.personId) === this.personId;
    const inGroup = Boolean(world.group(id)) && world.group(id).members.includes(this.personId);
    if (world.person(id) && id !== this.personId) return;
    if (!mine && !inGroup && event.type !== "chat") return;
    const here = id === this.chatId || id === this.personId;
    if (event.type === "action") { if (here) this.showAction(); return; }
    if (event.type === "callback_answer") return;
    this.refreshChats();
    if (this.chatId !== null && (here || event.type === "chat")) this.refreshView();
  }

  showAction() {
    if (!this.subtitle) return;
    this.subtitle.textContent = say("typing");
    clearTimeout(this.actionTimer);
    this.actionTimer = setTimeout(() => this.drawHead(), 5000);
  }

  // ---- the list of chats -----------------------------------------------------------------------

  drawList() {
    const now = practiceNow();
    const focused = this.listView.contains(document.activeElement) ? document.activeElement.dataset.chat : null;
    fill(this.listView,
      el("header", { class: "list-head" }, el("h2", { text: say("chats") }),
        iconButton("link", say("openLink"), () => this.linkForm()), iconButton("people", say("newGroup"), () => newGroupForm(this.screen, this.personId, (id) => id && this.openChat(id)))),
      el("div", { class: "chat-list" }, this.chats.length ? this.chats.map((entry) => this.chatRow(entry, now)) : el("p", { class: "faint empty", text: say("noChats") })));
    if (focused) this.listView.querySelector(`[data-chat="${focused}"]`)?.focus();
  }

  chatRow({ chat, title, last, blocked }, now) {
    const unread = this.unread.get(chat.id);
    const name = title || fullName(world.bot(chat.id) || chat);
    const who = last && chat.type !== "private" && !serviceWords(last) ? `${last.from?.id === this.personId ? say("me") : fullName(last.from)}：` : "";
    return el("button", { type: "button", class: "chat-row", data: { chat: chat.id }, onclick: () => this.openChat(chat.id) },
      avatar(chat.id, name),
      el("span", { class: "chat-words" },
        el("span", { class: "chat-line" }, nameNode(name, "chat-title"), el("time", { class: "faint", text: last ? shortMoment(last.date, now) : "" })),
        el("span", { class: "chat-line" },
          el("span", { class: `chat-last ${last?.deleted ? "gone" : ""}`, dir: "auto", text: blocked ? say("blocked") : last ? who + summary(last).slice(0, 200) : say("emptyChat") }),
          unread && el("span", { class: "badge", "aria-label": say("unread", unread), text: unread > 99 ? "99+" : unread }))));
  }

  async openChat(id) {
    if (this.chatId !== null) this.drafts.set(this.chatId, this.input.value);
    this.chatId = id;
    this.resetChatState();
    fill(this.log);
    this.listView.hidden = true;
    this.chatView.hidden = false;
    this.root.classList.add("in-chat");
    this.unread.delete(id);
    this.on.counted();
    this.input.value = this.drafts.get(id) || "";
    this.grow();
    this.drawHead();
    this.drawKeyboard();
    this.drawBar();
    this.drawComposer();
    await this.refreshView();
    this.toBottom();
  }

  closeChat() {
    const left = this.chatId;
    this.drafts.set(left, this.input.value);
    this.chatId = null;
    this.view = null;
    this.hideCommands();
    this.chatView.hidden = true;
    this.listView.hidden = false;
    this.root.classList.remove("in-chat");
    this.refreshChats();
    this.drawList();
    this.listView.querySelector(`[data-chat="${left}"]`)?.focus();
  }

  // ---- the open chat ---------------------------------------------------------------------------

  drawChat() {
    this.drawHead();
    if (!this.view) return;
    this.takeForcedReply();
    this.drawTopics();
    this.drawPinned();
    this.drawMessages();
    this.takeKeyboard();
    this.drawBar();
    this.drawComposer();
  }

  get title() {
    return this.entry?.title || fullName(this.bot || this.group || this.view?.chat);
  }

  drawHead() {
    clearTimeout(this.actionTimer);
    const group = this.group;
    const words = group ? say("members", group.members.length) : this.bot ? say("botSubtitle") + (this.entry?.blocked ? ` · ${say("blocked")}` : "") : "";
    const had = this.chatHead.contains(document.activeElement) ? [...this.chatHead.querySelectorAll("button")].indexOf(document.activeElement) : -1;
    this.subtitle = el("span", { class: "faint chat-subtitle", text: words });
    fill(this.chatHead, iconButton("back", say("back"), () => this.closeChat()), avatar(this.chatId, this.title),
      el("div", { class: "chat-name" }, nameNode(this.title, "chat-title"), this.subtitle),
      iconButton("more", group ? say("groupInfo") : say("settings"), () => (group ? this.groupSheet() : this.botMenu())));
    if (had >= 0) this.chatHead.querySelectorAll("button")[had]?.focus();
    this.log.setAttribute("aria-label", this.title);
  }

  groupSheet() {
    groupSheet(this.screen, this.chatId, this.personId, {
      moved: async (id) => { await this.refreshChats(); this.openChat(id); this.toast(say("upgraded")); },
      topic: (id) => { this.thread = id; this.refreshView(); },
    });
  }

  botMenu() {
    const bot = this.bot;
    if (!bot) return;
    const blocked = this.entry?.blocked;
    listSheet(this.screen, fullName(bot), [
      { text: blocked ? say("unblock") : say("block"), danger: !blocked, act: () => this.block(bot.id, !blocked) },
      { text: say("openLink"), act: () => this.linkForm() },
      { text: say("settings"), act: () => this.settings() },
    ]);
  }

  get isForum() { return Boolean(this.group?.is_forum || this.view?.chat?.is_forum); }

  drawTopics() {
    this.topicBar.hidden = !this.isForum;
    if (!this.isForum) return;
    const tab = (thread, name) => el("button", {
      type: "button", class: "topic", "aria-pressed": String(this.thread === thread), data: { thread },
      onclick: () => { this.thread = thread; this.drawChat(); this.toBottom(); this.topicBar.querySelector(`[data-thread="${thread}"]`)?.focus(); },
    }, el("bdi", { text: name }));
    fill(this.topicBar, tab("all", say("allTopics")), tab("general", say("generalTopic")),
      (this.group?.topics || []).map((topic) => tab(topic.message_thread_id, topic.name)),
      el("button", { type: "button", class: "topic", text: `＋ ${say("newTopic")}`, onclick: () => newTopicForm(this.screen, this.chatId, (id) => { this.thread = id; this.refreshView(); }) }));
  }

  drawPinned() {
    const pinned = this.view.pinned?.at(-1);
    this.pinnedBar.hidden = !pinned;
    if (!pinned) return;
    const message = typeof pinned === "number" ? this.message(pinned) : pinned;
    fill(this.pinnedBar, el("button", { type: "button", class: "pinned-button", onclick: () => this.jump(message?.message_id) },
      el("span", { class: "quote-name", text: say("pinned") }), el("span", { class: "quote-text", dir: "auto", text: summary(message) })));
  }

  message(id) { return this.view?.messages.find((one) => one.message_id === id); }

  inThread(message) {
    if (!this.isForum || this.thread === "all") return true;
    const thread = message.message_thread_id ?? message.forum_topic_created?.message_thread_id;
    return this.thread === "general" ? !thread || thread === 1 : thread === this.thread;
  }

  atBottom() { return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 80; }

  toBottom() {
    this.log.scrollTop = this.log.scrollHeight;
    this.downButton.hidden = true;
  }

  // Days, service lines, albums and bubbles, each with a key and a sign: what has not changed keeps its
  // node, so a pressed button, a playing voice or the focus survive news elsewhere in the chat.
  plan() {
    const all = this.view.messages.filter((one) => this.inThread(one));
    const shown = all.slice(-this.shown);
    const rows = [];
    if (shown.length < all.length) rows.push({ key: "earlier", sign: "", build: () => el("button", { type: "button", class: "plain earlier", text: say("earlier"), onclick: () => this.showEarlier() }) });
    if (!shown.length) rows.push({ key: "empty", sign: "", build: () => el("p", { class: "service", text: this.bot ? say("emptyBot") : say("emptyChat") }) });
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
      rows.push({ key: `message:${message.message_id}`, sign: JSON.stringify(part), build: () => bubble(part, { personId: this.personId, group: message.chat?.type !== "private", actions: this.actions() }) });
    }
    return rows;
  }

  drawMessages() {
    const stay = this.atBottom();
    const rows = this.plan();
    const before = new Set(this.rows.keys());
    let added = false;
    let place = this.log.firstChild;
    for (const { key, sign, build } of rows) {
      before.delete(key);
      const old = this.rows.get(key);
      let node = old?.node;
      if (!node || old.sign !== sign) {
        const focus = node?.contains(document.activeElement) ? [...node.querySelectorAll("button, a")].indexOf(document.activeElement) : -1;
        const fresh = build();
        if (node) {
          if (place === node) place = node.nextSibling;
          node.remove();
        } else added = true;
        node = fresh;
        this.rows.set(key, { sign, node });
        this.log.insertBefore(node, place);
        if (focus >= 0) (node.querySelectorAll("button, a")[focus] || this.input).focus({ preventScroll: true });
        continue;
      }
      if (node === place) place = place.nextSibling;
      else this.log.insertBefore(node, place);
    }
    for (const key of before) { this.rows.get(key).node.remove(); this.rows.delete(key); }
    while (place) { const next = place.nextSibling; place.remove(); place = next; }
    if (stay) this.toBottom();
    else if (added) this.downButton.hidden = false;
  }

  showEarlier() {
    const height = this.log.scrollHeight;
    this.shown += SHOWN_AT_ONCE;
    this.drawMessages();
    this.log.scrollTop = this.log.scrollHeight - height;
  }

  jump(id) {
    const find = () => [...this.log.children].find((node) => (node.dataset.all || "").split(" ").includes(String(id)));
    let node = find();
    if (!node && this.message(id)) {
      this.thread = "all";
      this.shown = Infinity;
      this.drawChat();
      node = find();
    }
    if (!node) return;
    node.scrollIntoView({ block: "center" });
    node.classList.remove("flash");
    requestAnimationFrame(() => node.classList.add("flash"));
    setTimeout(() => node.classList.remove("flash"), 1600);
  }

  // ---- what can be done to a message -------------------------------------------------------------

  actions() {
    return {
      link: (url) => this.link(url),
      command: (text) => this.send({ text }),
      mention: (username) => this.mention(username),
      person: (user) => this.toast(fullName(user)),
      jump: (id) => this.jump(id),
      replyTo: (message) => { this.editing = null; this.replying = message; this.drawBar(); this.input.focus(); },
      menu: (messages) => this.messageMenu(messages),
      inline: (message, button, node) => this.inline(message, button, node),
    };
  }

  messageMenu(messages) {
    const message = messages[0];
    const text = messages.map((one) => one.text ?? one.caption).find(Boolean);
    const own = message.from?.id === this.personId;
    listSheet(this.screen, summary(message).slice(0, 40), [
      { text: say("reply"), act: () => this.actions().replyTo(message) },
      text && { text: say("copy"), act: () => this.copy(text) },
      { text: say("forwardMessage"), act: () => this.forwardSheet(messages) },
      own && message.text !== undefined && { text: say("edit"), act: () => this.startEdit(message) },
      own && { text: say("delete"), danger: true, act: () => this.attempt(async () => { for (const one of messages) await door.remove(this.personId, this.chatId, one.message_id); }) },
    ]);
  }

  forwardSheet(messages) {
    const chat = this.chatId;
    this.chooseChat(say("forwardTo"), (target) => this.attempt(async () => {
      for (const one of messages) await door.send(this.personId, { chat: target, forward: { chat, message_id: one.message_id } });
      this.toast(say("forwarded"));
      this.refreshChats();
    }));
  }

  chooseChat(title, act, entries = this.chats) {
    listSheet(this.screen, title, entries.map((one) => ({ text: one.title || fullName(world.bot(one.chat.id) || one.chat), before: avatar(one.chat.id, one.title), act: () => act(one.chat.id) })), say("noChats"));
  }

  startEdit(message) {
    this.replying = null;
    this.editing = message;
    this.input.value = message.text;
    this.grow();
    this.drawBar();
    this.input.focus();
  }

  async inline(message, button, node) {
    if (button.copy_text) { this.copy(button.copy_text.text); return; }
    const address = button.url || button.login_url?.url;
    if (address) {
      const url = safeAddress(address);
      if (!url) this.toast(say("linkBad"));
      else if (!this.link(url)) window.open(url.href, "_blank", "noopener,noreferrer");
      return;
    }
    if (button.callback_data === undefined) { this.toast(say("cannotHere")); return; }
    if (node.getAttribute("aria-busy") === "true") return;
    node.setAttribute("aria-busy", "true");
    try {
      const answer = await door.tap(this.personId, { chat: this.chatId, message_id: message.message_id, data: button.callback_data });
      if (!answer.answered) this.toast(say("noAnswer"));
      else if (answer.text && answer.show_alert) alertSheet(this.screen, fullName(message.from), answer.text);
      else if (answer.text) this.toast(answer.text);
      if (answer.url) { const url = safeAddress(answer.url); if (url && !this.link(url)) window.open(url.href, "_blank", "noopener,noreferrer"); }
    } catch (error) {
      this.toast(say("failed", error.message || say("serverAway")));
    } finally {
      node.removeAttribute("aria-busy");
    }
  }

  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      this.toast(say("copied"));
    } catch {
      // Without leave to use the clipboard the words can still be marked and copied by hand.
      openSheet(this.screen, say("copy"), (sheet) => sheet.fill(el("textarea", { rows: 4, readonly: true, value: text })));
    }
  }

  // ---- links ---------------------------------------------------------------------------------

  // True when the link is dealt with inside the practice room.
  link(url) {
    if (url.protocol === "tel:") { this.call(decodeURIComponent(url.pathname)); return true; }
    if (url.protocol === "tg:") { this.telegram(url.searchParams.get("domain"), url.searchParams, []); return true; }
    if (["t.me", "telegram.me", "telegram.dog"].includes(url.hostname.replace(/^www\./, ""))) {
      const steps = url.pathname.split("/").filter(Boolean);
      this.telegram(steps[0], url.searchParams, steps);
      return true;
    }
    return false;
  }

  call(number) {
    alertSheet(this.screen, say("callTitle"), `${number}\n${say("callNote")}`,
      () => el("button", { type: "button", class: "plain", text: say("copyNumber"), onclick: () => this.copy(number) }));
  }

  telegram(name, query, steps) {
    if (name === "c" && steps.length >= 3) {
      const group = world.group(Number(`-100${steps[1]}`));
      if (group?.members.includes(this.personId)) { this.openChat(group.id).then(() => this.jump(Number(steps.at(-1)))); return; }
    }
    if (name === "share") {
      const text = [query.get("text"), query.get("url")].filter(Boolean).join("\n");
      this.chooseChat(say("forwardTo"), (id) => this.openChat(id).then(() => { this.input.value = text; this.grow(); this.input.focus(); }));
      return;
    }
    const bot = name && world.botNamed(name);
    if (!bot) {
      const person = world.people.find((one) => one.username?.toLowerCase() === name?.toLowerCase());
      this.toast(person ? fullName(person) : say("linkUnknown"));
      return;
    }
    if (query.has("startgroup")) this.startGroup(bot, query.get("startgroup"));
    else if (query.has("start")) this.start(bot, query.get("start"));
    else this.openChat(bot.id);
  }

  startGroup(bot, payload) {
    const groups = this.chats.filter(({ chat }) => world.group(chat.id));
    this.chooseChat(say("chooseGroup"), (id) => this.attempt(async () => {
      if (!world.group(id).members.includes(bot.id)) await door.changeMember(id, this.personId, bot.id, "add");
      if (payload) await door.send(this.personId, { chat: id, text: `/start@${bot.username} ${payload}` });
      await refreshWorld();
      await this.openChat(id);
    }), groups);
  }

  async start(bot, payload) {
    await this.attempt(() => door.start(this.personId, bot.username, payload));
    await this.refreshChats();
    if (this.chatId === bot.id) { await this.refreshView(); this.toBottom(); } else await this.openChat(bot.id);
  }

  startHere() {
    if (this.bot) this.start(this.bot).then(() => this.input.focus({ preventScroll: true }));
  }

  mention(username) {
    const bot = world.botNamed(username);
    if (bot) this.openChat(bot.id);
    else this.telegram(username, new URLSearchParams(), []);
  }

  linkForm() {
    const input = el("input", { type: "text", required: true, dir: "ltr", autocomplete: "off", placeholder: "https://t.me/…" });
    formSheet(this.screen, say("openLink"), [field(say("openLinkHint"), input)], () => {
      const url = safeAddress(input.value.trim());
      if (!url || !["http:", "https:", "tg:"].includes(url.protocol)) throw new Error(say("linkBad"));
      // After the sheet is gone: what the link opens may be a sheet itself.
      setTimeout(() => { if (!this.link(url)) this.toast(say("linkUnknown")); });
    }, say("open"));
  }

  // ---- composing -------------------------------------------------------------------------------

  get canWrite() { return !this.bot || (Boolean(this.view?.messages.length) && !this.entry?.blocked); }

  drawComposer() {
    const write = this.canWrite;
    this.composeRow.hidden = !write;
    this.startButton.hidden = write || !this.view;
    this.startButton.textContent = this.entry?.blocked ? say("restart") : say("start");
    const menu = this.bot && this.commands().length > 0 && (this.entry?.menu_button?.type ?? "commands") !== "web_app";
    this.menuButton.hidden = !menu;
    this.keyboardButton.hidden = !this.keyboardRows().length || this.view?.reply_keyboard?.is_persistent === true;
    const label = say(this.keyboardOpen ? "keyboardHide" : "keyboardShow");
    this.keyboardButton.setAttribute("aria-label", label);
    this.keyboardButton.setAttribute("aria-expanded", String(this.keyboardOpen));
    this.keyboardButton.title = label;
    this.input.placeholder = this.forcedPlaceholder() || this.view?.reply_keyboard?.input_field_placeholder || say("messagePlaceholder");
    this.keyboardBox.hidden = !write || !this.keyboardOpen || !this.keyboardRows().length;
  }

  forcedPlaceholder() {
    return this.replying && this.replying.message_id === this.view?.force_reply ? this.replying.reply_markup?.input_field_placeholder : "";
  }

  grow() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight + 2, 140)}px`;
  }

  commands() { return this.entry?.commands || []; }

  hideCommands() {
    this.commandList.hidden = true;
    this.picked = -1;
  }

  drawCommands(all = false) {
    if (all && !this.commandList.hidden) { this.hideCommands(); return; }
    const typed = this.input.value.match(/^\/([a-z0-9_]*)$/i);
    const fitting = this.commands().filter((one) => all || (typed && one.command.startsWith(typed[1].toLowerCase())));
    if (!fitting.length) { this.hideCommands(); return; }
    this.picked = all ? -1 : 0;
    fill(this.commandList, fitting.map((one) => el("button", {
      type: "button", class: "command-row", role: "option", data: { command: one.command }, onclick: () => this.sendCommand(one.command),
    }, el("span", { class: "command-name", text: `/${one.command}` }), el("bdi", { class: "faint", text: one.description }))));
    this.commandList.hidden = false;
    this.markCommand();
    if (all) this.commandList.firstChild.focus();
  }

  markCommand() {
    [...this.commandList.children].forEach((node, index) => {
      node.setAttribute("aria-selected", String(index === this.picked));
      if (index === this.picked) node.scrollIntoView({ block: "nearest" });
    });
  }

  sendCommand(command) {
    this.hideCommands();
    // In a group with one bot the command names it, as Telegram's apps do.
    const bots = (this.group?.members || []).map((id) => world.bot(id)).filter(Boolean);
    this.input.value = "";
    this.grow();
    this.send({ text: `/${command}${this.group && bots.length === 1 ? `@${bots[0].username}` : ""}` });
    this.input.focus();
  }

  typed(event) {
    // Enter that ends a word being composed in an input method is not a sent message.
    if (event.isComposing || event.keyCode === 229) return;
    const open = !this.commandList.hidden;
    const count = this.commandList.children.length;
    if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      this.picked = (this.picked + (event.key === "ArrowDown" ? 1 : count - 1)) % count;
      this.markCommand();
    } else if (open && event.key === "Enter" && this.picked >= 0) {
      event.preventDefault();
      this.sendCommand(this.commandList.children[this.picked].dataset.command);
    } else if (event.key === "Escape") {
      if (open) this.hideCommands();
      else if (this.replying || this.editing) this.dropBar();
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.submit();
    }
  }

  async submit() {
    const text = this.input.value;
    if (!text.trim()) return;
    const editing = this.editing;
    this.input.value = "";
    this.grow();
    this.hideCommands();
    const done = editing
      ? await this.attempt(async () => { await door.edit(this.personId, this.chatId, editing.message_id, text); this.dropBar(); this.refreshView(); })
      : await this.send({ text });
    // What could not be sent is not lost.
    if (!done && !this.input.value) { this.input.value = text; this.grow(); }
  }

  async send(what) {
    const body = { chat: this.chatId, ...what };
    if (this.replying) body.reply_to = this.replying.message_id;
    if (this.isForum && typeof this.thread === "number") body.thread = this.thread;
    return this.attempt(async () => {
      await door.send(this.personId, body);
      if (body.reply_to) this.dropBar();
      await this.refreshView();
      this.toBottom();
    });
  }

  async attempt(act) {
    try {
      await act();
      return true;
    } catch (error) {
      this.toast(say("failed", error.message || say("serverAway")));
      return false;
    }
  }

  takeForcedReply() {
    const id = this.view.force_reply;
    if (!id) { this.forced = null; return; }
    if (this.forced === id) return;
    this.forced = id;
    this.editing = null;
    this.replying = this.message(id) || null;
  }

  dropBar() {
    if (this.editing) { this.input.value = ""; this.grow(); }
    this.replying = null;
    this.editing = null;
    this.drawBar();
    this.drawComposer();
  }

  drawBar() {
    const about = this.editing || this.replying;
    this.bar.hidden = !about;
    if (!about) return;
    fill(this.bar, el("div", { class: "bar-words" },
      el("bdi", { class: "quote-name", text: this.editing ? say("editing") : say("replyTo", fullName(about.from)) }),
      el("span", { class: "quote-text", dir: "auto", text: summary(about) })),
    iconButton("close", say("cancel"), () => { this.dropBar(); this.input.focus(); }));
  }

  // ---- reply keyboards -------------------------------------------------------------------------

  keyboardRows() { return this.view?.reply_keyboard?.keyboard || []; }

  takeKeyboard() {
    const sign = JSON.stringify(this.view?.reply_keyboard ?? null);
    if (sign === this.keyboardSign) return;
    this.keyboardSign = sign;
    this.keyboardOpen = true;
    this.drawKeyboard();
  }

  drawKeyboard() {
    const stay = this.atBottom();
    const markup = this.view?.reply_keyboard;
    this.keyboardBox.classList.toggle("tall", Boolean(markup) && !markup.resize_keyboard);
    fill(this.keyboardBox, this.keyboardRows().map((row) => el("div", { class: "key-row" }, row.map((raw) => {
      const button = typeof raw === "string" ? { text: raw } : raw;
      const mark = button.request_contact ? icon("contact") : button.request_location ? icon("pin") : null;
      return el("button", { type: "button", class: `reply-key ${styleClass(button)}`, onclick: () => this.pressed(button) }, mark, el("span", { class: "key-text", dir: "auto", text: button.text }));
    }))));
    this.drawComposer();
    if (stay) this.toBottom();
  }

  pressed(button) {
    const used = async (what) => {
      const done = await this.send(what);
      if (done && this.view?.reply_keyboard?.one_time_keyboard) { this.keyboardOpen = false; this.drawKeyboard(); }
      if (!done) throw new Error(say("serverAway"));
    };
    if (button.request_contact) {
      formSheet(this.screen, say("contact"), [el("p", {}, say("shareContact"), " ", el("bdi", { class: "faint", text: this.person?.phone || "" }))], () => used({ contact: "own" }), say("share"));
    } else if (button.request_location) locationForm(this.screen, used);
    else if (button.request_poll) pollForm(this.screen, used);
    else if (button.web_app || button.request_users || button.request_chat) this.toast(say("cannotHere"));
    else used({ text: button.text }).catch(() => {});
  }

  // ---- settings --------------------------------------------------------------------------------

  async block(bot, blocked) {
    await this.attempt(async () => { await door.block(this.personId, bot, blocked); await this.refresh(); });
  }

  settings() {
    const person = this.person;
    if (!person) return;
    openSheet(this.screen, say("settings"), (sheet) => {
      const language = languageChoice(person.language_code);
      language.addEventListener("change", () => this.attempt(async () => {
        const { id, first_name, last_name, username, phone } = person;
        await door.addPerson({ id, first_name, last_name, username, phone, language_code: language.value || null });
        await refreshWorld();
        this.toast(say("done"));
      }));
      sheet.fill(
        el("div", { class: "member" }, avatar(person.id, fullName(person)),
          el("div", { class: "member-words" }, el("bdi", { text: fullName(person) }),
            el("span", { class: "faint", text: ` ${person.phone || ""} · ID ${person.id}${person.username ? ` · @${person.username}` : ""}` }))),
        field(say("phoneLanguage"), language),
        world.bots.map((bot) => {
          const blocked = this.chats.find(({ chat }) => chat.id === bot.id)?.blocked;
          return el("div", { class: "member" }, avatar(bot.id, fullName(bot)),
            el("div", { class: "member-words" }, el("bdi", { text: fullName(bot) }), el("span", { class: "faint", text: ` @${bot.username}` })),
            el("button", { type: "button", class: `plain tight ${blocked ? "" : "danger"}`, text: blocked ? say("unblock") : say("block"), onclick: () => { sheet.close(); this.block(bot.id, !blocked); } }));
        }),
        el("div", { class: "form-end" },
          el("button", { type: "button", class: "plain", text: say("newGroup"), onclick: () => { sheet.close(); newGroupForm(this.screen, this.personId, (id) => id && this.openChat(id)); } }),
          el("button", { type: "button", class: "plain", text: say("openLink"), onclick: () => { sheet.close(); this.linkForm(); } })));
    });
  }

  // ---- small words -------------------------------------------------------------------------------

  toast(text) {
    clearTimeout(this.toastTimer);
    fill(this.toastBox, el("div", { class: "toast-words", dir: "auto", text }));
    this.toastTimer = setTimeout(() => fill(this.toastBox), Math.min(8000, 2600 + text.length * 60));
  }
}
