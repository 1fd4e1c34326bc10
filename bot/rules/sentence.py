"""A sentence becomes a report: any text an officer sends, read into the fields it states, each with its own words.

Pure and deterministic: the vocabulary, the places, the context and the moment are arguments. Doubt is kept as a
question to ask and never holds anything up; what was not stated stays absent.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache

from bot.rules.places import Places
from bot.rules.reading.categories import read_category
from bot.rules.reading.clauses import without
from bot.rules.reading.damage import read_damage
from bot.rules.reading.english import in_known_words
from bot.rules.reading.facts import Facts
from bot.rules.reading.figures import read_figures
from bot.rules.reading.hazards import level_of, read_hazard
from bot.rules.reading.in_context import affected, counts_participants, people_in, seen_later, threatened
from bot.rules.reading.intent import (
    CHAIN,
    Evidence,
    Intent,
    chain_kind,
    drill_of,
    has,
    is_question,
    is_talk,
    report_kind,
)
from bot.rules.reading.needs import read_evidence, read_requests
from bot.rules.reading.numbers import ZERO, Figure, exactly
from bot.rules.reading.passing import read_passing
from bot.rules.reading.people import joined, put_off, read_participants, read_plan, read_vulnerable, word
from bot.rules.reading.pin import Pin, find_pin, without_numbers_that_count_nothing
from bot.rules.reading.reading import Reading
from bot.rules.reading.script import Line
from bot.rules.reading.shelter import find_shelter
from bot.rules.reading.sources import spans_of
from bot.rules.reading.tables import table
from bot.rules.reading.times import Precision, TimeReading, find_time, time_spans
from bot.rules.reading.vocabulary import Vocabulary
from bot.rules.reading.whereabouts import read_location

_BARE_ANSWER = re.compile(
    r"[\s【\[(]*(?:(?:这)?是|系)?(?:演练|演习|真实(?:情况)?|真的|真系|(?:不是|唔系)演练|真)(?:内容)?[啊呀嘅的,。!】\])\s]*"
)
_DISCOVERED = re.compile(r"巡查|发现|睇到|看到|见到|今天|今日|今早|今朝|检查|排查")


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of the sender: the area they are bound to, and whether they take part in a drill right now."""

    sender_area: str
    in_drill: bool = False
    has_case: bool = False
    case_category: str | None = None
    case_is_hazard: bool = False
    case_hazard_type: str | None = None
    case_is_plan: bool = False
    case_class: str | None = None


def context_of(state: Reading | None, sender_area: str, *, in_drill: bool = False) -> Context:
    """The context of a text that comes after `state`, the case so far; None: there is none."""
    if state is None:
        return Context(sender_area, in_drill)
    return Context(
        sender_area=sender_area,
        in_drill=in_drill,
        has_case=True,
        case_category=state.category,
        case_is_hazard=state.hazard_type is not None,
        case_hazard_type=state.hazard_type,
        case_is_plan=state.kind is Intent.EARLY_SIGN,
        case_class=state.klass,
    )


def read(text: str, vocabulary: Vocabulary, places: Places, context: Context, now: datetime) -> Reading:
    """What `text`, sent at `now` (with its zone), states. A text that reports nothing has an intent and no fields."""
    line = Line.of(text)
    drill = drill_of(line.folded)
    facts = _facts(_without_markers(line), find_pin(line.folded), vocabulary, places, context, now)
    evidence = _evidence(facts, vocabulary, context.sender_area)
    marked = bool(drill) and has("drill_begins", line.folded)
    intent = Intent.DRILL if marked else _intent(facts.line.folded, evidence, context, drill)
    if _BARE_ANSWER.fullmatch(line.folded) and drill is not None:
        return Reading(intent=Intent.DRILL if drill else Intent.OTHER, drill=drill, traits=frozenset({"bare_answer"}))
    if intent in {Intent.OTHER, Intent.QUESTION, Intent.ZERO}:
        place = facts.location if intent is Intent.ZERO else None
        return Reading(intent=intent, drill=False, traits=facts.traits, location=place)
    return _reading(intent, drill, facts, vocabulary, context, now)


