"""An expert's private chat: three prompts, or one message in free words; 不能答, 打电话给我; one's own entry."""

from __future__ import annotations

from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import consult_steps, expert_answers, expert_register, talks
from bot.actions.expert_answers import Mine
from bot.rules.can import PARTS
from bot.wording import consult_screens, screens
from bot.wording.case_taps import ExpertTap
from bot.wording.consult_cards import REASONS
from handlers.listens_for import in_talk, no_command, private
from handlers.visit import Visit

router = Router(name="expert")
ORDER = 14

ANSWERING, REASON, FIELDS = "expert_can", "expert_reason", "expert_fields"


@router.callback_query(ExpertTap.filter(), private)
async def tapped(tap: CallbackQuery, callback_data: ExpertTap, visit: Visit) -> None:
    if callback_data.request == 0:
        await _about_oneself(callback_data.act, visit)
        return
    act = DO.get(callback_data.act)
    if act is None:
        visit.replies.answer_tap(screens.note(visit.language, "tap-not-understood"))
    else:
        await act(callback_data, visit)


def _says_no(found: Mine, visit: Visit) -> bool:
    """Whether there is a reason why not, and it was said."""
    if found.refusal is None:
        return False
    key = {"no_right": "tap-no-right", "over": "expert-case-over", "answered": "expert-answered-already",
           "empty": "expert-nothing-said"}.get(found.refusal, "tap-stale")  # fmt: skip
    if visit.replies.tapped is not None:
        visit.replies.answer_tap(screens.note(visit.language, key), alert=True)
    else:
        visit.replies.send(screens.say(visit.language, key))
    return True


async def _answers(data: ExpertTap, visit: Visit) -> None:
    found = await expert_answers.mine(visit.tx, visit.speaker, data.request)
    if not _says_no(found, visit):
        await _prompts(found, 0, visit)


async def _prompts(found: Mine, step: int, visit: Visit) -> None:
    assert found.report is not None
    assert found.request is not None
    kept = {"request": found.request.id, "step": step}
    await talks.open_talk(visit.tx, visit.speaker, ANSWERING, kept, visit.now)
    visit.replies.send(consult_screens.prompt(found.request.id, found.report.number, step, visit.language))


async def _skips(data: ExpertTap, visit: Visit) -> None:
    talk = visit.speaker.talk
    if talk.topic != ANSWERING or (talk.data["request"], str(talk.data["step"])) != (data.request, data.value):
        visit.replies.answer_tap(screens.note(visit.language, "tap-stale"))
        return
    found = await expert_answers.mine(visit.tx, visit.speaker, data.request)
    if not _says_no(found, visit):
        await _goes_on(found, int(talk.data["step"]) + 1, visit)


async def _goes_on(found: Mine, step: int, visit: Visit) -> None:
    """The next prompt; after the third the answer goes to the room."""
    assert found.request is not None
    if step < len(PARTS):
        await _prompts(found, step, visit)
        return
    await talks.close_talk(visit.tx, visit.speaker, visit.now)
    done = await expert_answers.finish(visit.tx, visit.speaker, found.request.id, visit.now)
    if not _says_no(done, visit):
        _thanks(done, visit)


def _thanks(done: Mine, visit: Visit) -> None:
    assert done.report is not None
    visit.replies.send(consult_screens.thanks(done.report.number, done.said, visit.language))


async def _stops(data: ExpertTap, visit: Visit) -> None:
    """What was said so far goes to the room; nothing said: the question stays open."""
    if visit.speaker.talk.topic == ANSWERING:
        await talks.close_talk(visit.tx, visit.speaker, visit.now)
    done = await expert_answers.finish(visit.tx, visit.speaker, data.request, visit.now)
    if done.refusal == "empty":
        visit.replies.show(screens.say(visit.language, "expert-stopped"))
    elif not _says_no(done, visit):
        _thanks(done, visit)


async def _calls(data: ExpertTap, visit: Visit) -> None:
    found = await expert_answers.wants_a_call(visit.tx, visit.speaker, data.request, visit.now)
    if not _says_no(found, visit):
        visit.replies.send(screens.say(visit.language, "expert-will-be-called"))


async def _cannot(data: ExpertTap, visit: Visit) -> None:
    found = await expert_answers.mine(visit.tx, visit.speaker, data.request)
    if not _says_no(found, visit):
        assert found.report is not None
        visit.replies.send(consult_screens.why_not(data.request, found.report.number, visit.language))


async def _because(data: ExpertTap, visit: Visit) -> None:
    if data.value not in REASONS:
        visit.replies.answer_tap(screens.note(visit.language, "tap-not-understood"))
        return
    await _refuses(data.request, data.value, visit)


async def _refuses(request: int, reason: str, visit: Visit) -> None:
    found = await consult_steps.refuse(visit.tx, visit.world, visit.speaker, request, reason, visit.now)
    if not _says_no(found, visit):
        visit.replies.show(screens.say(visit.language, "expert-refused"))


