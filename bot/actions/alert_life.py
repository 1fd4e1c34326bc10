"""What becomes of a published alert: it replaces earlier ones, is updated, lifted, runs out, is asked after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.actions import alert_posts, alert_sending, loudspeakers
from bot.actions.one_by_one import one_by_one
from bot.actions.people import GroupPlace
from bot.actions.reach import reach
from bot.rules import alert_chain
from bot.rules.alert_approval import FOLLOWED
from bot.rules.alert_certainty import chosen
from bot.rules.alert_chain import Live
from bot.rules.alert_draft import AlertDraft, go_on
from bot.rules.alert_levels import NOTICE
from bot.rules.alert_where import SHAPES
from bot.rules.message import Message, Recipient
from bot.rules.roles import covers
from bot.rules.speaker import Speaker
from bot.world import World
from storage import alert_counts, alerts, bots, case_log, fates, outbox, people
from storage.alerts import CARD, DECIDED, REVIEW, subject
from storage.case_log import Actor
from storage.database import Database, Transaction
from storage.tables import Alert

# An answer to "does it still hold?" is asked for again after this long; one that has run out, so many times.
ASK_AGAIN = timedelta(hours=1)
ASK_AFTER_END = 3
# The drafter may be off duty by now: every so many times whoever approved it is asked too.
ASK_APPROVER_EVERY = 3


async def followed_by(tx: Transaction, row: Alert) -> list[Live]:
    """The live alerts that this one takes the place of, as things stand now.

    Those that it names (or what has followed them since); and for a relayed colour whatever is in force for the same
    event somewhere in its areas. A lifting ends only its own colour; a drill ends nothing that is real.
    """
    known = [each for each in await alerts.live(tx) if each.alert_id != row.id and each.drill == row.drill]
    named = [each for each in known if set(each.chain) & set(row.follows)]
    if row.whole or row.kind != "weather" or row.level == NOTICE:
        return named
    colour = row.level if row.action == "cancel" else None
    same = alert_chain.touched(known, row.kind, row.event, row.areas, colour)
    return [each for each in known if each in named or (each in same and each.level != NOTICE)]


async def foresee(tx: Transaction, row: Alert) -> dict[int, int]:
    """What it would follow and how many people would get it, were it published now. How these share the bots."""
    followed = await followed_by(tx, row)
    refs = alert_chain.references(followed)
    row.follows = [each.alert_id for each in followed]
    if row.action != "cancel":
        row.action = "update" if followed else "issue"
    if refs and row.action == "cancel":
        row.audience = await alert_counts.told_here(tx, refs, row.areas, row.whole)
        readers = await bots.residents(tx) if tx.public_bots else {}
    else:
        readers = await alert_counts.audience(tx, row.areas, row.kind, row.level)
        row.audience = sum(readers.values())
        row.audience += await alert_counts.told_before(tx, refs, row.areas, row.level) if refs else 0
    row.audience += await alert_counts.following_besides(tx, refs, row.areas, row.level) if refs else 0
    return readers


async def publish(tx: Transaction, world: World, row: Alert, now: datetime) -> None:
    """It is public from now on: what it replaces ends, and the sending begins."""
    row.published_at = now
    row.expires_at = row.ends_at or (now + timedelta(hours=row.valid_hours) if row.valid_hours else None)
    followed = await followed_by(tx, row)
    row.follows, row.refs = [each.alert_id for each in followed], list(alert_chain.references(followed))
    if row.action != "cancel":
        row.action = "update" if followed else "issue"
        row.live_areas = list(row.areas)
        row.review_at = row.expires_at or now + timedelta(hours=world.settings.alert_review_hours)
    else:
        row.expires_at = row.review_at = None
    await _end(tx, world, row, now)
    await alert_posts.post(tx, row, now)
    await loudspeakers.ask(tx, row, now, world.settings.loudspeaker_audio)
    await alert_sending.begin(tx, row, now)


async def _end(tx: Transaction, world: World, row: Alert, now: datetime) -> None:
    """The alerts before it are over: everywhere, or where this one goes. What of them still waits is not sent."""
    over: list[int] = []
    for before in await alerts.several(tx, row.follows):
        areas = before.live_areas or before.areas
        before.live_areas = [] if row.whole else list(alert_chain.left_over(areas, row.areas, world.places))
        verb = "lifted" if row.action == "cancel" else "updated"
        before.details = {**before.details, "ended_by": row.id}
        words = {"by": row.id, "still": before.live_areas}
        await case_log.append(tx, subject(before.id), verb, now, words=words)
        if not before.live_areas:
            before.state, before.ended_at, before.review_at = verb, now, None
            over.append(before.id)
            await loudspeakers.over(tx, before, now)
        else:
            await alert_posts.show(tx, before, now)
        await refresh_cards(tx, before, now)
    if over:
        await alerts.drop_unsent(tx, over, now, "superseded")


async def refresh_cards(tx: Transaction, row: Alert, now: datetime) -> None:
    """Every copy of the card shows the alert as it stands."""
    for key in (CARD, DECIDED, REVIEW):
        for card in await fates.copies(tx, subject(row.id), key):
            to = Recipient(card.chat_id, card.language, card.thread_id, card.person_id)
            message = Message("card", to, key, card.values, subject(row.id), edits=card.id)
            await outbox.put_refresh(tx, message, now)


async def may_follow(tx: Transaction, speaker: Speaker, group: GroupPlace | None, row: Alert) -> bool:
    """更新, 解除 and 仍有效 are for those who may draft for all its areas, for its drafter and its approver."""
    known = speaker.person_id is not None and speaker.person_id in (row.drafted_by, row.decided_by)
    return known or covers(await reach(tx, speaker, group, "draft_alert"), row.areas)


async def follow(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, alert_id: int, verb: str, before: AlertDraft
) -> AlertDraft | str:
    """The draft of an update or of a lifting, as complete as it can be; or the reason why not.

    `before` is the alert as a draft. A lifting of a colour is relayed too: when it was lifted is asked.
    """
    row = await alerts.get(tx, alert_id)
    if row is None:
        return "gone"
    if row.state not in FOLLOWED or row.action == "cancel":
        return "over"
    if not await may_follow(tx, speaker, group, row):
        return "no_right"
    areas = tuple(row.live_areas or row.areas)
    kept = {SHAPES: row.details[SHAPES]} if SHAPES in row.details and areas == tuple(row.areas) else {}
    kept |= chosen(row.details) if verb == "update" else {}
    draft = replace(before, alert=0, areas=areas, follows=(row.id,), whole=True, ends_at="", queue=(), details=kept)
    if verb == "lift":
        coloured = row.level != NOTICE
        draft = replace(
            draft, action="cancel", change="cancel", texts={"zh-Hans": ""}, with_advice=True, valid_hours=0,
            issued_at="" if coloured else draft.issued_at, prev_level=row.level, school_closed=False,
        )  # fmt: skip
        return go_on(draft)
    return replace(draft, action="update", change="keep", prev_level=row.level, step="preview")


async def still_holds(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, alert_id: int, now: datetime
) -> str | None:
    """仍有效, or of one that has run out: that is all. The reason why not, or None."""
    row = await alerts.get(tx, alert_id)
    if row is None or row.state not in FOLLOWED or row.review_at is None:
        return "over"
    if not await may_follow(tx, speaker, group, row):
        return "no_right"
    held = row.state == "published"
    row.review_at = now + timedelta(hours=world.settings.alert_review_hours) if held else None
    row.nags = 0
    actor = Actor(speaker.telegram_id, speaker.name)
    await case_log.append(tx, subject(row.id), "still_holds" if held else "left_expired", now, actor)
    await refresh_cards(tx, row, now)
    return None


async def review(database: Database, world: World, now: datetime) -> None:
    """Ask after every alert that has run out, or that nobody has touched for long."""
    async with database.transaction() as tx:
        due: Sequence[int] = await alerts.to_review(tx, now)

    async def ask(tx: Transaction, alert_id: int) -> None:
        row = await alerts.get(tx, alert_id)
        if row is not None and row.review_at is not None and row.review_at <= now:
            await _ask_after(tx, row, now)

    await one_by_one(database, due, ask)


async def _ask_after(tx: Transaction, row: Alert, now: datetime) -> None:
    if row.state == "published" and row.expires_at is not None and row.expires_at <= now:
        row.state, row.ended_at = "expired", row.expires_at
        await case_log.append(tx, subject(row.id), "expired", now)
        await alert_posts.show(tx, row, now)
        await loudspeakers.over(tx, row, now)
    row.nags += 1
    last = row.state == "expired" and row.nags >= ASK_AFTER_END
    row.review_at = None if row.state not in FOLLOWED or last else now + ASK_AGAIN
    if row.state not in FOLLOWED:
        return
    home = Recipient(row.chat_id, row.language, row.thread_id)
    once = f"alert-review:{row.id}:{now.isoformat()}"
    await outbox.put(tx, Message("question", home, REVIEW, {"home": True}, subject(row.id), once=once), now)
    approver = (
        await people.person(tx, row.decided_by) if row.decided_by and row.nags % ASK_APPROVER_EVERY == 0 else None
    )
    if approver is not None and approver.telegram_id and approver.unreachable_since is None:
        to = Recipient(approver.telegram_id, approver.language, person_id=approver.id)
        await outbox.put(tx, Message("question", to, REVIEW, {}, subject(row.id), once=f"{once}:approver"), now)
    await refresh_cards(tx, row, now)
