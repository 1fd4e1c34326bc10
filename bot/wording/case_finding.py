"""/cases: the list, one case, and the ways between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.rules.case_view import CaseView
from bot.wording import values
from bot.wording.buttons import button, in_columns, rows
from bot.wording.case_cards import MARKS, card_text
from bot.wording.case_clocks import ALMOST_A_MINUTE
from bot.wording.case_taps import CasesTap
from bot.wording.worded import Html, Worded, lines, plain, shortened, words

RUNNING = ("open", "acknowledged")
LAST_PAGE = 999


def elapsed(case: CaseView, language: str, now: datetime) -> str:
    """How long ago it was sent."""
    return plain(language, "cases-elapsed", span=values.elapsed(now - case.sent_at, language))


def next_due(case: CaseView, language: str, now: datetime) -> str | None:
    """The deadline or follow-up that comes next, or one that is over and not explained."""
    due = [(clock.due_at, values.name_of(clock.names, language)) for clock in case.desk.clocks
           if clock.met_at is None and clock.reason is None]  # fmt: skip
    row = case.desk.follow_up
    if row is not None and row.due_at is not None:
        due.append((row.due_at, plain(language, "cases-follow-up")))
    if not due:
        return None
    at, name = min(due)
    key = "cases-clock-over" if at <= now else "cases-clock-left"
    span = now - at if at <= now else at - now + ALMOST_A_MINUTE
    return plain(language, key, name=name, span=values.elapsed(span, language))


# What a running case shows beside its state, in this order.
CLOCKS: tuple[Callable[[CaseView, str, datetime], str | None], ...] = (elapsed, next_due)


def case_list(
    cases: Sequence[CaseView], open_count: int, query: str, page: int, more: bool, language: str, zone: ZoneInfo,
    now: datetime,
) -> Worded:  # fmt: skip
    """A page of cases, each with a button that opens it."""
    if not cases:
        back = [button(plain(language, "button-all-cases"), CasesTap(act="l"))] if query or page else []
        return Worded(
            words(language, "cases-not-found", query=query) if query else words(language, "cases-none"), rows(back)
        )
    found = words(language, "cases-found", query=query, open=str(open_count)) if query else None
    title = found or words(language, "cases-open-title", open=str(open_count))
    at = words(language, "cases-page", page=str(page + 1)) if page or more else None
    entries = [_entry(case, language, zone, now) for case in cases]
    opens = [button(f"{MARKS[case.priority]} {case.number}", CasesTap(act="o", report=case.report_id, page=page,
                    query=query)) for case in cases]  # fmt: skip
    ways = [
        button(plain(language, "button-earlier-page"), CasesTap(act="l", page=page - 1, query=query)) if page else None,
        button(plain(language, "button-later-page"), CasesTap(act="l", page=page + 1, query=query))
        if more and page < LAST_PAGE
        else None,
    ]
    everything = [button(plain(language, "button-all-cases"), CasesTap(act="l"))] if query else []
    hint = None if query else words(language, "cases-hint")
    return Worded(
        lines(title, at, *entries, hint),
        rows(*in_columns(opens, 2), [way for way in ways if way is not None], everything),
    )


def _entry(case: CaseView, language: str, zone: ZoneInfo, now: datetime) -> Html:
    by = shortened(case.state_by_name or "", 40)
    state = plain(language, f"state-{case.state.replace('_', '-')}", by=by)
    running = case.state in RUNNING
    shown = [clock(case, language, now) for clock in CLOCKS] if running else []
    detail = shortened(values.place(case.answers.get("place"), "", language).strip(), 40)
    return words(
        language, "cases-entry", mark=MARKS[case.priority], number=case.number,
        place=" ".join(part for part in (values.area_name(case.area_names, language), detail) if part),
        category=values.category_name(case.category, language), at=values.moment(case.sent_at, zone, now),
        state=state, clocks="".join(f" · {clock}" for clock in shown if clock),
    )  # fmt: skip


def one_case(case: CaseView, tap: CasesTap, language: str, zone: ZoneInfo, now: datetime) -> Worded:
    """The case as its card shows it, with the ways to its timeline and back."""
    story = CasesTap(act="t", report=case.report_id, page=tap.page, query=tap.query)
    back = CasesTap(act="l", page=tap.page, query=tap.query)
    return Worded(
        card_text(case, language, zone, now),
        rows(
            [button(plain(language, "button-timeline"), story, "primary")],
            [button(plain(language, "button-to-list"), back)],
        ),
    )
