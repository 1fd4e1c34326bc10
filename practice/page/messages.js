// One message as a bubble or a service line.

import { el, icon, iconButton, nameNode } from "./dom.js";
import { mapCard, picture, toneOf } from "./drawing.js";
import { hourMinute, fullMoment, minutesSeconds } from "./moments.js";
import { richText } from "./richtext.js";
import { fullName } from "./world.js";
import { say } from "./words.js";

const SERVICE = {
  new_chat_members: (m) => m.new_chat_members.map(({ id }) => id).join() === String(m.from?.id)
    ? say("serviceJoined", fullName(m.from))
    : say("serviceAdded", fullName(m.from), m.new_chat_members.map(fullName).join("、")),
  left_chat_member: (m) => m.left_chat_member.id === m.from?.id
    ? say("serviceLeft", fullName(m.from)) : say("serviceRemoved", fullName(m.from), fullName(m.left_chat_member)),
  group_chat_created: (m) => say("serviceCreated", fullName(m.from)),
  supergroup_chat_created: (m) => say("serviceCreated", fullName(m.from)),
  migrate_to_chat_id: () => say("serviceMigratedTo"),
  migrate_from_chat_id: () => say("serviceMigratedFrom"),
  forum_topic_created: (m) => say("serviceTopic", m.forum_topic_created.name),
  pinned_message: (m) => say("servicePinned", fullName(m.from)),
  new_chat_title: (m) => say("serviceTitle", m.new_chat_title),
};
const OTHER_SERVICE = [
  "new_chat_photo", "delete_chat_photo", "forum_topic_edited", "forum_topic_closed", "forum_topic_reopened",
  "general_forum_topic_hidden", "general_forum_topic_unhidden", "message_auto_delete_timer_changed", "write_access_allowed",
];

export function serviceWords(message) {
  for (const [key, words] of Object.entries(SERVICE)) if (message[key] !== undefined) return words(message);
  const other = OTHER_SERVICE.find((key) => message[key] !== undefined);
  return other ? say("serviceOther", other) : null;
}

const KINDS = ["photo", "animation", "video", "video_note", "voice", "audio", "document", "sticker", "dice", "poll", "venue", "location", "contact"];
const KIND_WORDS = { video_note: "videoNote", venue: "location" };

// The line that stands for a message in the list of chats, in a quote or in the pinned bar.
export function summary(message) {
  if (!message) return "";
  const service = serviceWords(message);
  if (service) return service;
  if (message.text !== undefined) return message.text;
  const kind = KINDS.find((key) => message[key] !== undefined);
  if (!kind) return say("unknownMessage");
  if (kind === "sticker") return `${message.sticker.emoji || ""} ${say("sticker")}`.trim();
  if (kind === "dice") return `${message.dice.emoji} ${message.dice.value}`;
  if (kind === "poll") return `${say("poll")}：${message.poll.question}`;
  if (kind === "contact") return `${say("contactWord")}：${[message.contact.first_name, message.contact.last_name].filter(Boolean).join(" ")}`;
  if (kind === "document" && message.document.file_name) return message.caption || message.document.file_name;
  const word = say(KIND_WORDS[kind] || kind);
  return message.caption ? `${word}，${message.caption}` : word;
}

function bytes(size) {
  if (size === undefined) return "";
  if (size < 1024) return `${size} B`;
  if (size < 1048576) return `${(size / 1024).toFixed(1)} KB`;
  return `${(size / 1048576).toFixed(1)} MB`;
}

function shaped(box, width, height) {
  const ratio = Math.min(2, Math.max(0.7, (width || 4) / (height || 3)));
  box.style.aspectRatio = String(ratio);
  return box;
}

function photoNode(message) {
  const largest = message.photo.at(-1);
  return shaped(picture(largest.file_id, largest.file_unique_id, say("photo")), largest.width, largest.height);
}

function videoNode(video, word) {
  const cover = video.thumbnail ? picture(video.thumbnail.file_id, video.file_unique_id, word) : picture("", video.file_unique_id, word);
  const box = el("span", { class: "video" }, shaped(cover, video.width, video.height),
    el("span", { class: "video-play" }, icon("play")),
    el("span", { class: "video-length", text: `${word} ${minutesSeconds(video.duration || 0)}` }));
  return box;
}

