"""A step of drafting a public alert: the draft as the conversation keeps it, and what is shown of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.actions import Transaction, alerts, talks
from bot.actions.people import GroupPlace
from bot.rules import alert_draft
from bot.rules.alert_draft import AlertDraft
from bot.rules.area_choice import NamesRead
from bot.rules.speaker import Speaker
from bot.wording import alert_screens, alert_shapes, screens
from bot.wording.alert_screens import TYPED_STEPS
from bot.wording.worded import Html, Worded
from bot.wording.writing_screens import reply_here
from bot.world import World
from handlers.replies import Replies

TOPIC = "alert"


@dataclass
class Drafting:
    """A step of drafting: who, where, and the draft as the conversation keeps it."""

    speaker: Speaker
    group: GroupPlace | None
    language: str
    tx: Transaction
    now: datetime
    world: World
    replies: Replies
    scope: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    apart: bool = False
    """Shown as a message of its own: the one that was tapped is a card, and stays."""

    def __post_init__(self) -> None:
        talk = self.speaker.talk
        self.draft = AlertDraft.from_json(talk.data) if talk.topic == TOPIC else AlertDraft()
        self.revision = talk.revision

    async def rights(self) -> bool:
        """Look up where the speaker may draft; False when nowhere."""
        self.scope = await alerts.may_draft(self.tx, self.speaker, self.group)
        self.own = await alerts.own_areas(self.tx, self.speaker)
        return bool(self.scope)

    async def keep(self, draft: AlertDraft) -> None:
        talk = await talks.open_talk(self.tx, self.speaker, TOPIC, draft.to_json(), self.now)
        self.draft, self.revision = draft, talk.revision

    async def show(self, fault: Html | None = None, read: NamesRead | None = None) -> None:
        """The open question, or the preview."""
        draft, language = self.draft, self.language
        if draft.step == "areas" and draft.pin:
            self._put(alert_shapes.ask_radius(language, fault))
        elif draft.step == "areas":
            self._put(alert_screens.choose_areas(draft, self.scope, language, self.world.places, read))
        elif draft.step == "preview":
            await self.preview("zh-Hans")
            await self.hand_in()
        else:
            levels = alert_draft.levels(draft, self.own) if draft.step == "level" else ()
            self._put(alert_screens.question(draft, levels, self.speaker.private, language, fault))
            if draft.step in TYPED_STEPS and not self.speaker.private:
                self.replies.send(reply_here(self.speaker, language, "alert-reply-here"))

    async def preview(self, shown: str) -> None:
        view = await alerts.preview(self.tx, self.world, self.draft, self.scope, self.now)
        self._put(alert_screens.preview(view, shown, self.language, self.world.settings.zone, self.now))

    async def hand_in(self, in_place: bool = False) -> None:
        """Under the preview: to how many, how sure, and 提交审批."""
        view = await alerts.preview(self.tx, self.world, self.draft, self.scope, self.now)
        asked = alert_screens.hand_in(
            view, self.draft, self.revision, self.language, self.world.places, self.now
        )  # fmt: skip
        (self.replies.show if in_place else self.replies.send)(asked)

    def _put(self, worded: Worded) -> None:
        (self.replies.send if self.apart else self.replies.show)(worded)

    async def to(self, draft: AlertDraft) -> None:
        await self.keep(draft)
        await self.show()

    async def close(self) -> None:
        await talks.close_talk(self.tx, self.speaker, self.now)
        self.replies.show(screens.say(self.language, "cancelled"))
