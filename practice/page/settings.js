// A phone's settings: its language, which bots it blocks.

import { choice, el, field } from "./dom.js";
import { avatar } from "./drawing.js";
import { door } from "./door.js";
import { newGroupForm } from "./groups.js";
import { openSheet } from "./sheets.js";
import { fullName, refreshWorld, world } from "./world.js";
import { say } from "./words.js";

const LANGUAGES = [
  ["zh-hans", "简体中文 zh-hans"], ["zh-hant", "繁體中文 zh-hant"], ["en", "English en"], ["yue", "粵語 yue"],
  ["vi", "Tiếng Việt vi"], ["ar", "العربية ar"],
];

export function languageChoice(chosen) {
  const known = [...LANGUAGES];
  if (chosen && !known.some(([code]) => code === chosen)) known.unshift([chosen, chosen]);
  if (!chosen) known.unshift(["", say("noLanguage")]);
  return choice(known, chosen ?? "");
}

export function settingsSheet(phone) {
  const { person } = phone;
  if (!person) return;
  openSheet(phone.screen, say("settings"), (sheet) => {
    const language = languageChoice(person.language_code);
    language.addEventListener("change", () => phone.attempt(async () => {
      const { id, first_name, last_name, username, phone: number } = person;
      const given = Object.entries({ id, first_name, last_name, username, phone: number, language_code: language.value });
      await door.addPerson(Object.fromEntries(given.filter(([, value]) => value)));
      await refreshWorld();
      phone.toast(say("done"));
    }));
    const about = [person.phone, `ID ${person.id}`, person.username && `@${person.username}`].filter(Boolean).join(" · ");
    const row = (id, name, faint, button) => el("div", { class: "member" }, avatar(id, name),
      el("div", { class: "member-words" }, el("bdi", { text: name }), " ", el("bdi", { class: "faint", text: faint })), button);
    sheet.fill(
      row(person.id, fullName(person), about),
      field(say("phoneLanguage"), language),
      world.bots.map((bot) => {
        const entry = phone.chats.find(({ chat }) => chat.id === bot.id);
        // Only a chat that was opened once can be blocked.
        return row(bot.id, fullName(bot), `@${bot.username}`, entry && !entry.unopened && el("button", {
          type: "button", class: `plain tight ${entry.blocked ? "" : "danger"}`, text: say(entry.blocked ? "unblock" : "block"),
          onclick: () => { sheet.close(); phone.block(bot.id, !entry.blocked); },
        }));
      }),
      el("div", { class: "form-end" },
        el("button", { type: "button", class: "plain", text: say("newGroup"), onclick: () => { sheet.close(); newGroupForm(phone.screen, phone.personId, (id) => id && phone.openChat(id)); } }),
        el("button", { type: "button", class: "plain", text: say("openLink"), onclick: () => { sheet.close(); phone.links.form(); } })));
  });
}
