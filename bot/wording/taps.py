"""What a button carries: typed callback data, at most 64 bytes. A revision tells a stale button apart.

Everything here comes back from the outside and may be forged: handlers check the right and the state at the tap.
"""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

Number = Annotated[int, Field(ge=0, le=2**31 - 1)]
"""An id or revision as the database holds it; a forged one beyond is no tap of ours."""
TelegramId = Annotated[int, Field(ge=0, le=2**53)]


class FormTap(CallbackData, prefix="f"):
    """A step in a guided form. `act`: pick, toggle, skip, back, edit, submit, cancel, page, keep, drop."""

    revision: Number
    act: str
    value: str = ""


class SupplementTap(CallbackData, prefix="s"):
    """An answer to what a receipt still asks for."""

    report: Number
    key: str
    value: str


class ReceiptTap(CallbackData, prefix="r"):
    """The ways back under a receipt. `act`: edit, withdraw, withdraw_sure, keep, field (with `value`, a question).

    other: the words of a version were about another case (`value`: version.report).
    """

    report: Number
    act: str
    value: str = ""


class CaseTap(CallbackData, prefix="c"):
    """A verb on a case's card: ack, refer, ask, false, false_sure, keep, close."""

    report: Number
    act: str


class LinkTap(CallbackData, prefix="n"):
    """Two reports that may be one: `act` is merge or separate."""

    link: Number
    act: str


class TriageTap(CallbackData, prefix="i"):
    """What an unread report is. `kind`: incident, hazard, sign, nothing, drill."""

    report: Number
    kind: str


class SignTap(CallbackData, prefix="sg"):
    """提前介入 of an early sign: step_in, unit (`value`: a unit), days ("unit.3"), take, taker, outcome, names …"""

    report: Number
    act: str
    value: str = ""


class BehalfTap(CallbackData, prefix="bh"):
    """Which officer of this name has called the duty desk; 0: none of those shown."""

    person: Number


class CodeTap(CallbackData, prefix="cd"):
    """The table of one-line codes: the page of a letter."""

    letter: str


class SpokenTap(CallbackData, prefix="w"):
    """演练还是真实: `act` is drill or real."""

    act: str


class BindTap(CallbackData, prefix="g"):
    """Binding a group: act tier, area, departments, functions, cancel; `area` is a code, `function` a department's."""

    act: str
    area: str = ""
    function: str = ""


class CommandTap(CallbackData, prefix="sc"):
    """现场指挥 of a case: desk, menu, choose (`value`: a page), pick (a person), typed, told, withdraw …

    Of the named person (`value`: the command's number): accept, refuse; of the commander: arrive, brief, support …
    """

    report: Number
    act: str
    value: str = ""


class LanguageTap(CallbackData, prefix="l"):
    language: str


class MenuTap(CallbackData, prefix="m"):
    """A way from one screen to another: `to` is the screen's name."""

    to: str


class DrillTap(CallbackData, prefix="d"):
    """`drill` 0 is the one being planned; then `owner` is the planner, `revision` their conversation's."""

    drill: Number
    act: str
    value: str = ""
    owner: TelegramId = 0
    revision: Number = 0


class BroadcastTap(CallbackData, prefix="b"):
    """`broadcast` 0 is the one being written: areas, text, publish (with the `revision` of what was read), cancel …"""

    broadcast: Number
    act: str
    value: str = ""
    revision: Number = 0


class AlertTap(CallbackData, prefix="a"):
    """`alert` 0 is the one being drafted. `revision` is the conversation's, or the alert's version for a decision."""

    alert: Number
    act: str
    value: str = ""
    revision: Number = 0


class ZeroTap(CallbackData, prefix="z"):
    """Zero reports. Duty staff: area, hour, on ("0800-3": the hour, the days), off (a round). Officers: none, report.

    `area` is a code: of the town or district, or of the village that answers; then `value` is the day's id.
    """

    act: str
    area: str = ""
    value: str = ""


class TipTap(CallbackData, prefix="t"):
    """A tip. A resident's (`tip` 0): town, village, page, send, cancel. An officer's: verify, answer, dismiss …"""

    tip: Number
    act: str
    value: str = ""


class CallTap(CallbackData, prefix="q"):
    """叫应. `call` 0 is the round being written; `revision` is the conversation's.

    Else `value` is a village's id, with ".2" behind it for the answer that was chosen; for lists it is a page.
    """

    call: Number
    act: str
    value: str = ""
    revision: Number = 0


