"""From the receipt of the update that completes a report to the arrival of its card for the town's duty group.

Telegram's limits are in force (30 a second, 1 a chat, 20 a minute a group): the officers of all towns take turns.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks import running, town
from benchmarks.report import Row, Table, percentile
from benchmarks.running import Telegram

TYPHOON, NONE = 3, 1  # a P2, which calls the town alone
EVERY, PAUSE = 0.5, 0.1  # seconds between two reports, and between the taps of one
WARMING_UP = 20
RESIDENTS = {30: 20_000, 1000: 120_000}
# So many reports at once are a storm, which is bundled into lists: here every card shall come by itself.
GROUPS = {"MESSAGES_PER_MINUTE_IN_GROUP": "400"}


def measure(folder: Path, where: town.Town, *, reports: int) -> Table:
    idle = _run(folder, where, reports, 0)
    rows, p99 = [_row("idle", idle[0])], percentile(idle[0], 0.99)
    for rate in RESIDENTS:
        taps, written = _run(folder, where, reports, rate)
        name = f"during a broadcast at {rate:,}/s" + (" (paid)" if rate > 30 else "")
        rows.append(_row(f"{name}; {written:.0f} residents/s were written to", taps))
    return Table(
        f"Tap to wire: from a report's last tap to its card, ms ({reports} reports each, {1 / EVERY:.0f} a second)",
        ["p50", "p90", "p99", "most"],
        rows,
        f"Aim: p99 at most 50 ms idle; during the broadcast at most 20 % or 20 ms more at 30/s (here "
        f"{1000 * (p99 + max(0.2 * p99, 0.020)):.0f} ms), 100 ms more at 1,000/s.",
    )


def _run(folder: Path, where: town.Town, reports: int, rate: int) -> tuple[list[float], float]:
    url = where.copy(folder)
    with running.telegram(folder) as telegram, running.the_bot(telegram.url, url, folder, **GROUPS):
        running.until("the first getUpdates", lambda: telegram.state()["polled_at"])
        _taps(telegram, where, WARMING_UP)
        if rate:
            town.publish(url, RESIDENTS[rate], paid=rate > 30)
            running.until("the broadcast's first messages", lambda: telegram.state()["residents"] > 2 * rate)
        before = telegram.state()
        taps = _taps(telegram, where, reports)
        after = telegram.state()
    return taps, (after["residents"] - before["residents"]) / (after["now"] - before["now"])


def _row(name: str, taps: list[float]) -> Row:
    shown = [percentile(taps, 0.5), percentile(taps, 0.9), percentile(taps, 0.99), max(taps)]
    return Row(name, [f"{1000 * value:.1f}" for value in shown])


def _taps(telegram: Telegram, where: town.Town, reports: int) -> list[float]:
    """So many reports, one every half second; the seconds of each."""
    known = len(telegram.ask("taps"))
    telegram.ask("crowd", officers=where.officers, buttons=[TYPHOON, NONE], every=EVERY, pause=PAUSE, reports=reports)
    running.until(
        "all cards", lambda: len(telegram.ask("taps")) >= known + reports, within=reports * EVERY + 60, every=0.5
    )
    taps: list[float] = telegram.ask("taps")[known:]
    return taps
