"""The posts of a person in words, and which of the welcomes and helps is theirs."""

from __future__ import annotations

from collections.abc import Sequence

from bot.rules.speaker import HeldPost, Speaker
from bot.wording import values
from bot.wording.worded import plain

# a role → what is said to somebody who holds no other; everybody else with a post is of the duty room
WELCOMES = {"head": "head", "department": "department", "approver": "approver", "expert": "expert"}
HELPS = {"head": "head", "department": "department", "approver": "approver", "expert": "expert", "leader": "leader"}


def post_name(role: str, area: str, rank: str | None, language: str, function: str | None = None) -> str:
    """`function`: a department's; 水务部门联系人 beside 林业部门联系人, for whoever is both."""
    named = plain(language, f"role-{role}")
    if role == "department" and function:
        named = plain(language, "role-department-of", function=values.function_name(function, language))
    return plain(
        language,
        "post",
        role=named,
        area=area,
        rank=plain(language, "rank", rank=rank) if rank else "",
    )


def posts_in_words(posts: Sequence[HeldPost], language: str) -> str:
    return plain(language, "list-comma").join(
        post_name(post.role, values.area_name(post.area_names, language), post.rank, language, post.function)
        for post in posts
    )


def home_of(speaker: Speaker) -> str:
    return WELCOMES.get(_only_role(speaker), "duty")


def help_for(speaker: Speaker) -> str:
    """The name of the /help that fits: by what somebody is, and in a group always the duty room's."""
    if not speaker.private:
        return "duty"
    if speaker.officer:
        return "officer"
    if not speaker.posts:
        return "admin" if speaker.admin else "resident"
    return HELPS.get(_only_role(speaker), "duty")


def _only_role(speaker: Speaker) -> str:
    """The one role somebody holds, in however many areas; empty where there are several."""
    roles = {post.role for post in speaker.posts}
    return roles.pop() if len(roles) == 1 else ""
