"""/roster on the screen: the week, and one question at a time for whatever is changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.rules.roster_edit import Edit, Offered, days, moments
from bot.rules.shifts import KINDS, SEATS, Stretch
from bot.rules.speaker import Speaker
from bot.wording import values
from bot.wording.buttons import ask_for_reply, button, in_columns, rows
from bot.wording.duty_roster import roster_lines, short_moment
from bot.wording.duty_taps import RosterTap
from bot.wording.worded import Html, Worded, escaped, lines, plain, shortened, words

SHIFTS_SHOWN, NOTES_SHOWN = 21, 8


class Rotation(Protocol):
    id: int
    seat: str
    kind: str
    people: list[int]


class Note(Protocol):
    id: int
    text: str
    by_name: str


class Desk(Protocol):
    """As much of a roster as its screens need (`bot.actions.roster.Desk`)."""

    @property
    def area(self) -> str: ...
    @property
    def picture(self) -> Mapping[str, Any]: ...
    @property
    def names(self) -> Mapping[int, str]: ...
    @property
    def staff(self) -> tuple[int, ...]: ...
    @property
    def rotations(self) -> Sequence[Rotation]: ...
    @property
    def shifts(self) -> Sequence[Stretch]: ...
    @property
    def notes(self) -> Sequence[Note]: ...


@dataclass(frozen=True)
class RosterScreens:
    """`owner` is who is editing: in a group nobody else's tap counts."""

    desk: Desk
    language: str
    zone: ZoneInfo
    now: datetime
    owner: int
    revision: int = 0

    @property
    def _area(self) -> str:
        names = self.desk.picture["area_names"]
        return values.area_name((names[0], names[1]), self.language)

    def menu(self, several: bool) -> Worded:
        """The roster, and what can be done with it. `several`: there are other areas to choose from."""
        language, coming = self.language, self._coming()
        text = lines(
            words(language, "roster-title", area=self._area),
            *roster_lines(self.desk.picture, language, self.zone, self.now),
            *(self._rotation(row) for row in self.desk.rotations),
            words(language, "roster-week") if coming else None,
            *(self._changes(at, turns) for at, turns in coming),
            words(language, "roster-notes") if self.desk.notes else None,
            *(self._note(note) for note in self.desk.notes[:NOTES_SHOWN]),
        )
        return Worded(text, rows(*self._menu_buttons(several)))

    def _menu_buttons(self, several: bool) -> list[list[InlineKeyboardButton]]:
        begin = [self._button(f"button-roster-{what}", "begin", what) for what in ("rotation", "override", "swap")]
        more = [self._button("button-roster-import", "begin", "import"), self._button("button-roster-calendar", "ics")]
        notes = [self._button("button-roster-note", "begin", "note")]
        if self.desk.rotations:
            notes.append(self._button("button-roster-end", "begin", "end"))
        done = [
            button(f"✓ {shortened(note.text, 30)}", self._tap("done", str(note.id)))
            for note in self.desk.notes[:NOTES_SHOWN]
        ]
        last = [self._button("button-back", "areas")] if several else []
        return [
            *in_columns(begin, 2),
            more,
            notes,
            *in_columns(done, 1),
            [*last, self._button("button-close-menu", "close")],
        ]

    def _rotation(self, row: Rotation) -> Html:
        language = self.language
        names = plain(language, "roster-arrow").join(self._name(person) for person in row.people)
        return words(
            language, "roster-rotation", seat=plain(language, f"seat-{row.seat}"),
            kind=plain(language, f"rotation-{row.kind.replace('_', '-')}"), names=names,
        )  # fmt: skip

    def _coming(self) -> list[tuple[datetime, list[Stretch]]]:
        """The changes ahead, by their moment; who sits there now stands above."""
        ahead = [turn for turn in self.desk.shifts if turn.starts_at > self.now][:SHIFTS_SHOWN]
        return [(at, list(turns)) for at, turns in groupby(ahead, key=lambda turn: turn.starts_at)]

    def _changes(self, at: datetime, turns: Sequence[Stretch]) -> Html:
        seats = (plain(self.language, f"seat-{turn.seat}") + " " + self._sits(turn) for turn in turns)
        told = plain(self.language, "list-comma").join(seats)
        return words(self.language, "roster-change", at=self._when(at), seats=told)

    def _sits(self, turn: Stretch) -> str:
        return self._name(turn.person) if turn.person else "⚠️ " + plain(self.language, "duty-nobody")

    def _note(self, note: Note) -> Html:
        return words(self.language, "handover-note", text=shortened(note.text, 120), by=shortened(note.by_name, 40))

    def _name(self, person: int | None) -> str:
        return shortened(self.desk.names.get(person or 0, "?"), 40)

    def _when(self, at: datetime) -> str:
        return short_moment(at, self.language, self.zone, self.now)

    def _span(self, span: tuple[str, str]) -> str:
        since, until = moments(span)
        return f"{self._when(since)} – {self._when(until)}"

    # -- one question at a time --------------------------------------------------------------------------------------

    def question(self, edit: Edit, offered: Offered, fault: str | None = None) -> Worded:
        text = lines(
            words(self.language, fault) if fault else None,
            words(self.language, "roster-title", area=self._area),
            *self._so_far(edit),
            self._ask(edit, offered),
        )
        return Worded(text, rows(*self._choices(edit, offered), self._ways(edit)))

    def _ask(self, edit: Edit, offered: Offered) -> Html:
        if edit.step == "shift" and not offered.shifts:
            return words(self.language, "roster-no-shift")
        if edit.step in ("people", "person", "for") and not offered.staff:
            return words(self.language, "roster-no-staff")
        return words(self.language, f"roster-ask-{edit.what}-{edit.step}")

    def _so_far(self, edit: Edit) -> list[Html]:
        """What was chosen: the summary has all of it."""
        language = self.language
        said = [words(language, f"roster-doing-{edit.what}")]
        if edit.seat:
            said.append(escaped(plain(language, f"seat-{edit.seat}")))
        if edit.kind:
            said.append(escaped(plain(language, f"rotation-{edit.kind.replace('_', '-')}")))
        if edit.people:
            said.append(escaped(plain(language, "roster-arrow").join(self._name(person) for person in edit.people)))
        if edit.day:
            said.append(words(language, "roster-from-day", day=edit.day))
        if edit.shift:
            said.append(escaped(self._span(edit.shift)))
        if edit.person:
            said.append(words(language, "roster-person", name=self._name(edit.person)))
        if edit.theirs:
            said.append(words(language, "roster-in-exchange", shift=self._span(edit.theirs)))
        if edit.rotation:
            said += [self._rotation(row) for row in self.desk.rotations if row.id == edit.rotation]
        return said

    def _choices(self, edit: Edit, offered: Offered) -> list[list[InlineKeyboardButton]]:
        match edit.step:
            case "seat":
                return in_columns([self._pick(plain(self.language, f"seat-{seat}"), seat) for seat in SEATS], 3)
            case "kind":
                names = {kind: plain(self.language, f"rotation-{kind.replace('_', '-')}") for kind in KINDS}
                return in_columns([self._pick(names[kind], kind) for kind in KINDS], 1)
            case "people":
                return self._people(edit, offered)
            case "day":
                return in_columns([self._pick(self._day(day), day.isoformat()) for day in days(offered.today)], 2)
            case "shift":
                return in_columns(
                    [self._pick(self._labelled(*each), str(n)) for n, each in enumerate(offered.shifts)], 1
                )
            case "person":
                return in_columns([self._pick(self._name(person), str(person)) for person in offered.staff], 2)
            case "for":
                return self._for(offered)
            case "rotation":
                standing = [row for row in self.desk.rotations if row.id in offered.rotations]
                return in_columns([self._pick(self._rotation_label(row), str(row.id)) for row in standing], 1)
            case "summary":
                key = "button-roster-ask" if edit.what == "swap" else "button-roster-save"
                return [[button(plain(self.language, key), self._tap("save"), "success")]]
        return []

    def _people(self, edit: Edit, offered: Offered) -> list[list[InlineKeyboardButton]]:
        """In the order in which they were tapped."""
        taps = []
        for person in offered.staff:
            mark = f"{edit.people.index(person) + 1}. " if person in edit.people else ""
            taps.append(self._pick(f"{mark}{self._name(person)}", str(person)))
        done = [[self._pick(plain(self.language, "button-done"), "done")]] if edit.people else []
        return [*in_columns(taps, 2), *done]

    def _for(self, offered: Offered) -> list[list[InlineKeyboardButton]]:
        exchange = [
            self._pick(f"⇄ {self._name(person)} {self._span((since, until))}", f"s{number}")
            for number, (since, until, person) in enumerate(offered.others)
        ]
        cover = [
            self._pick(plain(self.language, "button-roster-cover", name=self._name(person)), f"p{person}")
            for person in offered.staff
        ]
        return [*in_columns(exchange, 1), *in_columns(cover, 2)]

    def _labelled(self, seat: str, since: str, until: str) -> str:
        at, _ = moments((since, until))
        name = next((self._name(turn.person) for turn in self.desk.shifts if self._same(turn, seat, at)), "")
        return f"{self._span((since, until))} {name}"

    def _same(self, turn: Stretch, seat: str, at: datetime) -> bool:
        return turn.seat == seat and turn.person is not None and turn.starts_at <= at < turn.ends_at

    def _rotation_label(self, row: Rotation) -> str:
        return f"{plain(self.language, 'seat-' + row.seat)} {', '.join(self._name(person) for person in row.people)}"

    def _day(self, day: date) -> str:
        return f"{plain(self.language, f'weekday-{day.isoweekday()}')} {day:%m-%d}"

    def _ways(self, edit: Edit) -> list[InlineKeyboardButton]:
        return [self._button("button-back", "back"), self._button("button-cancel", "cancel")]

    def _pick(self, label: str, value: str) -> InlineKeyboardButton:
        return button(label, self._tap("pick", value))

    def _button(self, key: str, act: str, value: str = "") -> InlineKeyboardButton:
        return button(plain(self.language, key), self._tap(act, value))

    def _tap(self, act: str, value: str = "") -> RosterTap:
        return RosterTap(act=act, area=self.desk.area, value=value, owner=self.owner, revision=self.revision)


def choose_area(areas: Sequence[tuple[str, tuple[str, str]]], language: str, owner: int) -> Worded:
    taps = [
        button(values.area_name(names, language), RosterTap(act="menu", area=code, owner=owner))
        for code, names in areas
    ]
    return Worded(words(language, "roster-which"), rows(*in_columns(taps, 3)))


def ask_for_words(what: str, speaker: Speaker, language: str) -> Worded:
    """A file or lines to import, or a note for the next shift: in a group as a reply to this message."""
    name = Html(f'<a href="tg://user?id={speaker.telegram_id}">{escaped(shortened(speaker.name, 60))}</a>')
    return Worded(
        words(language, f"roster-type-{what}", name=name), ask_for_reply(language, f"placeholder-roster-{what}")
    )
