"""这条消息是真的吗？ What was issued here, by whom and until when; and plainly, that nothing was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.rules.alert_view import AlertView
from bot.wording import alert_text, area_choice, follow_screens
from bot.wording.buttons import button, rows
from bot.wording.taps import MenuTap
from bot.wording.worded import Html, Worded, lines, plain, words


class Issued(Protocol):
    @property
    def names(self) -> tuple[tuple[str, str], ...]: ...
    @property
    def live(self) -> tuple[AlertView, ...]: ...
    @property
    def over(self) -> tuple[AlertView, ...]: ...
    @property
    def ways(self) -> Mapping[int, str]: ...


def issued(found: Issued, language: str, zone: ZoneInfo, now: datetime) -> Worded:
    def listed(views: Sequence[AlertView]) -> Html | None:
        return lines(*(Html(f"\n{alert_text.summary(view, language, zone, now)}") for view in views)) if views else None

    names = area_choice.names(found.names, language)
    text = lines(
        words(language, "real-live" if found.live else "real-none", names=names),
        listed(found.live),
        words(language, "real-over") if found.over else None,
        listed(found.over),
        words(language, "real-rule" if found.live or found.over else "real-rule-none"),
    )
    again = button(plain(language, "button-subscribe"), MenuTap(to="subscribe"))
    ways = [follow_screens.ways(view, found.ways.get(view.alert_id, ""), language, named=True) for view in found.live]
    return Worded(text, rows(*ways, [again]))