class ChannelTap(CallbackData, prefix="h"):
    """A public channel: list, choose (its area), bind (`value` is a code), off."""

    channel: Number = 0
    act: str
    value: str = ""


class HandoverTap(CallbackData, prefix="y"):
    """交接班: take (`value` is the item's number), ok (a note without items), refuse, page, phone."""

    handover: Number
    act: str
    value: Number = 0


class RosterTap(CallbackData, prefix="p"):
    """The duty roster of `area`. `owner` is who is editing, `revision` their conversation's."""

    act: str
    area: str = ""
    value: str = ""
    owner: TelegramId = 0
    revision: Number = 0


class SwapTap(CallbackData, prefix="x"):
    """An answer to the wish to change shifts: yes, no; or withdraw, by the asker."""

    swap: Number
    act: str


class CapTap(CallbackData, prefix="xc"):
    """看草稿: the CAP message of this number, as a draft."""

    number: Number


class SubscribeTap(CallbackData, prefix="u"):
    """A resident's subscriptions: area, kind, level, quiet, page, drop, off (from an alert), undo."""

    act: str
    value: str = ""


class DeskTap(CallbackData, prefix="k"):
    """What stands beside a case at the duty desk: desk, menu, times, phoned, why, grade …; `value`: the grade."""

    report: Number
    act: str
    value: str = ""


class PolicyTap(CallbackData, prefix="po"):
    """list, new, show, end, end_sure (of `policy`), old (`policy`: the page of ended versions); save (`revision`)."""

    act: str
    policy: Number = 0
    revision: Number = 0


class CopiesTap(CallbackData, prefix="cp"):
    """Of which priorities somebody on duty wants a copy in private: `level` is turned on or off."""

    level: str


class CasesTap(CallbackData, prefix="e"):
    """/cases: `act` l (the list), o (one case), t (its timeline, page `story` from the newest, 0).

    `page` and `query` say which list it was opened from; `bot.rules.case_query.QUERY_BYTES` keeps them within 64 bytes.
    """

    act: str
    report: Number = 0
    page: Annotated[int, Field(ge=0, le=999)] = 0
    story: Annotated[int, Field(ge=0, le=999)] = 0
    query: str = ""


class HelpTap(CallbackData, prefix="hp"):
    """Under an alert: safe, help, family; then send, cancel. `number`: the alert's; for go the case's."""

    act: str
    number: Number = 0


class ShelterTap(CallbackData, prefix="sh"):
    """Shelters: near (the buttons of a resident), list, open, full, closed (duty staff; `code` is the shelter's)."""

    act: str
    code: str = ""


class ChecklistTap(CallbackData, prefix="ck"):
    """处置清单: open, show, tick, undo, na (which one?), na_of; `step` is its number on the case's list."""

    report: Number
    act: str
    step: Annotated[int, Field(ge=0, le=999)] = 0


class ShapeTap(CallbackData, prefix="as"):
    """The circle or polygon of the alert that is being drafted: km (`value`), nopin, drop, use (a file's number)."""

    act: str
    value: str = ""


class ScheduleTap(CallbackData, prefix="sn"):
    """A notice at a time. `schedule` 0: the one being written (once, at, repeat, kind, day, hour, season, set …), the
    list, the templates; else pause, resume, stop, stop_sure, edit, now, take, show. Hours are 0730, days 20261124.

    `revision`: of the conversation, or of the words that are to go out.
    """

    schedule: Number
    act: str
    value: str = ""
    revision: Number = 0


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


class FollowTap(CallbackData, prefix="fo"):
    """Under an alert, for whoever has not subscribed to it: follow, stop."""

    act: str
    alert: Number


class DigestTap(CallbackData, prefix="dg"):
    """每日汇总: page, below (`value`: a level or off), at (`value`: 0800)."""

    act: str
    value: str = ""


class ReviewTap(CallbackData, prefix="rv"):
    """复盘 of a case: show, write, skip, save, waive, cancel (`revision`: the conversation's); done (an `item`)."""

    report: Number
    act: str
    item: Number = 0
    revision: Number = 0


class PosterTap(CallbackData, prefix="ps"):
    """Which poster: page (the villages of `area`, a town; none: the towns), make."""

    act: str
    area: str = ""
