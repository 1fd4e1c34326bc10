"""A reading as the answers of a report, and back: what was typed and what was tapped fill one and the same record.

Answers have the shapes of `bot.rules.question`. Beyond the questions of a form a report keeps what a sentence states
(`injured`, `rescued`, `evacuated`, `road_blocked` …); keys that begin with `_` are the rules' own. An absent key was
not stated, and is never 0.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.rules.places import Places
from bot.rules.question import Answer
from bot.rules.reading.intent import Intent
from bot.rules.reading.numbers import UNKNOWN, Figure
from bot.rules.reading.people import Plan, VulnerablePerson
from bot.rules.reading.reading import CASUALTIES, Location, Passing, Reading
from bot.rules.reading.times import Precision, Problem, TimeReading
from bot.rules.reading.vocabulary import Vocabulary

AFFECTED = ("households", "persons")
THREATENED = {"threatened_households": "households", "threatened_people": "persons"}
PARTICIPANTS = ("involved", "present_now")
WORDS = {"shelter": "shelter_text", "road_blocked": "road_blocked", "water_depth": "water_depth_text"}
"""Answer → the reading's own name, for what is kept as a word."""


def kind_of(reading: Reading) -> str:
    """What a report of this reading is: incident, hazard or sign."""
    kinds = {Intent.HAZARD: "hazard", Intent.EARLY_SIGN: "sign"}
    return "hazard" if reading.hazard_type is not None else kinds.get(reading.kind, "incident")


# --- reading → answers ---


def answers_of(reading: Reading, sender_area: str) -> dict[str, Answer]:
    """What the reading states, as answers. `sender_area`: the village (or town) the officer is bound to."""
    found: dict[str, Answer] = {}
    if kind_of(reading) == "hazard":
        found |= {"type": reading.hazard_type or "", "level": reading.hazard_level or "general"}
        if reading.signs:
            found["signs"] = list(reading.signs)
    found["category"] = {"slug": reading.category or "other"}
    found["place"] = _place(reading.location, sender_area)
    if reading.time is not None:
        found["time"] = _time(reading.time)
    figures = dict(reading.people) | dict(reading.affected) | dict(reading.participants)
    figures |= {key: reading.threatened[name] for key, name in THREATENED.items() if name in reading.threatened}
    found |= {role: count(figure) for role, figure in figures.items()}
    if reading.evacuated is not None:
        found["evacuated"] = count(reading.evacuated)
    found |= {key: str(said) for key, name in WORDS.items() if (said := getattr(reading, name))}
    return found | _rest(reading)


def _rest(reading: Reading) -> dict[str, Answer]:
    kept: dict[str, Answer | None] = {
        "houses": {name: count(figure) for name, figure in reading.houses.items()},
        "measurements": dict(reading.measurements),
        "vulnerable": [{"kind": one.kind, "age": one.age_approx} for one in reading.vulnerable],
        "planned": _planned(reading.plan),
        "discovered": reading.discovered.isoformat() if reading.discovered else None,
        "_hearsay": {role: count(figure) for role, figure in reading.hearsay.items()},
        "_passing": _passing(reading.passing),
        "_traits": sorted(reading.traits),
        "_implied": sorted(reading.implied),
        "_sources": dict(reading.sources),
    }
    return {key: value for key, value in kept.items() if value}


def count(figure: Figure) -> dict[str, Any]:
    """A figure as a count answer."""
    if figure.is_unknown:
        return {"unknown": True}
    return {"min": figure.min, "max": figure.max, "exact": figure.exact}


def _place(location: Location | None, sender_area: str) -> dict[str, Any]:
    if location is None:
        return {"kind": "own_village"}
    area = location.village or location.town or sender_area
    detail = {"text": location.detail} if location.detail else {}
    if location.lat is not None and location.lon is not None:
        return {"kind": "pin", "lat": location.lat, "lon": location.lon, "area": area, **detail}
    doubt = {"candidates": [each.code for each in location.candidates]} if len(location.candidates) > 1 else {}
    if area == sender_area and not detail and not doubt:
        return {"kind": "own_village"}
    return {"kind": "area", "area": area, **detail, **doubt}


def _time(time: TimeReading) -> dict[str, Any]:
    kept = {
        "at": time.at.isoformat() if time.at else None,
        "precision": time.precision.value if time.precision else None,
        "raw": time.raw,
        "until": time.until.isoformat() if time.until else None,
        "problem": time.problem.value if time.problem else None,
        "confirm": time.confirm,
    }
    return {name: value for name, value in kept.items() if value or name in ("at", "precision", "raw")}


def _planned(plan: Plan | None) -> dict[str, Any] | None:
    if plan is None:
        return None
    return {"at": plan.at.isoformat() if plan.at else None, "place": plan.place, "note": plan.note}


