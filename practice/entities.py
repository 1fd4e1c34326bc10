"""Text with formatting → plain text and entities, as strict as Telegram: HTML here, the two Markdowns in `markdown.py`.

Offsets and lengths are UTF-16 units; errors are worded as Telegram words them, with byte offsets into the text sent.
A port of the published algorithm (td/telegram/MessageEntity.cpp), so that what passes here passes there.
"""

import re
from dataclasses import dataclass

from telegram.constants import MessageEntityType, MessageLimit

from practice.errors import Json, Refused, bad_request

TAGS = frozenset(
    {"a", "b", "strong", "i", "em", "s", "strike", "del", "u", "ins", "pre", "code", "blockquote", "span"}
    | {"tg-spoiler", "tg-emoji", "tg-time"}
)
SIMPLE = {
    "b": MessageEntityType.BOLD,
    "strong": MessageEntityType.BOLD,
    "i": MessageEntityType.ITALIC,
    "em": MessageEntityType.ITALIC,
    "s": MessageEntityType.STRIKETHROUGH,
    "strike": MessageEntityType.STRIKETHROUGH,
    "del": MessageEntityType.STRIKETHROUGH,
    "u": MessageEntityType.UNDERLINE,
    "ins": MessageEntityType.UNDERLINE,
    "tg-spoiler": MessageEntityType.SPOILER,
    "span": MessageEntityType.SPOILER,
}
# Of two entities with the same place, which is the outer one.
KIND_ORDER = {"blockquote": 0, "expandable_blockquote": 0, "pre": 11, "code": 20, "text_link": 49, "text_mention": 49}
KIND_ORDER |= {"bold": 90, "italic": 91, "underline": 92, "strikethrough": 93, "spoiler": 94, "custom_emoji": 99}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
HTML_ENTITY = re.compile(r"&(?:#x([0-9a-fA-F]{1,8})|#([0-9]{1,8})|(lt|gt|amp|quot));?")
NEXT_MARK = re.compile(r"[<&]")
SPACES = " \t\r\n\v\0"
NAME_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
LINK = re.compile(r"(?:[a-z][a-z0-9+.\-]*://)?[^\s/?#]+\.[^\s]+|(?:tg|tonsite|mailto|tel):\S+", re.IGNORECASE)
# Control characters become spaces; carriage returns and the invisible direction marks U+2028–202E disappear.
UNCLEAN = re.compile("[\x00-\x09\x0b-\x1f\u2028-\u202e\u0333\u033f\u030a]")
TO_SPACE = {code: " " for code in range(32) if code not in (10, 13)}
CLEANING = {**TO_SPACE, 13: None, **dict.fromkeys((*range(0x2028, 0x202F), 0x0333, 0x033F, 0x030A))}


