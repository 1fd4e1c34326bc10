// The control door, as docs/practice_control.md describes it.

export class DoorError extends Error {}

async function call(method, path, body, signal) {
  let answer;
  try {
    answer = await fetch(`/practice/${path}`, {
      method,
      signal,
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (error) {
    throw new DoorError(error.name === "AbortError" ? "abort" : "");
  }
  const text = await answer.text();
  let data = null;
  try {
    data = text ? JSON.parse(text) : null;
  } catch {
    // A proxy's or a crash's HTML page: the status says enough.
  }
  if (!answer.ok) throw new DoorError(data?.error || `HTTP ${answer.status}`);
  return data;
}

const get = (path) => call("GET", path);
const post = (path, body = {}) => call("POST", path, body);

export const door = {
  world: () => get("world"),
  addPerson: (person) => post("people", person),
  addGroup: (group) => post("groups", group),
  changeMember: (group, by, who, act) => post(`groups/${group}/members`, { by, who, do: act }),
  upgradeGroup: (group) => post(`groups/${group}/upgrade`),
  addTopic: (group, name) => post(`groups/${group}/topics`, { name }),
  chats: (person) => get(`phones/${person}/chats`),
  chat: (person, chat) => get(`phones/${person}/chats/${chat}`),
  start: (person, bot, payload) => post(`phones/${person}/start`, payload ? { bot, payload } : { bot }),
  send: (person, what) => post(`phones/${person}/send`, what),
  tap: (person, what) => post(`phones/${person}/tap`, what),
  edit: (person, chat, message_id, text) => post(`phones/${person}/edit`, { chat, message_id, text }),
  remove: (person, chat, message_id) => post(`phones/${person}/delete`, { chat, message_id }),
  block: (person, bot, blocked) => post(`phones/${person}/block`, { bot, blocked }),
  clock: () => get("clock"),
  forward: (seconds) => post("clock", { forward_seconds: seconds }),
  setOffset: (seconds) => post("clock", { set_offset: seconds }),
  faults: () => get("faults"),
  addFault: (fault) => post("faults", fault),
  clearFaults: () => call("DELETE", "faults"),
  limits: (enabled) => post("limits", { enabled }),
  // Asked after a number nobody has reached, the server answers with its newest number alone.
  lastEvent: async () => (await get(`events?after=${2 ** 53}`)).newest,
  showLimits: () => get("limits"),
};
