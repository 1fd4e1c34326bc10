"""A ladder as it is kept: the snapshot of a climb, and the version of a policy."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from bot.rules.escalation import STOPS, Ladder, Step


def ladder_to_json(ladder: Ladder) -> dict[str, object]:
    """The snapshot a climb keeps: a table edited later does not change a climb under way."""

    def step(step: Step) -> dict[str, object]:
        return {"wait": step.wait.total_seconds(), "whom": list(step.whom), "silent": step.silent}

    return {
        "level": ladder.level,
        "steps": [step(each) for each in ladder.steps],
        "repeat": step(ladder.repeat) if ladder.repeat else None,
        "progress": ladder.progress_within.total_seconds() if ladder.progress_within else None,
        "stop_on": list(ladder.stop_on),
    }


def ladder_from_json(stored: Mapping[str, Any]) -> Ladder:
    def step(stored: Mapping[str, Any]) -> Step:
        return Step(timedelta(seconds=stored["wait"]), tuple(stored["whom"]), stored["silent"])

    repeat = step(stored["repeat"]) if stored["repeat"] else None
    progress = timedelta(seconds=stored["progress"]) if stored.get("progress") else None
    steps = tuple(step(each) for each in stored["steps"])
    stops = tuple(stored.get("stop_on") or STOPS)
    return Ladder(stored["level"], steps, repeat, progress_within=progress, stop_on=stops)
