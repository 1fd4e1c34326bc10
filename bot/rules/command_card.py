"""What somebody who was named on-scene commander sees in their private chat."""

from __future__ import annotations

from dataclasses import dataclass

from bot.rules.case_view import CaseView
from bot.rules.commander_view import CommanderView


@dataclass(frozen=True)
class CommandCard:
    """Their command and the case, as both stand. `before`: the name of whoever they are to succeed, or did."""

    commander: CommanderView
    case: CaseView
    before: str | None = None
