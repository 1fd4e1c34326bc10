"""Figures → the grade that the written rules propose, and why. A duty officer confirms it; social events have none.

Each table is read from the gravest band down; the first band of which one column is met wins. A band's number is
included (以上 includes it: Order 493 art. 3). An unknown figure reaches nothing and lowers nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bot.rules.reading.numbers import Figure

Grade = Literal["I", "II", "III", "IV"]
GRADES: tuple[Grade, ...] = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class GradeTable:
    """A written rule: `columns` hold the least value for I, II, III, IV of each thing that is counted.

    `missing_are_dead`: the rule counts missing people with the dead. `lowest_when_counted`: damage was done and the
    casualties are known to be below III, which makes it IV.
    """

    rule: str
    clause: str
    columns: Mapping[str, tuple[float | None, float | None, float | None, float | None]]
    missing_are_dead: bool = False
    lowest_when_counted: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an event. Money in 万元, burnt forest in hectares; None: not stated."""

    people: Mapping[str, Figure]
    loss_wan: float | None = None
    area_ha: float | None = None
    at_work: bool = False


@dataclass(frozen=True, slots=True)
class GradeProposal:
    """`reason` is (column, value) that reached the grade; `with_missing`: the grade if the missing were dead."""

    grade: Grade | None
    rule: str
    clause: str
    reason: tuple[str, float] | None = None
    with_missing: Grade | None = None


_ORDER_493 = "生产安全事故报告和调查处理条例(国务院令第493号)第三条"
TABLES: Mapping[str, GradeTable] = {
    table.rule: table
    for table in (
        GradeTable(
            "GR-493", _ORDER_493,
            {"dead": (30, 10, 3, 1), "injured_serious": (100, 50, 10, 1), "loss_wan": (10_000, 5_000, 1_000, 0.01),
             "injured": (None, None, None, 1)},
        ),
        GradeTable(
            "GR-FOREST", "森林防火条例第四十条",
            {"dead": (30, 10, 3, 1), "injured_serious": (100, 50, 10, 1), "area_ha": (1_000, 100, 1, 0)},
        ),
        GradeTable(
            "GR-GEO", "地质灾害防治条例第四条",
            {"dead": (30, 10, 3, 1), "loss_wan": (1_000, 500, 100, 0.01)}, lowest_when_counted=True,
        ),
        GradeTable(
            "GR-NAT", "特别重大、重大突发公共事件分级标准(试行)",
            {"dead": (30, 10, 3, 1), "loss_wan": (5_000, 1_000, 500, 0.01)},
            missing_are_dead=True, lowest_when_counted=True,
        ),
        GradeTable("GR-DEATHS", "参照执行(非生产安全事故)", {"dead": (30, 10, 3, 1)}),
        GradeTable("GR-FOOD", "国家突发公共卫生事件应急预案", {"dead": (None, 10, 1, 1), "ill": (None, None, 101, 30)}),
    )
}  # fmt: skip
"""The rules of domain §2.2. GR-DEATHS is a convention for deaths that no statute grades."""

NEVER_GRADED = frozenset({"GR-NAT-LOSS", "GR-HEALTH", "GR-MASS", "MANUAL", "MANUAL-P0", "NONE"})


def propose_grade(rule: str, known: Known, *, social: bool = False) -> GradeProposal:
    """The grade that `rule` proposes for what is known. Never one for a social event (art. 3 of the response law)."""
    table = TABLES.get(_rule_for(rule, known))
    if table is None or social:
        return GradeProposal(None, rule, "")
    grade, reason = _banded(table, known, missing=table.missing_are_dead)
    if rule == "GR-FOOD" and known_count(known, "ill") > 100 and known_count(known, "dead") >= 1:
        grade, reason = "II", ("ill_with_deaths", known_count(known, "ill"))
    if grade is None and table.lowest_when_counted and _casualties_are_known(known):
        grade, reason = "IV", ("below_iii", 0)
    worst, _ = _banded(table, known, missing=True)
    return GradeProposal(grade, table.rule, table.clause, reason, worst if worst != grade else None)


def _rule_for(rule: str, known: Known) -> str:
    """A death by current or fumes is a production accident at work, and only counted at home."""
    if rule in {"GR-493-OR-DEATHS", "GR-493-AT-WORK"}:
        return "GR-493" if known.at_work else "GR-DEATHS"
    return rule


def known_count(known: Known, role: str) -> int:
    figure = known.people.get(role)
    return figure.surely if figure is not None else 0


def _banded(table: GradeTable, known: Known, *, missing: bool) -> tuple[Grade | None, tuple[str, float] | None]:
    values = {role: float(known_count(known, role)) for role in ("dead", "injured", "injured_serious", "ill")}
    if missing:
        values["dead"] += known_count(known, "missing")
    if known.loss_wan is not None:
        values["loss_wan"] = known.loss_wan
    if known.area_ha is not None:
        values["area_ha"] = known.area_ha
    for index, grade in enumerate(GRADES):
        for column, bands in table.columns.items():
            least, value = bands[index], values.get(column)
            if least is not None and value is not None and value >= least:
                return grade, (column, value)
    return None, None


def _casualties_are_known(known: Known) -> bool:
    """Somebody counted, nobody reported as unknown, nobody still trapped whose fate is open."""
    dead, trapped = known.people.get("dead"), known.people.get("trapped")
    if (dead is not None and dead.is_unknown) or (dead is None and trapped is not None and not trapped.is_zero):
        return False
    return any(role in known.people and not known.people[role].is_unknown for role in ("dead", "injured", "missing"))
