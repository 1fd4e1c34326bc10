"""Every message of a round of 叫应, in every language, at its longest: nothing missing, nothing above the limits."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook

import locales
from bot.report_types.call_texts import KINDS_OFFERED, LEVELS_OFFERED, load_call_words, ready_text
from bot.rules.call_view import VILLAGES_A_PAGE, Called, CalledVillage, CallView
from bot.wording import call_cards, call_lists, call_screens
from bot.wording.outgoing import word_message
from bot.wording.worded import Worded

ZONE, NOW = ZoneInfo("Asia/Shanghai"), datetime(2026, 7, 1, 2, 17, tzinfo=UTC)
LONG = "何" * 40
LONGEST = (
    ("call-board", {}), ("called", {"person": 10}), ("call-town", {"villages": [30, 31, 40]}),
    ("call-town", {"villages": list(range(1, 371))}), ("call-record", {"page": 0}), ("call-record", {"page": 34}),
    ("call-doors", {"town": "440118105", "page": 1}),
)  # fmt: skip


def village(number: int, answered: bool = False) -> CalledVillage:
    whom = ("A", "B", "head")
    steps = [
        Called(at, each, number * 10 + at, LONG, "+8613800000001", NOW, NOW, "blocked" if at else None, None, at)
        for at, each in enumerate(whom)
    ]
    town = Called(3, "town", None, "", None, NOW, NOW, None, None, 0)
    names = (f"很长的村名{number}", f"很長的村名{number}")
    return CalledVillage(
        number, f"4401181052{number:02}", names, ("派潭镇", "派潭鎮"), NOW if answered else None,
        "陈建国" if answered else "", "phone" if answered else None, NOW if answered else None, None,
        "moving" if answered else None, (*steps, town),
    )  # fmt: skip


def view(kind: str = "rainstorm", level: str = "red", *, text: str = "", answered: int = 0, drill: bool = False):
    villages = tuple(village(number, number <= answered) for number in range(1, 371))
    return CallView(
        3, kind, level, text, drill, (("派潭镇", "派潭鎮"),), "派潭镇值班群", "陈建国", timedelta(minutes=5), NOW,
        NOW + timedelta(hours=1), NOW if answered else None, None, villages,
    )  # fmt: skip


def fits(worded: Worded | None) -> str:
    assert worded is not None
    told = re.sub(r"<[^>]+>", "", worded.text)
    assert len(told.encode("utf-16-le")) // 2 <= 4096
    assert told
    return told


@pytest.mark.parametrize("language", locales.LANGUAGES)
@pytest.mark.parametrize("drill", [False, True])
def test_the_longest_messages_fit(language: str, drill: bool) -> None:
    for shown in (view(text="词" * 1500, drill=drill), view(answered=20, drill=drill)):
        for key, values in LONGEST:
            told = fits(word_message(key, language, values, shown, NOW, ZONE))
            assert told.startswith("【") == drill, told[:20]
        fits(call_lists.silent_list(shown, 5, language, ZONE, NOW))
        fits(call_lists.record_phone(shown, 99999, language, shown.villages[0]))
    fits(call_screens.confirm_end(3, 7, drill, language))


@pytest.mark.parametrize("language", locales.LANGUAGES)
def test_every_kind_and_level_has_its_screens(language: str) -> None:
    fits(call_screens.choose_level(language))
    fits(call_screens.choose_kind(language))
    fits(call_screens.choose_minutes(language))
    fits(call_screens.what_to_edit(language))
    for kind in KINDS_OFFERED:
        for level in LEVELS_OFFERED:
            draft = {"kind": kind, "level": level, "minutes": 60, "text": "" if ready_text(kind, level) else "清排水口"}
            counted = (370, 740, {"blocked": 3, "never_started": 2})
            told = fits(call_screens.preview(draft, "派潭镇", counted, ["高滩村"] * 200, 5, 1, language))
            assert call_cards.name(kind, level, language) in told
            worded = word_message("called", language, {"person": 10}, view(kind, level, text="x"), NOW, ZONE)
            assert worded is not None
            labels = [button.text for line in worded.keyboard.inline_keyboard for button in line]  # type: ignore[union-attr]
            assert len(labels) == (3 if level == "red" else 1)


def test_the_right_answer_is_not_always_in_the_same_place() -> None:
    for words in load_call_words().values():
        if words.question is not None:
            places = {[right for right, _ in words.question.choices(number)].index(True) for number in range(9)}
            assert places == {0, 1, 2}


@pytest.mark.parametrize("language", locales.LANGUAGES)
def test_the_table_has_a_line_a_village_and_no_cell_is_a_formula(language: str) -> None:
    shown = view(answered=3)
    first = shown.villages[0]
    evil = CalledVillage(**{**{name: getattr(first, name) for name in first.__slots__}, "answered_by": "=1+1"})
    worded = word_message("call-export", language, {}, _with(shown, evil), NOW, ZONE)
    assert worded is not None
    assert worded.media is not None
    assert worded.media.make is not None
    sheet = load_workbook(io.BytesIO(worded.media.make())).active
    assert sheet.max_row == 2 + 370
    assert sheet["D3"].value == "=1+1"
    assert sheet["D3"].data_type == "s"
    assert worded.media.name.endswith(".xlsx")


def _with(shown: CallView, first: CalledVillage) -> CallView:
    fields = {name: getattr(shown, name) for name in shown.__slots__}
    return CallView(**{**fields, "villages": (first, *shown.villages[1:])})


def test_pages_hold_all_the_silent() -> None:
    shown, seen = view(), set()
    for page in range(-(-len(shown.silent) // VILLAGES_A_PAGE)):
        told = fits(call_lists.silent_list(shown, page, "zh-Hans", ZONE, NOW))
        seen |= {int(number) for number in re.findall(r"很长的村名(\d+)", told)}
    assert seen == set(range(1, 371))
