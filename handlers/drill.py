"""/drill: a drill is planned, one question at a time. What is typed for it is heard in `drill_typed`."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.actions import drills, talks
from bot.rules.drill_plan import Plan
from bot.rules.drill_steps import STALE, tapped, typed
from bot.rules.question import Fault
from bot.rules.roles import may
from bot.wording import drill_screens
from bot.wording.duty_taps import DrillTap
from handlers.drill_desk import PLAN, Desk, at_desk
from handlers.listens_for import in_talk

router = Router(name="drill")
ORDER = 9  # before the common /cancel, whose words do not say 【演练】


@router.message(Command("drill"), at_desk)
async def begin(message: Message, command: CommandObject, desk: Desk) -> None:
    """A new plan, unless a half-made one is there; `/drill 防汛转移` says at once what it is."""
    speaker, group = desk.speaker, desk.group
    if not speaker.private and group is None:
        desk.replies.send(drill_screens.say(desk.language, "drill-bind-first"))
        return
    if not may(speaker, "plan_drill", None, desk.member_of) or not desk.facts.roots:
        desk.replies.send(drill_screens.say(desk.language, "drill-no-right"))
        return
    held = desk.plan
    if held is not None:
        desk.replies.send(desk.screens(held, speaker.talk.revision).resume())
        return
    result = typed(Plan(), command.args, desk.facts) if command.args else Plan()
    fault = result if isinstance(result, Fault) else None
    await desk.carry_on(Plan() if isinstance(result, Fault) else result, fresh=True, fault=fault)


@router.message(Command("cancel"), in_talk(PLAN), at_desk)
async def cancel(message: Message, desk: Desk) -> None:
    await talks.close_talk(desk.tx, desk.speaker, desk.now)
    desk.replies.send(drill_screens.say(desk.language, "drill-dropped"))


async def of_plan(tap: CallbackQuery, callback_data: DrillTap) -> bool:
    return callback_data.drill == 0


@router.callback_query(DrillTap.filter(), of_plan, at_desk)
async def plan_tapped(tap: CallbackQuery, callback_data: DrillTap, desk: Desk) -> None:
    """Somebody else's plan, or an older screen, takes no tap."""
    plan, speaker = desk.plan, desk.speaker
    if plan is None or callback_data.owner != speaker.telegram_id:
        desk.replies.answer_tap(drill_screens.note(desk.language, "drill-tap-not-yours"))
        return
    if callback_data.revision != speaker.talk.revision:
        desk.replies.answer_tap(drill_screens.note(desk.language, "drill-tap-stale"))
        await desk.show(plan, speaker.talk.revision, fresh=True)
        return
    if not may(speaker, "plan_drill", None, desk.member_of):
        desk.replies.answer_tap(drill_screens.note(desk.language, "drill-fault-no-right"), alert=True)
        return
    await _act(callback_data, plan, desk)


async def _act(tap: DrillTap, plan: Plan, desk: Desk) -> None:
    match tap.act:
        case "cancel":
            await talks.close_talk(desk.tx, desk.speaker, desk.now)
            desk.replies.show(drill_screens.say(desk.language, "drill-dropped"))
        case "keep":
            await desk.show(plan, desk.speaker.talk.revision)
        case "own" if plan.step == "name":
            desk.replies.send(drill_screens.ask_name(desk.language, desk.speaker))
        case "publish" if plan.step == "summary":
            await _publish(plan, desk)
        case _:
            await _step(tapped(plan, tap.act, tap.value, desk.facts), plan, desk)


async def _step(result: Plan | Fault, before: Plan, desk: Desk) -> None:
    if result == STALE:
        desk.replies.answer_tap(drill_screens.note(desk.language, "drill-tap-stale"))
    elif isinstance(result, Fault):
        await desk.show(before, desk.speaker.talk.revision, fault=result)
    else:
        await desk.carry_on(result)


async def _publish(plan: Plan, desk: Desk) -> None:
    drill = await drills.publish(
        desk.tx, desk.world, desk.speaker, plan, desk.facts, desk.replies.thread_id, desk.language, desk.now
    )
    if isinstance(drill, Fault):
        await desk.show(plan, desk.speaker.talk.revision, fault=drill)
        return
    desk.replies.show(drill_screens.say(desk.language, "drill-published", id=str(drill.id)))
