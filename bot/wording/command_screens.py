"""The screens around 现场指挥: how it stands, whom to name, a telephone call, what the commander is asked and told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.rules.case_view import CaseView
from bot.rules.commander_view import Candidate
from bot.wording import command_cards
from bot.wording.buttons import button, rows
from bot.wording.case_taps import CommandTap, DeskTap
from bot.wording.command_line import command_line, title
from bot.wording.worded import Worded, lines, plain, shortened, words

PER_PAGE = 6
LABEL = 60


def how_it_stands(case: CaseView, private: bool, language: str, zone: ZoneInfo, now: datetime) -> Worded:
    """Who commands, who is asked, and what can be done about it."""

    def tap(key: str, act: str, value: str = "", style: str | None = None) -> InlineKeyboardButton:
        return button(plain(language, key), CommandTap(report=case.report_id, act=act, value=value), style)

    standing, waiting = case.command.standing, case.command.waiting
    line = command_line(case, language, zone, now) or words(
        language, "command-line", who=plain(language, "command-first-there")
    )
    asked = str(waiting.command_id) if waiting else ""
    back = (
        []
        if private or case.kind != "incident"
        else [button(plain(language, "button-back"), DeskTap(report=case.report_id, act="menu"))]
    )
    about_asked = [tap("button-command-told", "told", asked), tap("button-command-withdraw", "withdraw", asked)]
    rung = standing is not None and standing.told and standing.arrived_at is None
    arrived = [tap("button-command-arrived", "arrived")] if rung else []
    choose = "button-command-hand-over" if standing else "button-command-other" if waiting else "button-command-name"
    return Worded(
        lines(words(language, "command-title", number=case.number), line, words(language, "command-how")),
        rows(
            [tap(choose, "choose", "0", "primary")],
            arrived, about_asked if waiting else [],
            [*back, tap("button-close-menu", "close")],
        ),
    )  # fmt: skip


def whom(case: CaseView, found: Sequence[Candidate], page: int, language: str) -> Worded:
    """A page of people, the nearest first; any other is typed."""
    pages = max((len(found) + PER_PAGE - 1) // PER_PAGE, 1)
    page = min(page, pages - 1)

    def tap(label: str, act: str, value: str = "") -> InlineKeyboardButton:
        return button(label, CommandTap(report=case.report_id, act=act, value=value))

    shown = [
        [tap(shortened(_named(each, language), LABEL), "pick", str(each.person))]
        for each in found[page * PER_PAGE : (page + 1) * PER_PAGE]
    ]
    turn = [
        tap(plain(language, "button-previous-page"), "choose", str(page - 1)) if page else None,
        tap(plain(language, "button-next-page"), "choose", str(page + 1)) if page + 1 < pages else None,
    ]
    standing = case.command.standing
    asked = words(language, "command-whom", number=case.number, old=standing.name if standing else "none")
    return Worded(
        lines(asked, words(language, "command-whom-none") if not found else None),
        rows(
            *shown, [each for each in turn if each is not None],
            [tap(plain(language, "button-command-typed"), "typed")],
            [tap(plain(language, "button-back"), "back"), tap(plain(language, "button-cancel"), "close")],
        ),
    )  # fmt: skip


def _named(each: Candidate, language: str) -> str:
    return title(each, language) if each.reachable else f"☎️ {title(each, language)}"


def by_telephone(case: CaseView, name: str, phone: str | None, language: str) -> Worded:
    """They cannot be written to: whoever calls says whether they accept."""
    number = phone or plain(language, "command-no-phone")
    yes = button(plain(language, "button-command-told"), CommandTap(report=case.report_id, act="told_new"), "success")
    back = button(plain(language, "button-back"), CommandTap(report=case.report_id, act="choose", value="0"))
    return Worded(
        words(language, "command-by-telephone", number=case.number, name=shortened(name, 60), phone=number),
        rows([yes], [back, button(plain(language, "button-cancel"), CommandTap(report=case.report_id, act="keep"))]),
    )


def named(case: CaseView, name: str, minutes: int, language: str) -> Worded:
    return Worded(
        words(language, "command-named", number=case.number, name=shortened(name, 60), minutes=str(minutes))
    )  # fmt: skip


def noted(case: CaseView, key: str, language: str) -> Worded:
    """What the commander hears after an update, with the menu for the next."""
    return Worded(words(language, key, number=case.number), command_cards.menu(case, language))


def brief(case: CaseView, key: str, language: str) -> Worded:
    """What comes next is the update; the way out is below."""
    cancel = button(plain(language, "button-cancel"), CommandTap(report=case.report_id, act="keep"))
    return Worded(words(language, key, number=case.number), rows([cancel]))


def held(case: CaseView, language: str) -> Worded:
    """Words of a commander that were no reply: not sent yet, and one tap sends them."""
    send = button(plain(language, "button-scene-send"), CommandTap(report=case.report_id, act="send"), "primary")
    cancel = button(plain(language, "button-cancel"), CommandTap(report=case.report_id, act="keep"))
    return Worded(words(language, "scene-held", number=case.number), rows([send], [cancel]))
