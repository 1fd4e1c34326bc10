"""What writing a broadcast and writing a 叫应 share: the draft in the conversation, the areas, the words, the way out.

Each has its own steps; what a step means and who may take it is said by the actions that they call.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from aiogram.types import Message

from bot.actions import Transaction, talks
from bot.actions.people import GroupPlace
from bot.rules.area_choice import AreaChoice, NamesRead, read_names
from bot.rules.places import Places
from bot.rules.speaker import Speaker
from bot.wording import area_choice, screens
from bot.wording.worded import Html, Worded, words
from bot.world import World
from handlers.replies import Replies

AreasScreen = Callable[[AreaChoice, str, Places, NamesRead | None], Worded]


@dataclass
class Writing:
    """A step of writing: who, where, and the draft as the conversation of `TOPIC` keeps it."""

    TOPIC: ClassVar[str] = ""

    speaker: Speaker
    group: GroupPlace | None
    language: str
    tx: Transaction
    now: datetime
    world: World
    replies: Replies
    scope: tuple[str, ...]

    def __post_init__(self) -> None:
        talk = self.speaker.talk
        self.draft: Mapping[str, Any] = talk.data if talk.topic == self.TOPIC else {}
        self.revision = talk.revision

    @property
    def areas(self) -> tuple[str, ...]:
        return tuple(self.draft.get("areas", ()))

    @property
    def choice(self) -> AreaChoice:
        return AreaChoice(self.scope, self.areas, str(self.draft.get("page", "")))

    @property
    def step(self) -> str:
        return str(self.draft.get("step", ""))

    @property
    def local_now(self) -> datetime:
        return self.now.astimezone(self.world.settings.zone)

    async def keep(self, **changes: Any) -> int:
        """Keep the draft with these changes; its revision."""
        talk = await talks.open_talk(self.tx, self.speaker, self.TOPIC, {**self.draft, **changes}, self.now)
        self.draft, self.revision = talk.data, talk.revision
        return talk.revision

    async def end(self, worded: Worded) -> None:
        """Nothing is being written any more."""
        await talks.close_talk(self.tx, self.speaker, self.now)
        self.replies.show(worded)

    async def cancel(self) -> None:
        await self.end(screens.say(self.language, "cancelled"))

    def names(self) -> str:
        pairs = [(area.name, area.name_hant) for code in self.areas if (area := self.world.places.get(code))]
        return area_choice.names(pairs, self.language)

    def note(self, key: str, alert: bool = False, **given: str) -> None:
        """The small answer to a tap."""
        self.replies.answer_tap(screens.note(self.language, key, **given), alert=alert)

    def stale(self) -> None:
        self.note("tap-stale")

    async def choose_area(self, act: str, value: str, screen: AreasScreen) -> None:
        """A tap on an area, or to another page of them."""
        after = self.choice.tapped(act, value, self.world.places)
        if after is None:
            self.note("tap-not-understood")
            return
        await self.keep(step="areas", areas=list(after.chosen), page=after.page)
        self.replies.show(screen(after, self.language, self.world.places, None))

    async def name_areas(self, text: str, screen: AreasScreen) -> None:
        """Names of areas that were typed."""
        read = read_names(text, self.world.places, self.scope)
        after = self.choice.add(*read.clear)
        await self.keep(areas=list(after.chosen))
        self.replies.send(screen(after, self.language, self.world.places, read))

    def fault_of(self, text: str, limit: int) -> Html | None:
        """Why these words cannot go out: none at all, or too many."""
        if 0 < len(text) <= limit:
            return None
        return words(self.language, "fault-too-long", length=str(len(text)), max=str(limit))

    async def left(self, message: Message) -> bool:
        """取消 was typed, the right is gone, or it was no words at all: answered here."""
        if screens.way_out(message.text or "") == "cancel" or not self.scope:
            await talks.close_talk(self.tx, self.speaker, self.now)
            self.replies.send(screens.say(self.language, "cancelled"))
            return True
        if not message.text:
            self.replies.send(screens.say(self.language, "words-please"), reply_to=message.message_id)
            return True
        return False
