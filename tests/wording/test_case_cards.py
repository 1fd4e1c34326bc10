"""The card of a case, read at 3 a.m.: who has it comes first."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.rules.case_request import RequestView
from bot.rules.case_view import CaseView
from bot.wording.case_cards import card_text

ZONE, NOW = ZoneInfo("Asia/Shanghai"), datetime(2026, 6, 30, 18, 17, tzinfo=UTC)
LATER = NOW + timedelta(minutes=4)
ASKED = RequestView(7, "referral", "asked", "water", "水务", "陈建国", 42, NOW, NOW + timedelta(minutes=10))
FIRE = CaseView(
    1, "派潭-260701-01", "incident", "emergency", "fire_building", "P0", "open",
    {"harm": "yes", "what_happened": "二楼着火", "place": {"kind": "own_village"}},
    "440118105230", ("高滩村", "高灘村"), ("派潭镇", "派潭鎮"), (23.5, 113.8), NOW, NOW, "何志强",
    "+8613800000001", 42, "A",
    None, None, None, 1, (),
)  # fmt: skip


def told(case: CaseView, language: str = "zh-Hans") -> list[str]:
    return re.sub(r"<[^>]+>", "", card_text(case, language, ZONE, LATER)).splitlines()


def test_the_second_line_says_that_nobody_has_it_and_for_how_long() -> None:
    lines = told(replace(FIRE, requests=(ASKED,)))
    assert lines[1] == "❗ 无人接报 · ⏱ 02:17 报，已过 4 分钟"
    assert lines[2].startswith("📨 转办 水务：待接受")
    assert lines[4].endswith("地图（镇街位置，非现场）")
    assert len(lines) <= 13


@pytest.mark.parametrize(
    ("state", "language", "said"),
    [
        ("acknowledged", "zh-Hans", "✅ 陈建国 02:18 接报"),
        ("acknowledged", "en", "✅ acknowledged by 陈建国 at 02:18"),
        ("referred", "zh-Hans", "↪️ 陈建国 02:18 已转办：水利所老李"),
        ("closed", "zh-Hant", "☑️ 陈建国 02:18 辦結 水利所老李"),
    ],
)
def test_the_second_line_says_who_has_it(state: str, language: str, said: str) -> None:
    at = NOW + timedelta(minutes=1)
    lines = told(replace(FIRE, state=state, state_at=at, state_by_name="陈建国", state_note="水利所老李"), language)
    assert lines[1] == said
    assert any("02:17" in line for line in lines[3:]), "when it was reported is still there"
