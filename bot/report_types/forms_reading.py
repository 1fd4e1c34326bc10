"""The guided forms, from `forms/*.toml`; choices that are tables of their own are filled in here."""

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType

from bot.report_types.categories import load_categories, load_hazard_levels, load_hazard_types, load_signs
from bot.report_types.toml_table import Table, read_toml
from bot.rules.question import KINDS, Choice, Condition, Form, Kind, Question

FORMS = ("emergency", "incident", "hazard", "sign")
HARM = {"yes", "none", "unknown"}
"""The engine and the priority rule know these three; only their words may be edited."""
FINISHES = ("send", "summary")


@cache
def load_forms() -> Mapping[str, Form]:
    """The forms by name: emergency, incident, hazard, sign."""
    return MappingProxyType({name: read_form(name, read_toml(f"forms/{name}.toml")) for name in FORMS})


def read_form(name: str, table: Table) -> Form:
    """One form from its table. Raises DataFault."""
    finish = next((known for known in FINISHES if known == table.text("finish")), None)
    if finish is None:
        raise table.fault("finish", f"must be one of {', '.join(FINISHES)}")
    names, idle, questions = table.names("names"), table.number_or_none("idle_seconds"), table.rows("question")
    table.end()
    try:
        return Form(name, names, tuple(map(_question, questions)), "send" if finish == "send" else "summary", idle)
    except ValueError as out_of_order:
        raise table.fault("question", str(out_of_order)) from out_of_order


def _question(table: Table) -> Question:
    kind = _kind(table)
    question = Question(
        key=table.text("key"),
        kind=kind,
        label=table.names("label"),
        prompt=table.names("prompt"),
        hint=table.names("hint") if table.has("hint") else None,
        optional=table.flag("optional", default=False),
        ask_if=_condition(table),
        choices=_choices(table, kind),
        quick=table.numbers("quick"),
        when_idle=table.text_or_none("when_idle"),
    )
    table.end()
    if question.when_idle is not None and question.when_idle not in {choice.slug for choice in question.choices}:
        raise table.fault("when_idle", "must be one of the choices")
    return question


def _kind(table: Table) -> Kind:
    found = table.text("kind")
    for kind in KINDS:
        if kind == found:
            return kind
    raise table.fault("kind", f"must be one of {', '.join(KINDS)}, found {found!r}")


def _condition(table: Table) -> Condition | None:
    if not table.has("ask_if"):
        return None
    asked = table.table("ask_if")
    condition = Condition(asked.text("question"), asked.texts("is"))
    asked.end()
    return condition


def _choices(table: Table, kind: Kind) -> tuple[Choice, ...]:
    if kind == "category":
        return tuple(Choice(category.slug, category.names) for category in load_categories().values())
    source = table.text_or_none("choices_from")
    if source is not None:
        if source not in CHOICES_FROM:
            raise table.fault("choices_from", f"must be one of {', '.join(CHOICES_FROM)}, found {source!r}")
        return CHOICES_FROM[source]()
    choices = tuple(map(_choice, table.rows("choices")))
    if kind in ("choice", "multi_choice", "harm") and not choices:
        raise table.fault("choices", "is missing")
    if kind == "harm" and {choice.slug for choice in choices} != HARM:
        raise table.fault("choices", f"must be {', '.join(sorted(HARM))}")
    return choices


def _choice(table: Table) -> Choice:
    choice = Choice(table.text("slug"), table.names("names"), _condition(table))
    table.end()
    return choice


def _hazard_types() -> tuple[Choice, ...]:
    return tuple(Choice(hazard.slug, hazard.names) for hazard in load_hazard_types().values())


def _hazard_levels() -> tuple[Choice, ...]:
    return tuple(Choice(level.slug, level.names) for level in load_hazard_levels().values())


def _hazard_signs() -> tuple[Choice, ...]:
    """Each sign with the types it is seen at; the form calls that question `type`."""
    hazards = load_hazard_types().values()
    return tuple(
        Choice(sign.slug, sign.names, Condition("type", tuple(h.slug for h in hazards if sign.slug in h.signs)))
        for sign in load_signs().values()
    )


CHOICES_FROM: dict[str, Callable[[], tuple[Choice, ...]]] = {
    "hazard_types": _hazard_types,
    "hazard_levels": _hazard_levels,
    "hazard_signs": _hazard_signs,
}
