"""会商: which experts fit a case, nearest first (突发事件应对法 art. 62: analyse, consult experts)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.rules.category import Category, Names
from bot.rules.reading.script import fold
from bot.rules.roles import contains

FIELD, CATEGORY, FUNCTION, WORD = "field:", "category:", "function:", "word:"
"""How a field is stored: a slug of expert_fields.toml, of a category, of a function, or any other word."""
MOST_ASKED = 8
MOST_FIELDS = 12


@dataclass(frozen=True, slots=True)
class ExpertField:
    """A field as an office names it, and the categories for which whoever has it is proposed."""

    slug: str
    names: Names
    words: tuple[str, ...]
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Expert:
    """One of the register. `areas` are codes; `reachable`: has opened the bot and can be written to.

    `mean_minutes` over `answers` given so far, None before the first. `until`: the term's last day.
    """

    person_id: int
    name: str
    phone: str | None
    fields: tuple[str, ...]
    areas: tuple[str, ...]
    employer: str | None = None
    language: str = "zh-Hans"
    reachable: bool = False
    away: bool = False
    until: date | None = None
    answers: int = 0
    mean_minutes: int | None = None

    def serves(self, today: date) -> bool:
        return not self.away and (self.until is None or today <= self.until) and (self.reachable or bool(self.phone))


@dataclass(frozen=True, slots=True)
class Proposal:
    """`tier`: village, town or city of the area that covers the case; `fits`: of which field, as stored."""

    expert: Expert
    tier: str
    fits: str | None


def nearest(areas: Iterable[str], place: str) -> str | None:
    """The tier of the smallest of these areas that covers the place; None: none does."""
    covering = [code for code in areas if contains(code, place)]
    if not covering:
        return None
    return {6: "city", 9: "town"}.get(max(map(len, covering)), "village")


def fit(
    fields: Sequence[str], category: Category, text: str, known: Mapping[str, ExpertField]
) -> tuple[int, str | None]:
    """How well, 0 (not at all) to 3, and by which field. A free word counts where the report or its category has it."""
    best: tuple[int, str | None] = (0, None)
    for field in fields:
        score = _score(field, category, text, known)
        if score > best[0]:
            best = (score, field)
    return best


def _score(field: str, category: Category, text: str, known: Mapping[str, ExpertField]) -> int:
    kind, _, rest = field.partition(":")
    match f"{kind}:":
        case "category:":
            return 3 if rest == category.slug else 0
        case "field:":
            return 3 if rest in known and category.slug in known[rest].categories else 0
        case "function:":
            return 2 if rest in category.lead_functions else 0
        case _:
            word, heard = fold(rest).casefold(), fold(" ".join((text, *category.keywords))).casefold()
            return 1 if word and word in heard else 0


TIERS = ("village", "town", "city")


def proposed(
    experts: Iterable[Expert], category: Category, area: str, text: str, known: Mapping[str, ExpertField], today: date,
    without: Collection[int] = (), *, everybody: bool = False,
) -> tuple[Proposal, ...]:  # fmt: skip
    """Whose area covers the case and whose field fits it: nearest tier first, then the better fit, then who answers
    by themselves and quickly. `everybody`: also those whose field does not fit."""
    found: list[tuple[tuple[object, ...], Proposal]] = []
    for expert in experts:
        tier = nearest(expert.areas, area)
        if tier is None or not expert.serves(today) or expert.person_id in without:
            continue
        score, by = fit(expert.fields, category, text, known)
        if not score and not everybody:
            continue
        quick = expert.mean_minutes if expert.mean_minutes is not None else 10**6
        order = (not score, TIERS.index(tier), -score, not expert.reachable, quick, expert.person_id)
        found.append((order, Proposal(expert, tier, by)))
    return tuple(proposal for _, proposal in sorted(found, key=lambda one: one[0]))
