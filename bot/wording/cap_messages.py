"""What came of a CAP message that was handed in."""

from __future__ import annotations

from bot.wording.alert_taps import CapTap
from bot.wording.buttons import button, rows
from bot.wording.outgoing import Saying
from bot.wording.worded import Worded, plain, words

# reason words with words of their own; any other names the element that is missing or wrong
KNOWN = (
    "too_big", "not_xml", "doctype", "not_cap", "status", "kind", "scope", "no_words", "away", "not_on_the_list",
    "no_such_page",
)  # fmt: skip


def read(saying: Saying) -> Worded:
    language, given = saying.language, saying.values
    reason = given.get("reason")
    if reason:
        word = str(reason).replace("_", "-") if reason in KNOWN else "other"
        return Worded(words(language, "cap-refused", why=plain(language, f"cap-why-{word}", name=str(reason))))
    tap = button(plain(language, "button-cap-look"), CapTap(number=int(given["number"])), "primary")
    return Worded(words(language, "cap-read", identifier=str(given.get("identifier") or "")), rows([tap]))


WORDS = {"cap-read": read}
