"""A grave case gets its own topic in a forum group, made when its card is about to leave.

The card never waits for more than one request: whatever hinders the topic, the card goes where it went before. A kill
between making the topic and noting it leaves an empty topic behind, and the card comes once more.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramNetworkError, TelegramRetryAfter, TelegramServerError
from aiogram.methods import CreateForumTopic

from bot.clock import Clock
from bot.delivery.send_errors import sort_error
from bot.delivery.wire import Letter, Wanted
from bot.rules.deadlines import ENDED
from bot.rules.message import Message, Recipient
from bot.wording.case_topics import topic_name
from storage import case_topics, case_view, groups, outbox, reports
from storage.case_view import CARD
from storage.database import Database, Transaction
from storage.tables import Group, OutboxRow

log = structlog.get_logger(__name__)

GRAVE = ("P0", "P1")
CARDS = (CARD, "case-again")
ABOUT_A_CASE = ("report", "chain", "story")
# A topic that is not there within so many seconds is done without.
PATIENCE_SECONDS = 3
# Cases whose topic was tried for since the start: what is said about them looks once more whether it is there by now.
REMEMBERED = 1000


@dataclass(frozen=True)
class Places:
    """What a batch of rows was told: the ids of those that lie in a topic, and the topics that are still wanted."""

    in_topic: frozenset[int] = frozenset()
    wanted: dict[int, Wanted] | None = None


async def place(tx: Transaction, rows: Sequence[OutboxRow], now: datetime) -> Places:
    """Rows about a case go into its topic; a card of a grave case that has none yet wants one."""
    fresh = [row for row in rows if row.chat_id < 0 and row.edits is None]
    about = {row.id: case for row in fresh if (case := _case_of(row))}
    replies = [row for row in fresh if row.reply_to_row and row.id not in about]
    chats = {row.chat_id for row in fresh if row.id in about} | {row.chat_id for row in replies}
    forums = await case_topics.forums(tx, chats) if chats else {}
    await _follow(tx, [row for row in replies if row.chat_id in forums])
    there = [row for row in rows if row.id in about and row.chat_id in forums]
    if not there:
        return Places()
    topics = await case_topics.among(tx, forums, {about[row.id] for row in there})
    placed: set[int] = set()
    wanted: dict[int, Wanted] = {}
    for row in there:
        group, topic = forums[row.chat_id], topics.get((row.chat_id, about[row.id]))
        if topic is None:
            found = await _wanted(tx, row, about[row.id], group, now)
            wanted |= {row.id: found} if found else {}
        else:
            row.thread_id = group.thread_id if topic.gone_at else topic.thread_id
            placed.add(row.id)
    return Places(frozenset(placed), wanted)


async def _follow(tx: Transaction, replies: Sequence[OutboxRow]) -> None:
    """An answer to a message goes where that lies: what hangs on a case's card, into the case's topic."""
    for row in replies:
        target = await outbox.row(tx, row.reply_to_row) if row.reply_to_row else None
        if target is not None and target.chat_id == row.chat_id:
            row.thread_id = target.thread_id


def _case_of(row: OutboxRow) -> int | None:
    kind, _, number = (row.subject or "").partition(":")
    return int(number) if kind in ABOUT_A_CASE and number.isdigit() else None


async def _wanted(tx: Transaction, row: OutboxRow, report_id: int, group: Group, now: datetime) -> Wanted | None:
    report = await reports.get(tx, report_id)
    if report is None or report.priority not in GRAVE or report.state in ENDED:
        return None
    if row.key not in CARDS:
        return Wanted(report_id)
    case = await case_view.load(tx, report_id) if await case_topics.may_be_made(tx, group, now) else None
    return Wanted(report_id, topic_name(case, row.language), group.thread_id) if case is not None else None


class CaseTopics:
    """Makes the topics that letters want, one request each, and finds another way when a topic is gone."""

    def __init__(self, database: Database, clock: Clock, bot: Bot) -> None:
        self._database, self._clock, self._bot = database, clock, bot
        self._making: defaultdict[tuple[int, int], asyncio.Lock] = defaultdict(asyncio.Lock)

    async def opened(self, letter: Letter) -> Letter:
        """The letter, addressed to the case's topic where there is one by now. Never raises, never waits for long."""
        wanted = letter.wanted
        if wanted is None:
            return letter
        key = (letter.row.chat_id, wanted.report_id)
        if wanted.name is None and key not in self._making:
            return letter
        self._forget_old()
        try:
            async with self._making[key]:
                thread_id = await self._topic(letter, wanted)
        except Exception as error:  # the card is what matters
            log.warning("topic_not_made", row=letter.row.id, chat=letter.row.chat_id, detail=str(error)[:200])
            return letter
        if thread_id is None:
            return letter
        letter.row.thread_id = thread_id
        return replace(letter, replies_to=None)

    def _forget_old(self) -> None:
        if len(self._making) > REMEMBERED:
            for key in [key for key, lock in self._making.items() if not lock.locked()]:
                del self._making[key]

    async def _topic(self, letter: Letter, wanted: Wanted) -> int | None:
        row = letter.row
        async with self._database.transaction() as tx:
            known = (await case_topics.among(tx, [row.chat_id], [wanted.report_id])).get(
                (row.chat_id, wanted.report_id)
            )
            if known is not None and known.gone_at is None:
                await case_topics.put_into(tx, row.id, known.thread_id)
                return known.thread_id
        if known is not None or wanted.name is None:
            return None
        try:
            made = await self._bot(
                CreateForumTopic(chat_id=row.chat_id, name=wanted.name), request_timeout=PATIENCE_SECONDS
            )
        except (TelegramRetryAfter, TelegramServerError, TelegramNetworkError):
            raise
        except TelegramAPIError as error:
            await self._note_refusal(row.chat_id, str(error))
            raise
        return await self._note(row, wanted, made.message_thread_id)

    async def _note_refusal(self, chat_id: int, words: str) -> None:
        if sort_error(words).reason != "no_rights" and "not a forum" not in words:
            return
        async with self._database.transaction() as tx:
            await case_topics.refused(tx, chat_id, self._clock.now())

    async def _note(self, row: OutboxRow, wanted: Wanted, thread_id: int) -> int:
        """The topic is noted together with the line that says where it is."""
        now = self._clock.now()
        async with self._database.transaction() as tx:
            topic = await case_topics.keep(tx, wanted.report_id, row.chat_id, thread_id, now)
            await case_topics.put_into(tx, row.id, topic.thread_id)
            await case_topics.refused(tx, row.chat_id, None)
            to = Recipient(row.chat_id, row.language, wanted.bound_thread)
            notice = Message("alarm", to, "case-topic", {"to": row.values.get("to")}, f"topic:{topic.id}",
                             once=f"case-topic:{topic.id}", silent=row.silent)  # fmt: skip
            await outbox.put(tx, notice, now)
        return topic.thread_id

    async def elsewhere(self, letter: Letter, reason: str) -> Letter:
        """Its topic is gone, or closed to us: the thread that the group is bound to; else no thread at all."""
        row = letter.row
        if row.thread_id is None or row.chat_id >= 0:
            return letter.mended("unthreaded")
        async with self._database.transaction() as tx:
            topic = await case_topics.by_thread(tx, row.chat_id, row.thread_id)
            group = await groups.by_chat(tx, row.chat_id)
            if topic is None or group is None:
                return letter.mended("unthreaded")
            if reason == "topic_gone":
                topic.gone_at = topic.gone_at or self._clock.now()
            await case_topics.put_into(tx, row.id, group.thread_id)
        row.thread_id = group.thread_id
        return replace(letter, replies_to=None)

    async def shown_anew(self, letter: Letter, message_id: int | None) -> None:
        """An edit whose message had been deleted was sent as a new one: the next edit goes to that."""
        row = letter.row
        if row.edits is None or letter.edits_message is not None or message_id is None:
            return
        async with self._database.transaction() as tx:
            edited = await outbox.row(tx, row.edits)
            if edited is not None and edited.chat_id == row.chat_id:
                await case_topics.shown_anew(tx, row.edits, message_id, row.thread_id)


def wants(places: Places, row_id: int) -> Wanted | None:
    return (places.wanted or {}).get(row_id)


def stays_a_reply(places: Places, row: OutboxRow, target: OutboxRow) -> bool:
    """A message in a topic answers only what lies in the same one."""
    return row.id not in places.in_topic or target.thread_id == row.thread_id
