"""Loads everything there is about a case, for whoever prints it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select

from bot.rules.case_file import CaseFile, Piece
from bot.rules.timeline import Line
from storage import case_story, case_view, evidence_files
from storage.database import Transaction
from storage.tables import EvidenceFile, Person


async def load(tx: Transaction, report_id: int) -> CaseFile | None:
    case = await case_view.load(tx, report_id)
    if case is None:
        return None
    log, versions, files = await case_story.load(tx, report_id)
    pieces = [*await _evidence(tx, report_id), *await _of_notes(tx, log)]
    return CaseFile(
        case, tuple(log), tuple(versions), tuple(files), tuple(sorted(pieces, key=lambda piece: piece.at))
    )  # fmt: skip


async def _evidence(tx: Transaction, report_id: int) -> list[Piece]:
    found = await evidence_files.files_of_report(tx, report_id)
    query = select(Person.id, Person.name).where(Person.id.in_({piece.by_person for piece, _ in found}))
    names: dict[int, str] = {number: name for number, name in await tx.session.execute(query)}  # noqa: C416
    return [
        Piece(
            piece.message_at or piece.at, piece.kind, names.get(piece.by_person), piece.caption, piece.forwarded,
            (file.size or file.telegram_size) if file else piece.size, file.sha256 if file else None,
            file.state if file else None,
        )
        for piece, file in found
    ]  # fmt: skip


async def _of_notes(tx: Transaction, log: Sequence[Line]) -> list[Piece]:
    said: list[tuple[datetime, str | None, Mapping[str, Any], str]] = [
        (line.at, line.by, line.words["file"], str(line.words.get("text") or ""))
        for line in log
        if line.words and line.words.get("file")
    ]
    query = select(EvidenceFile).where(EvidenceFile.unique_id.in_({str(each[2]["unique_id"]) for each in said}))
    known = {file.unique_id: file for file in await tx.session.scalars(query)} if said else {}
    pieces = []
    for at, by, item, text in said:
        file = known.get(str(item["unique_id"]))
        size = (file.size or file.telegram_size) if file else item.get("size")
        pieces.append(Piece(at, str(item["kind"]), by, text or None, bool(item.get("forwarded")), size,
                            file.sha256 if file else None, file.state if file else None, note=True))  # fmt: skip
    return pieces
