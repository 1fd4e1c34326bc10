"""The official texts A1 to A3 of the open cases, and how else such texts are put."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.rules.alert_draft import LANGUAGES, AlertDraft, complete
from bot.rules.alert_reading import Change, drafts_of, read_official
from tests.rules.area_rows import zengcheng

ZONE = ZoneInfo("Asia/Shanghai")
CITY, PAITAN, ZHENGGUO, XIAOLOU, LICHENG = "440118", "440118105", "440118104", "440118106", "440118001"
A1 = (
    "【增城区派潭镇、正果镇、小楼镇暴雨红色预警信号生效】过去3小时，派潭镇录得123.4毫米雨量，预计强降雨仍将持续2至3小时。"
    "增城区气象台于6月8日8时15分将派潭镇、正果镇、小楼镇暴雨橙色预警信号升级为暴雨红色预警信号，"
    "请做好防御山洪、山体滑坡和城乡积涝工作。"
)
A2 = (
    "【增城区台风黄色预警信号生效】受今年第13号台风“海燕”(示例)影响，预计24小时内我区平均风力可达8级以上、阵风9至10级。"
    "增城区气象台9月23日17时将全区台风蓝色预警信号升级为黄色，全区进入台风戒备(黄色)状态，全区停课。"
)
A3 = (
    "增城区气象台于6月8日13时05分解除派潭镇、正果镇、小楼镇、荔城街道暴雨红色预警信号。"
    "前期雨量大，请继续注意防范滑坡、塌方，转移人员须经镇街同意后返回。"
)


def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=ZONE)


def read(text: str, sent: datetime | None = None) -> tuple[Change, ...]:
    return read_official(text, zengcheng(), sent or at(6, 8, 13, 10))


def only(text: str, sent: datetime | None = None) -> Change:
    (change,) = read(text, sent)
    return change


def test_a1_an_upgrade_of_three_towns():
    change = only(A1, at(6, 8, 8, 16))
    assert (change.kind, change.event, change.colour, change.prev_colour) == ("weather", "rainstorm", "red", "orange")
    assert (change.action, change.issuer, change.issued_at) == ("upgrade", "增城区气象台", at(6, 8, 8, 15))
    assert change.towns == (PAITAN, ZHENGGUO, XIAOLOU)
    assert change.ends_at is None, "an end that is not stated is not invented"
    assert change.schools_closed
    assert change.observed


def test_a2_the_whole_district_and_a_typhoon_by_name_and_number():
    change = only(A2, at(9, 23, 17, 4))
    assert (change.event, change.colour, change.prev_colour, change.action) == ("typhoon", "yellow", "blue", "upgrade")
    assert (change.towns, change.issued_at, change.typhoon) == ((CITY,), at(9, 23, 17), (13, "海燕"))
    assert change.schools_closed
    assert not change.observed
    assert change.ends_at is None


def test_a3_a_lifting_of_four_towns_keeps_the_words_about_going_back():
    change = only(A3)
    assert (change.action, change.event, change.colour) == ("cancel", "rainstorm", "red")
    assert change.towns == (PAITAN, ZHENGGUO, XIAOLOU, LICHENG)
    assert change.issued_at == at(6, 8, 13, 5)
    assert not change.schools_closed
    (draft,) = drafts_of(A3, (change,))
    assert draft.step == "preview"
    assert "须经镇街同意后返回" in draft.texts["zh-Hans"]
    assert draft.with_advice, "the words about not going back follow as well"


@pytest.mark.parametrize(("text", "sent"), [(A1, at(6, 8, 8, 16)), (A2, at(9, 23, 17, 4)), (A3, at(6, 8, 13, 10))])
def test_each_is_a_whole_draft_that_can_be_handed_in_by_the_district_only(text, sent):
    for draft in drafts_of(text, read(text, sent)):
        assert draft.step == "preview"
        assert complete(draft, (CITY,))
        assert not complete(draft, (PAITAN,))
        assert AlertDraft.from_json(draft.to_json()) == draft
        assert set(draft.texts) <= set(LANGUAGES)


def test_several_changes_in_one_text():
    found = read(
        "增城区气象台于6月8日10时40分将派潭镇、正果镇暴雨橙色预警信号升级为红色，石滩镇暴雨红色预警信号降级为橙色，"
        "同时解除荔城街道暴雨黄色预警信号。小楼镇暴雨红色预警信号继续生效。"
    )
    assert [(c.action, c.colour, c.prev_colour, c.towns) for c in found] == [
        ("upgrade", "red", "orange", (PAITAN, ZHENGGUO)),
        ("downgrade", "orange", "red", ("440118102",)),
        ("cancel", "yellow", "", (LICHENG,)),
    ]
    assert {c.issuer for c in found} == {"增城区气象台"}
    assert {c.issued_at for c in found} == {at(6, 8, 10, 40)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("增城区气象台6月8日9时发布派潭镇暴雨黄色预警信号。", ("issue", "rainstorm", "yellow", "")),
        ("增城區氣象台於6月8日9時發布派潭鎮暴雨黃色預警信號。", ("issue", "rainstorm", "yellow", "")),
        ("增城区气象台于6月8日9时将派潭镇雷雨大风橙色预警信号降级为黄色。",
         ("downgrade", "thunder_gale", "yellow", "orange")),
        ("增城区气象台6月8日9时将派潭镇暴雨红色预警信号变更为暴雨橙色预警信号",
         ("downgrade", "rainstorm", "orange", "red")),
        ("增城区气象台于6月8日9时将暴雨红色预警信号扩展至派潭镇。", ("extend", "rainstorm", "red", "")),
        ("【派潭镇大雾橙色预警信号生效】请注意行车安全。", ("issue", "fog", "orange", "")),
        ("派潭镇高温红色预警信号已于6月8日9时解除。", ("cancel", "heat", "red", "")),
        ("增城区规划和自然资源局、增城区气象台6月8日9时发布派潭镇地质灾害气象风险橙色预警。",
         ("issue", "", "orange", "")),
        ("增城区气象台于6月8日9时将派潭镇暴雨预警信号由黄色升级为橙色", ("upgrade", "rainstorm", "orange", "yellow")),
    ],
)  # fmt: skip
def test_how_else_it_is_put(text, expected):
    change = only(text)
    assert (change.action, change.event, change.colour, change.prev_colour) == expected
    assert change.towns == (PAITAN,)


def test_commas_between_towns_two_signals_in_a_breath_and_a_stated_end():
    change = only("增城区气象台于6月8日9时发布派潭镇，正果镇，小楼镇暴雨橙色预警信号，有效至6月8日20时。")
    assert change.towns == (PAITAN, ZHENGGUO, XIAOLOU)
    assert change.ends_at == at(6, 8, 20)
    both = read("增城区气象台于6月8日9时解除派潭镇暴雨红色、雷雨大风黄色预警信号。")
    assert [(c.event, c.colour) for c in both] == [("rainstorm", "red"), ("thunder_gale", "yellow")]
    nobody = only("6月8日9时发布全区寒冷橙色预警信号")
    assert (nobody.issuer, nobody.towns) == ("", (CITY,))
    assert drafts_of("t", (nobody,))[0].step == "issuer", "who issued it is asked, not guessed"


def test_a_drill_stays_a_drill():
    text = "【演练】增城区气象台6月8日9时发布派潭镇暴雨红色预警信号。【演练】"
    (draft,) = drafts_of(text, read(text))
    assert draft.drill
    assert "演练" not in draft.texts["zh-Hans"], "the marks are set where it is worded"


@pytest.mark.parametrize("text", ["派潭镇、正果镇", "今晚下大雨，注意安全", "红色的车停在路边", "", "朱村", "【】"])
def test_what_is_no_warning_changes_nothing(text):
    assert read(text) == ()
