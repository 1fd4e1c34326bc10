"""From when a deadline counts, for whom it runs, and how often news is asked for."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.report_types import DataFault, load_categories, load_deadlines
from bot.rules.deadlines import Deadlines, Facts, Override, clocks_of
from bot.rules.follow_up import next_follow_up, next_nudge
from bot.rules.sensitive import sensitive_words

SENT = datetime(2026, 7, 14, 14, 30, tzinfo=UTC)  # 22:30 in Guangzhou
ZONE = ZoneInfo("Asia/Shanghai")
TABLE = load_deadlines()


def facts(category: str = "fire_building", priority: str = "P0", **more: object) -> Facts:
    base = Facts(load_categories()[category], priority, "440118105230", SENT, SENT - timedelta(minutes=10))
    return replace(base, **more)  # type: ignore[arg-type]


def minutes(of: Facts, table: Deadlines = TABLE) -> dict[str, tuple[str, int]]:
    """By name: what it counts from, and how many minutes after the officer's message it is over."""
    return {
        due.deadline.name: (due.basis, int((due.due_at - SENT).total_seconds()) // 60) for due in clocks_of(table, of)
    }


def test_a_town_phones_the_district_in_20_minutes_and_writes_within_the_hour() -> None:
    assert minutes(facts()) == {"town_phone": ("sent", 20), "town_written": ("sent", 60)}
    assert minutes(facts(priority="P2")) == {}


@pytest.mark.parametrize("more", [{"grade": "III"}, {"grade": "I"}, {"sensitive": True}])
def test_the_district_has_30_and_60_minutes_where_it_is_iii_or_graver_or_sensitive(more: dict[str, object]) -> None:
    found = minutes(facts(**more))
    assert (found["district_phone"], found["district_written"]) == (("sent", 30), ("sent", 60))
    assert "district_phone" not in minutes(facts(grade="IV"))


def test_order_493_counts_from_when_it_was_learned_of_and_only_for_work() -> None:
    found = minutes(facts("construction_accident", grade="IV"))
    assert found["unit_to_county"] == ("learned", 50)
    assert found["county_to_city"] == ("learned", 110)
    assert "unit_to_county" not in minutes(facts("fire_building", grade="IV"))
    assert "unit_to_county" not in minutes(facts("construction_accident"))


def test_a_disaster_counts_from_the_event_and_from_hearing_of_it_where_its_time_is_not_known() -> None:
    assert minutes(facts("geo_landslide"))["disaster_first"] == ("learned", 110)
    earlier = facts("geo_landslide", occurred_at=SENT - timedelta(hours=1))
    assert minutes(earlier)["disaster_first"] == ("occurred", 60)


def test_a_final_report_is_due_a_day_after_control() -> None:
    controlled = SENT + timedelta(hours=2)
    assert minutes(facts(controlled_at=controlled))["final"] == ("controlled", 26 * 60)


def test_a_tenants_own_limit_goes_before_and_the_closest_one_wins() -> None:
    overrides = (
        Override("town_phone", timedelta(minutes=15), area="440118105"),
        Override("town_phone", timedelta(minutes=10), category="fire_building"),
        Override("town_written", None, area="440118"),
    )
    table = replace(TABLE, overrides=overrides)
    assert minutes(facts(), table) == {"town_phone": ("sent", 10)}
    assert minutes(facts("traffic"), table) == {"town_phone": ("sent", 15)}
    assert minutes(facts("traffic", area="440118001001"), table) == {"town_phone": ("sent", 20)}


def test_words_that_make_a_case_sensitive() -> None:
    assert sensitive_words(["派潭中学门口", ""]) == ("school",)
    assert sensitive_words(["敬老院冒烟", "有记者在拍"]) == ("care_home", "media_attention")
    assert sensitive_words(["高滩村三队"]) == ()


def test_news_is_asked_for_every_half_hour_two_hours_or_day_but_not_at_night() -> None:
    follow_ups = TABLE.follow_ups
    assert next_follow_up(follow_ups, "P0", SENT, False, ZONE) == SENT + timedelta(minutes=30)
    assert next_follow_up(follow_ups, "P1", SENT, False, ZONE) == SENT + timedelta(hours=2)
    daily = next_follow_up(follow_ups, "P2", SENT, False, ZONE)  # 22:30 the next day is quiet
    assert daily is not None
    assert f"{daily.astimezone(ZONE):%d %H:%M}" == "16 08:00"
    assert next_follow_up(follow_ups, "P0", SENT, True, ZONE) is None


def test_the_officer_first_then_the_room_then_the_officer_again() -> None:
    assert next_nudge(TABLE.follow_ups, "P0", 1, SENT) == SENT + timedelta(minutes=15)
    assert next_nudge(TABLE.follow_ups, "P0", 2, SENT) == SENT + timedelta(minutes=15)
    assert next_nudge(TABLE.follow_ups, "P1", 2, SENT) == SENT + timedelta(minutes=105)


@pytest.mark.parametrize(("text", "fault"), [
    ('[deadline.x]\nnames = { zh-Hans = "一", zh-Hant = "一", en = "x" }\nowed_by = "village"', "owed_by"),
    ('[[override]]\ndeadline = "nowhere"\nminutes = 5', "deadline"),
    ('[follow_up]\nP0 = 0', "P0"),
    ('[follow_up]\nquiet = ["22:00", "8 Uhr"]', "quiet"),
    ('[follow_ups]\nP0 = 30', "follow_ups"),
])  # fmt: skip
def test_a_table_that_cannot_be_used_says_where(tmp_path: Path, text: str, fault: str) -> None:
    file = tmp_path / "own.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(DataFault, match=fault):
        load_deadlines(file)


def test_a_table_may_be_empty() -> None:
    assert load_deadlines(Path("tests/stories/no_deadlines.toml").absolute()) == Deadlines()
