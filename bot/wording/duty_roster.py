"""Who is on duty, who comes next, where nobody will be: for /duty, at each change of shift, and ahead of time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import locales
from bot.wording import values
from bot.wording.outgoing import Saying
from bot.wording.worded import Html, Worded, lines, plain, shortened, words

GAPS_SHOWN = 12


def roster_lines(shown: Mapping[str, Any], language: str, zone: ZoneInfo, now: datetime) -> list[Html]:
    """The picture of a roster (`bot.actions.roster_view`), line by line."""
    if not shown["planned"]:
        return [words(language, "duty-no-roster")]
    return [
        *now_lines(shown, language),
        *_next_line(shown, language, zone, now),
        *gap_lines(shown, language, zone, now),
    ]


def now_lines(shown: Mapping[str, Any], language: str) -> list[Html]:
    found = [_seat(each, language) for each in shown["now"]]
    handover = shown.get("handover")
    if handover:
        key = "duty-handover-refused" if handover["state"] == "refused" else "duty-handover-open"
        found.append(words(language, key, before=handover["from"], after=handover["to"]))
    elif not any(each["seat"] == "main" and each["name"] for each in shown["now"]):
        found.append(words(language, "duty-main-empty"))
    return found


def _seat(each: Mapping[str, Any], language: str) -> Html:
    seat = plain(language, f"seat-{each['seat']}")
    if not each["name"]:
        return words(language, "duty-seat-empty", seat=seat)
    trouble = f" ⚠️ {reason(each['trouble'], language)}" if each.get("trouble") else ""
    phone = each.get("phone") or plain(language, "card-no-phone")
    return words(language, "duty-seat", seat=seat, name=shortened(each["name"], 60), phone=phone, trouble=trouble)


def _next_line(shown: Mapping[str, Any], language: str, zone: ZoneInfo, now: datetime) -> list[Html]:
    if not shown["next_at"]:
        return []
    who = plain(language, "list-comma").join(
        f"{plain(language, 'seat-' + each['seat'])} {shortened(each['name'] or plain(language, 'duty-nobody'), 40)}"
        for each in shown["next"]
    )
    return [words(language, "duty-next", at=_when(shown["next_at"], language, zone, now), who=who)]


def gap_lines(shown: Mapping[str, Any], language: str, zone: ZoneInfo, now: datetime) -> list[Html]:
    gaps: Sequence[Mapping[str, str]] = shown["gaps"]
    found = [
        words(
            language, "duty-gap", seat=plain(language, f"seat-{gap['seat']}"),
            since=_when(gap["from"], language, zone, now), until=_when(gap["to"], language, zone, now),
        )
        for gap in gaps[:GAPS_SHOWN]
    ]  # fmt: skip
    more = len(gaps) - GAPS_SHOWN
    return [*found, *([words(language, "duty-more-gaps", number=str(more))] if more > 0 else [])]


def _when(iso: str, language: str, zone: ZoneInfo, now: datetime) -> str:
    """Today without the date, else the day of the week too: 周三 11-25 08:30."""
    return short_moment(datetime.fromisoformat(iso), language, zone, now)


def short_moment(at: datetime, language: str, zone: ZoneInfo, now: datetime) -> str:
    local = at.astimezone(zone)
    if local.date() == now.astimezone(zone).date():
        return f"{local:%H:%M}"
    return f"{plain(language, f'weekday-{local.isoweekday()}')} {local:%m-%d %H:%M}"


def _area(shown: Mapping[str, Any], language: str) -> str:
    names = shown["area_names"]
    return values.area_name((names[0], names[1]), language)


def reason(word: str | None, language: str) -> str:
    """Why a chat cannot be reached, in words; a reason without words of its own is shown as it is."""
    key = f"reason-{(word or 'refused').replace('_', '-')}"
    return plain(language, key) if locales.has(key) else str(word)


def change(saying: Saying) -> Worded | None:
    """Who is on duty from now on, to the group."""
    shown, language = saying.values, saying.language
    title = words(language, "duty-change", area=_area(shown, language))
    return Worded(lines(title, *roster_lines(shown, language, saying.zone, saying.now)))


def yours(saying: Saying) -> Worded | None:
    """To whoever comes on duty."""
    shown, language = saying.values, saying.language
    seat = plain(language, f"seat-{shown['seat']}")
    title = words(language, "duty-yours", area=_area(shown, language), seat=seat)
    return Worded(lines(title, *now_lines(shown, language), *_next_line(shown, language, saying.zone, saying.now)))


def ahead(saying: Saying) -> Worded | None:
    """Once a day: the gaps of the next seven days, and who of the planned cannot be called."""
    shown, language = saying.values, saying.language
    silent = [
        words(
            language, "duty-planned-silent", name=shortened(each["name"], 60), reason=reason(each["trouble"], language),
            phone=each["phone"] or plain(language, "card-no-phone"),
        )
        for each in shown["silent"]
    ]  # fmt: skip
    return Worded(lines(
        words(language, "duty-gaps", area=_area(shown, language)),
        *gap_lines(shown, language, saying.zone, saying.now), *silent, words(language, "duty-gaps-how"),
    ))  # fmt: skip


WORDS = {"duty-change": change, "duty-yours": yours, "duty-gaps": ahead}
