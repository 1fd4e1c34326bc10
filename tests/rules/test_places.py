"""Where: villages by name, by sound, by a few typed letters, by a pin."""

import pytest

from tests.rules.area_rows import zengcheng

GAOTAN, SHATOU_SHITAN, SHATOU_XIANCUN = "440118105230", "440118102228", "440118107209"


@pytest.mark.parametrize("typed", ["高滩", "高滩村", "高灘村", "gaotan", "gao tan cun", "高摊", "高坛村", GAOTAN])
def test_an_officer_finds_gaotan_however_it_is_typed(typed: str) -> None:
    assert zengcheng().search(typed, 3)[0].code == GAOTAN


def test_initials_find_every_village_that_has_them() -> None:
    assert GAOTAN in {area.code for area in zengcheng().search("GT村", 5)}


@pytest.mark.parametrize(("typed", "codes"), [
    ("莲塘村", {"440118001217", "440118103211"}), ("蓮塘村", {"440118001217", "440118103211"}),
    ("派潭", {"440118105", "440118105001", "440118105203"}), ("沙头", {SHATOU_SHITAN, SHATOU_XIANCUN}),
    ("朱村", {"440118003", "440118003001", "440118003200"}),
])  # fmt: skip
def test_a_name_that_several_areas_share_gives_all_of_them(typed: str, codes: set[str]) -> None:
    assert {area.code for area in zengcheng().search(typed, 5)} >= codes
    assert {area.code for area in zengcheng().find(typed + "有人受伤").candidates} == codes


def test_the_stem_of_zhucun_village_loses_only_one_cun() -> None:
    assert zengcheng().get("440118003200").stem == "朱村"  # type: ignore[union-attr]
    assert zengcheng().search("朱村村", 1)[0].code == "440118003200"


def test_the_senders_own_village_comes_first_among_its_namesakes() -> None:
    found = zengcheng().find("我哋沙頭條涵洞", SHATOU_XIANCUN)
    assert [area.code for area in found.candidates] == [SHATOU_XIANCUN, SHATOU_SHITAN]
    assert not found.exact


@pytest.mark.parametrize(("said", "code"), [
    ("中新坑贝那单车祸", "440118103212"), ("增城区派潭镇高滩村委会", GAOTAN), ("石滩沙头水浸", SHATOU_SHITAN),
    ("兰溪村往蒙花布方向的村道", "440118104230"), ("新塘镇东华村东华三街", "440118101224"),
    ("派潭镇有山火", "440118105"),
])  # fmt: skip
def test_a_town_beside_the_village_settles_which(said: str, code: str) -> None:
    found = zengcheng().find(said)
    assert found.exact
    assert [area.code for area in found.candidates] == [code]


@pytest.mark.parametrize("said", ["我村同兰溪交界条路塌方了", "路边村民打架", "公安来了", "大家团结和平", "今天天气好"])
def test_neighbours_and_everyday_words_are_no_place(said: str) -> None:
    assert zengcheng().find(said).candidates == ()


def test_a_misheard_village_is_found_by_its_sound_and_not_taken_as_settled() -> None:
    found = zengcheng().find("高摊村后山塌方")
    assert [area.code for area in found.candidates] == [GAOTAN]
    assert not found.exact


def test_nothing_typed_finds_nothing() -> None:
    assert zengcheng().search(" ", 5) == []
    assert zengcheng().search("zzzz", 5) == []


def test_a_pin_finds_its_nearest_town_and_a_far_one_is_outside() -> None:
    nearest = zengcheng().nearest(23.45, 113.93)
    assert nearest is not None
    assert nearest.name == "正果镇"
    assert not zengcheng().outside_city(23.45, 113.93)
    assert zengcheng().outside_city(22.54, 114.05)
