"""What others hear of a changed roster: the group, whoever is asked to swap, and the file for a calendar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Protocol

from bot.rules.calendar_file import Entry, calendar
from bot.rules.roster_import import Unreadable
from bot.wording import values
from bot.wording.buttons import button, rows
from bot.wording.duty_roster import short_moment
from bot.wording.duty_taps import SwapTap
from bot.wording.outgoing import Saying
from bot.wording.worded import Media, Worded, lines, plain, shortened, words

FAULTS_SHOWN = 15


def edited(saying: Saying) -> Worded | None:
    given, language = saying.values, saying.language
    names = plain(language, "roster-arrow").join(shortened(str(name), 40) for name in given.get("names", ()))
    common = (
        {"by": shortened(str(given["by"]), 60), "seat": plain(language, f"seat-{given['seat']}")}
        if given.get("seat")
        else {"by": shortened(str(given["by"]), 60)}
    )
    match given["what"]:
        case "rotation":
            kind = plain(language, f"rotation-{str(given['kind']).replace('_', '-')}")
            return Worded(
                words(language, "roster-edited-rotation", **common, kind=kind, names=names, day=given["from"])
            )
        case "override":
            return Worded(words(language, "roster-edited-override", **common, shift=_span(saying), name=names))
        case "swap":
            first, second = (shortened(str(name), 40) for name in given["names"])
            theirs = _span(saying, "theirs") if given["theirs"] else "none"
            return Worded(words(
                language, "roster-edited-swap", seat=common["seat"], asker=first, other=second, shift=_span(saying),
                theirs=theirs,
            ))  # fmt: skip
        case "import":
            return Worded(words(language, "roster-edited-import", by=common["by"], number=str(given["number"])))
        case _:
            return Worded(words(language, "roster-edited-end", **common))


def _span(saying: Saying, key: str = "") -> str:
    given = saying.values
    span = given[key] if key else (given["from"], given["to"])
    since, until = (
        short_moment(datetime.fromisoformat(str(at)), saying.language, saying.zone, saying.now) for at in span
    )
    return f"{since} – {until}"


def asked(saying: Saying) -> Worded | None:
    given, language = saying.values, saying.language
    swap = int(given["swap"])
    text = words(
        language, "swap-asked", asker=shortened(str(given["asker"]), 60), shift=_span(saying),
        seat=plain(language, f"seat-{given['seat']}"), theirs=_span(saying, "theirs") if given["theirs"] else "none",
    )  # fmt: skip
    yes = button(plain(language, "button-swap-yes"), SwapTap(swap=swap, act="yes"), "success")
    no = button(plain(language, "button-swap-no"), SwapTap(swap=swap, act="no"))
    return Worded(text, rows([yes, no]))


def answered(saying: Saying) -> Worded | None:
    given, language = saying.values, saying.language
    return Worded(words(
        language, f"swap-{given['state']}", other=shortened(str(given["other"]), 60), shift=_span(saying)
    ))  # fmt: skip


class Imported(Protocol):
    """What became of a duty table (`bot.actions.roster_import`)."""

    @property
    def new(self) -> int: ...
    @property
    def same(self) -> int: ...
    @property
    def faults(self) -> Sequence[Unreadable]: ...


def imported(done: Imported | None, language: str) -> Worded:
    """How many shifts were taken, and every line that could not be read."""
    if done is None:
        return Worded(words(language, "roster-no-right"))
    told = [
        words(
            language, f"roster-fault-{fault.what.replace('_', '-')}", line=str(fault.line), cell=fault.cell
        )
        for fault in done.faults[:FAULTS_SHOWN]
    ]  # fmt: skip
    more = len(done.faults) - FAULTS_SHOWN
    return Worded(lines(
        words(language, "roster-imported", new=str(done.new), same=str(done.same), faults=str(len(done.faults))),
        *told, words(language, "roster-more-faults", number=str(more)) if more > 0 else None,
    ))  # fmt: skip


def read_file(saying: Saying) -> Worded | None:
    """What became of a file that was sent."""
    given = saying.values
    if given.get("reason"):
        return Worded(words(saying.language, "roster-file-unreadable", name=given["name"], reason=given["reason"]))
    return imported(
        _Told(given["new"], given["same"], [Unreadable(*each) for each in given["faults"]]), saying.language
    )


@dataclass(frozen=True)
class _Told:
    new: int
    same: int
    faults: list[Unreadable]


def calendar_file(saying: Saying) -> Worded | None:
    """The shifts of two months as a file."""
    given, language = saying.values, saying.language
    names = given["area_names"]
    area = values.area_name((names[0], names[1]), language)
    entries = [
        Entry(
            f"{given['area']}-{seat}-{datetime.fromisoformat(since):%Y%m%dT%H%MZ}@qianshao",
            datetime.fromisoformat(since), datetime.fromisoformat(until),
            f"{area} {plain(language, 'seat-' + seat)} {name}",
        )
        for seat, since, until, name in given["shifts"]
    ]  # fmt: skip
    title = plain(language, "roster-calendar-name", area=area)
    made_at = datetime.fromisoformat(given["made_at"])
    make = partial(calendar, entries, title, made_at)
    text = words(language, "roster-calendar", area=area, number=str(len(entries)))
    return Worded(text, media=Media("document", "", name=f"duty-{given['area']}.ics", make=make))


WORDS = {
    "roster-edited": edited,
    "swap-asked": asked,
    "swap-answered": answered,
    "roster-calendar": calendar_file,
    "roster-file-read": read_file,
}
