// The lower part of an open chat: the reply bar, the list of commands, the line to write in, the reply keyboard.

import { attachMenu, locationForm, pollForm } from "./attach.js";
import { el, fill, icon, iconButton } from "./dom.js";
import { styleClass, summary } from "./messages.js";
import { formSheet } from "./sheets.js";
import { fullName } from "./world.js";
import { say } from "./words.js";

const TALLEST = 140;

export class Composer {
  // `chat` answers: screen, view, entry, person, bot, bots, canWrite, send(what), editText(message, text), start(), toast(text).
  constructor(chat) {
    this.chat = chat;
    this.drafts = new Map();
    this.bar = el("div", { class: "reply-bar", hidden: true });
    this.commandList = el("div", { class: "commands", role: "listbox", hidden: true });
    this.input = el("textarea", { rows: 1, dir: "auto", class: "compose", autocomplete: "off" });
    this.input.addEventListener("input", () => { this.grow(); this.drawCommands(); });
    this.input.addEventListener("keydown", (event) => this.typed(event));
    this.menuButton = el("button", { type: "button", class: "menu-button", onclick: () => this.drawCommands(true) });
    this.attachButton = iconButton("clip", say("attach"), () => attachMenu(chat.screen, (what) => this.deliver(what)));
    this.keyboardButton = iconButton("keyboard", say("keyboardHide"), () => { this.keyboardOpen = !this.keyboardOpen; this.draw(); });
    this.sendButton = iconButton("send", say("send"), () => this.submit(), "send");
    this.startButton = el("button", { type: "button", class: "start-button", onclick: () => chat.start() });
    this.row = el("div", { class: "compose-row" }, this.menuButton, this.attachButton, this.input, this.keyboardButton, this.sendButton);
    this.keyboard = el("div", { class: "reply-keyboard", role: "group", hidden: true });
    this.root = el("div", { class: "lower" }, this.bar, this.commandList, el("div", { class: "composer" }, this.row, this.startButton), this.keyboard);
    this.commandList.addEventListener("keydown", (event) => this.walkCommands(event));
    this.clear();
  }

  clear() {
    this.replying = null;
    this.editing = null;
    this.forced = null;
    this.keyboardSign = "";
    this.keyboardOpen = true;
    this.hideCommands();
  }

  words() {
    const label = (node, key) => { node.setAttribute("aria-label", say(key)); node.title = say(key); };
    label(this.attachButton, "attach");
    label(this.sendButton, "send");
    this.commandList.setAttribute("aria-label", say("commandMenu"));
    this.keyboard.setAttribute("aria-label", say("replyKeyboard"));
    this.input.setAttribute("aria-label", say("messagePlaceholder"));
    fill(this.menuButton, icon("menu"), el("span", { text: say("commandMenu") }));
  }

  keep(chatId) { this.drafts.set(chatId, this.editing ? "" : this.input.value); }

  recall(chatId) {
    this.input.value = this.drafts.get(chatId) || "";
    this.grow();
  }

  write(text) {
    this.input.value = text;
    this.grow();
    this.input.focus();
  }

  // What the newest state of the chat changes here.
  refresh() {
    const { view } = this.chat;
    const forced = view?.force_reply ?? null;
    if (forced && forced !== this.forced) {
      this.editing = null;
      this.replying = view.messages.find((one) => one.message_id === forced) || null;
    } else if (!forced && this.forced && this.replying?.message_id === this.forced) this.replying = null;
    this.forced = forced;
    const sign = JSON.stringify(view?.reply_keyboard ?? null);
    if (sign !== this.keyboardSign) {
      this.keyboardSign = sign;
      this.keyboardOpen = true;
      this.drawKeys();
    }
    this.drawBar();
    this.draw();
  }

  draw() {
    const { view, entry, bot, canWrite } = this.chat;
    const markup = view?.reply_keyboard;
    const rows = this.keyRows();
    this.row.hidden = !canWrite;
    this.startButton.hidden = canWrite || !view;
    this.startButton.textContent = entry?.blocked ? say("restart") : say("start");
    this.menuButton.hidden = !bot || !this.commands().length || entry?.menu_button?.type === "web_app";
    this.keyboardButton.hidden = !rows.length || markup?.is_persistent === true;
    const label = say(this.keyboardOpen ? "keyboardHide" : "keyboardShow");
    this.keyboardButton.setAttribute("aria-label", label);
    this.keyboardButton.setAttribute("aria-expanded", String(this.keyboardOpen));
    this.keyboardButton.title = label;
    this.input.placeholder = view?.placeholder || markup?.input_field_placeholder || say("messagePlaceholder");
    this.keyboard.hidden = !canWrite || !this.keyboardOpen || !rows.length;
  }

  // ---- writing -----------------------------------------------------------------------------------

