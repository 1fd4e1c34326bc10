"""Loads what a message is about, as it stands now: "report:12" → the case, and so on. A table of loaders."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from storage import alerts, broadcasts, call_view, case_view, chain_view, drills, handovers, tips, zero_reports
from storage.database import Transaction

LOADERS: dict[str, Callable[[Transaction, int], Awaitable[Any]]] = {
    "report": case_view.load,
    "chain": chain_view.load,
    "drill": drills.load_view,
    "broadcast": broadcasts.load,
    "alert": alerts.load,
    "tip": tips.load,
    "handover": handovers.view,
    "zero": zero_reports.load,
    "call": call_view.load,
    "called": call_view.load_called,
}


async def load_subject(tx: Transaction, subject: str | None) -> Any:
    """None for a message that is about nothing that changes."""
    kind, _, number = (subject or "").partition(":")
    loader = LOADERS.get(kind)
    return await loader(tx, int(number)) if loader and number.isdigit() else None
