"""What Telegram finds in a plain text by itself: commands, mentions, hashtags, links, addresses, phone numbers."""

import re

from practice.entities import sort_entities, utf16_length
from practice.errors import Json

HINT = re.compile(r"[/@#]|://|www\.|\+\d|t\.me")
# A command in bold is still a command; one inside code or a link is not.
STYLES = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler", "blockquote"})
FINDERS = (
    ("url", re.compile(r"(?:https?://|www\.|(?<![\w@.])t\.me/)[^\s<>\"'，。；）】]+", re.IGNORECASE)),
    ("email", re.compile(r"(?<![\w.+-])[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")),
    ("bot_command", re.compile(r"(?<![\w/@<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/@<>])", re.ASCII)),
    ("mention", re.compile(r"(?<![\w/@])@[A-Za-z0-9_]{3,32}(?![\w@])", re.ASCII)),
    ("hashtag", re.compile(r"(?<![\w/#])#\w*[^\W\d]\w*")),
    ("phone_number", re.compile(r"(?<![\w+])\+\d[\d \-()]{7,16}\d(?!\w)")),
)


def find_marks(text: str, taken: list[Json]) -> list[Json]:
    """`taken` plus what was found beside it, sorted; positions are UTF-16 units."""
    if not HINT.search(text):
        return taken
    found = list(taken)
    for kind, finder in FINDERS:
        for match in finder.finditer(text):
            offset, length = utf16_length(text[: match.start()]), utf16_length(match[0])
            if not any(_in_the_way(entity, offset, offset + length) for entity in found):
                found.append({"type": kind, "offset": offset, "length": length})
    return sort_entities(found)


def _in_the_way(entity: Json, begin: int, end: int) -> bool:
    overlaps: bool = entity["offset"] < end and begin < entity["offset"] + entity["length"]
    return overlaps and entity["type"] not in STYLES


def marked(text: str, entity: Json) -> str:
    """The piece of text under an entity."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode("utf-16-le", "replace")
