"""Loads what a message is about, as it stands now: "report:12" → the case, and so on. A table of loaders."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping
from typing import Any

import structlog

from storage import (
    alerts,
    broadcasts,
    call_view,
    case_file,
    case_topic_view,
    case_view,
    chain_view,
    command_view,
    consult_view,
    digests,
    drills,
    handovers,
    help,
    log_search,
    request_view,
    reviews,
    schedules,
    storms,
    tips,
    zero_reports,
)
from storage.database import Transaction

log = structlog.get_logger(__name__)

LOADERS: dict[str, Callable[[Transaction, int], Awaitable[Any]]] = {
    "report": case_view.load,
    "chain": chain_view.load,
    "consult": consult_view.load,
    "drill": drills.load_view,
    "broadcast": broadcasts.load,
    "alert": alerts.load,
    "answers": help.tally,
    "tip": tips.load,
    "handover": handovers.view,
    "zero": zero_reports.load,
    "burst": storms.load,
    "call": call_view.load,
    "called": call_view.load_called,
    "schedule": schedules.load,
    "review": reviews.view,
    "item": reviews.view_of_item,
    "topic": case_topic_view.load,
    "command": command_view.load,
    "request": request_view.load,
    "story": case_file.load,
    "log": log_search.load_file,
}

# Subjects of which many go out at once: loaded together, or each batch would stand still for a moment.
MANY: dict[str, Callable[[Transaction, Collection[int]], Awaitable[Mapping[int, Any]]]] = {
    "report": case_view.load_many,
    "called": call_view.load_many_called,
    "digest": digests.load_many,
}


async def load_together(tx: Transaction, subjects: Iterable[str | None]) -> dict[str | None, Any]:
    """As many of these subjects as can be loaded together, by subject; the others are loaded one by one.

    So are all of a kind when one among them cannot be read: only its own messages fail then.
    """
    numbers: dict[str, set[int]] = defaultdict(set)
    for subject in subjects:
        kind, _, number = (subject or "").partition(":")
        if kind in MANY and number.isdigit():
            numbers[kind].add(int(number))
    found: dict[str | None, Any] = {}
    for kind, wanted in numbers.items():
        try:
            views = await MANY[kind](tx, wanted)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            log.error("not_loaded_together", kind=kind, exc_info=error)
            continue
        found |= {f"{kind}:{number}": views.get(number) for number in wanted}
    return found


async def load_subject(tx: Transaction, subject: str | None) -> Any:
    """None for a message that is about nothing that changes."""
    kind, _, number = (subject or "").partition(":")
    loader = LOADERS.get(kind)
    return await loader(tx, int(number)) if loader and number.isdigit() else None
