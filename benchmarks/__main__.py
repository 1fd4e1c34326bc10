"""`python -m benchmarks`: all figures, some fifteen minutes; `--quick` a rough look; `--only intake` one of them.

The issue about alerts has tap, broadcast, limits, faults and memory: some eight minutes together. The one about
escalation has ticks, lateness and calls: some six. Each has a time limit; one that fails or takes longer is named in
the end, and the others are taken all the same.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import (
    broadcast,
    calls,
    endurance,
    intake,
    lateness,
    reading,
    report,
    running,
    startup,
    tap_to_wire,
    ticks,
    town,
)  # fmt: skip
from benchmarks.report import Row, Table

Measure = Callable[[Path, town.Town], list[Table]]
# Seconds that a part may take: some twice what it takes on a quiet machine. The quick ones have less.
LIMITS = {
    "reading": 60, "startup": 90, "tap": 300, "intake": 300, "broadcast": 420, "limits": 240, "faults": 240,
    "memory": 300, "ticks": 300, "lateness": 420, "calls": 240,
}  # fmt: skip
QUICK_SHARE = 0.6


def _intake(quick: bool) -> Measure:
    def measure(folder: Path, where: town.Town) -> list[Table]:
        with town.postgres(folder, where) as server:
            return [intake.measure(folder, where, server, rounds=1 if quick else 2, seconds=4 if quick else 8)]

    return measure


def _ticks(quick: bool) -> Measure:
    counts = [100, 1_000] if quick else [100, 1_000, 10_000]

    def measure(folder: Path, where: town.Town) -> list[Table]:
        with town.postgres(folder, where) as server:
            return [ticks.measure(folder, where, server, counts=counts, looks=5 if quick else 20)]

    return measure


def _lateness(quick: bool) -> Measure:
    def measure(folder: Path, where: town.Town) -> list[Table]:
        with town.postgres(folder, where) as server:
            return [lateness.measure(folder, where, server, cases=100 if quick else 1_000, seconds=10 if quick else 60)]

    return measure


def _broadcast(quick: bool) -> Measure:
    def measure(folder: Path, where: town.Town) -> list[Table]:
        with town.postgres(folder, where) as server:
            return [broadcast.measure(folder, where, server, residents=4_000 if quick else 100_000, rounds=1)]

    return measure


def _faults(quick: bool) -> Measure:
    def measure(folder: Path, where: town.Town) -> list[Table]:
        with town.postgres(folder, where) as server:
            return [endurance.faults(folder, where, server, residents=3_000 if quick else 20_000)]

    return measure


def figures(quick: bool) -> dict[str, Measure]:
    """By name, in the order in which they are taken."""
    return {
        "reading": lambda folder, where: [reading.measure(rounds=20 if quick else 200)],
        "startup": lambda folder, where: [startup.measure(folder, where, rounds=1 if quick else 5)],
        "tap": lambda folder, where: [tap_to_wire.measure(folder, where, reports=20 if quick else 60)],
        "intake": _intake(quick),
        "broadcast": _broadcast(quick),
        "limits": lambda folder, where: [broadcast.within_limits(folder, where, seconds=5 if quick else 20)],
        "faults": _faults(quick),
        "memory": lambda folder, where: [
            endurance.memory(
                folder, where, sizes=(3_000, 30_000) if quick else (10_000, 1_000_000), seconds=10 if quick else 40
            )
        ],
        "ticks": _ticks(quick),
        "lateness": _lateness(quick),
        "calls": lambda folder, where: [calls.measure(folder, where, rounds=1 if quick else 5)],
    }


def _take(name: str, measure: Measure, folder: Path, where: town.Town, quick: bool) -> tuple[list[Table], bool]:
    """The tables of one part, and whether it came to its end."""
    limit, begun = LIMITS[name] * (QUICK_SHARE if quick else 1), time.monotonic()
    running.say(f"{name}, at most {limit:.0f} s")
    try:
        with running.at_most(limit):
            tables = measure(folder, where)
    except (Exception, running.TooLong) as error:
        why = f"{type(error).__name__}: {error}".splitlines()[0]
        running.say(f"{name} FAILED: {why}")
        return [
            Table(f"{name}: not taken", ["why"], [Row("–", [why])], "The other figures do not depend on it.")
        ], False
    running.say(f"{name} took {time.monotonic() - begun:.0f} s")
    return tables, True


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one short round of each")
    parser.add_argument("--only", choices=sorted(figures(True)), help="one of them; latest.md is left alone")
    options = parser.parse_args()
    chosen = {name: take for name, take in figures(options.quick).items() if options.only in (None, name)}
    tables, failed = [], []
    with running.a_folder() as folder:
        where = town.build(folder)
        for name, measure in chosen.items():
            found, whole = _take(name, measure, folder, where, options.quick)
            print("\n".join(table.markdown() for table in found), flush=True)
            tables += found
            failed += [] if whole else [name]
            if not options.only:  # what was taken stays, should the rest be broken off
                report.write(tables, quick=options.quick)
    if failed:
        sys.exit(f"not taken: {', '.join(failed)}")


if __name__ == "__main__":
    main()
