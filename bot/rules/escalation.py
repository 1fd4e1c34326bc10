"""Who is called next when nobody has answered: ladder + steps done + now → the steps due.

Times are aware datetimes, waits are timedeltas. The caller stores `steps_done` and `next_step_at`, writes one
message a recipient, and stops asking once somebody has answered.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.rules.category import Level

Whom = str
WHOM = ("town_duty", "district_duty", "leader", "on_duty", "deputy")
# A department is called by its function: function:water.
FUNCTION = "function:"
# What stops a climb, unless a policy names fewer; 误报, 办结 and 合并 always do.
STOPS = ("acknowledged", "referred")

LATE = timedelta(seconds=60)
"""A single step up to this late is a slow tick: the next one keeps the timetable. Later than that we were down."""


@dataclass(frozen=True, slots=True)
class Step:
    """Called `wait` after the step before it. A `silent` one makes no sound in the group."""

    wait: timedelta
    whom: tuple[Whom, ...]
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Ladder:
    """The steps of one priority; after the last, `repeat` for ever, or nothing where it is None.

    `acknowledge_within`: how soon the duty room promises to answer; None promises nothing.
    `progress_within`: an acknowledgement without any progress for so long lapses (`bot.rules.progress`); None: never.
    """

    level: Level
    steps: tuple[Step, ...]
    repeat: Step | None = None
    acknowledge_within: timedelta | None = None
    progress_within: timedelta | None = None
    stop_on: tuple[str, ...] = STOPS

    def stops(self, state: str) -> bool:
        """Whether the climb ends when the case comes into this state."""
        return state not in STOPS or state in self.stop_on

    def step(self, number: int) -> Step | None:
        """The step with this number (0 is the first), the repeat after the last, None when there is none."""
        return self.steps[number] if number < len(self.steps) else self.repeat


@dataclass(frozen=True, slots=True)
class Advance:
    """What to do now: `steps` were due (none most of the time), `collapsed` when several came at once.

    `next_step_at` is None when the ladder has ended.
    """

    steps: tuple[Step, ...]
    collapsed: bool
    steps_done: int
    next_step_at: datetime | None

    @property
    def recipients(self) -> tuple[Whom, ...]:
        """Everyone the steps call, each once, in the order of the ladder."""
        return tuple(dict.fromkeys(whom for step in self.steps for whom in step.whom))

    @property
    def silent(self) -> bool:
        return all(step.silent for step in self.steps)


def due(ladder: Ladder, started_at: datetime, steps_done: int, next_step_at: datetime | None, now: datetime) -> Advance:
    """The steps that `now` has reached. A ladder not begun (no step done, no time set) begins at `started_at`."""
    at = started_at if next_step_at is None and steps_done == 0 else next_step_at
    step = ladder.step(steps_done)
    if at is None or step is None:
        return Advance((), False, steps_done, None)
    if now < at:
        return Advance((), False, steps_done, _not_beyond(at, step, now))
    steps, after = _reached(ladder, steps_done, at, now)
    collapsed = len(steps) > 1
    following = ladder.step(steps_done + len(steps))
    late = collapsed or now - at > LATE
    next_at = None if following is None else (now + following.wait if late else after)
    return Advance(steps, collapsed, steps_done + len(steps), next_at)


def _reached(
    ladder: Ladder, number: int, at: datetime | None, now: datetime
) -> tuple[tuple[Step, ...], datetime | None]:
    """The steps whose time has come on the timetable, and the time of the one after. A repeat is taken once."""
    steps: list[Step] = []
    while at is not None and at <= now and (step := ladder.step(number)) is not None:
        steps.append(step)
        number += 1
        following = ladder.step(number)
        at = at + following.wait if following is not None else None
        if number > len(ladder.steps):
            break
    return tuple(steps), at


def _not_beyond(at: datetime, step: Step, now: datetime) -> datetime:
    """A clock set back must not silence the ladder: no step is farther away than its own wait."""
    return min(at, now + step.wait)


def pull_forward(ladder: Ladder, steps_done: int, next_step_at: datetime | None, now: datetime) -> datetime | None:
    """The next step at once, because nobody hears the last one (the bot was put out of a group). None: no step left."""
    if ladder.step(steps_done) is None:
        return None
    return now if next_step_at is None else min(next_step_at, now)
