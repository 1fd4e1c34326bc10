"""The story of a case, as each reader may see it: the case log, the versions and the evidence in one line of time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any, Literal

Audience = Literal["all", "duty", "nobody"]

# verb of the case log → who reads it. A verb that is not here is read by the duty room alone: it may be its own note.
VERBS: dict[str, Audience] = {
    "reported": "all",
    "step": "all",
    "included": "all",
    "acknowledged": "all",
    "referred": "all",
    "false_alarm": "all",
    "closed": "all",
    "reopened": "all",
    "lapsed": "duty",
    "referral_accepted": "all",
    "priority_raised": "all",
    "priority_lowered": "all",
    **dict.fromkeys(("referral_asked", "referral_refused", "referral_lapsed", "referral_withdrawn"), "duty"),
    **dict.fromkeys(("assignment_asked", "assignment_refused", "assignment_lapsed", "assignment_withdrawn"), "duty"),
    **dict.fromkeys(("assignment_accepted", "lowering_asked", "lowering_refused", "lowering_lapsed"), "duty"),
    "lowering_withdrawn": "duty",
    "lowering_accepted": "nobody",  # told by the priority that it set
    **dict.fromkeys(("reviewed", "review_waived", "review_asked", "review_item_done", "review_item_due"), "duty"),
    "withdrawal_asked": "all",
    "withdrawn": "all",
    "moved": "all",
    "asked": "all",
    "answered": "all",
    "edited": "all",
    "located": "all",
    "no_change": "all",
    "controlled": "all",
    "not_controlled": "all",
    "erased": "all",
    **dict.fromkeys(("intervention_given", "intervention_taken", "intervention_settled", "caller_named"), "all"),
    **dict.fromkeys(
        ("command_accepted", "command_taken_over", "command_told", "command_ended", "arrived", "command_arrived"), "all"
    ),
    **dict.fromkeys(("command_named", "command_refused", "command_silent", "command_withdrawn"), "duty"),
    **dict.fromkeys(("command_note", "scene_update", "support_asked"), "duty"),
    "not_delivered": "duty",
    "nudged": "duty",
    **dict.fromkeys(("ticked", "unticked", "step_set_aside", "steps_added", "steps_overdue"), "duty"),
    **dict.fromkeys(("noted", "note_edited", "exported"), "duty"),
    **dict.fromkeys(("consulted", "expert_answered", "expert_added", "expert_refused", "expert_silent"), "duty"),
    **dict.fromkeys(("expert_wants_call", "consult_withdrawn"), "duty"),
    # shown by the versions and the files themselves, with what they changed
    **dict.fromkeys(("supplemented", "supplement", "followup", "correction", "final", "verified", "late"), "nobody"),
    **dict.fromkeys(("evidence", "evidence_kept", "evidence_big", "evidence_gone"), "nobody"),
}
# Files that come one after the other within this time are told in one line.
TOGETHER = timedelta(minutes=2)


@dataclass(frozen=True)
class Line:
    """A line of the case log. `words` None: erased, as the law asks."""

    at: datetime
    verb: str
    by: str | None = None
    words: Mapping[str, Any] | None = field(default_factory=dict)


@dataclass(frozen=True)
class Version:
    """A version as it was sent. `kind` is first, supplement, followup, correction, final, verified or late."""

    at: datetime
    answers: Mapping[str, Any]
    by: str | None = None
    kind: str = "supplement"
    ordinal: int = 0


@dataclass(frozen=True)
class File:
    """A piece of evidence. `state` is that of its bytes: waiting, fetching, kept, big, gone; None: not known."""

    at: datetime
    kind: str
    by: str | None = None
    forwarded: bool = False
    state: str | None = None


@dataclass(frozen=True)
class Event:
    """One entry. `what` is a verb of the log, `version` or `files`; `times`: so often in a row; `until`: the last."""

    at: datetime
    what: str
    by: str | None = None
    words: Mapping[str, Any] | None = field(default_factory=dict)
    times: int = 1
    until: datetime | None = None


def timeline(
    log: Sequence[Line], versions: Sequence[Version], files: Sequence[File], inside: bool, whole: bool = False
) -> tuple[Event, ...]:
    """Oldest first. `inside`: the reader is of the duty room of the area, and sees its notes as well.

    `whole`: every call stands there, also those that repeat the one before.
    """
    told = [Event(line.at, line.verb, line.by, line.words) for line in log if _may_read(line.verb, inside)]
    events = [*_changes(versions), *_files(files), *told]
    ordered = sorted(events, key=lambda event: (event.at, event.what != "reported"))
    return tuple(ordered if whole else _without_repeats(ordered))


def _may_read(verb: str, inside: bool) -> bool:
    audience = VERBS.get(verb, "duty")
    return audience == "all" or (inside and audience == "duty")


def _changes(versions: Sequence[Version]) -> Iterable[Event]:
    """Every version after the first, with what it changed: (key, before, after)."""
    ordered = sorted(versions, key=lambda version: version.at)
    for before, after in pairwise(ordered):
        changed = delta(before.answers, after.answers)
        if changed or after.kind != "supplement":
            words = {"kind": after.kind, "ordinal": after.ordinal, "changes": changed}
            yield Event(after.at, "version", after.by, words)


def delta(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[tuple[str, Any, Any], ...]:
    """The answers that are not as they were. Words that were added to are told by what was added."""
    found: list[tuple[str, Any, Any]] = []
    for key in dict.fromkeys([*before, *after]):
        old, new = before.get(key), after.get(key)
        if key.startswith("_") or old == new:
            continue
        if isinstance(old, str) and isinstance(new, str) and new.startswith(old):
            found.append((key, None, new[len(old) :].strip()))
        else:
            found.append((key, old, new))
    return tuple(found)


def _files(files: Sequence[File]) -> Iterable[Event]:
    together: list[File] = []
    for file in sorted(files, key=lambda each: each.at):
        if together and (file.by != together[0].by or file.at - together[-1].at > TOGETHER):
            yield _told_together(together)
            together = []
        together.append(file)
    if together:
        yield _told_together(together)


def _told_together(files: Sequence[File]) -> Event:
    kinds: dict[str, int] = {}
    for file in files:
        kinds[file.kind] = kinds.get(file.kind, 0) + 1
    words = {
        "kinds": kinds,
        "forwarded": sum(file.forwarded for file in files),
        "kept": sum(file.state == "kept" for file in files),
        "big": sum(file.state == "big" for file in files),
        "gone": sum(file.state == "gone" for file in files),
    }
    return Event(files[0].at, "files", files[0].by, words)


def _without_repeats(events: Sequence[Event]) -> list[Event]:
    """Called again and again is one entry: how often, and when last."""
    shown: list[Event] = []
    for event in events:
        last = shown[-1] if shown else None
        if last is not None and event.what == last.what == "step" and _called(event) == _called(last):
            shown[-1] = replace(last, times=last.times + 1, until=event.at)
        else:
            shown.append(event)
    return shown


def _called(event: Event) -> list[str]:
    return list((event.words or {}).get("called") or ())
