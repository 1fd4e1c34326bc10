"""导出 of a case: overview, timeline, versions, calls, deadlines, questions, evidence, as Word or as a table."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from bot.documents.printed import Part, Printed, as_docx, as_xlsx
from bot.rules.case_file import CaseFile, Piece
from bot.rules.case_view import CaseView
from bot.rules.desk_view import ClockView
from bot.rules.no_names import without_names
from bot.rules.report_chain import COUNTS
from bot.rules.timeline import Event, Line, Version, delta, timeline
from bot.wording import case_facts, case_timeline, values
from bot.wording.case_cards import state_line
from bot.wording.drill_marker import marked
from bot.wording.outgoing import Saying
from bot.wording.review_line import review_rows
from bot.wording.sign_cards import is_restricted
from bot.wording.worded import Html, Media, Worded, plain, words

ENDINGS = {"word": ("docx", as_docx), "sheet": ("xlsx", as_xlsx)}
CALLS = ("step", "included", "not_delivered", "lapsed")
TALK = ("asked", "answered")
_TAG = re.compile(r"<[^>]+>")


def as_text(said: str) -> str:
    """HTML that was meant for a chat, as it is read on paper."""
    return html.unescape(_TAG.sub("", said))


@dataclass(frozen=True)
class Desk:
    """How it is printed: for whom, in which language, at what moment. `names`, `story`: what the reader may see."""

    file: CaseFile
    language: str
    zone: ZoneInfo
    now: datetime
    names: bool
    story: bool

    @property
    def case(self) -> CaseView:
        return self.file.case

    def say(self, key: str, **given: str) -> str:
        return plain(self.language, key, **given)

    def at(self, moment: datetime | None) -> str:
        return f"{moment.astimezone(self.zone):%Y-%m-%d %H:%M:%S}" if moment else ""

    def people(self, text: str) -> str:
        """Somebody's words, without the names of residents for whoever may not see them."""
        return text if self.names else without_names(text)

    def part(self, name: str, columns: Iterable[str], rows: Iterable[tuple[str, ...]]) -> Part:
        head = tuple(self.say(f"export-col-{column}") for column in columns)
        return Part(self.say(f"export-{name}"), head, tuple(rows), self.say("export-none"))


def export(saying: Saying) -> Worded | None:
    """The file is made when it is sent, from the case as it is then."""
    file: CaseFile | None = saying.subject
    if file is None:
        return None
    given, language = saying.values, saying.language
    story = bool(given["story"]) or not is_restricted(file.case)
    desk = Desk(file, language, saying.zone, saying.now, bool(given["names"]), story)
    ending, document = ENDINGS[str(given["form"])]
    number = file.case.number
    printed = plain(
        language, "export-printed", at=desk.at(datetime.fromisoformat(str(given["at"]))), by=str(given["by"]),
        print=str(given["print"]), hash=str(given["hash"])[:16],
    )  # fmt: skip
    drill = file.case.state == "drill"
    marks = (desk.say("drill-marker-start"), desk.say("drill-marker-end")) if drill else ("", "")
    about = (printed, *(() if desk.names and desk.story else (desk.say("export-without-names"),)))
    with case_timeline.in_full():
        whole = Printed(desk.say("export-title", number=number), about, tuple(_parts(desk)), marks)
    name = f"{number}-{desk.say('export-file')}.{ending}"
    caption = words(language, "export-caption", number=number, print=str(given["print"]), by=str(given["by"]))
    sent = Worded(caption, media=Media("document", "", partial(document, whole), name))
    return marked(language, sent) if drill else sent


def _parts(desk: Desk) -> Iterator[Part]:
    yield desk.part("overview", ("item", "value"), _overview(desk))
    yield desk.part("timeline", ("at", "what"), _timeline(desk))
    yield desk.part("versions", ("at", "version", "by", "changes"), _versions(desk))
    yield desk.part("calls", ("at", "step", "called"), _calls(desk))
    if desk.case.desk.clocks:
        columns = ("clock", "due", "met", "met-by", "over", "reason", "reason-by", "source")
        yield desk.part("clocks", columns, (_clock(desk, clock) for clock in desk.case.desk.clocks))
    review = desk.case.review
    if review is not None and not review.open:
        rows = (tuple(map(desk.people, row)) for row in review_rows(review, desk.language, desk.zone))
        yield desk.part("review", ("item", "value"), rows)
    yield desk.part("questions", ("at", "by", "what"), _questions(desk))
    files = ("at", "kind", "by", "caption", "size", "state", "hash")
    yield desk.part("evidence", files, (_piece(desk, piece) for piece in desk.file.pieces))


