"""What is typed after /log."""

from datetime import date

import pytest

from bot.rules.log_query import LogQuery, read_log_query

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "number", "day", "names"),
    [
        ("", None, None, ()),
        ("派潭-261123-01", "派潭-261123-01", None, ()),
        ("派潭261123-1", "派潭-261123-01", None, ()),
        ("261123-1", "-261123-01", None, ()),
        ("陈值班", None, None, ("陈值班",)),
        ("2026-11-22", None, date(2026, 11, 22), ()),
        ("11月22日 陈值班", None, date(2026, 11, 22), ("陈值班",)),
        ("12-30", None, date(2025, 12, 30), ()),
        ("昨天 陈 建国", None, date(2026, 11, 22), ("陈", "建国")),
        ("2026-13-45", None, None, ("2026-13-45",)),
        ("派潭261123-1 今天", "派潭-261123-01", TODAY, ()),
    ],
)
def test_a_number_a_day_and_people_in_any_order(
    typed: str, number: str | None, day: date | None, names: tuple[str, ...]
) -> None:
    assert read_log_query(typed, TODAY) == LogQuery(typed, number, day, names)


def test_what_is_typed_fits_a_button() -> None:
    assert len(read_log_query("陈" * 200 + ":::", TODAY).raw.encode()) <= 40
