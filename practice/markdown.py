"""MarkdownV2 and the legacy Markdown → plain text and entities, with Telegram's own errors (see `entities.py`)."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from telegram.constants import ParseMode

from practice.entities import (
    SPACES,
    byte_offset,
    cant_parse,
    clean,
    given_entities,
    link_entity,
    parse_html,
    sort_entities,
    trim,
    utf16_length,
)
from practice.errors import Json, bad_request

RESERVED = frozenset("_*[]()~`>#+-=|{}.!\n")
INSIDE_CODE = frozenset("`")
CODE_TYPES = ("code", "pre")
# How Telegram's error texts name an entity that was never closed.
SPOKEN = {
    "bold": "Bold",
    "italic": "Italic",
    "underline": "Underline",
    "strikethrough": "Strikethrough",
    "spoiler": "Spoiler",
    "code": "Code",
    "pre": "Pre",
    "text_link": "TextUrl",
    "custom_emoji": "CustomEmoji",
    "blockquote": "BlockQuote",
}
CLOSING: dict[str, Callable[[str, int], bool]] = {
    "bold": lambda s, i: s[i] == "*",
    "italic": lambda s, i: s[i] == "_" and s[i + 1] != "_",
    "underline": lambda s, i: s[i] == "_" and s[i + 1] == "_",
    "strikethrough": lambda s, i: s[i] == "~",
    "spoiler": lambda s, i: s[i] == "|" and s[i + 1] == "|",
    "code": lambda s, i: s[i] == "`",
    "pre": lambda s, i: s[i : i + 3] == "```",
    "text_link": lambda s, i: s[i] == "]",
    "custom_emoji": lambda s, i: s[i] == "]",
    "blockquote": lambda s, i: False,
}


def reserved(character: str) -> Exception:
    return cant_parse(f"Character '{character}' is reserved and must be escaped with the preceding '\\'")


@dataclass(slots=True)
class Open:
    type: str
    argument: str
    offset: int  # UTF-16 units
    begin: int  # index in the text sent
    at: int  # index in the output


class MarkdownReader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.s = text + "\0\0\0"
        self.out: list[str] = []
        self.offset = 0
        self.open: list[Open] = []
        self.entities: list[Json] = []
        self.in_quote = False
        self.quote_may_start = True

    def read(self) -> tuple[str, list[Json]]:
        i, end = 0, len(self.text)
        while i < end:
            c = self.s[i]
            if c == "\\" and 0 < ord(self.s[i + 1]) <= 126:
                self._emit(self.s[i + 1])
                i += 2
                continue
            marks = INSIDE_CODE if self.open and self.open[-1].type in CODE_TYPES else RESERVED
            if c not in marks:
                self._emit(c)
                i += 1
            elif self._ends(i):
                i = self._end(i)
            else:
                i = self._begin(i)
        self._finish()
        return "".join(self.out), sort_entities(self.entities)

    def _emit(self, c: str) -> None:
        self.out.append(c)
        self.offset += 1 + (c > "\uffff")
        if c != "\r":
            self.quote_may_start = c == "\n"

    def _ends(self, i: int) -> bool:
        if not self.open:
            return False
        if self.in_quote and self.s[i] == "\n" and (i + 1 == len(self.text) or self.s[i + 1] != ">"):
            return True
        return CLOSING[self.open[-1].type](self.s, i)

    def _begin(self, i: int) -> int:
        s, begin, argument = self.s, i, ""
        match s[i]:
            case "_":
                double = s[i + 1] == "_"
                kind, i = ("underline", i + 2) if double else ("italic", i + 1)
            case "*":
                kind, i = "bold", i + 1
            case "~":
                kind, i = "strikethrough", i + 1
            case "|" if s[i + 1] == "|":
                kind, i = "spoiler", i + 2
            case "[":
                kind, i = "text_link", i + 1
            case "!" if s[i + 1] == "[":
                kind, i = "custom_emoji", i + 2
            case "`" if s[i : i + 3] == "```":
                kind = "pre"
                argument, i = language_and_newline(s, i + 3, len(self.text))
            case "`":
                kind, i = "code", i + 1
            case "\n":
                self._emit("\n")
                return i + 1
            case ">" if self.quote_may_start:
                if self.in_quote:
                    return i + 1
                kind, i = "blockquote", i + 1
                self.in_quote = True
            case _:
                raise reserved(s[i])
        self.open.append(Open(kind, argument, self.offset, begin, len(self.out)))
        return i

    def _unclosed(self) -> Exception:
        last = self.open[-1]
        kind = "PreCode" if last.type == "pre" and last.argument else SPOKEN[last.type]
        return cant_parse(f"Can't find end of {kind} entity at byte offset {byte_offset(self.text, last.begin)}")

    def _end(self, i: int) -> int:
        kind = self.open[-1].type
        if self.s[i] == "\n" and kind != "blockquote":
            # "||" right before the end of a quote makes the quote expandable.
            if kind != "spoiler" or self.open[-1].begin != i - 2:
                raise self._unclosed()
            self.open.pop()
            if not self.open or self.open[-1].type != "blockquote":
                raise self._unclosed() if self.open else reserved("|")
            kind = "expandable_blockquote"
        last = self.open.pop()
        if kind in ("blockquote", "expandable_blockquote"):
            self.in_quote = False
            self._emit("\n")
            self.entities.append({"type": kind, "offset": last.offset, "length": self.offset - last.offset})
            return i + 1
        length = self.offset - last.offset
        if kind in ("text_link", "custom_emoji"):
            return self._end_link(kind, last, length, i)
        if length:
            entity: Json = {"type": kind, "offset": last.offset, "length": length}
            if kind == "pre" and last.argument:
                entity["language"] = last.argument
            self.entities.append(entity)
        return i + {"underline": 2, "spoiler": 2, "pre": 3}.get(kind, 1)

    def _end_link(self, kind: str, last: Open, length: int, i: int) -> int:
        if self.s[i + 1] != "(":
            if kind == "custom_emoji":
                raise cant_parse("The entity must contain a tg://emoji or tg://time URL")
            url, i = "".join(self.out[last.at :]), i + 1
        else:
            url, i = self._url(i + 2)
        if kind == "text_link":
            entity = link_entity(url, last.offset, length)
        else:
            entity = emoji_or_time(url, last.offset, length)
        if entity and length:
            self.entities.append(entity)
        return i

    def _url(self, i: int) -> tuple[str, int]:
        s, begin, characters = self.s, i, []
        while i < len(self.text) and s[i] != ")":
            if s[i] == "\\" and 0 < ord(s[i + 1]) <= 126:
                i += 1
            characters.append(s[i])
            i += 1
        if s[i] != ")":
            raise cant_parse(f"Can't find end of a URL at byte offset {byte_offset(self.text, begin)}")
        return "".join(characters), i + 1

    def _finish(self) -> None:
        if self.in_quote and self.open:
            kind = "blockquote"
            if self.open[-1].type == "spoiler" and self.open[-1].begin == len(self.text) - 2:
                self.open.pop()
                kind = "expandable_blockquote"
            if self.open and self.open[-1].type == "blockquote":
                last = self.open.pop()
                if self.offset > last.offset:
                    self.entities.append({"type": kind, "offset": last.offset, "length": self.offset - last.offset})
        if self.open:
            raise self._unclosed()


def emoji_or_time(url: str, offset: int, length: int) -> Json:
    emoji = re.fullmatch(r"tg://emoji\?id=([1-9]\d*)", url)
    if emoji:
        return {"type": "custom_emoji", "offset": offset, "length": length, "custom_emoji_id": emoji[1]}
    time = re.fullmatch(r"tg://time\?unix=(\d+)(?:&format=(\w*))?", url)
    if not time:
        raise cant_parse("Invalid tg://emoji or tg://time URL specified")
    place: Json = {"type": "date_time", "offset": offset, "length": length}
    return {**place, "unix_time": int(time[1]), "date_time_format": time[2] or ""}


def language_and_newline(s: str, i: int, end: int) -> tuple[str, int]:
    """After ```: the language, if one is named, and the one line break that is not part of the code."""
    stop = i
    while s[stop] not in SPACES and s[stop] != "`":
        stop += 1
    language = ""
    if stop != i and stop < end and s[stop] != "`":
        language, i = s[i:stop], stop
    if s[i] in "\r\n":
        i += 2 if s[i + 1] in "\r\n" and s[i + 1] != s[i] else 1
    return language, i