def _without_markers(line: Line) -> Line:
    folded = re.sub(r"[【\[(]\s*(?:演练|演习|drill)\s*[】\])]", lambda found: " " * len(found[0]), line.folded)
    return Line(line.raw, in_known_words(without_numbers_that_count_nothing(folded)))


@cache
def _traits() -> Mapping[str, re.Pattern[str]]:
    return {name: re.compile(text) for name, text in table("traits").items()}


def _facts(
    line: Line, pin: Pin | None, vocabulary: Vocabulary, places: Places, context: Context, now: datetime
) -> Facts:
    folded = line.folded
    times = time_spans(folded)
    shelter = find_shelter(folded)
    moved = (shelter.span(),) if shelter else ()
    short = without(folded, times)
    category = read_category(short.text, vocabulary)
    location, local, detail_span = read_location(line, places, context.sender_area, times + moved, pin)
    return Facts(
        line=line,
        category=replace(category, span=short.back(category.span)),
        hazard=read_hazard(folded, vocabulary),
        figures=read_figures(folded, times),
        damage=read_damage(folded, times),
        time=find_time(folded, now),
        plan=read_plan(folded, now),
        location=location,
        local=local,
        detail_span=detail_span,
        shelter_span=shelter.span("place") if shelter else None,
        traits=frozenset(name for name, regex in _traits().items() if regex.search(folded)),
        times=times,
        requests=read_requests(folded),
        evidence=read_evidence(folded),
    )


def _evidence(facts: Facts, vocabulary: Vocabulary, sender: str) -> Evidence:
    folded, people = facts.line.folded, facts.figures.people
    slug = facts.category.slug
    harmed = [
        figure
        for role, figure in people.items()
        if role != "evacuated" and not figure.is_zero and not figure.is_unknown
    ]
    damage = facts.damage
    return Evidence(
        category=slug,
        weight=facts.category.weight,
        social=slug is not None and vocabulary.categories[slug].klass == "social",
        harm=bool(harmed) or bool(facts.figures.hearsay),
        figures=bool(people or damage.houses or damage.affected or damage.road_blocked or damage.water_depth_text),
        counted=_counts_something(facts),
        hazard_word=facts.hazard.word_span is not None,
        hazard_kind=facts.hazard.kind is not None,
        happened=facts.hazard.happened or bool(damage.houses),
        planned=facts.plan is not None or bool(word("sign").search(folded)),
        planned_act=facts.plan is not None,
        planned_ahead=facts.plan is not None and facts.plan.at is not None,
        ongoing_gathering=bool(word("ongoing").search(folded))
        and not (facts.plan and (facts.plan.at or facts.plan.place)),
        local=facts.local,
        own=facts.local and facts.location.town == sender[:9],
        timed=facts.time is not None,
        points_back="points_back" in facts.traits,
    )


def _counts_something(facts: Facts) -> bool:
    """我村有三百二十户 counts the village; 三百户冇水 counts what happened to it."""
    damage, people = facts.damage, facts.figures.people
    happening = has("event", facts.line.folded) or facts.category.slug is not None
    above_zero = any(not figure.is_zero for figure in [*people.values(), *damage.houses.values()])
    return (
        above_zero
        or bool(damage.measurements and happening)
        or bool(damage.road_blocked or damage.water_depth_text)
        or bool(damage.affected and happening)
    )


def _intent(folded: str, found: Evidence, context: Context, drill: bool | None) -> Intent:
    intent = _kind_of_text(folded, found, context, drill)
    asked = intent is Intent.OTHER and has("interrogative", folded)
    if asked and not any(has(name, folded) for name in ("greeting", "told", "joke")):
        return Intent.QUESTION
    return intent


