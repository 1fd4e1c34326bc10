"""What a person can send besides text: photos, albums, videos, voices, documents, places, contacts and the rest."""

import random
from typing import Any

from telegram import Contact, Location
from telegram.constants import DiceEmoji, MessageLimit

from practice.entities import clean, trim, utf16_length
from practice.errors import Json, NotPossible
from practice.files import decoded
from practice.marks import find_marks
from practice.world import Person, WorldState

FILES = ("video", "voice", "audio", "document")
KINDS = ("photo", "album", *FILES, "sticker", "dice", "poll", "location", "contact")
ALBUM_KINDS = ("photo", "video")


def contents_of(world: WorldState, person: Person, body: Json) -> list[Json]:
    """The contents of the one kind named in a `send`; an album has several, every other kind one."""
    named = [kind for kind in KINDS if kind in body]
    if len(named) != 1:
        raise NotPossible(f"send exactly one of text, forward, {', '.join(KINDS)}")
    kind, what = named[0], body[named[0]]
    if kind == "album":
        return album(world, what)
    details: Json = what if isinstance(what, dict) else {}
    match kind:
        case "photo":
            return [photo(world, details)]
        case "sticker":
            return [{"sticker": world.files.media(world.files.make("sticker"))}]
        case "dice":
            return [{"dice": {"emoji": DiceEmoji.DICE.value, "value": random.randint(1, 6)}}]
        case "poll":
            return [{"poll": poll(world, details)}]
        case "location":
            return [{"location": location(details)}]
        case "contact":
            return [{"contact": contact(world, person, what)}]
        case _:
            return [file(world, kind, details)]


def caption(details: Json) -> Json:
    text, _ = trim(clean(str(details.get("caption") or "")), [])
    if not text:
        return {}
    if utf16_length(text) > MessageLimit.CAPTION_LENGTH:
        raise NotPossible("a caption has at most 1024 characters")
    entities = find_marks(text, [])
    return {"caption": text, "caption_entities": entities} if entities else {"caption": text}


def size_of(details: Json) -> int | None:
    return int(details["size"]) if details.get("size") else None


def photo(world: WorldState, details: Json) -> Json:
    content = decoded(str(details["data_base64"])) if details.get("data_base64") else None
    seed = int(details["seed"]) if details.get("seed") is not None else None
    return {"photo": world.files.photo(seed, content, size_of(details)), **caption(details)}


def file(world: WorldState, kind: str, details: Json) -> Json:
    content = decoded(str(details["data_base64"])) if details.get("data_base64") else None
    name = str(details.get("file_name") or ("file.bin" if kind == "document" else ""))
    stored = world.files.make(kind, size=size_of(details), name=name, mime=details.get("mime") or "", content=content)
    return {kind: world.files.media(stored), **caption(details)}


def album(world: WorldState, items: Any) -> list[Json]:
    if not isinstance(items, list) or not 2 <= len(items) <= 10:
        raise NotPossible("an album has 2 to 10 photos or videos")
    if any(not isinstance(item, dict) or item.get("kind") not in ALBUM_KINDS for item in items):
        raise NotPossible("every piece of an album is a photo or a video")
    group = str(13_000_000_000_000_000 + world.new_number())
    pieces = [photo(world, item) if item["kind"] == "photo" else file(world, "video", item) for item in items]
    return [{"media_group_id": group, **piece} for piece in pieces]


def location(details: Json) -> Json:
    latitude, longitude = float(details.get("latitude", 23.29)), float(details.get("longitude", 113.83))
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise NotPossible("no such place on earth")
    return Location(longitude, latitude).to_dict()


def contact(world: WorldState, person: Person, what: Any) -> Json:
    """`user_id` is there when Telegram knows whose number it is: always for one's own."""
    if what == "own":
        name, last = person.user["first_name"], person.user.get("last_name")
        return Contact(person.phone, name, last, person.id).to_dict()
    if not isinstance(what, dict) or not what.get("phone_number"):
        raise NotPossible('contact is "own" or {"phone_number", "first_name"}')
    number = str(what["phone_number"])
    owner = next((other.id for other in world.people.values() if other.phone == number), None)
    return Contact(number, str(what.get("first_name") or number), what.get("last_name"), owner).to_dict()


def poll(world: WorldState, details: Json) -> Json:
    options = details.get("options") or ["是", "否"]
    return {
        "id": str(5_000_000_000_000 + world.new_number()),
        "question": str(details.get("question") or "？"),
        "options": [{"persistent_id": str(n), "text": str(text), "voter_count": 0} for n, text in enumerate(options)],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": True,
        "members_only": False,
    }
