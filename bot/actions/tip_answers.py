"""What an officer does with a tip: reports it, answers it, or finds it untrue. Every right is checked at the tap."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from bot.actions import tips as told
from bot.actions.supplements import Brought
from bot.report_types import load_categories, load_hazard_types
from bot.rules.question import Answer
from bot.rules.reading.intent import Intent
from bot.rules.reading.vocabulary import Vocabulary
from bot.rules.roles import may
from bot.rules.sentence import Context, read
from bot.rules.speaker import Speaker
from bot.rules.tip import MOST_WORDS, TAKES, TipView
from bot.world import World
from storage import case_log, tips
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import Report, Tip
from storage.tips import subject


@dataclass(frozen=True)
class Decided:
    """`refusal` names why not: gone, no_right, over (`tip` then says what it is), too_long, nothing."""

    tip: Tip | None = None
    refusal: str | None = None


async def allowed(tx: Transaction, speaker: Speaker, tip_id: int, verb: str) -> Decided:
    """The tip, if this speaker may do this to it now: an officer of its own village."""
    tip = await tips.locked(tx, tip_id)
    if tip is None:
        return Decided(refusal="gone")
    if not speaker.private or not may(speaker, "answer_tip", tip.village):
        return Decided(refusal="no_right")
    return Decided(tip, None if verb in TAKES[tip.state] and tip.erased_at is None else "over")


async def view(tx: Transaction, tip_id: int) -> TipView | None:
    return await tips.load(tx, tip_id)


@dataclass(frozen=True)
class ToReport:
    """A tip that an officer has verified: what goes into the draft, and which form asks for the rest."""

    form: str
    brought: Brought


async def verify(tx: Transaction, world: World, speaker: Speaker, tip_id: int, now: datetime) -> ToReport | Decided:
    """属实: the words, files and place go into a report that this officer makes. Until it is sent, the tip is open."""
    done = await allowed(tx, speaker, tip_id, "verify")
    if done.tip is None or done.refusal:
        return done
    tip = done.tip
    tip.look_at = now + timedelta(minutes=world.settings.tip_remind_minutes)
    await _settle(tx, tip, "verified", speaker, now)
    # not the officer's own: marked as such, with the time at which the resident sent them
    files = tuple(
        {**item, "forwarded": True, "original_at": item.get("original_at") or item.get("message_at")}
        for item in tip.files
    )
    return ToReport(_form_for(world, tip, now), Brought(tip.words, files, _place(speaker, tip), tip.id))


def _place(speaker: Speaker, tip: Tip) -> Answer:
    if tip.place:
        return {"kind": "pin", "lat": tip.place["lat"], "lon": tip.place["lon"], "area": tip.village}
    if speaker.officer is not None and speaker.officer.area == tip.village:
        return {"kind": "own_village"}
    return {"kind": "area", "area": tip.village}


def _form_for(world: World, tip: Tip, now: datetime) -> str:
    """A crack in the hill is a hazard; everything else is asked about as an incident."""
    if not tip.words:
        return "incident"
    local = now.astimezone(world.settings.zone)
    reading = read(tip.words, _vocabulary(), world.places, Context(tip.village), local)
    return "hazard" if reading.intent is Intent.HAZARD else "incident"


@cache
def _vocabulary() -> Vocabulary:
    return Vocabulary(load_categories(), load_hazard_types())


async def reported(tx: Transaction, tip_id: int, report: Report, now: datetime) -> None:
    """The report that came of it is sent: the tip is done, its resident hears so (and no more than that)."""
    tip = await tips.locked(tx, tip_id)
    if tip is None or "verify" not in TAKES[tip.state]:
        return
    tip.state, tip.report_id, tip.look_at = "reported", report.id, None
    await case_log.append(tx, f"report:{report.id}", "from_tip", now, words={"tip": tip.id})
    await case_log.append(tx, subject(tip.id), "reported", now, words={"report": report.id})
    await told.refresh_cards(tx, tip, now)
    await told.tell_resident(tx, tip, "tip-reported", now)


async def dismiss(tx: Transaction, speaker: Speaker, tip_id: int, now: datetime) -> Decided:
    """不属实."""
    done = await allowed(tx, speaker, tip_id, "dismiss")
    if done.tip is not None and done.refusal is None:
        done.tip.look_at = None
        await _settle(tx, done.tip, "dismissed", speaker, now)
        await told.tell_resident(tx, done.tip, "tip-dismissed", now)
    return done


async def answer(tx: Transaction, speaker: Speaker, tip_id: int, text: str, now: datetime) -> Decided:
    """已处理: these words go to the resident."""
    done = await allowed(tx, speaker, tip_id, "answer")
    if done.tip is None or done.refusal:
        return done
    if not text.strip() or len(text) > MOST_WORDS:
        return Decided(done.tip, "too_long" if text.strip() else "nothing")
    done.tip.answer, done.tip.look_at = text.strip(), None
    await _settle(tx, done.tip, "answered", speaker, now)
    await told.tell_resident(tx, done.tip, "tip-answered", now)
    return done


async def _settle(tx: Transaction, tip: Tip, state: str, speaker: Speaker, now: datetime) -> None:
    tip.state, tip.decided_at = state, now
    tip.decided_by, tip.decided_by_name = speaker.person_id, speaker.name
    await case_log.append(tx, subject(tip.id), state, now, Actor(speaker.telegram_id, speaker.name))
    await told.refresh_cards(tx, tip, now)
