"""Complete three-tap emergency reports a second: 200 officers at once, each as fast as the bot answers.

A report is three updates and eight calls: the menu; twice the tap answered and the message edited; two cards; the
receipt. Six of them are messages sent or edited. An officer here sends the same thing again and again, which no night
does: the question whether two reports are one (疑似重复) is asked of reports within a moment only, so that no card is
shown anew for it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks import running, town
from benchmarks.report import Row, Table, failed, median_of, spread
from benchmarks.running import Process, Telegram

CATEGORY, YES = 0, 0  # the first category of the menu, and 有: a P0, whose card goes to the town and the district
OFFICERS = 200
MESSAGES = 6  # sent or edited a report
OURS = running.NO_LIMITS | {"DUPLICATE_HOURS": "0.00001"}
COLUMNS = ["reports/s", "of the ceiling", "CPU ms a report", "of the ceiling's CPU", "database's CPU ms"]


@dataclass(frozen=True)
class Contender:
    """`start` runs the bot against an address; `database` is the process whose CPU time is the database's."""

    name: str
    start: Callable[[str, Path], AbstractContextManager[Process]]
    database: int | None = None


@dataclass(frozen=True)
class Run:
    """`cpu` and `database_cpu` are milliseconds a report."""

    rate: float
    cpu: float
    database_cpu: float


def measure(folder: Path, where: town.Town, postgres: town.Postgres | None, *, rounds: int, seconds: float) -> Table:
    """Rounds of all contenders in turn; ratios are taken within a round, so that a busy moment cancels out."""
    contenders = _contenders(where, postgres)
    runs: dict[str, list[Run]] = {contender.name: [] for contender in contenders}
    for number in range(rounds):
        for contender in contenders:
            what = f"round {number + 1} of {rounds}: {contender.name}"
            run = running.attempt(what, lambda each=contender: _one(each, where, folder, seconds))  # type: ignore[misc]
            runs[contender.name] += [run] if run else []
    ceiling = runs[contenders[0].name]
    return Table(
        f"Intake: complete 3-tap reports a second, {OFFICERS} officers at once", COLUMNS,
        [_row(name, found, ceiling) if found else failed(name, len(COLUMNS)) for name, found in runs.items()],
        "Aim: at least 0.50 of the ceiling on SQLite (synchronous=FULL), ahead of python-telegram-bot. On a busy "
        "machine the ratio of CPU time says more than the rates.",
    )  # fmt: skip


def _row(name: str, found: list[Run], ceiling: list[Run]) -> Row:
    pairs = list(zip(found, ceiling, strict=False))
    return Row(name, [
        spread([run.rate for run in found], 0), spread([run.rate / top.rate for run, top in pairs] or [0.0], 2),
        median_of([run.cpu for run in found], 1), spread([top.cpu / run.cpu for run, top in pairs] or [0.0], 2),
        median_of([run.database_cpu for run in found], 1) if found[0].database_cpu else "–",
    ])  # fmt: skip


def _contenders(where: town.Town, postgres: town.Postgres | None) -> list[Contender]:
    def ours(database_url: Callable[[Path], str]) -> Callable[[str, Path], AbstractContextManager[Process]]:
        return lambda url, folder: running.the_bot(url, database_url(folder), folder, **OURS)

    @contextmanager
    def with_pickle(url: str, folder: Path) -> Iterator[Process]:
        with running.a_peer("telegram_bot_pickle", url, str(folder / "state.pickle"), folder=folder) as process:
            yield process

    def in_memory(url: str, folder: Path) -> AbstractContextManager[Process]:
        return running.a_peer("aiogram_memory", url, folder=folder)

    found = [
        Contender("bare aiogram, MemoryStorage (the ceiling)", in_memory),
        Contender("Qianshao, SQLite", ours(where.copy)),
    ]  # fmt: skip
    if postgres is not None:
        found.append(Contender("Qianshao, PostgreSQL", ours(lambda _: postgres.copy()), postgres.pid))
    return [*found, Contender("python-telegram-bot, PicklePersistence", with_pickle)]


def _one(contender: Contender, where: town.Town, folder: Path, seconds: float) -> Run:
    with running.telegram(folder) as telegram, contender.start(telegram.url, folder) as bot:
        running.until(f"the first getUpdates of {contender.name}", lambda: telegram.state()["polled_at"])
        telegram.ask("crowd", officers=where.officers[:OFFICERS], buttons=[CATEGORY, YES])
        running.until(f"the first reports of {contender.name}", lambda: telegram.state()["reports"] > OFFICERS // 2)
        time.sleep(1.0)
        return _window(telegram, bot, contender.database, seconds)


def _window(telegram: Telegram, bot: Process, database: int | None, seconds: float) -> Run:
    """A report counts as its messages arrive: what an outbox owes is not done."""

    def database_cpu() -> float:
        return running.cpu_of_family(database) if database else 0.0

    before, cpu, of_database = telegram.state(), bot.cpu, database_cpu()
    time.sleep(seconds)
    after, cpu, of_database = telegram.state(), bot.cpu - cpu, database_cpu() - of_database
    reports = (after["sends"] - before["sends"]) / MESSAGES
    telegram.ask("quiet")
    running.until("the end of all reports", lambda: not telegram.state()["stuck"], within=60)
    time.sleep(0.5)
    end = telegram.state()
    if end["sends"] != end["reports"] * MESSAGES:
        raise RuntimeError(f"{end['reports']} reports made {end['sends']} messages instead of {MESSAGES} each")
    return Run(reports / (after["now"] - before["now"]), 1000 * cpu / reports, 1000 * of_database / reports)
