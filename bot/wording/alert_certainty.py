"""How soon and how surely (CAP's urgency and certainty), as a line and as buttons, one tap each."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton

from bot.rules import alert_certainty
from bot.rules.alert_certainty import CHOICES
from bot.rules.alert_view import AlertView
from bot.wording.alert_taps import AlertTap
from bot.wording.buttons import button
from bot.wording.worded import Html, plain, words


def line(view: AlertView, language: str) -> Html:
    urgency, certainty = (plain(language, f"cap-is-{each.lower()}") for each in alert_certainty.of(view))
    return words(language, "alert-how-sure", urgency=urgency, certainty=certainty)


def choices(view: AlertView, language: str) -> list[list[InlineKeyboardButton]]:
    """A row each; the one that holds is marked. A lifting has no choice."""
    if view.action == "cancel":
        return []
    rows = []
    for (name, known), now in zip(CHOICES.items(), alert_certainty.of(view), strict=True):
        labels = {each: plain(language, f"cap-is-{each.lower()}") for each in known}
        rows.append([
            button(f"•{label}•" if each == now else label, AlertTap(alert=0, act=name, value=each))
            for each, label in labels.items()
        ])  # fmt: skip
    return rows
