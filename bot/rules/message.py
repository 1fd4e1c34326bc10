"""A message that a decision wants sent: to whom, of what kind, and what to say, by key and values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Recipient:
    """A chat. `person_id` is empty for a group; `language` is the one the text is worded in."""

    chat_id: int
    language: str
    thread_id: int | None = None
    person_id: int | None = None


@dataclass(frozen=True)
class Message:
    """What goes into the outbox. `key` names the words; `subject` ("report:12") what it is about.

    `once` makes writing it twice harmless; `edits` is the outbox row whose message is shown anew;
    `reply_to_row` / `reply_to_message` thread it; `not_before` delays it; `expires_at` drops it when it is stale.
    """

    kind: str
    to: Recipient
    key: str
    values: Mapping[str, Any] = field(default_factory=dict)
    subject: str | None = None
    once: str | None = None
    edits: int | None = None
    reply_to_row: int | None = None
    reply_to_message: int | None = None
    silent: bool = False
    not_before: datetime | None = None
    expires_at: datetime | None = None