def _overview(desk: Desk) -> Iterator[tuple[str, str]]:
    case, language = desk.case, desk.language
    phone = f" {case.reporter_phone}" if desk.names and case.reporter_phone else ""
    yield desk.say("export-item-number"), case.number
    yield desk.say("export-item-category"), f"{values.category_name(case.category, language)} · {case.priority}"
    yield desk.say("export-item-place"), desk.people(values.whereabouts(case, language))
    yield desk.say("export-item-reported"), f"{desk.at(case.sent_at)} {case.reporter_name}{phone}"
    figures = case_facts.figure_lines(case, language)
    if figures:
        yield desk.say("export-item-figures"), desk.people(as_text(figures))
    grade = case.desk.grade
    if grade:
        yield desk.say("export-item-grade"), f"{grade.grade} · {grade.by} · {desk.at(grade.at)} {grade.reason or ''}"
    yield desk.say("export-item-state"), as_text(state_line(case, language, desk.zone, desk.now))


def _timeline(desk: Desk) -> Iterator[tuple[str, str]]:
    file = desk.file
    for event in timeline(file.log, file.versions, file.files, inside=True, whole=True):
        said = case_timeline.told(event, desk.case, desk.language, desk.zone, desk.now, desk.story)
        yield desk.at(event.at), desk.people(as_text(said))


def _versions(desk: Desk) -> Iterator[tuple[str, str, str, str]]:
    before: Version | None = None
    for number, version in enumerate(desk.file.versions, start=1):
        changed = delta(before.answers if before else {}, version.answers)
        shown = (_change(desk, change, version.at) for change in changed if desk.story or change[0] in COUNTS)
        name = case_facts.version_name("first" if before is None else version.kind, version.ordinal, desk.language)
        yield desk.at(version.at), f"{number} {name}", version.by or "", desk.people("\n".join(filter(None, shown)))
        before = version


def _change(desk: Desk, change: tuple[str, object, object], at: datetime) -> str:
    said: Html | None = case_timeline.change_words(desk.case, change, desk.language, desk.zone, at)
    return as_text(said or "")


def _calls(desk: Desk) -> Iterator[tuple[str, str, str]]:
    """Every step of the climb: what its policy says, and who was called."""
    for line in desk.file.log:
        if line.verb in CALLS:
            given = line.words or {}
            step = f"{given['step']} · {', '.join(map(str, given.get('whom') or ()))}" if given.get("step") else ""
            said = case_timeline.told(_event(line), desk.case, desk.language, desk.zone, desk.now)
            yield desk.at(line.at), step, as_text(said)


def _event(line: Line) -> Event:
    return Event(line.at, line.verb, line.by, line.words)


def _clock(desk: Desk, clock: ClockView) -> tuple[str, ...]:
    ended = clock.met_at or desk.now
    over = values.elapsed(ended - clock.due_at, desk.language) if clock.passed(desk.now) else ""
    return (
        values.name_of(clock.names, desk.language), desk.at(clock.due_at), desk.at(clock.met_at), clock.met_by or "",
        over, desk.people(clock.reason or ""), clock.reason_by or "", clock.source,
    )  # fmt: skip


def _questions(desk: Desk) -> Iterator[tuple[str, str, str]]:
    for line in desk.file.log:
        if line.verb in TALK:
            said = case_timeline.told(_event(line), desk.case, desk.language, desk.zone, desk.now, desk.story)
            yield desk.at(line.at), line.by or "", desk.people(as_text(said))


def _piece(desk: Desk, piece: Piece) -> tuple[str, ...]:
    marks = [desk.say("export-forwarded")] if piece.forwarded else []
    marks += [desk.say("export-note")] if piece.note else []
    kind = desk.say("timeline-kind", kind=piece.kind, number="1")
    return (
        desk.at(piece.at), " ".join([kind, *marks]), piece.by or "",
        desk.people(piece.caption or "") if desk.story else "", str(piece.size or ""),
        desk.say("export-file-state", state=piece.state or "none"), piece.sha256 or "",
    )  # fmt: skip


WORDS = {"case-export": export}
