"""The figures as one table each, on the screen and in `benchmarks/latest.md`."""

from __future__ import annotations

import os
import platform
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

LATEST = Path(__file__).parent / "latest.md"


@dataclass(frozen=True)
class Row:
    name: str
    cells: list[str]


@dataclass(frozen=True)
class Table:
    """`note` says what the aim is, and how it was measured where that is not plain."""

    title: str
    columns: list[str]
    rows: list[Row]
    note: str

    def markdown(self) -> str:
        head = f"| | {' | '.join(self.columns)} |\n|---|{'---|' * len(self.columns)}"
        body = "\n".join(f"| {row.name} | {' | '.join(row.cells)} |" for row in self.rows)
        return f"### {self.title}\n\n{head}\n{body}\n\n{self.note}\n"


def failed(name: str, columns: int) -> Row:
    """The row of a contender that did not come to its end."""
    return Row(name, ["failed", *["–"] * (columns - 1)])


def spread(values: Sequence[float], digits: int) -> str:
    """Median (least–most)."""
    middle = f"{statistics.median(values):,.{digits}f}"
    return middle if len(values) < 2 else f"{middle} ({min(values):,.{digits}f}–{max(values):,.{digits}f})"


def median_of(values: Sequence[float], digits: int) -> str:
    return f"{statistics.median(values):,.{digits}f}"


def percentile(values: Sequence[float], share: float) -> float:
    """The least value that `share` of all do not exceed."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def write(tables: Sequence[Table], *, quick: bool) -> None:
    """Written after each part, so that what was taken stays."""
    load = " ".join(f"{value:.1f}" for value in os.getloadavg())
    heading = (
        f"# Figures of {datetime.now(UTC):%Y-%m-%d %H:%M} UTC\n\n"
        f"`make bench{' ARGS=--quick' if quick else ''}` · {platform.system()}, {os.cpu_count()} CPUs, "
        f"{_processor()} · Python {platform.python_version()} · load average at the end {load}\n\n"
        "Real HTTP on loopback without TLS; each server and bot a process of its own. Medians of interleaved runs "
        "(least–most); ratios are taken within a round.\n\n"
    )
    LATEST.write_text(heading + "\n".join(table.markdown() for table in tables), "utf-8")


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or "processor unknown")
