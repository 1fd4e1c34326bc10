"""What a standing on-scene commander does from the private chat: 到场, short updates, 需要支援, 已控制."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.actions import escalate
from bot.actions.command_news import refresh_card, rooms, tell
from bot.actions.scene_command import Done, commanding
from bot.actions.scene_command import allowed as may_name
from bot.rules.command import LONGEST_UPDATE, after
from bot.rules.deadlines import ENDED
from bot.rules.speaker import Speaker
from storage import case_log, commands, outbox, reports
from storage.case_log import Actor
from storage.case_view import CARD
from storage.database import Transaction

VERBS = {"report": "scene_update", "support": "support_asked"}
CARDS = (CARD, "case-again", "case-followup")


@dataclass(frozen=True)
class Update:
    """Words, a file (`item`), or a place (`pin`: latitude, longitude). `message`: its number in the private chat."""

    text: str = ""
    item: Mapping[str, Any] | None = None
    pin: tuple[float, float] | None = None
    message: int = 0

    @property
    def empty(self) -> bool:
        return not (self.text or self.item or self.pin)


async def allowed(tx: Transaction, speaker: Speaker, report_id: int, verb: str, now: datetime) -> Done:
    """The case, held, and why not: gone, no_right (they do not command there, or not any more), over."""
    report = await reports.locked(tx, report_id)
    if report is None:
        return None, "gone"
    row = commands.standing(await commands.of_report(tx, report_id))
    if report.state in ENDED:
        return report, "over"
    if row is None or not await commanding(tx, speaker, report, row) or not after(row.state, verb):
        if row is not None and row.person_id is not None and row.person_id == speaker.person_id:
            await tell(tx, report, row, "out_of_post", None, now)  # once: the room names somebody else
        return report, "no_right"
    return report, None


async def arrive(tx: Transaction, speaker: Speaker, report_id: int, now: datetime) -> Done:
    """已到场: once; the room hears it, and it is progress. again: it was said before."""
    report, refusal = await allowed(tx, speaker, report_id, "arrive", now)
    row = commands.standing(await commands.of_report(tx, report_id)) if report is not None and not refusal else None
    if report is None or row is None:
        return report, refusal or "gone"
    if row.arrived_at is not None:
        return report, "again"
    row.arrived_at = now
    await case_log.append(tx, f"report:{report.id}", "arrived", now, Actor(speaker.telegram_id, speaker.name))
    await tx.session.flush()
    await refresh_card(tx, row, now)
    await tell(tx, report, row, "arrived", speaker.name, now)
    await escalate.refresh_cards(tx, report, now)
    return report, None


async def arrived_by_telephone(tx: Transaction, speaker: Speaker, report_id: int, now: datetime) -> Done:
    """Whoever accepted on the telephone has arrived, by the word of the desk. stale: nobody did, or it is known."""
    report, refusal = await may_name(tx, speaker, report_id)
    row = commands.standing(await commands.of_report(tx, report_id)) if report is not None and not refusal else None
    if report is None or refusal:
        return report, refusal
    if row is None or not row.told or row.arrived_at is not None:
        return report, "stale"
    row.arrived_at = now
    actor = Actor(speaker.telegram_id, speaker.name)
    await case_log.append(tx, f"report:{report.id}", "command_arrived", now, actor, {"text": row.name})
    await tell(tx, report, row, "arrived", speaker.name, now)
    await escalate.refresh_cards(tx, report, now)
    return report, None


async def say(tx: Transaction, speaker: Speaker, report_id: int, verb: str, update: Update, now: datetime) -> Done:
    """A short update (`report`), or what is needed (`support`): a line of the timeline, and under every card."""
    report, refusal = await allowed(tx, speaker, report_id, verb, now)
    if report is None or refusal:
        return report, refusal
    text = update.text.strip()[:LONGEST_UPDATE]
    kind = str(update.item["kind"]) if update.item else "pin" if update.pin else None
    actor = Actor(speaker.telegram_id, speaker.name)
    await case_log.append(tx, f"report:{report.id}", VERBS[verb], now, actor, {"text": text, "kind": kind})
    tx.touched.add(report.id)
    if update.item:
        await reports.add_evidence(tx, report.id, [update.item], now, speaker.person_id or 0)
    values = {"by": speaker.name, "text": text, "support": verb == "support", "pin": update.pin, "at": now.isoformat(),
              "item": dict(update.item) if update.item else None}  # fmt: skip
    once = f"scene:{report.id}:{speaker.telegram_id}:{update.message}"
    others = await rooms(tx, report, but=speaker.telegram_id)
    await escalate.tell_the_room(tx, report, "question", "scene-update", values, once, now, others)
    if update.pin:
        await escalate.tell_the_room(tx, report, "question", "officers-pin", values, f"{once}:pin", now, others)
    if update.item:
        await escalate.refresh_cards(tx, report, now)
    return report, None


async def commanded(tx: Transaction, speaker: Speaker) -> int | None:
    """The case that the speaker commands now."""
    found = await commands.standing_of(tx, speaker.person_id) if speaker.person_id is not None else None
    report = await reports.get(tx, found) if found is not None else None
    return report.id if report is not None and await commanding(tx, speaker, report) else None


async def case_replied_to(tx: Transaction, chat_id: int, message_id: int) -> tuple[int, bool] | None:
    """The case of a message of ours in this chat; whether it is a commander's own card, not a card of the desk."""
    row = await outbox.row_of_message(tx, chat_id, message_id)
    kind, _, number = (row.subject or "").partition(":") if row else ("", "", "")
    if row is None or not number.isdigit():
        return None
    if kind == "command":
        command = await commands.get(tx, int(number))
        return (command.report_id, True) if command is not None else None
    return (int(number), False) if kind == "report" and row.key in CARDS else None
