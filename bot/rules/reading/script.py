"""One script to compare in: traditional as simplified, full width as half width, capitals as small letters.

Folding replaces single characters by single characters, so a position in the folded text is the same position in
what the person wrote, and every field can show its own words.
"""

import re
from dataclasses import dataclass

from bot.rules.reading.tables import table

_INVISIBLE = dict.fromkeys(
    [0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), *range(0x2066, 0x206A), 0xFEFF]
)


def _fold_map() -> dict[int, str]:
    pairs = dict(zip(map(ord, table("script")["traditional"]), table("script")["simplified"], strict=True))
    wide = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    capitals = {code: chr(code).lower() for code in range(ord("A"), ord("Z") + 1)}
    wide_capitals = {code + 0xFEE0: chr(code).lower() for code in capitals}
    signs = {0x1F525: "火", 0x1F198: "救", 0x1F30A: "浸"}  # 🔥 🆘 🌊, as people in a hurry send them
    blanks = {0x3000: " ", 0xA0: " ", ord("\t"): " ", ord("\r"): " "}
    return pairs | wide | capitals | wide_capitals | signs | blanks


_FOLD = _fold_map()
_SLIPS: dict[str, str] = table("script")["slips"]
_SLIP = re.compile("|".join(map(re.escape, _SLIPS)))


def clean(text: str) -> str:
    """What the person wrote without marks that cannot be seen (zero width, direction)."""
    return text.translate(_INVISIBLE).strip()


def fold(text: str) -> str:
    """The text to compare with; as long as `text`, character for character. Never shown to a person."""
    return text.translate(_FOLD)


def right_slips(folded: str) -> str:
    """着伙 → 着火, 蹋方 → 塌方: the usual slips set right, for comparing only."""
    return _SLIP.sub(lambda found: _SLIPS[found[0]], folded)


LONGEST, LONGEST_RUN = 2_000, 40
"""So many characters are read, and of one character in a row so many. The whole text is kept in the record."""
_RUN = re.compile(rf"(.)\1{{{LONGEST_RUN},}}", re.S)


@dataclass(frozen=True, slots=True)
class Line:
    """What a person wrote and how it is compared: `raw` to show, `folded` to search, the same positions in both."""

    raw: str
    folded: str

    @classmethod
    def of(cls, text: str) -> "Line":
        raw = _RUN.sub(lambda run: run[0][:LONGEST_RUN], clean(text)[: 2 * LONGEST])[:LONGEST]
        return cls(raw, right_slips(fold(raw)))

    def words(self, span: tuple[int, int]) -> str:
        """The person's own words at `span`, with what follows of them where shorter words stand for them."""
        start, end = span
        while end > start and self.folded[end : end + 1] == "□":
            end += 1
        return self.raw[start:end].strip()
