"""A conversation of texts → the fields of a report, one object a message. Offline: no token, database or network.

`python -m bot understand` prints what `understand` returns; `--jsonl` goes through `understand_lines`.
"""

import csv
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from bot.report_types import load_categories, load_hazard_types
from bot.rules.places import Area, Places
from bot.rules.reading.conversation import Case, join
from bot.rules.reading.fields import as_fields
from bot.rules.reading.intent import Intent
from bot.rules.reading.judgement import judge, settled
from bot.rules.reading.reading import Reading
from bot.rules.reading.vocabulary import Vocabulary
from bot.rules.sentence import context_of, read

ZONE = ZoneInfo("Asia/Shanghai")
DRILL_HOURS = timedelta(hours=1)
"""A drill's message opens this window; the next words without the mark are asked about."""


@cache
def sample_places() -> Places:
    """The sample city's 384 areas, from `bot/report_types/areas/zengcheng.csv`."""
    rows = csv.DictReader((files("bot.report_types") / "areas" / "zengcheng.csv").read_text("utf-8").splitlines())
    return Places([_area(row) for row in rows])


def _area(row: dict[str, str]) -> Area:
    lat, lon = (float(row[key]) if row[key] else None for key in ("lat", "lon"))
    return Area(row["code"], row["name_zh_hans"], row["name_zh_hant"], row["kind"], row["parent"], lat, lon)


@cache
def vocabulary() -> Vocabulary:
    return Vocabulary(load_categories(), load_hazard_types())


@dataclass(slots=True)
class _Talk:
    """What a conversation remembers. `pending`: said in a drill's hours, drill or real still asked."""

    sender_area: str
    lang: str
    case: Case | None = None
    drill_until: datetime | None = None
    pending: Reading | None = None


def understand(sender_area: str, lang: str, messages: list[tuple[datetime, str]]) -> list[dict[str, object]]:
    """The texts in order as one conversation of the officer bound to `sender_area`; the last object is the case."""
    talk = _Talk(sender_area, lang)
    return [_one(talk, text, at if at.tzinfo else at.replace(tzinfo=ZONE)) for at, text in messages]


def _one(talk: _Talk, text: str, moment: datetime) -> dict[str, object]:
    in_drill = talk.drill_until is not None and moment <= talk.drill_until
    context = context_of(talk.case.state if talk.case else None, talk.sender_area, in_drill=in_drill)
    new = settled(read(text, vocabulary(), sample_places(), context, moment), vocabulary(), moment)
    if talk.pending is not None and new.only_answers_drill:
        new = _answered(talk.pending, drill=bool(new.drill))
    talk.pending = None
    if in_drill and new.unmarked_in_drill:
        talk.pending = new
        return _asked_drill_or_real(new, talk.lang, moment)
    if new.drill:
        talk.drill_until = moment + DRILL_HOURS
    talk.case, _ = join(talk.case, new, moment)
    return _shown(talk, new, moment)


def _answered(pending: Reading, *, drill: bool) -> Reading:
    """What was said in a drill's hours, once the officer has said which of the two it is."""
    intent = Intent.DRILL if drill else Intent.INCIDENT_FIRST
    return replace(pending, drill=drill, intent=intent, traits=pending.traits | {"drill" if drill else "real"})


def _asked_drill_or_real(new: Reading, lang: str, moment: datetime) -> dict[str, object]:
    """Neither drill nor real until the one question is answered; the caller labels it after 60 s of silence."""
    shown = replace(new, intent=Intent.INCIDENT_FOLLOWUP, drill=None)
    return as_fields(shown, judge(shown, vocabulary(), moment, drill_doubt=True), None, lang, moment)


def _shown(talk: _Talk, new: Reading, moment: datetime) -> dict[str, object]:
    """The case after the text. A question or talk shows the case as it stands and calls nobody."""
    state = talk.case.state if talk.case is not None else new
    judged = judge(state, vocabulary(), moment)
    if new.intent in {Intent.QUESTION, Intent.OTHER, Intent.ZERO}:
        state, judged = replace(state, intent=new.intent), replace(judged, notify=(), ask=None)
    return as_fields(state, judged, talk.case, talk.lang, moment)


def understand_lines(lines: Iterable[str]) -> Iterator[str]:
    """`{"sender_area", "lang", "messages": [{"sent_at", "text"}]}` a line → a JSON array a line.

    A line that is not such a conversation gives `{"error": key, "line": number}` and the rest are still read.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
            messages = [(datetime.fromisoformat(one["sent_at"]), str(one["text"])) for one in asked["messages"]]
            printed = understand(str(asked["sender_area"]), str(asked.get("lang", "zh-Hans")), messages)
        except (ValueError, KeyError, TypeError) as fault:
            yield json.dumps({"error": type(fault).__name__, "line": number}, ensure_ascii=False)
            continue
        yield json.dumps(printed, ensure_ascii=False)


def main(arguments: list[str]) -> None:
    """`python -m bot.understand SENDER_AREA ISO TEXT [ISO TEXT …]`, or conversations a line on standard input."""
    if not arguments:
        sys.stdout.writelines(line + "\n" for line in understand_lines(sys.stdin))
        return
    area, *rest = arguments
    messages = [(datetime.fromisoformat(at), text) for at, text in zip(rest[::2], rest[1::2], strict=True)]
    sys.stdout.write(json.dumps(understand(area, "zh-Hans", messages), ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