async def _other_reason(data: ExpertTap, visit: Visit) -> None:
    found = await expert_answers.mine(visit.tx, visit.speaker, data.request)
    if not _says_no(found, visit):
        assert found.report is not None
        await talks.open_talk(visit.tx, visit.speaker, REASON, {"request": data.request}, visit.now)
        visit.replies.send(consult_screens.ask_reason(visit.language, found.report.number))


async def _back(data: ExpertTap, visit: Visit) -> None:
    visit.replies.show(screens.say(visit.language, "menu-closed"))


DO: dict[str, Any] = {
    "answer": _answers, "skip": _skips, "stop": _stops, "call": _calls, "refuse": _cannot, "why": _because,
    "other": _other_reason, "back": _back,
}  # fmt: skip


async def _about_oneself(act: str, visit: Visit) -> None:
    if act in ("away", "here"):
        await expert_register.set_away(visit.tx, visit.speaker, act == "away", visit.now)
    mine = await expert_register.of_speaker(visit.tx, visit.speaker)
    if mine is not None and act == "fields":
        await talks.open_talk(visit.tx, visit.speaker, FIELDS, {}, visit.now)
        visit.replies.send(screens.say(visit.language, "expert-type-fields"))
        return
    visit.replies.show(consult_screens.myself(mine, visit.world.places, visit.speaker))


@router.message(private, in_talk(FIELDS), no_command)
async def fields(message: Message, visit: Visit) -> None:
    done = await expert_register.set_fields(visit.tx, visit.speaker, message.text or "", visit.now)
    if not done:
        visit.replies.send(screens.say(visit.language, "expert-fields-wrong"))
        return
    await talks.close_talk(visit.tx, visit.speaker, visit.now)
    mine = await expert_register.of_speaker(visit.tx, visit.speaker)
    visit.replies.send(consult_screens.myself(mine, visit.world.places, visit.speaker))


async def replies_to_request(message: Message, visit: Visit) -> bool | dict[str, Any]:
    """A reply to the question, whatever else is going on."""
    replied = message.reply_to_message
    if replied is None:
        return False
    request = await expert_answers.request_replied_to(visit.tx, visit.speaker, replied.message_id)
    return {"request": request} if request is not None else False


@router.message(private, no_command, replies_to_request)
async def answered_by_reply(message: Message, request: int, visit: Visit) -> None:
    await _in_free_words(message, request, visit)


async def _in_free_words(message: Message, request: int, visit: Visit) -> None:
    if not message.text:
        visit.replies.send(screens.say(visit.language, "expert-words-please"))
        return
    done = await expert_answers.say_all(visit.tx, visit.speaker, request, message.text, visit.now)
    if visit.speaker.talk.topic in (ANSWERING, REASON) and visit.speaker.talk.data.get("request") == request:
        await talks.close_talk(visit.tx, visit.speaker, visit.now)
    if not _says_no(done, visit):
        _thanks(done, visit)


@router.message(private, in_talk(ANSWERING), no_command)
async def one_part(message: Message, visit: Visit) -> None:
    """The answer to the prompt that is open."""
    data = visit.speaker.talk.data
    request, step = int(data["request"]), int(data["step"])
    if not message.text:
        visit.replies.send(screens.say(visit.language, "expert-words-please"))
        return
    found = await expert_answers.say_part(visit.tx, visit.speaker, request, step, message.text, visit.now)
    if found.refusal:
        await talks.close_talk(visit.tx, visit.speaker, visit.now)
    if not _says_no(found, visit):
        await _goes_on(found, step + 1, visit)


@router.message(private, in_talk(REASON), no_command)
async def reason(message: Message, visit: Visit) -> None:
    request = int(visit.speaker.talk.data["request"])
    if not (message.text or "").strip():
        visit.replies.send(screens.say(visit.language, "expert-words-please"))
        return
    await talks.close_talk(visit.tx, visit.speaker, visit.now)
    await _refuses(request, str(message.text).strip(), visit)


async def waits_for_an_answer(message: Message, visit: Visit) -> bool | dict[str, Any]:
    """Words without any reply, of an expert who is asked something and is in the middle of nothing else."""
    if visit.speaker.talk.topic is not None or visit.speaker.officer is not None or not message.text:
        return False
    waiting = await expert_answers.waiting_for(visit.tx, visit.speaker)
    return {"waiting": waiting} if waiting else False


@router.message(private, no_command, waits_for_an_answer)
async def answered_plainly(message: Message, waiting: list[int], visit: Visit) -> None:
    """One question is open: this is its answer. Of several it must be said which."""
    if len(waiting) > 1:
        visit.replies.send(screens.say(visit.language, "expert-which"))
        return
    await _in_free_words(message, waiting[0], visit)
