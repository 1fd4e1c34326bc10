"""What the buttons of warnings and notices carry, the publishers' and the residents'."""

from aiogram.filters.callback_data import CallbackData

from bot.wording.taps import Number


class AlertTap(CallbackData, prefix="a"):
    """`alert` 0 is the one being drafted. `revision` is the conversation's, or the alert's version for a decision."""

    alert: Number
    act: str
    value: str = ""
    revision: Number = 0


class ShapeTap(CallbackData, prefix="as"):
    """The circle or polygon of the alert that is being drafted: km (`value`), nopin, drop, use (a file's number)."""

    act: str
    value: str = ""


class CapTap(CallbackData, prefix="xc"):
    """看草稿: the CAP message of this number, as a draft."""

    number: Number


class ChannelTap(CallbackData, prefix="h"):
    """A public channel: list, choose (its area), bind (`value` is a code), off."""

    channel: Number = 0
    act: str
    value: str = ""


class BroadcastTap(CallbackData, prefix="b"):
    """`broadcast` 0 is the one being written: areas, text, publish (with the `revision` of what was read), cancel …"""

    broadcast: Number
    act: str
    value: str = ""
    revision: Number = 0


class ScheduleTap(CallbackData, prefix="sn"):
    """A notice at a time. `schedule` 0: the one being written (once, at, repeat, kind, day, hour, season, set …), the
    list, the templates; else pause, resume, stop, stop_sure, edit, now, take, show. Hours are 0730, days 20261124.

    `revision`: of the conversation, or of the words that are to go out.
    """

    schedule: Number
    act: str
    value: str = ""
    revision: Number = 0


class SubscribeTap(CallbackData, prefix="u"):
    """A resident's subscriptions: area, kind, level, quiet, page, drop, off (from an alert), undo."""

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


class HelpTap(CallbackData, prefix="hp"):
    """Under an alert: safe, help, family; then send, cancel. `number`: the alert's; for go the case's."""

    act: str
    number: Number = 0


class ShelterTap(CallbackData, prefix="sh"):
    """Shelters: near (the buttons of a resident), list, open, full, closed (duty staff; `code` is the shelter's)."""

    act: str
    code: str = ""


class PosterTap(CallbackData, prefix="ps"):
    """Which poster: page (the villages of `area`, a town; none: the towns), make."""

    act: str
    area: str = ""
