"""What a report can be about: categories of incidents, kinds of hazards, and who leads on them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Level = Literal["P0", "P1", "P2", "P3"]
Names = Mapping[str, str]
"""Wording by language tag: zh-Hans, zh-Hant, en."""

KLASSES = ("natural", "accident", "health", "social", "any")
"""The four classes of art. 2 of the Emergency Response Law, and `any` for what fits none."""


@dataclass(frozen=True, slots=True)
class Category:
    """One kind of incident. `first_page` is its place on the first page of buttons (1 is first), None elsewhere.

    `grade_rule` names a table of statutory grades (GR-…), or MANUAL, MANUAL-P0, NONE.
    `event_code` is a code of the alert world; one that is not `event_code_verified` may be shown, never routed by.
    A `restricted` category is shown only to those who must act on it.
    """

    slug: str
    klass: str
    names: Names
    keywords: tuple[str, ...]
    first_page: int | None
    life_at_stake: bool
    default_priority: Level
    grade_rule: str
    event_code: str | None
    event_code_verified: bool
    cap_category: str
    lead_functions: tuple[str, ...]
    restricted: bool = False


@dataclass(frozen=True, slots=True)
class HazardType:
    """One kind of hazard; `incident` is the category it turns into when it comes true. `signs` are slugs."""

    slug: str
    names: Names
    keywords: tuple[str, ...]
    signs: tuple[str, ...]
    lead_functions: tuple[str, ...]
    incident: str


@dataclass(frozen=True, slots=True)
class HazardLevel:
    """How bad a hazard is (一般/重大/险情) and how urgently it travels."""

    slug: str
    names: Names
    priority: Level


@dataclass(frozen=True, slots=True)
class Sign:
    """Something an officer can see at a hazard."""

    slug: str
    names: Names


@dataclass(frozen=True, slots=True)
class Function:
    """A government function that leads on, or is told of, a category."""

    slug: str
    names: Names
