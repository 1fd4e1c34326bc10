"""The one-line codes, from `sms_codes.toml`."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from bot.report_types.categories import load_categories, load_hazard_types
from bot.report_types.toml_table import read_toml
from bot.rules.sms_code import HAZARDS, Code


@cache
def load_sms_codes() -> Mapping[str, Code]:
    """Every code by itself ("H3"), letter by letter in the order of the numbers."""
    found: dict[str, Code] = {}
    for letter, table in read_toml("sms_codes.toml").tables():
        known = load_hazard_types() if letter == HAZARDS else load_categories()
        figures = table.texts("figures")
        if len(figures) != 2:
            raise table.fault("figures", "must name two figures")
        for number, slug in enumerate(table.texts("codes"), start=1):
            if slug not in known:
                raise table.fault("codes", f"names {slug!r}, which is not known")
            code = f"{letter}{number}"
            found[code] = Code(code, slug, known[slug].names, (figures[0], figures[1]))
        table.end()
    return MappingProxyType(found)
