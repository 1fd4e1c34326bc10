"""The desk at which a drill is planned or led: who speaks, where, and with what; handed to the drill handlers whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from aiogram.types import TelegramObject

from bot.actions import Transaction, drills, talks
from bot.actions.people import GroupPlace
from bot.rules.drill_plan import Plan
from bot.rules.drill_rights import planning_areas
from bot.rules.drill_steps import Facts
from bot.rules.question import Fault
from bot.rules.roles import may
from bot.rules.speaker import Speaker
from bot.wording.drill_screens import DrillScreens
from bot.world import World
from handlers.replies import Replies

PLAN = "drill"


@dataclass(frozen=True)
class Desk:
    """`language` is the chat's; `group` the bound duty group spoken in, or None."""

    speaker: Speaker
    group: GroupPlace | None
    language: str
    tx: Transaction
    now: datetime
    world: World
    replies: Replies

    @property
    def member_of(self) -> str | None:
        return self.group.area if self.group and self.group.function is None else None

    @property
    def plan(self) -> Plan | None:
        """The plan that this speaker is in the middle of, in this chat."""
        return Plan.from_json(self.speaker.talk.data) if self.speaker.talk.topic == PLAN else None

    @property
    def facts(self) -> Facts:
        places, zone = self.world.places, self.world.settings.zone
        roots = planning_areas(self.speaker, self.member_of, places)
        allowed = partial(_may_plan, self.speaker, self.member_of)
        return Facts(places, roots, allowed, self.now.astimezone(zone))

    def screens(self, plan: Plan, revision: int, audience: drills.Audience | None = None) -> DrillScreens:
        return DrillScreens(
            plan, self.facts, self.language, self.speaker.telegram_id, revision, self.speaker.private,
            self.world.settings.zone, audience,
        )  # fmt: skip

    async def show(
        self, plan: Plan, revision: int, fresh: bool = False, fault: Fault | None = None, reply_to: int | None = None
    ) -> None:
        """In place of the tapped screen, or `fresh` as a new message."""
        audience = await drills.audience(self.tx, plan.areas) if plan.step == "summary" else None
        worded = self.screens(plan, revision, audience).screen(fault)
        if fresh:
            self.replies.send(worded, reply_to)
        else:
            self.replies.show(worded)

    async def carry_on(
        self, plan: Plan, fresh: bool = False, fault: Fault | None = None, reply_to: int | None = None
    ) -> None:
        """Keep the plan and show where it stands."""
        talk = await talks.open_talk(self.tx, self.speaker, PLAN, plan.to_json(), self.now)
        await self.show(plan, talk.revision, fresh, fault, reply_to)


def _may_plan(speaker: Speaker, member_of: str | None, area: str) -> bool:
    return may(speaker, "plan_drill", area, member_of)


async def at_desk(
    event: TelegramObject, speaker: Speaker, group: GroupPlace | None, language: str, tx: Transaction, now: datetime,
    world: World, replies: Replies,
) -> dict[str, Desk]:  # fmt: skip
    """A filter that lets everything through and gives the handler its desk."""
    return {"desk": Desk(speaker, group, language, tx, now, world, replies)}
