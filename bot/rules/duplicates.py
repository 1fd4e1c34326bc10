"""Whether two reports may be of one event: like category, near in time and place. A person decides, never the program.

Domain §3.6: the same group of categories, the same or a neighbouring village, within 3 hours or 1 km. There is no map
of neighbours: two villages count as such when the words of one report name the other's village.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.rules.places import distance_km
from bot.rules.reading.conversation import akin


@dataclass(frozen=True, slots=True)
class Limits:
    """How near two reports are to be asked about."""

    within: timedelta = timedelta(hours=3)
    km: float = 1.0


@dataclass(frozen=True, slots=True)
class Sighting:
    """A report as far as it tells events apart. `named`: codes of the areas that its words name. `pin`: WGS-84."""

    report_id: int
    category: str
    area: str
    at: datetime
    named: frozenset[str] = frozenset()
    pin: tuple[float, float] | None = None


def why_alike(one: Sighting, other: Sighting, limits: Limits) -> str | None:
    """The reason to ask: same_place, near_pins, names_the_other; None where they are two events."""
    if not akin(one.category, other.category) or abs(one.at - other.at) > limits.within:
        return None
    if one.pin is not None and other.pin is not None:
        return "near_pins" if distance_km(*one.pin, *other.pin) <= limits.km else None
    if one.area == other.area:
        return "same_place"
    if one.area[:9] == other.area[:9] and (one.area in other.named or other.area in one.named):
        return "names_the_other"
    return None


def likest(new: Sighting, others: Sequence[Sighting], limits: Limits) -> tuple[int, str] | None:
    """The report that this one most likely repeats (the nearest in time), and why."""
    found = [(abs(new.at - one.at), one.report_id, why) for one in others if (why := why_alike(new, one, limits))]
    return (min(found)[1], min(found)[2]) if found else None
