"""An early sign (苗头): the plan that its words speak of, and which incident makes it true."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.rules.reading.people import read_plan, word
from bot.rules.reading.script import clean, fold
from bot.rules.reading.times import find_time

KIND = "sign"


def with_plan(kind: str, answers: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    """What was typed as the plan is read for its time and place; what a sentence says of it is shown as typed.

    `planned_text` is the form's, `planned` ({"at", "place", "note"}) the sentence's; both stay. `now` has the zone.
    """
    after = dict(answers)
    if kind != KIND:
        return after
    planned, text = answers.get("planned"), answers.get("planned_text")
    if isinstance(text, str) and text and not isinstance(planned, Mapping):
        read = _read(text, now)
        return after | ({"planned": read} if read else {})
    if isinstance(planned, Mapping) and planned.get("note") and not text:
        after["planned_text"] = str(planned["note"])
    return after


def _read(text: str, now: datetime) -> dict[str, Any] | None:
    """The answer to 打算做什么 is a plan, whether it says 打算 or not."""
    folded = fold(clean(text))
    plan = read_plan(folded, now)
    time = find_time(folded, now, future=True)
    at = plan.at if plan else time.at if time is not None and time.at is not None and time.at > now else None
    going = word("place").search(folded)
    place = plan.place if plan and plan.place else going["place"] if going else None
    if at is None and place is None:
        return None
    return {"at": at.isoformat() if at else None, "place": place, "note": None}
