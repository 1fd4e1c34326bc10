// Message text with entities. Offsets are UTF-16 units, which is what JavaScript strings count in.

import { el } from "./dom.js";
import { say } from "./words.js";

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};
const LINKED = new Set(["url", "text_link", "email", "phone_number", "mention", "text_mention", "hashtag", "cashtag", "bot_command", "code", "pre"]);

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

// What a Telegram app makes tappable by itself where the message carries no entity for it.
const PLAIN_LINK = /(https?:\/\/[^\s<>"'，。；、）】]+|tg:\/\/[^\s<>"']+|(?:www\.|t\.me\/)[^\s<>"'，。；、）】]+)|(\+\d{8,15}|(?<![\dA-Za-z])1[3-9]\d{9}(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}(?!\d))|((?<![\p{L}\p{N}_/])\/[a-z][a-z0-9_]{0,31}(?:@\w+)?(?![\p{L}\p{N}_/]))|((?<![\p{L}\p{N}_@])@[A-Za-z]\w{3,31})/gu;

export function safeAddress(address) {
  const text = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`;
  try {
    const url = new URL(text);
    return ["http:", "https:", "tg:", "tel:", "mailto:"].includes(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

function linkNode(address, actions) {
  const url = safeAddress(address);
  if (!url) return el("span", { class: "dead-link" });
  return el("a", {
    href: url.href, target: "_blank", rel: "noopener noreferrer",
    onclick: (event) => { if (actions.link?.(url)) event.preventDefault(); },
  });
}

const tapNode = (className, act) => el("a", {
  href: "#", class: className, role: "button",
  onclick: (event) => { event.preventDefault(); act?.(); },
});

function entityNode(entity, text, actions) {
  switch (entity.type) {
    case "url": return linkNode(text, actions);
    case "text_link": return linkNode(entity.url, actions);
    case "email": return linkNode(`mailto:${text}`, actions);
    case "phone_number": return linkNode(`tel:${text.replace(/[^\d+]/g, "")}`, actions);
    case "mention": return tapNode("mention", () => actions.mention?.(text.slice(1)));
    case "text_mention": return tapNode("mention", () => actions.person?.(entity.user));
    case "bot_command": return tapNode("command", () => actions.command?.(text));
    case "hashtag": case "cashtag": return el("span", { class: "hashtag" });
    case "spoiler": {
      const reveal = (event) => {
        if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        node.classList.add("shown");
        node.removeAttribute("role");
        node.removeAttribute("tabindex");
        node.removeAttribute("aria-label");
      };
      const node = el("span", { class: "spoiler", role: "button", tabindex: 0, "aria-label": say("spoiler"), onclick: reveal, onkeydown: reveal });
      return node;
    }
    default: {
      const node = el(TAGS[entity.type] || "span");
      if (entity.type === "expandable_blockquote") node.className = "expandable";
      return node;
    }
  }
}

function plain(target, text, actions, autolink) {
  if (!autolink) {
    target.append(text);
    return;
  }
  let from = 0;
  for (const match of text.matchAll(PLAIN_LINK)) {
    const found = match[0].replace(/[.,;:!?)]+$/, "");
    target.append(text.slice(from, match.index));
    let node;
    if (match[1]) node = linkNode(found, actions);
    else if (match[2]) node = linkNode(`tel:${found.replace(/-/g, "")}`, actions);
    else if (match[3]) node = tapNode("command", () => actions.command?.(found));
    else node = tapNode("mention", () => actions.mention?.(found.slice(1)));
    node.append(found);
    target.append(node);
    from = match.index + found.length;
  }
  target.append(text.slice(from));
}

function nest(target, text, from, to, entities, actions, autolink) {
  let at = from;
  let index = 0;
  while (index < entities.length) {
    const entity = entities[index];
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    let next = index + 1;
    if (end > start) {
      plain(target, text.slice(at, start), actions, autolink);
      const inner = [];
      while (next < entities.length && entities[next].offset < end) inner.push(entities[next++]);
      const node = entityNode(entity, text.slice(start, end), actions);
      nest(node, text, start, end, inner, actions, autolink && !LINKED.has(entity.type));
      target.append(node);
      at = end;
      // A block ends its line by itself: the line break after it would show as an empty line.
      if (BLOCKS.has(entity.type) && text[at] === "\n" && at < to) at += 1;
    }
    index = next;
  }
  plain(target, text.slice(at, to), actions, autolink);
}

export function richText(text, entities = [], actions = {}) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const node = el("div", { class: "text", dir: "auto" });
  nest(node, text, 0, text.length, sorted, actions, true);
  return node;
}