// Nothing sounds: the bar runs for as long as the message would.
function voiceNode(voice, word) {
  const bar = el("span", { class: "voice-bar" }, el("span", { class: "voice-done" }));
  const length = Math.max(1, voice.duration || 1);
  let running = null;
  const button = iconButton("play", `${say("play")}：${word} ${minutesSeconds(length)}`, () => {
    if (running) { running.cancel(); running = null; button.replaceChildren(icon("play")); return; }
    button.replaceChildren(icon("pause"));
    running = bar.firstChild.animate([{ width: "0%" }, { width: "100%" }], { duration: length * 1000 });
    running.onfinish = () => { running = null; button.replaceChildren(icon("play")); };
  }, "round");
  return el("div", { class: "file-row" }, button, el("span", { class: "file-words" }, bar,
    el("span", { class: "faint", text: `${voice.title || word} · ${minutesSeconds(length)}` })));
}

function documentNode(file) {
  return el("div", { class: "file-row" }, el("span", { class: "file-icon" }, icon("document")),
    el("span", { class: "file-words" }, nameNode(file.file_name || say("document"), "file-name"),
      el("span", { class: "faint", text: bytes(file.file_size) })));
}

function locationNode(message) {
  const { latitude, longitude } = message.location || message.venue.location;
  const where = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  return el("a", {
    class: "place", target: "_blank", rel: "noopener noreferrer", "aria-label": `${say("location")} ${where}，${say("openMap")}`,
    href: `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=15/${latitude}/${longitude}`,
  }, mapCard(latitude, longitude),
  message.venue && nameNode(message.venue.title, "place-name"), message.venue && nameNode(message.venue.address, "faint"),
  el("span", { class: "place-line" }, el("span", { text: where }), el("span", { class: "place-open", text: say("openMap") })));
}

function contactNode(contact, actions) {
  return el("div", { class: "file-row" }, el("span", { class: "file-icon" }, icon("contact")),
    el("span", { class: "file-words" }, nameNode([contact.first_name, contact.last_name].filter(Boolean).join(" "), "file-name"),
      richText(contact.phone_number, [{ type: "phone_number", offset: 0, length: contact.phone_number.length }], actions)));
}

function pollNode(poll) {
  const total = Math.max(1, poll.total_voter_count || 0);
  return el("div", { class: "poll" }, el("strong", { dir: "auto", text: poll.question }),
    poll.options.map((option) => el("div", { class: "poll-option" },
      el("span", { dir: "auto", text: option.text }),
      el("meter", { min: 0, max: total, value: option.voter_count || 0, "aria-label": say("pollVotes", option.voter_count || 0) }))),
    el("span", { class: "faint", text: say("pollVotes", poll.total_voter_count || 0) }));
}

const DICE_FACES = ["", "⚀", "⚁", "⚂", "⚃", "⚄", "⚅"];

function mediaNode(message, actions) {
  if (message.photo) return photoNode(message);
  if (message.animation) return videoNode(message.animation, say("animation"));
  if (message.video) return videoNode(message.video, say("video"));
  if (message.video_note) return videoNode(message.video_note, say("videoNote"));
  if (message.voice) return voiceNode(message.voice, say("voice"));
  if (message.audio) return voiceNode(message.audio, say("audio"));
  if (message.document) return documentNode(message.document);
  if (message.location || message.venue) return locationNode(message);
  if (message.contact) return contactNode(message.contact, actions);
  if (message.poll) return pollNode(message.poll);
  if (message.sticker) return el("span", { class: "sticker", role: "img", "aria-label": say("sticker"), text: message.sticker.emoji || "🙂" });
  if (message.dice) {
    const face = message.dice.emoji === "🎲" ? DICE_FACES[message.dice.value] : message.dice.emoji;
    return el("span", { class: "sticker" }, face || message.dice.emoji, el("span", { class: "dice-value", text: message.dice.value }));
  }
  return null;
}

function quoteNode(message, actions) {
  const to = message.reply_to_message;
  if (!to || to.forum_topic_created) return null;
  return el("button", { type: "button", class: "quote", onclick: () => actions.jump(to.message_id) },
    nameNode(fullName(to.from), "quote-name"), el("span", { class: "quote-text", dir: "auto", text: message.quote?.text ?? summary(to) }));
}

function originNode(message) {
  const origin = message.forward_origin;
  if (!origin) return null;
  const who = origin.sender_user ? fullName(origin.sender_user)
    : origin.sender_user_name || fullName(origin.sender_chat || origin.chat);
  return el("div", { class: "forwarded", dir: "auto", text: say("forwardedFrom", who) });
}