def _kind_of_text(folded: str, found: Evidence, context: Context, drill: bool | None) -> Intent:
    if drill and not (has("drill_notice", folded) and found.weight < 6):
        return Intent.DRILL
    if (
        has("zero", folded)
        and not has("in_chain", folded)
        and not found.harm
        and not (context.case_class == "health" and has("no_new_patients", folded))
        and (found.category is None or found.weight < 6 or "零报" in folded)
    ):
        return Intent.QUESTION if has("question_word", folded) or has("question_end", folded) else Intent.ZERO
    if is_talk(folded, found, has_case=context.has_case):
        return Intent.OTHER
    if is_question(folded, found):
        return Intent.QUESTION
    if context.case_is_hazard and has("came_true", folded) and not has("not_come", folded):
        return Intent.INCIDENT_FIRST
    chain = chain_kind(folded, has_case=context.has_case)
    begun = context.has_case or found.category is not None or "终报" in folded
    if chain is not None and (begun or chain is not Intent.INCIDENT_FINAL):
        return chain
    kind = report_kind(folded, found)
    of_the_case = not found.harm or found.points_back
    only_figures = kind is Intent.INCIDENT_FIRST and of_the_case and found.weight < 3
    if kind is not None and not (only_figures and context.has_case):
        return kind
    return Intent.INCIDENT_FOLLOWUP if context.has_case and _adds(folded, found) else Intent.OTHER


def _adds(folded: str, found: Evidence) -> bool:
    """三楼, 好大烟, 有细路仔, 5个人转移了: short words that add to a case."""
    if has("thanks", folded) or has("greeting", folded):
        return False
    return bool(found.figures or found.local or found.timed or found.category or len(folded) <= 40)


def _reading(
    intent: Intent, drill: bool | None, facts: Facts, vocabulary: Vocabulary, context: Context, now: datetime
) -> Reading:
    hazardous = intent is Intent.HAZARD or (context.case_is_hazard and intent in CHAIN)
    slug = _category(intent, facts, vocabulary)
    people = people_in(facts, slug or context.case_category, first=intent is Intent.INCIDENT_FIRST)
    passing = read_passing(facts.line.folded, people, in_case=context.has_case)
    if passing is not None and not passing.certain and "dead" not in people:
        people["dead"] = exactly(passing.count)  # shown, and asked about before it is final
    seen = seen_later(facts.line.folded)
    time = None if seen else _time(facts, intent)
    vulnerable = read_vulnerable(facts.line.folded)
    planned = intent is Intent.EARLY_SIGN
    ahead = planned and not has("calm", facts.line.folded)
    social = counts_participants(slug or context.case_category, vocabulary)
    plan = facts.plan if planned or (intent in CHAIN and social) else None
    if context.case_is_plan and intent in CHAIN:
        time, plan = None, plan or put_off(facts.line.folded, now)
    participants = read_participants(facts.line.folded, facts.times, planned=ahead) if social else {}
    spans = spans_of(facts, people, slug, time, hazardous)
    spans |= {f"people.{name}": span for name, (_, span) in participants.items()}
    spans |= dict(plan.spans) if plan else {}
    spans |= {"vulnerable": vulnerable[0].span} if vulnerable else {}
    return Reading(
        intent=intent,
        drill=intent is Intent.DRILL,
        klass=vocabulary.categories[slug].klass if slug else None,
        category=slug,
        weight=facts.category.weight,
        hazard_type=facts.hazard.kind if intent is Intent.HAZARD else context.case_hazard_type if hazardous else None,
        hazard_level=_hazard_level(facts, context) if hazardous else None,
        location=facts.location,
        time=time,
        discovered=_discovered(facts, intent, now, seen=seen),
        people=people,
        implied=facts.figures.implied & set(people),
        more=facts.figures.more | facts.damage.more | joined(facts.line.folded, participants),
        hearsay=facts.figures.hearsay,
        passing=passing,
        bare_count=facts.figures.bare,
        everyone_out="everyone_out" in facts.traits,
        affected=affected(facts, hazardous=hazardous, social=social),
        threatened=threatened(facts) if hazardous else {} if social else facts.damage.threatened,
        houses=facts.damage.houses,
        participants={name: figure for name, (figure, _) in participants.items()},
        evacuated=None if social else facts.figures.people.get("evacuated"),
        shelter_text=facts.line.words(facts.shelter_span) if facts.shelter_span else None,
        vulnerable=vulnerable,
        plan=plan,
        road_blocked=facts.damage.road_blocked,
        water_depth_text=facts.damage.water_depth_text,
        measurements=facts.damage.measurements,
        signs=facts.hazard.signs if hazardous else (),
        requests=tuple(facts.requests),
        evidence=tuple(facts.evidence),
        traits=facts.traits | _moods(facts.line.folded, drill),
        sources={path: facts.line.words(span) for path, span in spans.items() if span[1] > span[0]},
        spans=spans,
    )  # fmt: skip


