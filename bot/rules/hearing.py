"""What to do with a text that an officer sends outside of a form: file it, add it to a case, ask, or pass it on.

Whatever reports something is filed at once (category and place are enough); whatever adds to an open case joins it;
what nobody can read goes to a person. Only talk stays between the officer and the bot.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.rules.places import Places
from bot.rules.reading.conversation import STALE, Case, akin, elsewhere, join
from bot.rules.reading.intent import CHAIN, REPORTS, Intent, has
from bot.rules.reading.judgement import judge, settled
from bot.rules.reading.reading import Reading
from bot.rules.reading.script import Line
from bot.rules.reading.vocabulary import Vocabulary
from bot.rules.sentence import context_of, read

CHAIN_DAYS = timedelta(days=30)
"""续报 and 更正 find their case so long after it began (Order 493 art. 13: casualties change for 30 days)."""
FRESH = timedelta(hours=1)
"""Words that state nothing by themselves (三楼, 好大烟) are about a case so long after its last word."""
NEWS = timedelta(hours=3)
"""A first report of life at risk so long after a case's last word is a case of its own."""
TALK = ("greeting", "thanks", "quoted", "history", "media", "joke", "test", "meeting", "relay", "notice", "reminder")
LIFE_AT_RISK = "P0"
MOST_OTHERS = 3


class Way(StrEnum):
    """file: a new report. add: to `case`. category: ask what it is. drill / drill_or_real: see the drill's hours.

    unread: a person must read it. which: it may belong to `case`, which is some hours old; ask, then add it there.
    """

    FILE = "file"
    ADD = "add"
    CATEGORY = "category"
    QUESTION = "question"
    ZERO = "zero"
    DRILL = "drill"
    DRILL_OR_REAL = "drill_or_real"
    TALK = "talk"
    UNREAD = "unread"
    WHICH = "which"


@dataclass(frozen=True, slots=True)
class KnownCase:
    """A case the officer may be speaking of. `own`: they reported it themselves; `over`: it is closed."""

    report_id: int
    state: Reading
    opened_at: datetime
    last_at: datetime
    own: bool = True
    over: bool = False


@dataclass(frozen=True, slots=True)
class Heard:
    """`case` is the report that the text adds to or asks about; `threat` the hazard or sign that has come true.

    `others`: open cases that the same words could be about; the officer is shown which one was taken.
    """

    way: Way
    reading: Reading
    case: int | None = None
    threat: int | None = None
    others: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Ear:
    """What the officer's words are measured against. `replied_to`: the case of the message they reply to."""

    vocabulary: Vocabulary
    places: Places
    sender_area: str
    cases: Sequence[KnownCase] = ()
    in_drill: bool = False
    replied_to: int | None = None


def hear(text: str, ear: Ear, now: datetime) -> Heard:
    """The way of this text. `now` has the city's zone."""
    new = _read(text, ear, now)
    if new.drill:
        return Heard(Way.DRILL, new)
    if ear.in_drill and new.unmarked_in_drill:
        return Heard(Way.DRILL_OR_REAL, new)
    match new.intent:
        case Intent.ZERO:
            return Heard(Way.ZERO, new)
        case Intent.QUESTION:
            case = _newest(ear, now)
            return Heard(Way.QUESTION, new, case.report_id if case else None)
        case Intent.OTHER:
            return _nothing_read(text, new, ear, now)
    return _report(new, ear, now)


def states(reading: Reading) -> bool:
    """Whether a text says anything of the case that a figure, a place or a class can hold."""
    said = (
        reading.people, reading.hearsay, reading.passing, reading.affected, reading.houses, reading.threatened,
        reading.evacuated, reading.vulnerable, reading.road_blocked, reading.water_depth_text, reading.measurements,
        reading.category, reading.hazard_type,
    )  # fmt: skip
    return any(said)


def speaks_of_others(reading: Reading, asked: str) -> bool:
    """死了一个, where the trapped were asked about: a figure of others is never taken for the answer."""
    named = {*(set(reading.people) - reading.implied), *reading.hearsay}
    return bool(reading.passing) or (bool(named) and asked not in named)


def _read(text: str, ear: Ear, now: datetime) -> Reading:
    """Read as the next word of a fresh case where there is one; else as if nothing had been said before."""
    fresh = ear.replied_to is not None or any(now - case.last_at <= FRESH for case in ear.cases)
    known = _newest(ear, now) if fresh else None
    context = context_of(known.state if known else None, ear.sender_area, in_drill=ear.in_drill)
    context = replace(context, has_case=fresh)
    new = settled(read(text, ear.vocabulary, ear.places, context, now), ear.vocabulary, now)
    if fresh or not ear.cases or new.intent is not Intent.OTHER:
        return new
    older = replace(context, has_case=True)
    again = settled(read(text, ear.vocabulary, ear.places, older, now), ear.vocabulary, now)
    today = any(now - case.last_at <= STALE for case in ear.cases)
    adds = states(again) if today else again.people or again.passing or again.category
    return again if again.intent in CHAIN and adds else new


def _newest(ear: Ear, now: datetime) -> KnownCase | None:
    if ear.replied_to is not None:
        return next((case for case in ear.cases if case.report_id == ear.replied_to), None)
    return next((case for case in ear.cases if now - case.last_at <= STALE), None)


