"""Duty tables as offices keep them, the calendar file, and the taps of /roster."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.calendar_file import OCTETS, Entry, calendar
from bot.rules.calendar_look import next_at, next_monthly, next_weekly
from bot.rules.roster_edit import STEPS, Edit, Offered, back, begin, tapped
from bot.rules.roster_import import Around, read, rows_of_text

ZONE = ZoneInfo("Asia/Shanghai")
STAFF = {
    1: ("陈建国", "+8613800000003"),
    2: ("刘 芳", None),
    3: ("王伟", "+8613800000001"),
    4: ("王伟", "+8613800000002"),
}
AROUND = Around(STAFF, time(8, 30), time(20, 30), date(2026, 12, 30), ZONE)


def shifts(text: str):
    good, bad = read(*rows_of_text(text), AROUND)
    local = [(each.seat, f"{each.starts_at:%m-%d %H:%M}", f"{each.ends_at:%m-%d %H:%M}", each.person) for each in good]
    return local, [(fault.line, fault.what) for fault in bad]


def test_an_offices_table_is_read_as_it_is_kept():
    good, bad = shifts(
        "日期\t班次\t带班领导\t主班\n12月31日\t夜班\t13800000002\t陈建国\n2027/1/1\t\t\t刘芳\n1-2\t白班\t\t陈建国"
    )
    assert bad == []
    assert good == [
        ("leader", "12-31 20:30", "01-01 08:30", 4),
        ("main", "12-31 20:30", "01-01 08:30", 1),
        ("main", "01-01 08:30", "01-02 08:30", 2),
        ("main", "01-02 08:30", "01-02 20:30", 1),
    ]  # fmt: skip


def test_hours_that_are_written_count_also_across_midnight_and_as_a_spreadsheet_has_them():
    good, bad = shifts("date,from,to,main\n2026-12-31T00:00:00,18:00,06:00,陈建国\n2026-12-31,8点,12:30:00,刘芳")
    assert bad == []
    assert [(since, until) for _, since, until, _ in good] == [
        ("12-31 18:00", "01-01 06:00"), ("12-31 08:00", "12-31 12:30"),
    ]  # fmt: skip


def test_every_faulty_cell_is_named_and_the_others_are_taken():
    good, bad = shifts(
        "日期,班次,主班\n,,陈建国\n2026-02-30,,陈建国\n12-31,中班,陈建国\n12-31,,李四\n12-31,,王伟\n12-31,,刘芳"
    )
    assert [each[3] for each in good] == [2]
    assert bad == [(2, "no_date"), (3, "bad_date"), (4, "bad_time"), (5, "nobody"), (6, "several")]
    assert shifts("姓名,电话\n陈建国,1")[1] == [(1, "no_columns")]
    assert shifts("") == ([], [(1, "no_columns")])


@given(st.text(max_size=200))
def test_whatever_is_pasted_every_line_is_taken_or_named_as_faulty(text):
    rows = rows_of_text(f"日期,主班\n{text}")[1]
    good, bad = shifts(f"日期,主班\n{text}")
    with_a_duty = [row for row in rows if row.cells.get("日期") is not None]
    assert {line for line, _ in bad} <= {row.line for row in rows}
    assert len(good) + len(bad) <= len(with_a_duty)


NIGHT = Entry("440118105-main-1@qianshao", datetime(2026, 5, 12, 20, 30, tzinfo=ZONE),
              datetime(2026, 5, 13, 8, 30, tzinfo=ZONE), "派潭镇 主班; 陈建国, 刘芳\n一直到 \\ 天亮" * 4)  # fmt: skip


def test_a_calendar_file_has_utc_times_escaped_words_and_folded_lines():
    file = calendar([NIGHT], "派潭镇 值班", datetime(2026, 5, 1, tzinfo=UTC))
    lines = file.decode().split("\r\n")
    assert (lines[0], lines[-2], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR", "")
    assert all(len(line.encode()) <= OCTETS for line in lines)
    whole = file.decode().replace("\r\n ", "")
    assert "DTSTART:20260512T123000Z\r\nDTEND:20260513T003000Z" in whole
    assert "SUMMARY:派潭镇 主班\\; 陈建国\\, 刘芳\\n一直到 \\\\ 天亮" in whole
    assert "\n" not in whole.replace("\r\n", "")


def test_daily_weekly_and_monthly_looks_are_always_still_to_come():
    now = datetime(2026, 2, 28, 9, 0, tzinfo=ZONE)
    assert next_at(now, time(9)) == now + timedelta(days=1)
    assert next_weekly(now, "mon 09:00") == datetime(2026, 3, 2, 9, tzinfo=ZONE)
    assert next_monthly(now, "15 03:00") == datetime(2026, 3, 15, 3, tzinfo=ZONE)
    assert next_weekly(now, "") is next_monthly(now, "") is None
    with pytest.raises(ValueError, match="mon"):
        next_weekly(now, "monday")


FIRST, SECOND, THIRD = (f"2026-05-{day}T00:30:00+00:00" for day in (12, 13, 14))
OFFERED = Offered((1, 2), (("main", FIRST, SECOND),), ((SECOND, THIRD, 2),), (7,), date(2026, 5, 12))


def taken(what: str, *taps: str) -> Edit | None:
    edit = begin("440118105", what)
    for tap in taps:
        edit = tapped(edit, tap, OFFERED) if edit is not None else None
    return edit


def test_a_rotation_a_replacement_and_a_swap_are_a_few_taps():
    rotation = taken("rotation", "main", "daily", "2", "1", "2", "2", "done", "2026-05-12")
    assert (rotation.step, rotation.people) == ("summary", (1, 2))
    assert taken("override", "main", "0", "2").step == "summary"
    assert taken("swap", "0", "s0").theirs == OFFERED.others[0][:2]
    assert taken("swap", "0", "p2").theirs is None
    assert taken("end", "7").step == "summary"
    assert taken("rotation", "main", "daily", "done") is None
    assert taken("override", "main", "9") is taken("end", "8") is taken("swap", "0", "p9") is begin("1", "what") is None


@given(
    st.sampled_from(sorted(STEPS)),
    st.lists(st.sampled_from(["main", "daily", "1", "2", "0", "7", "s0", "p1", "done", "x"])),
)
def test_whatever_is_tapped_an_edit_can_be_stored_and_taken_back_to_its_beginning(what, taps):
    edit = begin("440118105", what)
    for tap in taps:
        edit = tapped(edit, tap, OFFERED) or edit
        assert Edit.from_json(edit.to_json()) == edit
    for _ in range(8):
        edit = back(edit) or edit
    assert edit.step == STEPS[what][0]
