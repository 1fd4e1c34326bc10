"""What most handlers need at once: who speaks, the transaction, the moment, the world, and where answers go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.actions import Transaction
from bot.actions.people import GroupPlace
from bot.rules.report_form import Draft, Form
from bot.rules.speaker import Speaker
from bot.wording.form_screens import FormScreens
from bot.world import World
from handlers.replies import Replies


@dataclass(frozen=True)
class Visit:
    """One update of one person. `group`: the bound group they speak in; `here`: the language of this chat."""

    speaker: Speaker
    tx: Transaction
    now: datetime
    world: World
    replies: Replies
    group: GroupPlace | None = None
    here: str = ""

    @property
    def language(self) -> str:
        return self.speaker.language

    @property
    def local_now(self) -> datetime:
        """The moment in the city's zone: what "this morning" is measured from."""
        return self.now.astimezone(self.world.settings.zone)

    @property
    def own_area(self) -> str | None:
        return self.speaker.officer.area if self.speaker.officer else None

    def screens(self, form: Form, draft: Draft) -> FormScreens:
        own = self.speaker.officer.area_names if self.speaker.officer else None
        held = str(self.speaker.talk.data.get("words") or "")
        return FormScreens(form, draft, self.language, own, self.world.settings.zone, self.now, self.world.places, held)
