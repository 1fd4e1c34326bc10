"""Time left on a card: deadlines, follow-ups, elements; the note when one is over; what the officer is asked.

A deadline that is over is 超时: neutral, with a reason beside it. What it means is for people to judge.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.report_types import load_forms
from bot.rules.case_view import CaseView
from bot.rules.completeness import missing
from bot.rules.deadlines import ENDED
from bot.rules.desk_view import ClockView
from bot.rules.report_elements import elements_of
from bot.wording import values
from bot.wording.buttons import button, rows
from bot.wording.case_taps import CaseTap, DeskTap
from bot.wording.outgoing import Saying
from bot.wording.worded import Html, Worded, lines, plain, shortened, words

# What is left is rounded up, so that 20 minutes are said at their beginning.
ALMOST_A_MINUTE = timedelta(seconds=59)
# Within this much of now, the hour says which night is meant.
SOON = timedelta(hours=18)


def soon(at: datetime, zone: ZoneInfo, now: datetime) -> str:
    """The time of the clock, with the date only where it is far from now."""
    return f"{at.astimezone(zone):%H:%M}" if abs(at - now) < SOON else values.moment(at, zone, now)


def clock_lines(case: CaseView, language: str, zone: ZoneInfo, now: datetime) -> Html | None:
    """The deadlines that run or are over, a line each; those met in one line; then the follow-up."""
    desk = case.desk
    met = [clock for clock in desk.clocks if clock.met_at and not clock.passed(now)]
    others = [clock for clock in desk.clocks if clock not in met]
    if case.state in ENDED:  # nothing runs any more; what was over stays to be seen
        others = [clock for clock in others if clock.noted_at or clock.met_at]
    shown = [_clock(clock, language, zone, now) for clock in others]
    return lines(*shown, _met(met, language, zone, now), _follow_up(case, language, zone, now)) or None


def _clock(clock: ClockView, language: str, zone: ZoneInfo, now: datetime) -> Html:
    name, due = values.name_of(clock.names, language), soon(clock.due_at, zone, now)
    if not clock.passed(now):
        return words(
            language,
            "clock-left",
            name=name,
            due=due,
            span=values.elapsed(clock.due_at - now + ALMOST_A_MINUTE, language),
        )
    if clock.owed_by == "unit":
        return words(language, "clock-unit", name=name, due=due)
    over = values.elapsed((clock.met_at or now) - clock.due_at, language)
    at = soon(clock.met_at, zone, now) if clock.met_at else ""
    done = plain(language, "clock-met-late", at=at, by=shortened(clock.met_by or "", 60)) if clock.met_at else ""
    if clock.reason is None:
        return words(language, "clock-over-open", name=name, due=due, span=over, done=done)
    return words(
        language, "clock-over-reason", name=name, due=due, span=over, done=done,
        reason=shortened(clock.reason, 120), by=shortened(clock.reason_by or "", 60),
    )  # fmt: skip


def _met(clocks: Sequence[ClockView], language: str, zone: ZoneInfo, now: datetime) -> Html | None:
    if not clocks:
        return None
    each = [
        f"{values.name_of(clock.names, language)} {soon(clock.met_at, zone, now)}" for clock in clocks if clock.met_at
    ]
    return words(language, "clock-met", value=plain(language, "list-comma").join(each))


def _follow_up(case: CaseView, language: str, zone: ZoneInfo, now: datetime) -> Html | None:
    row = case.desk.follow_up
    if row is None or case.state in ENDED:
        return None
    if row.controlled_at is not None:
        at = soon(row.controlled_at, zone, now)
        return words(language, "card-controlled", at=at, by=shortened(row.controlled_by or "", 60))
    said = None
    if row.last_how == "no_change":
        at = soon(row.last_at, zone, now)
        said = words(language, "card-no-change", at=at, by=shortened(row.last_by or "", 60))
    if row.due_at is None:
        return said
    due = soon(row.due_at, zone, now)
    if row.due_at > now:
        return lines(said, words(language, "follow-up-due", due=due))
    return lines(said, words(language, "follow-up-over", due=due, span=values.elapsed(now - row.due_at, language)))


def element_line(case: CaseView, language: str) -> Html | None:
    """要素 ▰▰▰▱▱ 5/11, and the question that would help most."""
    if case.kind != "incident" or case.state in ENDED:
        return None
    controlled = bool(case.desk.follow_up and case.desk.follow_up.controlled_at)
    there = list(elements_of(case.answers, controlled).values())
    bar = "▰" * sum(there) + "▱" * (len(there) - sum(there))
    form = load_forms()["incident"]
    question = next((form.question(key) for key in missing(form, case.answers)), None)
    following = values.name_of(question.label, language) if question else "none"
    return words(language, "card-elements", bar=bar, done=str(sum(there)), all=str(len(there)), next=following)


def time_table(case: CaseView, language: str, zone: ZoneInfo, now: datetime) -> Worded:
    """Every deadline with what it counts from and where it comes from; the elements one by one."""
    each = [
        words(
            language,
            "clock-source",
            line=_clock(clock, language, zone, now),
            basis=clock.basis,
            source=clock.source,
        )
        for clock in case.desk.clocks
    ]
    controlled = bool(case.desk.follow_up and case.desk.follow_up.controlled_at)
    lacking = [plain(language, f"element-{key}") for key, there in elements_of(case.answers, controlled).items()
               if not there]  # fmt: skip
    text = lines(
        words(language, "times-title", number=case.number),
        *(each or [words(language, "times-none")]),
        _follow_up(case, language, zone, now),
        words(language, "elements-lacking", value=plain(language, "list-comma").join(lacking)) if lacking else None,
    )
    back = button(plain(language, "button-back"), DeskTap(report=case.report_id, act="menu"))
    return Worded(text, rows([back]))


def over(saying: Saying) -> Worded | None:
    """Under the card: 超时, and a button for the reason."""
    case: CaseView | None = saying.subject
    if case is None:
        return None
    language, asked = saying.language, [str(name) for name in saying.values.get("clocks", [])]
    mine = [clock for clock in case.desk.clocks if clock.name in asked]
    if not mine:
        return None
    names = plain(language, "list-comma").join(values.name_of(clock.names, language) for clock in mine)
    why = button(plain(language, "button-why"), DeskTap(report=case.report_id, act="why"))
    phoned = button(plain(language, "button-phoned"), DeskTap(report=case.report_id, act="phoned"))
    waits_for_call = any(clock.met_at is None for clock in mine)
    text = words(language, "clock-over", number=case.number, names=names)
    return Worded(text, rows([why], [phoned] if waits_for_call else []))


def follow_up_ask(saying: Saying) -> Worded | None:
    """To the officer: any news? Nothing any more where the case has ended or is under control."""
    case: CaseView | None = saying.subject
    if case is None or case.state in ENDED or (case.desk.follow_up and case.desk.follow_up.controlled_at):
        return None
    language = saying.language

    def tap(key: str, act: str) -> object:
        return button(plain(language, key), DeskTap(report=case.report_id, act=act))

    text = words(language, "follow-up-ask", number=case.number, category=values.category_name(case.category, language))
    return Worded(text, rows([tap("button-no-change", "no_change"), tap("button-controlled", "controlled")],  # type: ignore[list-item]
                             [tap("button-tell-more", "tell_more")]))  # type: ignore[list-item]  # fmt: skip


def follow_up_overdue(saying: Saying) -> Worded | None:
    """To the room: the officer was asked and has not answered."""
    case: CaseView | None = saying.subject
    if case is None or case.desk.follow_up is None or case.desk.follow_up.due_at is None:
        return None
    language, due = saying.language, case.desk.follow_up.due_at
    if case.state in ENDED or due > saying.now:
        return None
    resident = case.origin == "help"
    text = words(
        language, "help-overdue" if resident else "follow-up-overdue", number=case.number,
        span=values.elapsed(saying.now - due, language),
        officer=shortened(case.reporter_name, 60), phone=case.reporter_phone or plain(language, "card-no-phone"),
    )  # fmt: skip
    ask = button(plain(language, "button-ask"), CaseTap(report=case.report_id, act="ask"))
    controlled = button(plain(language, "button-controlled"), DeskTap(report=case.report_id, act="controlled"))
    return Worded(text, rows([controlled] if resident else [ask, controlled]))


def _by(key: str) -> object:
    def said(saying: Saying) -> Worded | None:
        case: CaseView | None = saying.subject
        if case is None:
            return None
        return Worded(words(saying.language, key, number=case.number, by=shortened(str(saying.values["by"]), 60)))

    return said


WORDS = {
    "clock-over": over,
    "follow-up-ask": follow_up_ask,
    "follow-up-overdue": follow_up_overdue,
    "case-controlled": _by("case-controlled"),
    "case-not-controlled": _by("case-not-controlled"),
}
