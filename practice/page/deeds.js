// What can be done with a message: its menu, forwarding, copying, and taps on its inline buttons.

import { el } from "./dom.js";
import { door } from "./door.js";
import { summary } from "./messages.js";
import { alertSheet, listSheet, openSheet } from "./sheets.js";
import { fullName } from "./world.js";
import { say } from "./words.js";

export function messageMenu(phone, messages) {
  const message = messages[0];
  const text = messages.map((one) => one.text ?? one.caption).find(Boolean);
  const own = message.from?.id === phone.personId;
  const chat = phone.chatId;
  const editable = own && messages.find((one) => one.text !== undefined || one.caption);
  listSheet(phone.screen, summary(message).slice(0, 40), [
    { text: say("reply"), act: () => phone.composer.reply(message) },
    text && { text: say("copy"), act: () => copyText(phone, text) },
    { text: say("forwardMessage"), act: () => forward(phone, messages) },
    editable && { text: say("edit"), act: () => phone.composer.edit(editable) },
    own && {
      text: say("delete"), danger: true,
      act: () => phone.attempt(async () => {
        for (const one of messages) if (!one.deleted) await door.remove(phone.personId, chat, one.message_id);
        await phone.refreshView();
      }),
    },
  ]);
}

function forward(phone, messages) {
  const chat = phone.chatId;
  phone.chooseChat(say("forwardTo"), (target) => phone.attempt(async () => {
    for (const one of messages) await door.send(phone.personId, { chat: target, forward: { chat, message_id: one.message_id } });
    phone.toast(say("forwarded"));
    await phone.refresh();
  }));
}

export async function copyText(phone, text) {
  try {
    await navigator.clipboard.writeText(text);
    phone.toast(say("copied"));
  } catch {
    // Without leave to use the clipboard the words can still be marked and copied by hand.
    openSheet(phone.screen, say("copy"), (sheet) => sheet.fill(el("textarea", { rows: 4, readonly: true, value: text, "aria-label": say("copy") })));
  }
}

export async function tapInline(phone, message, button, node) {
  if (button.copy_text) { copyText(phone, button.copy_text.text); return; }
  const address = button.url || button.login_url?.url;
  if (address) { phone.links.follow(address); return; }
  if (button.callback_data === undefined) { phone.toast(say("cannotHere")); return; }
  if (node.getAttribute("aria-busy") === "true") return;
  node.setAttribute("aria-busy", "true");
  try {
    const answer = await door.tap(phone.personId, { chat: phone.chatId, message_id: message.message_id, data: button.callback_data });
    if (!answer.answered) phone.toast(say("noAnswer"));
    else if (answer.text && answer.show_alert) alertSheet(phone.screen, fullName(message.from), answer.text);
    else if (answer.text) phone.toast(answer.text);
    if (answer.url) phone.links.follow(answer.url);
  } catch (error) {
    phone.toast(say("failed", error.message || say("serverAway")));
  } finally {
    node.removeAttribute("aria-busy");
  }
}
