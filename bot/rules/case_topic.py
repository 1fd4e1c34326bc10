"""The topic of a case in a forum group, as its messages show it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.rules.case_view import CaseView

# A supergroup's id is -100 and the number that links to it are made of.
_SUPERGROUP = -1_000_000_000_000


@dataclass(frozen=True)
class TopicView:
    """`closed`: as it should be."""

    case: CaseView
    chat_id: int
    thread_id: int
    closed: bool = False

    @property
    def link(self) -> str | None:
        """Opens the topic for its group's members. None for a chat that is no supergroup."""
        inner = _SUPERGROUP - self.chat_id
        return f"https://t.me/c/{inner}/{self.thread_id}" if inner > 0 else None
