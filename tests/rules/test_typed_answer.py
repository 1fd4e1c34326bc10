"""Officers type where a button would do, and the other way round; each hears what was wrong and what is right."""

import csv
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.report_types import load_categories, load_forms
from bot.rules.answer_check import check
from bot.rules.category_search import search_categories
from bot.rules.places import Area, Places
from bot.rules.question import Fault, Question
from bot.rules.typed_answer import Choices, Reading, value_from_tap, value_from_text

CATEGORIES, FORMS = load_categories(), load_forms()
SENT = datetime(2026, 11, 23, 10, 30, tzinfo=timezone(timedelta(hours=8)))
GAOTAN = "440118105230"


def _areas() -> list[Area]:
    with Path("bot/report_types/areas/zengcheng.csv").open(encoding="utf-8") as rows:
        return [
            Area(row["code"], row["name_zh_hans"], row["name_zh_hant"], row["kind"], row["parent"])
            for row in csv.DictReader(rows)
        ]


PLACES = Places(_areas())


def question(form: str, key: str) -> Question:
    found = FORMS[form].question(key)
    assert found is not None
    return found


def read(form: str, key: str, text: str, sender: str | None = GAOTAN, **answers: Any) -> Reading:
    return value_from_text(question(form, key), text, SENT, PLACES, sender, CATEGORIES, answers=answers)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", {"min": 3, "max": 3, "exact": True}),
        ("两三个", {"min": 2, "max": 3, "exact": False}),
        ("无", {"min": 0, "max": 0, "exact": True}),
        ("冇", {"min": 0, "max": 0, "exact": True}),
        ("不清楚", {"unknown": True}),
        ("唔清楚", {"unknown": True}),
    ],
)
def test_a_number_as_people_write_it(text: str, value: Any) -> None:
    assert read("incident", "dead", text) == value


def test_a_number_that_is_none_is_shown_back_with_a_right_example() -> None:
    assert read("incident", "dead", "好惨呀") == Fault("fault-count-not-understood", {"text": "好惨呀", "example": "3"})
    assert read("incident", "dead", "99999999") == Fault("fault-count-too-large", {"max": 1_000_000})


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("3个人", 3, 3),
        ("三名", 3, 3),
        ("大约十几人", 11, 19),
        ("至少2个", 2, None),
        ("2-3", 2, 3),
        ("3到5个", 3, 5),
        ("死了两个", 2, 2),
        ("两个老人", 2, 2),
        ("有三个人被困", 3, 3),
        ("廿几", 21, 29),
        ("一共4人", 4, 4),
        ("没有人受伤", 0, 0),
        ("暂无伤亡", 0, 0),
        ("冇人死亡", 0, 0),
        ("無人被困", 0, 0),
        ("兩個", 2, 2),
        ("5 people", 5, 5),
        ("none", 0, 0),
    ],
)
def test_a_count_may_be_said_in_many_ways(text: str, low: int, high: int | None) -> None:
    said = read("incident", "dead", text)
    assert isinstance(said, dict), said
    assert (said["min"], said["max"]) == (low, high)


@pytest.mark.parametrize("text", ["还不清楚", "暂时不知道", "唔知", "？", "unknown", "未核实"])
def test_nobody_knows_is_never_a_number(text: str) -> None:
    assert read("incident", "dead", text) == {"unknown": True}


@pytest.mark.parametrize(
    "text",
    [
        "后山塌了一半，路断了",
        "有三户人家在下面",
        "119已经到了",
        "打了120",
        "已打110、119",
        "一台车压住了",
        "一棵树倒了",
        "三间屋塌了",
        "一条路断了",
        "两头牛死了",
        "一楼入水",
        "二队过来了",
        "第三组到了",
        "水深一米五",
        "50亩田浸了",
        "一直在下雨",
        "一起过去看",
        "一定要快",
        "十字路口那边",
        "派潭-261123-01",
        "两只狗",
        "再派5个人来",
        "需要20个民兵",
        "13800000101",
        "三社那边",
        "一号坝",
        "两个老人没出来",
        "没有路可以走",
        "冇得行",
        "无线电断了",
        "不知道怎么办",
        "三楼",
        "两公里外",
        "105国道",
        "119",
    ],
)
@pytest.mark.parametrize("key", ["dead", "missing", "trapped"])
def test_a_sentence_with_a_number_in_it_is_no_count_of_people(key: str, text: str) -> None:
    said = read("incident", key, text)
    assert isinstance(said, Fault), (text, said)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("明天", "fault-time-future"),
        ("14:30", "fault-time-future"),
        ("2月30日", "fault-time-impossible"),
        ("25点", "fault-time-impossible"),
        ("饮紧茶", "fault-time-not-understood"),
        ("今早" + "讲古仔" * 30, "fault-time-not-understood"),
    ],
)
def test_a_time_that_cannot_be_is_asked_again_with_one_that_can(text: str, fault: str) -> None:
    said = read("incident", "time", text)
    assert isinstance(said, Fault)
    assert (said.key, said.values["example"]) == (fault, "09:30")
    assert isinstance(read("incident", "time", str(said.values["example"])), dict)


