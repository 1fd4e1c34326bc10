"""Early signs: who steps in first, where the task stands, when the group is told again, what is read out of a plan."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.report_types import load_categories
from bot.report_types.referrals import load_referrals
from bot.rules.intervention import TABLE, after, due_after, next_nudge, overdue
from bot.rules.referral import referral_of
from bot.rules.sign import with_plan

NOON = datetime(2027, 3, 1, 4, 0, tzinfo=UTC)
LOCAL = NOON.astimezone(ZoneInfo("Asia/Shanghai"))


@pytest.mark.parametrize(
    ("category", "words", "kind", "first", "then"),
    [
        ("land_dispute", "因征地补偿不满", "expropriation", ["镇街"], ["规资分局", "住建", "信访局"]),
        ("land_dispute", "两家争宅基地", "homestead", ["镇街农办", "规资所"], ["农业农村局", "规资分局"]),
        ("land_dispute", "為山林界址爭執", "forest_water", ["镇街林业", "镇街水务"], ["林业", "水务"]),
        ("land_dispute", "", "homestead", ["镇街农办", "规资所"], ["农业农村局", "规资分局"]),
        ("labor_wage_dispute", "", "wages", ["镇街人社(劳动监察)"], ["区人社局", "公安"]),
        ("mass_dispute", "工人讨薪，准备去镇政府", "wages", ["镇街人社(劳动监察)"], ["区人社局", "公安"]),
        ("mass_dispute", "说要去上访", "petition", ["镇街信访/综治中心"], ["信访局"]),
        ("neighbor_dispute", "两公婆吵架", "neighbors", ["村(居)人民调解委员会", "妇联"], ["司法所", "派出所"]),
        ("neighbor_dispute", "嫌隔壁噪音", "pollution", ["镇街环保"], ["生态环境分局"]),
        ("self_harm", "", "mental", ["派出所", "卫健(精防)"], ["民政"]),
        ("fraud_financial", "", "fraud", ["派出所"], ["公安", "金融"]),
        ("crime_order", "卫生院医闹", "medical", ["卫健"], ["医调委", "公安"]),
    ],
)
def test_the_words_decide_between_kinds_that_share_a_category(
    category: str, words: str, kind: str, first: list[str], then: list[str]
) -> None:
    found = referral_of(load_referrals(), category, [words])
    assert found is not None
    assert found.slug == kind
    assert [unit.names["zh-Hans"] for unit in found.first] == first
    assert [unit.names["zh-Hans"] for unit in found.then] == then


def test_no_referral_is_invented_for_a_category_without_one() -> None:
    assert referral_of(load_referrals(), "missing_person", ["老人走失"]) is None


def test_every_category_has_at_most_one_referral_of_its_own() -> None:
    own = [slug for each in load_referrals() for slug in each.categories]
    assert len(own) == len(set(own))
    assert set(own) <= set(load_categories())


def test_a_task_goes_from_given_to_taken_to_settled_and_no_further() -> None:
    assert after("given", "take") == "taken"
    assert after("taken", "take") == "taken"  # somebody else takes it over
    assert after("given", "settle") == after("taken", "settle") == "settled"
    assert after("given", "pass_on") == after("taken", "pass_on") == "passed_on"
    for ended in ("settled", "passed_on", "unheard of"):
        assert all(after(ended, verb) is None for verb in ("take", "settle", "pass_on"))
    assert {state for verbs in TABLE.values() for state in verbs.values()} <= set(TABLE)


def test_an_overdue_task_is_told_once_a_day_and_never_for_days_gone_by() -> None:
    due = due_after(3, NOON)
    assert due == NOON + timedelta(days=3)
    assert not overdue("given", due, due)
    assert overdue("taken", due, due + timedelta(minutes=1))
    assert not overdue("settled", due, due + timedelta(days=9))
    assert next_nudge(due, NOON) == due
    assert next_nudge(due, due) == due + timedelta(days=1)
    assert next_nudge(due, due + timedelta(days=5, hours=2)) == due + timedelta(days=6)


def test_a_typed_plan_keeps_its_words_and_gets_its_time_and_place() -> None:
    read = with_plan("sign", {"planned_text": "明早九点去镇政府门口"}, LOCAL)
    assert read["planned_text"] == "明早九点去镇政府门口"
    assert read["planned"]["at"].startswith("2027-03-02T09:00")
    assert "镇政府" in read["planned"]["place"]


def test_a_plan_without_time_or_place_stays_words() -> None:
    assert "planned" not in with_plan("sign", {"planned_text": "还没有想好"}, LOCAL)
    assert with_plan("incident", {"planned_text": "明早九点去镇政府门口"}, LOCAL).keys() == {"planned_text"}


def test_a_sentences_plan_is_shown_in_its_own_words() -> None:
    plan = {"at": None, "place": "镇政府", "note": "明天去镇政府上访"}
    assert with_plan("sign", {"planned": plan}, LOCAL)["planned_text"] == "明天去镇政府上访"
