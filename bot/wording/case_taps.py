"""What the buttons of a case carry: its card, its desk, its lists and what is asked of others."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.wording.taps import Number


class CaseTap(CallbackData, prefix="c"):
    """A verb on a case's card: ack, refer, ask, false, false_sure, keep, close."""

    report: Number
    act: str


class LinkTap(CallbackData, prefix="n"):
    """Two reports that may be one: `act` is merge or separate."""

    link: Number
    act: str


class DeskTap(CallbackData, prefix="k"):
    """What stands beside a case at the duty desk: desk, menu, times, phoned, why, grade …; `value`: the grade."""

    report: Number
    act: str
    value: str = ""


class CasesTap(CallbackData, prefix="e"):
    """/cases: `act` l (the list), o (one case), t (its timeline, page `story` from the newest, 0).

    `page` and `query` say which list it was opened from; `bot.rules.case_query.QUERY_BYTES` keeps them within 64 bytes.
    """

    act: str
    report: Number = 0
    page: Annotated[int, Field(ge=0, le=999)] = 0
    story: Annotated[int, Field(ge=0, le=999)] = 0
    query: str = ""


class CommandTap(CallbackData, prefix="sc"):
    """现场指挥 of a case: desk, menu, choose (`value`: a page), pick (a person), typed, told, withdraw …

    Of the named person (`value`: the command's number): accept, refuse; of the commander: arrive, brief, support …
    """

    report: Number
    act: str
    value: str = ""


class ReferTap(CallbackData, prefix="rf"):
    """转办: menu, more (other functions), to (`value`: a function), typed, close."""

    report: Number
    act: str
    value: str = ""


class AssignTap(CallbackData, prefix="ap"):
    """指派: menu, page, person (`value`: their id), offices, office (`function`), close."""

    report: Number
    act: str
    value: Number = 0
    function: str = ""


class PriorityTap(CallbackData, prefix="pr"):
    """升级, 降级: menu, to, sure (`level`: P0 to P3), close."""

    report: Number
    act: str
    level: str = ""


class RequestTap(CallbackData, prefix="rq"):
    """An answer to a request: accept, refuse; withdraw, by whoever asked."""

    request: Number
    act: str


class ChecklistTap(CallbackData, prefix="ck"):
    """处置清单: open, show, tick, undo, na (which one?), na_of; `step` is its number on the case's list."""

    report: Number
    act: str
    step: Annotated[int, Field(ge=0, le=999)] = 0


class ConsultTap(CallbackData, prefix="cs"):
    """会商 at the desk: open, show, pick (`value`: a person), all, ask, send, next (a person), phoned (a request)."""

    report: Number
    act: str
    value: Number = 0


class ExpertTap(CallbackData, prefix="xp"):
    """What an expert does with a `request`: answer, skip, stop, call, refuse, why (`value`), back. Of oneself (0): me,
    fields, away, here."""

    request: Number
    act: str
    value: str = ""


class ExportTap(CallbackData, prefix="ex"):
    """导出 of a case: `form` is menu, word or sheet."""

    report: Number
    form: str


class LogTap(CallbackData, prefix="lg"):
    """/log: `act` p (a page, 0 the newest) or x (as a table); `query` as in `CasesTap`."""

    act: str
    page: Annotated[int, Field(ge=0, le=999)] = 0
    query: str = ""


class PulseTap(CallbackData, prefix="pu"):
    """态势简报: time (`value` 0800), urgent (on, off), none, usual, now, when; case, grade, alert (of `about`)."""

    act: str
    about: Number = 0
    value: str = ""


class ReviewTap(CallbackData, prefix="rv"):
    """复盘 of a case: show, write, skip, save, waive, cancel (`revision`: the conversation's); done (an `item`)."""

    report: Number
    act: str
    item: Number = 0
    revision: Number = 0
