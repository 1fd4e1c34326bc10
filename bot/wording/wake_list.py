"""今晚叫不醒的村, and the test call with its one button."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.rules.drill_view import DrillView
from bot.wording import drill_values, values
from bot.wording.buttons import button, rows
from bot.wording.drill_marker import all_marked
from bot.wording.duty_roster import reason
from bot.wording.duty_taps import DrillTap
from bot.wording.outgoing import Saying
from bot.wording.worded import Html, Worded, lines, plain, shortened, words

SHOWN = 15
NAMES_LENGTH = 900
OWN_WORDS = ("vacant", "silent")


def weekly(saying: Saying) -> Worded | None:
    given, language = saying.values, saying.language
    names = given["area_names"]
    asleep, half = given["asleep"], given["half"]
    empty = [each for each in asleep if all(why == "vacant" for _, why, _, _ in each["posts"])]
    held = [each for each in asleep if each not in empty]
    return Worded(lines(
        words(
            language, "wake-list", area=values.area_name((names[0], names[1]), language), number=str(len(asleep)),
            villages=str(given["villages"]),
        ),
        *_villages(held, SHOWN, saying),
        _empty(empty, language) if empty else None,
        words(language, "wake-list-half", number=str(len(half))) if half else None,
        *_villages(half, SHOWN, saying),
        words(language, "wake-list-how"),
    ))  # fmt: skip


def _villages(villages: Sequence[Mapping[str, Any]], most: int, saying: Saying) -> list[Html]:
    found = [_village(each, saying) for each in villages[:most]]
    more = len(villages) - most
    return [*found, *([words(saying.language, "duty-more", number=str(more))] if more > 0 else [])]


def _empty(villages: Sequence[Mapping[str, Any]], language: str) -> Html:
    """Villages without any officer, by name only."""
    names = [values.area_name((each["names"][0], each["names"][1]), language) for each in villages]
    return words(
        language, "wake-empty", number=str(len(names)), names=drill_values.listed(names, language, NAMES_LENGTH)
    )


def _village(village: Mapping[str, Any], saying: Saying) -> Html:
    names, language = village["names"], saying.language
    posts = plain(language, "list-comma").join(_post(*post, saying=saying) for post in village["posts"])
    return words(language, "wake-village", area=values.area_name((names[0], names[1]), language), posts=posts)


def _post(rank: str, why: str, name: str, phone: str | None, *, saying: Saying) -> str:
    language = saying.language
    told = (
        plain(language, f"wake-{why}", days=str(saying.values["days"])) if why in OWN_WORDS else reason(why, language)
    )
    who = " ".join(part for part in (shortened(name, 30), phone or "") if part)
    return plain(language, "wake-post", rank=plain(language, "rank", rank=rank) if rank else "", who=who, why=told)


def test_call(saying: Saying) -> Worded | None:
    """One button: 收到."""
    drill: DrillView | None = saying.subject
    one = drill.person(saying.values.get("person")) if drill else None
    if drill is None or one is None:
        return None
    language = saying.language
    if one.signed_in_at is not None:
        return Worded(
            words(language, "test-call-answered", at=values.moment(one.signed_in_at, saying.zone, saying.now))
        )
    received = button(plain(language, "button-received"), DrillTap(drill=drill.drill_id, act="sign"), "success")
    return Worded(words(language, "test-call"), rows([received]) if drill.state == "running" else None)


WORDS = {"wake-list": weekly} | all_marked({"drill-test-call": test_call})
