"""What a text is for: a report and of which kind, a question, or talk."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from bot.rules.reading.tables import table


class Intent(StrEnum):
    INCIDENT_FIRST = "incident_first"
    INCIDENT_FOLLOWUP = "incident_followup"
    CORRECTION = "correction"
    INCIDENT_FINAL = "incident_final"
    HAZARD = "hazard"
    EARLY_SIGN = "early_sign"
    DRILL = "drill"
    ZERO = "zero"
    QUESTION = "question"
    OTHER = "other"


REPORTS = frozenset({Intent.INCIDENT_FIRST, Intent.HAZARD, Intent.EARLY_SIGN})
CHAIN = frozenset({Intent.INCIDENT_FOLLOWUP, Intent.CORRECTION, Intent.INCIDENT_FINAL})


@cache
def marker(name: str) -> re.Pattern[str]:
    """A row of `intent.toml`, compiled."""
    return re.compile(table("intent")[name])


def has(name: str, folded: str) -> bool:
    return bool(marker(name).search(folded))


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the other readers found in the text, as far as it bears on what the text is for."""

    category: str | None
    weight: float
    social: bool
    harm: bool
    """A figure above zero, or somebody hurt, trapped or missing."""
    figures: bool
    """Any figure about people or damage, zero included."""
    counted: bool
    """A figure above zero that is no mere head-count of the village."""
    hazard_word: bool
    hazard_kind: bool
    happened: bool
    planned: bool
    planned_act: bool
    """They mean to gather, petition or block something."""
    planned_ahead: bool
    """And they have said when."""
    ongoing_gathering: bool
    local: bool
    """A place of this city, or the sender's own, is named."""
    points_back: bool
    """It goes on about people already named: 其余两个, 那个女的, 两个都."""
    own: bool
    """That place is in the sender's own town."""
    timed: bool


def drill_of(folded: str) -> bool | None:
    """True with the marker, False for 不是演练 or 真的, None where nothing is said of it."""
    if has("not_drill", folded) and not re.search(r"^\s*[【\[(]演练", folded):
        return False
    if has("drill_marker", folded):
        return True
    return None


def is_talk(folded: str, found: Evidence, *, has_case: bool) -> bool:
    """Quoted news, notices, films, jokes, greetings: words of disaster in them report nothing."""
    if has("quoted", folded) and not found.own:
        return not has("question_end", folded)
    if (
        has("false_alarm", folded)
        and not has_case
        and not found.harm
        and (found.weight < 3 or has("was_false", folded))
    ):
        return True
    if found.planned and (found.social or has("early", folded)):
        return False
    if has("announced", folded) and not found.harm and not has("urgent", folded):
        return True
    if has("recalled", folded) and not has("urgent", folded):
        return True
    if has("history", folded) and not has("urgent", folded) and not (found.timed and found.harm):
        return True
    if has("media", folded) or (has("joke", folded) and not found.figures):
        return True
    if has("question_word", folded) and not found.harm:
        return False
    if has("test", folded) or has("drill_notice", folded) or (has("meeting", folded) and not found.figures):
        return True
    if has("relay", folded) and not found.harm:
        return True
    if (
        has("notice", folded)
        and not found.harm
        and not found.figures
        and not (found.timed and found.happened)
        and not has("urgent", folded)
    ):
        return True
    if has("reminder", folded) and not found.harm and not found.figures and not has("event", folded):
        return not found.hazard_word
    short = not found.harm and not found.figures
    return short and (has("greeting", folded) or (has("thanks", folded) and found.weight < 6 and not found.hazard_word))


def is_question(folded: str, found: Evidence) -> bool:
    """Asks and reports nothing. 塌方了怎么办 reports; 台风几时到 asks."""
    if has("quoted", folded) and not found.own:
        return True
    if has("question_word", folded) and has("question_end", folded) and not found.harm:
        return True
    if has("early", folded):
        return False
    if has("asks", folded) and has("interrogative", folded) and not has("urgent", folded):
        return True
    if (has("asks", folded) or has("status", folded)) and not found.harm:
        return True
    if has("urgent", folded) or found.harm:
        return False
    if has("hypothetical", folded):
        return True
    if has("question_word", folded):
        return not (found.timed and found.weight >= 6 and found.happened)
    return has("question_end", folded) and not (found.weight >= 6 and (found.happened or found.figures))


def report_kind(folded: str, found: Evidence) -> Intent | None:
    """Incident, hazard or early sign; None where the text reports nothing by itself."""
    if has("early", folded) and not found.harm:
        return Intent.EARLY_SIGN
    if found.planned_act and found.category is None and not found.harm:
        return Intent.EARLY_SIGN
    if found.planned_ahead and not found.harm and not found.ongoing_gathering and not has("urgent", folded):
        return Intent.EARLY_SIGN  # 垃圾场好臭，几十人说明天八点去堵车
    if found.social and has("calm", folded) and not found.harm:
        return Intent.EARLY_SIGN  # 双方对峙，冇郁手: people have come, and nothing has happened yet
    if found.category == "self_harm" and has("about_to_jump", folded):
        return Intent.INCIDENT_FIRST  # 爬上信号塔说要跳: nobody waits to see whether it is meant
    if found.social and found.planned and not found.ongoing_gathering and not found.harm:
        return Intent.EARLY_SIGN
    quarrel = found.social and found.weight >= 9
    hazard = found.hazard_word and (found.hazard_kind or has("about_to", folded)) and not found.harm and not quarrel
    if found.category == "reservoir_dike" and not found.harm and not found.happened:
        hazard = found.hazard_kind and (found.hazard_word or found.weight >= 6)
        hazard = hazard and not (has("breach", folded) and has("urgent", folded))
    if hazard and not found.happened:
        return Intent.HAZARD
    if found.hazard_word and has("hazard_sure", folded) and not (found.harm or found.happened or found.category):
        return Intent.HAZARD
    if re.search(r"隐患", folded) and not found.harm and (found.hazard_kind or found.category):
        return Intent.HAZARD
    if found.category is not None and found.weight >= 3:
        return Intent.INCIDENT_FIRST
    if found.category is not None and (found.harm or has("urgent", folded)) and found.weight >= 0.5:
        return Intent.INCIDENT_FIRST
    # People moved, households under water: somebody's report, though its category must be asked.
    if found.harm or found.counted or (has("urgent", folded) and found.local):
        return Intent.INCIDENT_FIRST
    if has("help", folded):
        return Intent.INCIDENT_FIRST
    hinted = found.category is not None and has("event", folded) and not has("reminder", folded)
    return Intent.INCIDENT_FIRST if hinted and len(folded) >= 8 else None


def chain_kind(folded: str, *, has_case: bool) -> Intent | None:
    """续报, 更正, 终报: what an earlier report gets. 不是三人，是两人 corrects only where there is a case."""
    if has("correction", folded) or (has_case and (has("contrast", folded) or has("false_alarm", folded))):
        return Intent.CORRECTION
    if has("final", folded):
        return Intent.INCIDENT_FINAL
    follows = has("followup", folded) or (has_case and has("followup_in_case", folded))
    return Intent.INCIDENT_FOLLOWUP if follows else None
