"""The room of a case: its topic in a forum group closes and opens with it, and what is said there is about it."""

from __future__ import annotations

from datetime import datetime

from bot.rules.deadlines import ENDED
from bot.rules.message import Message, Recipient
from storage import case_topics, groups, outbox
from storage.database import Transaction
from storage.tables import Report


async def keep_in_step(tx: Transaction, report: Report, now: datetime) -> None:
    """Its topics are closed when the case is over, and open while it is not."""
    for topic in await case_topics.of_case(tx, report.id):
        over = report.state in ENDED
        if over == (topic.closed_at is not None):
            continue
        topic.closed_at = now if over else None
        group = await groups.by_chat(tx, topic.chat_id)
        to = Recipient(topic.chat_id, group.language if group else "zh-Hans", topic.thread_id)
        once = f"topic-state:{topic.id}:{now.isoformat()}"
        await outbox.put(tx, Message("card", to, "case-topic-state", {}, f"topic:{topic.id}", once=once), now)


async def case_of_topic(tx: Transaction, chat_id: int, thread_id: int | None) -> int | None:
    """The report whose topic this is."""
    topic = await case_topics.by_thread(tx, chat_id, thread_id) if thread_id else None
    return topic.report_id if topic is not None else None


async def may_make_topics(tx: Transaction, chat_id: int) -> None:
    """The bot has become an administrator who may: the next grave case gets its topic again."""
    await case_topics.refused(tx, chat_id, None)


async def note_forum(tx: Transaction, chat_id: int, forum: bool) -> None:
    """Whether a group that has just been bound has topics; later every word said in it tells."""
    group = await groups.by_chat(tx, chat_id)
    if group is not None:
        group.forum = forum
