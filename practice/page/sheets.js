// Sheets: the small forms that open inside a phone or over the whole page.

import { el, fill, iconButton } from "./dom.js";
import { say } from "./words.js";

const FOCUSABLE = "button:not([disabled]), input:not([disabled]), select, textarea, a[href], [tabindex='0']";
let count = 0;

// Inside a phone a sheet covers only that phone, so that the other phones stay usable.
export function openSheet(host, title, build, { onclose } = {}) {
  const before = document.activeElement;
  const id = `sheet-${++count}`;
  const body = el("div", { class: "sheet-body" });
  const panel = el("div", { class: "sheet", role: "dialog", "aria-modal": "true", "aria-labelledby": id, tabindex: -1 },
    el("div", { class: "sheet-head" }, el("h2", { id, text: title, dir: "auto" }), iconButton("close", say("close"), () => close())),
    body);
  const veil = el("div", { class: "veil", onclick: (event) => { if (event.target === veil) close(); } }, panel);
  function close() {
    if (!veil.isConnected) return;
    veil.remove();
    onclose?.();
    if (before?.isConnected) before.focus();
  }
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { event.stopPropagation(); close(); }
    if (event.key !== "Tab") return;
    const stops = [...panel.querySelectorAll(FOCUSABLE)].filter((node) => node.offsetParent);
    if (!stops.length) return;
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    if (document.activeElement === edge || document.activeElement === panel) {
      event.preventDefault();
      (event.shiftKey ? stops.at(-1) : stops[0]).focus();
    }
  });
  const sheet = { close, body, fill: (...parts) => fill(body, ...parts) };
  build(sheet);
  host.append(veil);
  (body.querySelector("[autofocus]") || body.querySelector(FOCUSABLE) || panel).focus({ preventScroll: true });
  return sheet;
}

// A form sheet: `act` gets the sheet; what it throws is shown under the fields.
export function formSheet(host, title, fields, act, confirm = say("send")) {
  return openSheet(host, title, (sheet) => {
    const problem = el("p", { class: "problem", role: "alert" });
    const form = el("form", {
      class: "form",
      onsubmit: async (event) => {
        event.preventDefault();
        problem.textContent = "";
        const button = form.querySelector("[type=submit]");
        button.disabled = true;
        try {
          await act(sheet);
          sheet.close();
        } catch (error) {
          problem.textContent = say("failed", error.message || say("serverAway"));
        } finally {
          button.disabled = false;
        }
      },
    }, fields, problem, el("div", { class: "form-end" },
      el("button", { type: "button", class: "plain", onclick: () => sheet.close(), text: say("cancel") }),
      el("button", { type: "submit", class: "main", text: confirm })));
    sheet.fill(form);
  });
}

export function listSheet(host, title, items, empty, className = "") {
  return openSheet(host, title, (sheet) => {
    if (className) sheet.body.classList.add(className);
    const rows = items.filter(Boolean).map(({ text, detail, act, danger, before }) => el("button", {
      type: "button", class: `row-button ${danger ? "danger" : ""}`,
      onclick: () => { sheet.close(); act(); },
    }, before, el("bdi", { text }), detail && el("bdi", { class: "faint", text: detail })));
    sheet.fill(rows.length ? rows : el("p", { class: "faint", text: empty }));
  });
}

export function alertSheet(host, title, text, extra) {
  return openSheet(host, title, (sheet) => sheet.fill(
    el("p", { class: "alert-text", dir: "auto", text }),
    el("div", { class: "form-end" }, extra?.(sheet), el("button", { type: "button", class: "main", text: say("ok"), autofocus: true, onclick: () => sheet.close() }))));
}
