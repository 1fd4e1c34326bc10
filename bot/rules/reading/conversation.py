"""Texts in order become a case: totals replace, additions add, silence changes nothing, null is never zero."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.rules.reading.head_count import added, people_after
from bot.rules.reading.intent import CHAIN, Intent
from bot.rules.reading.numbers import Figure
from bot.rules.reading.people import Plan, VulnerablePerson
from bot.rules.reading.reading import Location, Reading
from bot.rules.reading.times import TimeReading

JOIN = timedelta(minutes=10)
"""A text of the same officer within this time adds to the case, whatever its form (issue 3 §1)."""
WATCHED = timedelta(days=7)
"""A hazard of the same kind, told of without another place, is the one being watched."""
STALE = timedelta(hours=24)
"""After this a like report without 续报 or "that accident" is a new case."""

# Categories that one event passes through: a flood becomes a landslide, a fire an explosion.
_KIN = (
    frozenset({"rainstorm_flood", "waterlogging", "flash_flood", "typhoon", "reservoir_dike"}),
    frozenset({"geo_landslide", "geo_collapse", "geo_debris", "geo_subsidence", "road_bridge"}),
    frozenset({"fire_building", "gas_leak", "fireworks", "hazchem", "forest_fire", "industrial", "building_collapse"}),
    frozenset({"mass_dispute", "labor_wage_dispute", "land_dispute", "crime_order", "neighbor_dispute", "self_harm"}),
    frozenset({"industrial", "construction_accident", "building_collapse", "electrocution", "accident_other"}),
    frozenset({"missing_person", "drowning"}),
    frozenset({"food_poisoning", "drinking_water"}),
    frozenset({"food_poisoning", "infectious", "unknown_illness", "poisoning"}),
)


# What one kind of event goes on to do: said later without a place of its own, it is more of the same event.
_STORM = frozenset({"building_collapse", "road_bridge", "utility_outage", "accident_other", "drowning"})
_SHAKES = frozenset({"utility_outage", "building_collapse", "road_bridge"})
_ANGER = frozenset({"mass_dispute", "neighbor_dispute"})
_LEADS_TO = (
    dict.fromkeys(
        ("typhoon", "rainstorm_flood", "waterlogging", "flash_flood", "strong_convection", "reservoir_dike"), _STORM
    )
    | dict.fromkeys(
        ("geo_landslide", "geo_collapse", "geo_debris", "geo_subsidence", "fire_building", "gas_leak", "traffic"),
        _SHAKES,
    )
    | {"env_pollution": _ANGER, "utility_outage": _ANGER, "cold": frozenset({"accident_other"})}
)
POINTED = 12.0
"""Words that point back at the case (都, 其余, 医生话) outweigh a category that is named less surely than this."""


@dataclass(frozen=True, slots=True)
class Case:
    """The state of a case: everything stated so far, when it began and was last added to, how many follow-ups."""

    state: Reading
    opened_at: datetime
    last_at: datetime
    followups: int = 0
    from_hazard: bool = False


def join(case: Case | None, new: Reading, sent_at: datetime) -> tuple[Case | None, bool]:
    """The case after `new`, and whether `new` opened one. A question or talk leaves it as it is."""
    if new.intent in {Intent.QUESTION, Intent.OTHER, Intent.ZERO}:
        return case, False
    if case is None or _starts_anew(case, new, sent_at):
        threat = case is not None and case.state.hazard_type is not None and _comes_true(case, new)
        opened = _from_hazard(case.state, new) if threat and case is not None else new
        return Case(opened, sent_at, sent_at, from_hazard=threat), True
    merged = merge(case.state, new)
    counts = new.intent is not Intent.CORRECTION
    return replace(case, state=merged, last_at=sent_at, followups=case.followups + counts), False


# 塌了，压到柴房: what fell is what was feared to fall, though a shed was hit.
_ONLY_FALLEN = frozenset({"building_collapse", "accident_other", "road_bridge"})
_FALLS = frozenset({"geo_landslide", "geo_collapse", "geo_debris", "geo_subsidence", "reservoir_dike"})


def _comes_true(case: Case, new: Reading) -> bool:
    return new.intent is Intent.INCIDENT_FIRST and not elsewhere(case.state, new)


def _from_hazard(hazard: Reading, new: Reading) -> Reading:
    """The threat has come true: an incident of its own, at the hazard's place."""
    place = new.location if _names_place(new) else hazard.location
    own = new.category is not None and not (new.category in _ONLY_FALLEN and hazard.category in _FALLS)
    category, klass = (new.category, new.klass) if own else (hazard.category, hazard.klass)
    return replace(new, location=place, category=category, klass=klass)


