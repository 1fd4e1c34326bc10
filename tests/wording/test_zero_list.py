"""The duty room's list of a zero report fits into one message, however many are missing, in every language."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files
from zoneinfo import ZoneInfo

import pytest

from bot.rules.zero_report import DayView, Village, VillageOfficer
from bot.wording.outgoing import Saying
from bot.wording.worded import TEXT_LIMIT
from bot.wording.zero_list import card

DUE = datetime(2026, 6, 10, 0, 0, tzinfo=UTC)
ZONE = ZoneInfo("Asia/Shanghai")
ROWS = list(csv.DictReader((files("bot.report_types") / "areas" / "zengcheng.csv").read_text("utf-8").splitlines()))
LONG_NAME = "<欧阳>" * 30


def village(number: int, code: str, names: tuple[str, str]) -> Village:
    """By turns: missing, without an officer, late."""
    officers = tuple(VillageOfficer(number, LONG_NAME, "+8613800000000", rank, rank == "A") for rank in ("A", "B"))
    if number % 3 == 1:
        return Village(code, names)
    late = DUE + timedelta(minutes=number) if number % 3 == 2 else None
    return Village(code, names, officers, "tap" if late else None, late)


def district(every: bool) -> DayView:
    """`every`: nobody at all has reported."""
    places = [(row["code"], (row["name_zh_hans"], row["name_zh_hant"]), row["kind"]) for row in ROWS]
    villages = [(code, names) for code, names, kind in places if kind not in ("city", "town")]
    found = [village(0 if every else number, code, names) for number, (code, names) in enumerate(villages)]
    towns = {code: names for code, names, kind in places if kind == "town"}
    return DayView(1, 1, "440118", ("增城区", "增城區"), date(2026, 6, 10), "08:00", DUE, tuple(found), towns)


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
@pytest.mark.parametrize("every", [True, False])
@pytest.mark.parametrize("area", ["440118", "440118105"])
def test_the_list_of_a_whole_district_fits_into_one_message(language: str, every: bool, area: str) -> None:
    worded = card(Saying(language, {"area": area}, district(every), DUE + timedelta(hours=1), ZONE))
    assert worded is not None
    assert len(worded.text) <= TEXT_LIMIT
    assert "<欧阳>" not in worded.text


def test_in_the_district_every_town_is_named_and_in_a_town_every_number() -> None:
    whole = card(Saying("zh-Hans", {"area": "440118"}, district(True), DUE, ZONE))
    assert whole is not None
    assert all(names[0] in whole.text for names in district(True).towns.values())
    assert "+86" not in whole.text
    part = card(Saying("zh-Hans", {"area": "440118105"}, district(False), DUE, ZONE))
    assert part is not None
    assert "+8613800000000" in part.text
