"""The duty room's list of a zero report: who has reported, who is missing and how to call them, who came later."""

from __future__ import annotations

from collections.abc import Sequence

from bot.rules.zero_report import DayView, Village, VillageOfficer, by_town
from bot.wording import values
from bot.wording.outgoing import Saying
from bot.wording.worded import Html, Worded, lines, plain, shortened, words
from bot.wording.zero_screens import day

SHOWN = 2400
"""Characters of entries, so that heading and footing fit into one message of 4096."""
VILLAGES_SHOWN, TOWN_SHOWN = 500, 150


def card(saying: Saying) -> Worded | None:
    """`area` in the values: the district's own list, or one town's part of it."""
    whole: DayView | None = saying.subject
    if whole is None:
        return None
    view, language = whole.within(str(saying.values["area"])), saying.language
    tapped = sum(village.how != "report" for village in view.reported)
    text = lines(
        words(
            language, "zero-list-title", area=values.area_name(view.area_names, language),
            day=day(view.day, language), hour=view.hour,
        ),
        words(
            language, "zero-list-count" if view.missing else "zero-list-all", total=str(len(view.villages)),
            reported=str(len(view.reported)), nothing=str(tapped), reports=str(len(view.reported) - tapped),
        ),
        _missing(view, language),
        _without(view, language),
        _late(view, saying),
        words(language, "zero-list-stopped") if view.stopped else None,
    )  # fmt: skip
    return Worded(text)


def _missing(view: DayView, language: str) -> Html | None:
    """A call sheet for a town; for a district the villages by town, whose own group has the numbers."""
    if not view.missing:
        return None
    head = words(language, "zero-list-missing", number=str(len(view.missing)))
    if len(by_town(view.villages)) > 1:
        entries = [_town(view, code, inside, language) for code, inside in by_town(view.missing).items()]
    else:
        entries = [_entry(village, language) for village in view.missing]
    return lines(head, *_fitting(entries, language))


def _fitting(entries: list[Html], language: str) -> list[Html]:
    kept = list(entries)
    while sum(map(len, kept)) > SHOWN:
        kept.pop()
    more = len(entries) - len(kept)
    return [*kept, *([words(language, "zero-list-more", number=str(more))] if more else [])]


def _town(view: DayView, code: str, villages: list[Village], language: str) -> Html:
    name = values.area_name(view.towns.get(code, (code, code)), language)
    return words(
        language,
        "zero-list-town",
        town=name,
        number=str(len(villages)),
        villages=_names(villages, language, TOWN_SHOWN),
    )


def _entry(village: Village, language: str) -> Html:
    officers = plain(language, "list-comma").join(_officer(each, language) for each in village.officers)
    return words(language, "zero-list-entry", village=values.area_name(village.names, language), officers=officers)


def _officer(officer: VillageOfficer, language: str) -> str:
    key = "zero-list-officer" if officer.reachable else "zero-list-unreachable"
    return plain(
        language, key, name=shortened(officer.name, 30), phone=officer.phone or plain(language, "card-no-phone")
    )


def _without(view: DayView, language: str) -> Html | None:
    if not view.without_officer:
        return None
    return words(
        language, "zero-list-without", number=str(len(view.without_officer)),
        villages=_names(view.without_officer, language),
    )  # fmt: skip


def _late(view: DayView, saying: Saying) -> Html | None:
    if not view.late:
        return None
    came = plain(saying.language, "list-comma").join(
        f"{values.area_name(each.names, saying.language)} {values.moment(each.at, saying.zone, each.at)}"
        for each in view.late
        if each.at is not None
    )
    return words(saying.language, "zero-list-late", villages=shortened(came, VILLAGES_SHOWN))


def _names(villages: Sequence[Village], language: str, most: int = VILLAGES_SHOWN) -> str:
    named = plain(language, "list-comma").join(values.area_name(each.names, language) for each in villages)
    return shortened(named, most)


WORDS = {"zero-list": card}