def _starts_anew(case: Case, new: Reading, sent_at: datetime) -> bool:
    state = case.state
    if bool(new.drill) != bool(state.drill) and new.drill is not None:
        return True
    if new.intent in CHAIN:
        return False
    if state.hazard_type is not None and new.intent is Intent.INCIDENT_FIRST:
        return True
    if elsewhere(state, new):
        return True
    if _own_hazard(state, new):
        return True
    if _goes_on(case, new):
        return False
    if sent_at - case.last_at <= JOIN:
        return bool(new.category and state.category and not akin(new.category, state.category) and new.weight >= 8)
    if new.category and state.category and new.weight >= 3 and not akin(new.category, state.category):
        return True
    if _same_hazard(state, new):
        return sent_at - case.last_at > WATCHED
    return sent_at - case.last_at > STALE


def _same_hazard(state: Reading, new: Reading) -> bool:
    """裂缝加长到八米, two days after the crack was reported and with no other place named."""
    placed = new.location is not None and new.location.detail is not None
    alike = new.hazard_type in {None, state.hazard_type} or {*new.signs} & {*state.signs}
    return state.hazard_type is not None and new.intent is Intent.HAZARD and not placed and bool(alike)


def _goes_on(case: Case, new: Reading) -> bool:
    """消防撬开门，都出来了 is no burglary; 倒咗间柴房, after the flood, is the flood's."""
    if new.category is None or case.state.category is None or _names_place(new):
        return False
    if new.klass == "health" != case.state.klass:
        return False  # 又有人食完肚痛, after a landslide
    return ("points_back" in new.traits and new.weight < POINTED) or new.category in _LEADS_TO.get(
        case.state.category, ()
    )


def _own_hazard(state: Reading, new: Reading) -> bool:
    """路边井盖不见了 in the minutes after a fire: another kind, at its own place. 随时会塌 stays with the fire."""
    placed = new.location is not None and new.location.detail is not None
    if new.intent is not Intent.HAZARD or new.hazard_level != "general" or not placed or state.hazard_type is not None:
        return False
    return bool(new.category and state.category and not akin(new.category, state.category))


def akin(one: str, other: str) -> bool:
    return one == other or "accident_other" in {one, other} or any({one, other} <= kin for kin in _KIN)


def _names_place(reading: Reading) -> bool:
    return reading.location is not None and reading.location.name_raw is not None


def elsewhere(state: Reading, new: Reading) -> bool:
    """Whether a text names another village than the case's."""
    if not _names_place(new) or state.location is None or new.location is None:
        return False
    return bool(new.location.village and state.location.village and new.location.village != state.location.village)


# --- one reading laid over the one before ---


def merge(old: Reading, new: Reading) -> Reading:
    """What is known after `new`; its intent is the new text's, everything it is silent about stays."""
    new = _moved_out(old, new)
    people = people_after(old, new)
    category = _category(old, new)
    return replace(
        old,
        intent=_intent(old, new),
        drill=new.drill if new.drill is not None else old.drill,
        klass=new.klass if category == new.category and new.klass else old.klass,
        category=category,
        began_as=old.kind,
        location=_location(old.location, new.location),
        time=_better_time(old, new),
        people=people,
        implied=frozenset(role for role in old.implied | new.implied if role in people and people[role].is_zero),
        more=frozenset(),
        hearsay={role: figure for role, figure in {**old.hearsay, **new.hearsay}.items() if role not in new.people},
        passing=new.passing,
        affected=_affected(old, new),
        threatened={**old.threatened, **new.threatened},
        houses={**old.houses, **new.houses},
        participants=_participants(old, new),
        evacuated=_moved(old, new),
        shelter_text=new.shelter_text or old.shelter_text,
        vulnerable=_vulnerable(old, new),
        plan=_plan(old.plan, new.plan),
        hazard_level=_worse(old.hazard_level, new.hazard_level),
        road_blocked=new.road_blocked or old.road_blocked,
        water_depth_text=new.water_depth_text or old.water_depth_text,
        measurements=_measured(old, new),
        signs=tuple(dict.fromkeys(old.signs + new.signs)),
        requests=tuple(dict.fromkeys(old.requests + new.requests)),
        evidence=tuple(dict.fromkeys(old.evidence + new.evidence)),
        traits=old.traits - (_PASSES | _GETS_BETTER if new.people else _PASSES) | new.traits,
        sources={**old.sources, **_new_sources(old, new)},
    )  # fmt: skip


_PASSES = frozenset({"ongoing", "resolved"})
_GETS_BETTER = frozenset({"critical", "unconscious"})


def _moved_out(old: Reading, new: Reading) -> Reading:
    """剩下的二十个也背出来了: where nothing has happened yet nobody is rescued; they have moved, after the others."""
    saved = new.people.get("rescued")
    if old.hazard_type is None or old.people.get("trapped") is not None or saved is None or "trapped" in new.people:
        return new
    people = {role: figure for role, figure in new.people.items() if role != "rescued"}
    moved = added(old.evacuated, saved) if old.evacuated is not None and "points_back" in new.traits else saved
    return replace(new, people=people, evacuated=new.evacuated or moved)


