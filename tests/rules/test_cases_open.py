"""The open acceptance cases, word for word."""

from datetime import datetime
from typing import Any

from bot.understand import understand


def told(area: str, *messages: tuple[str, str], lang: str = "zh-Hans") -> list[dict[str, Any]]:
    said = [(datetime.fromisoformat(at + "+08:00"), text) for at, text in messages]
    return understand(area, lang, said)


def holds(found: Any, expected: Any, path: str = "") -> None:
    """Everything `expected` shows is in `found`; fields it does not show may be there."""
    if isinstance(expected, dict):
        assert isinstance(found, dict), f"{path}: {found!r}"
        for key, value in expected.items():
            holds(found.get(key), value, f"{path}.{key}")
    else:
        assert found == expected, f"{path}: expected {expected!r}, found {found!r}"


CRACK = (
    "汇报一下 我村社下社何水生家屋后面那个切坡，今天巡查看到有条裂缝，大概8米长，昨天一指宽，现在快三指宽了，"
    "坡脚流出来的水都浑了。屋里住5个人，有个八十几岁的老人。现在雨还在下"
)
MOVED = "5个人全部转到村委会二楼了，老人家属背过来的"
SLID = "昨晚三点几塌了，泥冲进厨房，房子没倒，冇人伤"


def test_case_1_a_widening_crack_behind_a_house_is_imminent_danger() -> None:
    (first,) = told("440118105230", ("2026-05-20T16:42", CRACK))
    holds(first, {
        "intent": "hazard", "drill": False, "class": "natural", "subtype": "geo_landslide",
        "hazard_type": "cut_slope_house", "hazard_level": "major_imminent",
        "location": {"town": "440118105", "village": "440118105230", "detail": "社下社 何水生家屋后切坡",
                     "source": "sender_binding"},
        "occurred_at": None, "discovered_at": "2026-05-20", "signs": ["crack_widening", "muddy_seepage"],
        "measurements": {"crack_length_m": 8, "crack_width_prev": "一指", "crack_width_now": "约三指"},
        "threatened": {"households": 1, "persons": 5, "vulnerable": [{"kind": "elderly", "age_approx": 80}]},
        "casualties": {"dead": None, "missing": None, "injured": None},
        "affected": {"households": None, "persons": None}, "evacuated": None,
        "proposed_grade": None, "priority": "P0",
        "notify": ["town_duty:440118105", "district_duty", "function:natural_resources"], "deadline": "immediate",
    })  # fmt: skip
    assert first["ask"]["key"] == "evacuated"


def test_case_1_the_family_is_moved_and_it_stays_the_same_hazard() -> None:
    moved = told("440118105230", ("2026-05-20T16:42", CRACK), ("2026-05-20T17:05", MOVED))[-1]
    holds(moved, {"intent": "incident_followup", "evacuated": 5, "shelter_text": "村委会二楼",
                  "hazard_type": "cut_slope_house", "priority": "P0",
                  "location": {"detail": "社下社 何水生家屋后切坡"}})  # fmt: skip


def test_case_1_the_slope_comes_down_and_the_hazard_becomes_an_incident() -> None:
    slid = told("440118105230", ("2026-05-20T16:42", CRACK), ("2026-05-20T17:05", MOVED), ("2026-05-21T06:31", SLID))[
        -1
    ]
    holds(slid, {
        "intent": "incident_first", "subtype": "geo_landslide", "hazard_type": None,
        "occurred_at": "2026-05-21T03:00", "occurred_until": "2026-05-21T03:59", "occurred_precision": "hour_or_worse",
        "casualties": {"dead": 0, "missing": None, "injured": 0}, "houses": {"collapsed": 0},
        "proposed_grade": "IV", "linked_hazard": True, "timeliness": "check", "discovered_at": None,
    })  # fmt: skip


FIRE = "着火啦着火啦!!!快点 东华三街那栋出租屋 楼下电动车烧起来 楼上有人出不来 快快快"


def test_case_2_panic_is_understood_at_the_first_message() -> None:
    (first,) = told("440118101224", ("2026-03-14T02:17", FIRE))
    holds(first, {
        "intent": "incident_first", "drill": False, "class": "accident", "subtype": "fire_building",
        "cause_hint": "ebike",
        "location": {"town": "440118101", "village": "440118101224", "detail": "东华三街 出租屋",
                     "source": "sender_binding"},
        "occurred_at": "2026-03-14T02:17", "occurred_precision": "approx_now",
        "casualties": {"dead": None, "missing": None, "injured": None,
                       "trapped": {"min": 1, "max": None, "exact": False}},
        "proposed_grade": None, "priority": "P0",
        "notify": ["town_duty:440118101", "district_duty", "function:fire_rescue"],
    })  # fmt: skip


def test_case_2_three_messages_are_one_incident() -> None:
    first, floor, smoke = told(
        "440118101224",
        ("2026-03-14T02:17:00", FIRE),
        ("2026-03-14T02:17:20", "三楼"),
        ("2026-03-14T02:18:00", "好大眼睁不开 有细路仔"),
    )  # fmt: skip
    assert [one["intent"] for one in (first, floor, smoke)] == ["incident_first"] + ["incident_followup"] * 2
    holds(smoke, {"subtype": "fire_building", "location": {"detail": "东华三街 出租屋 三楼"}, "vulnerable": ["child"],
                  "smoke": "heavy", "priority": "P0", "occurred_at": "2026-03-14T02:17"})  # fmt: skip


