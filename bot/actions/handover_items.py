"""The handover note (交接班): what the next officer must take over, an item each, as plain data.

Kinds: `case` (number, category, priority, state, calling, due: [names, moment]), `question` (a 追问 without an answer),
`commander`, `expert` (asked, or in command),
`note` (a promised call, an instruction), `hazard` (open for long), `more` (how many others there are).
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from bot.world import World
from storage import case_requests, duty, handovers
from storage.database import Transaction
from storage.tables import Clock, Report

MOST = 40
# The district's desk takes over what the district is called for.
PRIORITIES = {"town": ("P0", "P1", "P2", "P3"), "city": ("P0", "P1")}


async def items_of(tx: Transaction, world: World, area: str, now: datetime) -> list[dict[str, Any]]:
    stale = now - timedelta(days=world.settings.stale_hazard_days)
    priorities = PRIORITIES["city" if len(area) <= 6 else "town"]
    cases = [case for case in await handovers.open_cases(tx, area, priorities) if _of_now(case, stale)]
    ids = [case.id for case in cases]
    clocks, calling = await handovers.running_clocks(tx, ids), await handovers.still_calling(tx, ids)
    items = [_case(case, clocks.get(case.id, []), case.id in calling) for case in cases]
    for question, report in await handovers.unanswered(tx, ids):
        words = {"number": report.number, "text": question.text[:200], "by": question.asked_by_name}
        items.append({"kind": "question", "id": question.id, **words})
    for request, number in await case_requests.waiting_for(tx, ids):
        words = {"number": number, "text": request.names, "by": request.asked_by_name, "asked": request.kind}
        items.append({"kind": "request", "id": request.id, "function": request.function, **words})
    for command, number in await handovers.commanders(tx, ids):
        items.append({"kind": "commander", "id": command.id, "number": number, "text": command.name,
                      "state": command.state})  # fmt: skip
    for expert, number in await handovers.experts_asked(tx, ids):
        items.append({"kind": "expert", "id": expert.id, "number": number, "text": expert.name})
    for note in await duty.open_notes(tx, area):
        items.append({"kind": "note", "id": note.id, "text": note.text, "by": note.by_name})
    for hazard in await handovers.open_cases(tx, area, priorities):
        if hazard.kind == "hazard" and hazard.sent_at <= stale:
            items.append({**_case(hazard, [], False), "kind": "hazard", "days": (now - hazard.sent_at).days})
    if len(items) > MOST:
        items = [*items[: MOST - 1], {"kind": "more", "id": 0, "number": str(len(items) - MOST + 1)}]
    return items


def _of_now(case: Report, stale: datetime) -> bool:
    """An incident, or a hazard that nobody has taken yet; old hazards have a list of their own."""
    return case.kind != "hazard" or (case.state == "open" and case.sent_at > stale)


def _case(case: Report, clocks: list[Clock], calling: bool) -> dict[str, Any]:
    return {
        "kind": "case", "id": case.id, "number": case.number, "category": case.category, "priority": case.priority,
        "state": case.state, "by": case.state_by_name, "calling": calling,
        "due": [[clock.names, clock.due_at.isoformat()] for clock in clocks[:2]],
    }  # fmt: skip
