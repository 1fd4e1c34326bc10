"""What is known of a case in figures and a few words, and how figures have changed. Never 0 for what was not said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bot.rules.case_view import CaseView
from bot.wording import values
from bot.wording.worded import Html, lines, plain, shortened, words

ASKED = {
    "incident": ("dead", "missing", "injured_serious", "injured_minor", "trapped"),
    "unread": (),
    "hazard": ("threatened_households", "threatened_people"),
    "sign": ("involved", "present_now"),
}
"""Shown as 待核 while they are not known."""
STATED = (
    "dead", "missing", "injured", "injured_serious", "injured_minor", "trapped", "rescued", "ill", "hospitalized",
    "households", "persons", "involved", "present_now",
)  # fmt: skip
"""Shown where they were stated."""


def figures(case: CaseView, language: str) -> Html | None:
    """One line of figures: those that are always asked, then those that were stated."""
    answers, asked = case.answers, ASKED.get(case.kind, ())
    if "injured" in answers:  # 重伤、轻伤 are parts of it: a gap in them is no gap in the total
        asked = tuple("injured" if key == "injured_serious" else key for key in asked if key != "injured_minor")
    keys = dict.fromkeys([*asked, *(key for key in STATED if key in answers)])
    shown = " · ".join(str(figure(key, answers.get(key), language)) for key in keys)
    return Html(shown) if shown else None


def figure(key: str, answer: Any, language: str) -> Html:
    return words(language, f"figure-{key.replace('_', '-')}", value=values.count(answer, language))


def further(case: CaseView, language: str) -> Iterable[Html]:
    """Lines of what else was stated: people moved, roads, water, houses, hearsay, who needs help first."""
    answers = case.answers
    if "evacuated" in answers or answers.get("shelter"):
        where = shortened(str(answers.get("shelter") or ""), 60)
        moved = values.count(answers.get("evacuated"), language)
        yield words(language, "fact-evacuated", value=moved, where=f" → {where}" if where else "")
    elif answers.get("moved"):
        yield words(language, f"fact-moved-{answers['moved']}")
    if answers.get("road_blocked"):
        yield words(language, f"fact-road-{answers['road_blocked']}")
    if answers.get("water_depth"):
        yield words(language, "fact-water", value=shortened(str(answers["water_depth"]), 60))
    yield from houses(answers.get("houses"), language)
    if answers.get("vulnerable"):
        kinds = [plain(language, f"vulnerable-{one['kind']}") for one in answers["vulnerable"]]
        yield words(language, "fact-vulnerable", value=plain(language, "list-comma").join(dict.fromkeys(kinds)))
    for role, said in (answers.get("_hearsay") or {}).items():
        yield words(language, "fact-hearsay", value=figure(role, said, language))


def houses(given: Any, language: str) -> Iterable[Html]:
    if not isinstance(given, Mapping) or not given:
        return
    shown = " · ".join(
        str(words(language, f"house-{name.replace('_', '-')}", value=values.count(counted, language)))
        for name, counted in given.items()
    )
    yield words(language, "fact-houses", value=Html(shown))


def marks(case: CaseView, language: str) -> Iterable[Html]:
    """What a reader must know before the figures: whose words these are, and what is in doubt."""
    answers = case.answers
    if answers.get("_drill_doubt"):
        yield words(language, "mark-drill-doubt")
    if answers.get("_drill_marked"):
        yield words(language, "mark-drill-marked")
    if answers.get("_withdrawn"):
        yield words(language, "mark-withdrawn")
    if answers.get("_passing"):
        yield words(language, "mark-death-asked")
    if len(case.candidates) > 1:
        named = [" ".join(values.area_name(name, language) for name in names) for names in case.candidates.values()]
        yield words(language, "mark-place-asked", places=plain(language, "list-comma").join(named))
    if case.origin == "tip":
        yield words(language, "mark-tip")
    if case.origin == "help":
        yield words(language, f"mark-{'family' if answers.get('_help') == 'family' else 'help'}")
    elif case.caller_name:
        phone = f" {case.caller_phone}" if case.caller_phone else ""
        yield words(language, "mark-behalf", name=shortened(case.caller_name, 60), phone=phone)
    if case.threat_number:
        key = "mark-from-sign" if case.threat_kind == "sign" else "mark-threat"
        yield words(language, key, number=case.threat_number)
    if case.keyed_by_name:
        yield words(language, "mark-keyed", name=shortened(case.keyed_by_name, 60))


def deltas(changes: Sequence[Sequence[Any]], language: str) -> Html | None:
    """死亡 未报→1 · 伤 2→3; None where no figure has changed."""
    shown = [str(_delta(str(key), before, after, language)) for key, before, after in changes]
    return Html(" · ".join(shown)) if shown else None


def _delta(key: str, before: Any, after: Any, language: str) -> Html:
    unsaid = plain(language, "value-not-said")
    was = values.count(before, language) if before is not None else unsaid
    is_ = values.count(after, language) if after is not None else unsaid
    return words(language, f"figure-{key.replace('_', '-')}", value=f"{was}→{is_}")


def version_name(kind: str, ordinal: int, language: str) -> str:
    """首报, 续报二, 更正, 终报 …"""
    return plain(language, f"version-{kind}", ordinal=values.ordinal(ordinal, language))


def figure_lines(case: CaseView, language: str) -> Html | None:
    """All of it, for the card."""
    harm = case.answers.get("harm")
    first = words(language, f"card-harm-{harm}") if harm else None
    known = figures(case, language)
    if harm and not any(key in case.answers for key in STATED):
        known = None
    return lines(*marks(case, language), first, known, *further(case, language))
