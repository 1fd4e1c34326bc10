"""Where an alert goes by a circle around a pin or a polygon from a file, beside the towns and villages to tap."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import Transaction, cap_imports
from bot.actions.people import GroupPlace
from bot.rules.alert_shape import Shape
from bot.rules.alert_where import circle, read_km, read_point, with_shape, without_shape
from bot.rules.speaker import Speaker
from bot.wording import alert_shapes, screens
from bot.wording.alert_taps import ShapeTap
from bot.wording.worded import shortened, words
from bot.world import World
from handlers.alert_drafting import TOPIC, Drafting
from handlers.cap_files import may_draft
from handlers.listens_for import in_talk, to_the_bot
from handlers.replies import Replies

router = Router(name="alert_shapes")
ORDER = 29

# An official text that names the centre of a typhoon is no pin.
LONGEST_POINT = 60
AREA_FILES = (".geojson", ".json", ".kml", ".kmz")


async def an_area_file(message: Message) -> bool:
    document = message.document
    return document is not None and (document.file_name or "").lower().endswith(AREA_FILES)


async def a_point_or_radius(message: Message, speaker: Speaker) -> bool | dict[str, Any]:
    """While it is asked where: a location, coordinates, or (when the pin is known) how far around it."""
    data = speaker.talk.data
    if data.get("step") != "areas":
        return False
    if message.location is not None:
        return {"point": (message.location.latitude, message.location.longitude)}
    text = message.text or ""
    if not text or text.startswith("/") or screens.way_out(text) is not None:
        return False
    point = read_point(text) if len(text) <= LONGEST_POINT else None
    return {"point": point} if point is not None or data.get("pin") else False


@router.message(an_area_file, to_the_bot, may_draft)
async def handed_in(
    message: Message, speaker: Speaker, group: GroupPlace | None, language: str, tx: Transaction, now: datetime,
    replies: Replies,
) -> None:  # fmt: skip
    assert message.document is not None
    await cap_imports.hand_in(tx, speaker, group, language, now, file_id=message.document.file_id, about="area")
    replies.send(screens.say(language, "area-file-fetching"), reply_to=message.message_id)


@router.message(in_talk(TOPIC), to_the_bot, a_point_or_radius)
async def said(
    message: Message, point: tuple[float, float] | None, speaker: Speaker, group: GroupPlace | None, language: str,
    tx: Transaction, now: datetime, world: World, replies: Replies,
) -> None:  # fmt: skip
    """The point first, then the radius."""
    drafting = Drafting(speaker, group, language, tx, now, world, replies)
    if not await drafting.rights():
        await drafting.close()
    elif point is not None:
        await drafting.to(replace(drafting.draft, pin=f"{point[0]:.6f},{point[1]:.6f}"))
    elif (km := read_km(message.text or "")) is not None:
        await _draw(circle(drafting.draft.pin, km), drafting)
    else:
        await drafting.show(words(language, "alert-fault-radius", text=shortened(message.text or "", 40)))


async def _draw(shape: Shape, drafting: Drafting) -> None:
    """What it counts in is shown at once, to be looked at before anything else is asked."""
    draft, found = with_shape(drafting.draft, shape, drafting.world.places, drafting.scope)
    if not found.areas:
        drafting.replies.send(alert_shapes.outside(found, drafting.world.places, drafting.language))
    await drafting.to(draft)


@router.callback_query(ShapeTap.filter())
async def tapped(
    tap: CallbackQuery, callback_data: ShapeTap, speaker: Speaker, group: GroupPlace | None, language: str,
    tx: Transaction, now: datetime, world: World, replies: Replies,
) -> None:  # fmt: skip
    drafting = Drafting(speaker, group, language, tx, now, world, replies)
    if not await drafting.rights():
        replies.answer_tap(screens.note(language, "tap-no-right"), alert=True)
    elif callback_data.act == "use":
        await _use(callback_data.value, drafting)
    elif speaker.talk.topic != TOPIC or drafting.draft.step != "areas":
        replies.answer_tap(screens.note(language, "alert-not-drafting"))
    else:
        await _change(callback_data, drafting)


async def _use(number: str, drafting: Drafting) -> None:
    """用这个范围: for the draft that is open, or for a new one."""
    known = number.isdecimal() and len(number) <= 9
    shape = await cap_imports.shape_of(drafting.tx, drafting.speaker, int(number)) if known else None
    if shape is None:
        drafting.replies.answer_tap(screens.note(drafting.language, "tap-no-right"), alert=True)
        return
    drafting.apart = True
    await _draw(shape, drafting)


async def _change(tap: ShapeTap, drafting: Drafting) -> None:
    draft = drafting.draft
    km = read_km(tap.value) if tap.act == "km" and draft.pin else None
    if km is not None:
        await _draw(circle(draft.pin, km), drafting)
    elif tap.act in ("nopin", "drop"):
        await drafting.to(replace(draft, pin="") if tap.act == "nopin" else without_shape(draft))
    else:
        drafting.replies.answer_tap(screens.note(drafting.language, "tap-stale"))
