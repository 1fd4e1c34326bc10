"""What a drill sends: to its officers the invitation and all that follows, to its organiser the card and the record.

Every message is worded from the drill as it is when it leaves; one that has become pointless says nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.rules.drill_view import RECORD_PAGE, DrillView, Invited
from bot.wording import drill_values, values
from bot.wording.buttons import button, rows
from bot.wording.drill_marker import all_marked
from bot.wording.duty_taps import DrillTap
from bot.wording.outgoing import Saying
from bot.wording.worded import Html, Worded, lines, plain, shortened, words

OPEN = ("planned", "running")


# --- to the officers ---


def _plan(drill: DrillView, saying: Saying) -> Html:
    """What, where, when: the lines that every message to an officer has."""
    language = saying.language
    kind = drill_values.kind_name(drill.kind, language)
    when = drill_values.span(drill.starts_at, drill.ends_at, saying.zone, language)
    return lines(
        words(language, "drill-line-name", name=_name(drill, language), kind=kind),
        words(language, "drill-line-when", when=when),
        words(language, "drill-line-where", areas=drill_values.area_names(drill.areas, language)),
        words(language, "drill-line-place", place=drill.place) if drill.place else None,
    )  # fmt: skip


def _name(drill: DrillView, language: str) -> str:
    return drill_values.drill_name(drill.name, drill.scenario, language)


def _organiser(drill: DrillView) -> str:
    return shortened(drill.organiser, drill_values.NAME_SHOWN)


def _to_officer(key: str) -> Callable[[Saying], Worded | None]:
    """Once the drill runs, an older message that is shown anew asks to sign in too."""

    def word(saying: Saying) -> Worded | None:
        drill: DrillView | None = saying.subject
        one = drill.person(saying.values.get("person")) if drill else None
        if drill is None or one is None or drill.state not in OPEN:
            return None
        language = saying.language
        title = words(
            language, "drill-sign-in" if drill.state == "running" else key, organiser=_organiser(drill),
            left=drill_values.left(drill.starts_at - saying.now, language),
        )  # fmt: skip
        return Worded(lines(title, _plan(drill, saying), _answer(one, saying)), _officer_keyboard(drill, one, language))

    return word


def _answer(one: Invited, saying: Saying) -> Html | None:
    """What this officer has said so far."""
    if one.signed_in_at is not None:
        return words(
            saying.language, "drill-you-signed-in", at=values.moment(one.signed_in_at, saying.zone, saying.now)
        )
    return words(saying.language, f"drill-you-{one.answer}") if one.answer else None


def _officer_keyboard(drill: DrillView, one: Invited, language: str) -> InlineKeyboardMarkup | None:
    def tap(key: str, act: str, style: str | None = None) -> InlineKeyboardButton:
        return button(plain(language, key), DrillTap(drill=drill.drill_id, act=act), style)

    if one.signed_in_at is not None or drill.state not in OPEN:
        return None
    cannot = tap("button-cannot-attend", "cannot")
    if drill.state == "running":
        return rows([tap("button-sign-in", "sign", "success")], [cannot])
    return rows([tap("button-can-attend", "can", "success"), cannot])


def _thanks(saying: Saying) -> Worded | None:
    drill: DrillView | None = saying.subject
    one = drill.person(saying.values.get("person")) if drill else None
    if drill is None or one is None:
        return None
    key = "drill-thanks-signed-in" if one.signed_in_at else "drill-thanks"
    return Worded(words(saying.language, key, name=_name(drill, saying.language)))


def _cancelled(saying: Saying) -> Worded | None:
    drill: DrillView | None = saying.subject
    if drill is None:
        return None
    key = "drill-cut-off" if drill.cut_off else "drill-cancelled"
    by = shortened(drill.closed_by or "", drill_values.NAME_SHOWN)
    return Worded(lines(words(saying.language, key, name=_name(drill, saying.language), by=by), _plan(drill, saying)))


# --- to the organiser ---


def _card(saying: Saying) -> Worded | None:
    drill: DrillView | None = saying.subject
    if drill is None:
        return None
    language = saying.language
    text = lines(
        words(language, "drill-card-title", id=str(drill.drill_id)),
        _plan(drill, saying),
        words(language, "drill-line-organiser", by=_organiser(drill)),
        _state(drill, saying),
        words(
            language, "drill-card-answers", invited=str(len(drill.invited)), can=str(len(drill.answered("can"))),
            cannot=str(len(drill.answered("cannot"))), unanswered=str(len(drill.unanswered)),
        ),
        _unreachable(drill, language),
        *(_attendance(drill, language, 1200) if drill.state in ("running", "ended") else ()),
        words(language, "drill-card-held", count=str(drill.held)) if drill.held else None,
    )  # fmt: skip
    return Worded(text, _card_keyboard(drill, language))


def _state(drill: DrillView, saying: Saying) -> Html:
    at = values.moment(drill.closed_at, saying.zone, saying.now) if drill.closed_at else ""
    early = drill.state == "ended" and drill.closed_by
    key = "drill-state-ended-early" if early else f"drill-state-{drill.state}"
    return words(saying.language, key, by=shortened(drill.closed_by or "", drill_values.NAME_SHOWN), at=at)


def _unreachable(drill: DrillView, language: str) -> Html | None:
    lost = drill.unreachable
    named = (
        plain(language, "drill-unreachable-one", who=drill_values.officer(one, language),
              reason=drill_values.reason(one.unreachable or "", language))
        for one in lost
    )  # fmt: skip
    names = drill_values.listed(named, language, 700)
    return words(language, "drill-card-unreachable", count=str(len(lost)), names=names) if lost else None


def _attendance(drill: DrillView, language: str, most: int) -> tuple[Html | None, Html | None]:
    missing = drill.missing_villages
    names = drill_values.listed((values.area_name(name, language) for name in missing), language, most)
    return (
        words(language, "drill-card-signed-in", count=str(len(drill.signed_in)), invited=str(len(drill.invited))),
        words(language, "drill-card-missing", count=str(len(missing)), villages=str(drill.villages), names=names)
        if missing
        else None,
    )


def _card_keyboard(drill: DrillView, language: str) -> InlineKeyboardMarkup | None:
    def tap(key: str, act: str, value: str = "", style: str | None = None, **given: str) -> InlineKeyboardButton:
        return button(plain(language, key, **given), DrillTap(drill=drill.drill_id, act=act, value=value), style)

    deeds = {
        "planned": [tap("button-drill-start", "ask", "start"), tap("button-drill-cancel", "ask", "cancel", "danger")],
        "running": [tap("button-drill-end", "ask", "end"), tap("button-drill-cancel", "ask", "cancel", "danger")],
    }
    resend = [tap("button-drill-resend", "resend", count=str(drill.held))] if drill.held else []
    return rows(deeds.get(drill.state, []), resend)


def _record(saying: Saying) -> Worded | None:
    """Page 0 is the summary, the others list who signed in and when."""
    drill: DrillView | None = saying.subject
    if drill is None:
        return None
    page = int(saying.values.get("page", 0))
    return Worded(_record_list(drill, page, saying) if page else _record_summary(drill, saying))


def _record_summary(drill: DrillView, saying: Saying) -> Html:
    language = saying.language
    return lines(
        words(language, "drill-record-title", id=str(drill.drill_id)),
        _plan(drill, saying),
        words(language, "drill-line-organiser", by=_organiser(drill)),
        _state(drill, saying),
        words(
            language, "drill-card-answers", invited=str(len(drill.invited)), can=str(len(drill.answered("can"))),
            cannot=str(len(drill.answered("cannot"))), unanswered=str(len(drill.unanswered)),
        ),
        _unreachable(drill, language),
        *_attendance(drill, language, 2000),
    )  # fmt: skip


def _record_list(drill: DrillView, page: int, saying: Saying) -> Html:
    language = saying.language
    people = drill.signed_in[(page - 1) * RECORD_PAGE : page * RECORD_PAGE]
    title = words(
        language, "drill-record-list", id=str(drill.drill_id), page=str(page), pages=str(drill.record_pages - 1)
    )
    return lines(title, *(
        words(language, "drill-record-line", at=f"{one.signed_in_at.astimezone(saying.zone):%H:%M:%S}",
              who=drill_values.officer(one, language))
        for one in people if one.signed_in_at is not None
    ))  # fmt: skip


WORDS = all_marked({
    "drill-invitation": _to_officer("drill-invitation"),
    "drill-reminder": _to_officer("drill-reminder"),
    "drill-sign-in": _to_officer("drill-sign-in"),
    "drill-thanks": _thanks,
    "drill-cancelled": _cancelled,
    "drill-card": _card,
    "drill-record": _record,
})  # fmt: skip
