"""Every word of a drill, to anybody, in any language, begins and ends with its mark, and fits into a message."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.drill_plan import STEPS, Plan, edit
from bot.rules.drill_steps import Facts
from bot.rules.drill_view import DrillView, Invited
from bot.rules.question import Fault
from bot.rules.speaker import Speaker
from bot.wording.drill_marker import note
from bot.wording.drill_messages import WORDS
from bot.wording.drill_screens import DrillScreens, ask_name, confirm
from bot.wording.outgoing import Saying, word_message
from bot.wording.worded import TEXT_LIMIT, Worded
from bot.words_complete import FILES, messages
from tests.rules.area_rows import zengcheng

LANGUAGES = ("zh-Hans", "zh-Hant", "en")
ZONE = ZoneInfo("Asia/Shanghai")
START = datetime(2026, 5, 12, 2, 0, tzinfo=UTC)
MARKS = {
    "zh-Hans": ("【演练】 ", "【演练】"),
    "zh-Hant": ("【演練】 ", "【演練】"),
    "en": ("【演练】 DRILL ", "【演练】"),
}
KEYS = [key for key in messages(FILES[0])[0] if key.startswith("drill-")]
NASTY = "<b>&\u202e\u200b演练】𨋢`*_[x](y)"


def fits(worded: Worded, language: str) -> None:
    """Marked at both ends, its tags closed, and within Telegram's limit, which counts what is seen."""
    start, end = MARKS[language]
    assert worded.text.startswith(start), worded.text[:60]
    assert worded.text.endswith(end), worded.text[-60:]
    assert len(worded.text) > len(start) + len(end) + 1
    seen = html.unescape(re.sub(r"</?(?:b|i|code|a)(?: [^>]*)?>", "", worded.text))
    assert len(seen.encode("utf-16-le")) // 2 <= TEXT_LIMIT
    for tag in ("b", "i", "a"):
        assert len(re.findall(rf"<{tag}[ >]", worded.text)) == worded.text.count(f"</{tag}>")


def drill(people: int = 2, **changes: object) -> DrillView:
    villages = [area for area in zengcheng().areas if area.kind not in ("city", "town")]
    invited = tuple(
        Invited(
            person_id=number, name=NASTY * 12, rank="AB"[number % 2], area=villages[number // 2].code,
            area_names=(villages[number // 2].name, villages[number // 2].name_hant), town_names=("派潭镇", "派潭鎮"),
            answer=("can", "cannot", None)[number % 3], unreachable="blocked" if number % 5 == 4 else None,
            signed_in_at=START if number % 4 == 0 else None,
        )
        for number in range(people)
    )  # fmt: skip
    view = DrillView(
        drill_id=7, name="防汛转移", scenario="flood", kind="field", place="",
        areas=(("440118105", ("派潭镇", "派潭鎮")),), starts_at=START, ends_at=START + timedelta(hours=1),
        state="planned", organiser="陈建国", invited=invited,
    )  # fmt: skip
    return replace(view, **changes)  # type: ignore[arg-type]


def worded(key: str, language: str, view: DrillView, **values: object) -> Worded | None:
    return word_message(key, language, {"person": 0, **values}, view, START - timedelta(hours=3), ZONE)


def test_no_key_of_a_drill_is_sent_without_passing_the_marker() -> None:
    for word in WORDS.values():
        said = word(Saying("zh-Hans", {"person": 0}, drill(state="running"), START, ZONE))
        assert said is not None
        fits(said, "zh-Hans")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", list(WORDS))
@settings(max_examples=25, deadline=None)
@given(
    state=st.sampled_from(["planned", "running", "ended", "cancelled"]),
    people=st.sampled_from([1, 2, 9, 730]),
    text=st.one_of(st.text(max_size=100), st.just(NASTY * 3)),
    closed=st.one_of(st.none(), st.text(max_size=200)),
    held=st.integers(0, 9999),
)
def test_every_message_in_every_state_is_marked_and_fits(
    language: str, key: str, state: str, people: int, text: str, closed: str | None, held: int
) -> None:
    view = drill(people, state=state, name=text, scenario="", place=text, organiser=text * 2, held=held,
                 closed_by=closed, closed_at=START if closed is not None else None)  # fmt: skip
    for page in range(view.record_pages) if key == "drill-record" else (0,):
        said = worded(key, language, view, page=page)
        if said is not None:
            fits(said, language)


def test_what_has_become_pointless_is_not_said() -> None:
    for state in ("ended", "cancelled"):
        for key in ("drill-invitation", "drill-reminder", "drill-sign-in"):
            assert worded(key, "zh-Hans", drill(state=state)) is None
    for key in WORDS:
        assert word_message(key, "zh-Hans", {"person": 0}, None, START, ZONE) is None


def test_after_the_start_an_older_message_asks_to_sign_in_too() -> None:
    said = worded(
        "drill-invitation", "zh-Hans", drill(state="running", invited=(replace(drill().invited[1]),)), person=1
    )
    assert said is not None
    assert "请签到" in said.text
    assert said.keyboard is not None


def test_the_record_names_everybody_who_came_on_as_many_pages_as_it_takes() -> None:
    view = drill(730, state="ended")
    pages = [worded("drill-record", "zh-Hans", view, page=page) for page in range(view.record_pages)]
    listed = sum(page.text.count("10:00:00") for page in pages if page)
    assert listed == len(view.signed_in) > 100
    assert len(pages) == 1 + -(-listed // 80)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("private", [True, False])
def test_every_screen_of_planning_is_marked_and_fits(language: str, private: bool) -> None:
    full = Plan(
        name=NASTY * 4, kind="field", areas=tuple(area.code for area in zengcheng().areas[20:]), place=NASTY,
        minutes=90, starts_at=START.astimezone(ZONE), step="summary",
    )  # fmt: skip
    now = (START - timedelta(days=3)).astimezone(ZONE)
    faults: list[Fault | None] = [None, *(_fault(key) for key in KEYS if "-fault-" in key)]
    for root in ("440118", "440118105"):
        known = Facts(zengcheng(), (root,), lambda code: True, now)
        plans = [full, replace(full, step="change"), Plan(), *(edit(full, step) for step in STEPS)]
        plans += [replace(edit(full, "when"), day=now.date()), replace(edit(full, "where"), offered=full.areas[:8])]
        for plan in plans:
            screens = DrillScreens(plan, known, language, 7_000_000_000, 123456, private, ZONE)
            for fault in faults if private else faults[:3]:
                fits(screens.screen(fault), language)
            fits(screens.resume(), language)
    for deed in ("start", "end", "cancel"):
        fits(confirm(language, 7, deed, NASTY * 4), language)
    fits(ask_name(language, Speaker(7, NASTY * 9, language, 7, private)), language)


def _fault(key: str) -> Fault:
    return Fault(key, {"text": NASTY, "length": "4096", "max": "100", "min": "5", "days": "3"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_toast_is_marked_and_short_enough(language: str) -> None:
    start, end = MARKS[language]
    for key in KEYS:
        if key.startswith("drill-tap-"):
            toast = note(language, key)
            assert toast.startswith(start)
            assert toast.endswith(end)
            assert len(toast) <= 200
