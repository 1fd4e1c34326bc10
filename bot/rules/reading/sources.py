"""Each stated field's own words: where in the text it came from."""

from collections.abc import Mapping

from bot.rules.reading.clauses import pattern
from bot.rules.reading.facts import Facts
from bot.rules.reading.intent import marker
from bot.rules.reading.numbers import Figure
from bot.rules.reading.settling import Span
from bot.rules.reading.times import TimeReading


def spans_of(
    facts: Facts, people: Mapping[str, Figure], slug: str | None, time: TimeReading | None, hazardous: bool
) -> dict[str, Span]:
    spans: dict[str, Span] = {
        f"casualties.{role}": facts.figures.spans[role] for role in people if role in facts.figures.spans
    }
    if "evacuated" in facts.figures.spans:
        spans["evacuated"] = facts.figures.spans["evacuated"]
    spans |= dict(facts.damage.spans)
    if slug is not None and facts.category.slug == slug:
        spans["subtype"] = facts.category.span
    if time is not None:
        spans["occurred_at"] = time.span
    if hazardous:
        spans |= dict(facts.hazard.spans)
        if facts.hazard.word_span:
            spans["intent"] = facts.hazard.word_span
    spans |= {f"requests.{name}": span for name, span in facts.requests.items()}
    if facts.shelter_span:
        spans["shelter_text"] = facts.shelter_span
    if facts.detail_span:
        spans["location.detail"] = facts.detail_span
    if facts.location.name_raw:
        at = facts.line.raw.find(facts.location.name_raw)
        spans["location.village"] = (at, at + len(facts.location.name_raw))
    for name in ("followup", "correction", "final"):
        found = marker(name).search(facts.line.folded)
        if found:
            spans.setdefault("intent", found.span())
    negated = pattern("negation", "safe").search(facts.line.folded)
    if negated and "injured" in people and people["injured"].is_zero:
        spans.setdefault("casualties.injured", negated.span())
    return spans
