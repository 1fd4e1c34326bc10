"""Every message that is written has a place in the table of kinds."""

import ast

from bot.rules.message_kinds import BULK_FROM, MESSAGE_KINDS
from tests.house.source import calls, modules


def test_every_kind_of_message_that_an_action_writes_has_a_priority() -> None:
    unknown = [
        f"{path}:{call.lineno} {kind.value}"
        for path, tree in modules().items()
        for name, call in calls(tree)
        if name == "Message" and path.startswith("bot/actions/") and call.args
        for kind in [call.args[0]]
        if isinstance(kind, ast.Constant) and kind.value not in MESSAGE_KINDS
    ]
    assert unknown == []


def test_whatever_calls_for_help_is_sent_again_when_in_doubt() -> None:
    assert {
        name for name, kind in MESSAGE_KINDS.items() if kind.priority < BULK_FROM and kind.unsure == "hold"
    } == set()


def test_an_escalation_overtakes_everything_else() -> None:
    first = MESSAGE_KINDS["escalation"].priority
    assert all(kind.priority > first for name, kind in MESSAGE_KINDS.items() if name != "escalation")