def utf16_length(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def cant_parse(words: str) -> Refused:
    return bad_request(f"can't parse entities: {words}")


def byte_offset(text: str, position: int) -> int:
    return len(text[:position].encode("utf-8", "surrogatepass"))


def checked_link(url: str) -> str:
    """The link a client would open, or nothing: Telegram drops the entity of a bad link and keeps the text."""
    url = url.strip()
    if not LINK.fullmatch(url):
        return ""
    if "://" not in url and not re.match(r"(?:tg|tonsite|mailto|tel):", url):
        url = f"http://{url}"
    scheme, separator, rest = url.partition("://")
    return f"{url}/" if separator and scheme in ("http", "https") and "/" not in rest and "?" not in rest else url


def link_entity(url: str, offset: int, length: int) -> Json | None:
    mention = re.fullmatch(r"tg:(?://)?user\?id=(\d+)", url)
    if mention:
        user = {"id": int(mention[1]), "is_bot": False, "first_name": mention[1]}
        return {"type": "text_mention", "offset": offset, "length": length, "user": user}
    link = checked_link(url)
    return {"type": "text_link", "offset": offset, "length": length, "url": link} if link else None


def sort_entities(entities: list[Json]) -> list[Json]:
    """By place, the longer first, then by kind: the order in which Telegram answers them."""
    return sorted(entities, key=lambda one: (one["offset"], -one["length"], KIND_ORDER.get(one["type"], 50)))


def decode_html(text: str, position: int) -> tuple[str, int]:
    """The character behind `&…;` at `position` and where it ends; nothing when it is a plain ampersand."""
    match = HTML_ENTITY.match(text, position)
    if match is None:
        return "", position
    if match[3]:
        return NAMED[match[3]], match.end()
    code = int(match[1], 16) if match[1] else int(match[2])
    if code == 0 or code >= 0x10FFFF:
        return "", position
    if 0xD800 <= code <= 0xDFFF:
        raise cant_parse(
            "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate "
            "code units"
        )
    return chr(code), match.end()


@dataclass(slots=True)
class OpenTag:
    name: str
    argument: str
    unix: int
    offset: int  # UTF-16 units
    at: int  # index of its first character among the output parts


class HtmlReader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.s = text + "\0"  # the end reads as a space, as in the original
        self.parts: list[str] = []
        self.offset = 0
        self.open: list[OpenTag] = []
        self.entities: list[Json] = []

    def read(self) -> tuple[str, list[Json]]:
        text, position, end = self.text, 0, len(self.text)
        while position < end:
            mark = NEXT_MARK.search(text, position)
            stop = mark.start() if mark else end
            if stop > position:
                self._emit(text[position:stop])
            position = stop
            if mark is None:
                break
            if text[position] == "&":
                character, after = decode_html(text, position)
                self._emit(character or "&")
                position = after if character else position + 1
            elif self.s[position + 1] == "/":
                position = self._close(position)
            else:
                position = self._start(position)
        if self.open:
            raise cant_parse(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')
        return "".join(self.parts), sort_entities(self.entities)

    def _emit(self, plain: str) -> None:
        self.parts.append(plain)
        self.offset += utf16_length(plain)

    def _skip(self, position: int, characters: str) -> int:
        while position < len(self.text) and self.s[position] in characters:
            position += 1
        return position

    def _start(self, begin: int) -> int:
        s, i = self.s, begin + 1
        while s[i] not in SPACES and s[i] != ">":
            i += 1
        at = byte_offset(self.text, begin)
        if i >= len(self.text):
            raise cant_parse(f"Unclosed start tag at byte offset {at}")
        name = s[begin + 1 : i].lower()
        if name not in TAGS:
            raise cant_parse(f'Unsupported start tag "{name}" at byte offset {at}')
        argument, unix = "", 0
        while s[i] != ">":
            i = self._skip(i, SPACES)
            if s[i] == ">":
                break
            attribute, value, i = self._attribute(name, i, at)
            if name == "a" and attribute == "href":
                argument = value or ""
            elif name == "code" and attribute == "class" and (value or "").startswith("language-"):
                argument = (value or "")[9:]
            elif name == "span" and attribute == "class" and (value or "").startswith("tg-"):
                argument = (value or "")[3:]
            elif (name, attribute) in (("tg-emoji", "emoji-id"), ("tg-time", "format")):
                argument = value or ""
            elif (name, attribute) == ("blockquote", "expandable"):
                argument = "1"
            elif (name, attribute) == ("tg-time", "unix"):
                unix = int(value) if value and value.isdigit() else 0
        if name == "span" and argument != "spoiler":
            raise cant_parse(f'Tag "span" must have class "tg-spoiler" at byte offset {at}')
        self.open.append(OpenTag(name, argument, unix, self.offset, len(self.parts)))
        return i + 1

    def _attribute(self, tag: str, i: int, at: int) -> tuple[str, str | None, int]:
        s, end, begin = self.s, len(self.text), i
        while s[i] not in SPACES and s[i] not in "=>/\"'":
            i += 1
        attribute = s[begin:i]
        if not attribute:
            raise cant_parse(f'Empty attribute name in the tag "{tag}" at byte offset {at}')
        i = self._skip(i, SPACES)
        if s[i] != "=":
            if i >= end:
                raise cant_parse(f'Unclosed start tag "{tag}" at byte offset {at}')
            return attribute, None, i
        i = self._skip(i + 1, SPACES)
        if i >= end:
            raise cant_parse(f'Unclosed start tag "{tag}" at byte offset {at}')
        if s[i] not in "\"'":
            token = NAME_TOKEN.match(s, i)
            value = token[0].lower() if token else ""
            if s[i + len(value)] not in SPACES and s[i + len(value)] != ">":
                raise cant_parse(f"Unexpected end of name token at byte offset {byte_offset(self.text, i)}")
            i += len(value)
        else:
            value, i = self._quoted(i)
        if i >= end:
            raise cant_parse(f"Unclosed start tag at byte offset {at}")
        return attribute, value, i

    def _quoted(self, i: int) -> tuple[str, int]:
        s, end, quote, characters = self.s, len(self.text), self.s[i], []
        i += 1
        while i < end and s[i] != quote:
            if s[i] == "&":
                character, after = decode_html(self.text, i)
                if character:
                    characters.append(character)
                    i = after
                    continue
            characters.append(s[i])
            i += 1
        return "".join(characters), i + 1 if i < end else i

    def _close(self, begin: int) -> int:
        s, i = self.s, begin
        at = byte_offset(self.text, begin)
        if not self.open:
            raise cant_parse(f"Unexpected end tag at byte offset {at}")
        while s[i] not in SPACES and s[i] != ">":
            i += 1
        name = s[begin + 2 : i].lower()
        i = self._skip(i, SPACES)
        if s[i] != ">":
            raise cant_parse(f"Unclosed end tag at byte offset {at}")
        tag = self.open.pop()
        if name and name != tag.name:
            raise cant_parse(f'Unmatched end tag at byte offset {at}, expected "</{tag.name}>", found "</{name}>"')
        if self.offset > tag.offset:
            self._entity(tag, self.offset - tag.offset)
        return i + 1

    def _entity(self, tag: OpenTag, length: int) -> None:
        place: Json = {"offset": tag.offset, "length": length}
        before = self.entities[-1] if self.entities else {}
        same_place = before.get("offset") == tag.offset and before.get("length") == length
        if tag.name in SIMPLE:
            self.entities.append({"type": SIMPLE[tag.name].value, **place})
        elif tag.name == "blockquote":
            self.entities.append({"type": "expandable_blockquote" if tag.argument else "blockquote", **place})
        elif tag.name == "a":
            entity = link_entity(tag.argument or "".join(self.parts[tag.at :]), tag.offset, length)
            if entity:
                self.entities.append(entity)
        elif tag.name == "tg-emoji":
            if not tag.argument.isdigit() or not int(tag.argument):
                raise cant_parse("Invalid custom emoji identifier specified")
            self.entities.append({"type": "custom_emoji", **place, "custom_emoji_id": tag.argument})
        elif tag.name == "tg-time":
            if tag.unix > 0:
                self.entities.append(
                    {"type": "date_time", **place, "unix_time": tag.unix, "date_time_format": tag.argument}
                )
        elif tag.name == "pre":
            if same_place and before["type"] == "code" and before.get("language"):
                before["type"] = "pre"
            else:
                self.entities.append({"type": "pre", **place})
        elif same_place and before["type"] == "pre" and tag.argument:
            before["language"] = tag.argument
        else:
            self.entities.append({"type": "code", **place, **({"language": tag.argument} if tag.argument else {})})


def parse_html(text: str) -> tuple[str, list[Json]]:
    plain, entities = HtmlReader(text).read()
    for entity in entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    return plain, entities


def trim(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Telegram cuts the space around a text, but nothing before the first entity begins."""
    kept = text.rstrip(" \n")
    first = min((entity["offset"] for entity in entities), default=len(kept))
    start = 0
    while start < min(first, len(kept)) and kept[start] in " \n":
        start += 1
    if start == 0 and len(kept) == len(text):
        return text, entities
    kept, size = kept[start:], utf16_length(kept[start:])
    fitted = []
    for entity in entities:
        offset = entity["offset"] - start
        length = min(entity["length"], size - offset)
        if length > 0:
            fitted.append({**entity, "offset": offset, "length": length})
    return kept, fitted


def clean(text: str) -> str:
    return text.translate(CLEANING) if UNCLEAN.search(text) else text


def given_entities(text: str, entities: object) -> list[Json]:
    """Entities sent beside the text instead of a parse mode."""
    if not isinstance(entities, list):
        return []
    size = utf16_length(text)
    fitted = []
    for entity in entities[: int(MessageLimit.MESSAGE_ENTITIES)]:
        if not isinstance(entity, dict) or "type" not in entity:
            raise bad_request("can't parse MessageEntity: Object expected")
        offset, length = entity.get("offset"), entity.get("length")
        if not isinstance(offset, int) or not isinstance(length, int):
            raise bad_request("can't parse MessageEntity: Can't find field \"offset\"")
        if 0 <= offset < size and length > 0:
            fitted.append({**entity, "length": min(length, size - offset)})
    return fitted
