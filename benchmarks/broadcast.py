"""Residents a second: as fast as one can, and as fast as Telegram allows.

Without limits against a bare send loop; with limits against the practice Telegram, which answers 429 as the real one.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks import running, town
from benchmarks.report import Row, Table, spread

ALLOWED = 30
BOT = "qianshao_bot"


@dataclass(frozen=True)
class Run:
    """`cpu` is seconds a thousand residents; `memory` MiB at the end."""

    rate: float
    cpu: float
    memory: float


def measure(folder: Path, where: town.Town, *, residents: int, rounds: int) -> Table:
    ours, bare = [], []
    for _ in range(rounds):
        bare.append(_bare(folder, residents))
        ours.append(_ours(folder, where, residents))
    rows = [
        _row("bare aiogram loop, 256 in flight", bare, bare),
        _row("Qianshao, through the outbox on SQLite", ours, bare),
    ]
    return Table(
        f"Broadcast to {residents:,} residents without limits",
        ["residents/s", "of the bare loop", "a CPU second", "resident MiB at the end"],
        rows,
        "Aim: at least 1,000 a second on one core. Every message is a row that is claimed, sent and marked.",
    )


def _row(name: str, runs: list[Run], bare: list[Run]) -> Row:
    ratio = [run.rate / other.rate for run, other in zip(runs, bare, strict=True)]
    return Row(name, [
        spread([run.rate for run in runs], 0), spread(ratio, 2), spread([1000 / run.cpu for run in runs], 0),
        spread([run.memory for run in runs], 0),
    ])  # fmt: skip


def _bare(folder: Path, residents: int) -> Run:
    with (
        running.telegram(folder) as telegram,
        running.a_peer("aiogram_broadcast", telegram.url, str(residents), folder=folder) as loop,
    ):
        running.until("the loop's first message", lambda: telegram.state()["residents"])
        cpu = loop.cpu
        loop.first_line()
        return _run(telegram.ask("residents"), loop.cpu - cpu, loop.rss)


def _ours(folder: Path, where: town.Town, residents: int) -> Run:
    url = where.copy(folder)
    with (
        running.telegram(folder) as telegram,
        running.the_bot(telegram.url, url, folder, **running.NO_LIMITS) as bot,
    ):
        running.until("the first getUpdates", lambda: telegram.state()["polled_at"])
        cpu = bot.cpu
        town.broadcast(url, town.residents(residents))
        running.until("the last message", lambda: telegram.state()["residents"] >= residents, within=300)
        time.sleep(0.5)  # the last marks
        return _run(telegram.ask("residents"), bot.cpu - cpu, bot.rss)


def _run(seen: dict[str, float], cpu: float, memory: float) -> Run:
    return Run(seen["count"] / (seen["last"] - seen["first"]), 1000 * cpu / seen["count"], memory)


def within_limits(folder: Path, where: town.Town, *, seconds: float) -> Table:
    """The practice Telegram counts as the real one: a sliding second for the bot."""
    url = where.copy(folder)
    practice = running.Process("-m", "practice", log=folder / "practice.log")
    try:
        api = practice.first_line()
        running.ask(f"{api}/practice/bots", {"token": running.TOKEN, "username": BOT})
        crowd = {"count": int(ALLOWED * (seconds + 10)), "bot": BOT, "told": False}
        chats: list[int] = running.ask(f"{api}/practice/people/many", crowd)["ids"]
        with running.the_bot(api, url, folder):
            running.until("the first getUpdates", lambda: _sends(api, "getUpdates"))
            town.broadcast(url, chats)
            running.until("the first second of the broadcast", lambda: len(_sends(api)) > ALLOWED)
            time.sleep(seconds)
            calls = _sends(api)
    finally:
        practice.stop()
    times = sorted(call["at"] for call in calls if call["ok"])[ALLOWED:]
    rate = (len(times) - 1) / (times[-1] - times[0])
    refused = sum(call.get("error_code") == 429 for call in calls)
    return Table(
        f"Broadcast within Telegram's limits ({ALLOWED} a second, {seconds:.0f} s, the practice Telegram)",
        ["residents/s", "of the allowed rate", "429"],
        [Row("Qianshao", [f"{rate:.2f}", f"{rate / ALLOWED:.1%}", str(refused)])],
        "Aim: at least 97 % of the allowed rate, no 429. Real Telegram lies behind a network, which adds jitter.",
    )


def _sends(api: str, method: str = "sendMessage") -> list[dict[str, float]]:
    calls: list[dict[str, float]] = running.ask(f"{api}/practice/calls?method={method}")["calls"]
    return [call for call in calls if str(call["method"]).lower() == method.lower()]