// Styles the Bot API knows; anything else is drawn as a plain button.
const STYLES = new Set(["primary", "success", "danger"]);
export const styleClass = (button) => (STYLES.has(button.style) ? `style-${button.style}` : "");

export function inlineKeyboard(message, actions) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length || message.deleted) return null;
  return el("div", { class: "inline-keyboard" }, rows.map((row, y) => el("div", { class: "key-row" }, row.map((button, x) => {
    const kind = button.url || button.login_url ? "↗" : button.copy_text ? "⧉" : "";
    const node = el("button", { type: "button", class: `inline-key ${styleClass(button)}`, data: { key: `${y}:${x}` } },
      el("span", { class: "key-text", dir: "auto", text: button.text }), kind && el("span", { class: "key-kind", "aria-hidden": "true", text: kind }));
    node.addEventListener("click", () => actions.inline(message, button, node));
    return node;
  }))));
}

export function bubble(messages, { personId, group, admin, actions }) {
  const message = messages[0];
  const own = message.from?.id === personId && !message.sender_chat;
  const bare = (message.sticker || message.dice) && !message.reply_to_message;
  const gone = messages.every((one) => one.deleted);
  const node = el("div", {
    class: `message ${own ? "own" : ""} ${gone ? "gone" : ""} ${bare ? "bare" : ""}`,
    data: { messageId: message.message_id, all: messages.map((one) => one.message_id).join(" ") },
  });
  const body = el("div", { class: "bubble" });
  const wide = messages.some((one) => one.reply_markup?.inline_keyboard?.length || one.photo || one.video || one.location || one.venue || one.poll);
  if (wide) body.classList.add("wide");
  if (group && !own) {
    const name = nameNode(fullName(message.sender_chat || message.from), "sender");
    name.style.setProperty("--tone", toneOf((message.sender_chat || message.from || {}).id));
    body.append(name);
    if (message.from?.is_bot) name.append(el("span", { class: "sender-kind", text: ` ${say("bot")}` }));
    if (admin) name.append(el("span", { class: "sender-kind", text: ` ${admin}` }));
  }
  const origin = originNode(message);
  const quote = quoteNode(message, actions);
  if (origin) body.append(origin);
  if (quote) body.append(quote);
  const media = messages.map((one) => [one, mediaNode(one, actions)]).filter(([, part]) => part);
  if (media.length > 1) body.append(el("div", { class: `album album-${Math.min(media.length, 4)}` }, media.map(([one, part]) => el("div", { class: one.deleted ? "gone" : "" }, part))));
  else if (media.length) body.append(media[0][1]);
  let words = 0;
  for (const one of messages) {
    if (one.text !== undefined) { body.append(richText(one.text, one.entities, actions)); words += 1; }
    if (one.caption) { body.append(richText(one.caption, one.caption_entities, actions)); words += 1; }
  }
  if (!media.length && !words) body.append(el("div", { class: "text faint", text: say("unknownMessage") }));
  const reactions = messages.flatMap((one) => one.reactions || []);
  if (reactions.length) body.append(el("div", { class: "reactions" }, reactions.map((one) => el("span", { class: "reaction", text: one.emoji || "★" }))));
  body.append(el("div", { class: "meta" },
    !gone && el("span", { class: "message-tools" },
      iconButton("reply", say("reply"), () => actions.replyTo(message), "small"),
      iconButton("more", say("messageMenu"), () => actions.menu(messages), "small")),
    gone && el("span", { text: say("deleted") }),
    !gone && messages.some((one) => one.edited) && el("span", { text: say("edited") }),
    el("time", { datetime: new Date(message.date * 1000).toISOString(), title: fullMoment(message.date), text: hourMinute(message.date) })));
  body.addEventListener("contextmenu", (event) => {
    if (gone || event.target.closest("a")) return;
    event.preventDefault();
    actions.menu(messages);
  });
  swipe(node, () => { if (!gone) actions.replyTo(message); });
  node.append(body);
  for (const one of messages) {
    const keys = inlineKeyboard(one, actions);
    if (keys) node.append(keys);
  }
  return node;
}

// A short pull to the left answers a message, as fingers are used to.
function swipe(node, act) {
  let from = null;
  node.addEventListener("touchstart", (event) => { from = event.touches.length === 1 ? event.touches[0] : null; }, { passive: true });
  node.addEventListener("touchend", (event) => {
    if (!from) return;
    const to = event.changedTouches[0];
    if (from.clientX - to.clientX > 60 && Math.abs(from.clientY - to.clientY) < 30) act();
    from = null;
  }, { passive: true });
}
