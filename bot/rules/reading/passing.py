"""One of those already counted as hurt has died: 其中一个没救到, 重伤嗰个今朝走咗."""

import re
from collections.abc import Mapping

from bot.rules.reading.clauses import blank, pattern
from bot.rules.reading.numbers import Figure, counts
from bot.rules.reading.reading import Passing
from bot.rules.reading.tables import table

_DEATH = r"死亡|过世|死咗|死了|去世|身亡|不治|没救到|没救过来|冇救到|冇得救|救唔返|救不回|抢救无效|过身|断咗气|遇难"
# Said of a case, these name somebody who was counted as hurt.
_IN_HOSPITAL = re.compile(r"抢救无效|不治|伤重|救治无效|医院[^,。]{0,10}(?:死|去世|过身|过世|冇得救|救唔返)")
# 女的说没气了: one of the two who were hurt.
_ONE_OF_TWO = re.compile(r"(?:^|[,。;\s])(?:女|男|老|细|大|另一?个|最后(?:那|嗰)个)(?:的|嘅)?(?![童孩子人])")
_ONE_OF_THEM = (
    r"伤者|受[过咗]?伤(?:的|嘅|那|嗰)"
    r"|重伤(?:嗰|那|的|嘅|者)|嗰个|那个|其中[一1]?(?:个|名|人)?|送院[^,。]{0,4}|送医[^,。]{0,4}"
)


def read_passing(folded: str, people: Mapping[str, Figure], *, in_case: bool = False) -> Passing | None:
    """重伤嗰个今朝走咗: one of those already counted has died; 走咗 may also mean left, and is asked."""
    if "injured" in people and "dead" in people:
        return None
    origin = "injured_serious" if re.search(r"重伤(?:嗰|那|的|嘅|者)|危重", folded) else "injured"
    certain = re.search(rf"(?:{_ONE_OF_THEM})[^,。]{{0,12}}(?:{_DEATH})", folded)
    one_of_two = in_case and "dead" in people and people["dead"].surely and _ONE_OF_TWO.search(folded)
    if certain or one_of_two or (in_case and "dead" in people and _IN_HOSPITAL.search(folded)):
        figure = people.get("dead")
        return Passing(origin, max(1, figure.surely if figure else 1), True)
    words, folded = table("words")["doubtful_death"], blank(folded, pattern("doubtful_death", "left"))
    doubtful = re.search(rf"(?:{words['subject']}|[个名位])[^,。]{{0,10}}(?:{words['words']})", folded)
    if not doubtful:
        return None
    counted = [
        count.figure.surely for count in counts(folded) if doubtful.start() - 3 <= count.span[0] < doubtful.end()
    ]
    return Passing(origin, max(1, *counted) if counted else 1, False)
