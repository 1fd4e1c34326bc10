"""What officers write, one behaviour a test; the breadth is in the corpus."""

import json
import re
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.reading.script import LONGEST, Line, fold
from bot.rules.reading.tables import table
from bot.rules.sentence import Context, read
from bot.understand import sample_places, understand, understand_lines, vocabulary

GAOTAN, NOW = "440118105230", datetime.fromisoformat("2026-06-10T15:00+08:00")


def told(*texts: str, sender: str = GAOTAN) -> dict[str, Any]:
    return understand(sender, "zh-Hans", [(NOW, text) for text in texts])[-1]


@pytest.mark.parametrize(
    "text", ["架车喺村口死火", "佢火气好大", "今日落雨落到死", "嗰个明星塌房了", "笑死我了", "电脑中毒"]
)
def test_frightening_idioms_report_nothing(text: str) -> None:
    assert told(text)["intent"] == "other"


def test_a_burst_pipe_is_no_explosion_and_a_boss_who_fled_is_no_missing_person() -> None:
    assert told("村头爆水管")["subtype"] == "utility_outage"
    fled = told("老板走佬，冇出粮")
    assert fled["subtype"] == "labor_wage_dispute"
    assert fled["casualties"]["missing"] is None


def test_what_was_not_said_is_null_and_never_zero() -> None:
    casualties = told("村口撞车")["casualties"]
    assert set(casualties.values()) == {None}


def test_nobody_hurt_says_that_nobody_died_either() -> None:
    assert told("村口撞车，冇人受伤")["casualties"]["dead"] == 0


def test_hearsay_of_a_death_is_kept_aside_and_asked_about() -> None:
    heard = told("听讲河边浸死咗人，未证实")
    assert heard["casualties"]["dead"] is None
    assert heard["unconfirmed"]["dead"] == {"min": 1, "max": None, "exact": False}
    assert heard["ask"]["key"] == "confirm_hearsay"


def test_a_village_that_two_towns_have_is_asked_about_and_holds_nothing_up() -> None:
    report = told("田心村起火", sender="440118")
    assert report["location"]["village"] is None
    assert set(report["location"]["candidates"]) == {"440118101213", "440118102240"}
    assert report["ask"]["key"] == "which_area"
    assert report["priority"] == "P0"


def test_an_impossible_date_is_asked_and_the_report_still_goes_out() -> None:
    report = told("2月30日下午车祸，两人受伤")
    assert (report["occurred_at"], report["problem"]) == (None, "impossible_date")
    assert report["ask"]["key"] == "occurred_at"
    assert "town_duty:440118105" in report["notify"]


def test_every_stated_field_shows_its_words() -> None:
    sources = told("刚才两点半，村口货车撞倒阿婆，阿婆重伤")["sources"]
    assert sources["occurred_at"] == "两点半"
    assert "撞" in sources["subtype"]
    assert "重伤" in sources["casualties.injured_serious"]


def test_traditional_characters_show_as_they_were_written() -> None:
    assert told("頭先兩個人受傷，村口撞車")["sources"]["casualties.injured"] == "兩個人受傷"


def test_a_correction_replaces_and_an_addition_adds() -> None:
    assert told("村口撞车，3人受伤", "更正：受伤的是2人，不是3人")["casualties"]["injured"] == 2
    assert told("村口撞车，3人受伤", "又有一人受伤")["casualties"]["injured"] == 4


def test_silence_in_a_follow_up_changes_nothing() -> None:
    later = told("厂房着火，三人被困", "消防已经到场")
    assert later["casualties"]["trapped"] == 3


def test_not_a_drill_overrides_the_drill() -> None:
    real = told("【演练】山体滑坡，两人被埋", "不是演练！真的塌方了，埋咗一个人！")
    assert (real["intent"], real["drill"], real["casualties"]["trapped"]) == ("incident_first", False, 1)
    assert "district_duty" in real["notify"]


def test_another_village_is_another_case() -> None:
    second = told("厂房着火，三人被困", "樟洞坑村水浸，两户入水")
    assert (second["intent"], second["subtype"]) == ("incident_first", "waterlogging")
    assert second["casualties"]["trapped"] is None


def test_a_social_event_has_no_grade() -> None:
    assert told("村民聚集堵路，打伤三人")["proposed_grade"] is None


def test_a_question_about_a_case_leaves_it_as_it_was() -> None:
    asked = told("水浸街，五户入水", "派咗人未？")
    assert (asked["intent"], asked["affected"]["households"], asked["notify"]) == ("question", 5, [])


