"""Whether the whole of a typed answer is a count of people (or households), and nothing besides.

A sentence with a number in it is not one: 后山塌了一半, 119已经到了 and 有三户人家在下面 say something else, and a
death that nobody reported must never come of them. Texts are folded (`reading.script.fold`) and lower case.
"""

from __future__ import annotations

import re

_NUMBER = r"[\d〇零一壹二贰两俩三叁仨四肆五伍六陆七柒八捌九玖十拾百佰千仟万廿卅卌几数半.,]"
# Words that say how sure, how many in all, or what is counted; with a number they are the number's.
_ABOUT = (
    r"大约|大概|约|估计|可能|差不多|将近|接近|近|成|至少|最少|起码|不少于|不到|少于|不足|超过|多于|最多|至多|不超过|不止"
    r"|左右|上下|以上|以下|多|来|零|余|有|共有?|一共|总共|合共|又|再"
    r"|about|at least|at most|more than|less than|over|under"
)
_COUNTED = (
    r"个|名|位|人|条|口|户|家|细路仔?|小孩|老人家?|死亡|死|重伤|轻伤|受伤|伤|失踪|失联|被困|遇难|伤者|死者|群众|村民"
    r"|people|persons?|households?|dead|missing|injured|trapped"
)
_BETWEEN = r"到|至|-|~|—|–|或者?|、|to|or"
_END = r"了|咗|啦|吧|啊|呀|的|嘅|度|[。.!！\s]"
_HOUSEHOLDS = re.compile(r"[户家]|household")
_COUNT = re.compile(rf"(?:{_ABOUT}|{_NUMBER}|{_COUNTED}|{_BETWEEN}|{_END})+")
_WHO = (
    r"(?:人员?|任何人|人员伤亡|伤亡|死亡|死者?|人死亡|人死|受伤|人受伤|伤者|重伤|轻伤|失踪|失联|被困"
    r"|人失踪|人失联|人被困|遇难)?"
)
_SO_FAR = r"(?:暂时?|目前|现在|而家|至今|应该|好彩)?"
_NOBODY = re.compile(rf"{_SO_FAR}(?:没有?|冇|无|零|0|未有|没|none|nobody|no one|no){_WHO}{_WHO}(?:{_END})*")
_UNKNOWN = r"不太?清楚|不知道?|唔知道?|唔清楚|未知|不详|不明|不确定|未清楚|未核实|待核|unknown|not sure|[?？]+"
_NOBODY_KNOWS = re.compile(rf"(?:还|仲|{_SO_FAR})(?:{_UNKNOWN})(?:有多少人?|几多人?|几个人?)?(?:{_END})*")
EMERGENCY_NUMBERS = frozenset({"110", "119", "120", "122", "12379"})
"""Somebody who writes just this has called, or asks to call; they do not count people."""


def is_whole_count(text: str, households: bool) -> bool:
    """Whether `text` says only how many. `households`: families are counted, not people."""
    words = text.strip().lower()
    if words in EMERGENCY_NUMBERS:
        return False
    if _NOBODY.fullmatch(words) or _NOBODY_KNOWS.fullmatch(words):
        return True
    if not households and _HOUSEHOLDS.search(words):
        return False
    return bool(_COUNT.fullmatch(words)) and re.search(_NUMBER, words) is not None
