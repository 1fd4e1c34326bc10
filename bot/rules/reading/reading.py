"""What one text states, as a value: every field with the words it came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.rules.places import Area
from bot.rules.reading.intent import Intent
from bot.rules.reading.numbers import Figure
from bot.rules.reading.people import Plan, VulnerablePerson
from bot.rules.reading.settling import Span
from bot.rules.reading.times import TimeReading

CASUALTIES = (
    "dead",
    "missing",
    "injured",
    "injured_serious",
    "injured_minor",
    "trapped",
    "rescued",
    "ill",
    "hospitalized",
)


@dataclass(frozen=True, slots=True)
class Location:
    """Where. `candidates` has more than one area while it must still be asked which; `source`: where it came from.

    `lat`, `lon`: degrees, where the text gave a point; on the datum of whatever wrote them.
    """

    town: str | None
    village: str | None
    detail: str | None
    name_raw: str | None
    candidates: tuple[Area, ...]
    source: str
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Passing:
    """One of the hurt has died: so many move from one figure to the dead. `certain` False: the words must be asked."""

    origin: str
    count: int
    certain: bool


@dataclass(frozen=True, slots=True)
class Ask:
    """The one next question: a key, and the choices shown as buttons (slugs, area codes)."""

    key: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What one text states. Absent figures were not stated; `implied` ones follow from another (冇人伤 → nobody dead).

    `bare_count`: a number of people whose role the text leaves to the case (两个，一个9岁). `began_as`: what a case
    was first reported as, once follow-ups have been merged into it.
    `requests`: what is asked for, by the names of `needs.toml`; `evidence`: photo, video … the text speaks of.
    `more`: figures said as additions (又有两人). `hearsay`: figures nobody has seen. `sources`: words by field path.
    """

    intent: Intent
    drill: bool | None = False
    klass: str | None = None
    category: str | None = None
    weight: float = 0.0
    hazard_type: str | None = None
    hazard_level: str | None = None
    location: Location | None = None
    time: TimeReading | None = None
    discovered: datetime | None = None
    people: Mapping[str, Figure] = field(default_factory=dict)
    implied: frozenset[str] = frozenset()
    more: frozenset[str] = frozenset()
    hearsay: Mapping[str, Figure] = field(default_factory=dict)
    passing: Passing | None = None
    everyone_out: bool = False
    bare_count: Figure | None = None
    began_as: Intent | None = None
    affected: Mapping[str, Figure] = field(default_factory=dict)
    threatened: Mapping[str, Figure] = field(default_factory=dict)
    houses: Mapping[str, Figure] = field(default_factory=dict)
    participants: Mapping[str, Figure] = field(default_factory=dict)
    evacuated: Figure | None = None
    shelter_text: str | None = None
    vulnerable: tuple[VulnerablePerson, ...] = ()
    plan: Plan | None = None
    road_blocked: str | None = None
    water_depth_text: str | None = None
    measurements: Mapping[str, object] = field(default_factory=dict)
    signs: tuple[str, ...] = ()
    requests: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    traits: frozenset[str] = frozenset()
    sources: Mapping[str, str] = field(default_factory=dict)
    spans: Mapping[str, Span] = field(default_factory=dict)

    @property
    def unmarked_in_drill(self) -> bool:
        """Reports something and says nothing of a drill: within a drill's hours it is asked about."""
        talk = {Intent.OTHER, Intent.QUESTION, Intent.ZERO}
        return self.intent not in talk and "real" not in self.traits and self.drill is not True

    @property
    def only_answers_drill(self) -> bool:
        """演练 or 真实 alone, the answer to "drill or real?"."""
        return self.drill is not None and "bare_answer" in self.traits

    @property
    def kind(self) -> Intent:
        """What the case is: incident, hazard or early sign, whatever its last text was for."""
        return self.began_as or self.intent

    def figure(self, role: str) -> Figure | None:
        return self.people.get(role)
