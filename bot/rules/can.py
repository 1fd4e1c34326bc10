"""CAN: condition, action, need — how an expert answers in three lines, and how one message in free words is read."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

PARTS = ("condition", "action", "need")
LONGEST = 1000

_LABELS = {
    "condition": "情况判断|情況判斷|情况|情況|判断|判斷|现状|現狀|condition|c",
    "action": "建议行动|建議行動|建议|建議|行动|行動|措施|action|advice|a",
    "need": "需要什么|需要甚麼|还需要|還需要|需要|需求|need|n",
}
# A label stands at the beginning of the message, of a line or of a sentence, with a colon behind it.
_LABEL = re.compile(
    r"(?:^|(?<=[\n。；;]))\s*(?:\d[.、)]\s*)?(?:"
    + "|".join(f"(?P<{part}>{label})" for part, label in _LABELS.items())
    + r")\s*[：:]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Can:
    """What was said of each; None: nothing."""

    condition: str | None = None
    action: str | None = None
    need: str | None = None

    @property
    def is_empty(self) -> bool:
        return not (self.condition or self.action or self.need)

    def with_part(self, part: str, text: str) -> Can:
        """What is said twice of a part is kept one behind the other."""
        said = text.strip()
        before: str | None = getattr(self, part)
        if not said or part not in PARTS:
            return self
        return replace(self, **{part: (f"{before}\n{said}" if before else said)[:LONGEST]})


def read_can(text: str) -> Can:
    """情况：… 建议：… 需要：… in any order; without such labels all of it is the condition."""
    found = list(_LABEL.finditer(text))
    can = Can()
    before = text[: found[0].start()] if found else text
    if before.strip():
        can = can.with_part("condition", before)
    ends = [*(label.start() for label in found[1:]), len(text)]
    for label, end in zip(found, ends, strict=False):
        can = can.with_part(str(label.lastgroup), text[label.end() : end].strip(" \n　。；;"))
    return can
