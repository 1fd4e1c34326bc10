"""What an emergency sent in three taps still lacks, most important first: the keys of incident questions to ask."""

from bot.rules.question import Answer, Answers, Form, plain

MOST_IMPORTANT_FIRST = (
    "trapped",
    "dead",
    "injured_serious",
    "missing",
    "place",
    "what_happened",
    "injured_minor",
    "time",
    "media",
    "what_done",
)
"""People who can still be saved, then where to find them, then what the duty room must know. Others follow in order."""

FILES_CAME = "_files"
"""Stands in the answers once a photo, video or voice has come beside the questions."""
PEOPLE = frozenset({"trapped", "dead", "injured_serious", "missing", "injured_minor"})


def missing(incident: Form, answers: Answers) -> tuple[str, ...]:
    """The keys of the incident form that `answers` leave open.

    Asked people are not asked again: 不清楚 is an answer. 无 to "hurt or trapped" answers every count, and 本村
    alone is a village, not a place to drive to, so it stays open until a pin, an address or an area with words comes.
    """
    settled = {key for key, value in answers.items() if key != "place" or _precise(value)}
    if answers.get(FILES_CAME):
        settled |= {"media"}
    if answers.get("harm") == "none":
        settled |= PEOPLE
    if "injured" in answers:
        settled |= {"injured_minor"} | ({"injured_serious"} if plain(answers["injured"]) == {"none"} else set())
    open_keys = [question.key for question in incident.questions if question.key not in settled]
    return tuple(sorted(open_keys, key=_rank))


def _rank(key: str) -> int:
    return MOST_IMPORTANT_FIRST.index(key) if key in MOST_IMPORTANT_FIRST else len(MOST_IMPORTANT_FIRST)


def _precise(place: Answer) -> bool:
    return isinstance(place, dict) and (place.get("kind") in ("pin", "text") or bool(place.get("text")))
