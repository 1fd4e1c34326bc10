"""What follows from what was stated: how urgent, which grade, who is told, what is asked next."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.rules.category import Category
from bot.rules.grading import GradeProposal, Known, propose_grade
from bot.rules.priority import Figures, Harm, priority_of
from bot.rules.reading.intent import CHAIN, Intent
from bot.rules.reading.numbers import Figure
from bot.rules.reading.reading import Ask, Reading
from bot.rules.reading.times import Precision, TimeReading
from bot.rules.reading.vocabulary import Vocabulary

HAZARD_LEVELS = {"general": "P3", "major": "P2", "major_imminent": "P0"}
LONG_AGO = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Judgement:
    """`notify` is empty while drill or real is still asked; `ask` is the one next question."""

    priority: str
    grade: GradeProposal
    notify: tuple[str, ...]
    ask: Ask | None


def judge(reading: Reading, vocabulary: Vocabulary, now: datetime, *, drill_doubt: bool = False) -> Judgement:
    category = vocabulary.categories.get(reading.category or "")
    grade = _grade(reading, category)
    priority = _priority(reading, vocabulary, grade, now)
    notify = () if drill_doubt else _notify(reading, category, priority)
    return Judgement(priority, grade, notify, _ask(reading, category, priority, drill_doubt=drill_doubt))


# --- how urgent (domain §3.6) ---


def _priority(reading: Reading, vocabulary: Vocabulary, grade: GradeProposal, now: datetime) -> str:
    """The one table of `rules.priority`; here only what a sentence says of harm between its lines."""
    if reading.intent in {Intent.OTHER, Intent.QUESTION, Intent.ZERO}:
        return "P3"
    if reading.hazard_level is not None:
        return HAZARD_LEVELS[reading.hazard_level]
    if reading.category is None and "trapped" in reading.hearsay:
        return "P0"  # 听讲有两个人被埋
    if reading.category is None and "help" in reading.traits:
        return "P0"  # 救命 and no more: somebody's life, whatever it is
    category = vocabulary.categories.get(reading.category or "other")
    if category is None:
        return "P2"
    if reading.kind is Intent.EARLY_SIGN:
        return "P1" if reading.plan is not None else category.default_priority
    final = reading.intent is Intent.INCIDENT_FINAL
    made_safe = final or "contained" in reading.traits or _long_ago(reading, now)
    if category.default_priority == "P0" and made_safe and (final or not _hurt(reading)):
        return "P1"  # a leak that has been made safe: still worth a person's look
    figures = replace(_figures(reading), harm=_harm(reading, category, now))
    return priority_of(category, figures, grade=grade.grade, sensitive=_sensitive(reading)).level


def _figures(reading: Reading) -> Figures:
    """For the priority, injured people whose severity was told are not counted again without it."""
    names = (Figures.__dataclass_fields__.keys() - {"harm"}) & reading.people.keys()
    figures: dict[str, Any] = {name: reading.people[name] for name in names}
    serious, minor, injured = (reading.people.get(name) for name in ("injured_serious", "injured_minor", "injured"))
    if injured is not None and _above(injured) <= _above(serious) + _above(minor) and not injured.is_zero:
        del figures["injured"]
    return replace(Figures(households=reading.affected.get("households")), **figures)


def _harm(reading: Reading, category: Category, now: datetime) -> Harm | None:
    """What the words say of harm where no figure does.

    Life usually at stake, nobody said to be safe, not over: unknown. Hurt and still going on: yes. Else none.
    """
    if reading.hearsay:
        return None if category.life_at_stake and not _over(reading, now) else "none"
    if _hurt(reading):
        return (
            "yes"
            if (category.life_at_stake and reading.traits & {"critical", "school"} and not _over(reading, now))
            or ("unconscious" in reading.traits and not _over(reading, now))
            else None
        )
    return None if category.life_at_stake and not _over(reading, now) else "none"


def _above(figure: Figure | None) -> int:
    return figure.surely if figure is not None else 0


def _hurt(reading: Reading) -> bool:
    return any(
        _above(reading.figure(role)) for role in ("dead", "injured", "trapped", "missing", "ill", "hospitalized")
    )


def _over(reading: Reading, now: datetime) -> bool:
    """Put out, rescued, everyone safe, or so long ago that nobody waits for help."""
    zeros = [figure for role in ("dead", "injured", "trapped") if (figure := reading.figure(role)) is not None]
    if reading.intent is Intent.INCIDENT_FINAL:
        return True
    return "resolved" in reading.traits or any(figure.is_zero for figure in zeros) or _long_ago(reading, now)


def _long_ago(reading: Reading, now: datetime) -> bool:
    return reading.time is not None and reading.time.at is not None and now - reading.time.at > LONG_AGO


def _sensitive(reading: Reading) -> bool:
    """School, home for the old, foreigners, press: with somebody hurt, or hearsay of a death (domain §2.2)."""
    return bool(reading.traits & {"school", "care_home", "foreigner", "media_attention"} and _hurt(reading)) or bool(
        reading.hearsay
    )


# --- which grade ---


def _grade(reading: Reading, category: Category | None) -> GradeProposal:
    if category is None or reading.kind in {Intent.HAZARD, Intent.EARLY_SIGN} or reading.hazard_type is not None:
        return GradeProposal(None, category.grade_rule if category else "NONE", "")
    loss, area = reading.measurements.get("loss_wan"), reading.measurements.get("area_ha_min")
    if area is None and reading.measurements.get("area_ha_max") is not None:
        area = 0.0
    people = {role: figure for role, figure in reading.people.items() if role != "evacuated"}
    if reading.passing is not None and "dead" not in people:
        people["dead"] = Figure(reading.passing.count, reading.passing.count, True)
    known = Known(
        people=people,
        loss_wan=float(loss) if isinstance(loss, int | float) else None,
        area_ha=float(area) if isinstance(area, int | float) else None,
        at_work="at_work" in reading.traits,
    )
    return propose_grade(category.grade_rule, known, social=category.klass == "social")


# --- who is told ---


def _notify(reading: Reading, category: Category | None, priority: str) -> tuple[str, ...]:
    """The town always, the district for life at risk and for every death, and the functions that lead."""
    if reading.intent in {Intent.OTHER, Intent.QUESTION, Intent.ZERO} or reading.drill:
        return ()
    town = reading.location.town if reading.location else None
    told = [f"town_duty:{town}"] if town else []
    if (
        priority == "P0"
        or _above(reading.figure("dead"))
        or (reading.passing is not None and not reading.passing.certain)
    ):
        told.append("district_duty")
    if category is not None and (priority != "P3" or reading.kind is Intent.EARLY_SIGN):
        pupils = "school" in reading.traits or any(one.kind == "child" for one in reading.vulnerable)
        leads = [name for name in category.lead_functions if name != "education" or pupils]
        told.extend(f"function:{name}" for name in leads)
    return tuple(told)


# --- what is asked next: one question ---


def _ask(reading: Reading, category: Category | None, priority: str, *, drill_doubt: bool) -> Ask | None:
    if drill_doubt:
        return Ask("drill_or_real", ("drill", "real"))
    if reading.intent in {Intent.OTHER, Intent.QUESTION, Intent.ZERO}:
        return None
    for question in (_ask_death, _ask_place, _ask_time, _ask_category):
        asked = question(reading)
        if asked is not None:
            return asked
    return _ask_missing(reading, category, priority)


def _ask_death(reading: Reading) -> Ask | None:
    if reading.passing is not None and not reading.passing.certain:
        return Ask("means_death", ("yes", "no", "unknown"))
    return Ask("confirm_hearsay", ("yes", "no", "unknown")) if "dead" in reading.hearsay else None


def _ask_place(reading: Reading) -> Ask | None:
    candidates = reading.location.candidates if reading.location else ()
    return Ask("which_area", tuple(area.code for area in candidates)) if candidates else None


def _ask_time(reading: Reading) -> Ask | None:
    if reading.time is not None and reading.time.problem is not None:
        return Ask("occurred_at", ("just_now", "half_an_hour_ago", "an_hour_ago", "this_morning"))
    return None


def _ask_category(reading: Reading) -> Ask | None:
    if reading.category is None and reading.intent not in CHAIN:
        return Ask("category", ())
    return None


def _ask_missing(reading: Reading, category: Category | None, priority: str) -> Ask | None:
    if reading.hazard_level == "major_imminent":
        return Ask("evacuated", ("yes", "no", "unknown")) if reading.evacuated is None else Ask("photo")
    if reading.intent is Intent.HAZARD:
        return Ask("photo")
    if reading.kind is Intent.EARLY_SIGN:
        return Ask("planned_time") if reading.plan is None or reading.plan.at is None else Ask("people_present")
    if reading.intent is Intent.INCIDENT_FINAL:
        return None
    casualties = [role for role in ("dead", "injured", "trapped") if role not in reading.people]
    if len(casualties) == 3 or (priority == "P0" and "trapped" not in reading.people):
        return Ask("harm", ("yes", "none", "unknown"))
    if reading.time is not None and reading.time.confirm:
        return Ask("confirm_time", ("yes", "no"))
    if "house" in _damage_words(reading) and not reading.houses.keys() & {"severe", "light"}:
        return Ask("house_damage", ("light", "severe", "none"))
    if reading.time is None:
        return Ask("occurred_at", ("just_now", "half_an_hour_ago", "an_hour_ago", "this_morning"))
    return Ask("dead") if "dead" not in reading.people else Ask("photo")


def _damage_words(reading: Reading) -> Sequence[str]:
    collapsed = reading.houses.get("collapsed")
    return ("house",) if collapsed is not None and collapsed.is_zero else ()


def _still_going(reading: Reading) -> bool:
    return "ongoing" in reading.traits or _above(reading.figure("trapped")) > 0


def settled(reading: Reading, vocabulary: Vocabulary, now: datetime) -> Reading:
    """A life at risk with no time said is happening now: the moment of the message, as an approximation."""
    category = vocabulary.categories.get(reading.category or "")
    if reading.intent is not Intent.INCIDENT_FIRST or reading.time is not None or not _still_going(reading):
        return reading
    if category is None or not category.life_at_stake or _over(reading, now):
        return reading
    at = now.replace(second=0, microsecond=0)
    return replace(reading, time=TimeReading(at, None, Precision.APPROX_NOW, ""))
