"""The official text in a chat: as a message to copy, or as a file. Always in zh-Hans, whatever the group speaks."""

from __future__ import annotations

from functools import partial

from bot.documents.official_docx import official_docx
from bot.documents.official_report import Issue, compose, full_text, short_text
from bot.rules.chain_view import ChainView
from bot.wording.buttons import button, rows
from bot.wording.case_taps import DeskTap
from bot.wording.outgoing import Saying
from bot.wording.worded import TEXT_LIMIT, Html, Media, Worded, escaped, plain, shortened, words

# Room for the characters that HTML writes longer, below Telegram's limit.
LONGEST = TEXT_LIMIT - 400


def text_menu(report_id: int, number: str, language: str) -> Worded:
    """短信体, 全文, Word."""

    def tap(key: str, value: str) -> object:
        return button(plain(language, key), DeskTap(report=report_id, act="text_is", value=value))

    back = button(plain(language, "button-back"), DeskTap(report=report_id, act="menu"))
    forms = [tap("button-text-short", "short"), tap("button-text-full", "full"), tap("button-text-word", "word")]
    return Worded(words(language, "text-menu", number=number), rows(forms, [back]))  # type: ignore[arg-type]


def office_of(saying: Saying) -> str:
    return f"{saying.values['office']}应急值班室"


def issue_of(saying: Saying) -> Issue:
    given = saying.values
    above = "广州市应急管理局值班室" if given["tier"] == "city" else f"{given['city']}应急值班室"
    phone = str(given.get("phone") or "") or None
    return Issue(office_of(saying), above, int(given["number"]), int(given["total"]), str(given["editor"]), phone)


def official_text(saying: Saying) -> Worded | None:
    chain: ChainView | None = saying.subject
    if chain is None:
        return None
    if saying.values["form"] == "short":
        said = short_text(chain, office_of(saying), saying.zone, saying.now)
    else:
        said = full_text(compose(chain, issue_of(saying), saying.zone, saying.now))
    return Worded(Html(escaped(shortened(said, LONGEST))))


def official_file(saying: Saying) -> Worded | None:
    """The .docx is made when it is sent, from the case as it is then."""
    chain: ChainView | None = saying.subject
    if chain is None:
        return None
    report = compose(chain, issue_of(saying), saying.zone, saying.now)
    template = str(saying.values.get("template") or "")
    name = f"{chain.case.number}-{report.series}.docx"
    make = partial(official_docx, report, template)
    return Worded(escaped(report.title), media=Media("document", "", make, name))


WORDS = {"official-text": official_text, "official-file": official_file}
