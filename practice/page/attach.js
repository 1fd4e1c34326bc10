// What a phone can attach. Each form hands back the piece of a send call that the control door knows.

import { choice, el, field, fill, icon } from "./dom.js";
import { drawnPicture, mapCard } from "./drawing.js";
import { formSheet, listSheet } from "./sheets.js";
import { say } from "./words.js";

const HOME = [23.502, 113.778];
const PLACES = [["placePaitan", 23.502, 113.778], ["placeLicheng", 23.29, 113.83], ["placeOutside", 23.10645, 113.32446]];

const captionField = () => el("textarea", { rows: 2, dir: "auto" });
const withCaption = (what, caption) => (caption.value ? { ...what, caption: caption.value } : what);

function photoForm(host, send) {
  let seed = Math.floor(Math.random() * 1e6);
  const shown = el("div", { class: "form-picture" }, drawnPicture(seed));
  const caption = captionField();
  const picker = el("input", { type: "file", accept: "image/*" });
  formSheet(host, say("photo"), [shown,
    el("button", { type: "button", class: "plain", text: say("anotherPicture"), onclick: () => { seed = Math.floor(Math.random() * 1e6); fill(shown, drawnPicture(seed)); } }),
    field(say("pickFile"), picker), field(say("caption"), caption)],
  async () => send({ photo: withCaption(picker.files[0] ? { data_base64: await base64(picker.files[0]) } : { seed }, caption) }));
}

function albumForm(host, send) {
  const count = el("input", { type: "number", min: 2, max: 10, value: 3, required: true });
  const video = el("input", { type: "checkbox" });
  const caption = captionField();
  formSheet(host, say("album"), [field(say("count"), count),
    el("label", { class: "check" }, video, el("span", { text: say("withVideo") })), field(say("caption"), caption)],
  () => {
    const album = Array.from({ length: Number(count.value) }, () => ({ kind: "photo" }));
    if (video.checked) album.at(-1).kind = "video";
    if (caption.value) album[0].caption = caption.value;
    return send({ album });
  });
}

const SIZES = { video: 3_000_000, voice: 24_000, audio: 2_000_000 };

function mediaForm(host, kind, send) {
  const size = el("input", { type: "number", min: 1, value: SIZES[kind], required: true });
  const caption = captionField();
  formSheet(host, say(kind), [field(say("size"), size), field(say("caption"), caption)],
    () => send({ [kind]: withCaption({ size: Number(size.value) }, caption) }));
}

async function base64(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  // In pieces: one call with a whole file's bytes as arguments overflows the stack.
  for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return btoa(text);
}

function documentForm(host, send) {
  const name = el("input", { value: "情况说明.pdf", required: true });
  const size = el("input", { type: "number", min: 1, value: 120_000, required: true });
  const picker = el("input", { type: "file", onchange: () => { const file = picker.files[0]; if (file) { name.value = file.name; size.value = file.size; } } });
  const caption = captionField();
  formSheet(host, say("document"), [field(say("fileName"), name), field(say("size"), size), field(say("pickFile"), picker), field(say("caption"), caption)],
    async () => {
      const what = withCaption({ file_name: name.value }, caption);
      if (picker.files[0]) what.data_base64 = await base64(picker.files[0]);
      else what.size = Number(size.value);
      return send({ document: what });
    });
}

export function locationForm(host, send) {
  const latitude = el("input", { type: "number", step: "any", min: -90, max: 90, value: HOME[0], required: true });
  const longitude = el("input", { type: "number", step: "any", min: -180, max: 180, value: HOME[1], required: true });
  const shown = el("div", { class: "form-picture" });
  const draw = () => fill(shown, mapCard(Number(latitude.value), Number(longitude.value)));
  latitude.addEventListener("input", draw);
  longitude.addEventListener("input", draw);
  draw();
  const places = choice(PLACES.map(([key], index) => [index, say(key)]), 0, {
    onchange: (event) => { [, latitude.value, longitude.value] = PLACES[event.target.value]; draw(); },
  });
  formSheet(host, say("shareLocation"), [shown, field(say("places"), places),
    el("div", { class: "pair" }, field(say("latitude"), latitude), field(say("longitude"), longitude))],
  () => send({ location: { latitude: Number(latitude.value), longitude: Number(longitude.value) } }));
}

export function pollForm(host, send) {
  const question = el("input", { required: true, dir: "auto", maxlength: 300 });
  const options = el("textarea", { rows: 4, required: true, dir: "auto" });
  formSheet(host, say("poll"), [field(say("question"), question), field(say("options"), options)],
    () => send({ poll: { question: question.value, options: options.value.split("\n").map((line) => line.trim()).filter(Boolean) } }));
}

export function attachMenu(host, send) {
  const row = (name, act, text = say(name)) => ({ text, act, before: icon(name === "location" ? "pin" : name === "audio" ? "voice" : name) });
  listSheet(host, say("attach"), [
    row("photo", () => photoForm(host, send)),
    row("album", () => albumForm(host, send)),
    row("video", () => mediaForm(host, "video", send)),
    row("voice", () => mediaForm(host, "voice", send)),
    row("audio", () => mediaForm(host, "audio", send)),
    row("document", () => documentForm(host, send)),
    row("location", () => locationForm(host, send)),
    row("contact", () => send({ contact: "own" })),
    row("sticker", () => send({ sticker: {} })),
    row("dice", () => send({ dice: {} })),
    row("poll", () => pollForm(host, send)),
  ], "", "tiles");
}
