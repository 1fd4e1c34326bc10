"""Who somebody is, and which /help is theirs."""

import pytest

from bot.rules.speaker import HeldPost, Speaker
from bot.wording.posts import help_for, home_of, posts_in_words

WATER = HeldPost("department", "440118", "增城区", function="water")
LAND = HeldPost("department", "440118", "增城区", function="natural_resources")
DUTY = HeldPost("duty", "440118105", "派潭镇")
APPROVER = HeldPost("approver", "440118", "增城区")
LEADERS = (HeldPost("leader", "440118105", "派潭镇"), HeldPost("leader", "440118", "增城区"))


def speaker(*posts: HeldPost, private: bool = True) -> Speaker:
    return Speaker(1, "罗志明", "zh-Hans", 1, private, posts=posts)


def test_a_contact_of_two_departments_reads_both():
    assert posts_in_words((WATER, LAND), "zh-Hans") == "增城区 水务部门联系人、增城区 规划和自然资源部门联系人"


@pytest.mark.parametrize(
    ("posts", "home", "help"),
    [
        ((WATER, LAND), "department", "department"),
        ((APPROVER,), "approver", "approver"),
        (LEADERS, "duty", "leader"),
        ((DUTY,), "duty", "duty"),
        ((DUTY, APPROVER), "duty", "duty"),
    ],
)
def test_each_is_told_what_they_do_here(posts, home, help):
    assert (home_of(speaker(*posts)), help_for(speaker(*posts))) == (home, help)
    assert help_for(speaker(*posts, private=False)) == "duty"
