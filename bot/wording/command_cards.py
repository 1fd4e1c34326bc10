"""What is sent about on-scene command: the named person's own card, what they hear, what the rooms hear."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.rules.case_view import CaseView
from bot.rules.command_card import CommandCard
from bot.rules.deadlines import ENDED
from bot.rules.no_names import without_names
from bot.wording import case_cards, values
from bot.wording.buttons import button, rows
from bot.wording.case_taps import CommandTap
from bot.wording.command_line import callable_title, title
from bot.wording.outgoing import Saying
from bot.wording.worded import Media, Worded, lines, plain, shortened, words


def card(saying: Saying) -> Worded | None:
    """The named person's card: 接受 or 不能; once accepted, the commander's menu; in the end what became of it."""
    about: CommandCard | None = saying.subject
    if about is None:
        return None
    language, who, case = saying.language, about.commander, about.case
    if who.state not in ("named", "standing") or case.state in ENDED:
        return Worded(words(language, f"command-card-{_end(who.state)}", number=case.number))
    head = words(
        language, f"command-card-{who.state}", number=case.number, by=shortened(who.named_by, 60),
        at=values.moment(who.at, saying.zone, saying.now), minutes=str(saying.values.get("minutes") or ""),
    )  # fmt: skip
    note = who.note and words(
        language, "command-card-note", before=shortened(about.before or "", 60), note=shortened(who.note, 1000)
    )
    named = who.state == "named"
    return Worded(
        lines(head, note, "┈┈┈", case_cards.card_text(case, language, saying.zone, saying.now)),
        answer_keyboard(case.report_id, who.command_id, language) if named else menu(case, language),
    )


def _end(state: str) -> str:
    """Standing or named in a case that is over looks like its end."""
    return state.replace("_", "-") if state in ("refused", "withdrawn", "handed_over") else "ended"


def answer_keyboard(report: int, command: int, language: str) -> InlineKeyboardMarkup | None:
    accept = CommandTap(report=report, act="accept", value=str(command))
    refuse = CommandTap(report=report, act="refuse", value=str(command))
    return rows(
        [button(plain(language, "button-command-accept"), accept, "success")],
        [button(plain(language, "button-command-refuse"), refuse)],
    )


def menu(case: CaseView, language: str) -> InlineKeyboardMarkup | None:
    """The commander's menu; who taps is looked at at every tap."""

    def tap(key: str, act: str, style: str | None = None) -> InlineKeyboardButton:
        return button(plain(language, key), CommandTap(report=case.report_id, act=act), style)

    standing = case.command.standing
    here = [] if standing is not None and standing.arrived_at else [tap("button-scene-arrive", "arrive", "success")]
    running = case.desk.follow_up is not None and case.desk.follow_up.controlled_at is None
    control = [tap("button-controlled", "controlled")] if running else []
    return rows(
        [*here, tap("button-scene-brief", "brief", "primary")],
        [tap("button-scene-support", "support", "danger"), *control],
        [tap("button-scene-hand-over", "hand")],
    )


def heard(key: str, *, answer: bool = False, commands: bool = False) -> Callable[[Saying], Worded | None]:
    """A short line in the private chat; with the buttons to answer, or the commander's menu."""

    def said(saying: Saying) -> Worded | None:
        about: CommandCard | None = saying.subject
        if about is None or (answer and about.commander.state != "named"):
            return None
        given, language, case = saying.values, saying.language, about.case
        state = plain(language, f"command-over-{case.state.replace('_', '-')}") if case.state in ENDED else ""
        text = words(
            language, key, number=case.number, by=shortened(str(given.get("by") or ""), 60), state=state,
            name=shortened(str(given.get("name") or ""), 60), reason=shortened(str(given.get("reason") or ""), 500),
        )  # fmt: skip
        if answer:
            return Worded(text, answer_keyboard(case.report_id, about.commander.command_id, language))
        return Worded(text, menu(case, language) if commands and about.commander.state == "standing" else None)

    return said


def news(saying: Saying) -> Worded | None:
    """Under the card: who was asked, accepted, was told, said no, is silent, has arrived."""
    case: CaseView | None = saying.subject
    given, language = saying.values, saying.language
    if case is None:
        return None
    step, waiting = str(given["step"]), case.command.waiting
    if step in ("named", "silent") and (waiting is None or waiting.command_id != given["command"]):
        return None  # it was answered, or somebody else is asked by now
    told: dict[str, Any] = {each: shortened(str(given.get(each) or ""), 60) for each in ("name", "by", "old")}
    who = next(
        (each for each in (waiting, case.command.standing) if each and each.command_id == given["command"]), None
    )
    if who is not None:
        told["name"] = title(who, language) if step == "arrived" else callable_title(who, language)
    if not told["old"]:
        told["old"] = "none"
    text = lines(
        words(language, f"command-news-{step.replace('_', '-')}", number=case.number,
              reason=shortened(str(given.get("reason") or ""), 500), **told),
        words(language, "command-news-note", note=shortened(_note(saying), 1000)) if _notes(step, given) else None,
    )  # fmt: skip
    return Worded(text, _ways(case, step, given, language))


def _notes(step: str, given: Any) -> bool:
    return bool(given.get("note")) and step in ("taken_over", "told")


def _note(saying: Saying) -> str:
    note = str(saying.values.get("note") or "")
    return without_names(note) if saying.values.get("district") else note


def _ways(case: CaseView, step: str, given: Any, language: str) -> InlineKeyboardMarkup | None:
    """What can be done at once when nobody has taken it."""
    if step not in ("silent", "refused", "out_of_post"):
        return None
    told = CommandTap(report=case.report_id, act="told", value=str(given["command"]))
    other = CommandTap(report=case.report_id, act="open")
    return rows(
        [button(plain(language, "button-command-told"), told)] if step == "silent" else [],
        [button(plain(language, "button-command-other"), other, "primary")],
    )


def update(saying: Saying) -> Worded | None:
    """现场指挥 王国栋 03:12：… as a line of its own; a photo or a voice with it can be opened in the group."""
    case: CaseView | None = saying.subject
    if case is None:
        return None
    given, language = saying.values, saying.language
    item, said = given.get("item"), str(given.get("text") or "")
    if saying.values.get("district"):
        said = without_names(said)
    if not said:
        said = plain(language, f"scene-kind-{item['kind'].replace('_', '-') if item else 'pin'}")
    at = values.moment(datetime.fromisoformat(str(given["at"])), saying.zone, saying.now)
    key = "scene-support" if given.get("support") else "scene-update"
    text = words(
        language, key, number=case.number, by=shortened(str(given["by"]), 60), at=at,
        text=shortened(said, 700 if item else 2000),
    )  # fmt: skip
    return Worded(text, media=Media(str(item["kind"]), str(item["file_id"])) if item else None)


WORDS = {
    "command-card": card,
    "command-again": heard("command-again", answer=True),
    "command-not-needed": heard("command-not-needed"),
    "command-not-needed-over": heard("command-not-needed-over"),
    "command-relieved": heard("command-relieved"),
    "command-stay-refused": heard("command-stay-refused", commands=True),
    "command-stay-silent": heard("command-stay-silent", commands=True),
    "command-over": heard("command-over"),
    "command-news": news,
    "scene-update": update,
}
