"""What handlers and ticks know besides the database's rows: the places, the forms, the ladders, the settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from bot.report_types import (
    load_categories,
    load_checklists,
    load_deadlines,
    load_forms,
    load_hazard_types,
    load_ladder,
)
from bot.rules.category import Category, Level
from bot.rules.checklist import Plan
from bot.rules.deadlines import Deadlines
from bot.rules.escalation import Ladder
from bot.rules.places import Places
from bot.rules.question import Form
from bot.rules.reading.vocabulary import Vocabulary
from bot.settings import Settings
from storage import areas
from storage.database import Transaction


@dataclass
class World:
    """Read once at start; `load` asks for a restart (or `reload`) when areas have changed."""

    settings: Settings
    places: Places
    categories: Mapping[str, Category]
    forms: Mapping[str, Form]
    ladders: Mapping[Level, Ladder]
    deadlines: Deadlines
    checklists: Mapping[str, Plan]
    # the bots' names, by number (0: the duty bot), as far as Telegram has told us
    usernames: dict[int, str] = field(default_factory=dict)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What sentences are read with."""
        return Vocabulary(self.categories, load_hazard_types())

    def ladder(self, priority: str) -> Ladder:
        """The ladder of a priority (P0 to P3)."""
        return {str(level): ladder for level, ladder in self.ladders.items()}[priority]


async def load_world(tx: Transaction, settings: Settings) -> World:
    return World(
        settings=settings,
        places=Places(await areas.all_places(tx)),
        categories=load_categories(),
        forms={name: _with_idle(form, settings) for name, form in load_forms().items()},
        ladders=_ladders(settings),
        deadlines=load_deadlines(Path(settings.deadlines_table) if settings.deadlines_table else None),
        checklists=load_checklists(Path(settings.checklists_table) if settings.checklists_table else None),
    )


def _ladders(settings: Settings) -> Mapping[Level, Ladder]:
    ladders = load_ladder(Path(settings.escalation_table) if settings.escalation_table else None)
    if settings.acknowledgement_lapses:
        return ladders
    return {level: replace(ladder, progress_within=None) for level, ladder in ladders.items()}


def _with_idle(form: Form, settings: Settings) -> Form:
    """A form that sends itself when left alone does so after the time that is set."""
    return replace(form, idle_seconds=settings.emergency_idle) if form.idle_seconds is not None else form
