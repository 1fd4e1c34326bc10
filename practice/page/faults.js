// The small panel that breaks the practice Telegram on purpose.

import { choice, el, field, fill } from "./dom.js";
import { door } from "./door.js";
import { openSheet } from "./sheets.js";
import { fullName, world } from "./world.js";
import { say } from "./words.js";

const KINDS = [["500", "fault500"], ["502", "fault502"], ["hang", "faultHang"], ["hang_after", "faultHangAfter"], ["drop", "faultDrop"], ["drop_after", "faultDropAfter"], ["429", "fault429"], ["403", "fault403"], ["400", "fault400"]];
const METHODS = ["sendMessage", "editMessageText", "editMessageReplyMarkup", "answerCallbackQuery", "getUpdates", "getFile", "sendPhoto", "copyMessage", "deleteMessage"];

export function faultSheet(host) {
  openSheet(host, say("faults"), (sheet) => {
    const kind = choice(KINDS.map(([value, key]) => [value, say(key)]), "500");
    const method = choice([["*", say("faultAny")], ...METHODS.map((name) => [name, name])], "*");
    const chat = choice([["", say("faultEverywhere")], ...world.groups.map((one) => [one.id, one.title]), ...world.people.map((one) => [one.id, fullName(one)])], "");
    const times = el("input", { type: "number", min: 1, value: 1, required: true });
    const retry = el("input", { type: "number", min: 1, value: 5 });
    const seconds = el("input", { type: "number", min: 1, value: 60 });
    const retryField = field(say("faultRetry"), retry);
    const secondsField = field(say("faultSeconds"), seconds);
    const list = el("div", { class: "fault-list", role: "status" });
    const problem = el("p", { class: "problem", role: "alert" });
    const suit = () => { retryField.hidden = kind.value !== "429"; secondsField.hidden = kind.value !== "hang"; };
    kind.addEventListener("change", suit);
    suit();

    async function run(act) {
      problem.textContent = "";
      try {
        await act();
        const answer = await door.faults();
        const faults = Array.isArray(answer) ? answer : answer.faults || [];
        fill(list, faults.length ? [el("strong", { text: say("faultNow") }), faults.map((one) => {
          const where = one.chat_id ? fullName(world.group(one.chat_id) || world.person(one.chat_id) || { id: one.chat_id, title: String(one.chat_id) }) : say("faultEverywhere");
          return el("div", { class: "faint" }, `${one.kind} · ${one.method === "*" ? say("faultAny") : one.method} · `, el("bdi", { text: where }), ` · ${say("times", one.times)}`);
        })] : say("faultNone"));
      } catch (error) {
        problem.textContent = say("failed", error.message || say("serverAway"));
      }
    }

    const inject = () => {
      const fault = { kind: kind.value, method: method.value, times: Number(times.value) };
      if (chat.value) fault.chat_id = Number(chat.value);
      if (kind.value === "429") fault.retry_after = Number(retry.value);
      if (kind.value === "hang") fault.seconds = Number(seconds.value);
      return door.addFault(fault);
    };
    const limits = el("input", { type: "checkbox", onchange: () => run(() => door.limits(limits.checked)) });
    sheet.fill(el("form", { class: "form", onsubmit: (event) => { event.preventDefault(); run(inject); } },
      field(say("faultKind"), kind), field(say("faultMethod"), method), field(say("faultChat"), chat),
      el("div", { class: "pair" }, field(say("faultTimes"), times), retryField, secondsField),
      problem, list,
      el("div", { class: "form-end" },
        el("button", { type: "button", class: "plain", text: say("faultClear"), onclick: () => run(() => door.clearFaults()) }),
        el("button", { type: "submit", class: "main", text: say("faultAdd") })),
      el("label", { class: "check" }, limits, el("span", { text: say("limits") }))));
    run(async () => { limits.checked = (await door.showLimits()).enabled; });
  });
}
