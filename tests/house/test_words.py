"""The three languages say the same things, and nothing in the code asks for words that are not there."""

import ast

import pytest

from bot.words_complete import FILES, gaps, messages
from tests.house.source import ROOT, calls, modules

# function → which argument is the key
SPEAKERS = {"words": 1, "plain": 1, "say": 1, "locales.say": 1, "locales.labels": 0, "labels": 0, "ask_for_reply": 1}

pytestmark = pytest.mark.skipif(
    not all((ROOT / "locales" / file).is_file() for file in FILES), reason="the locales are not written yet"
)


def test_every_message_is_there_in_three_languages_with_the_same_variables() -> None:
    assert gaps() == []


def test_every_key_that_the_code_names_has_words() -> None:
    known, _ = messages(FILES[0])
    missing = [
        f"{path}:{call.lineno} {key}"
        for path, tree in modules().items()
        if path.startswith(("bot/", "handlers/"))
        for name, call in calls(tree)
        for key in _keys(name, call)
        if key not in known
    ]
    assert missing == []


def _keys(name: str, call: ast.Call) -> list[str]:
    at = SPEAKERS.get(name)
    if at is None or len(call.args) <= at:
        return []
    key = call.args[at]
    return [key.value] if isinstance(key, ast.Constant) and isinstance(key.value, str) else []


def test_every_command_has_a_description_within_telegrams_limit() -> None:
    import locales
    from bot.delivery.commands import FOR_ADMINISTRATORS, FOR_LEADERS, IN_GROUPS, IN_PRIVATE

    for command in {*IN_PRIVATE, *IN_GROUPS, *FOR_ADMINISTRATORS, *FOR_LEADERS}:
        for language in locales.LANGUAGES:
            assert 1 <= len(locales.say(language, f"command-{command}")) <= 256
