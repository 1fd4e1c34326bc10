"""How long a sentence takes to be read: the corpus as people write, and the most that a text can cost.

`make bench ARGS="--only reading"`. The aim is under 5 ms a message (issue 3).
"""

from __future__ import annotations

import time
from datetime import datetime

from benchmarks.report import Row, Table, percentile, spread
from bot.rules.reading.script import LONGEST
from bot.rules.sentence import Context, read
from bot.understand import sample_places, vocabulary

NOW = datetime.fromisoformat("2026-06-10T15:00+08:00")
SENDER = Context("440118105230")
USUAL = (
    "村口撞车，冇人受伤",
    "着火啦着火啦!!!快点 东华三街那栋出租屋 楼下电动车烧起来 楼上有人出不来 快快快",
    "我村社下社何水生家屋后面那个切坡，今天巡查看到有条裂缝，大概8米长，昨天一指宽，现在快三指宽了，坡脚流出来的水都浑了",
    "续报：医院话其中一个没救到，另外面包车上还有两个也送院，一死三伤，其中重伤一人",
    "琴晚十二點搭四開始水浸，而家浸到半個人高，附近三十幾戶入水",
    "多谢晒，收到",
    "派咗架艇過嚟未呀",
)
WORST = ("转移到", "送医院", "三点", "两人受伤，", "【演练】", "一", "3-", "23.45,", "😀", " ")


def measure(*, rounds: int) -> Table:
    """Milliseconds of this process's CPU for one `read`."""
    _milliseconds(USUAL[0])  # the tables are read once, at start
    usual = sorted(_milliseconds(text) for _ in range(rounds) for text in USUAL)
    worst = {unit: min(_milliseconds((unit * 4096)[:4096]) for _ in range(2)) for unit in WORST}
    return Table(
        "Reading a sentence",
        ["CPU ms"],
        [
            Row("a message, median (least–most)", [spread(usual, 2)]),
            Row("99 % of messages take at most", [f"{percentile(usual, 0.99):.2f}"]),
            Row("4,096 characters made to be slow, the slowest of ten", [f"{max(worst.values()):.0f}"]),
        ],
        f"Aim: under 5 ms a message. Of a longer text the first {LONGEST:,} characters are read, so none costs more.",
    )


def _milliseconds(text: str) -> float:
    began = time.process_time()
    read(text, vocabulary(), sample_places(), SENDER, NOW)
    return 1000 * (time.process_time() - began)
