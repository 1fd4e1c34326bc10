// Building elements. Data only ever enters as text nodes or checked attributes, never as markup.

const SVG = "http://www.w3.org/2000/svg";

export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "class") node.className = value;
    else if (key === "text") node.textContent = value;
    else if (key === "data") Object.assign(node.dataset, value);
    else if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (key === "value" || key === "checked" || key === "selected") node[key] = value;
    else node.setAttribute(key, value === true ? "" : String(value));
  }
  append(node, children);
  return node;
}

export function append(node, children) {
  for (const child of children.flat(Infinity)) {
    if (child === undefined || child === null || child === false) continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

export function fill(node, ...children) {
  node.replaceChildren();
  append(node, children);
}

// A name from outside: isolated, so that right-to-left marks cannot reorder what stands around it.
export const nameNode = (text, className) => el("bdi", { class: className, text });

const ICONS = {
  back: "M15 5l-7 7 7 7",
  more: "M12 5.5v.01M12 12v.01M12 18.5v.01",
  gear: "M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5",
  close: "M6 6l12 12M18 6L6 18",
  plus: "M12 5v14M5 12h14",
  clip: "M19 11l-7.5 7.5a4.5 4.5 0 0 1-6.4-6.4L13 4.3a3 3 0 0 1 4.3 4.3l-7.8 7.8a1.5 1.5 0 0 1-2.1-2.1L14 7.7",
  send: "M4 12l16-8-5 16-3.5-6.500zM11.5 13.500L20 4",
  keyboard: "M3.5 6.500h17v11h-17zM7 10v.01M10.5 10v.01M14 10v.01M17.5 10v.01M8 14h8",
  slash: "M4 4h16v16H4zM14.5 8l-5 8",
  menu: "M4 7h16M4 12h16M4 17h16",
  reply: "M10 6L4 11.5 10 17v-3.500c5 0 8 1.5 10 4.5-.5-6-4-9-10-9z",
  down: "M12 5v14M6 13l6 6 6-6",
  clock: "M12 3.500a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.500V12l3 2",
  forward: "M4 6l7 6-7 6zM12.5 6l7 6-7 6z",
  bolt: "M13 3L5 13.500h6L10 21l9-11h-6.500z",
  play: "M8 5.500l10 6.5-10 6.500z",
  pause: "M8.5 6v12M15.5 6v12",
  pin: "M12 21s6.5-6 6.5-11a6.5 6.5 0 1 0-13 0c0 5 6.5 11 6.5 11zM12 12.500a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  photo: "M4 5.500h16v13H4zM4 16l5-5 4 4 2.5-2.500L20 17M15.5 9.500v.01",
  album: "M7 4h13v11H7zM4 8v11.500h13M7 13l4-3.5 3 2.5 2-1.5 4 3",
  video: "M3.5 6.500h11v11h-11zM14.5 10.500l6-3.500v10l-6-3.500z",
  voice: "M12 3.500a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0v-5a3 3 0 0 1 3-3zM6 11.500a6 6 0 0 0 12 0M12 17.500V21",
  document: "M6 3.500h8l4 4v13H6zM14 3.500v4h4",
  contact: "M12 11.500a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM5 20c.5-4 3-6 7-6s6.5 2 7 6",
  sticker: "M4 4h16v10l-6 6H4zM14 20v-6h6M8.5 9v.01M15 9v.01M8.5 13c1 1.3 2.3 1.5 4 1.3",
  dice: "M5 5h14v14H5zM8.5 8.500v.01M15.5 8.500v.01M12 12v.01M8.5 15.500v.01M15.5 15.500v.01",
  poll: "M5 20V11M12 20V4M19 20v-6",
  people: "M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3.5 19c.3-3.5 2.3-5 5.5-5s5.2 1.5 5.5 5M16 11a2.5 2.5 0 1 0 0-5M17 14c2.3.3 3.5 2 3.7 5",
  link: "M10 14a4 4 0 0 1 0-5.500l3-3A4 4 0 0 1 18.5 11l-1.5 1.500M14 10a4 4 0 0 1 0 5.500l-3 3A4 4 0 0 1 5.5 13L7 11.5",
};

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

export function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  append(node, children);
  return node;
}

export function iconButton(name, label, onclick, className = "") {
  return el("button", { type: "button", class: `icon-button ${className}`, "aria-label": label, title: label, onclick }, icon(name));
}

// A small stable number from any text or id: colours and drawn pictures follow from it.
export function hash(value) {
  let sum = 2166136261;
  for (const character of String(value)) sum = Math.imul(sum ^ character.codePointAt(0), 16777619) >>> 0;
  return sum;
}

export function field(label, control) {
  return el("label", { class: "field" }, el("span", { class: "field-label", text: label }), control);
}

export function choice(options, chosen, props = {}) {
  return el("select", props, options.map(([value, text]) => el("option", { value, text, selected: String(value) === String(chosen) })));
}
