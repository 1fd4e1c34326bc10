"""The sample city's rows as the rules take them, for tests."""

import csv
from functools import cache
from pathlib import Path

from bot.rules.places import Area, Places

ROWS = Path(__file__).parents[2] / "bot/report_types/areas/zengcheng.csv"


@cache
def zengcheng() -> Places:
    with ROWS.open(encoding="utf-8") as file:
        return Places([_area(row) for row in csv.DictReader(file)])


def _area(row: dict[str, str]) -> Area:
    lat, lon = (float(row[key]) if row[key] else None for key in ("lat", "lon"))
    return Area(row["code"], row["name_zh_hans"], row["name_zh_hant"], row["kind"], row["parent"], lat, lon)
