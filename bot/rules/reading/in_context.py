"""What figures mean in the light of the category: who takes part, who is threatened, who is down in the pit."""

import re

from bot.rules.reading.clauses import blank, pattern
from bot.rules.reading.counting import counted, unit_pattern
from bot.rules.reading.facts import Facts
from bot.rules.reading.numbers import Figure, exactly
from bot.rules.reading.people import read_participants
from bot.rules.reading.reading import CASUALTIES
from bot.rules.reading.vocabulary import Vocabulary


def counts_participants(slug: str | None, vocabulary: Vocabulary) -> bool:
    return (
        slug is not None
        and vocabulary.categories[slug].klass == "social"
        and slug not in {"missing_person", "self_harm"}
    )


def affected(facts: Facts, *, hazardous: bool, social: bool) -> dict[str, Figure]:
    """The affected of an incident; those taking part in a dispute are counted as such."""
    if hazardous:
        return {}
    disputed = facts.category.slug in {"neighbor_dispute", "land_dispute"}
    return {
        name: figure
        for name, figure in facts.damage.affected.items()
        if not (social and (name == "persons" or disputed))
    }


def threatened(facts: Facts) -> dict[str, Figure]:
    """屋里住5个人 names one household where no other number is given: 何水生家."""
    threatened = dict(facts.damage.threatened)
    if "persons" not in threatened:
        someone = read_participants(facts.line.folded, facts.times, planned=True).get("involved")
        if someone is not None and "evacuated" not in facts.figures.people:
            threatened["persons"] = someone[0]
    if re.search(r"一个人住|独居|自己住|住(?:咗|着|住)?一个(?:人|老)", facts.line.folded):
        threatened.setdefault("households", Figure(1, 1, True))
    if (
        "persons" in threatened
        and "households" not in threatened
        and re.search(r"家|屋里|屋企|一户", facts.line.folded)
    ):
        threatened["households"] = Figure(1, 1, True)
    if "households" in facts.damage.affected:
        threatened.setdefault("households", facts.damage.affected["households"])
    return threatened


_SEEN_LATER = re.compile(
    r"(?:巡查|巡逻|检查|排查|路过|经过|起身|起床|返工|返嚟|开门|上山|落田)[^,。]{0,4}(?:时|嗰阵)?[^,。]{0,3}(?:发现|见到|睇到|看到|先知)"
    r"|(?:唔知|不知道?|不清楚)(?:系)?(?:几时|什么时候|何时|乜嘢时候)"
)


def seen_later(folded: str) -> bool:
    """今早巡查发现条路塌方，唔知几时塌嘅: the time said is when it was found, not when it happened."""
    return bool(_SEEN_LATER.search(folded))


def people_in(facts: Facts, slug: str | None, *, first: bool) -> dict[str, Figure]:
    """The casualties of a text, as its category lets them be understood."""
    people = {role: figure for role, figure in facts.figures.people.items() if role in CASUALTIES}
    if slug == "animal_epidemic" and not re.search(r"人|民|细路|阿|孩|咬|老", facts.line.folded):
        for role in ("injured", "dead", "missing"):
            people.pop(role, None)  # 口鼻流血, 共死亡52头 are said of the herd
    knocked_out(people, facts.line.folded)
    if first:
        fallen_in(people, facts.line.folded)
    lost_in_water(people, slug, facts)
    if slug == "self_harm" and "rescued" not in people and _HELD.search(facts.line.folded):
        people["rescued"] = exactly(1)
    return people


def knocked_out(people: dict[str, Figure], folded: str) -> None:
    """滑倒头撞石头，昏迷 is hurt, not ill."""
    trauma = re.search(r"[跌摔撞砸坠][^,。]{0,4}(?:伤|倒|头|亲|落|下|石|穿)|触电|电[到亲击倒]", folded)
    if trauma and "injured" not in people and "ill" in people and re.search("昏迷|晕|抽搐", folded):
        people["injured"] = people.pop("ill")


# 钓鱼佬拉住了: whoever meant to jump is safe.
_HELD = re.compile(
    r"(?<![没未冇])(?:拉|抱|拖|捉|按)(?:住|返)(?:了|咗|佢|她|他|人|(?=[,。\s]|$))|劝(?:了|咗)?(?:返)?(?:下|落)(?:来|嚟)"
)
_PIT = re.compile(
    r"(?:化粪池|粪池|污水[井池]|沙井|沼气池|窨井|下水道|地窖|枯井|深井|水井|(?<!降)机井|地洞|地桩|桩孔)[^。]{0,20}"
    r"(?:掉|跌|摔|滑)(?:咗|了)?(?:下去|落去|进去|入去|入面|下面)"
)


def fallen_in(people: dict[str, Figure], folded: str) -> None:
    """化粪池盖塌了，一名清洁工掉下去: somebody is down there, unless it is said what became of them."""
    told = people.keys() & {"trapped", "rescued", "dead", "missing", "injured"}
    if not told and _PIT.search(blank(folded, pattern("negation", "feared"))):
        group = next(iter(counted(folded, unit_pattern("person"))), None)
        people["trapped"] = group.count.figure if group else Figure(1, None, False)


_COME_UP = re.compile(r"上(?:返|过)?[来嚟]")


def lost_in_water(people: dict[str, Figure], slug: str | None, facts: Facts) -> None:
    """落咗水未上嚟: who does not come up from water is missing, who does not come out of a pit is trapped."""
    span = facts.figures.spans.get("trapped")
    in_water = slug in {"drowning", "water_traffic", "flash_flood"} and not people.keys() >= {"trapped", "missing"}
    if in_water and span and "trapped" in people and _COME_UP.search(facts.line.folded[slice(*span)]):
        people["missing"] = people.pop("trapped")
