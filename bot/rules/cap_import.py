"""A CAP message from outside as a draft that a person looks at and another approves. Nothing is sent by itself.

CAP's severity never makes a colour (domain §7.2): a level comes from `CN-Color`, or from the words of the headline and
the description, or it is asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bot.rules.alert_certainty import chosen
from bot.rules.alert_draft import ISSUER_LIMIT, TEXT_LIMIT, AlertDraft, go_on, units
from bot.rules.alert_levels import KINDS, LEVELS, NOTICE
from bot.rules.alert_reading import EVENTS, read_official
from bot.rules.cap_message import (
    CATEGORIES,
    COLOUR,
    EVENT_CODES,
    EVENT_TYPE,
    GEOCODES,
    KIND,
    PREVIOUS,
    CapInfo,
    CapMessage,
)  # fmt: skip
from bot.rules.places import Places
from bot.rules.reading.script import fold

LANGUAGES = {"zh-hant": "zh-Hant", "zh-hk": "zh-Hant", "zh-tw": "zh-Hant", "zh-mo": "zh-Hant", "zh": "zh-Hans"}


class NotForUs(ValueError):
    """`reason`: status (a test or a draft), kind (Ack, Error), scope (not public), no_words."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def draft_of(message: CapMessage, places: Places) -> AlertDraft:
    """What it says, as far as it can be read; what it does not say is the question that is open. NotForUs otherwise."""
    if message.status not in ("Actual", "Exercise"):
        raise NotForUs("status")
    if message.msg_type not in ("Alert", "Update", "Cancel"):
        raise NotForUs("kind")
    if message.scope != "Public":
        raise NotForUs("scope")
    if not message.infos:
        raise NotForUs("no_words")
    info = next((each for each in message.infos if _language(each.language) == "zh-Hans"), message.infos[0])
    kind, event = _what(info)
    lifting = message.msg_type == "Cancel" or "AllClear" in info.responses
    level = _level(info, places, message)
    issued = info.effective or message.sent
    coloured = level not in ("", NOTICE)
    previous = info.parameter(PREVIOUS).lower()
    return go_on(
        AlertDraft(
            areas=_areas(info, places), kind=kind, event=event, level=level,
            issuer=(info.sender_name or message.source)[:ISSUER_LIMIT] if coloured else "",
            issued_at=issued.isoformat() if coloured else "", texts=_texts(message.infos), with_advice=True,
            valid_hours=0, ends_at=info.expires.isoformat() if info.expires and not lifting else "",
            action="cancel" if lifting else "issue", change=_change(message, lifting),
            prev_level=previous if previous in LEVELS else "", drill=message.status == "Exercise",
            details=_details(message, info),
        )
    )  # fmt: skip


def _language(tag: str) -> str:
    lowered = tag.lower()
    found = next((ours for start, ours in LANGUAGES.items() if lowered.startswith(start)), "")
    return found or ("en" if lowered.startswith("en") else "")


def _what(info: CapInfo) -> tuple[str, str]:
    """Kind and signal: by the code, by its name, by the category."""
    code = dict(info.event_codes).get(EVENT_TYPE, "")
    named = next((name for name, known in EVENT_CODES.items() if known == code), "")
    if named:
        return (named, "") if named in KINDS else ("weather", named)
    said = next((found for word, found in EVENTS.items() if word in fold(info.event + info.headline)), None)
    if said is not None:
        return said
    ours = info.parameter(KIND)
    by_category = next((kind for kind, category in CATEGORIES.items() if category in info.categories), "other")
    kind = ours if ours in KINDS else by_category
    return ("", "") if kind == "weather" else (kind, "")


def _level(info: CapInfo, places: Places, message: CapMessage) -> str:
    colour = info.parameter(COLOUR).lower()
    if colour in LEVELS:
        return colour
    changes = read_official(f"{info.headline}。{info.description}", places, message.sent)
    if changes:
        return changes[0].colour
    return NOTICE if info.parameter(KIND) else ""


def _areas(info: CapInfo, places: Places) -> tuple[str, ...]:
    """By our codes; else by the names that the description of the area holds."""
    codes = [value for area in info.areas for name, value in area.geocodes if name in GEOCODES.values()]
    known = [code for code in dict.fromkeys(codes) if places.get(code) is not None]
    finer = [code for code in known if not any(other != code and other.startswith(code) for other in known)]
    if finer:
        return tuple(finer)
    found = [m.areas[0].code for area in info.areas for m in places.mentions(fold(area.description))
             if len(m.areas) == 1]  # fmt: skip
    inner = [code for code in dict.fromkeys(found) if len(code) > 6]
    return tuple(inner or dict.fromkeys(found))


def _texts(infos: Iterable[CapInfo]) -> dict[str, str]:
    """Its words by our languages; zh-Hans is always there, and empty leaves it to the reviewed advice."""
    texts = {"zh-Hans": ""}
    for info in infos:
        language, words = _language(info.language), info.description or info.headline
        if language and words and not texts.get(language):
            texts[language] = _without_marks(words) if units(words) <= TEXT_LIMIT else words[: TEXT_LIMIT // 2]
    return texts


def _without_marks(words: str) -> str:
    return words.removeprefix("【演练】").removesuffix("【演练】")


def _change(message: CapMessage, lifting: bool) -> str:
    return "cancel" if lifting else {"Update": "keep"}.get(message.msg_type, "issue")


def _details(message: CapMessage, info: CapInfo) -> dict[str, Any]:
    """Where it came from, so that what follows it is known; and its shapes."""
    polygons = [polygon for area in info.areas for polygon in area.polygons]
    circles = [circle for area in info.areas for circle in area.circles]
    came = {"identifier": message.identifier, "sender": message.sender, "sent": message.sent.isoformat(),
            "references": [list(each) for each in message.references]}  # fmt: skip
    shapes = {"shapes": {"polygons": polygons, "circles": circles}} if polygons or circles else {}
    said = chosen({"urgency": info.urgency, "certainty": info.certainty})
    return {"observed": info.certainty == "Observed", "cap": came, **shapes, **said}
