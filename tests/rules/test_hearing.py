"""What to do with a text out of nothing: a report, an addition, a question, or a person's work."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.hearing import Ear, Heard, KnownCase, Way, hear, speaks_of_others
from bot.rules.reading.answers import answers_of, kind_of, reading_of
from bot.rules.reading.judgement import settled
from bot.rules.sentence import Context, read
from bot.understand import sample_places, vocabulary

NOW = datetime(2026, 6, 8, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
VILLAGE = "440118105230"


def ear(*cases: KnownCase, in_drill: bool = False, replied_to: int | None = None) -> Ear:
    return Ear(vocabulary(), sample_places(), VILLAGE, cases, in_drill, replied_to)


def case(text: str, hours_ago: float, report_id: int = 1, own: bool = True) -> KnownCase:
    at = NOW - timedelta(hours=hours_ago)
    state = settled(read(text, vocabulary(), sample_places(), Context(VILLAGE), at), vocabulary(), at)
    return KnownCase(report_id, state, at, at, own)


SLIDE = "后山塌方压住半边路，一人受伤"


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("后山塌方，压住两个人", Way.FILE),
        ("救命啊快点来人", Way.FILE),
        ("后山切坡有裂缝，好似要塌", Way.FILE),
        ("听讲明早有四十几人去镇政府门口讨薪", Way.FILE),
        ("早晨各位", Way.TALK),
        ("收到，谢谢", Way.TALK),
        ("哈哈哈哈", Way.TALK),
        ("👍👍👍", Way.TALK),
        ("台风几时到啊", Way.QUESTION),
        ("今日无异常", Way.ZERO),
        ("【演练】后山滑坡，两人被埋【演练】", Way.DRILL),
        ("那个东西又来了好几次了", Way.UNREAD),
        ("续报：已经通知了", Way.UNREAD),
    ],
)
def test_out_of_nothing(text: str, way: Way) -> None:
    assert hear(text, ear(), NOW).way is way


@pytest.mark.parametrize(
    ("text", "hours", "way"),
    [
        ("三楼", 0.1, Way.ADD),
        ("好大烟", 0.5, Way.ADD),
        ("又挖出两个人", 3, Way.ADD),
        ("路通了，车可以过", 5, Way.ADD),
        ("吊车到了", 5, Way.WHICH),
        ("更正：受伤两人", 30, Way.ADD),
        ("那单塌方 重伤嗰个今朝走咗", 96, Way.ADD),
        ("吊车到了", 96, Way.UNREAD),
        ("派人未呀", 0.5, Way.QUESTION),
        ("谢谢", 0.1, Way.TALK),
    ],
)
def test_after_a_landslide(text: str, hours: float, way: Way) -> None:
    heard = hear(text, ear(case(SLIDE, hours)), NOW)
    assert heard.way is way
    assert (heard.case == 1) == (way in (Way.ADD, Way.WHICH, Way.QUESTION))


def test_another_kind_of_event_is_another_report() -> None:
    assert hear("村口小卖部着火，冒浓烟", ear(case(SLIDE, 0.3)), NOW).way is Way.FILE


def test_of_two_cases_the_one_of_its_kind_goes_on() -> None:
    cases = (case("村口两车相撞，一人受伤", 2, report_id=7), case(SLIDE, 3, report_id=8))
    assert hear("续报：塌方又埋了一部车，多一人受伤", ear(*cases), NOW).case == 8
    assert hear("续报：车祸伤者已送院", ear(*cases), NOW).case == 7


def test_a_reply_to_a_message_is_about_its_case() -> None:
    cases = (case("村口两车相撞，一人受伤", 2, report_id=7), case(SLIDE, 3, report_id=8))
    assert hear("吊车到了", ear(*cases, replied_to=8), NOW) == replace(
        hear("吊车到了", ear(*cases, replied_to=8), NOW), way=Way.ADD, case=8
    )


def test_a_hazard_that_comes_true_is_a_new_report_with_its_hazard() -> None:
    hazard = case("后山切坡有裂缝，三指宽，屋里住五个人", 14, report_id=5)
    heard = hear("今早五点几塌了，泥冲进厨房，冇人伤", ear(hazard), NOW)
    assert (heard.way, heard.threat) == (Way.FILE, 5)


def test_in_a_drill_what_is_not_marked_is_asked_about_unless_it_says_so() -> None:
    assert hear("又有两人受伤，需要担架", ear(in_drill=True), NOW).way is Way.DRILL_OR_REAL
    assert hear("不是演练！真的有人跌落山，流血", ear(in_drill=True), NOW).way is Way.FILE


@pytest.mark.parametrize(
    "text",
    [
        SLIDE,
        "后山切坡有裂缝，三指宽，坡脚出浑水，屋里住五个人，有个八十几岁的老人",
        "明早九点四十几个工人要去镇政府门口讨薪，现在现场有十几人",
        "琴晚十二点搭四开始水浸，浸到半个人高，三十几户入水，困咗两个人啱啱救返出嚟",
        "有人讲死咗一个，未证实；重伤嗰个今朝走咗",
        "莲塘村着火，楼上有人",
    ],
)
def test_a_reading_survives_being_kept_as_answers(text: str) -> None:
    """What is stored says the same as what was read: figures, place, doubts, plan."""
    at = NOW
    first = settled(read(text, vocabulary(), sample_places(), Context(VILLAGE), at), vocabulary(), at)
    kept = answers_of(first, VILLAGE)
    again = reading_of(kept, kind_of(first), vocabulary(), sample_places())
    for name in ("category", "people", "affected", "threatened", "houses", "participants", "evacuated", "hearsay"):
        assert getattr(again, name) == getattr(first, name), name
    assert again.hazard_level == first.hazard_level
    assert (again.time and again.time.at) == (first.time and first.time.at)
    assert answers_of(again, VILLAGE) | {"place": 0} == kept | {"place": 0}


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_any_text_has_a_way(text: str) -> None:
    heard = hear(text, ear(case(SLIDE, 0.2)), NOW)
    assert isinstance(heard, Heard)
    assert heard.way in Way


@pytest.mark.parametrize(
    ("text", "asked", "of_others"),
    [
        ("有一个伤者死了", "trapped", True),
        ("死了一个", "injured_minor", True),
        ("没有死人", "trapped", True),
        ("两个被困", "trapped", False),
        ("死亡一人", "dead", False),
        ("两个", "trapped", False),
        ("没有", "dead", False),
        ("不清楚", "missing", False),
    ],
)
def test_a_figure_of_others_is_no_answer(text: str, asked: str, of_others: bool) -> None:
    reading = read(text, vocabulary(), sample_places(), Context(VILLAGE, has_case=True), NOW)
    assert speaks_of_others(reading, asked) is of_others


def test_words_that_fit_two_open_cases_name_the_other_one() -> None:
    fire, crash = case("村尾民房着火，一人受伤", 0.5, 1), case("村口两车相撞，两人受伤", 0.2, 2)
    heard = hear("有一个伤者死了", ear(crash, fire), NOW)
    assert (heard.way, heard.case, heard.others) == (Way.ADD, 2, (1,))
    assert hear("有一个伤者死了", ear(crash, replace(fire, over=True)), NOW).others == ()
    assert hear("车祸有一个伤者死了", ear(crash, fire), NOW).others == ()


def test_life_at_risk_hours_after_a_like_case_calls_anew() -> None:
    fire = "村尾民房着火，楼上有人出不来"
    assert hear("着火啦 楼上有人出不来", ear(case(fire, 0.1)), NOW).way is Way.ADD
    assert hear("着火啦 楼上有人出不来", ear(case(fire, 8)), NOW).way is Way.FILE
    closed = replace(case(fire, 0.5), over=True)
    assert hear("着火啦 楼上有人出不来", ear(closed), NOW).way is Way.FILE
    assert hear("续报：火已扑灭，一人轻伤", ear(closed), NOW).way is Way.ADD


def test_words_that_state_nothing_open_no_closed_case() -> None:
    closed = replace(case(SLIDE, 0.4, own=False), over=True)
    assert hear("在外地", ear(closed), NOW).way in (Way.WHICH, Way.UNREAD, Way.TALK)
    assert hear("又压到一个人", ear(closed), NOW).way is Way.ADD


def test_coordinates_in_a_sentence_are_the_pin_of_the_report() -> None:
    first = read("坐标23.1345,113.6123 有人落水", vocabulary(), sample_places(), Context(VILLAGE), NOW)
    place = answers_of(first, VILLAGE)["place"]
    assert isinstance(place, dict)
    assert (place["kind"], place["lat"], place["lon"]) == ("pin", 23.1345, 113.6123)
    again = reading_of({"place": place}, "incident", vocabulary(), sample_places())
    assert answers_of(again, VILLAGE)["place"] == place