def test_a_time_keeps_the_officers_words() -> None:
    said = read("incident", "time", "今日九点三个字")
    assert isinstance(said, dict)
    assert (said["at"], said["raw"]) == ("2026-11-23T09:15:00+08:00", "今日九点三个字")


def test_a_time_nobody_knows_is_an_answer() -> None:
    assert read("incident", "time", "不清楚") == {"at": None, "precision": None, "raw": "不清楚"}
    assert read("incident", "time", "unknown") == {"at": None, "precision": None, "raw": "unknown"}


@pytest.mark.parametrize(
    ("token", "at"),
    [
        ("just_now", "2026-11-23T10:30:00+08:00"),
        ("half_an_hour_ago", "2026-11-23T10:00:00+08:00"),
        ("an_hour_ago", "2026-11-23T09:30:00+08:00"),
        ("this_morning", "2026-11-23T06:00:00+08:00"),
        ("unknown", None),
    ],
)
def test_the_four_buttons_of_time(token: str, at: str | None) -> None:
    value = value_from_tap(question("incident", "time"), token, SENT, GAOTAN)
    assert isinstance(value, dict)
    assert value["at"] == at


def test_this_morning_tapped_at_three_in_the_night_is_tonight() -> None:
    value = value_from_tap(question("incident", "time"), "this_morning", SENT.replace(hour=3), GAOTAN)
    assert isinstance(value, dict)
    assert (value["at"], value["until"]) == ("2026-11-23T00:00:00+08:00", "2026-11-23T03:30:00+08:00")


@pytest.mark.parametrize(
    ("form", "key", "token", "value"),
    [
        ("incident", "category", "traffic", {"slug": "traffic"}),
        ("incident", "dead", "0", {"min": 0, "max": 0, "exact": True}),
        ("incident", "dead", "unknown", {"unknown": True}),
        ("incident", "place", "own_village", {"kind": "own_village", "area": GAOTAN}),
        ("emergency", "harm", "yes", "yes"),
        ("hazard", "level", "major_imminent", "major_imminent"),
        ("incident", "dead", "-1", Fault("fault-choice-unknown")),
        ("incident", "time", "tomorrow", Fault("fault-choice-unknown")),
        ("incident", "what_happened", "x", Fault("fault-choice-unknown")),
    ],
)
def test_a_button_gives_its_value_and_a_forged_one_nothing(form: str, key: str, token: str, value: Any) -> None:
    assert value_from_tap(question(form, key), token, SENT, GAOTAN) == value


def codes(reading: Reading) -> list[Any]:
    assert isinstance(reading, Choices), reading
    return [option.value.get("area") for option in reading.options if isinstance(option.value, dict)]


def test_a_village_of_one_name_is_the_village() -> None:
    assert read("incident", "place", "高灘村") == {"kind": "area", "area": GAOTAN}


def test_more_words_than_the_name_are_kept_with_it() -> None:
    assert read("incident", "place", "高滩村社下社何屋后山") == {
        "kind": "area", "area": GAOTAN, "text": "高滩村社下社何屋后山",
    }  # fmt: skip


