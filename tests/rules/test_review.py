"""复盘: asked on working days at a decent hour; its words are read as they are written."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.rules.review import Item, first_ask, next_ask, read_items, read_whole, remind_at, who_is

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=ZONE)  # a Tuesday


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    ("closed", "asked"),
    [
        ("2026-11-24 02:17", "2026-11-25 09:30"),
        ("2026-11-27 23:59", "2026-11-30 09:30"),  # Friday night: Monday
        ("2026-11-28 10:00", "2026-11-30 09:30"),  # Saturday: Monday
        ("2026-11-30 00:00", "2026-12-01 09:30"),  # Monday at midnight: Tuesday, across the month's end
    ],
)
def test_it_is_asked_for_on_the_next_working_day(closed: str, asked: str) -> None:
    assert first_ask(at(closed), "09:30", ZONE) == at(asked)


def test_asked_again_after_two_days_never_on_a_weekend() -> None:
    assert next_ask(at("2026-11-24 09:30"), 2, "09:30", ZONE) == at("2026-11-26 09:30")
    assert next_ask(at("2026-11-26 09:30"), 2, "09:30", ZONE) == at("2026-11-30 09:30")
    assert remind_at(date(2026, 12, 1), "09:30", ZONE) == at("2026-12-01 09:30")


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("李秀英 12月1日前 清排水沟", (Item("李秀英", date(2026, 12, 1), "清排水沟"),)),
        ("李秀英 12月1日前清排水沟", (Item("李秀英", date(2026, 12, 1), "清排水沟"),)),
        ("12月1日前 李秀英 清排水沟", (Item("李秀英", date(2026, 12, 1), "清排水沟"),)),
        ("陈建国：下周三前，换对讲机电池", (Item("陈建国", date(2026, 12, 2), "换对讲机电池"),)),
        ("李秀英 月底前 补沙袋", (Item("李秀英", date(2026, 11, 30), "补沙袋"),)),
        ("补沙袋", (Item("", None, "补沙袋"),)),
        ("李秀英 补沙袋", (Item("李秀英", None, "补沙袋"),)),
        (
            "1. 李秀英 12月1日前 清排水沟\n陈建国 明天前 通知各组",
            (Item("李秀英", date(2026, 12, 1), "清排水沟"), Item("陈建国", date(2026, 11, 25), "通知各组")),
        ),
        ("无", ()), ("没有。", ()), ("", ()),
    ],
)  # fmt: skip
def test_who_changes_what_by_when_is_a_line_each(text: str, items: tuple[Item, ...]) -> None:
    assert read_items(text, NOW) == items


def test_one_message_may_hold_all_three_parts() -> None:
    whole = read_whole("做得好的：转移快，没有落下一户\n要改的：对讲机没电\n谁在何时前改：陈建国 12月1日前 换电池")
    assert whole == {
        "good": "转移快，没有落下一户", "change": "对讲机没电", "items": "陈建国 12月1日前 换电池",
    }  # fmt: skip
    assert read_whole("做得好的：快。要改的：电池") == {"good": "快。", "change": "电池"}
    assert read_whole("转移很快，做得好") is None


def test_a_name_is_taken_for_somebody_only_if_it_is_one_person() -> None:
    assert who_is("李秀英", [(1, "李秀英"), (2, "陈建国")]) == 1
    assert who_is("李秀英", [(1, "李秀英"), (2, "李秀英")]) is None
    assert who_is("", [(1, "")]) is None
