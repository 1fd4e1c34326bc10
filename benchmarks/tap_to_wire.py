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
RESIDENTS = 20_000


def measure(folder: Path, where: town.Town, *, reports: int) -> Table:
    url = where.copy(folder)
    with running.telegram(folder) as telegram, running.the_bot(telegram.url, url, folder):
        running.until("the first getUpdates", lambda: telegram.state()["polled_at"])
        _taps(telegram, where, WARMING_UP)
        idle = _taps(telegram, where, reports)
        town.broadcast(url, town.residents(RESIDENTS))
        running.until("the broadcast's first messages", lambda: telegram.state()["residents"] > 60)
        before = telegram.state()
        busy = _taps(telegram, where, reports)
        after = telegram.state()
    sent = (after["residents"] - before["residents"]) / (after["now"] - before["now"])
    rest = f"; beside the reports {sent:.1f} residents/s were written to"
    p99 = [percentile(each, 0.99) for each in (idle, busy)]
    allowed = p99[0] + max(0.2 * p99[0], 0.020)
    return Table(
        f"Tap to wire: from a report's last tap to its card, ms ({reports} reports each, {1 / EVERY:.0f} a second)",
        ["p50", "p90", "p99", "most"],
        [_row("idle", idle), _row(f"during a broadcast to {RESIDENTS:,} residents at 30/s", busy)],
        f"Aim: p99 at most 50 ms idle; during the broadcast at most 20 % or 20 ms more (here {1000 * allowed:.0f} ms)"
        f"{rest}.",
    )


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
