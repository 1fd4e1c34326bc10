"""A reading and its judgement in the fields of `domain/fields.md`: what `python -m bot understand` prints."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.rules.reading.conversation import Case
from bot.rules.reading.intent import Intent
from bot.rules.reading.judgement import Judgement
from bot.rules.reading.numbers import Figure
from bot.rules.reading.reading import CASUALTIES, Location, Reading

REPORT_LIMIT = timedelta(hours=2)
"""A first report later than this after the event is shown to a person as worth a look, and never called late."""
_NUMERALS = "零一二三四五六七八九十"


def as_fields(
    reading: Reading, judged: Judgement, case: Case | None, lang: str, sent_at: datetime
) -> dict[str, object]:
    """One JSON-ready object. What was not stated is null or absent."""
    fields: dict[str, object] = {
        "intent": reading.intent.value,
        "drill": reading.drill,
        "class": reading.klass if reading.klass != "any" else None,
        "subtype": reading.category,
        "hazard_type": reading.hazard_type,
        "hazard_level": reading.hazard_level,
        "location": _location(reading.location),
        **_time(reading),
        "discovered_at": reading.discovered.date().isoformat() if reading.discovered else None,
        "casualties": _figures(reading.people, CASUALTIES),
        "affected": _figures(reading.affected, ("households", "persons")),
        "threatened": _threatened(reading),
        "vulnerable": [one.kind for one in reading.vulnerable],
        "evacuated": reading.evacuated.as_field() if reading.evacuated else None,
        "shelter_text": reading.shelter_text,
        "people": _figures(reading.participants, ("involved", "present_now")),
        "planned_action": _plan(reading),
        "houses": {name: figure.as_field() for name, figure in reading.houses.items()} or None,
        "road_blocked": reading.road_blocked,
        "water_depth_text": reading.water_depth_text,
        "measurements": dict(reading.measurements) or None,
        "signs": list(reading.signs),
        "requests": list(reading.requests),
        "evidence": list(reading.evidence),
        "proposed_grade": judged.grade.grade,
        "priority": judged.priority,
        "notify": list(judged.notify),
        "ask": {"key": judged.ask.key, "choices": list(judged.ask.choices)} if judged.ask else None,
        "sources": dict(reading.sources),
        "lang": lang,
    }
    return fields | _extras(reading, judged, case, sent_at)


def _figures(figures: Mapping[str, Figure], names: tuple[str, ...]) -> dict[str, object]:
    return {name: figures[name].as_field() if name in figures else None for name in names}


def _location(location: Location | None) -> dict[str, object] | None:
    if location is None:
        return None
    return {
        "town": location.town,
        "village": location.village,
        "detail": location.detail,
        "name_raw": location.name_raw,
        "candidates": [area.code for area in location.candidates],
        "source": location.source,
        "lat": location.lat,
        "lon": location.lon,
    }


def _time(reading: Reading) -> dict[str, object]:
    time = reading.time
    return {
        "occurred_at": _minute(time.at) if time else None,
        "occurred_precision": time.precision.value if time and time.at and time.precision else None,
        "occurred_raw": (reading.sources.get("occurred_at") or None) if time else None,
        "occurred_until": _minute(time.until) if time else None,
        "problem": time.problem.value if time and time.problem else None,
    }


def _minute(at: datetime | None) -> str | None:
    return at.strftime("%Y-%m-%dT%H:%M") if at is not None else None


def _threatened(reading: Reading) -> dict[str, object]:
    fields = _figures(reading.threatened, ("households", "persons"))
    vulnerable: list[dict[str, object]] = []
    if reading.hazard_type is not None:
        for one in reading.vulnerable:
            age = {"age_approx": one.age_approx} if one.age_approx is not None else {}
            vulnerable.append({"kind": one.kind, **age})
    return {**fields, "vulnerable": vulnerable}


def _plan(reading: Reading) -> dict[str, object] | None:
    plan = reading.plan
    return {"at": _minute(plan.at), "place": plan.place, "note": plan.note} if plan else None


def _extras(reading: Reading, judged: Judgement, case: Case | None, sent_at: datetime) -> dict[str, object]:
    """Fields beyond the closed list, present only where they say something."""
    extras: dict[str, object] = {}
    if reading.hazard_level == "major_imminent":
        extras["deadline"] = "immediate"
    if "ebike" in reading.traits and reading.category == "fire_building":
        extras["cause_hint"] = "ebike"
    if "heavy_smoke" in reading.traits:
        extras["smoke"] = "heavy"
    if reading.hearsay:
        extras["unconfirmed"] = {role: figure.as_field() for role, figure in reading.hearsay.items()}
    if judged.grade.with_missing:
        extras["grade_if_missing_counted"] = judged.grade.with_missing
    if judged.grade.grade:
        extras["grade_rule"] = {"rule": judged.grade.rule, "clause": judged.grade.clause}
    if case is not None and case.from_hazard:
        extras["linked_hazard"] = True
    if case is not None and reading.intent is Intent.INCIDENT_FOLLOWUP and case.followups:
        extras["report_no"] = f"续报{_NUMERALS[case.followups] if case.followups <= 10 else case.followups}"
    time = reading.time
    if reading.intent is Intent.INCIDENT_FIRST and time and time.at and sent_at - time.at > REPORT_LIMIT:
        extras["timeliness"] = "check"
    return extras
