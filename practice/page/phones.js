// The page: who holds the phones, the clock, the faults, and the switcher on a narrow screen.

import { clockBar } from "./clockbar.js";
import { el, field, fill, icon, iconButton } from "./dom.js";
import { avatar } from "./drawing.js";
import { door } from "./door.js";
import { faultSheet } from "./faults.js";
import { Phone } from "./phone.js";
import { languageChoice } from "./settings.js";
import { formSheet, listSheet } from "./sheets.js";
import { connect, fullName, listen, refreshWorld, world } from "./world.js";
import { chooseWords, pageLanguage, say } from "./words.js";

const MOST = 4;
const AT_FIRST = 3;
const query = new URLSearchParams(location.search);
const phones = [];
let front = null;
let started = false;
// True once somebody has put every phone away by hand: then none opens by itself.
let settled = false;

chooseWords(query.get("lang") || localStorage.getItem("page-language") || "zh-Hans");

const brand = el("h1", { class: "brand" });
const languageButton = el("button", { type: "button", class: "plain tight", onclick: () => switchLanguage() });
const faultButton = el("button", { type: "button", class: "plain tight", onclick: () => faultSheet(document.body) });
const addButton = el("button", { type: "button", class: "plain tight add-phone", onclick: () => addPhone() });
const note = el("div", { class: "page-note", role: "status" });
const offline = el("div", { class: "offline", role: "status", hidden: true });
const switcher = el("nav", { class: "switcher" });
const room = el("main", { class: "room" });
const clock = clockBar({ host: document.body, tell });
const header = el("header", { class: "page-head" }, brand, clock.root, el("div", { class: "page-tools" }, addButton, faultButton, languageButton));
document.body.append(header, offline, switcher, room, note);

let noteTimer;
function tell(text) {
  clearTimeout(noteTimer);
  fill(note, el("div", { class: "toast-words", text }));
  noteTimer = setTimeout(() => fill(note), 3500);
}

function words() {
  document.title = say("brand");
  fill(brand, el("span", { class: "brand-long", text: say("brand") }), el("span", { class: "brand-short", text: say("brandShort") }));
  fill(faultButton, icon("bolt"), el("span", { text: say("faults") }));
  faultButton.setAttribute("aria-label", say("faults"));
  fill(addButton, icon("plus"), el("span", { text: say("addPhone") }));
  languageButton.textContent = say("language");
  languageButton.setAttribute("aria-label", say("languageLabel"));
  offline.textContent = say("offline");
  switcher.setAttribute("aria-label", say("people"));
  clock.words();
  for (const phone of phones) phone.words();
  drawRoom();
}

function switchLanguage() {
  chooseWords(pageLanguage() === "en" ? "zh-Hans" : "en");
  localStorage.setItem("page-language", pageLanguage());
  words();
}

function drawSwitcher() {
  fill(switcher, phones.map((phone) => {
    const name = fullName(phone.person);
    const unread = phone.unreadTotal;
    return el("button", { type: "button", class: "chip", "aria-pressed": String(phone === front), onclick: () => bringForward(phone) },
      avatar(phone.personId, name), el("bdi", { class: "chip-name", text: name }),
      unread > 0 && phone !== front && el("span", { class: "badge", "aria-label": say("unread", unread), text: unread > 99 ? "99+" : unread }));
  }), iconButton("plus", say("addPhone"), () => addPhone(), "round"),
  front && iconButton("gear", say("settings"), () => front.settings(), "round"),
  front && phones.length > 1 && iconButton("close", say("closePhone"), () => putAway(front), "round"));
}

function drawRoom() {
  room.dataset.count = phones.length;
  addButton.disabled = phones.length >= MOST;
  addButton.title = phones.length >= MOST ? say("addPhoneFull") : "";
  for (const phone of phones) phone.root.classList.toggle("front", phone === front);
  room.querySelector(".nobody")?.remove();
  if (started && !phones.length) {
    room.append(el("div", { class: "nobody" }, el("p", { text: world.people.length ? say("addPhone") : say("noPeople") }),
      el("button", { type: "button", class: "main", text: world.people.length ? say("addPhone") : say("addPerson"), onclick: () => addPhone() })));
  }
  drawSwitcher();
}

function bringForward(phone) {
  front = phone;
  drawRoom();
  switcher.querySelector("[aria-pressed=true]")?.scrollIntoView({ inline: "center", block: "nearest" });
  phone.log.toBottom();
}