def _nothing_read(text: str, new: Reading, ear: Ear, now: datetime) -> Heard:
    folded = Line.of(text).folded
    if ear.replied_to is not None and not any(has(name, folded) for name in ("greeting", "thanks")):
        return Heard(Way.ADD, replace(new, intent=Intent.INCIDENT_FOLLOWUP), ear.replied_to)
    short = not any(char.isalnum() for char in folded)
    if short or any(has(name, folded) for name in TALK) or (new.drill is False and "bare_answer" in new.traits):
        return Heard(Way.TALK, new)
    return _unread(new, ear, now)


def _unread(new: Reading, ear: Ear, now: datetime) -> Heard:
    case = _newest(ear, now)
    return Heard(Way.WHICH, new, case.report_id) if case is not None else Heard(Way.UNREAD, new)


def _report(new: Reading, ear: Ear, now: datetime) -> Heard:
    case = _case_of(new, ear, now)
    if case is not None:
        return Heard(Way.ADD, new, case.report_id, others=_others(case, new, ear, now))
    if new.intent in CHAIN:
        if new.category is None and not _harm(new):
            return _unread(new, ear, now)
        new = replace(new, intent=Intent.INCIDENT_FIRST)
    threat = _threat(new, ear, now)
    judged = judge(new, ear.vocabulary, now)
    if new.category is None and new.hazard_type is None and judged.priority != LIFE_AT_RISK and not _harm(new):
        return Heard(Way.CATEGORY, new)
    return Heard(Way.FILE, new, threat=threat.report_id if threat else None)


def _harm(new: Reading) -> bool:
    return any(figure.surely > 0 for role, figure in new.people.items() if role != "evacuated") or bool(new.hearsay)


def _case_of(new: Reading, ear: Ear, now: datetime) -> KnownCase | None:
    """The case that this adds to: the one replied to, else the newest that takes it; its own category goes first."""
    if ear.replied_to is not None:
        return next((case for case in ear.cases if case.report_id == ear.replied_to), None)
    taking = [case for case in ear.cases if _takes(case, new, ear, now)]
    taking.sort(key=lambda case: case.over)
    same = [case for case in taking if new.category and case.state.category == new.category]
    return next(iter(same or taking), None)


def _others(taken: KnownCase, new: Reading, ear: Ear, now: datetime) -> tuple[int, ...]:
    """那个人死了, while a fire and a crash are open: nothing in the words tells which."""
    told_apart = ear.replied_to is not None or (new.category is not None and taken.state.category == new.category)
    if told_apart or not states(new):
        return ()
    open_now = [
        case for case in ear.cases if not case.over and now - case.last_at <= STALE and _takes(case, new, ear, now)
    ]
    return tuple(case.report_id for case in open_now if case is not taken)[:MOST_OTHERS]


def _calls_anew(new: Reading, ear: Ear, now: datetime) -> bool:
    return new.category is not None and judge(new, ear.vocabulary, now).priority == LIFE_AT_RISK


def _takes(case: KnownCase, new: Reading, ear: Ear, now: datetime) -> bool:
    if new.intent in CHAIN and now - case.opened_at > CHAIN_DAYS:
        return False
    old = now - case.last_at > NEWS
    if not case.own and new.intent in REPORTS and old:
        return False  # a colleague's case takes plain news only while it is fresh
    if _comes_of(case, new):
        return False  # an event of its own, with its own calls
    if case.over and new.intent in CHAIN and new.intent is not Intent.INCIDENT_FINAL and not states(new):
        return False  # 在外地: words without a figure open no closed case and call nobody again; they are asked about
    if new.intent is Intent.INCIDENT_FIRST and (old or case.over) and _calls_anew(new, ear, now):
        return False  # 着火啦, hours after a fire or after it was closed: somebody must answer again
    if new.intent in CHAIN and now - case.last_at > STALE and not (new.category or new.people or new.passing):
        return False
    _, opened = join(Case(case.state, case.opened_at, case.last_at), new, now)
    return not opened


def _threat(new: Reading, ear: Ear, now: datetime) -> KnownCase | None:
    """The hazard or early sign of the same place that this incident makes true."""
    if new.intent is not Intent.INCIDENT_FIRST:
        return None
    for case in ear.cases:
        if _comes_of(case, new) and now - case.opened_at <= CHAIN_DAYS:
            return case
        if case.state.hazard_type is None or now - case.opened_at > CHAIN_DAYS:
            continue
        after, opened = join(Case(case.state, case.opened_at, case.last_at), new, now)
        if opened and after is not None and after.from_hazard and _turns_into(case.state, new):
            return case
    return None


def _comes_of(case: KnownCase, new: Reading) -> bool:
    """They said they would gather, and now they have: an incident of the same kind as an early sign, at its place."""
    sign, kind = case.state, new.category
    if sign.kind is not Intent.EARLY_SIGN or new.intent is not Intent.INCIDENT_FIRST or kind is None:
        return False
    return sign.category is not None and akin(sign.category, kind) and not elsewhere(sign, new)


def _turns_into(hazard: Reading, new: Reading) -> bool:
    return new.category is None or hazard.category is None or new.category == hazard.category or (
        new.category.startswith("geo_") and hazard.category.startswith("geo_")
    )  # fmt: skip


__all__ = ["Ear", "Heard", "KnownCase", "Way", "hear"]
