"""Categories, hazard types and functions, from their tables."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from bot.report_types.toml_table import DataFault, Table, read_toml
from bot.rules.category import KLASSES, Category, Function, HazardLevel, HazardType, Sign

# CAP 1.2, info/category.
CAP_CATEGORIES = frozenset(
    {"Geo", "Met", "Safety", "Security", "Rescue", "Fire", "Health", "Env", "Transport", "Infra", "CBRNE", "Other"}
)
COUNTED = {"GR-493", "GR-493-OR-DEATHS", "GR-493-AT-WORK", "GR-DEATHS", "GR-FOREST", "GR-GEO", "GR-FOOD"}
GRADE_RULES = frozenset(COUNTED | {"GR-NAT", "GR-NAT-LOSS", "GR-HEALTH", "GR-MASS", "MANUAL", "MANUAL-P0", "NONE"})


@cache
def load_functions() -> Mapping[str, Function]:
    """Every government function by its key."""
    names = read_toml("functions.toml")
    return MappingProxyType({slug: Function(slug, names.names(slug)) for slug, _ in names.tables()})


def function_named(said: str) -> str | None:
    """The key of a function by its key or name in any language: water, 水务, 区水务局. None when it is not clear."""
    word = said.strip().casefold()
    functions = load_functions().values()
    exact = [each.slug for each in functions if word in (each.slug, *(name.casefold() for name in each.names.values()))]
    if exact:
        return exact[0]
    names = {name: each.slug for each in functions for name in (each.names["zh-Hans"], each.names["zh-Hant"])}
    within = {slug: len(name) for name, slug in names.items() if name in said}
    return max(within, key=lambda slug: within[slug]) if within else None


@cache
def load_categories() -> Mapping[str, Category]:
    """The incident categories by slug, class by class in the order of their files."""
    found: dict[str, Category] = {}
    for klass in KLASSES:
        for slug, table in read_toml(f"incidents/{klass}.toml").tables():
            if slug in found:
                raise DataFault(f"{table.where}: {slug} is also in incidents/{found[slug].klass}.toml")
            found[slug] = _category(slug, klass, table)
    _check_first_page(found)
    return MappingProxyType(found)


def _category(slug: str, klass: str, table: Table) -> Category:
    category = Category(
        slug=slug,
        klass=klass,
        names=table.names("names"),
        keywords=table.texts("keywords"),
        first_page=table.number_or_none("first_page"),
        life_at_stake=table.flag("life_at_stake"),
        default_priority=table.level("default_priority"),
        grade_rule=_one_of(table, "grade_rule", GRADE_RULES),
        event_code=table.text_or_none("event_code"),
        event_code_verified=table.flag("event_code_verified", default=False),
        cap_category=_one_of(table, "cap_category", CAP_CATEGORIES),
        lead_functions=_functions(table),
        restricted=table.flag("restricted", default=False),
    )
    table.end()
    return category


def _one_of(table: Table, key: str, allowed: frozenset[str]) -> str:
    value = table.text(key)
    if value not in allowed:
        raise table.fault(key, f"must be one of {', '.join(sorted(allowed))}, found {value!r}")
    return value


def _functions(table: Table) -> tuple[str, ...]:
    functions = table.texts("lead_functions")
    if unknown := [slug for slug in functions if slug not in load_functions()]:
        raise table.fault("lead_functions", f"names {', '.join(unknown)}, which functions.toml does not have")
    return functions


def _check_first_page(categories: Mapping[str, Category]) -> None:
    places = sorted(category.first_page for category in categories.values() if category.first_page is not None)
    if places != list(range(1, len(places) + 1)):
        raise DataFault(f"incidents/*.toml: first_page must count 1, 2, 3 … without gaps, found {places}")


@cache
def load_hazard_levels() -> Mapping[str, HazardLevel]:
    """How bad a hazard can be, mildest first."""
    levels: dict[str, HazardLevel] = {}
    for slug, table in read_toml("hazards.toml").table("levels").tables():
        levels[slug] = HazardLevel(slug, table.names("names"), table.level("priority"))
        table.end()
    return MappingProxyType(levels)


@cache
def load_signs() -> Mapping[str, Sign]:
    """What can be seen at a hazard, by slug."""
    names = read_toml("hazards.toml").table("signs")
    return MappingProxyType({slug: Sign(slug, names.names(slug)) for slug, _ in names.tables()})


@cache
def load_hazard_types() -> Mapping[str, HazardType]:
    """The kinds of hazard by slug, in the order of the file."""
    types = read_toml("hazards.toml").table("types")
    return MappingProxyType({slug: _hazard_type(slug, table) for slug, table in types.tables()})


def _hazard_type(slug: str, table: Table) -> HazardType:
    signs = table.texts("signs")
    if unknown := [sign for sign in signs if sign not in load_signs()]:
        raise table.fault("signs", f"names {', '.join(unknown)}, which [signs] does not have")
    hazard = HazardType(
        slug=slug,
        names=table.names("names"),
        keywords=table.texts("keywords"),
        signs=signs,
        lead_functions=_functions(table),
        incident=_one_of(table, "incident", frozenset(load_categories())),
    )
    table.end()
    return hazard