_LEVELS = ("general", "major", "major_imminent")


def _worse(old: str | None, new: str | None) -> str | None:
    """A hazard gets worse by words; that it is better a person decides."""
    return old if old is None or new is None or _LEVELS.index(new) <= _LEVELS.index(old) else new


def _plan(old: Plan | None, new: Plan | None) -> Plan | None:
    if old is None or new is None:
        return new or old
    at = new.at
    if new.only_clock and at is not None and old.at is not None and old.at.date() >= at.date():
        at = datetime.combine(old.at.date(), at.time(), at.tzinfo)  # 时间改成下午三点, of the same day
    return replace(old, at=at or old.at, place=new.place or old.place, note=old.note or new.note)


def _measured(old: Reading, new: Reading) -> dict[str, object]:
    """A new area replaces the old one in whatever unit it was said."""
    area = any(key.startswith("area") for key in new.measurements)
    kept = {key: value for key, value in old.measurements.items() if not (area and key.startswith("area"))}
    return {**kept, **new.measurements}


def _participants(old: Reading, new: Reading) -> dict[str, Figure]:
    """人数增至五十人: as many are there now, where the case counts only those."""
    fresh = {
        name: added(old.participants[name], figure)
        if f"people.{name}" in new.more and name in old.participants
        else figure
        for name, figure in new.participants.items()
    }
    if new.bare_count is not None and set(fresh) == {"involved"} and set(old.participants) == {"present_now"}:
        fresh = {"present_now": fresh["involved"]}
    return {**old.participants, **fresh}


def _moved(old: Reading, new: Reading) -> Figure | None:
    """人搬晒走 of a hazard: everybody who was threatened."""
    if new.evacuated is None and "everyone_moved" in new.traits and old.evacuated is None:
        return old.threatened.get("persons")
    if new.evacuated is not None and old.evacuated is not None and "evacuated" in new.more:
        return added(old.evacuated, new.evacuated)
    return new.evacuated if new.evacuated is not None else old.evacuated


# What a first word of alarm turns out to be: a fire on the hill, a missing child at the river.
_TURNS_OUT = {
    ("fire_building", "forest_fire"),
    ("missing_person", "drowning"),
    ("fire_building", "gas_leak"),
    ("rainstorm_flood", "reservoir_dike"),
    ("waterlogging", "reservoir_dike"),
}


def _category(old: Reading, new: Reading) -> str | None:
    if old.category is None or new.category is None:
        return old.category or new.category
    vague = old.category in {"accident_other", "other"} and new.weight >= 6
    return new.category if vague or (old.category, new.category) in _TURNS_OUT else old.category


def _vulnerable(old: Reading, new: Reading) -> tuple[VulnerablePerson, ...]:
    known = {one.kind for one in old.vulnerable}
    return old.vulnerable + tuple(one for one in new.vulnerable if one.kind not in known)


def _new_sources(old: Reading, new: Reading) -> dict[str, str]:
    """The words of what the new text changed: a category or time that stands keeps its first words."""
    kept = {"subtype"} if old.category and _category(old, new) == old.category else set()
    if _better_time(old, new) is old.time:
        kept.add("occurred_at")
    return {path: words for path, words in new.sources.items() if path not in kept}


def _intent(old: Reading, new: Reading) -> Intent:
    if new.intent in {Intent.INCIDENT_FIRST, Intent.HAZARD, Intent.EARLY_SIGN}:
        return Intent.INCIDENT_FOLLOWUP
    return new.intent


def _location(old: Location | None, new: Location | None) -> Location | None:
    if old is None or new is None:
        return old or new
    detail = " ".join(dict.fromkeys(part for part in (old.detail, new.detail) if part)) or None
    named = new if new.name_raw is not None and (new.village or not old.village) else old
    pinned = new if new.lat is not None else old
    source = "pin" if pinned.lat is not None else named.source
    return replace(named, detail=detail, lat=pinned.lat, lon=pinned.lon, source=source)


def _better_time(old: Reading, new: Reading) -> TimeReading | None:
    """A stated time fills a gap; a correction replaces. A follow-up's 而家 is the follow-up's own moment."""
    if new.time is None or new.time.at is None:
        return old.time or new.time
    if old.time is None or old.time.at is None or new.intent is Intent.CORRECTION:
        return new.time
    return old.time


def _affected(old: Reading, new: Reading) -> dict[str, Figure]:
    """Households and people affected; 多咗五户 adds to what was said before."""
    affected = dict(old.affected)
    for name, figure in new.affected.items():
        before = affected.get(name)
        affected[name] = added(before, figure) if before is not None and f"affected.{name}" in new.more else figure
    return affected
