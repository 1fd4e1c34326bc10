"""Who may approve an alert, besides whoever drafted or published it; and where it stands."""

from __future__ import annotations

from bot.rules.alert_approval import Standing
from bot.rules.area_choice import common
from storage import people
from storage.database import Transaction
from storage.tables import Alert, Person

APPROVERS = ("approver", "leader")


async def approvers(tx: Transaction, row: Alert, *but: int | None) -> list[tuple[Person, bool]]:
    """Whoever may approve in all its areas and can be written to, and whether they lead; never those named."""
    found: dict[int, tuple[Person, bool]] = {}
    for role in APPROVERS:
        for person, _ in await people.holders(tx, role, common(row.areas)):
            if person.telegram_id and person.unreachable_since is None and person.id not in but:
                found[person.id] = (person, role == "leader")
    return list(found.values())


def standing(row: Alert) -> Standing:
    """Where it stands, as the rules of approval take it."""
    return Standing(row.state, row.drafted_by, row.decided_by, tuple(row.areas), row.level, row.look_open)