def test_two_children_at_the_river_are_followed_through_the_afternoon() -> None:
    river = [
        "有细路喺河边唔见咗，对鞋仲喺岸边",
        "两个，一个9岁一个11岁",
        "捞到一个，冇呼吸，120喺度急救",
        "医院话救唔返，另一个仲搵紧",
    ]
    first, both, found, lost = (told(*river[: count + 1]) for count in range(4))
    assert (first["subtype"], first["priority"], first["casualties"]["missing"]) == (
        "drowning",
        "P0",
        {"min": 1, "max": None, "exact": False},
    )
    assert both["casualties"]["missing"] == 2
    assert (found["casualties"]["missing"], found["casualties"]["rescued"]) == (1, 1)
    assert (lost["casualties"]["missing"], lost["casualties"]["dead"]) == (1, 1)


def test_all_five_dug_out_leaves_nobody_trapped() -> None:
    house = ["我地村危房冧咗，入面住住一家五口，已经挖出三个，两个仲埋住", "五个全部救出，三个轻伤，一个重伤，一个冇事"]
    assert told(house[0])["casualties"]["trapped"] == 2
    out = told(*house)["casualties"]
    assert (out["trapped"], out["rescued"], out["injured"], out["injured_serious"]) == (0, 5, 4, 1)


def test_workers_who_plan_to_gather_stay_an_early_sign_when_they_come() -> None:
    sign = told("鞋厂三个月冇出粮，听日朝早八点半约一百二十个工人话要去镇政府门口拉横额")
    assert (sign["intent"], sign["subtype"], sign["priority"]) == ("early_sign", "labor_wage_dispute", "P1")
    assert (sign["planned_action"]["at"], sign["planned_action"]["place"]) == ("2026-06-11T08:30", "镇政府门口")
    assert sign["proposed_grade"] is None


@pytest.mark.parametrize("cry", ["救命", "SOS", "🔥🔥🔥快来", "火", "fire! people trapped"])
def test_a_cry_for_help_is_never_talk(cry: str) -> None:
    report = told(cry)
    assert (report["intent"], report["priority"]) == ("incident_first", "P0")
    assert "district_duty" in report["notify"]


def test_conversations_come_as_lines_and_a_broken_one_stops_nothing() -> None:
    message = {"sent_at": "2026-06-10T15:00:00+08:00", "text": "起火"}
    good = json.dumps({"sender_area": GAOTAN, "lang": "zh-Hans", "messages": [message]})
    first, broken, last = understand_lines([good, "{", good])
    assert '"fire_building"' in first
    assert '"error"' in broken
    assert last == first


def test_word_tables_are_written_in_the_script_they_are_compared_in() -> None:
    for name in ("words", "categories", "hazards", "intent", "people", "traits"):
        text = re.sub(r"\\.", "", repr(table(name)))
        unfolded = {char for char in text if fold(char) != char and ord(char) > 127}
        assert unfolded <= {"，"}, name


ODD = st.text(max_size=200) | st.text(
    alphabet="一两三十几死伤困个人户点半昨晚裂缝水火,。 \u200b\u202e【】0123", max_size=120
)


@settings(max_examples=80, deadline=None)
@given(ODD)
def test_no_text_at_all_breaks_the_reading(text: str) -> None:
    """Whatever is sent, a reading comes back, its words stand in the text, and no figure is upside down."""
    line = Line.of(text)
    reading = read(text, vocabulary(), sample_places(), Context(GAOTAN), NOW)
    assert all(0 <= start <= end <= len(line.raw) for start, end in reading.spans.values())
    assert all(words in line.raw for words in reading.sources.values())
    for figure in [*reading.people.values(), *reading.affected.values(), *reading.houses.values()]:
        assert figure.min is None or figure.min >= 0
        assert figure.min is None or figure.max is None or figure.min <= figure.max
    assert reading.time is None or reading.time.at is None or reading.time.at <= NOW


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "\u202e\u200b\u2066",
        "😀" * 4096,
        "𨋢" * 4096,
        "0" * 10_000,
        "死" * 10_000,
        "【演练】" * 1000,
        "%s{0}\\",
    ],
)
def test_odd_texts_are_read_without_inventing_anything(text: str) -> None:
    report = told(text)
    assert set(report["casualties"].values()) == {None}
    assert (report["subtype"], report["notify"]) == (None, [])


@pytest.mark.parametrize("unit", ["两人受伤，", "转移到", "【演练】", " ", "𨋢", "😀", "23.45,"])
def test_of_a_very_long_text_the_beginning_is_read(unit: str) -> None:
    """What a text costs is bounded by its first 2,000 characters; benchmarks/reading.py says how much that is."""
    said = "村口撞车，3人受伤。"
    report = told(said + unit * 4096)
    assert (report["subtype"], report["location"]["detail"]) == ("traffic", "村口")
    assert len(Line.of(said + unit * 4096).raw) <= LONGEST


def test_english_figures_show_the_words_they_came_from() -> None:
    stated = told("landslide, two factory workers are seriously injured, nobody missing")
    assert stated["casualties"]["injured_serious"] == 2
    assert stated["casualties"]["missing"] == 0
    words = stated["sources"]["casualties.injured_serious"]
    assert words == "two factory workers are seriously injured"
