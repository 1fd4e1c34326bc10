"""Everything that is said around 转办, 指派, 升级 and 降级, in every language, at its longest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import product
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from aiogram.types import InlineKeyboardMarkup

import locales
from bot.report_types import load_functions
from bot.rules.case_request import TABLE, Candidate, Functions, RequestView
from bot.rules.case_view import CaseView
from bot.rules.request_card import RequestCard
from bot.rules.speaker import HeldPost, Speaker
from bot.rules.timeline import Event
from bot.wording import request_screens, screens
from bot.wording.case_timeline import REQUESTS, STEPS, TELL
from bot.wording.outgoing import word_message
from bot.wording.request_lines import request_lines
from bot.wording.values import function_name
from bot.wording.worded import Worded

ZONE, NOW = ZoneInfo("Asia/Shanghai"), datetime(2026, 7, 1, 2, 17, tzinfo=UTC)
NAME, REASON = "何" * 200, "水" * 1000
LEVELS = ("P0", "P1", "P2", "P3")


def request(kind: str, state: str) -> RequestView:
    function = "water" if kind != "lowering" else None
    return RequestView(
        7, kind, state, function, NAME, NAME, 42, NOW, NOW + timedelta(minutes=10), NAME, NOW, REASON, "P2", REASON
    )


def case(*requests: RequestView, state: str = "open", told: str = "") -> CaseView:
    answers = {"category": {"slug": "geo_landslide"}, "harm": "yes", "what_happened": told, "what_done": told}
    return CaseView(
        1, "派潭-260701-01", "incident", "emergency", "geo_landslide", "P0", state, answers, "440118105230",
        ("高滩村", "高灘村"), ("派潭镇", "派潭鎮"), None, NOW, NOW, NAME, "+8613800000001", 42, "A",
        NOW if state != "open" else None, NAME, NAME, 0, (), requests=requests,
    )  # fmt: skip


def said(language: str, key: str, subject: Any, **given: Any) -> Worded:
    worded = word_message(key, language, given, subject, NOW, ZONE)
    assert worded is not None
    return fits(worded)


def fits(worded: Worded) -> Worded:
    told = re.sub(r"<[^>]+>", "", worded.text)
    assert told
    assert len(told.encode("utf-16-le")) // 2 <= 4096
    for data in taps(worded):
        assert len(data.encode()) <= 64
    return worded


def taps(worded: Worded) -> Iterator[str]:
    if isinstance(worded.keyboard, InlineKeyboardMarkup):
        for row in worded.keyboard.inline_keyboard:
            yield from (str(button.callback_data) for button in row)


def test_whoever_was_asked_reads_that_the_case_has_ended_not_that_somebody_took_the_request_back() -> None:
    for state in ("asked", "withdrawn"):
        assert (
            "已结束"
            in said("zh-Hans", "case-request", RequestCard(request("referral", state), case(state="closed"))).text
        )
    for state in ("open", "acknowledged"):
        taken_back = RequestCard(request("referral", "withdrawn"), case(state=state))
        assert "已收回" in said("zh-Hans", "case-request", taken_back).text
    accepted = RequestCard(request("referral", "accepted"), case(state="closed"))
    assert "已接受" in said("zh-Hans", "case-request", accepted).text


@pytest.mark.parametrize("language", locales.LANGUAGES)
def test_a_request_and_what_came_of_it_fit_a_message(language: str) -> None:
    for kind, state in product(REQUESTS, TABLE):
        card = RequestCard(request(kind, state), case(told="土" * 2000))
        worded = said(language, "case-request", card)
        assert list(taps(worded)) == (["rq:7:accept", "rq:7:refuse"] if state == "asked" else [])
        if state != "asked":
            given = {"kind": kind, "state": state, "function": "water", "name": NAME, "by": NAME, "by_id": 42,
                     "who": NAME, "answer": REASON, "level": "P2", "minutes": 10}  # fmt: skip
            told = said(language, "request-told", case(), **given)
            assert ("tg://user?id=42" in told.text) == (state in ("refused", "lapsed"))
            assert said(language, "request-told", case(), **given, district=True)
    over = said(language, "case-request", RequestCard(request("referral", "asked"), case(state="closed")))
    assert list(taps(over)) == []
    said(language, "referral-taken", case(), by=NAME, function="water", who=NAME, phone="+8613800000002")
    said(language, "referral-taken", case(), by=NAME, function="water", who=NAME, phone=None)
    for raised, confirmed in product((True, False), ("", NAME)):
        set_by = {"before": "P0", "after": "P2", "by": NAME, "reason": REASON, "confirmed_by": confirmed}
        said(language, "priority-set", case(), **set_by, raised=raised)


@pytest.mark.parametrize("language", locales.LANGUAGES)
def test_the_card_says_what_waits_and_who_sees_to_it(language: str) -> None:
    every = [request(kind, state) for kind, state in product(REQUESTS, TABLE)]
    shown = request_lines(case(*every), language, ZONE, NOW)
    assert shown is not None
    assert len(shown.splitlines()) == 3
    assert request_lines(case(*every, state="closed"), language, ZONE, NOW) is None
    assert request_lines(case(), language, ZONE, NOW) is None
    taken = case(request("referral", "accepted"), state="referred")
    assert said(language, "case-card", taken)
    assert said(language, "case-again", taken)


@pytest.mark.parametrize("language", locales.LANGUAGES)
def test_the_menus_fit_and_their_buttons_carry_what_they_should(language: str) -> None:
    everybody = tuple(load_functions())
    found = Functions(("emergency", "water"), everybody, frozenset(everybody))
    some = [
        Candidate(number, NAME, role, ("派潭镇", "派潭鎮"), "water" if role == "department" else None, number % 2 == 0)
        for number, role in enumerate(("duty", "leader", "head", "department") * 5)
    ]
    it: Any = SimpleNamespace(id=1, kind="incident", number="派潭-01", priority="P1", state="open", state_by_name=None)
    for worded in (
        request_screens.refer_menu(it, found, True, language),
        request_screens.refer_menu(it, Functions(("water",), ("health",)), False, language),
        request_screens.refer_waits(it, request("referral", "asked"), language, ZONE, NOW),
        *(request_screens.assign_menu(it, some, [request("assignment", "asked")], page, True, language)
          for page in (0, 1, 2, 99)),
        request_screens.assign_menu(it, (), (), 0, False, language),
        request_screens.office_menu(1, "派潭-01", everybody, language),
        request_screens.priority_menu(it, language),
        *(request_screens.confirm_lower(it, "P3", REASON, alone, language) for alone in (True, False)),
    ):  # fmt: skip
        assert list(taps(fits(worded)))
    for own in (it, SimpleNamespace(**{**vars(it), "kind": "hazard"})):
        menus = (request_screens.refer_menu(own, found, True, language), request_screens.priority_menu(own, language),
                 request_screens.assign_menu(own, (), (), 0, False, language),
                 request_screens.refer_waits(own, request("referral", "asked"), language, ZONE, NOW))  # fmt: skip
        assert all(("k:1:menu:" in taps(menu)) == (own is it) for menu in menus), "返回, where there is a desk menu"
    menu = request_screens.priority_menu(it, language)
    assert [data for data in taps(menu) if ":to:" in data] == [f"pr:1:to:{level}" for level in LEVELS if level != "P1"]
    for refusal in ("pending", "nobody", "same", "stale", "answered", "gone", "no_right", "over"):
        assert 0 < len(request_screens.answer(it, refusal, "", language)) <= 200


@pytest.mark.parametrize("language", locales.LANGUAGES)
def test_the_timeline_tells_each_step(language: str) -> None:
    words = {"to": "水务（镇水利所）", "reason": REASON, "before": "P0", "after": "P2", "confirmed_by": NAME}
    verbs = [f"{kind}_{step}" for kind, step in product(REQUESTS, STEPS)] + ["priority_raised", "priority_lowered"]
    for verb, by, given in product(verbs, (NAME, None), (words, {})):
        told = TELL[verb](Event(NOW, verb, by, given), case(), language, ZONE, NOW)
        assert told
        assert len(told) < 700


@pytest.mark.parametrize("language", locales.LANGUAGES)
def test_whoever_speaks_for_two_departments_reads_which(language: str) -> None:
    posts = tuple(HeldPost("department", "440118105", "派潭镇", function=slug) for slug in ("water", "forestry"))
    home = screens.home(Speaker(1, "林水务", language, 1, True, person_id=1, posts=posts)).text
    assert all(function_name(slug, language) in home for slug in ("water", "forestry"))
    welcome = screens.enrolled(
        "welcome", "department", None, ("派潭镇", ""), None, Speaker(1, "林", language, 1, True), "water"
    )
    assert function_name("water", language) in welcome.text
