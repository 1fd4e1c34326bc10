"""叫应 as those see it who are called, and the live card of those who call. A drill's words are marked."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.report_types.call_texts import question, ready_text
from bot.rules.alert_levels import NOTICE, SIGNALS
from bot.rules.call_view import Called, CalledVillage, CallView
from bot.wording import area_choice, values
from bot.wording.alert_text import MARKS
from bot.wording.buttons import button, rows
from bot.wording.drill_marker import marked
from bot.wording.duty_taps import CallTap
from bot.wording.outgoing import Saying
from bot.wording.worded import Html, Worded, escaped, lines, plain, shortened, words

SILENT_SHOWN = 600


def name(kind: str, level: str, language: str) -> str:
    """暴雨红色预警, 暴雨提示, 橙色叫应."""
    if kind == "other":
        key = "call-name-notice" if level == NOTICE else "call-name"
        return plain(language, key, level=plain(language, f"level-{level}"))
    what = plain(language, f"{'signal' if kind in SIGNALS else 'kind'}-{kind}".replace("_", "-"))
    key = "alert-name-notice" if level == NOTICE else "alert-name"
    return plain(language, key, what=what, level=plain(language, f"level-{level}"))


def text_of(kind: str, level: str, text: str, language: str) -> str:
    """What was typed, else the ready words in this language."""
    ready = ready_text(kind, level)
    return text or (values.name_of(ready, language) if ready else "")


def may_be_marked(drill: bool, language: str, worded: Worded) -> Worded:
    return marked(language, worded) if drill else worded


def village_names(villages: tuple[CalledVillage, ...], language: str, limit: int, climbed: bool = False) -> str:
    """高滩村、密石村（B岗）: cut where it grows too long."""
    comma = plain(language, "list-comma")
    return shortened(comma.join(_with_step(each, language) if climbed else _name(each, language) for each in villages),
                     limit)  # fmt: skip


def _name(village: CalledVillage, language: str) -> str:
    return values.area_name(village.names, language)


def _with_step(village: CalledVillage, language: str) -> str:
    step = village.climbed_to
    if step in (None, "A"):
        return _name(village, language)
    return plain(language, "call-climbed", area=_name(village, language), whom=plain(language, f"call-whom-{step}"))


def person_card(saying: Saying) -> Worded | None:
    """What a person who is called gets, as it stands for their village now."""
    view: CallView | None = saying.subject
    village = view.villages[0] if view is not None and view.villages else None
    step = village.step_of(int(saying.values.get("person", 0))) if village is not None else None
    if view is None or village is None or step is None:
        return None
    language = saying.language
    text = lines(
        words(language, "call-card-title", area=_name(village, language), mark=MARKS[view.level],
              name=name(view.kind, view.level, language)),
        Html(f"\n{escaped(text_of(view.kind, view.level, view.text, language))}\n"),
        words(language, "call-card-from", sender=view.group or view.by_name, number=str(view.call_id),
              at=values.moment(view.started_at, saying.zone, saying.now)),
        *_so_far(village, step, language, saying.zone, saying.now),
        words(language, "call-card-ended") if view.ended_at and step.answered_at is None else None,
        *_to_do(view, village, step, language),
    )  # fmt: skip
    return may_be_marked(view.drill, language, Worded(text, rows(*_answers(view, village, step, language))))


def _so_far(
    village: CalledVillage, step: Called, language: str, zone: ZoneInfo, now: datetime
) -> list[Html | None]:  # fmt: skip
    def at(moment: datetime) -> str:
        return values.moment(moment, zone, now)

    mine = words(language, "call-card-got", at=at(step.answered_at)) if step.answered_at else None
    others = None
    if village.answered_at and step.answered_at is None:
        others = words(
            language, f"call-card-{village.answered_how}", by=village.answered_by, at=at(village.answered_at)
        )
    arrived = words(language, "call-card-arrived", at=at(village.arrived_at)) if village.arrived_at else None
    people = words(language, f"call-card-{village.people}") if village.people else None
    return [mine, others, arrived, people]


def _to_do(view: CallView, village: CalledVillage, step: Called, language: str) -> list[Html | None]:
    if step.answered_at is None:
        asked = question(view.kind, view.level)
        minutes = str(int(view.wait.total_seconds()) // 60)
        if asked is None:
            return [words(language, "call-card-answer", minutes=minutes)]
        wrong = words(language, "call-card-wrong", right=values.name_of(asked.right, language)) if step.wrong else None
        return [wrong, words(language, "call-card-question", minutes=minutes)]
    if village.arrived_at is None:
        return [words(language, "call-card-arrive")]
    return [words(language, "call-card-people") if village.people is None else None]


def _answers(
    view: CallView, village: CalledVillage, step: Called, language: str
) -> list[list[InlineKeyboardButton]]:  # fmt: skip
    def tap(act: str, value: str = "") -> CallTap:
        return CallTap(call=view.call_id, act=act, value=f"{village.village_id}{value}")

    if step.answered_at is None:
        asked = question(view.kind, view.level)
        if asked is None:
            return [[button(plain(language, "button-received"), tap("got"), "success")]]
        choices = enumerate(asked.choices(village.village_id))
        return [[button(values.name_of(names, language), tap("got", f".{at}"))] for at, (_, names) in choices]
    if village.arrived_at is None:
        return [[button(plain(language, "button-call-here"), tap("here"), "primary")]]
    return [[
        button(plain(language, f"button-call-{what}"), tap(what), "success" if village.people == what else None)
        for what in ("moving", "none")
    ]]  # fmt: skip


def board(saying: Saying) -> Worded | None:
    """The live card of those who call."""
    view: CallView | None = saying.subject
    if view is None:
        return None
    language, silent = saying.language, view.silent
    without = tuple(each for each in silent if each.without_officer)
    text = lines(
        title(view, language, saying.zone, saying.now),
        Html(f"<blockquote expandable>{escaped(shortened(text_of(view.kind, view.level, view.text, language), 500))}"
             "</blockquote>"),
        *counts(view, language),
        words(language, "call-board-silent", names=village_names(silent, language, SILENT_SHOWN, climbed=True))
        if silent else None,
        words(language, "call-board-without", names=village_names(without, language, 200)) if without else None,
        _until(view, language, saying.zone, saying.now),
    )  # fmt: skip
    return may_be_marked(view.drill, language, Worded(text, rows(*_board_buttons(view, language))))


def title(view: CallView, language: str, zone: ZoneInfo, now: datetime) -> Html:
    return words(
        language, "call-board-title", number=str(view.call_id), mark=MARKS[view.level],
        name=name(view.kind, view.level, language), names=area_choice.names(view.area_names, language),
        at=values.moment(view.started_at, zone, now),
    )  # fmt: skip


def counts(view: CallView, language: str) -> list[Html | None]:
    """已应 41/44, and what the villages do that have answered."""
    all_answered = not view.silent
    phone, arrived = len(view.by_phone()), len(view.arrived)
    return [
        words(language, "call-board-all" if all_answered else "call-board-count", answered=str(len(view.answered)),
              total=str(len(view.villages))),
        words(language, "call-board-phone", number=str(phone)) if phone else None,
        words(language, "call-board-doing", arrived=str(arrived), moving=str(len(view.with_people("moving"))),
              none=str(len(view.with_people("none")))) if arrived else None,
    ]  # fmt: skip


def _until(view: CallView, language: str, zone: ZoneInfo, now: datetime) -> Html:
    if view.ended_at is None:
        return words(language, "call-board-until", at=values.moment(view.deadline_at, zone, now))
    at = values.moment(view.ended_at, zone, now)
    if view.ended_by:
        return words(language, "call-board-ended-by", at=at, by=view.ended_by)
    return words(language, "call-board-ended", at=at)


def _board_buttons(view: CallView, language: str) -> list[list[InlineKeyboardButton]]:
    def tap(act: str, value: str = "", style: str | None = None) -> InlineKeyboardButton:
        return button(plain(language, f"button-call-{act}"), CallTap(call=view.call_id, act=act, value=value), style)

    silent = [tap("silent", "0"), tap("phone", "0")] if view.silent else []
    return [silent, [tap("export"), *([] if view.ended_at else [tap("end")])]]


WORDS = {"called": person_card, "call-board": board}
