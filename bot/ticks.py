"""The ticks: what happens by itself, and how often. The one user of APScheduler.

A tick only wakes an action, which looks for what is due in the database; a missed tick is made good by the next.
Jobs live in memory and come from this table; nothing durable lives in a job store.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bot import roster_reading
from bot.actions import (
    alert_life,
    alert_looks,
    alert_sending,
    auditor,
    broadcasts,
    calls,
    case_requests,
    chain_look,
    desk_rounds,
    digests,
    drills,
    duty_desk,
    escalate,
    handover,
    housekeeping,
    idle_drafts,
    interventions,
    lapses,
    pulses,
    review_asking,
    scene_answers,
    schedule_firing,
    tip_watch,
    undelivered,
    zero_days,
)
from bot.clock import Clock
from bot.metrics import LAST_TICK, TICKS
from bot.world import World
from storage.database import Database, stepping_back

log = structlog.get_logger(__name__)

# A tick that hangs (a database that has gone away without a word) is given up, and the next one tries again.
TICK_SECONDS = 120

Action = Callable[[Database, World, datetime], Awaitable[None]]


@dataclass(frozen=True)
class Tick:
    """`rings`: also runs at once when the `ticks` bell rings (the practice clock moved, a send failed).

    `hurries`: somebody is called by it; what is not in a hurry lets updates and calls have the database first.
    """

    name: str
    seconds: int
    action: Action
    rings: bool = False
    hurries: bool = False


TICKS_TABLE: tuple[Tick, ...] = (
    Tick("escalations", 1, escalate.advance_due, rings=True, hurries=True),
    Tick("lapses", 2, lapses.look, rings=True, hurries=True),
    Tick("requests", 2, case_requests.lapse_due, rings=True, hurries=True),
    Tick("idle emergencies", 1, idle_drafts.send_due, rings=True, hurries=True),
    Tick("undelivered", 1, undelivered.react, rings=True),
    Tick("drills", 3, drills.advance_due, rings=True),
    Tick("calls", 1, calls.advance_due, rings=True, hurries=True),
    Tick("duty desks", 2, duty_desk.look, rings=True),
    Tick("duty tables", 1, roster_reading.read_waiting, rings=True),
    Tick("handovers", 5, handover.remind_due, rings=True),
    Tick("broadcasts", 1, broadcasts.watch, rings=True),
    Tick("scheduled notices", 2, schedule_firing.fire_due, rings=True),
    Tick("alerts", 1, alert_sending.go_out, rings=True),
    Tick("zero reports", 3, zero_days.advance_due, rings=True),
    Tick("digests", 2, digests.send_due, rings=True),
    Tick("alert reviews", 5, alert_life.review, rings=True),
    Tick("second looks", 5, alert_looks.chase, rings=True),
    Tick("tips", 5, tip_watch.advance_due, rings=True),
    Tick("early signs", 5, interventions.advance_due, rings=True),
    Tick("commanders", 2, scene_answers.look, rings=True),
    Tick("beside the cases", 1, desk_rounds.go_round, rings=True),
    Tick("clocks behind", 15, desk_rounds.Behind().look, rings=True),
    Tick("pulses", 5, pulses.go_out, rings=True),
    Tick("reviews", 5, review_asking.look, rings=True),
    Tick("auditor", 15, auditor.Auditor().look),
    Tick("log chain", 10, chain_look.look),
    Tick("housekeeping", 3600, housekeeping.forget_old),
    Tick("old messages", 300, housekeeping.Letters().look),
)


async def run(database: Database, clock: Clock, world: World) -> None:
    """Run all ticks until cancelled. A watchdog restarts the scheduler should it stop."""
    runners = [_Runner(tick, database, clock, world) for tick in TICKS_TABLE]
    await _bring_nearer(database, clock)
    async with asyncio.TaskGroup() as tasks:
        for runner in runners:
            tasks.create_task(runner.run())
        scheduler = _scheduler(runners)
        try:
            while True:
                if await database.bells.wait("ticks", 5.0):
                    if clock.was_turned_back():
                        await _bring_nearer(database, clock)
                    for runner in runners:
                        if runner.tick.rings:
                            runner.ring()
                if not scheduler.running or len(scheduler.get_jobs()) != len(TICKS_TABLE):
                    log.error("scheduler_stopped")  # seen when a job's row vanished; start it anew
                    scheduler = _scheduler(runners)
        finally:
            scheduler.shutdown(wait=False)


class _Runner:
    """One tick: never twice at once, and no tick waits for another."""

    def __init__(self, tick: Tick, database: Database, clock: Clock, world: World) -> None:
        self.tick = tick
        self._once = partial(_run_one, tick, database, clock, world)
        self._wanted = asyncio.Event()
        self._looking = False

    async def run(self) -> None:
        while True:
            await self._wanted.wait()
            self._wanted.clear()
            self._looking = True
            await self._once()
            self._looking = False

    def ring(self) -> None:
        """Look now; during a look, once more after it: what the bell rings for may have come behind its back."""
        self._wanted.set()

    async def on_time(self) -> None:
        """Its own time has come: a look under way will do."""
        if not self._looking:
            self._wanted.set()


def _scheduler(runners: list[_Runner]) -> AsyncIOScheduler:
    scheduler = AsyncIOScheduler()
    for runner in runners:
        scheduler.add_job(
            runner.on_time, IntervalTrigger(seconds=runner.tick.seconds), id=runner.tick.name,
            coalesce=True, max_instances=1, misfire_grace_time=None,
        )  # fmt: skip
    scheduler.start()
    return scheduler


async def _bring_nearer(database: Database, clock: Clock) -> None:
    try:
        await escalate.bring_nearer(database, clock.now())
        await calls.bring_nearer(database, clock.now())
    except Exception as error:  # one climb that cannot be read must not keep the others from climbing
        log.error("bring_nearer_failed", exc_info=error)


async def _run_one(tick: Tick, database: Database, clock: Clock, world: World) -> None:
    began = clock.real_now().timestamp()
    try:
        line = contextlib.nullcontext() if tick.hurries else stepping_back()
        async with asyncio.timeout(TICK_SECONDS):
            with line:
                await tick.action(database, world, clock.now())
        TICKS.labels(tick.name, "done").inc()
    except Exception as error:  # the next tick tries again
        TICKS.labels(tick.name, "failed").inc()
        log.error("tick_failed", tick=tick.name, exc_info=error)
    LAST_TICK.labels(tick.name).set(began)
