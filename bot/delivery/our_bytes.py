"""A file that Telegram no longer knows by its id is sent again from our own copy."""

from __future__ import annotations

from dataclasses import replace

import structlog

from bot.delivery.wire import Letter
from storage import evidence_files
from storage.database import Database
from storage.evidence_store import EvidenceStore

log = structlog.get_logger(__name__)


async def with_our_bytes(database: Database, store: EvidenceStore | None, letter: Letter) -> Letter:
    """The letter with our copy of its file to upload; as it was when there is none, or it has been tried already."""
    media = letter.worded.media
    if store is None or media is None or letter.upload is not None:
        return replace(letter, upload=None)
    async with database.transaction() as tx:
        copy = await evidence_files.kept_copy(tx, media.file_id)
    if copy is None or copy.sha256 is None or not store.holds(copy.sha256):
        return letter
    log.info("sent_from_our_copy", row=letter.row.id, kind=media.kind)
    return replace(letter, upload=(store.path(copy.sha256), copy.name or _name(copy.kind, copy.sha256)))


ENDINGS = {"photo": "jpg", "video": "mp4", "video_note": "mp4", "animation": "mp4", "voice": "oga", "audio": "mp3"}


def _name(kind: str, sha256: str) -> str:
    return f"{sha256[:12]}.{ENDINGS.get(kind, 'bin')}"
