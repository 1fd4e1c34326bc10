"""A public alert while it is written: which step is asked next, and what an answer makes of the draft. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from bot.rules.alert_certainty import CHOICES, without_choice
from bot.rules.alert_levels import KINDS, NOTICE, SIGNALS, levels_for, may_colour, rank

STEPS = ("areas", "kind", "event", "level", "issuer", "issued", "text", "valid", "preview")
LANGUAGES = ("zh-Hans", "zh-Hant", "en")
TEXT_LIMIT = 3000
ISSUER_LIMIT = 60
VALID_HOURS = (3, 6, 12, 24)
DRILL = "【演练】"
"""A text that begins so is of a drill; the marks are set anew wherever it is worded."""
LONGEST_VALID_HOURS = 72


class Unfit(ValueError):
    """An answer that cannot be: forged, or no longer on offer."""


@dataclass(frozen=True, slots=True)
class AlertDraft:
    """`alert` is the id of a returned one that is being corrected, else 0. `step` is the question that is open.

    `texts` by language; zh-Hans "" means that the reviewed advice is the whole text. `valid_hours` 0: no end.
    `writing`: the language whose text is being typed while `step` is text. `action`, `change`, `follows`, `whole` are
    those of the alert's row; `ends_at` an end that was stated. `queue`: further drafts of the same official text.
    `pin`: "lat,lon" while the radius of a circle around it is asked.
    """

    alert: int = 0
    step: str = "areas"
    areas: tuple[str, ...] = ()
    page: str = ""
    kind: str = ""
    event: str = ""
    level: str = ""
    issuer: str = ""
    issued_at: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    with_advice: bool = True
    valid_hours: int | None = None
    writing: str = "zh-Hans"
    action: str = "issue"
    change: str = ""
    prev_level: str = ""
    follows: tuple[int, ...] = ()
    whole: bool = False
    ends_at: str = ""
    school_closed: bool = False
    drill: bool = False
    details: Mapping[str, Any] = field(default_factory=dict)
    queue: tuple[Mapping[str, Any], ...] = ()
    pin: str = ""

    def to_json(self) -> dict[str, Any]:
        return {
            **asdict(self), "areas": list(self.areas), "follows": list(self.follows),
            "queue": [dict(each) for each in self.queue],
        }  # fmt: skip

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> AlertDraft:
        known = {name: stored[name] for name in cls.__dataclass_fields__ if name in stored}
        rows = {name: tuple(stored.get(name, ())) for name in ("areas", "follows", "queue")}
        return cls(**{**known, **rows})


def steps(draft: AlertDraft) -> tuple[str, ...]:
    """The questions of this draft: only weather has a signal, only a relayed colour has a source."""
    left_out = set() if draft.kind == "weather" else {"event"}
    if draft.action == "cancel":
        left_out |= {"kind", "event", "level", "valid"}
    if draft.level in ("", NOTICE):
        left_out |= {"issuer", "issued"}
    return tuple(step for step in STEPS if step not in left_out)


def answered(draft: AlertDraft, step: str) -> bool:
    match step:
        case "text":
            return "zh-Hans" in draft.texts
        case "valid":
            return draft.valid_hours is not None
        case "issued":
            return bool(draft.issued_at)
        case "preview":
            return False
        case _:
            return bool(getattr(draft, step))


def go_on(draft: AlertDraft) -> AlertDraft:
    """To the first question that is open; the preview when there is none."""
    step = next(step for step in steps(draft) if not answered(draft, step))
    return replace(draft, step=step, writing="zh-Hans", pin="")


def back(draft: AlertDraft) -> AlertDraft:
    """To the question before this one; the first stays where it is."""
    known = steps(draft)
    at = known.index(draft.step) if draft.step in known else len(known) - 1
    if draft.step == "text" and draft.writing != "zh-Hans":
        return replace(draft, step="preview", writing="zh-Hans")
    return replace(draft, step=known[max(at - 1, 0)], writing="zh-Hans", pin="")


def ask(draft: AlertDraft, step: str) -> AlertDraft:
    """Back to a question that was answered, to change it."""
    if step not in steps(draft):
        raise Unfit(step)
    return replace(draft, step=step, writing="zh-Hans")


def levels(draft: AlertDraft, own_areas: tuple[str, ...]) -> tuple[str, ...]:
    """What this drafter may choose for these areas: towns and villages uncoloured notices only."""
    return levels_for(draft.kind, draft.event, may_colour(own_areas, draft.areas))


def take(draft: AlertDraft, value: str, own_areas: tuple[str, ...]) -> AlertDraft:
    """The draft with the open question answered, at the next question. Unfit for a value that is not on offer."""
    match draft.step:
        case "kind" if value in KINDS:
            after = replace(draft, kind=value, event="", level="", details=without_choice(draft.details))
            after = replace(after, school_closed=closure_said(draft))
        case "event" if value in SIGNALS:
            after = replace(draft, event=value, level="", school_closed=closure_said(draft))
        case "level" if value in levels(draft, own_areas):
            colour = value != NOTICE
            after = replace(
                draft, level=value, issuer=draft.issuer if colour else "", issued_at=draft.issued_at if colour else "",
                details=without_choice(draft.details), school_closed=closure_said(draft),
            )  # fmt: skip
        case "issuer" if 0 < len(value) <= ISSUER_LIMIT:
            after = replace(draft, issuer=value)
        case "issued" if value:
            after = replace(draft, issued_at=value)
        case "valid" if value.isdecimal() and int(value) <= LONGEST_VALID_HOURS:
            after = replace(draft, valid_hours=int(value), ends_at="")
        case _:
            raise Unfit(draft.step)
    return go_on(after)


def with_areas(draft: AlertDraft, own_areas: tuple[str, ...]) -> AlertDraft:
    """The areas are chosen: a level that is no longer allowed for them is asked again."""
    if not draft.areas:
        raise Unfit("areas")
    if draft.level and draft.level not in levels(draft, own_areas):
        draft = replace(draft, level="")
    return go_on(draft)


def with_text(draft: AlertDraft, text: str) -> AlertDraft:
    """Typed, in the language that is being written. An empty zh-Hans text leaves it all to the advice.

    A text that begins with 【演练】 makes it a drill, for good.
    """
    if units(text) > TEXT_LIMIT:
        raise Unfit("text")
    if draft.writing == "zh-Hans":
        draft = replace(draft, drill=draft.drill or text.startswith(DRILL))
    texts = {**draft.texts, draft.writing: text.removeprefix(DRILL).removesuffix(DRILL).strip()}
    if draft.writing != "zh-Hans" and not text:
        del texts[draft.writing]
    return go_on(replace(draft, texts=texts, with_advice=draft.with_advice or not texts["zh-Hans"]))


def in_a_row(drafts: Sequence[AlertDraft]) -> AlertDraft:
    """The first of several drafts, with the others waiting behind it."""
    return replace(drafts[0], queue=tuple(each.to_json() for each in drafts[1:]))


def next_in_row(draft: AlertDraft) -> AlertDraft | None:
    """The draft that waits behind this one."""
    if not draft.queue:
        return None
    return replace(AlertDraft.from_json(draft.queue[0]), queue=draft.queue[1:])


def relevelled(draft: AlertDraft, level: str, own_areas: tuple[str, ...]) -> AlertDraft:
    """The same alert at the level that it should have had, ready to be handed in. Unfit for one not on offer."""
    if level == draft.level or level not in levels(draft, own_areas):
        raise Unfit(level)
    change = "upgrade" if rank(level) > rank(draft.level) else "downgrade"
    coloured = level != NOTICE
    return replace(
        draft, level=level, change=change, prev_level=draft.level, step="preview",
        issuer=draft.issuer if coloured else "", issued_at=draft.issued_at if coloured else "",
        details=without_choice(draft.details), school_closed=closure_said(draft),
    )  # fmt: skip


def closure_said(draft: AlertDraft) -> bool:
    """Its own words close the schools. What a colour closes by itself goes with that colour."""
    return any("停课" in text or "停課" in text for text in draft.texts.values())


def how_sure(draft: AlertDraft, name: str, value: str) -> AlertDraft:
    """Another urgency or certainty than the usual one. Unfit for none of CAP's, and for a lifting."""
    if draft.step != "preview" or draft.action == "cancel" or value not in CHOICES.get(name, ()):
        raise Unfit(name)
    return replace(draft, details={**draft.details, name: value})


def write(draft: AlertDraft, language: str) -> AlertDraft:
    """The text in one language is to be typed."""
    if language not in LANGUAGES:
        raise Unfit(language)
    return replace(draft, step="text", writing=language)


def advice_switched(draft: AlertDraft) -> AlertDraft:
    """With or without the reviewed advice; an alert of no words at all cannot be."""
    if draft.with_advice and not draft.texts.get("zh-Hans"):
        raise Unfit("advice")
    return replace(draft, with_advice=not draft.with_advice)


def complete(draft: AlertDraft, own_areas: tuple[str, ...]) -> bool:
    """Every question answered, the level still allowed, some words there: it can be handed in."""
    return (
        draft.step == "preview"
        and all(answered(draft, step) for step in steps(draft) if step != "preview")
        and draft.level in levels(draft, own_areas)
        and (draft.with_advice or bool(draft.texts.get("zh-Hans")))
    )


def units(text: str) -> int:
    """The length as Telegram counts it: UTF-16 units, so 𨋢 is two."""
    return len(text.encode("utf-16-le")) // 2
