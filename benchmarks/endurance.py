"""A broadcast that goes wrong in every usual way; and the memory that a great one takes."""

from __future__ import annotations

import time
from pathlib import Path

from benchmarks import running, town
from benchmarks.report import Row, Table


def faults(folder: Path, where: town.Town, server: town.Postgres | None, *, residents: int) -> Table:
    """2 % have blocked the bot, 1 % of the calls fail, 200 calls meet a storm of 429, and the bot is killed once."""
    rows = [_faulty("SQLite", folder, where.copy(folder), residents)]
    if server is not None:
        rows.append(_faulty("PostgreSQL", folder, server.copy(), residents))
    return Table(
        f"Alert to {residents:,} residents: 2 % blocked, 1 % of calls failing, a storm of 429, one kill -9 half-way",
        ["reached", "blocked", "unknown after the kill", "given up", "twice", "lost without a word", "seconds"],
        rows,
        "Unknown: in hand when the bot was killed; an orange alert holds and counts them, its sender may send them.",
    )


def _faulty(name: str, folder: Path, url: str, residents: int) -> Row:
    begun = time.monotonic()
    with running.telegram(folder) as telegram:
        telegram.ask("gate", faulty=True, storm=residents // 4)
        with running.the_bot(telegram.url, url, folder, **running.NO_LIMITS) as bot:
            running.until("the first getUpdates", lambda: telegram.state()["polled_at"])
            town.publish(url, residents)
            running.until("half of them", lambda: telegram.state()["residents"] >= residents // 2, within=200)
            bot.kill()
        with running.the_bot(telegram.url, url, folder, **running.NO_LIMITS):
            running.until("the end", lambda: _over(url, residents), within=200, every=2)
        seen, fates = telegram.ask("seen"), town.fates(url)
    blocked = fates.pop("failed blocked", 0)
    sent, held = fates.pop("sent", 0), fates.pop("held fate_unknown", 0)
    given_up = sum(fates.values())
    lost = residents - sent - held - blocked - given_up
    return Row(name, [
        f"{seen['people']:,}", f"{blocked:,}", str(held), str(given_up), str(seen["twice"]), str(lost),
        f"{time.monotonic() - begun:.0f}",
    ])  # fmt: skip


def _over(url: str, residents: int) -> bool:
    fates = town.fates(url)
    waiting = sum(number for state, number in fates.items() if state.startswith(("ready", "sending")))
    return sum(fates.values()) >= residents and not waiting


def memory(folder: Path, where: town.Town, *, sizes: tuple[int, ...], seconds: float) -> Table:
    """The idle bot, and its peak while an alert goes to so many; Telegram's limits are off."""
    rows = []
    for size in sizes:
        url = where.copy(folder)
        with (
            running.telegram(folder) as telegram,
            running.the_bot(telegram.url, url, folder, **running.NO_LIMITS) as bot,
        ):
            running.until("the first getUpdates", lambda: telegram.state()["polled_at"])
            time.sleep(2)
            idle = bot.rss
            town.publish(url, size)
            end = time.monotonic() + seconds
            while time.monotonic() < end and telegram.state()["residents"] < size:
                time.sleep(0.5)
            sent = telegram.state()["residents"]
            rows.append(Row(f"{size:,} residents", [f"{sent:,}", f"{idle:.0f}", f"{bot.peak_rss:.0f}",
                                                    f"{bot.peak_rss - idle:.0f}"]))  # fmt: skip
    return Table(
        f"Memory, MiB, while an alert goes out (watched for at most {seconds:.0f} s)",
        ["copies sent while watched", "idle bot", "peak", "more than idle"],
        rows,
        "Aim: no more than 60 MiB above the idle bot, however many residents.",
    )
