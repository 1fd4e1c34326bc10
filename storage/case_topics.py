"""Topics of cases in forum groups: which there are, which a case still wants, and what became of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, select, update

from storage.database import Transaction
from storage.tables import CaseTopic, Group, OutboxRow

# After a refusal for want of the right, the next try comes with a promotion, or after so long.
ASKED_AGAIN = timedelta(hours=1)
# In a storm the cards go where everybody looks: a group takes twenty messages a minute, and each topic costs two.
MOST_A_MINUTE = 5


async def forums(tx: Transaction, chats: Collection[int]) -> dict[int, Group]:
    """Those of these chats that are duty groups with topics."""
    query = select(Group).where(Group.chat_id.in_(sorted(chats)), Group.forum, Group.bound_at.is_not(None))
    return {group.chat_id: group for group in await tx.session.scalars(query)}


async def among(tx: Transaction, chats: Collection[int], reports: Collection[int]) -> dict[tuple[int, int], CaseTopic]:
    """By chat and report."""
    query = select(CaseTopic).where(CaseTopic.chat_id.in_(sorted(chats)), CaseTopic.report_id.in_(sorted(reports)))
    return {(topic.chat_id, topic.report_id): topic for topic in await tx.session.scalars(query)}


async def of_case(tx: Transaction, report_id: int) -> list[CaseTopic]:
    """Its topics that are still there."""
    query = select(CaseTopic).where(CaseTopic.report_id == report_id, CaseTopic.gone_at.is_(None))
    return list(await tx.session.scalars(query.order_by(CaseTopic.id)))


async def by_thread(tx: Transaction, chat_id: int, thread_id: int) -> CaseTopic | None:
    return await tx.session.scalar(
        select(CaseTopic).where(CaseTopic.chat_id == chat_id, CaseTopic.thread_id == thread_id)
    )


async def may_be_made(tx: Transaction, group: Group, now: datetime) -> bool:
    """Telegram has not just forbidden it here, and the group has not got several within the minute."""
    if group.topics_refused_at is not None and now - group.topics_refused_at < ASKED_AGAIN:
        return False
    within = now - timedelta(minutes=1)
    lately = select(func.count()).where(CaseTopic.chat_id == group.chat_id, CaseTopic.made_at > within)
    return int(await tx.session.scalar(lately) or 0) < MOST_A_MINUTE


async def keep(tx: Transaction, report_id: int, chat_id: int, thread_id: int, now: datetime) -> CaseTopic:
    """Note the topic that was made; one that another sender has noted before goes first."""
    row = {"report_id": report_id, "chat_id": chat_id, "thread_id": thread_id, "made_at": now}
    await tx.insert_new(CaseTopic, [row])
    query = select(CaseTopic).where(CaseTopic.report_id == report_id, CaseTopic.chat_id == chat_id)
    return (await tx.session.scalars(query)).one()


async def refused(tx: Transaction, chat_id: int, at: datetime | None) -> None:
    """Telegram does not let us make topics there; None: it may do so again."""
    await tx.session.execute(update(Group).where(Group.chat_id == chat_id).values(topics_refused_at=at))


async def without_right(tx: Transaction) -> Sequence[str]:
    """The titles of forum groups in which topics were refused."""
    query = select(Group.title).where(Group.forum, Group.topics_refused_at.is_not(None), Group.lost_at.is_(None))
    return list(await tx.session.scalars(query.order_by(Group.id)))


async def put_into(tx: Transaction, row_id: int, thread_id: int | None) -> None:
    """This message goes into that topic."""
    await tx.session.execute(
        update(OutboxRow)
        .where(OutboxRow.id == row_id)
        .values(thread_id=thread_id)
        .execution_options(synchronize_session=False)
    )


async def shown_anew(tx: Transaction, row_id: int, message_id: int, thread_id: int | None) -> None:
    """The message of this row had been deleted, and stands there again as another."""
    await tx.session.execute(
        update(OutboxRow)
        .where(OutboxRow.id == row_id)
        .values(message_id=message_id, thread_id=thread_id)
        .execution_options(synchronize_session=False)
    )
