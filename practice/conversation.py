"""Messages in words: what a phone shows of them, and the whole conversation for whoever reads a failed test."""

import json
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]
SHOWN_MESSAGES = 40


def words_of(message: Json) -> str:
    """The text of a message, or in brackets what it is instead."""
    text = message.get("text") or message.get("caption") or ""
    for kind in ("photo", "video", "voice", "audio", "document", "sticker", "dice", "poll", "location", "contact"):
        if kind in message:
            return f"[{kind}] {text}".rstrip()
    if text:
        return str(text)
    known = ("message_id", "from", "chat", "date", "edited", "deleted")
    return f"[{', '.join(name for name in message if name not in known)}]"


@dataclass(slots=True)
class Incoming:
    """One message or edit that reached the phone."""

    chat_id: int
    message: Json
    is_edit: bool
    seen: bool = False
    keyboard_only: bool = False

    @property
    def words(self) -> str:
        return words_of(self.message)

    @property
    def from_bot(self) -> bool:
        return bool(self.message["from"].get("is_bot"))

    def has(self, fragments: tuple[str, ...]) -> bool:
        buttons = self.message.get("reply_markup", {}).get("inline_keyboard", [])
        whole = "\n".join([self.words, *(button["text"] for row in buttons for button in row)])
        return all(fragment in whole for fragment in fragments)


def inline_rows(message: Json) -> list[list[str]]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [[button["text"] for button in row] for row in rows]


def inline_texts(message: Json) -> list[str]:
    return [text for row in inline_rows(message) for text in row]


def told_aloud(name: str, view: Json, chat_id: int) -> list[str]:
    """One chat as a phone shows it, line by line: who said what, and the buttons."""
    title = view["chat"].get("title") or view["chat"].get("first_name")
    lines = [f"--- {name}, chat with {title} ({chat_id})"]
    for message in view["messages"][-SHOWN_MESSAGES:]:
        marks = "".join(f" ({mark})" for mark in ("edited", "deleted") if message[mark])
        lines.append(f"{message['message_id']:>4} {message['from']['first_name']}: {words_of(message)}{marks}")
        lines += [f"       {json.dumps(row, ensure_ascii=False)}" for row in inline_rows(message)]
    for row in (view["reply_keyboard"] or {}).get("keyboard", []):
        lines.append(f"     ⌨ {json.dumps([key['text'] for key in row], ensure_ascii=False)}")
    return lines