def parse_markdown_v2(text: str) -> tuple[str, list[Json]]:
    return MarkdownReader(text).read()


def parse_markdown(text: str) -> tuple[str, list[Json]]:
    """The legacy mode: `_italic_`, `*bold*`, code and links, without nesting."""
    s, end, out, entities, offset, i = text + "\0\0\0", len(text), [], [], 0, 0
    while i < end:
        c = s[i]
        if c == "\\" and s[i + 1] in "_*`[":
            out.append(s[i + 1])
            offset, i = offset + 1, i + 2
            continue
        if c not in "_*`[":
            out.append(c)
            offset, i = offset + 1 + (c > "\uffff"), i + 1
            continue
        begin, closing, language = i, "]" if c == "[" else c, ""
        block = s[i : i + 3] == "```"
        i += 1
        if block:
            language, i = language_and_newline(s, begin + 3, end)
        stop = s.find("```" if block else closing, i, end)
        if stop < 0:
            raise cant_parse(f"Can't find end of the entity starting at byte offset {byte_offset(text, begin)}")
        inner = s[i:stop]
        length = utf16_length(inner)
        out.append(inner)
        i = stop + (3 if block else 1)
        entity: Json | None = {"offset": offset, "length": length}
        if c == "[":
            url = inner
            if s[i] == "(":
                close = s.find(")", i, end)
                url, i = (s[i + 1 : close], close + 1) if close >= 0 else (s[i + 1 : end], end)
            entity = link_entity(url, offset, length)
        elif entity is not None:
            entity["type"] = "pre" if block else {"_": "italic", "*": "bold", "`": "code"}[c]
            if language:
                entity["language"] = language
        if entity and length:
            entities.append(entity)
        offset += length
    return "".join(out), sort_entities(entities)


READERS: dict[str, Callable[[str], tuple[str, list[Json]]]] = {
    ParseMode.HTML.lower(): parse_html,
    ParseMode.MARKDOWN_V2.lower(): parse_markdown_v2,
    ParseMode.MARKDOWN.lower(): parse_markdown,
}


def formatted(text: str, parse_mode: str, entities: object = None) -> tuple[str, list[Json]]:
    """What a client would show of `text`: cleaned, parsed and trimmed."""
    text = clean(text)
    if parse_mode and parse_mode.lower() != "none":
        reader = READERS.get(parse_mode.lower())
        if reader is None:
            raise bad_request("unsupported parse_mode")
        text, found = reader(text)
    else:
        found = given_entities(text, entities)
    return trim(text, found)
