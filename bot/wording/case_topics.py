"""The topic of a case in a forum group: its name, and the line elsewhere that points to it."""

from __future__ import annotations

from bot.rules.case_topic import TopicView
from bot.rules.case_view import CaseView
from bot.wording import values
from bot.wording.case_cards import MARKS
from bot.wording.outgoing import Saying
from bot.wording.worded import Html, Worded, escaped, shortened, words

# Telegram's limit for the name of a topic.
LONGEST_NAME = 128


def topic_name(case: CaseView, language: str) -> str:
    """派潭-261123-01 滑坡 高滩村."""
    parts = (case.number, values.category_name(case.category, language), values.area_name(case.area_names, language))
    return shortened(" ".join(part for part in parts if part), LONGEST_NAME)


def notice(saying: Saying) -> Worded | None:
    """One line where the cards used to be: which case has come, and the way to its topic."""
    topic: TopicView | None = saying.subject
    if topic is None:
        return None
    case, name = topic.case, escaped(topic_name(topic.case, saying.language))
    link = Html(f'<a href="{topic.link}">{name}</a>') if topic.link else name
    return Worded(words(saying.language, "case-topic", mark=MARKS[case.priority], priority=case.priority, topic=link))


def state(saying: Saying) -> Worded | None:
    """Closed or open, as the case is by now."""
    topic: TopicView | None = saying.subject
    if topic is None:
        return None
    return Worded(Html(""), deed="close_topic" if topic.closed else "reopen_topic")


def hint(saying: Saying) -> Worded:
    """Once to each person who speaks about a case: the timeline has it, the officer does not."""
    return Worded(words(saying.language, "case-note-kept", number=str(saying.values["number"])))


WORDS = {"case-topic": notice, "case-topic-state": state, "note-hint": hint}
