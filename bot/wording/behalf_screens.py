"""代报 and one-line codes: what is asked, the table of codes, and what whoever keyed it in is told."""

from __future__ import annotations

from collections.abc import Sequence

from bot.report_types.sms_codes import load_sms_codes
from bot.rules.case_view import CaseView
from bot.rules.places import Places
from bot.rules.speaker import Speaker
from bot.wording import values
from bot.wording.buttons import ask_for_reply, button, in_columns, rows
from bot.wording.outgoing import Saying
from bot.wording.receipts import next_question
from bot.wording.report_taps import BehalfTap, CodeTap
from bot.wording.worded import Html, Worded, escaped, lines, plain, shortened, words

LETTERS = tuple(dict.fromkeys(code[0] for code in load_sms_codes()))
_CLASSES = {"N": "class-natural", "A": "class-accident", "H": "class-health", "S": "class-social", "G": "code-hazards"}


def ask(key: str, speaker: Speaker, language: str) -> Worded:
    """Addressed by name: in a group with privacy on, only a reply to this message reaches the bot."""
    name = Html(f'<a href="tg://user?id={speaker.telegram_id}">{escaped(shortened(speaker.name, 60))}</a>')
    keyboard = None if speaker.private else ask_for_reply(language, "placeholder-behalf")
    return Worded(words(language, key, name=name, place="private" if speaker.private else "group"), keyboard)


def which_officer(found: Sequence[tuple[int, str, str]], places: Places, language: str) -> Worded:
    """Several officers of that name."""
    taps = []
    for person, name, village in found:
        area = places.get(village)
        label = f"{name} · {values.area_name((area.name, area.name_hant), language)}" if area else name
        taps.append(button(label, BehalfTap(person=person)))
    other = button(plain(language, "behalf-none-of-these"), BehalfTap(person=0))
    return Worded(words(language, "behalf-which"), rows(*in_columns([*taps, other], 1)))


def code_table(letter: str, language: str) -> Worded:
    """The codes of one letter; the others behind buttons."""
    codes = [code for code in load_sms_codes().values() if code.code[0] == letter]
    shown = [f"<code>{code.code}</code> {escaped(values.name_of(code.names, language))}" for code in codes]
    keys = [plain(language, f"code-figure-{key.replace('_', '-')}") for key in codes[0].figures]
    title = words(language, "code-title", kind=plain(language, _CLASSES[letter]), one=keys[0], two=keys[1])
    taps = [
        button(f"{each} {plain(language, _CLASSES[each])}", CodeTap(letter=each)) for each in LETTERS if each != letter
    ]
    return Worded(lines(title, *map(Html, shown), words(language, "code-how")), rows(*in_columns(taps, 2)))


def receipt(saying: Saying) -> Worded | None:
    """The number, in whose name, and the one question that must be asked here: which village."""
    case: CaseView | None = saying.subject
    if case is None:
        return None
    language = saying.language
    asked, taps = next_question(case, saying.values.get("ask"), language, saying.zone, saying.now)
    caller = words(language, "behalf-caller", name=shortened(case.caller_name, 60)) if case.caller_name else None
    text = lines(
        words(language, "behalf-receipt", number=case.number, priority=case.priority,
              category=values.category_name(case.category, language), place=values.whereabouts(case, language)),
        caller,
        words(language, "behalf-call-at", at=values.moment(case.learned_at, saying.zone, saying.now)),
        Html(f"\n{asked}") if asked else None,
    )  # fmt: skip
    return Worded(text, rows(*taps))


WORDS = {"behalf-receipt": receipt}
