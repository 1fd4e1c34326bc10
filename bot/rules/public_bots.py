"""Several bots share the residents: which one writes to whom, which one a poster names, how long all of them take.

The duty bot is 0. A public bot is known by the number in front of its token, which is also its Telegram id.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b

MAIN = 0
# Why somebody is not written to: their bot is no longer among PUBLIC_BOTS.
GONE = "bot_gone"


def bound_to(bound: int, heard_by: int, *, started: bool, reachable: bool, in_post: bool) -> int:
    """The bot that writes to somebody from now on: the one they last started. `heard_by` is the bot that they speak to.

    Whoever speaks to a bot although theirs cannot reach them any more has moved too. Whoever holds a post stays with
    the duty bot, whatever else they open.
    """
    if in_post:
        return MAIN
    return heard_by if started or not reachable else bound


def hears_again(bound: int, heard_by: int, *, in_post: bool) -> bool:
    """Whether a word to this bot shows that somebody can be reached: a duty bot that an officer has blocked stays
    blocked, whatever they write to another one."""
    return heard_by == (MAIN if in_post else bound)


def for_village(code: str, bots: Sequence[int]) -> int:
    """The bot on the posters of an area: always the same one while there are these bots, and when one is added or goes,
    only its own areas change (rendezvous hashing)."""
    return max(bots, key=lambda bot: blake2b(f"{bot}:{code}".encode(), digest_size=8).digest(), default=MAIN)


def seconds(readers: Mapping[int, int], number: int, per_second: float) -> int:
    """How long so many copies take: the bots send side by side, and the one with most readers is done last.

    `readers`: how those who are counted share the bots; `number` may hold some more, who share them likewise.
    """
    counted = sum(readers.values())
    slowest = -(-number * max(readers.values()) // counted) if counted else number
    return -(-slowest // max(int(per_second), 1))


def file_of(bot: int, file_id: str) -> str:
    """A file id as we keep it: one that only a public bot can use names that bot, as 4200011/AgAC…"""
    return f"{bot}/{file_id}" if bot else file_id


def whose_file(kept: str) -> tuple[int, str]:
    """The bot that can use a file, and the id that it knows it by. Telegram's ids hold no slash."""
    bot, slash, file_id = kept.partition("/")
    return (int(bot), file_id) if slash and bot.isdecimal() else (MAIN, kept)
