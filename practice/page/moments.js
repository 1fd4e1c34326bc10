// Times are shown as the county's clock shows them, wherever the browser stands.

import { pageLanguage, say } from "./words.js";

const ZONE = "Asia/Shanghai";
const parts = new Intl.DateTimeFormat("en-GB", {
  timeZone: ZONE, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23",
});

function split(seconds) {
  return Object.fromEntries(parts.formatToParts(new Date(seconds * 1000)).map(({ type, value }) => [type, value]));
}

export const hourMinute = (seconds) => { const p = split(seconds); return `${p.hour}:${p.minute}`; };

export const fullMoment = (seconds) => {
  const p = split(seconds);
  return `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}:${p.second}`;
};

export const dayKey = (seconds) => { const p = split(seconds); return `${p.year}-${p.month}-${p.day}`; };

export function dayWords(seconds, now) {
  if (dayKey(seconds) === dayKey(now)) return say("today");
  if (dayKey(seconds) === dayKey(now - 86400)) return say("yesterday");
  const { month, day } = split(seconds);
  if (pageLanguage() === "en") {
    return new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, day: "numeric", month: "long" }).format(new Date(seconds * 1000));
  }
  return `${Number(month)}月${Number(day)}日`;
}

export function shortMoment(seconds, now) {
  if (dayKey(seconds) === dayKey(now)) return hourMinute(seconds);
  const { month, day } = split(seconds);
  return `${month}-${day}`;
}

export const minutesSeconds = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
