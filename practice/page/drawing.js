// Small drawn stand-ins: avatars, a map-like card and a picture for media that has no bytes to show.

import { el, hash, svg } from "./dom.js";

const TONES = ["#2f6f8f", "#7a5195", "#a3543a", "#3d7a4f", "#8a6d1f", "#4b5fa8", "#a1446b", "#2d7d7a"];

// The low bits of ids that follow each other are too alike: the high ones are mixed in.
export const toneOf = (id) => { const number = hash(id); return TONES[((number ^ (number >>> 11) ^ (number >>> 21)) >>> 0) % TONES.length]; };

export function avatar(id, title) {
  // The first visible character: marks that draw nothing are passed over.
  const first = [...String(title)].find((character) => /[\p{L}\p{N}\p{So}]/u.test(character)) || "?";
  const node = el("span", { class: "avatar", "aria-hidden": "true", text: first.toUpperCase() });
  node.style.backgroundColor = toneOf(id);
  return node;
}

// Not a map: roads and fields drawn from the coordinates, so that two places look different.
export function mapCard(latitude, longitude) {
  const seed = hash(`${latitude.toFixed(3)},${longitude.toFixed(3)}`);
  const at = (shift, span) => ((seed >>> shift) % 97) / 97 * span;
  return svg("svg", { viewBox: "0 0 240 120", class: "map", preserveAspectRatio: "xMidYMid slice", "aria-hidden": "true" },
    svg("rect", { width: 240, height: 120, class: "map-land" }),
    svg("ellipse", { cx: 30 + at(0, 180), cy: 20 + at(3, 80), rx: 46, ry: 26, class: "map-wood" }),
    svg("path", { d: `M-10 ${20 + at(5, 80)} C 70 ${at(7, 120)}, 160 ${at(9, 120)}, 250 ${20 + at(11, 80)}`, class: "map-water" }),
    svg("path", { d: `M${20 + at(2, 60)} -5 L${60 + at(4, 60)} 60 L${at(6, 90)} 125`, class: "map-road" }),
    svg("path", { d: `M-5 ${30 + at(8, 60)} L120 60 L245 ${20 + at(10, 80)}`, class: "map-road" }),
    svg("path", { d: `M120 60 L${150 + at(12, 70)} 125`, class: "map-lane" }),
    svg("path", { d: "M120 62s15-16 15-28a15 15 0 1 0-30 0c0 12 15 28 15 28z", class: "map-pin" }),
    svg("circle", { cx: 120, cy: 34, r: 5.5, class: "map-eye" }));
}

export function drawnPicture(seed) {
  const number = hash(seed);
  const hue = number % 360;
  const rise = (shift) => 40 + ((number >>> shift) % 40);
  const node = svg("svg", { viewBox: "0 0 160 120", class: "drawn", preserveAspectRatio: "xMidYMid slice", "aria-hidden": "true" },
    svg("rect", { width: 160, height: 120, fill: `hsl(${hue} 30% 74%)` }),
    svg("circle", { cx: 30 + (number % 100), cy: 30, r: 11, fill: `hsl(${(hue + 40) % 360} 55% 88%)` }),
    svg("path", { d: `M0 ${rise(4)} L40 ${rise(8) - 14} L80 ${rise(12)} L120 ${rise(16) - 18} L160 ${rise(20)} V120 H0z`, fill: `hsl(${(hue + 20) % 360} 24% 52%)` }),
    svg("path", { d: `M0 ${rise(6) + 26} L50 ${rise(10) + 14} L110 ${rise(14) + 28} L160 ${rise(18) + 16} V120 H0z`, fill: `hsl(${(hue + 30) % 360} 26% 36%)` }));
  return node;
}

// The bytes the practice server keeps for a file; the drawn picture stays where it has none.
export function picture(fileId, seed, label) {
  const box = el("span", { class: "picture" }, drawnPicture(seed));
  const image = el("img", { alt: label, loading: "lazy", src: `/practice/files/${encodeURIComponent(fileId)}` });
  image.addEventListener("error", () => { image.remove(); box.setAttribute("role", "img"); box.setAttribute("aria-label", label); });
  box.append(image);
  return box;
}
