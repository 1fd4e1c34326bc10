"""How long `python -m bot run` takes until it asks for updates: a fresh process, the database in place."""

from __future__ import annotations

import time
from pathlib import Path

from benchmarks import running, town
from benchmarks.report import Row, Table, spread


def measure(folder: Path, where: town.Town, *, rounds: int) -> Table:
    seconds, cpu, memory = [], [], []
    for _ in range(rounds):
        url = where.copy(folder)
        with running.telegram(folder) as telegram:
            began = time.monotonic()
            with running.the_bot(telegram.url, url, folder) as bot:
                polled_at = running.until("the first getUpdates", lambda: telegram.state()["polled_at"])
                cpu.append(bot.cpu)
                memory.append(bot.rss)
        seconds.append(polled_at - began)
    return Table(
        "Start-up: from the command to the first getUpdates",
        ["seconds", "CPU seconds", "resident MiB"],
        [Row("`python -m bot run`", [spread(seconds, 1), spread(cpu, 1), spread(memory, 0)])],
        "Most of it is the import of aiogram, whose models are built at every start.",
    )
