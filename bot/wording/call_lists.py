"""叫应: who is silent, with posts and numbers to tap; 电话已叫应; what a town takes over; the record and the doors."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.rules.call_view import VILLAGES_A_PAGE as A_PAGE
from bot.rules.call_view import Called, CalledVillage, CallView
from bot.wording import fates, values
from bot.wording.buttons import button, in_columns, rows
from bot.wording.call_cards import counts, may_be_marked, name, title
from bot.wording.duty_taps import CallTap
from bot.wording.outgoing import Saying
from bot.wording.worded import Html, Worded, lines, plain, shortened, words

BUTTONS_A_PAGE = 24
BUTTONS_OF_A_TOWN, UNDO = 6, 3


def _page(villages: Sequence[CalledVillage], page: int, size: int) -> tuple[Sequence[CalledVillage], int, int]:
    """The villages of a page, the page (a forged one becomes the last), and how many there are."""
    pages = max(1, -(-len(villages) // size))
    page = min(max(page, 0), pages - 1)
    return villages[page * size : (page + 1) * size], page, pages


def _turning(view: CallView, act: str, page: int, pages: int) -> list[InlineKeyboardButton]:
    back = [button("‹", CallTap(call=view.call_id, act=f"turn-{act}", value=str(page - 1)))] if page else []
    on = [button("›", CallTap(call=view.call_id, act=f"turn-{act}", value=str(page + 1)))] if page + 1 < pages else []
    return [*back, *on]


def silent_list(view: CallView, page: int, language: str, zone: ZoneInfo, now: datetime) -> Worded:
    """A phone sheet: every silent village with its people, who was called when, and why somebody could not be."""
    if not view.silent:
        return may_be_marked(view.drill, language, Worded(words(language, "call-nobody-silent")))
    here, page, pages = _page(view.silent, page, A_PAGE)
    head = words(
        language, "call-silent-title", call=str(view.call_id), number=str(len(view.silent)), page=str(page + 1),
        pages=str(pages),
    )  # fmt: skip
    text = lines(head, *(_entry(each, language, zone, now) for each in here))
    record = [button(plain(language, "button-call-phone"), CallTap(call=view.call_id, act="phone", value="0"))]
    keyboard = rows(_turning(view, "silent", page, pages), record)
    return may_be_marked(view.drill, language, Worded(text, keyboard))


def _entry(village: CalledVillage, language: str, zone: ZoneInfo, now: datetime) -> Html:
    people = [step for step in village.steps if step.person_id is not None]
    area = words(language, "call-silent-village", area=values.area_name(village.names, language))
    if not people:
        return lines(area, words(language, "call-silent-nobody"))
    return lines(area, *(_person(step, language, zone, now) for step in people))


def _person(step: Called, language: str, zone: ZoneInfo, now: datetime) -> Html:
    why = ""
    if step.reason:
        why = plain(language, "call-silent-why", reason=fates.reason(step.reason, language))
    elif step.called_at:
        why = plain(language, "call-silent-called", at=values.moment(step.called_at, zone, now))
    return words(
        language, "call-silent-person", whom=plain(language, f"call-whom-{step.whom}"), name=shortened(step.name, 30),
        phone=step.phone or plain(language, "card-no-phone"), why=why,
    )  # fmt: skip


def record_phone(view: CallView, page: int, language: str, just_now: CalledVillage | None = None) -> Worded:
    """Which village was reached by telephone: a button each, and those to take the last ones back."""
    here, page, pages = _page(view.silent, page, BUTTONS_A_PAGE)
    taps = [
        button(values.area_name(each.names, language),
               CallTap(call=view.call_id, act="phoned", value=str(each.village_id)))
        for each in here
    ]  # fmt: skip
    recent = sorted(view.by_phone(), key=lambda each: each.answered_at or view.started_at)[-UNDO:]
    undo = [
        button(plain(language, "button-call-unphone", area=values.area_name(each.names, language)),
               CallTap(call=view.call_id, act="unphone", value=str(each.village_id)))
        for each in reversed(recent)
    ]  # fmt: skip
    done = None
    if just_now is not None:
        area = values.area_name(just_now.names, language)
        done = words(language, "call-phoned", area=area, by=just_now.answered_by)
    ask = words(language, "call-phone-title" if view.silent else "call-nobody-silent", call=str(view.call_id))
    keyboard = rows(*in_columns(taps, 3), _turning(view, "phone", page, pages), *in_columns(undo, 1))
    return may_be_marked(view.drill, language, Worded(lines(done, ask), keyboard))


def town(saying: Saying) -> Worded | None:
    """A duty room takes over: these villages have nobody who answers. Nothing when they all have by now."""
    view: CallView | None = saying.subject
    wanted = set(saying.values.get("villages", ()))
    silent = [each for each in view.silent if each.village_id in wanted] if view is not None else []
    if view is None or not silent:
        return None
    language, shown = saying.language, silent[:A_PAGE]
    more = len(silent) - len(shown)
    text = lines(
        words(language, "call-town-title", number=str(len(silent)), call=str(view.call_id),
              name=name(view.kind, view.level, language)),
        *(_entry(each, language, saying.zone, saying.now) for each in shown),
        words(language, "call-silent-more", number=str(more)) if more else None,
        words(language, "call-town-do"),
    )  # fmt: skip
    return may_be_marked(view.drill, language, Worded(text, rows(*_town_buttons(view, silent, language))))


def _town_buttons(
    view: CallView, silent: Sequence[CalledVillage], language: str
) -> list[list[InlineKeyboardButton]]:  # fmt: skip
    if len(silent) > BUTTONS_OF_A_TOWN:
        return [[button(plain(language, "button-call-phone"), CallTap(call=view.call_id, act="phone", value="0"))]]
    return [
        [button(plain(language, "button-call-phoned", area=values.area_name(each.names, language)),
                CallTap(call=view.call_id, act="reached", value=str(each.village_id)))]
        for each in silent
    ]  # fmt: skip


def record(saying: Saying) -> Worded | None:
    """The end of a round: what was answered, how fast, and the doors to knock at. Further pages hold doors only."""
    view: CallView | None = saying.subject
    if view is None:
        return None
    language, page = saying.language, int(saying.values.get("page", 0))
    if page and page * A_PAGE >= len(view.silent):
        return None
    here = view.silent[page * A_PAGE : (page + 1) * A_PAGE]
    head: list[Html | None] = []
    if page == 0:
        head = [
            words(language, "call-record-title"), title(view, language, saying.zone, saying.now),
            *counts(view, language), _speed(view, language),
        ]  # fmt: skip
    doors = words(language, "call-doors-part", number=str(len(view.silent))) if here else None
    text = lines(*head, doors, *(_with_town(each, language, saying.zone, saying.now) for each in here))
    return may_be_marked(view.drill, language, Worded(text))


def _with_town(village: CalledVillage, language: str, zone: ZoneInfo, now: datetime) -> Html:
    return lines(words(language, "call-doors-town", town=values.area_name(village.town_names, language)),
                 _entry(village, language, zone, now))  # fmt: skip


def _speed(view: CallView, language: str) -> Html | None:
    """How long the first, the middle and the last answer took."""
    took = sorted(each.answered_at - view.started_at for each in view.answered if each.answered_at)
    if not took:
        return None

    def span(value: timedelta) -> str:
        return values.elapsed(value, language)

    return words(language, "call-record-speed", first=span(took[0]), half=span(took[(len(took) - 1) // 2]),
                 last=span(took[-1]))  # fmt: skip


def doors(saying: Saying) -> Worded | None:
    """上门名单 for a town's own group."""
    view: CallView | None = saying.subject
    if view is None:
        return None
    code, page, language = str(saying.values["town"]), int(saying.values.get("page", 0)), saying.language
    silent = [each for each in view.silent if each.area.startswith(code)]
    here = silent[page * A_PAGE : (page + 1) * A_PAGE]
    if not here:
        return None
    text = lines(
        words(language, "call-doors-title", number=str(len(silent)), call=str(view.call_id),
              name=name(view.kind, view.level, language)),
        *(_entry(each, language, saying.zone, saying.now) for each in here),
    )  # fmt: skip
    return may_be_marked(view.drill, language, Worded(text))


def no_room(saying: Saying) -> Worded:
    """For the administrators: nobody is left to take over."""
    return Worded(words(saying.language, "alarm-call-no-room", **{k: str(v) for k, v in saying.values.items()}))


WORDS = {"call-town": town, "call-record": record, "call-doors": doors, "alarm-call-no-room": no_room}
