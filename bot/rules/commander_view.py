"""On-scene command of a case as cards and screens show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class CommanderView:
    """One person's command. `at`: since when it is in this state; `told`: accepted by telephone; `note`: handed over.

    `person` None: somebody without an account. `role`, `function` and the area's names are those of naming.
    """

    command_id: int
    state: str
    name: str
    phone: str | None
    person: int | None
    role: str | None
    area_names: tuple[str, str]
    function: str | None
    at: datetime
    named_by: str
    told: bool = False
    due_at: datetime | None = None
    silent_at: datetime | None = None
    arrived_at: datetime | None = None
    note: str | None = None


@dataclass(frozen=True)
class CommandView:
    """Who commands, and who was asked to and has not answered. Neither: the head of the unit that came first."""

    standing: CommanderView | None = None
    waiting: CommanderView | None = None
    refused: str | None = None
    """The name of whoever was asked last and said no."""


@dataclass(frozen=True)
class Candidate:
    """Somebody who may be named. `reachable`: the bot can write to them."""

    person: int
    name: str
    phone: str | None
    role: str
    area: str
    area_names: tuple[str, str]
    function: str | None
    reachable: bool
