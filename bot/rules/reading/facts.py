"""What the small readers found in one text, before it is decided what the text is for."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.rules.reading.categories import CategoryReading
from bot.rules.reading.damage import Damage
from bot.rules.reading.hazards import HazardReading
from bot.rules.reading.people import Plan
from bot.rules.reading.reading import Location
from bot.rules.reading.script import Line
from bot.rules.reading.settling import Figures, Span
from bot.rules.reading.times import TimeReading


@dataclass(frozen=True, slots=True)
class Facts:
    """The line itself (its drill marks blanked) and everything read from it."""

    line: Line
    category: CategoryReading
    hazard: HazardReading
    figures: Figures
    damage: Damage
    time: TimeReading | None
    plan: Plan | None
    location: Location
    local: bool
    detail_span: Span | None
    shelter_span: Span | None
    traits: frozenset[str]
    times: tuple[Span, ...]
    requests: Mapping[str, Span] = field(default_factory=dict)
    evidence: Mapping[str, Span] = field(default_factory=dict)
