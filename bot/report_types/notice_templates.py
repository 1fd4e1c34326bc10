"""Ready notices: words, and when they usually go out, from `notice_templates.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from bot.report_types.toml_table import Table, read_toml
from bot.rules.calendar_rule import CalendarRule, Season, rule_from_json
from bot.rules.category import Names

NOTICE, ZERO = "notice", "zero"


@dataclass(frozen=True)
class Template:
    """`rule` None: it is sent by hand. `in_flood_season`: only then, as the setting says when that is."""

    slug: str
    kind: str
    names: Names
    text: Names
    rule: CalendarRule | None
    in_flood_season: bool = False

    def rule_in(self, flood: Season) -> CalendarRule | None:
        return replace(self.rule, season=flood) if self.rule and self.in_flood_season else self.rule


@cache
def load_notice_templates() -> Mapping[str, Template]:
    """By slug, in the order of the file. Raises DataFault."""
    table = read_toml("notice_templates.toml")
    found = {}
    for row in table.rows("template"):
        slug, kind = row.text("slug"), row.text_or_none("kind") or NOTICE
        if kind not in (NOTICE, ZERO):
            raise row.fault("kind", f"must be {NOTICE} or {ZERO}, found {kind!r}")
        rule, flood = _rule(row.table("rule")) if row.has("rule") else (None, False)
        found[slug] = Template(slug, kind, row.names("names"), row.names("text"), rule, flood)
        row.end()
    table.end()
    return found


def _rule(row: Table) -> tuple[CalendarRule, bool]:
    kept = {"kind": row.text("kind"), "at": row.text("at"), "days": list(row.numbers("days"))}
    flood = row.text_or_none("season")
    rule = rule_from_json(kept)
    if rule is None or flood not in (None, "flood"):
        raise row.fault("kind", "and its days are no calendar rule")
    row.end()
    return rule, flood == "flood"