  grow() {
    this.input.style.height = "auto";
    if (this.input.value) this.input.style.height = `${Math.min(this.input.scrollHeight + 2, TALLEST)}px`;
  }

  typed(event) {
    // Enter that ends a word being composed in an input method is not a sent message.
    if (event.isComposing || event.keyCode === 229) return;
    if (!this.commandList.hidden && this.walkCommands(event)) return;
    if (event.key === "Escape" && (this.replying || this.editing)) this.dropBar();
    else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.submit();
    }
  }

  async submit() {
    const text = this.input.value;
    if (!text.trim()) return;
    const { editing } = this;
    this.input.value = "";
    this.grow();
    this.hideCommands();
    const done = editing ? await this.chat.editText(editing, text) : await this.deliver({ text });
    if (done && editing) this.dropBar();
    // What could not be sent is not lost.
    if (!done && !this.input.value) this.write(text);
  }

  async deliver(what) {
    const answered = this.replying?.message_id;
    const done = await this.chat.send(answered ? { ...what, reply_to: answered } : what);
    if (done && answered) this.dropBar();
    return done;
  }

  reply(message) {
    if (this.editing) this.write("");
    this.editing = null;
    this.replying = message;
    this.drawBar();
    this.input.focus();
  }

  edit(message) {
    this.replying = null;
    this.editing = message;
    this.drawBar();
    this.write(message.text ?? message.caption);
  }

  dropBar() {
    if (this.editing) { this.input.value = ""; this.grow(); }
    this.replying = null;
    this.editing = null;
    this.drawBar();
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

  // ---- commands ----------------------------------------------------------------------------------

  commands() { return this.chat.entry?.commands || []; }

  hideCommands() {
    this.commandList.hidden = true;
    this.picked = -1;
  }

  drawCommands(all = false) {
    if (all && !this.commandList.hidden) { this.hideCommands(); return; }
    const typed = this.input.value.match(/^\/([a-z0-9_]*)$/i);
    const fitting = this.commands().filter((one) => all || (typed && one.command.startsWith(typed[1].toLowerCase())));
    if (!fitting.length) { this.hideCommands(); return; }
    this.picked = 0;
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
      if (index !== this.picked) return;
      node.scrollIntoView({ block: "nearest" });
      if (this.commandList.contains(document.activeElement)) node.focus();
    });
  }

  // True when the key was meant for the list of commands.
  walkCommands(event) {
    const rows = [...this.commandList.children];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      this.picked = (this.picked + (event.key === "ArrowDown" ? 1 : rows.length - 1)) % rows.length;
      this.markCommand();
    } else if (event.key === "Enter" && !event.shiftKey) this.sendCommand(rows[this.picked].dataset.command);
    else if (event.key === "Escape") {
      this.hideCommands();
      this.input.focus();
    } else return false;
    event.preventDefault();
    return true;
  }

  sendCommand(command) {
    this.hideCommands();
    // In a group with one bot the command names it, as Telegram's apps do.
    const { bot, bots } = this.chat;
    this.write("");
    this.deliver({ text: `/${command}${!bot && bots.length === 1 ? `@${bots[0].username}` : ""}` });
  }

  // ---- the reply keyboard --------------------------------------------------------------------------

  keyRows() { return this.chat.view?.reply_keyboard?.keyboard || []; }

  drawKeys() {
    const markup = this.chat.view?.reply_keyboard;
    this.keyboard.classList.toggle("tall", Boolean(markup) && !markup.resize_keyboard);
    fill(this.keyboard, this.keyRows().map((row) => el("div", { class: "key-row" }, row.map((raw) => {
      const button = typeof raw === "string" ? { text: raw } : raw;
      const mark = button.request_contact ? icon("contact") : button.request_location ? icon("pin") : null;
      return el("button", { type: "button", class: `reply-key ${styleClass(button)}`, onclick: () => this.pressed(button) },
        mark, el("span", { class: "key-text", dir: "auto", text: button.text }));
    }))));
  }

  pressed(button) {
    const { screen, person } = this.chat;
    const once = this.chat.view?.reply_keyboard?.one_time_keyboard;
    const used = async (what) => {
      const done = await this.deliver(what);
      if (done && once) { this.keyboardOpen = false; this.draw(); }
    };
    if (button.request_contact) {
      formSheet(screen, say("contact"), [el("p", {}, say("shareContact"), " ", el("bdi", { class: "faint", text: person?.phone || "" }))], () => used({ contact: "own" }), say("share"));
    } else if (button.request_location) locationForm(screen, used);
    else if (button.request_poll) pollForm(screen, used);
    else if (button.web_app || button.request_users || button.request_chat) this.chat.toast(say("cannotHere"));
    else used({ text: button.text });
  }
}
