"""Texts in order become a case: totals replace, additions add, silence changes nothing, null is never zero."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.rules.reading.intent import CHAIN, Intent
from bot.rules.reading.numbers import ZERO, Figure, exactly
from bot.rules.reading.people import Plan, VulnerablePerson
from bot.rules.reading.reading import Location, Reading
from bot.rules.reading.settling import minus
from bot.rules.reading.times import TimeReading

JOIN = timedelta(minutes=10)
"""A text of the same officer within this time adds to the case, whatever its form (issue 3 §1)."""
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
    frozenset({"food_poisoning", "infectious", "unknown_illness", "poisoning"}),
)


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
    if sent_at - case.last_at <= JOIN:
        return bool(new.category and state.category and not akin(new.category, state.category) and new.weight >= 8)
    if new.category and state.category and not akin(new.category, state.category):
        return True
    return sent_at - case.last_at > STALE


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
    people = _people(old, new)
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
        traits=old.traits - {"ongoing", "resolved"} - ({"critical"} if new.people else set()) | new.traits,
        sources={**old.sources, **_new_sources(old, new)},
    )  # fmt: skip


_LEVELS = ("general", "major", "major_imminent")


def _worse(old: str | None, new: str | None) -> str | None:
    """A hazard gets worse by words; that it is better a person decides."""
    return old if old is None or new is None or _LEVELS.index(new) <= _LEVELS.index(old) else new


def _plan(old: Plan | None, new: Plan | None) -> Plan | None:
    if old is None or new is None:
        return new or old
    return replace(old, at=new.at or old.at, place=new.place or old.place, note=old.note or new.note)


def _measured(old: Reading, new: Reading) -> dict[str, object]:
    """A new area replaces the old one in whatever unit it was said."""
    area = any(key.startswith("area") for key in new.measurements)
    kept = {key: value for key, value in old.measurements.items() if not (area and key.startswith("area"))}
    return {**kept, **new.measurements}


def _participants(old: Reading, new: Reading) -> dict[str, Figure]:
    """人数增至五十人: as many are there now, where the case counts only those."""
    fresh = dict(new.participants)
    if new.bare_count is not None and set(fresh) == {"involved"} and set(old.participants) == {"present_now"}:
        fresh = {"present_now": fresh["involved"]}
    return {**old.participants, **fresh}


def _moved(old: Reading, new: Reading) -> Figure | None:
    """人搬晒走 of a hazard: everybody who was threatened."""
    if new.evacuated is None and "everyone_moved" in new.traits and old.evacuated is None:
        return old.threatened.get("persons")
    return new.evacuated if new.evacuated is not None else old.evacuated


# What a first word of alarm turns out to be: a fire on the hill, a missing child at the river.
_TURNS_OUT = {("fire_building", "forest_fire"), ("missing_person", "drowning"), ("fire_building", "gas_leak")}


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
        affected[name] = _added(before, figure) if before is not None and f"affected.{name}" in new.more else figure
    return affected


def _people(old: Reading, new: Reading) -> dict[str, Figure]:
    people = dict(old.people)
    for role, figure in new.people.items():
        before = people.get(role)
        if role in new.implied and before is not None and not before.is_zero:
            continue
        if before is not None and (figure.is_unknown or _says_less(role, figure, before, new)):
            continue
        people[role] = _added(before, figure) if role in new.more and before is not None else figure
    _fit_bare_count(people, old, new)
    _keep_other_part(people, old, new)
    _keep_parts_within(people, new)
    _let_out(people, old, new)
    _all_accounted_for(people, old, new)
    _pass_away(people, old, new)
    _fit_parts(people)
    return people


def _fit_parts(people: dict[str, Figure]) -> None:
    """The seriously and the slightly hurt are never more than the hurt: one dies, and the part shrinks too."""
    whole = people.get("injured")
    if whole is None or whole.max is None:
        return
    for part in ("injured_serious", "injured_minor"):
        if part in people and people[part].surely > whole.max:
            people[part] = exactly(whole.max)


def _says_less(role: str, figure: Figure, before: Figure, new: Reading) -> bool:
    """仲未搵到 keeps the number known; 有一个恶化 is one of four. Fewer hurt takes a correction (domain §3.5)."""
    if role in new.more:
        return False
    if figure == Figure(1, None, False) and before.surely:
        return True
    fewer = figure.max is not None and figure.max < before.surely and not figure.is_zero
    counted = role in {"injured", "ill", "hospitalized"} and "dead" not in new.people
    return fewer and counted and new.intent not in {Intent.CORRECTION, Intent.INCIDENT_FINAL}


def _fit_bare_count(people: dict[str, Figure], old: Reading, new: Reading) -> None:
    """两个, 累计15人: as many are missing or ill, where the case counts only those."""
    roles = ("trapped", "missing", "ill", "injured")
    still_open = [role for role in roles if role in old.people and not old.people[role].is_zero]
    still_open = [role for role in still_open if role not in new.people]
    if new.bare_count is not None and len(still_open) == 1:
        more = "bare" in new.more
        people[still_open[0]] = _added(old.people[still_open[0]], new.bare_count) if more else new.bare_count


def _added(before: Figure, more: Figure) -> Figure:
    high = None if before.max is None or more.max is None else before.max + more.max
    return Figure((before.min or 0) + (more.min or 0), high, before.exact and more.exact)


def _keep_other_part(people: dict[str, Figure], old: Reading, new: Reading) -> None:
    """更正 重伤5人: the slightly hurt said before still count, so the total is both."""
    parts = ("injured_serious", "injured_minor")
    stated = [part for part in parts if part in new.people]
    if len(stated) != 1 or new.people.get("injured") != new.people[stated[0]]:
        return
    other = parts[1] if stated[0] == parts[0] else parts[0]
    before = old.people.get("injured")
    if other in old.people:
        people["injured"] = _added(old.people[other], new.people[stated[0]])
    elif before is not None and before.surely >= new.people[stated[0]].surely:
        people["injured"] = before  # 两个送院，一个比较严重: one of the two


def _keep_parts_within(people: dict[str, Figure], new: Reading) -> None:
    """A new total of the injured drops older parts that no longer fit in it."""
    if "injured" not in new.people:
        return
    total = people["injured"].max
    for part in ("injured_serious", "injured_minor"):
        if part in people and part not in new.people and total and people[part].surely > total:
            del people[part]


def _let_out(people: dict[str, Figure], old: Reading, new: Reading) -> None:
    """全部救出: nobody is trapped or missing any more; 救出一人: one fewer."""
    rescued = new.people.get("rescued")
    _fit_vague_ones(people, old, new)
    for role in ("trapped", "missing"):
        before = old.people.get(role)
        if before is None or before.is_zero or role in new.people:
            continue
        open_ended = rescued is not None and (rescued.max is None or (before.max is None and rescued.surely))
        all_of_them = open_ended and "still" not in new.traits and role == "trapped"
        if new.everyone_out or all_of_them:
            people[role] = ZERO
            earlier = old.people.get("rescued")
            if role == "trapped" and (rescued is None or not rescued.exact):
                people["rescued"] = before
            elif role == "trapped" and earlier is not None and rescued is not None and rescued.surely <= before.surely:
                people["rescued"] = _added(earlier, before)  # 最后一个也救上来了: all of them
        elif rescued is not None and rescued.exact and (role == "trapped" or "trapped" not in old.people):
            people[role] = minus(before, rescued)


def _all_accounted_for(people: dict[str, Figure], old: Reading, new: Reading) -> None:
    """三人被埋 → 一死两重伤: whoever was trapped is among the dead and hurt now counted."""
    before, dead, hurt = old.people.get("trapped"), new.people.get("dead"), new.people.get("injured")
    if before is None or not before.exact or before.is_zero or dead is None or hurt is None or "still" in new.traits:
        return
    if "trapped" not in new.people and dead.surely and dead.surely + hurt.surely >= before.surely:
        people["trapped"] = ZERO


def _fit_vague_ones(people: dict[str, Figure], old: Reading, new: Reading) -> None:
    """搵到了，已经冇心跳: "somebody" is the one who was missing or trapped."""
    for role in ("dead", "injured", "injured_serious", "injured_minor", "hospitalized", "rescued"):
        _fit_vague(people, old, new, role)


def _fit_vague(people: dict[str, Figure], old: Reading, new: Reading, role: str) -> None:
    vague = new.people.get(role)
    waiting = [
        figure
        for role in ("missing", "trapped", "injured", "ill")
        if (figure := old.people.get(role)) and not figure.is_zero
    ]
    if vague == Figure(1, None, False) and waiting == [exactly(1)]:
        people[role] = exactly(1)


def _pass_away(people: dict[str, Figure], old: Reading, new: Reading) -> None:
    """重伤嗰个今朝走咗: one more dead, one fewer hurt; totals said in the same text stand instead."""
    passing = new.passing
    restated = new.people.get("injured")
    if passing is None or (restated is not None and not restated.is_zero):
        return
    before = old.people.get("dead")
    stated_total = (
        "dead" in new.people and passing.certain and before is not None and new.people["dead"].surely > before.surely
    )
    people["dead"] = new.people["dead"] if stated_total else _added(before or ZERO, exactly(passing.count))
    for role in ("injured", passing.origin):
        known = old.people.get(role)
        if known is not None and not known.is_zero:
            people[role] = minus(known, exactly(passing.count))
