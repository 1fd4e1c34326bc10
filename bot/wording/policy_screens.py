"""Escalation policies on the screen: the list, how to type one, and the night that it makes, minute by minute."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.rules.escalation import FUNCTION, STOPS, Ladder
from bot.rules.places import Places
from bot.rules.policy import POST, Scope, example, preview
from bot.wording import values
from bot.wording.buttons import button, rows
from bot.wording.duty_screens import close_button
from bot.wording.duty_taps import PolicyTap
from bot.wording.worded import Html, Worded, lines, plain, shortened, words

# A night as in the brief of those who answer at night.
HOUR, MINUTE = 2, 17


@dataclass(frozen=True)
class Shown:
    """A policy for the screen. `names`: the people it calls, by their word."""

    scope: Scope
    ladder: Ladder
    names: Mapping[str, str]


def listed(known: Sequence[tuple[int, Scope]], places: Places, language: str, *, old: bool = False) -> Worded:
    """`old`: there are versions that no longer hold, too."""
    taps = [
        [button(shortened(title(scope, places, language), 60), PolicyTap(act="show", policy=number))]
        for number, scope in known
    ]
    new = [button(plain(language, "button-policy-new"), PolicyTap(act="new"), "primary")]
    before = [button(plain(language, "button-policy-old"), PolicyTap(act="old"))] if old else []
    return Worded(
        words(language, "policy-list" if known else "policy-none"), rows(*taps, new, [*before, close_button(language)])
    )


@dataclass(frozen=True)
class Ended:
    """A version that no longer holds; `at` and `by`: when it ended and through whom."""

    number: int
    version: int
    scope: Scope
    at: str
    by: str


def old_ones(found: Sequence[Ended], page: int, more: bool, places: Places, language: str) -> Worded:
    taps = [
        [button(shortened(plain(language, "policy-old-line", title=title(each.scope, places, language),
                                version=str(each.version), at=each.at), 60),
                PolicyTap(act="show", policy=each.number))]
        for each in found
    ]  # fmt: skip
    turn = [button(plain(language, "button-previous-page"), PolicyTap(act="old", policy=page - 1))] if page else []
    turn += [button(plain(language, "button-next-page"), PolicyTap(act="old", policy=page + 1))] if more else []
    back = [button(plain(language, "button-back"), PolicyTap(act="list"))]
    return Worded(words(language, "policy-old" if found else "policy-old-none"), rows(*taps, turn, back))


def old_one(shown: Shown, version: Version, ended: Ended, places: Places, language: str, local_now: datetime) -> Worded:
    """As it was, who made it and who ended it."""
    made = words(language, "policy-version", version=str(version.version), by=shortened(version.by, 60), at=version.at)
    over = words(language, "policy-old-ended", by=shortened(ended.by, 60), at=ended.at)
    back = [button(plain(language, "button-back"), PolicyTap(act="old"))]
    return Worded(lines(night(shown, places, language, local_now), made, over), rows(back))


def how(language: str) -> Worded:
    back = [button(plain(language, "button-back"), PolicyTap(act="list"))]
    return Worded(words(language, "policy-how"), rows(back))


def fault(key: str, said: str, language: str) -> Worded:
    back = [button(plain(language, "button-back"), PolicyTap(act="list"))]
    return Worded(words(language, key, said=shortened(said, 60)), rows(back))


def title(scope: Scope, places: Places, language: str) -> str:
    hours = "–".join(f"{at:%H:%M}" for at in scope.hours) if scope.hours else ""
    return plain(
        language, "policy-title", level=scope.level, area=_area(scope, places, language),
        category=_categories(scope, language), hours=hours,
    ).strip()  # fmt: skip


def _area(scope: Scope, places: Places, language: str) -> str:
    area = places.get(scope.area)
    return values.area_name((area.name, area.name_hant), language) if area else plain(language, "policy-everywhere")


def _categories(scope: Scope, language: str) -> str:
    named = [values.category_name(slug, language) for slug in scope.categories]
    return plain(language, "list-comma").join(named) or plain(language, "policy-any")


def night(shown: Shown, places: Places, language: str, local_now: datetime) -> Html:
    """若 02:17 …: every call of a climb that nobody answers."""
    scope, ladder = shown.scope, shown.ladder
    at = example(scope, local_now.replace(hour=HOUR, minute=MINUTE, second=0, microsecond=0))
    calls = [
        words(language, "policy-call-silent" if call.silent else "policy-call", at=f"{call.at:%H:%M}",
              whom=plain(language, "list-comma").join(_whom(word, shown.names, language) for word in call.whom))
        for call in preview(ladder, at)
    ]  # fmt: skip
    head = words(
        language, "policy-preview", title=title(scope, places, language), at=f"{at:%H:%M}", level=scope.level,
        area=_area(scope, places, language), category=_categories(scope, language),
    )  # fmt: skip
    return lines(head, *calls, *_after(ladder, language))


def _after(ladder: Ladder, language: str) -> list[Html]:
    stops = plain(language, "policy-or").join(
        plain(language, f"policy-stop-{state}") for state in STOPS if state in ladder.stop_on
    )
    repeat, progress = ladder.repeat, ladder.progress_within
    on = words(language, "policy-on", minutes=_minutes(repeat.wait), stops=stops) if repeat else None
    again = words(language, "policy-progress", minutes=_minutes(progress)) if progress else None
    return [part for part in (on or words(language, "policy-ends"), again) if part]


def _minutes(span: timedelta) -> str:
    return str(int(span.total_seconds() // 60))


def _whom(word: str, names: Mapping[str, str], language: str) -> str:
    if word in names:
        return shortened(names[word], 40)
    if word.startswith(FUNCTION):
        return values.function_name(word.removeprefix(FUNCTION), language)
    if word.startswith(POST):
        return plain(language, "policy-whom-post", rank=word.removeprefix(POST))
    return plain(language, f"policy-whom-{word.replace('_', '-')}")


def draft(shown: Shown, places: Places, language: str, local_now: datetime, revision: int) -> Worded:
    """What was typed, as a night; saved by a tap of its own."""
    text = lines(night(shown, places, language, local_now), words(language, "policy-sure"))
    save = button(plain(language, "button-policy-save"), PolicyTap(act="save", revision=revision), "success")
    drop = button(plain(language, "button-cancel"), PolicyTap(act="list"))
    return Worded(text, rows([save, drop]))


@dataclass(frozen=True)
class Version:
    number: int
    version: int
    by: str
    at: str


def one(shown: Shown, version: Version, places: Places, language: str, local_now: datetime) -> Worded:
    made = words(language, "policy-version", version=str(version.version), by=shortened(version.by, 60), at=version.at)
    end = button(plain(language, "button-policy-end"), PolicyTap(act="end", policy=version.number), "danger")
    back = button(plain(language, "button-back"), PolicyTap(act="list"))
    return Worded(lines(night(shown, places, language, local_now), made), rows([end, back]))


def end_sure(number: int, scope: Scope, places: Places, language: str) -> Worded:
    sure = button(plain(language, "button-policy-end-sure"), PolicyTap(act="end_sure", policy=number), "danger")
    back = button(plain(language, "button-back"), PolicyTap(act="show", policy=number))
    return Worded(words(language, "policy-end-sure", title=title(scope, places, language)), rows([sure, back]))
