"""What is banned by name, everywhere but in the named files."""

import ast
from collections.abc import Callable, Collection

import pytest

from tests.house.source import calls, modules

CLOCKS = {
    "datetime.now", "datetime.utcnow", "datetime.today", "date.today", "datetime.datetime.now", "datetime.date.today",
    "time.time", "time.time_ns",
}  # fmt: skip


def _reads_the_clock(name: str, _call: ast.Call) -> bool:
    return name in CLOCKS


def _starts_a_task_nobody_waits_for(name: str, _call: ast.Call) -> bool:
    return name in {"asyncio.create_task", "asyncio.ensure_future", "create_task", "ensure_future"}


def _prints(name: str, _call: ast.Call) -> bool:
    return name == "print"


def _is_naive(name: str, call: ast.Call) -> bool:
    """`datetime(2026, 1, 1)` and `fromtimestamp(0)` without a timezone."""
    named = {keyword.arg for keyword in call.keywords}
    if name in {"datetime", "datetime.datetime"}:
        return "tzinfo" not in named and len(call.args) < 8
    if name.endswith("datetime.fromtimestamp"):
        return "tz" not in named and len(call.args) < 2
    return name.endswith("datetime.utcfromtimestamp")


BANS: tuple[tuple[str, Callable[[str, ast.Call], bool], Collection[str]], ...] = (
    # the practice Telegram is another program, with a clock of its own
    ("reads the clock", _reads_the_clock, {"bot/clock.py", "practice/clock.py"}),
    # practice/background.py keeps and ends the practice Telegram's tasks; the room waits for Ctrl-C beside the bot
    (
        "starts a task",
        _starts_a_task_nobody_waits_for,
        {"bot/app.py", "bot/practice_room.py", "practice/background.py"},
    ),
    ("prints", _prints, {"bot/__main__.py", "practice/__main__.py"}),
    ("makes a naive datetime", _is_naive, ()),
)


@pytest.mark.parametrize(("what", "is_banned", "allowed"), BANS, ids=[ban[0] for ban in BANS])
def test_what_is_banned_stands_only_where_it_belongs(
    what: str, is_banned: Callable[[str, ast.Call], bool], allowed: Collection[str]
) -> None:
    found = [
        f"{path}:{call.lineno} {what}: {name}"
        for path, tree in modules().items()
        if path not in allowed
        for name, call in calls(tree)
        if is_banned(name, call)
    ]
    assert found == []
