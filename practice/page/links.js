// Links that a phone opens itself: Telegram's own act inside the practice room, numbers are not dialled.

import { el, field } from "./dom.js";
import { door } from "./door.js";
import { safeAddress } from "./richtext.js";
import { alertSheet, formSheet } from "./sheets.js";
import { fullName, refreshWorld, world } from "./world.js";
import { say } from "./words.js";

const HOSTS = new Set(["t.me", "telegram.me", "telegram.dog"]);

export class Links {
  constructor(phone) {
    this.phone = phone;
  }

  // True when the link is dealt with inside the practice room.
  open(url) {
    if (url.protocol === "tel:") {
      this.call(decodeURIComponent(url.pathname));
      return true;
    }
    if (url.protocol === "tg:") {
      this.telegram(url.searchParams.get("domain"), url.searchParams, []);
      return true;
    }
    if (!HOSTS.has(url.hostname.replace(/^www\./, ""))) return false;
    const steps = url.pathname.split("/").filter(Boolean);
    this.telegram(steps[0], url.searchParams, steps);
    return true;
  }

  // The same for an address from a button, where an ordinary page opens beside this one.
  follow(address) {
    const url = safeAddress(address);
    if (!url) this.phone.toast(say("linkBad"));
    else if (!this.open(url)) window.open(url.href, "_blank", "noopener,noreferrer");
  }

  call(number) {
    alertSheet(this.phone.screen, say("callTitle"), `${number}\n${say("callNote")}`,
      () => el("button", { type: "button", class: "plain", text: say("copyNumber"), onclick: () => this.phone.copy(number) }));
  }

  mention(username) {
    this.telegram(username, new URLSearchParams(), []);
  }

  telegram(name, query, steps) {
    const { phone } = this;
    if (name === "c" && steps.length >= 3) {
      const group = world.group(Number(`-100${steps[1]}`));
      if (group?.members.includes(phone.personId)) phone.openChat(group.id).then(() => phone.jump(Number(steps.at(-1))));
      else phone.toast(say("linkUnknown"));
      return;
    }
    if (name === "share") {
      const text = [query.get("text"), query.get("url")].filter(Boolean).join("\n");
      phone.chooseChat(say("forwardTo"), (id) => phone.openChat(id).then(() => phone.composer.write(text)));
      return;
    }
    const bot = name && world.botNamed(name);
    if (!bot) {
      const person = world.people.find((one) => name && one.username?.toLowerCase() === name.toLowerCase());
      phone.toast(person ? fullName(person) : say("linkUnknown"));
    } else if (query.has("startgroup")) this.startGroup(bot, query.get("startgroup"));
    else if (query.has("start")) phone.start(bot, query.get("start"));
    else phone.openChat(bot.id);
  }

  startGroup(bot, payload) {
    const { phone } = this;
    const groups = phone.chats.filter(({ chat }) => world.group(chat.id));
    phone.chooseChat(say("chooseGroup"), (id) => phone.attempt(async () => {
      if (!world.group(id).members.includes(bot.id)) await door.changeMember(id, phone.personId, bot.id, "add");
      if (payload) await door.send(phone.personId, { chat: id, text: `/start@${bot.username} ${payload}` });
      await refreshWorld();
      await phone.openChat(id);
    }), groups);
  }

  form() {
    const input = el("input", { type: "text", required: true, dir: "ltr", autocomplete: "off", placeholder: "https://t.me/…" });
    formSheet(this.phone.screen, say("openLink"), [field(say("openLinkHint"), input)], () => {
      const url = safeAddress(input.value.trim());
      if (!url || !["http:", "https:", "tg:"].includes(url.protocol)) throw new Error(say("linkBad"));
      // After the sheet is gone: what the link opens may be a sheet itself.
      setTimeout(() => { if (!this.open(url)) this.phone.toast(say("linkUnknown")); });
    }, say("open"));
  }
}
