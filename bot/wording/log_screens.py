"""The case log on a phone and as a table: a line each, with who, when, about what; and whether the chain is whole."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.documents.printed import Part, Printed, as_xlsx
from bot.report_types import load_categories
from bot.rules.log_query import LogQuery
from bot.rules.log_view import ChainState, LogFile, LogLine
from bot.rules.no_names import without_names
from bot.rules.roles import contains
from bot.rules.timeline import Event
from bot.wording import case_timeline, values
from bot.wording.buttons import button, rows
from bot.wording.case_cards import alarm
from bot.wording.case_export import as_text
from bot.wording.case_taps import LogTap
from bot.wording.outgoing import Saying
from bot.wording.worded import Html, Media, Worded, escaped, lines, plain, shortened, words

LONGEST_LINE = 300
NAMED_SUBJECTS = ("person", "alert", "drill", "broadcast", "tip", "handover", "call", "zero", "policy", "channel")


class Page(Protocol):
    """As `bot.actions.log_reading.Page`."""

    @property
    def lines(self) -> Sequence[LogLine]: ...
    @property
    def query(self) -> LogQuery: ...
    @property
    def number(self) -> int: ...
    @property
    def more(self) -> bool: ...
    @property
    def chain(self) -> ChainState: ...
    @property
    def names_in(self) -> Sequence[str]: ...


def log_page(page: Page, language: str, zone: ZoneInfo, now: datetime) -> Worded:
    """Newest first; the state of the chain above."""

    def tap(key: str, act: str, to: int = 0) -> object:
        return button(plain(language, key), LogTap(act=act, page=to, query=page.query.raw))

    asked = words(language, "log-asked", query=page.query.raw) if page.query.raw else None
    told = [_line(line, language, zone, now, page.names_in) for line in page.lines]
    ways = [tap("button-earlier", "p", page.number + 1)] if page.more else []
    ways += [tap("button-later", "p", page.number - 1)] if page.number else []
    out = [tap("button-log-sheet", "x")] if page.lines else []
    return Worded(
        lines(words(language, "log-title"), chain_line(page.chain, language, zone, now), asked,
              *(told or [words(language, "log-nothing")]), words(language, "log-how")),
        rows(ways, out),  # type: ignore[arg-type]
    )  # fmt: skip


def chain_line(chain: ChainState, language: str, zone: ZoneInfo, now: datetime) -> Html:
    if chain.done_at is None:
        return words(language, "log-chain-unknown")
    at = values.moment(chain.done_at, zone, now)
    if chain.fault is None:
        return words(language, "log-chain-whole", lines=str(chain.lines), at=at)
    return words(language, "log-chain-broken", line=str(chain.fault_line), fault=_slug(chain.fault), at=at)


def _slug(fault: str) -> str:
    return fault.replace(" ", "-")


def _line(line: LogLine, language: str, zone: ZoneInfo, now: datetime, names_in: Sequence[str]) -> Html:
    told = shortened(said(line, language, zone, now, names_in), LONGEST_LINE)
    at = f"{line.at.astimezone(zone):%m-%d %H:%M:%S}"
    return words(language, "log-line", id=str(line.id), at=at, subject=about(line, language), what=escaped(told))


def about(line: LogLine, language: str) -> str:
    """派潭-261123-01, 派潭镇, or what kind of thing and its number."""
    kind, _, rest = line.subject.partition(":")
    kind = kind.removesuffix("-round")
    if line.number or line.area_names:
        return line.number or values.area_name(line.area_names, language)
    if kind in NAMED_SUBJECTS:
        return plain(language, "log-subject", kind=kind, number=shortened(rest, 20))
    return plain(language, "log-itself") if kind == "log" else shortened(line.subject, 40)


def said(line: LogLine, language: str, zone: ZoneInfo, now: datetime, names_in: Sequence[str]) -> str:
    """What was done, as plain text, as far as this reader may see it."""
    if line.words is None:
        return plain(language, "log-erased", verb=line.verb)
    names = any(line.area is None or contains(code, line.area) for code in names_in)
    event = Event(line.at, line.verb, line.by, line.words)
    told = as_text(case_timeline.told(event, None, language, zone, now, names or not _is_restricted(line)))
    return told if names else without_names(told)


def _is_restricted(line: LogLine) -> bool:
    category = load_categories().get(line.category)
    return line.kind == "sign" and category is not None and category.restricted


def export(saying: Saying) -> Worded | None:
    """The lines as a table; the newest first."""
    file: LogFile | None = saying.subject
    if file is None:
        return None
    language, zone, given = saying.language, saying.zone, saying.values
    at = f"{datetime.fromisoformat(str(given['at'])).astimezone(zone):%Y-%m-%d %H:%M:%S}"
    printed = plain(language, "export-printed", at=at, by=str(given["by"]), print=str(given["print"]),
                    hash=str(given["hash"])[:16])  # fmt: skip
    query = plain(language, "log-asked", query=file.raw) if file.raw else ""
    cut = plain(language, "log-cut", number=str(len(file.lines))) if file.cut else ""
    with case_timeline.in_full():
        table = tuple(
            (str(line.id), f"{line.at.astimezone(zone):%Y-%m-%d %H:%M:%S}", about(line, language), line.by or "",
             line.verb, said(line, language, zone, saying.now, file.names_in))
            for line in file.lines
        )  # fmt: skip
    columns = ("line", "at", "subject", "by", "verb", "what")
    head = tuple(plain(language, f"export-col-{column}") for column in columns)
    part = Part(plain(language, "log-name"), head, table)
    whole = Printed(
        plain(language, "log-name"), tuple(each for each in (printed, as_text(query), cut) if each), (part,)
    )
    caption = words(language, "log-caption", print=str(given["print"]), lines=str(len(file.lines)))
    name = f"{plain(language, 'log-name')}-{given['print']}.xlsx"
    return Worded(caption, media=Media("document", "", partial(as_xlsx, whole), name))


def broken(saying: Saying) -> Worded:
    """To the administrators, once for each place where the chain breaks."""
    given = {**saying.values, "fault": _slug(str(saying.values["fault"]))}
    return alarm("alarm-chain-broken")(Saying(saying.language, given, None, saying.now, saying.zone))


WORDS = {"log-export": export, "alarm-chain-broken": broken}
