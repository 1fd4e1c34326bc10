"""Which function steps in first when an early sign is seen, and which then (domain.md §4.4; the table is data)."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.rules.category import Names
from bot.rules.reading.script import clean, fold


@dataclass(frozen=True, slots=True)
class Unit:
    """An office that steps in. `function` is its key in functions.toml, None where it has none."""

    slug: str
    names: Names
    function: str | None = None


@dataclass(frozen=True, slots=True)
class Referral:
    """A kind of early sign. It is meant for `categories`, and with one of its `keywords` for those of `also`."""

    slug: str
    names: Names
    categories: tuple[str, ...]
    also: tuple[str, ...]
    keywords: tuple[str, ...]
    first: tuple[Unit, ...]
    then: tuple[Unit, ...]

    @property
    def units(self) -> tuple[Unit, ...]:
        return tuple({unit.slug: unit for unit in (*self.first, *self.then)}.values())


def referral_of(referrals: Iterable[Referral], category: str, texts: Iterable[str]) -> Referral | None:
    """What the words speak of goes before the category alone; None for a category that the table does not know."""
    known = tuple(referrals)
    said = fold(clean(" ".join(texts)))
    for each in known:
        near = category in each.also or category in each.categories
        if near and any(fold(word) in said for word in each.keywords):
            return each
    return next((each for each in known if category in each.categories), None)
