"""Residents a second: as fast as one can, side by side with bare loops and with what people use today.

Ours is a whole public alert: its residents are looked up, every copy is a row that is claimed, sent and marked.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from benchmarks import running, town
from benchmarks.report import Row, Table, failed, spread
from benchmarks.running import Process, Telegram


@dataclass(frozen=True)
class Run:
    """`cpu` is seconds a thousand residents; `memory` MiB at the end."""

    rate: float
    cpu: float
    memory: float


@dataclass(frozen=True)
class Contender:
    name: str
    residents: int
    measure: Callable[[int], Run]


def measure(folder: Path, where: town.Town, server: town.Postgres | None, *, residents: int, rounds: int) -> Table:
    def peer(name: str, *more: str) -> Callable[[int], Run]:
        return lambda count: _peer(folder, count, name, *more)

    contenders = [
        Contender("bare aiohttp loop, 256 in flight (the physical side)", residents // 2, peer("aiohttp_broadcast")),
        Contender("bare aiogram loop, 256 in flight", residents // 4, peer("aiogram_broadcast")),
        Contender("python-telegram-bot loop, 256 in flight", residents // 20, peer("telegram_bot_rate_limiter", "0")),
        Contender("Qianshao, an alert on SQLite", residents, lambda count: _ours(folder, where.copy(folder), count)),
    ]
    if server is not None:
        contenders.append(Contender(
            "Qianshao, an alert on PostgreSQL (its server's CPU not counted)", residents // 4,
            lambda count: _ours(folder, server.copy(), count),
        ))  # fmt: skip
    runs: dict[str, list[Run]] = {each.name: [] for each in contenders}
    for number in range(rounds):
        for each in contenders:
            what = f"round {number + 1} of {rounds}: {each.name}, {each.residents:,} residents"
            run = running.attempt(what, lambda each=each: each.measure(each.residents))  # type: ignore[misc]
            runs[each.name] += [run] if run else []
    bare = runs[contenders[1].name]
    return Table(
        f"Broadcast without limits, to {residents:,} residents",
        COLUMNS,
        [_row(each, runs[each.name], bare) for each in contenders],
        "Aim: at least 1,000 a second, durable, on one core. Looking the residents up is part of ours, at most 3,000 a "
        "second so that nothing else waits.",
    )


COLUMNS = ["residents", "residents/s", "of the bare aiogram loop", "a CPU second", "CPU ms each", "MiB at the end"]


def _row(contender: Contender, runs: list[Run], bare: list[Run]) -> Row:
    if not runs:
        return failed(contender.name, len(COLUMNS))
    ratio = [run.rate / other.rate for run, other in zip(runs, bare, strict=False)] or [0.0]
    return Row(contender.name, [
        f"{contender.residents:,}", spread([run.rate for run in runs], 0), spread(ratio, 2),
        spread([1000 / run.cpu for run in runs], 0), spread([run.cpu for run in runs], 2),
        spread([run.memory for run in runs], 0),
    ])  # fmt: skip


def _peer(folder: Path, residents: int, name: str, *more: str) -> Run:
    with running.telegram(folder) as telegram, _loop(folder, telegram, residents, name, *more) as loop:
        running.until("the loop's first message", lambda: telegram.state()["residents"])
        cpu = loop.cpu
        _last_message(telegram, residents)
        return _run(telegram.ask("residents"), loop.cpu - cpu, loop.rss)


def _loop(folder: Path, telegram: Telegram, residents: int, name: str, *more: str) -> AbstractContextManager[Process]:
    return running.a_peer(name, telegram.url, str(residents), *more, folder=folder)


def _ours(folder: Path, url: str, residents: int) -> Run:
    with (
        running.telegram(folder) as telegram,
        running.the_bot(telegram.url, url, folder, **running.NO_LIMITS) as bot,
    ):
        running.until("the first getUpdates", lambda: telegram.state()["polled_at"])
        cpu = bot.cpu
        town.publish(url, residents)
        _last_message(telegram, residents)
        time.sleep(0.5)  # the last marks
        return _run(telegram.ask("residents"), bot.cpu - cpu, bot.rss)


def _last_message(telegram: Telegram, residents: int) -> None:
    """300 a second, and a start: a machine on which it takes longer has no figure to give."""

    def written_to() -> int:
        return int(telegram.state()["residents"])

    within = 30 + residents / 300
    running.until("the last message", lambda: written_to() >= residents, within, so_far=written_to)


def _run(seen: dict[str, float], cpu: float, memory: float) -> Run:
    return Run(seen["count"] / (seen["last"] - seen["first"]), 1000 * cpu / seen["count"], memory)


def within_limits(folder: Path, where: town.Town, *, seconds: float) -> Table:
    """Telegram counts the messages that have arrived in any second, and answers 429 to one more."""
    columns = ["residents/s", "of the allowed rate", "429", "of a core", "CPU ms each"]
    rows = []
    for rate, paid in ((30, False), (1000, True)):
        for name, begin in (("python-telegram-bot with AIORateLimiter", _limited_peer), ("Qianshao", _limited_ours)):
            what = f"{name}, {rate:,} a second" + (" (paid)" if paid else "")
            found = running.attempt(what, lambda begin=begin, rate=rate: begin(folder, where, rate, seconds))  # type: ignore[misc]
            rows.append(Row(what, [
                f"{found[0]:.1f}", f"{found[0] / rate:.1%}", str(found[1]), f"{found[2]:.2f}",
                f"{1000 * found[2] / max(found[0], 0.1):.2f}",
            ]) if found else failed(what, len(columns)))  # fmt: skip
    return Table(
        f"Broadcast within Telegram's limits ({seconds:.0f} s each)",
        columns,
        rows,
        "Aim: at least 97 % of the allowed rate, no 429 of our own making. Real Telegram lies behind a network, which "
        "adds jitter.",
    )


Watched = tuple[float, int, float]


def _limited_ours(folder: Path, where: town.Town, rate: int, seconds: float) -> Watched:
    with running.telegram(folder) as telegram:
        telegram.ask("gate", free=30, paid=1000)
        url = where.copy(folder)
        with running.the_bot(telegram.url, url, folder) as bot:
            running.until("the first getUpdates", lambda: telegram.state()["polled_at"])
            town.publish(url, int(rate * (seconds + 3)), paid=rate > 30)
            return _watched(telegram, bot, seconds)


def _limited_peer(folder: Path, where: town.Town, rate: int, seconds: float) -> Watched:
    count = int(rate * (seconds + 3))
    with running.telegram(folder) as telegram:
        telegram.ask("gate", free=30, paid=1000)
        with _loop(folder, telegram, count, "telegram_bot_rate_limiter", str(rate)) as loop:
            return _watched(telegram, loop, seconds)


def _watched(telegram: Telegram, sender: Process, seconds: float) -> Watched:
    """Residents a second after the first one, how many were refused, and the share of a core."""
    running.until("the first message", lambda: telegram.state()["residents"])
    time.sleep(1.5)
    before, cpu = telegram.state(), sender.cpu
    time.sleep(seconds)
    after, cpu = telegram.state(), sender.cpu - cpu
    span = after["now"] - before["now"]
    refused = int(telegram.ask("seen")["refused"].get("429", 0))
    return (after["residents"] - before["residents"]) / span, refused, cpu / span
