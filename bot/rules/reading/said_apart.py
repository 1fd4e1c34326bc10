"""Numbers of people that stand in a clause of their own: 目前统计三十五人, 有个大肚婆同两个细路, 两个."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.rules.reading.clauses import Clause, pattern
from bot.rules.reading.counting import counted, unit_pattern
from bot.rules.reading.numbers import SOMEBODY, Figure, exactly
from bot.rules.reading.settling import Span, Stated, total

GROWS = re.compile(
    r"\s*(?:今天|今日|今早|夜里|夜晚|晚上|后来|之后|昨天|昨晚|琴日|琴晚|刚刚?|啱啱)?(?:再多|又多|多咗|多了|再添|又添|新增|再有|又有|增加(?![到至]))"
)
WHOLE = re.compile(r"一共|总共|共(?!同)|累计|合计|总数|加埋")
_INSIDE = re.compile(
    r"^(?:里面|入面|车上|屋里|楼上)(?:还|仲|都)?有?|^(?:还|仲|都)?有|[喺在][^,。]{0,6}(?:上|里|里面|入面|度|中间|对面)$"
)
_BARE = re.compile(
    r"^(?:(?:续报|更正|终报)[一二三四五六七八九十\d]*[:\s]*)?(?:[\u4e00-\u9fff]{2,5}(?:说|话|讲|报))?(?:(?:数|点|清点|统计|核实|查)(?:清楚|清|好|完|过|实)?(?:了|咗)?\s*)?(?:夜里|夜晚|晚上|后来|之后)?(?:今日|今天|目前|现在|而家|截至而家|其实|实际|实质|准确|应该?|后来|核实|查实)?"
    r"(?:再多|又多|多咗|多了|再添|又添|新增|再有|又有|增加|人数|系|是|共|一共|总共|有|累计|合计|增至|增加到|现有|已有|统计|人数|约|大约|大概|[了咗])*"
    r"(?:村民|农妇|老人|工人|学生|男子|女子|群众|儿童|司机|乘客)?\s*$"
)


def inside_of(piece: Clause, times: Sequence[Span]) -> list[Figure]:
    """有个大肚婆同两个细路: the people a clause names and says nothing more of."""
    if not _INSIDE.search(piece.text):
        return []
    figures = [group.count.figure for group in counted(piece.text, unit_pattern("person"), times, piece.start)]
    one = re.search(r"有[个位名]", piece.text) and pattern("people", "one").search(piece.text)
    return ([exactly(1)] if one else []) + figures


def fill_in(stated: list[Stated], inside: Sequence[Figure]) -> None:
    """困𨋢！有个大肚婆同两个细路: somebody is trapped, and then it is said who."""
    for index, item in enumerate(stated):
        if inside and item.role == "trapped" and not item.counted and item.figure == SOMEBODY:
            stated[index] = replace(item, figure=total(inside))
            return


def name_the_dead(stated: list[Stated], text: str) -> None:
    """死者男，五十二岁: somebody has died, though no other word says so; a count said before stands."""
    found = re.search(r"死者(?!家)|遗体(?!捐)", text)
    if found and not any(item.role == "dead" for item in stated):
        stated.append(Stated("dead", exactly(1), found.span(), counted=False, implied=True))


def fill_in_total(stated: list[Stated], pieces: Sequence[Clause], times: Sequence[Span]) -> None:
    """陆续有人呕吐，目前统计三十五人: the number comes in a clause of its own."""
    roles = {"dead", "trapped", "ill", "missing", "injured", "hospitalized", "evacuated", "rescued"}
    loose = [index for index, item in enumerate(stated) if not item.counted and item.role in roles]
    if not loose or len(loose) != len([one for one in stated if not one.implied]):
        return
    for piece in pieces:
        figure = bare_count(piece, times) if piece.start > stated[loose[0]].span[1] else None
        if figure is not None:
            for index in (one for one in loose if stated[one].span[1] <= piece.start):
                stated[index] = replace(stated[index], figure=figure, counted=True)
            return


def bare_count(piece: Clause, times: Sequence[Span]) -> Figure | None:
    """两个，一个9岁: a number of people alone, whose part in it the case knows."""
    groups = counted(piece.text, unit_pattern("person"), times, piece.start)
    if (
        groups
        and all(first.end == later.count.span[0] for first, later in pairwise(groups))
        and groups[-1].end >= len(piece.text.rstrip())
        and _BARE.match(piece.text[: groups[0].count.span[0]])
    ):
        return total([group.count.figure for group in groups])
    return None