CRASH = "刚才七点一刻左右，村口国道路段一辆面包车同摩托车相撞，两人受伤，已经打120同122"
UPDATE = "续报：医院话其中一个没救到，另外面包车上还有两个也送院，一死三伤，其中重伤一人"
PASSED = "中新坑贝那单车祸 重伤嗰个今朝走咗"


def test_case_3_totals_replace_and_a_death_four_days_later_is_asked_about() -> None:
    first, update, passed = told(
        "440118103212", ("2026-09-02T19:26", CRASH), ("2026-09-02T19:58", UPDATE), ("2026-09-06T10:20", PASSED)
    )
    holds(first, {"intent": "incident_first", "subtype": "traffic", "class": "accident",
                  "occurred_at": "2026-09-02T19:15", "occurred_precision": "approx",
                  "casualties": {"dead": None, "injured": 2}, "proposed_grade": "IV", "priority": "P1"})  # fmt: skip
    holds(update, {"intent": "incident_followup", "report_no": "续报一", "proposed_grade": "IV", "priority": "P1",
                   "casualties": {"dead": 1, "injured": 3, "injured_serious": 1, "injured_minor": 2}})  # fmt: skip
    assert "district_duty" in update["notify"]
    holds(passed, {"intent": "incident_followup", "casualties": {"dead": 2, "injured": 2, "injured_serious": 0},
                   "proposed_grade": "IV", "ask": {"key": "means_death"},
                   "location": {"village": "440118103212"}})  # fmt: skip
    assert "district_duty" in passed["notify"]


def test_case_4_two_officers_report_one_landslide_between_their_villages() -> None:
    (a,) = told("440118104230", (
        "2026-06-08T09:12",
        "兰溪村往蒙花布方向的村道，山泥冲下来塞住半边路，约有30方，无人受伤，汽车过唔到，摩托可以过",
    ))  # fmt: skip
    (b,) = told("440118104227", (
        "2026-06-08T09:31",
        "我村同兰溪交界条路塌方了，泥石大概四五十方，全封了，车同摩托都过唔到，暂时冇见到人受伤",
    ))  # fmt: skip
    holds(a, {"subtype": "geo_landslide", "road_blocked": "half", "casualties": {"injured": 0},
              "measurements": {"volume_m3": {"min": 30, "max": 30, "exact": False}},
              "location": {"village": "440118104230"}})  # fmt: skip
    holds(b, {"subtype": "geo_landslide", "road_blocked": "full", "casualties": {"injured": 0},
              "measurements": {"volume_m3": {"min": 40, "max": 50, "exact": False}},
              "location": {"village": "440118104227"}})  # fmt: skip


WATER = (
    "我哋沙頭條涵洞琴晚十二點搭四開始水浸，而家浸到半個人高，有架私家車死火困咗兩個人喺度，好彩啱啱救返出嚟，冇事。"
    "附近三十幾戶入水，已經叫咗阿伯阿婆上二樓"
)


def test_case_5_cantonese_in_traditional_characters_and_the_clock_of_the_street() -> None:
    first, question = told(
        "440118102228", ("2026-05-22T06:58", WATER), ("2026-05-22T07:20", "派咗架艇過嚟未呀"), lang="zh-Hant"
    )
    holds(first, {
        "intent": "incident_first", "class": "natural", "subtype": "waterlogging",
        "location": {"town": "440118102", "village": "440118102228", "detail": "涵洞", "source": "sender_binding"},
        "occurred_at": "2026-05-22T00:20", "occurred_precision": "approx", "water_depth_text": "半个人高",
        "casualties": {"dead": None, "missing": None, "injured": 0, "trapped": 0, "rescued": 2},
        "affected": {"households": {"min": 30, "max": 39, "exact": False}},
        "proposed_grade": "IV", "priority": "P1", "lang": "zh-Hant",
    })  # fmt: skip
    assert question["intent"] == "question"
    assert question["notify"] == []


DRILL = "【演练】报告：我村后山发生滑坡，房屋倒塌三间，两人被埋，请求支援！【演练】"


def test_case_6_a_drill_is_read_like_a_report_and_calls_nobody() -> None:
    first, unmarked, answered = told(
        "440118106214",
        ("2026-05-12T10:06", DRILL), ("2026-05-12T10:09", "又有两人受伤，需要担架"), ("2026-05-12T10:10", "演练"),
    )  # fmt: skip
    holds(first, {"intent": "drill", "drill": True, "subtype": "geo_landslide", "notify": [],
                  "houses": {"collapsed_rooms": 3}, "casualties": {"trapped": 2}})  # fmt: skip
    holds(unmarked, {"drill": None, "notify": [], "ask": {"key": "drill_or_real"}, "casualties": {"injured": 2}})
    holds(answered, {"intent": "drill", "drill": True, "notify": [], "casualties": {"trapped": 2, "injured": 2}})


def test_case_6_answered_real_it_is_a_case_of_its_own_and_people_are_called() -> None:
    real = told(
        "440118106214",
        ("2026-05-12T10:06", DRILL), ("2026-05-12T10:09", "又有两人受伤，需要担架"), ("2026-05-12T10:10", "真实"),
    )[-1]  # fmt: skip
    holds(real, {"intent": "incident_first", "drill": False, "casualties": {"injured": 2, "trapped": None}})
    assert "town_duty:440118106" in real["notify"]
