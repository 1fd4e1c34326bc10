"""态势简报 in words: one message, the worst first, with a button for each thing that waits for a decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.wording import area_choice, case_facts, case_grade, values
from bot.wording.buttons import button, in_columns, rows
from bot.wording.case_cards import MARKS
from bot.wording.case_taps import CasesTap, PulseTap
from bot.wording.duty_screens import close_button
from bot.wording.outgoing import Saying
from bot.wording.worded import Html, Worded, lines, plain, words

CASES_SHOWN = 4
FIGURES = ("dead", "missing", "injured", "injured_serious", "trapped", "households", "evacuated", "threatened_people")


def pulse(saying: Saying) -> Worded:
    return told(saying.values, saying.language, saying.zone, saying.now)


def told(given: Mapping[str, Any], language: str, zone: ZoneInfo, now: datetime) -> Worded:
    """`given`: `bot.actions.pulses` as the outbox keeps it."""
    at = datetime.fromisoformat(given["at"])
    since = values.moment(datetime.fromisoformat(given["since"]), zone, at)
    names = area_choice.names([(pair[0], pair[1]) for pair in given["area_names"]], language)
    text = lines(
        words(language, "pulse-title", names=names, at=values.moment(at, zone, now)),
        _open(given["open"], language),
        words(language, "pulse-calm", since=since) if given["calm"] else None,
        *_part("changes", given, "changed", [_change(each, language) for each in given["changes"]], language, since),
        *_part("late", given, "late_count", [_late(each, language, at) for each in given["late"]], language, since),
        *_part("decisions", given, "to_decide", [_decision(each, language) for each in given["decisions"]], language,
               since),
    )  # fmt: skip
    return Worded(text, rows(*_buttons(given, language)))


def _open(counts: Mapping[str, int], language: str) -> Html:
    if not counts:
        return words(language, "pulse-open-none")
    shown = " ".join(f"{MARKS.get(priority, '')}{number}" for priority, number in sorted(counts.items()))
    return words(language, "pulse-open", number=str(sum(counts.values())), shown=shown)


def _part(
    name: str, given: Mapping[str, Any], count: str, shown: Sequence[Html], language: str, since: str
) -> list[Html]:
    """A heading with the whole number, its lines, and how many more there are."""
    if not shown:
        return []
    more = int(given[count]) - len(shown)
    heading = Html("\n" + words(language, f"pulse-{name}", number=str(given[count]), since=since))
    return [heading, *shown, *([words(language, "pulse-more", number=str(more))] if more > 0 else [])]


def _change(each: Mapping[str, Any], language: str) -> Html:
    figures = " · ".join(
        str(case_facts.figure(key, each["figures"][key], language)) for key in FIGURES if key in each["figures"]
    )
    what = plain(language, f"pulse-what-{each['what'].replace('_', '-')}")
    category = (
        plain(language, "pulse-sign") if each["kind"] == "sign" else values.category_name(each["category"], language)
    )
    return words(
        language, "pulse-case", mark=MARKS.get(each["priority"], ""), what=what, number=each["number"],
        category=category, area=values.area_name((each["area_names"][0], each["area_names"][1]), language),
        figures=Html(f" · {figures}") if figures else "",
    )  # fmt: skip


def _late(each: Mapping[str, Any], language: str, at: datetime) -> Html:
    span = values.elapsed(at - datetime.fromisoformat(each["due_at"]), language)
    names: Mapping[str, str] = each["names"]
    name = (names.get(language) or names.get("zh-Hans") or next(iter(names.values()), "")) if names else ""
    key = f"pulse-late-{each['kind'].replace('_', '-')}"
    return words(language, key, number=each["number"], name=name, span=span)


def _decision(each: Mapping[str, Any], language: str) -> Html:
    return words(language, f"pulse-decide-{each['kind']}", number=each["number"], value=_value(each, language))


def _value(each: Mapping[str, Any], language: str) -> str:
    """A grade or a level in its own words; anything else as it is."""
    value = str(each["value"])
    if each["kind"] == "grade":
        return case_grade.grade_name(value, language)
    return plain(language, f"level-{value}") if each["kind"] in ("approve", "look") else value


def _buttons(given: Mapping[str, Any], language: str) -> list[list[InlineKeyboardButton]]:
    decide = [
        button(plain(language, f"button-pulse-{each['kind']}", number=each["number"]),
               PulseTap(act=_opens(each["kind"]), about=each["about"]), "primary")
        for each in given["decisions"]
    ]  # fmt: skip
    cases = {each["report_id"]: each["number"] for each in (*given["changes"], *given["late"]) if each["report_id"]}
    shown = [
        button(number, PulseTap(act="case", about=report_id)) for report_id, number in list(cases.items())[:CASES_SHOWN]
    ]
    ways = [
        button(plain(language, "button-pulse-cases"), CasesTap(act="l")),
        button(plain(language, "button-pulse-when"), PulseTap(act="when")),
    ]
    return [*in_columns(decide, 1), *in_columns(shown, 2), ways]


def _opens(kind: str) -> str:
    return {"approve": "alert", "look": "alert", "grade": "grade"}.get(kind, "case")


def when(times: Sequence[str], urgent: bool, own: bool, offered: Sequence[str], hours: int, language: str) -> Worded:
    """The hours as buttons that are on or off, and whether it is looked in between."""
    taps = [
        button(f"✅ {hour}" if hour in times else hour, PulseTap(act="time", value=hour.replace(":", "")))
        for hour in offered
    ]
    between = [
        button(plain(language, "button-pulse-urgent-on" if urgent else "button-pulse-urgent-off", hours=str(hours)),
               PulseTap(act="urgent", value="off" if urgent else "on"))
    ] if hours else []  # fmt: skip
    ways = [button(plain(language, "button-pulse-now"), PulseTap(act="now"))]
    ways += [button(plain(language, "button-pulse-usual"), PulseTap(act="usual"))] if own else []
    ways += [button(plain(language, "button-pulse-none"), PulseTap(act="none"))] if times else []
    ways += [close_button(language)]
    shown = plain(language, "list-comma").join(times)
    text = words(language, "pulse-when", times=shown) if times else words(language, "pulse-when-none")
    return Worded(text, rows(*in_columns(taps, 3), between, *in_columns(ways, 2)))


WORDS = {"pulse": pulse}
