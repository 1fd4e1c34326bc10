"""Scheduled notices, pulses and reviews have words for every state, act and kind that the tables know."""

from __future__ import annotations

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

import locales
from bot.actions import pulses
from bot.report_types.notice_templates import load_notice_templates
from bot.rules.calendar_rule import KINDS, CalendarRule
from bot.rules.review import PARTS
from bot.rules.schedule_view import STATES, TAKES, ScheduleView
from bot.wording import schedule_screens

NOW = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)
ZONE = ZoneInfo("Asia/Shanghai")
OUTCOMES = ("sent", "switched", "missed", "held")
LATE = ("calling", "clock", "follow-up", "handover", "hazards", "review")
DECIDE = ("approve", "look", "grade", "referral", "assignment", "lowering")


@pytest.mark.parametrize("language", locales.LANGUAGES)
@pytest.mark.parametrize("state", STATES)
def test_a_scheduled_notice_is_shown_in_every_state_after_every_outcome(language: str, state: str) -> None:
    for outcome in OUTCOMES:
        for kind in KINDS:
            rule = CalendarRule(kind, time(7, 30), (1, 4), ((4, 15), (10, 15)))
            view = ScheduleView(
                3, "notice", "x" * 3000, ("440118105",), (("派潭镇", "派潭鎮"),), rule, NOW, state, "陈建国", "王国栋",
                2, NOW, outcome, (1, 2) if outcome == "sent" else None,
            )  # fmt: skip
            shown = schedule_screens.detail(view, language, ZONE, NOW)
            assert len(shown.text) < 4096
            assert "{" not in shown.text
            assert schedule_screens.listing([view], language, ZONE).text


def test_every_dynamic_key_has_words() -> None:
    keys = [
        *(f"button-schedule-{act}" for acts in TAKES.values() for act in acts),
        *(f"schedule-time-{problem}" for problem in ("past", "impossible", "unreadable", "far")),
        *(f"schedule-last-{outcome}" for outcome in OUTCOMES), *(f"rule-{kind}" for kind in KINDS),
        *(f"button-rule-{kind}" for kind in KINDS), *(f"pulse-late-{kind}" for kind in LATE),
        *(f"pulse-decide-{kind}" for kind in DECIDE), *(f"button-pulse-{kind}" for kind in DECIDE),
        *(f"pulse-what-{what}" for what in ("new", "changed", "closed", "false-alarm")),
        *(f"review-part-{part}" for part in PARTS), "review-told-good", "review-told-change", "review-line-written",
        "review-line-waived",
    ]  # fmt: skip
    assert [key for key in keys if not locales.has(key)] == []
    assert len(pulses.DECISIONS) == 3


def test_ready_notices_have_words_and_rules_that_come_true() -> None:
    ready = load_notice_templates()
    assert list(ready) == ["patrol", "zero", "drill"]
    assert ready["patrol"].in_flood_season
    assert ready["drill"].rule is None
    for text in ready["drill"].text.values():
        assert (text[:4], text[-4:]) == ("【演练】", "【演练】") or (text[:4], text[-4:]) == ("【演練】", "【演練】")
