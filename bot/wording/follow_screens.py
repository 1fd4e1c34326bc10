"""关注后续 and 不再关注: the buttons under an alert, and what is said."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton

from bot.rules.alert_view import AlertView
from bot.wording.alert_taps import FollowTap
from bot.wording.buttons import button
from bot.wording.worded import plain


def stop(view: AlertView, language: str) -> list[InlineKeyboardButton]:
    return [button(plain(language, "button-unfollow"), FollowTap(act="stop", alert=view.alert_id))]


def ways(view: AlertView, way: str, language: str, named: bool = False) -> list[InlineKeyboardButton]:
    """The button that fits: `way` is follow, stop or "" for none. `named`: in a list, with the alert's number."""
    if not way:
        return []
    key = "button-follow" if way == "follow" else "button-unfollow"
    label = plain(language, key) + (f" · {view.alert_id}" if named else "")
    return [button(label, FollowTap(act=way, alert=view.alert_id))]
