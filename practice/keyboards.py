"""Checks a `reply_markup` as Telegram does: buttons, their data, their number, and where they may appear."""

import json
from typing import Any

from telegram.constants import (
    InlineKeyboardButtonLimit,
    InlineKeyboardMarkupLimit,
    KeyboardButtonStyle,
    ReplyLimit,
)

from practice.errors import Json, bad_request

# A reply keyboard may hold more than an inline one: 300 buttons, 12 a row (the server's own limits).
REPLY_BUTTONS, REPLY_BUTTONS_PER_ROW = 300, 12
STYLES = frozenset(style.value for style in KeyboardButtonStyle)
PRIVATE_ONLY = {
    "request_contact": "phone number can be requested in private chats only",
    "request_location": "location can be requested in private chats only",
    "request_poll": "poll can be requested in private chats only",
    "request_users": "users can be requested in private chats only",
    "request_chat": "chats can be requested in private chats only",
    "request_managed_bot": "managed bots can be requested in private chats only",
    "web_app": "Web App buttons can be used in private chats only",
}
# In the order in which Telegram looks for them: the first that is there decides what the button does.
INLINE_ACTIONS = (
    "url",
    "callback_data",
    "callback_game",
    "pay",
    "switch_inline_query",
    "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat",
    "login_url",
    "web_app",
    "copy_text",
    "disabled",
)
MAY_BE_EMPTY = frozenset(INLINE_ACTIONS[2:])
INLINE_EXTRAS = ("style", "icon_custom_emoji_id")


def read_markup(raw: object) -> Json | None:
    """`reply_markup` as an object, whatever way it was posted; an empty one counts as none."""
    if raw is None or raw == "":
        return None
    if isinstance(raw, str):
        try:
            raw = json.loads(raw)
        except ValueError as error:
            raise bad_request("can't parse reply keyboard markup JSON object") from error
    if not isinstance(raw, dict):
        raise bad_request("object expected as reply markup")
    return raw or None


def inline_keyboard(markup: Json) -> Json | None:
    """The checked inline keyboard, with nothing in it that Telegram would not give back; None when it has no rows."""
    rows = markup.get("inline_keyboard")
    if not isinstance(rows, list) or any(not isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    checked = [[_inline_button(button) for button in row] for row in rows]
    checked = [row for row in checked if row]
    _count(checked, int(InlineKeyboardMarkupLimit.TOTAL_BUTTON_NUMBER), int(InlineKeyboardMarkupLimit.BUTTONS_PER_ROW))
    return {"inline_keyboard": checked} if checked else None


def _count(rows: list[list[Json]], most: int, most_in_a_row: int) -> None:
    if sum(map(len, rows)) > most or any(len(row) > most_in_a_row for row in rows):
        raise bad_request("reply markup is too long")


def _inline_button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    text = button.get("text")
    if not isinstance(text, str):
        raise bad_request("can't parse inline keyboard button: Can't find field \"text\"")
    if not text.strip():
        raise bad_request("inline keyboard button text must be non-empty")
    action = next((a for a in INLINE_ACTIONS if button.get(a) or (a in MAY_BE_EMPTY and a in button)), None)
    if action is None:
        if "callback_data" in button:
            raise bad_request("BUTTON_DATA_INVALID")
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    value = button[action]
    if action == "callback_data":
        _check_data(value)
    elif action == "url":
        _check_url(value)
    elif action == "copy_text":
        copied = value.get("text", "") if isinstance(value, dict) else ""
        if not 1 <= len(copied) <= InlineKeyboardButtonLimit.MAX_COPY_TEXT:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")
    checked: Json = {"text": text, action: value}
    _copy_looks(button, checked)
    return checked


def _check_data(value: object) -> None:
    if not isinstance(value, str):
        raise bad_request('can\'t parse inline keyboard button: Field "callback_data" must be of type String')
    if len(value.encode()) > InlineKeyboardButtonLimit.MAX_CALLBACK_DATA:
        raise bad_request("BUTTON_DATA_INVALID")


def _check_url(value: object) -> None:
    if (
        not isinstance(value, str)
        or " " in value
        or not ("." in value or value.startswith(("tg:", "http://localhost")))
    ):
        raise bad_request(f"inline keyboard button URL '{value}' is invalid: Wrong HTTP URL")


def _copy_looks(button: Json, checked: Json) -> None:
    style = button.get("style")
    if style is not None and style not in STYLES:
        raise bad_request("can't parse inline keyboard button: Invalid button style specified")
    for name in INLINE_EXTRAS:
        if button.get(name):
            checked[name] = button[name]


def reply_keyboard(markup: Json, private: bool) -> Json | None:
    """The checked reply keyboard with its flags, or None when it has no buttons."""
    rows = markup.get("keyboard")
    if not isinstance(rows, list) or any(not isinstance(row, list) for row in rows):
        raise bad_request('field "keyboard" must be an Array of Arrays')
    checked = [[_reply_button(button, private) for button in row] for row in rows]
    checked = [row for row in checked if row]
    _count(checked, REPLY_BUTTONS, REPLY_BUTTONS_PER_ROW)
    if not checked:
        return None
    answer: Json = {"keyboard": checked}
    for name in ("resize_keyboard", "one_time_keyboard", "is_persistent", "selective"):
        if markup.get(name):
            answer[name] = True
    _copy_placeholder(markup, answer)
    return answer


def _reply_button(button: Any, private: bool) -> Json:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise bad_request("can't parse keyboard button: KeyboardButton must be a String or an Object")
    text = button.get("text")
    if not isinstance(text, str):
        raise bad_request("can't parse keyboard button: Can't find field \"text\"")
    if not text.strip():
        raise bad_request("keyboard button text must be non-empty")
    checked: Json = {"text": text}
    for name, refusal in PRIVATE_ONLY.items():
        if button.get(name):
            if not private:
                raise bad_request(refusal)
            checked[name] = button[name]
    _copy_looks(button, checked)
    return checked


def _copy_placeholder(markup: Json, answer: Json) -> None:
    placeholder = markup.get("input_field_placeholder")
    if placeholder:
        # Telegram cuts a long placeholder instead of refusing it.
        answer["input_field_placeholder"] = str(placeholder)[: int(ReplyLimit.MAX_INPUT_FIELD_PLACEHOLDER)]


def force_reply(markup: Json) -> Json:
    answer: Json = {"force_reply": True, **({"selective": True} if markup.get("selective") else {})}
    _copy_placeholder(markup, answer)
    return answer


def sorted_markup(raw: object, private: bool) -> tuple[Json | None, Json | None]:
    """(inline keyboard for the message, change for the screen: a reply keyboard, its removal or a forced reply)."""
    markup = read_markup(raw)
    if markup is None:
        return None, None
    if markup.get("keyboard"):
        return None, reply_keyboard(markup, private)
    if "inline_keyboard" in markup:
        return inline_keyboard(markup), None
    if markup.get("remove_keyboard"):
        return None, {"remove_keyboard": True, **({"selective": True} if markup.get("selective") else {})}
    if markup.get("force_reply"):
        return None, force_reply(markup)
    return None, None


def find_button(message: Json, text: str) -> Json | None:
    """The first inline button of a message with this very text."""
    for row in message.get("reply_markup", {}).get("inline_keyboard", []):
        for button in row:
            if button["text"] == text:
                found: Json = button
                return found
    return None


def buttons(markup: Json | None, kind: str = "inline_keyboard") -> list[Json]:
    return [button for row in (markup or {}).get(kind, []) for button in row]
