"""What the reader must be told: the categories of incidents and the kinds of hazards, as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.rules.category import Category, HazardType
from bot.rules.reading.script import fold


@dataclass(frozen=True)
class Vocabulary:
    """Categories and hazard types by slug. Their keywords are folded once."""

    categories: Mapping[str, Category]
    hazards: Mapping[str, HazardType]

    @cached_property
    def keywords(self) -> Mapping[str, tuple[str, ...]]:
        """The folded keywords of each category."""
        return {
            slug: tuple(dict.fromkeys(fold(word) for word in category.keywords))
            for slug, category in self.categories.items()
        }

    @cached_property
    def hazard_keywords(self) -> Mapping[str, tuple[str, ...]]:
        return {slug: tuple(map(fold, hazard.keywords)) for slug, hazard in self.hazards.items()}
