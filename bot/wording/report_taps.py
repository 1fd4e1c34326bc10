"""What an officer's buttons carry: forms, receipts, signs, tips, zero reports."""

from aiogram.filters.callback_data import CallbackData

from bot.wording.taps import Number


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


class SpokenTap(CallbackData, prefix="w"):
    """演练还是真实: `act` is drill or real."""

    act: str


class BehalfTap(CallbackData, prefix="bh"):
    """Which officer of this name has called the duty desk; 0: none of those shown."""

    person: Number


class CodeTap(CallbackData, prefix="cd"):
    """The table of one-line codes: the page of a letter."""

    letter: str


class TriageTap(CallbackData, prefix="i"):
    """What an unread report is. `kind`: incident, hazard, sign, nothing, drill."""

    report: Number
    kind: str


class SignTap(CallbackData, prefix="sg"):
    """提前介入 of an early sign: step_in, unit (`value`: a unit), days ("unit.3"), take, taker, outcome, names …"""

    report: Number
    act: str
    value: str = ""


class TipTap(CallbackData, prefix="t"):
    """A tip. A resident's (`tip` 0): town, village, page, send, cancel. An officer's: verify, answer, dismiss …"""

    tip: Number
    act: str
    value: str = ""


class ZeroTap(CallbackData, prefix="z"):
    """Zero reports. Duty staff: area, hour, on ("0800-3": the hour, the days), off (a round). Officers: none, report.

    `area` is a code: of the town or district, or of the village that answers; then `value` is the day's id.
    """

    act: str
    area: str = ""
    value: str = ""
