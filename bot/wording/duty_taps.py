"""What the buttons of the duty room carry: groups, roster, policies, 叫应, drills."""

from aiogram.filters.callback_data import CallbackData

from bot.wording.taps import Number, TelegramId


class BindTap(CallbackData, prefix="g"):
    """Binding a group: act tier, area, departments, functions, cancel; `area` is a code, `function` a department's."""

    act: str
    area: str = ""
    function: str = ""


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


class HandoverTap(CallbackData, prefix="y"):
    """交接班: take (`value` is the item's number), ok (a note without items), refuse, page, phone."""

    handover: Number
    act: str
    value: Number = 0


class PolicyTap(CallbackData, prefix="po"):
    """list, new, show, end, end_sure (of `policy`), old (`policy`: the page of ended versions); save (`revision`)."""

    act: str
    policy: Number = 0
    revision: Number = 0


class CopiesTap(CallbackData, prefix="cp"):
    """Of which priorities somebody on duty wants a copy in private: `level` is turned on or off."""

    level: str


class CallTap(CallbackData, prefix="q"):
    """叫应. `call` 0 is the round being written; `revision` is the conversation's.

    Else `value` is a village's id, with ".2" behind it for the answer that was chosen; for lists it is a page.
    """

    call: Number
    act: str
    value: str = ""
    revision: Number = 0


class DrillTap(CallbackData, prefix="d"):
    """`drill` 0 is the one being planned; then `owner` is the planner, `revision` their conversation's."""

    drill: Number
    act: str
    value: str = ""
    owner: TelegramId = 0
    revision: Number = 0
