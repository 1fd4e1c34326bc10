"""What the loudspeaker says fits, can be read aloud, and says what to do."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.alert_levels import KINDS, LEVELS, SIGNALS
from bot.rules.loudspeaker import LONGEST, is_loud, script, spoken, spoken_time
from bot.wording.loudspeaker_words import _script
from bot.wording.outgoing import Saying
from tests.documents.test_cap import RED

ZONE = ZoneInfo("Asia/Shanghai")


def said(language: str = "zh-Hans", **changes: object) -> str:
    view = replace(RED, issuer_names=("派潭镇", "派潭鎮"), **changes)  # type: ignore[arg-type]
    return _script(view, Saying(language, {}, view, datetime.now(UTC), ZONE))


def test_numbers_are_written_as_they_are_said():
    assert [spoken(number) for number in (0, 8, 10, 15, 20, 59)] == ["零", "八", "十", "十五", "二十", "五十九"]
    assert spoken_time(datetime(2026, 6, 8, 8, 0, tzinfo=ZONE)) == ("六", "八", "八", "")


def test_a_red_rainstorm():
    told = said(evacuation=True, school_closed=True)
    assert told.startswith("各位村民请注意。增城区气象台六月八日八时十五分发布暴雨红色预警。危险地方的人马上转移")
    assert said("zh-Hant").startswith("各位村民請注意。增城區氣象台六月八日")
    assert said("en") == said(), "it is read to the village, whatever language the officer reads"


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant"])
@pytest.mark.parametrize("action", ["issue", "cancel"])
@pytest.mark.parametrize("drill", [False, True])
def test_every_kind_and_level_fits_and_can_be_read(language, action, drill):
    for kind, event in [*((kind, "") for kind in KINDS if kind != "weather"), *(("weather", each) for each in SIGNALS)]:
        for level in LEVELS:
            for moves in (False, True):
                told = said(language, kind=kind, event=event, level=level, action=action, drill=drill,
                            evacuation=moves, school_closed=True, issuer="广州市增城区规划和自然资源局")  # fmt: skip
                assert len(told) <= LONGEST
                assert not re.search("[0-9A-Za-z()（）/&]", told), told
                assert drill == told.startswith(("这是演练", "這是演練")) == told.endswith(("这是演练。", "這是演練。"))
                assert moves <= ("转移" in told or "轉移" in told or action == "cancel")


@given(st.lists(st.text(min_size=1, max_size=150), min_size=1, max_size=5))
def test_whatever_it_is_made_of_it_fits(sentences):
    assert 0 < len(script(sentences)) <= LONGEST


def test_heat_and_fog_speak_of_no_slopes_and_nobody_who_was_not_moved_is_told_to_stay_away():
    for event in ("heat", "cold", "fog", "haze", "icy_road"):
        for action in ("issue", "cancel"):
            told = said(kind="weather", event=event, level="red", action=action)
            assert not re.search("河边|山边|水浸|转移", told), told
    assert "不要擅自返回" in said(kind="fire", event="", level="red", action="cancel")
    assert "山边、河边可能还有危险" in said(action="cancel")


def test_only_the_grave_ones_are_read_aloud():
    assert [level for level in LEVELS if is_loud(level, False)] == ["orange", "red"]
    assert is_loud("notice", True)
