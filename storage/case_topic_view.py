"""Loads the topic of a case, for the line that points to it and for closing it."""

from __future__ import annotations

from bot.rules.case_topic import TopicView
from storage import case_view
from storage.database import Transaction
from storage.tables import CaseTopic


async def load(tx: Transaction, topic_id: int) -> TopicView | None:
    topic = await tx.session.get(CaseTopic, topic_id)
    case = await case_view.load(tx, topic.report_id) if topic is not None else None
    if topic is None or case is None:
        return None
    return TopicView(case, topic.chat_id, topic.thread_id, closed=topic.closed_at is not None)
