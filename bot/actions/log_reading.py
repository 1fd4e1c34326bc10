"""/log: whoever may reads what was done. That they looked is a line as well (突发事件应对法 arts. 83-85)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.actions import chain_look
from bot.rules.log_query import LogQuery, read_log_query
from bot.rules.log_view import ChainState, LogLine
from bot.rules.message import Message, Recipient
from bot.rules.roles import areas_of, may
from bot.rules.speaker import Speaker
from bot.world import World
from storage import case_log, log_search, outbox
from storage.case_log import Actor
from storage.database import Transaction
from storage.log_search import Search

PER_PAGE = 8
SUBJECT = "log"


@dataclass(frozen=True)
class Page:
    """`names_in`: the areas in which the reader may see residents' names and the story of a restricted sign."""

    lines: tuple[LogLine, ...]
    query: LogQuery
    number: int
    more: bool
    chain: ChainState
    names_in: tuple[str, ...]


def may_read(speaker: Speaker) -> bool:
    return speaker.private and may(speaker, "read_log")


def _search(world: World, speaker: Speaker, text: str, now: datetime) -> Search:
    """An administrator reads the whole log; a leader what concerns the cases and rosters of their areas."""
    zone = world.settings.zone
    query = read_log_query(text, now.astimezone(zone).date())
    areas = None if speaker.admin else areas_of(speaker, "read_log")
    since = datetime.combine(query.day, time(), zone) if query.day else None
    until = datetime.combine(query.day + timedelta(days=1), time(), zone) if query.day else None
    return Search(query, areas, since, until)


async def read(tx: Transaction, world: World, speaker: Speaker, text: str, number: int, now: datetime) -> Page | None:
    """A page, newest first. None: not theirs to read."""
    if not may_read(speaker):
        return None
    search, names_in = _search(world, speaker, text, now), areas_of(speaker, "see_names")
    found = await log_search.find(tx, search, number * PER_PAGE, PER_PAGE + 1)
    chain = await chain_look.state(tx, now)
    words = {"query": search.query.raw, "page": number}
    await case_log.append(tx, SUBJECT, "log_read", now, Actor(speaker.telegram_id, speaker.name), words)
    return Page(tuple(found[:PER_PAGE]), search.query, number, len(found) > PER_PAGE, chain, names_in)


async def export(tx: Transaction, world: World, speaker: Speaker, text: str, now: datetime) -> str | None:
    """The lines that were found as a table, into the private chat. Why not: no_right, made."""
    if not may_read(speaker):
        return "no_right"
    search = _search(world, speaker, text, now)
    once = f"log-export:{speaker.telegram_id}:{search.query.raw}:{now:%Y%m%d%H%M}"
    if await outbox.is_written(tx, once):
        return "made"
    actor = Actor(speaker.telegram_id, speaker.name)
    kept = log_search.as_words(search, areas_of(speaker, "see_names"))
    line = await case_log.append(tx, SUBJECT, "log_exported", now, actor, kept)
    values = {"print": line, "by": speaker.name, "at": now.isoformat(), "hash": await case_log.hash_of(tx, line)}
    to = Recipient(speaker.chat_id, speaker.language, person_id=speaker.person_id)
    await outbox.put(tx, Message("notice", to, "log-export", values, f"log:{line}", once=once), now)
    return None
