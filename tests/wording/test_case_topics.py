"""The topic of a case: a name that Telegram takes, a link that opens it."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.rules.case_topic import TopicView
from bot.rules.case_view import CaseView
from bot.wording.case_topics import LONGEST_NAME, topic_name

NOW = datetime(2026, 11, 23, 2, 17, tzinfo=UTC)
CASE = CaseView(
    1, "派潭-261123-01", "incident", "emergency", "geo_landslide", "P0", "open", {}, "440118105230",
    ("高滩村", "高灘村"), ("派潭镇", "派潭鎮"), None, NOW, NOW, "何志强", None, 42, "A", None, None, None, 0, (),
)  # fmt: skip


def test_a_name_says_which_case_what_and_where_and_is_never_too_long() -> None:
    assert topic_name(CASE, "zh-Hans") == "派潭-261123-01 滑坡 高滩村"
    assert topic_name(CASE, "zh-Hant").endswith("高灘村")
    long = replace(CASE, area_names=("𨋢" * 200, "𨋢" * 200))
    assert len(topic_name(long, "zh-Hans").encode("utf-16-le")) // 2 <= LONGEST_NAME


def test_the_link_leaves_out_what_marks_a_supergroup() -> None:
    assert TopicView(CASE, -1001234567890, 42).link == "https://t.me/c/1234567890/42"
    assert TopicView(CASE, -4001, 42).link is None, "a basic group has no links"
