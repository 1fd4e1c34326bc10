"""What a resident sees who answers an alert; never a word about reports, numbers or duty rooms' cards."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton, KeyboardButton, ReplyKeyboardMarkup, ReplyKeyboardRemove

from bot.rules.help import ANSWERS, HelpDraft
from bot.rules.speaker import Speaker
from bot.wording import screens
from bot.wording.alert_taps import HelpTap
from bot.wording.buttons import button, rows
from bot.wording.outgoing import Saying
from bot.wording.worded import Html, Worded, escaped, lines, plain, shortened, words


def alert_rows(alert_id: int, language: str) -> list[list[InlineKeyboardButton]]:
    """The three buttons under an alert."""
    styles = {"safe": "success", "help": "danger", "family": None}
    safe, *others = [
        button(plain(language, f"button-help-{word}"), HelpTap(act=word, number=alert_id), styles[word])
        for word in ANSWERS
    ]
    return [[safe], others]


def ask(draft: HelpDraft, language: str, days: int) -> Worded:
    """What happens with what they say, before they say it; the buttons for place and number."""
    buttons = [
        [KeyboardButton(text=plain(language, "button-share-location"), request_location=True)],
        [KeyboardButton(text=plain(language, "button-share-phone"), request_contact=True)],
        [KeyboardButton(text=plain(language, "button-cancel"))],
    ]
    keyboard = ReplyKeyboardMarkup(
        keyboard=buttons, resize_keyboard=True, input_field_placeholder=plain(language, f"placeholder-{draft.kind}")
    )
    text = lines(words(language, "help-not-110"), words(language, f"help-ask-{draft.kind}"),
                 words(language, "help-consent", days=str(days)))  # fmt: skip
    return Worded(text, keyboard)


def preview(draft: HelpDraft, area: str, language: str, fault: Html | None = None) -> Worded:
    text = lines(
        fault,
        words(language, "help-preview", area=area),
        Html(f"<blockquote>{escaped(shortened(draft.words, 400))}</blockquote>") if draft.words else None,
        words(language, "help-with-place" if draft.place else "help-without-place"),
        words(language, "help-with-phone", phone=draft.phone) if draft.phone else words(language, "help-without-phone"),
    )
    send = button(plain(language, "button-help-send"), HelpTap(act="send", number=draft.alert), "danger")
    cancel = button(plain(language, "button-cancel"), HelpTap(act="cancel", number=draft.alert))
    return Worded(text, rows([send], [cancel]))


def over(key: str, speaker: Speaker) -> Worded:
    """The end of it: the buttons for place and number go."""
    return screens.say(speaker.language, key, screens.home_keyboard(speaker) or ReplyKeyboardRemove())


def receipt(saying: Saying) -> Worded:
    return Worded(words(saying.language, "help-receipt"), ReplyKeyboardRemove())


def coming(saying: Saying) -> Worded:
    return Worded(words(saying.language, "help-coming", by=shortened(str(saying.values.get("by") or ""), 40),
                        phone=str(saying.values.get("phone") or "")))  # fmt: skip


def told(saying: Saying) -> Worded | None:
    """Only what helps them: it was taken, or it is over."""
    state = str(saying.values["state"])
    if state not in ("acknowledged", "referred", "closed", "false_alarm"):
        return None
    key = "help-told-taken" if state in ("acknowledged", "referred") else "help-told-over"
    return Worded(words(saying.language, key))


WORDS = {"help-receipt": receipt, "help-coming": coming, "help-told": told}
