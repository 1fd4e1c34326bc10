// One person's phone: the list of chats and the open chat.

import { Composer } from "./composer.js";
import { copyText, messageMenu, tapInline } from "./deeds.js";
import { choice, el, fill, iconButton, nameNode } from "./dom.js";
import { avatar } from "./drawing.js";
import { door } from "./door.js";
import { groupSheet, newGroupForm, newTopicForm } from "./groups.js";
import { Links } from "./links.js";
import { MessageLog } from "./messagelog.js";
import { serviceWords, summary } from "./messages.js";
import { shortMoment } from "./moments.js";
import { settingsSheet } from "./settings.js";
import { listSheet } from "./sheets.js";
import { fullName, practiceNow, world } from "./world.js";
import { say } from "./words.js";

// A picker of a whole town would be slower to open than to search: the rest is reached by `?people=`.
const MOST_PICKED = 200;

// How far a person has read, kept for the tab so that a reload does not bring every badge back.
const readMark = {
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
    this.thread = "all";
    this.unread = new Map();
    this.running = new Map();
    this.again = new Set();
    this.links = new Links(this);
    this.build();
  }

  get person() { return world.person(this.personId); }
  get entry() { return this.chats.find((one) => one.chat.id === this.chatId); }
  get bot() { return world.bot(this.chatId); }
  get group() { return world.group(this.chatId); }
  get bots() { return (this.group?.members || []).map((id) => world.bot(id)).filter(Boolean); }
  get isForum() { return Boolean(this.group?.is_forum || this.view?.chat?.is_forum); }
  get title() { return this.entry?.title || fullName(this.bot || this.group || this.view?.chat); }
  get unreadTotal() { return [...this.unread.values()].reduce((sum, count) => sum + count, 0); }
  get canWrite() { return !this.bot || (Boolean(this.view?.messages.length) && !this.entry?.blocked); }

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
    const phone = this;
    this.log = new MessageLog({
      personId: this.personId,
      messages: () => this.view.messages.filter((one) => this.inThread(one)),
      actions: {
        link: (url) => this.links.open(url),
        command: (text) => this.composer.deliver({ text }),
        mention: (username) => this.links.mention(username),
        person: (user) => this.toast(fullName(user)),
        jump: (id) => this.jump(id),
        replyTo: (message) => this.composer.reply(message),
        menu: (messages) => messageMenu(this, messages),
        inline: (message, button, node) => tapInline(this, message, button, node),
      },
      get inGroup() { return !phone.bot; },
      get isBot() { return Boolean(phone.bot); },
    });
    this.composer = new Composer(this);
    this.chatView.append(this.chatHead, this.topicBar, this.pinnedBar, this.log.root, this.composer.root);
    this.words();
  }

  // Everything whose words follow the language of the page.
  words() {
    this.topicBar.setAttribute("aria-label", say("topics"));
    this.composer.words();
    this.log.words();
    this.drawTop();
    this.drawList();
    if (this.chatId !== null) this.drawChat();
  }

  drawTop() {
    const name = fullName(this.person);
    this.root.setAttribute("aria-label", say("phoneOf", name));
    const people = world.people.slice(0, MOST_PICKED);
    if (this.person && !people.includes(this.person)) people.unshift(this.person);
    const picker = choice([...people.map((one) => [one.id, fullName(one)]), ["add", say("addPersonOption")]], this.personId, {
      class: "person-picker", "aria-label": say("whoHolds"),
      onchange: (event) => { const { value } = event.target; event.target.value = this.personId; this.on.chosen(this, value); },
    });
    fill(this.top, avatar(this.personId, name), picker, el("span", { class: "language-code", text: this.person?.language_code || "—", title: say("phoneLanguage") }),
      iconButton("gear", say("settings"), () => this.settings()), iconButton("close", say("closePhone"), () => this.on.closed(this)));
  }

  // ---- fresh data ------------------------------------------------------------------------------

  // One request at a time; what happens meanwhile asks for exactly one more, and everybody waits for that one.
  fresh(what, act) {
    if (this.running.has(what)) this.again.add(what);
    else this.running.set(what, this.run(what, act));
    return this.running.get(what);
  }

  async run(what, act) {
    try {
      do {
        this.again.delete(what);
        await act();
      } while (this.again.has(what));
    } catch (error) {
      if (world.online) this.toast(say("failed", error.message || say("serverAway")));
    } finally {
      this.running.delete(what);
    }
  }

  refresh() {
    return Promise.all([this.refreshChats(), this.refreshView()]);
  }

  refreshChats() {
    return this.fresh("chats", async () => {
      const chats = await door.chats(this.personId);
      const known = new Set(chats.map(({ chat }) => chat.id));
      // A bot nobody has opened yet is still there to be found.
      for (const bot of world.bots) {
        if (!known.has(bot.id)) chats.push({ chat: { id: bot.id, type: "private" }, title: fullName(bot), last: null, blocked: false, commands: [], unopened: true });
      }
      const wasUnopened = this.entry?.unopened;
      this.chats = chats;
      // The bot's chat exists from the first /start on; until then there was nothing to read.
      if (wasUnopened && this.entry && !this.entry.unopened) this.refreshView();
      // Left, removed, or the group has moved to another id.
      if (this.chatId !== null && !this.entry) { this.closeChat(); return; }
      await this.countUnread();
      this.drawList();
      if (this.chatId !== null) {
        this.drawHead();
        this.composer.draw();
      }
    });
  }

  async countUnread() {
    for (const { chat, last } of this.chats) {
      const read = readMark.get(this.personId, chat.id);
      if (last && last.message_id < read) readMark.set(this.personId, chat.id, 0);
      if (!last || chat.id === this.chatId || last.message_id === read) { this.unread.delete(chat.id); continue; }
      const { messages } = await door.chat(this.personId, chat.id);
      const from = readMark.get(this.personId, chat.id);
      const count = messages.filter((one) => one.message_id > from && one.from?.id !== this.personId && !one.deleted).length;
      if (count && chat.id !== this.chatId) this.unread.set(chat.id, count);
      else this.unread.delete(chat.id);
    }
    this.on.counted();
  }

  async refreshView() {
    if (this.chatId === null) return;
    await this.fresh("view", async () => {
      const asked = this.chatId;
      if (asked === null) return;
      const view = this.entry?.unopened ? { chat: this.entry.chat, messages: [] } : await door.chat(this.personId, asked);
      if (asked !== this.chatId) { this.again.add("view"); return; }
      this.view = view;
      const last = view.messages.at(-1);
      if (last) readMark.set(this.personId, asked, last.message_id);
      this.drawChat();
    });
  }

  // An event of the world: does it touch this phone, and its open chat?
  heard(event) {
    if (event.type === "resync") { this.refresh(); return; }
    if (event.person !== undefined && event.person !== this.personId) return;
    const here = (event.bot ?? event.chat_id) === this.chatId;
    if (event.bot === undefined && event.chat_id !== undefined && !here && !world.group(event.chat_id)?.members.includes(this.personId) && event.type !== "chat") return;
    if (event.type === "action") { if (here) this.showAction(); return; }
    if (event.type === "callback_answer") return;
    if (here && event.migrate_to_chat_id) { this.openChat(event.migrate_to_chat_id).then(() => this.toast(say("upgraded"))); return; }
    this.refreshChats();
    if (here || event.type === "chat") this.refreshView();
  }

  showAction() {
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
        iconButton("link", say("openLink"), () => this.links.form()),
        iconButton("people", say("newGroup"), () => newGroupForm(this.screen, this.personId, (id) => id && this.openChat(id)))),
      el("div", { class: "chat-list" }, this.chats.length ? this.chats.map((entry) => this.chatRow(entry, now)) : el("p", { class: "faint empty", text: say("noChats") })));
    if (focused) this.listView.querySelector(`[data-chat="${focused}"]`)?.focus();
  }

  chatRow({ chat, title, last, blocked }, now) {
    const unread = this.unread.get(chat.id);
    const who = last && chat.type !== "private" && !serviceWords(last) ? `${last.from?.id === this.personId ? say("me") : fullName(last.from)}：` : "";
    return el("button", { type: "button", class: "chat-row", data: { chat: chat.id }, onclick: () => this.openChat(chat.id) },
      avatar(chat.id, title),
      el("span", { class: "chat-words" },
        el("span", { class: "chat-line" }, nameNode(title, "chat-title"), el("time", { class: "faint", text: last ? shortMoment(last.date, now) : "" })),
        el("span", { class: "chat-line" },
          el("span", { class: "chat-last", dir: "auto", text: blocked ? say("blocked") : last ? who + summary(last).slice(0, 200) : say("emptyChat") }),
          unread && el("span", { class: "badge", "aria-label": say("unread", unread), text: unread > 99 ? "99+" : unread }))));
  }

  async openChat(id) {
    if (this.chatId !== null) this.composer.keep(this.chatId);
    this.chatId = id;
    this.view = null;
    this.thread = "all";
    this.composer.clear();
    this.log.clear();
    this.listView.hidden = true;
    this.chatView.hidden = false;
    this.unread.delete(id);
    this.on.counted();
    this.composer.recall(id);
    this.composer.refresh();
    this.drawHead();
    if (!this.entry) await this.refreshChats();
    await this.refreshView();
    this.log.toBottom();
  }

  closeChat() {
    const left = this.chatId;
    this.composer.keep(left);
    this.chatId = null;
    this.view = null;
    this.composer.clear();
    this.chatView.hidden = true;
    this.listView.hidden = false;
    this.refreshChats();
    this.drawList();
    this.listView.querySelector(`[data-chat="${left}"]`)?.focus();
  }

  // ---- the open chat ---------------------------------------------------------------------------

  drawChat() {
    this.drawHead();
    if (!this.view) return;
    this.drawTopics();
    this.drawPinned();
    this.log.draw();
    this.composer.refresh();
  }

  drawHead() {
    clearTimeout(this.actionTimer);
    const { group } = this;
    const words = group ? say("members", group.members.length) : this.bot ? say("botSubtitle") + (this.entry?.blocked ? ` · ${say("blocked")}` : "") : "";
    const had = [...this.chatHead.querySelectorAll("button")].indexOf(document.activeElement);
    this.subtitle = el("span", { class: "faint chat-subtitle", text: words });
    fill(this.chatHead, iconButton("back", say("back"), () => this.closeChat()), avatar(this.chatId, this.title),
      el("div", { class: "chat-name" }, nameNode(this.title, "chat-title"), this.subtitle),
      iconButton("more", group ? say("groupInfo") : say("settings"), () => (group ? this.groupSheet() : this.settings())));
    if (had >= 0) this.chatHead.querySelectorAll("button")[had]?.focus();
    this.log.list.setAttribute("aria-label", this.title);
  }

  groupSheet() {
    groupSheet(this.screen, this.chatId, this.personId, {
      moved: (id) => this.openChat(id),
      topic: (id) => { this.thread = id; this.refreshView(); },
    });
  }

  drawTopics() {
    this.topicBar.hidden = !this.isForum;
    if (!this.isForum) return;
    const had = this.topicBar.contains(document.activeElement);
    const tab = (thread, name) => el("button", {
      type: "button", class: "topic", "aria-pressed": String(this.thread === thread), data: { thread },
      onclick: () => { this.thread = thread; this.drawChat(); this.log.toBottom(); },
    }, el("bdi", { text: name }));
    fill(this.topicBar, tab("all", say("allTopics")), tab("general", say("generalTopic")),
      (this.view.topics || this.group?.topics || []).map((topic) => tab(topic.message_thread_id, topic.name)),
      el("button", { type: "button", class: "topic", text: `＋ ${say("newTopic")}`, onclick: () => newTopicForm(this.screen, this.chatId, (id) => { this.thread = id; this.refreshView(); }) }));
    if (had) this.topicBar.querySelector("[aria-pressed=true]")?.focus();
  }

  inThread(message) {
    if (!this.isForum || this.thread === "all") return true;
    const thread = message.is_topic_message || message.forum_topic_created ? message.message_thread_id ?? message.message_id : undefined;
    return this.thread === "general" ? thread === undefined : thread === this.thread;
  }

  drawPinned() {
    const pinned = this.view.pinned?.at(-1);
    this.pinnedBar.hidden = !pinned;
    if (!pinned) return;
    fill(this.pinnedBar, el("button", { type: "button", class: "pinned-button", onclick: () => this.jump(pinned.message_id) },
      el("span", { class: "quote-name", text: say("pinned") }), el("span", { class: "quote-text", dir: "auto", text: summary(pinned) })));
  }

  jump(id) {
    if (this.thread !== "all" && !this.log.find(id)) { this.thread = "all"; this.drawChat(); }
    this.log.jump(id);
  }

  chooseChat(title, act, entries = this.chats) {
    listSheet(this.screen, title, entries.filter((one) => !one.unopened).map((one) => ({ text: one.title, before: avatar(one.chat.id, one.title), act: () => act(one.chat.id) })), say("noChats"));
  }

  // ---- deeds -----------------------------------------------------------------------------------

  async attempt(act) {
    try {
      await act();
      return true;
    } catch (error) {
      this.toast(say("failed", error.message || say("serverAway")));
      return false;
    }
  }

  send(what) {
    const body = { chat: this.chatId, ...what };
    if (this.isForum && typeof this.thread === "number") body.thread = this.thread;
    return this.attempt(async () => {
      await door.send(this.personId, body);
      await this.refreshView();
      this.log.toBottom();
    });
  }

  editText(message, text) {
    return this.attempt(async () => {
      await door.edit(this.personId, this.chatId, message.message_id, text);
      await this.refreshView();
    });
  }

  async start(bot = this.bot, payload = undefined) {
    await this.attempt(() => door.start(this.personId, bot.username, payload));
    await this.refreshChats();
    await this.openChat(bot.id);
    this.composer.input.focus({ preventScroll: true });
  }

  async block(bot, blocked) {
    await this.attempt(async () => {
      await door.block(this.personId, bot, blocked);
      await this.refresh();
    });
  }

  settings() { settingsSheet(this); }

  copy(text) { return copyText(this, text); }

  toast(text) {
    clearTimeout(this.toastTimer);
    fill(this.toastBox, el("div", { class: "toast-words", dir: "auto", text }));
    this.toastTimer = setTimeout(() => fill(this.toastBox), Math.min(8000, 2600 + text.length * 60));
  }
}
