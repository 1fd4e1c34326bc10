"""Loads what an expert's own message is about: the case, what was asked, and where their answer stands."""

from __future__ import annotations

from sqlalchemy import select

from bot.rules.consult_view import AskedView
from storage import case_view
from storage.consults import as_view, get
from storage.database import Transaction
from storage.tables import Consultation, Person


async def load(tx: Transaction, request_id: int) -> AskedView | None:
    """What the expert's own message is about."""
    row = await get(tx, request_id)
    asked = await tx.session.get(Consultation, row.consultation_id) if row is not None else None
    case = await case_view.load(tx, row.report_id) if row is not None else None
    if row is None or asked is None or case is None:
        return None
    phone = await tx.session.scalar(select(Person.phone).where(Person.id == row.person_id))
    return AskedView(case, as_view(row, phone, None), asked.question, asked.asked_by_name, asked.asked_by_phone)
