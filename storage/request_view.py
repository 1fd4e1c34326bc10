"""A request with its case, as its own message shows it."""

from __future__ import annotations

from bot.rules.request_card import RequestCard
from storage import case_requests, case_view
from storage.database import Transaction


async def load(tx: Transaction, request_id: int) -> RequestCard | None:
    row = await case_requests.get(tx, request_id)
    case = await case_view.load(tx, row.report_id) if row is not None else None
    return RequestCard(case_requests.view(row), case) if row is not None and case is not None else None
