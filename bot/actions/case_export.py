"""导出: everything there is about a case as a file, into the chat it was asked from. Who took one out is on the log."""

from __future__ import annotations

from datetime import datetime

from bot.actions import clocks
from bot.actions.people import GroupPlace
from bot.rules.message import Message, Recipient
from bot.rules.roles import may
from bot.rules.speaker import Speaker
from storage import case_log, outbox
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import Report

FORMS = ("word", "sheet")


async def allowed(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, report_id: int
) -> tuple[Report | None, str | None]:
    """The case, and why not: gone, no_right."""
    return await clocks.allowed(tx, speaker, group, report_id, "export_case", ended=True)


async def make(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, report_id: int, form: str, now: datetime
) -> tuple[Report | None, str | None]:
    """Put the file into the outbox. Also refused: stale (no such form), made (the same was asked for this minute).

    Whoever may not see the names of residents gets it without; in a group nobody's story of a restricted sign is told.
    """
    report, refusal = await allowed(tx, speaker, group, report_id)
    if report is None or refusal or form not in FORMS:
        return report, refusal or "stale"
    once = f"export:{report.id}:{form}:{speaker.chat_id}:{now:%Y%m%d%H%M}"
    if await outbox.is_written(tx, once):
        return report, "made"
    names = may(speaker, "see_names", report.area)
    actor = Actor(speaker.telegram_id, speaker.name)
    kept = {"form": form, "chat": speaker.chat_id, "names": names}
    line = await case_log.append(tx, f"report:{report.id}", "exported", now, actor, kept)
    values = {"form": form, "print": line, "by": speaker.name, "at": now.isoformat(), "names": names,
              "story": names and speaker.private, "hash": await case_log.hash_of(tx, line)}  # fmt: skip
    language = group.language if group else speaker.language
    to = Recipient(speaker.chat_id, language, group.thread_id if group else None)
    await outbox.put(tx, Message("notice", to, "case-export", values, f"story:{report.id}", once=once), now)
    return report, None