function remember() {
  sessionStorage.setItem("phones", JSON.stringify(phones.map((phone) => phone.personId)));
}

function openPhone(personId, at = phones.length) {
  const phone = new Phone(personId, { chosen: choosePerson, closed: putAway, counted: () => drawSwitcher() });
  phones.splice(at, 0, phone);
  room.insertBefore(phone.root, room.children[at] || null);
  front = phone;
  remember();
  drawRoom();
  return phone;
}

// A fresh phone opens on the bot, which is what everybody here is about.
async function openOnBot(phone) {
  await phone.refreshChats();
  const wanted = Number(query.get("chat"));
  const id = wanted && phone.chats.some(({ chat }) => chat.id === wanted) ? wanted : world.bots[0]?.id;
  if (id !== undefined) await phone.openChat(id);
}

function removePhone(phone) {
  phone.root.remove();
  phones.splice(phones.indexOf(phone), 1);
  if (front === phone) front = phones[0] || null;
  remember();
  drawRoom();
}

function putAway(phone) {
  removePhone(phone);
  settled = phones.length === 0;
}

async function addPhone() {
  if (phones.length >= MOST) { tell(say("addPhoneFull")); return; }
  // Somebody may have moved in a moment ago.
  await refreshWorld().catch(() => {});
  const free = world.people.filter((person) => !phones.some((phone) => phone.personId === person.id)).slice(0, 200);
  listSheet(document.body, say("addPhone"), [
    ...free.map((person) => ({ text: fullName(person), detail: person.phone, before: avatar(person.id, fullName(person)), act: () => openOnBot(openPhone(person.id)) })),
    { text: say("addPerson"), before: el("span", { class: "avatar hollow" }, icon("plus")), act: () => addPerson((id) => openOnBot(openPhone(id))) },
  ]);
}

function choosePerson(phone, value) {
  if (value === "add") { addPerson((id) => replace(phone, id)); return; }
  const id = Number(value);
  const other = phones.find((one) => one.personId === id);
  if (other) { bringForward(other); other.root.scrollIntoView({ inline: "center" }); tell(say("phoneOf", fullName(other.person))); return; }
  replace(phone, id);
}

function replace(phone, id) {
  const at = phones.indexOf(phone);
  removePhone(phone);
  openOnBot(openPhone(id, at));
}

function addPerson(act) {
  const name = el("input", { required: true, maxlength: 64, dir: "auto" });
  const number = el("input", { type: "tel", value: `+86139${String(Math.floor(Math.random() * 1e8)).padStart(8, "0")}` });
  const username = el("input", { pattern: "[A-Za-z][A-Za-z0-9_]{4,31}", dir: "ltr" });
  const language = languageChoice("zh-hans");
  formSheet(document.body, say("addPerson"), [field(say("name"), name), field(say("phone"), number), field(say("phoneLanguage"), language), field(say("username"), username)], async () => {
    const person = { first_name: name.value };
    if (number.value) person.phone = number.value;
    if (language.value) person.language_code = language.value;
    if (username.value) person.username = username.value;
    const { id } = await door.addPerson(person);
    await refreshWorld();
    act(id);
  }, say("add"));
}

function firstPeople() {
  const asked = (query.get("people") || "").split(",").map(Number).filter((id) => world.person(id));
  if (asked.length) return asked.slice(0, MOST);
  let kept = [];
  try {
    kept = JSON.parse(sessionStorage.getItem("phones") || "[]").filter((id) => world.person(id));
  } catch {
    // A tab's notes that cannot be read are no notes.
  }
  return kept.length ? kept : world.people.slice(0, AT_FIRST).map(({ id }) => id);
}

let worldTimer;
listen((event) => {
  if (event.type === "online") { offline.hidden = world.online; return; }
  if (event.type === "clock") return;
  if (event.type === "world") {
    // A server started anew may have other people in it.
    for (const phone of phones.filter(({ person }) => !person)) removePhone(phone);
    started = true;
    if (!settled && !phones.length && world.people.length) {
      for (const id of firstPeople()) openOnBot(openPhone(id));
      bringForward(phones[0]);
    } else {
      for (const phone of phones) { phone.drawTop(); phone.heard({ type: "chat" }); }
      drawRoom();
    }
    return;
  }
  if (event.type === "chat") {
    // Members, topics or groups changed: read the world once for all phones.
    clearTimeout(worldTimer);
    worldTimer = setTimeout(() => refreshWorld().catch(() => {}), 60);
    return;
  }
  for (const phone of phones) phone.heard(event);
});

words();
connect();
