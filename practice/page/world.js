// What the page knows of the practice world, kept fresh by one stream of events for all phones:
// a browser opens only six connections to one server, and a stream per phone would use up most of them.

import { door } from "./door.js";
import { say } from "./words.js";

export const world = {
  bots: [], people: [], groups: [], clock: { offset_seconds: 0 }, online: false,
  person: (id) => world.people.find((person) => person.id === id),
  bot: (id) => world.bots.find((bot) => bot.id === id),
  botNamed: (username) => world.bots.find((bot) => bot.username?.toLowerCase() === String(username).toLowerCase()),
  group: (id) => world.groups.find((group) => group.id === id),
};

const listeners = new Set();
export const listen = (act) => { listeners.add(act); return () => listeners.delete(act); };
const tell = (event) => { for (const act of [...listeners]) act(event); };

export function fullName(who) {
  if (!who) return "?";
  const name = who.title ?? [who.first_name, who.last_name].filter(Boolean).join(" ");
  // A name made only of marks that draw nothing still has to be something one can point at.
  return /[^\p{Cf}\p{Z}\p{Cc}\p{M}]/u.test(name) ? name : say("noName", who.id);
}

let clockSeenAt = performance.now();
let clockThen = Date.now() / 1000;

function setClock(clock) {
  world.clock = clock;
  clockThen = Date.parse(clock.now) / 1000;
  clockSeenAt = performance.now();
}

export const practiceNow = () => clockThen + (performance.now() - clockSeenAt) / 1000;

export async function refreshWorld() {
  const fresh = await door.world();
  Object.assign(world, { bots: fresh.bots, people: fresh.people, groups: fresh.groups });
  setClock(fresh.clock);
  tell({ type: "world" });
}

export async function refreshClock(clock) {
  setClock(clock?.now ? clock : await door.clock());
  tell({ type: "clock" });
}

let stream = null;
let after = null;
let lastSeen = 0;

function setOnline(online) {
  if (world.online === online) return;
  world.online = online;
  tell({ type: "online" });
}

async function open() {
  if (after === null) {
    // Only what happens from here on matters: the phones read what is already there.
    after = await door.lastEvent();
  }
  stream = new EventSource(`/practice/events?after=${after}`);
  lastSeen = after;
  stream.addEventListener("open", () => setOnline(true));
  stream.addEventListener("message", take);
  // A server may name its events by their type; the page takes them all the same.
  for (const type of ["edit", "delete", "callback_answer", "chat", "clock", "action"]) stream.addEventListener(type, take);
  stream.addEventListener("error", () => retry());
}

function take(packet) {
  let event;
  try {
    event = JSON.parse(packet.data);
  } catch {
    return;
  }
  if (event.n !== undefined) {
    lastSeen = event.n;
    after = event.n;
  }
  setOnline(true);
  if (event.type === "clock") refreshClock(event.clock ?? event).catch(() => {});
  else tell(event);
}

let retrying = false;
async function retry() {
  if (retrying) return;
  retrying = true;
  stream?.close();
  setOnline(false);
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    try {
      const last = await door.lastEvent();
      // A server started anew counts from the beginning again.
      after = last < lastSeen ? last : lastSeen;
      await refreshWorld();
      tell({ type: "resync" });
      break;
    } catch {
      // Still away: ask again in a second.
    }
  }
  retrying = false;
  open().catch(() => retry());
}

export async function connect() {
  try {
    await refreshWorld();
    await open();
  } catch {
    retry();
  }
}
