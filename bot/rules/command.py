"""On-scene command (现场指挥): who is named, accepts, hands over. State × verb → next state, and who may.

Until somebody has accepted, the head of the unit that arrived first with a force commands (粤府办 现场指挥官工作规范
2015-12-23 art. 5). A commander decides the plan, coordinates the units and moves them (广东省突发事件应对条例 art. 36).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import timedelta

from bot.rules.roles import contains
from bot.rules.speaker import HeldPost

ROLES = ("head", "officer", "leader", "duty", "department")
"""Who is offered: holders of these posts in the village and above it, in this order within an area."""

TABLE: Mapping[str, Mapping[str, str]] = {
    "named": {
        "accept": "standing", "told": "standing", "refuse": "refused", "remind": "named", "withdraw": "withdrawn",
        "end": "ended",
    },
    "standing": {
        "arrive": "standing", "report": "standing", "support": "standing", "hand_over": "handed_over", "end": "ended",
    },
    "refused": {},
    "withdrawn": {},
    "handed_over": {},
    "ended": {},
}  # fmt: skip
"""told: accepted in a telephone call, by the word of whoever called. withdraw: taken back, or another one was named.
hand_over: the successor has accepted; until that moment the old one stays."""
RUNNING = tuple(state for state, verbs in TABLE.items() if verbs)

GRAVE = ("P0", "P1")
"""A hazard of these priorities (险情) is commanded like an incident."""
BRIEFING = timedelta(minutes=10)
"""So long after 简报 the next words are a short update; later ones are heard as ever. [D]"""
LONGEST_NAME, LONGEST_NOTE, LONGEST_UPDATE = 40, 1000, 2000

_PHONE = re.compile(r"\+?\d[\d\s\-()（）]{5,18}\d")
_AROUND = " ,，;；:：、。.\t\n"


def after(state: str, verb: str) -> str | None:
    """The next state; None where the verb is not possible any more."""
    return TABLE.get(state, {}).get(verb)


def is_commanded(kind: str, priority: str) -> bool:
    """Whether somebody may command there: every incident, and a hazard that is about to happen."""
    return kind == "incident" or (kind == "hazard" and priority in GRAVE)


def still_in_post(posts: Iterable[HeldPost], area: str) -> bool:
    """Whether these posts let somebody see and command a case of this area; looked at anew at every tap."""
    return any(post.role in ROLES and contains(post.area, area) for post in posts)


def typed_person(text: str) -> tuple[str, str] | None:
    """张伟 138 0000 0001 → name and number; None where one of the two is missing."""
    found = _PHONE.search(text)
    if found is None:
        return None
    name = (text[: found.start()] + " " + text[found.end() :]).replace("电话", " ").replace("電話", " ").strip(_AROUND)
    name = " ".join(name.split())
    digits = "".join(sign for sign in found[0] if sign.isdecimal() and sign.isascii())
    if not 1 <= len(name) <= LONGEST_NAME or not 7 <= len(digits) <= 15:
        return None
    if found[0].startswith("+"):
        return name, f"+{digits}"
    return name, f"+86{digits}" if re.fullmatch(r"1\d{10}", digits) else digits