def _hazard_level(facts: Facts, context: Context) -> str | None:
    """How bad; of a known hazard, what the new words say of its own kind: 渗水点变浑."""
    if context.case_hazard_type is None or facts.hazard.kind == context.case_hazard_type:
        return facts.hazard.level
    return level_of(facts.line.folded, context.case_hazard_type, ())


def _moods(folded: str, drill: bool | None) -> frozenset[str]:
    moods = {"ongoing"} if has("ongoing", folded) or has("urgent", folded) else set()
    return frozenset(moods | ({"real"} if drill is False else set()))


def _category(intent: Intent, facts: Facts, vocabulary: Vocabulary) -> str | None:
    """The category; for a hazard the one it turns into; none where only a weak word hints at one."""
    slug = facts.category.slug
    if intent is Intent.HAZARD and facts.hazard.kind is not None:
        turned = vocabulary.hazards[facts.hazard.kind].incident
        same_class = (
            slug is not None and facts.category.weight >= 8 and slug.startswith("geo_") and turned.startswith("geo_")
        )
        leaking = slug == "reservoir_dike" and facts.category.weight >= 8
        return slug if same_class or leaking else turned
    if intent is Intent.EARLY_SIGN and not _is_social(slug, vocabulary):
        runner_up = facts.category.runner_up
        return runner_up if _is_social(runner_up, vocabulary) else slug or ("mass_dispute" if facts.plan else None)
    if intent in {Intent.INCIDENT_FOLLOWUP, Intent.CORRECTION, Intent.INCIDENT_FINAL}:
        return slug if facts.category.weight >= 3 else None
    missing = facts.figures.people.get("missing")
    if slug == "missing_person" and missing is not None and missing.is_zero:
        slug = None  # 失踪：0人
    if slug == "utility_outage" and facts.figures.people.get("injured") not in (None, ZERO):
        return "accident_other"  # 脚断咗，冇信号: no signal is only why help is slow
    if slug == "typhoon" and any(_harmed(facts)) and not has("wind", facts.line.folded):
        return "accident_other"  # 大树倒了压住一个人: no word of wind
    if slug is None and intent is Intent.INCIDENT_FIRST:
        return "accident_other" if any(_harmed(facts)) else None
    return slug


def _is_social(slug: str | None, vocabulary: Vocabulary) -> bool:
    return slug is not None and vocabulary.categories[slug].klass == "social"


def _harmed(facts: Facts) -> Iterator[bool]:
    return (_above_zero(facts.figures.people.get(role)) for role in ("injured", "dead", "trapped"))


def _above_zero(figure: Figure | None) -> bool:
    return figure is not None and figure.surely > 0


def _time(facts: Facts, intent: Intent) -> TimeReading | None:
    """The time of the event. A hazard has none; nor has a plan; a follow-up's own "now" is not the event's."""
    if facts.time is not None and facts.time.problem is not None and intent is Intent.HAZARD:
        return facts.time  # 2月30号发现裂缝 is asked
    if intent in {Intent.HAZARD, Intent.EARLY_SIGN} or facts.time is None:
        return None
    return facts.time


def _discovered(facts: Facts, intent: Intent, now: datetime, *, seen: bool) -> datetime | None:
    if intent is not Intent.HAZARD and not seen:
        return None
    compared = re.search(r"[比较]昨|昨[天日晚][^。]*今", facts.line.folded)
    if (
        not compared
        and facts.time is not None
        and facts.time.at is not None
        and facts.time.precision is not Precision.APPROX_NOW
    ):
        today = re.search(r"今(?:天|日|早|朝|晚)", facts.line.folded)
        return now if today else facts.time.at
    return now if _DISCOVERED.search(facts.line.folded) else None
