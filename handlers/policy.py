"""/policy: an administrator types who is called when, sees the night it makes, and saves it as a version."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.actions import policies, talks
from bot.actions.policies import Past
from bot.rules.policy_reading import Draft, Fault
from bot.rules.roles import may
from bot.wording import policy_screens, screens, values
from bot.wording.duty_taps import PolicyTap
from bot.wording.policy_screens import Ended, Shown, Version
from handlers.listens_for import in_talk, no_command, private
from handlers.visit import Visit

router = Router(name="policy")
ORDER = 13
TOPIC = "policy"
PER_PAGE = 8


@router.message(Command("policy"))
async def begin(message: Message, visit: Visit) -> None:
    if not visit.speaker.private or not may(visit.speaker, "edit_policy"):
        visit.replies.send(screens.say(visit.language, "policy-admins-only"), reply_to=message.message_id)
        return
    await talks.close_talk(visit.tx, visit.speaker, visit.now)
    await _list(visit)


async def _list(visit: Visit) -> None:
    known = [(row.id, policies.policy_of(row).scope) for row in await policies.standing(visit.tx)]
    old, _ = await policies.ended(visit.tx, 0, 1)
    visit.replies.show(policy_screens.listed(known, visit.world.places, visit.language, old=bool(old)))


async def _old(page: int, visit: Visit) -> None:
    found, more = await policies.ended(visit.tx, page, PER_PAGE)
    ended = [_ended(each, visit) for each in found]
    visit.replies.show(policy_screens.old_ones(ended, page, more, visit.world.places, visit.language))


def _ended(past: Past, visit: Visit) -> Ended:
    at = values.moment(past.at, visit.world.settings.zone, visit.now)
    return Ended(past.number, past.version, past.scope, at, past.by)


@router.message(in_talk(TOPIC), private, no_command)
async def typed(message: Message, visit: Visit) -> None:
    text = (message.text or "")[:2000]
    found = await policies.typed(visit.tx, visit.world, text)
    if not may(visit.speaker, "edit_policy"):
        found = Fault("policy-admins-only")
    if isinstance(found, Fault):
        visit.replies.send(policy_screens.fault(found.key, found.said, visit.language))
        return
    talk = await talks.open_talk(visit.tx, visit.speaker, TOPIC, {"text": text}, visit.now)
    shown = await _shown(visit, found)
    local = visit.local_now
    visit.replies.send(policy_screens.draft(shown, visit.world.places, visit.language, local, talk.revision))


async def _shown(visit: Visit, draft: Draft) -> Shown:
    return Shown(draft.scope, draft.ladder, await policies.people_in(visit.tx, draft.ladder))


@router.callback_query(PolicyTap.filter())
async def tapped(tap: CallbackQuery, callback_data: PolicyTap, visit: Visit) -> None:
    if not visit.speaker.private or not may(visit.speaker, "edit_policy"):
        visit.replies.answer_tap(screens.note(visit.language, "policy-admins-only"), alert=True)
        return
    match callback_data.act:
        case "list":
            await talks.close_talk(visit.tx, visit.speaker, visit.now)
            await _list(visit)
        case "new":
            await talks.open_talk(visit.tx, visit.speaker, TOPIC, {}, visit.now)
            visit.replies.show(policy_screens.how(visit.language))
        case "save":
            await _save(callback_data.revision, visit)
        case "old":
            await _old(callback_data.policy, visit)
        case "show" | "end":
            await _one(callback_data, visit)
        case "end_sure":
            ended = await policies.end(visit.tx, visit.speaker, callback_data.policy, visit.now)
            key = "policy-ended" if ended else "tap-stale"
            visit.replies.answer_tap(screens.note(visit.language, key))
            await _list(visit)
        case _:
            visit.replies.answer_tap(screens.note(visit.language, "tap-not-understood"))


async def _save(revision: int, visit: Visit) -> None:
    """What is saved is what the preview showed: a later word makes an earlier preview stale."""
    talk = visit.speaker.talk
    if talk.topic != TOPIC or talk.revision != revision or not talk.data.get("text"):
        visit.replies.answer_tap(screens.note(visit.language, "tap-stale"), alert=True)
        return
    saved = await policies.save(visit.tx, visit.world, visit.speaker, str(talk.data["text"]), visit.now)
    if isinstance(saved, Fault):
        visit.replies.show(policy_screens.fault(saved.key, saved.said, visit.language))
        return
    await talks.close_talk(visit.tx, visit.speaker, visit.now)
    visit.replies.answer_tap(screens.note(visit.language, "policy-saved", version=str(saved.version)))
    await _list(visit)


async def _one(tap: PolicyTap, visit: Visit) -> None:
    row = await policies.version(visit.tx, tap.policy)
    if row is None or (row.ended_at is not None and tap.act == "end"):
        visit.replies.answer_tap(screens.note(visit.language, "tap-stale"), alert=True)
        return
    policy, places, language = policies.policy_of(row), visit.world.places, visit.language
    if tap.act == "end":
        visit.replies.show(policy_screens.end_sure(row.id, policy.scope, places, language))
        return
    shown = Shown(policy.scope, policy.ladder, await policies.people_in(visit.tx, policy.ladder))
    at = values.moment(row.made_at, visit.world.settings.zone, visit.now)
    version = Version(row.id, row.version, row.made_by_name, at)
    if past := policies.past(row):
        over = _ended(past, visit)
        visit.replies.show(policy_screens.old_one(shown, version, over, places, language, visit.local_now))
        return
    visit.replies.show(policy_screens.one(shown, version, places, language, visit.local_now))