def test_a_name_that_two_villages_share_is_asked_with_their_towns() -> None:
    asked = read("incident", "place", "沙头村涵洞", "440118102228")
    assert isinstance(asked, Choices)
    assert codes(asked)[:2] == [
        "440118102228",
        next(a.code for a in PLACES.areas if a.code[:9] == "440118107" and a.name == "沙头村"),
    ]
    assert [option.names["zh-Hans"] for option in asked.options] == ["石滩镇 沙头村", "仙村镇 沙头村", "“沙头村涵洞”"]
    assert asked.options[-1].value == {"kind": "text", "text": "沙头村涵洞"}


def test_a_village_by_its_sound_is_offered_not_taken() -> None:
    assert codes(read("incident", "place", "高摊村"))[0] == GAOTAN
    assert codes(read("incident", "place", "gaotan"))[0] == GAOTAN


def test_my_village_in_words() -> None:
    assert read("incident", "place", "本村") == {"kind": "own_village", "area": GAOTAN}
    assert read("incident", "place", "本村祠堂门口") == {"kind": "own_village", "area": GAOTAN, "text": "本村祠堂门口"}


def test_an_address_nobody_knows_is_kept_as_typed() -> None:
    assert read("incident", "place", "碧桂园北门对面烧烤档旁边") == {"kind": "text", "text": "碧桂园北门对面烧烤档旁边"}


def test_a_category_by_its_name_or_by_a_search() -> None:
    assert read("incident", "category", "山火") == {"slug": "forest_fire"}
    assert read("incident", "category", "燃氣泄漏、爆炸") == {"slug": "gas_leak"}
    asked = read("incident", "category", "火")
    assert isinstance(asked, Choices)
    assert {"slug": "fire_building"} in [option.value for option in asked.options]
    assert read("incident", "category", "qwrt") == Fault("fault-category-not-found", {"text": "qwrt"})


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("困𨋢", "elevator_special"), ("水浸街", "waterlogging"), ("漏煤氣", "gas_leak"), ("有人溺水", "drowning"),
        ("river flood", "rainstorm_flood"), ("landslide", "geo_landslide"), ("lift", "elevator_special"),
        ("颱風", "typhoon"), ("水庫", "reservoir_dike"), ("登革熱", "infectious"),
    ],
)  # fmt: skip
def test_the_search_knows_both_scripts_and_english(text: str, first: str) -> None:
    assert [category.slug for category in search_categories(CATEGORIES, text, 1)] == [first]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("有", "yes"), ("有两个人被困", "yes"), ("3", "yes"), ("無", "none"), ("冇人受伤", "none"), ("没有", "none"),
        ("不清楚", "unknown"), ("None", "none"), ("Yes", "yes"),
        ("有冇？", Fault("fault-button-due", {"text": "有冇？"})),
    ],
)  # fmt: skip
def test_hurt_or_trapped_may_be_typed(text: str, value: Any) -> None:
    assert read("emergency", "harm", text) == value


def test_a_hazard_may_be_named_in_words() -> None:
    assert read("hazard", "type", "危房") == "unsafe_house"
    assert read("hazard", "type", "山塘") == "reservoir_pond"
    assert read("hazard", "level", "險情") == "major_imminent"
    assert isinstance(read("hazard", "type", "电"), Choices)
    assert read("hazard", "type", "恐龙") == Fault("fault-button-due", {"text": "恐龙"})


def test_signs_may_be_typed_together() -> None:
    assert read("hazard", "signs", "新裂縫、房屋倾斜", type="geo_point") == Fault(
        "fault-button-due", {"text": "新裂縫、房屋倾斜"}
    )
    assert read("hazard", "signs", "新裂縫，渗水浑浊", type="geo_point") == ["crack_new", "muddy_seepage"]


def test_words_where_a_photo_is_due_and_a_story_too_long() -> None:
    assert read("incident", "media", "冇相") == Fault("fault-media-due")
    assert read("incident", "what_happened", "水" * 2001) == Fault("fault-too-long", {"max": 2000, "length": 2001})
    assert read("incident", "what_happened", " <b>大水</b> ") == " <b>大水</b> "


@given(st.sampled_from([(f.name, q.key) for f in FORMS.values() for q in f.questions]), st.text(max_size=80))
def test_no_typed_words_break_a_question(where: tuple[str, str], text: str) -> None:
    asked = question(*where)
    said = read(*where, text)
    readings = [option.value for option in said.options] if isinstance(said, Choices) else [said]
    for value in readings:
        assert isinstance(value, Fault) or check(asked, value, {}) is None
