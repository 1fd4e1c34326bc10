// The practice clock: what it shows and how it is moved on.

import { choice, el, field, fill, icon } from "./dom.js";
import { door } from "./door.js";
import { fullMoment } from "./moments.js";
import { formSheet } from "./sheets.js";
import { listen, practiceNow, refreshClock, world } from "./world.js";
import { say, sayDuration } from "./words.js";

const STEPS = [60, 180, 600, 3600, 86400];

export function clockBar({ host, tell }) {
  const time = el("time", { class: "clock-time" });
  const ahead = el("span", { class: "faint clock-ahead" });
  const steps = el("div", { class: "clock-steps" });
  const menu = el("details", { class: "clock-menu" });
  const root = el("div", { class: "clock", role: "group" }, el("span", { class: "clock-face" }, icon("clock"), time, ahead), steps, menu);

  async function move(seconds) {
    menu.open = false;
    try {
      await refreshClock(await door.forward(seconds));
      tell(say("clockMoved", sayDuration(seconds)));
    } catch (error) {
      tell(say("failed", error.message || say("serverAway")));
    }
  }

  async function reset() {
    menu.open = false;
    try {
      await refreshClock(await door.setOffset(0));
    } catch (error) {
      tell(say("failed", error.message || say("serverAway")));
    }
  }

  function custom() {
    menu.open = false;
    const amount = el("input", { type: "number", min: 1, step: 1, value: 5, required: true });
    const unit = choice([[1, say("seconds")], [60, say("minutes")], [3600, say("hours")], [86400, say("days")]], 60);
    formSheet(host, say("forwardCustom"), [el("div", { class: "pair" }, field(say("amount"), amount), field(say("unit"), unit))],
      () => move(Number(amount.value) * Number(unit.value)), say("forwardGo"));
  }

  const buttons = () => [
    STEPS.map((seconds) => el("button", { type: "button", class: "plain tight step", data: { forward: seconds }, text: say(`forward${seconds}`), onclick: () => move(seconds) })),
    el("button", { type: "button", class: "plain tight step", text: `${say("forwardCustom")}…`, onclick: custom }),
  ];

  function words() {
    root.setAttribute("aria-label", say("clock"));
    fill(steps, buttons());
    const summary = el("summary", { class: "plain tight", "aria-label": say("forward") }, icon("forward"), el("span", { text: say("forward") }));
    fill(menu, summary, el("div", { class: "clock-list" }, buttons(),
      el("button", { type: "button", class: "plain tight step", text: say("clockReset"), onclick: reset })));
    tick();
  }

  function tick() {
    const now = practiceNow();
    const words = fullMoment(now);
    if (time.textContent !== words) {
      time.textContent = words;
      time.dateTime = new Date(now * 1000).toISOString();
    }
    const offset = Math.round(world.clock.offset_seconds || 0);
    ahead.textContent = offset > 0 ? say("clockAhead", sayDuration(offset)) : "";
  }

  document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
  menu.addEventListener("keydown", (event) => { if (event.key === "Escape") { menu.open = false; menu.querySelector("summary").focus(); } });
  listen((event) => { if (event.type === "clock" || event.type === "world") tick(); });
  setInterval(tick, 500);
  words();
  return { root, words };
}