def _passing(passing: Passing | None) -> dict[str, Any] | None:
    if passing is None or passing.certain:
        return None
    return {"origin": passing.origin, "count": passing.count}


# --- answers → reading ---


def reading_of(answers: Mapping[str, Any], kind: str, vocabulary: Vocabulary, places: Places) -> Reading:
    """The state of a report, for the rules that lay the next text over it."""
    category = answers.get("category")
    slug = str(category["slug"]) if isinstance(category, Mapping) else None
    hazard = kind == "hazard"
    if hazard and slug is None:
        found = vocabulary.hazards.get(str(answers.get("type")))
        slug = found.incident if found else None
    slug = None if slug == "other" else slug
    began = {"hazard": Intent.HAZARD, "sign": Intent.EARLY_SIGN}.get(kind, Intent.INCIDENT_FIRST)
    return Reading(
        intent=began,
        klass=vocabulary.categories[slug].klass if slug and slug in vocabulary.categories else None,
        category=slug,
        hazard_type=str(answers["type"]) if hazard and answers.get("type") else None,
        hazard_level=str(answers["level"]) if hazard and answers.get("level") else None,
        location=_location(answers.get("place"), places),
        time=_time_of(answers.get("time")),
        discovered=_moment(answers.get("discovered")),
        people=_figures(answers, CASUALTIES),
        implied=frozenset(answers.get("_implied", ())),
        hearsay=_figures(answers.get("_hearsay", {}), CASUALTIES),
        passing=_passing_of(answers.get("_passing")),
        affected=_figures(answers, AFFECTED),
        threatened={name: known for key, name in THREATENED.items() if (known := figure(answers.get(key)))},
        houses=_figures(answers.get("houses", {}), tuple(answers.get("houses", {}))),
        participants=_figures(answers, PARTICIPANTS),
        evacuated=figure(answers.get("evacuated")),
        shelter_text=answers.get("shelter"),
        vulnerable=_vulnerable(answers.get("vulnerable", ())),
        plan=_plan_of(answers.get("planned")),
        road_blocked=answers.get("road_blocked"),
        water_depth_text=answers.get("water_depth"),
        measurements=dict(answers.get("measurements", {})),
        signs=tuple(answers.get("signs", ())) if hazard else (),
        traits=frozenset(answers.get("_traits", ())),
        sources=dict(answers.get("_sources", {})),
    )  # fmt: skip


def figure(answer: Any) -> Figure | None:
    """A count answer as a figure; None where there is none."""
    if not isinstance(answer, Mapping):
        return None
    return UNKNOWN if answer.get("unknown") else Figure(answer.get("min"), answer.get("max"), bool(answer.get("exact")))


def _vulnerable(kept: Any) -> tuple[VulnerablePerson, ...]:
    return tuple(VulnerablePerson(one["kind"], one.get("age"), (0, 0)) for one in kept)


def _figures(answers: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Figure]:
    return {name: known for name in names if (known := figure(answers.get(name))) is not None}


def _location(place: Any, places: Places) -> Location | None:
    if not isinstance(place, Mapping):
        return None
    area = places.get(str(place.get("area") or ""))
    named = area is not None and area.kind in {"village", "community"}
    candidates = tuple(found for code in place.get("candidates", ()) if (found := places.get(code)) is not None)
    town = area.code[:9] if area is not None and len(area.code) >= 9 else None
    village = area.code if area is not None and named else None
    lat, lon = place.get("lat"), place.get("lon")
    source = "pin" if lat is not None else "text" if area else "sender_binding"
    return Location(town, village, place.get("text"), None, candidates, source, lat, lon)


def _moment(stored: Any) -> datetime | None:
    return datetime.fromisoformat(stored) if isinstance(stored, str) else None


def _time_of(answer: Any) -> TimeReading | None:
    if not isinstance(answer, Mapping):
        return None
    precision, problem = answer.get("precision"), answer.get("problem")
    return TimeReading(
        at=_moment(answer.get("at")),
        until=_moment(answer.get("until")),
        precision=Precision(precision) if precision in set(Precision) else None,
        raw=str(answer.get("raw") or ""),
        problem=Problem(problem) if problem in set(Problem) else None,
        confirm=bool(answer.get("confirm")),
    )


def _passing_of(kept: Any) -> Passing | None:
    return Passing(str(kept["origin"]), int(kept["count"]), False) if isinstance(kept, Mapping) else None


def _plan_of(kept: Any) -> Plan | None:
    return Plan(_moment(kept.get("at")), kept.get("place"), kept.get("note"), {}) if isinstance(kept, Mapping) else None
