"""Who steps in when an early sign is seen, from `referrals.toml`."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from bot.report_types.categories import load_categories, load_functions
from bot.report_types.toml_table import Table, read_toml
from bot.rules.referral import Referral, Unit


@cache
def load_units() -> Mapping[str, Unit]:
    """The offices by their keys."""
    found = {}
    for slug, table in read_toml("referrals.toml").table("units").tables():
        function = table.text_or_none("function")
        if function is not None and function not in load_functions():
            raise table.fault("function", f"{function!r} is not in functions.toml")
        found[slug] = Unit(slug, table.names("names"), function)
        table.end()
    return MappingProxyType(found)


@cache
def load_referrals() -> tuple[Referral, ...]:
    """In the order of the file, which is the order in which keywords are looked for."""
    return tuple(_referral(slug, table) for slug, table in read_toml("referrals.toml").table("referrals").tables())


def _referral(slug: str, table: Table) -> Referral:
    found = Referral(
        slug=slug,
        names=table.names("names"),
        categories=_categories(table, "categories"),
        also=_categories(table, "also") if table.has("also") else (),
        keywords=table.texts("keywords") if table.has("keywords") else (),
        first=_units(table, "first"),
        then=_units(table, "then"),
    )
    table.end()
    return found


def _categories(table: Table, key: str) -> tuple[str, ...]:
    slugs = table.texts(key)
    if unknown := [slug for slug in slugs if slug not in load_categories()]:
        raise table.fault(key, f"names {', '.join(unknown)}, which no category is")
    return slugs


def _units(table: Table, key: str) -> tuple[Unit, ...]:
    slugs = table.texts(key)
    if unknown := [slug for slug in slugs if slug not in load_units()]:
        raise table.fault(key, f"names {', '.join(unknown)}, which [units] does not have")
    return tuple(load_units()[slug] for slug in slugs)
