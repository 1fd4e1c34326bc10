"""Whose drill it is: where somebody may plan one, and who may start, end or cancel one that is planned."""

from __future__ import annotations

from collections.abc import Sequence

from bot.rules.places import Places
from bot.rules.roles import areas_of, may
from bot.rules.speaker import Speaker


def planning_areas(speaker: Speaker, member_of: str | None, places: Places) -> tuple[str, ...]:
    """The areas offered to a planner: the duty group's own; in private the city, or where the planner is on duty."""
    if member_of is not None:
        return (member_of,)
    if speaker.admin:
        return tuple(area.code for area in places.areas if area.kind == "city")
    return areas_of(speaker, "plan_drill")


def may_lead(speaker: Speaker, organiser_id: int, areas: Sequence[str], member_of: str | None) -> bool:
    """The organiser, as long as they may plan there; else somebody on duty in all of its areas."""
    verb = "plan_drill" if speaker.person_id == organiser_id else "lead_drill"
    return all(may(speaker, verb, area, member_of) for area in areas)
