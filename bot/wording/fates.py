"""How the copies of a message fared, in words: never more than is known."""

from __future__ import annotations

from collections.abc import Mapping

from bot.rules.fates import Fates
from bot.wording.worded import Html, lines, plain, words

KNOWN = (
    "blocked", "deactivated", "never_started", "chat_not_found", "expired", "refused", "telegram_away", "not_worded",
    "bad_markup", "fate_unknown", "superseded", "stopped", "file_gone",
)  # fmt: skip
BAR = 10


def reason(word: str, language: str) -> str:
    """A reason word in words; one that we have no words for is shown as it is."""
    return plain(language, f"unsent-{word.replace('_', '-')}") if word in KNOWN else word


def reasons(counted: Mapping[str, int], language: str) -> str:
    """屏蔽了机器人 12、未开通 3: the most frequent first."""
    by_number = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return plain(language, "list-comma").join(f"{reason(word, language)} {number}" for word, number in by_number)


def troubles(fates: Fates, language: str) -> Html:
    """What did not arrive, and what may not have. Empty when there is nothing to say."""
    return lines(
        words(language, "fates-lost", reasons=reasons(fates.lost, language)) if fates.lost else None,
        words(language, "fates-held", number=str(fates.held)) if fates.held else None,
    )


def bar(done: int, total: int) -> str:
    """▓▓▓▓▓▓░░░░ 61%; full only when all is done."""
    share = done / total if total else 1.0
    full = int(share * BAR)
    return f"{'▓' * full}{'░' * (BAR - full)} {int(share * 100)}%"
