"""How a bot presents itself: commands by scope and language, name, descriptions, the menu button."""

import re
from typing import Any

from telegram.constants import BotCommandLimit, BotCommandScopeType, BotDescriptionLimit, BotNameLimit

from practice.bot_api.access import Access, chat_of
from practice.bot_api.call import Call, Params, method
from practice.commands import menu_button_for, scope_key
from practice.errors import Json, bad_request
from practice.world import DEFAULT_COMMANDS

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
WIDE_SCOPES = frozenset(
    str(kind.value)
    for kind in (
        BotCommandScopeType.DEFAULT,
        BotCommandScopeType.ALL_PRIVATE_CHATS,
        BotCommandScopeType.ALL_GROUP_CHATS,
        BotCommandScopeType.ALL_CHAT_ADMINISTRATORS,
    )
)
TEXTS = {
    "name": int(BotNameLimit.MAX_NAME_LENGTH),
    "description": int(BotDescriptionLimit.MAX_DESCRIPTION_LENGTH),
    "short_description": int(BotDescriptionLimit.MAX_SHORT_DESCRIPTION_LENGTH),
}


def language_of(call: Call) -> str:
    """Two letters of ISO 639-1 or nothing: Telegram does not tell zh-hans from zh-hant here."""
    language = call.params.text("language_code")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad_request("invalid language code specified")
    return language


def scope_of(call: Call) -> str:
    scope = call.params.parsed("scope", "can't parse BotCommandScope JSON object")
    if scope is None:
        return "default"
    if not isinstance(scope, dict):
        raise bad_request("can't parse BotCommandScope: BotCommandScope must be an Object")
    kind = str(scope.get("type", ""))
    if kind in WIDE_SCOPES:
        return scope_key(kind)
    if kind not in ("chat", "chat_administrators", "chat_member"):
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    if not scope.get("chat_id"):
        raise bad_request("can't parse BotCommandScope: Empty chat_id specified")
    inner = Call(call.world, call.bot, call.method, Params({"chat_id": scope["chat_id"]}))
    chat = chat_of(inner, Access.MEMBERS)
    if chat.is_private and kind != "chat":
        raise bad_request("chat_id must be of a group or a supergroup")
    if kind == "chat_member":
        if not scope.get("user_id"):
            raise bad_request("can't parse BotCommandScope: Invalid user_id specified")
        return scope_key(kind, chat.id, int(scope["user_id"]))
    return scope_key(kind, chat.id)


def command(item: Any) -> Json:
    if not isinstance(item, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    for name in ("command", "description"):
        if not isinstance(item.get(name), str):
            raise bad_request(f"can't parse BotCommand: Can't find field \"{name}\"")
    name, description = item["command"].lstrip("/"), item["description"].strip()
    if not COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > BotCommandLimit.MAX_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


@method("setMyCommands")
def set_my_commands(call: Call) -> bool:
    items = call.params.parsed("commands", "can't parse commands JSON object")
    if not isinstance(items, list):
        raise bad_request(
            "expected an Array of BotCommand" if items is not None else "can't parse commands JSON object"
        )
    if len(items) > BotCommandLimit.MAX_COMMAND_NUMBER:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    call.bot.commands[scope_of(call), language_of(call)] = [command(item) for item in items]
    call.world.events.add("chat", commands=call.bot.id)
    return True


@method("getMyCommands")
def get_my_commands(call: Call) -> list[Json]:
    return call.bot.commands.get((scope_of(call), language_of(call)), [])


@method("deleteMyCommands")
def delete_my_commands(call: Call) -> bool:
    call.bot.commands.pop((scope_of(call), language_of(call)), None)
    call.world.events.add("chat", commands=call.bot.id)
    return True


def set_text(call: Call, what: str) -> bool:
    text = call.params.text(what)
    if len(text) > TEXTS[what]:
        raise bad_request(f"{what.replace('_', ' ')} is too long")
    texts = call.bot.texts.setdefault(what, {})
    language = language_of(call)
    if text:
        texts[language] = text
    else:
        texts.pop(language, None)
    return True


def get_text(call: Call, what: str) -> Json:
    texts = call.bot.texts.get(what, {})
    fallback = call.bot.user["first_name"] if what == "name" else ""
    return {what: texts.get(language_of(call)) or texts.get("") or fallback}


@method("setMyName")
def set_my_name(call: Call) -> bool:
    return set_text(call, "name")


@method("getMyName")
def get_my_name(call: Call) -> Json:
    return get_text(call, "name")


@method("setMyDescription")
def set_my_description(call: Call) -> bool:
    return set_text(call, "description")


@method("getMyDescription")
def get_my_description(call: Call) -> Json:
    return get_text(call, "description")


@method("setMyShortDescription")
def set_my_short_description(call: Call) -> bool:
    return set_text(call, "short_description")


@method("getMyShortDescription")
def get_my_short_description(call: Call) -> Json:
    return get_text(call, "short_description")


def menu_button(raw: object) -> Json:
    if raw is None or raw == {}:
        return {"type": "default"}
    kind = raw.get("type") if isinstance(raw, dict) else None
    if kind in ("commands", "default"):
        return {"type": kind}
    if kind == "web_app" and isinstance(raw, dict):
        return {"type": kind, "text": raw.get("text", ""), "web_app": raw.get("web_app", {})}
    raise bad_request("can't parse menu button: MenuButton has unsupported type")


@method("setChatMenuButton")
def set_chat_menu_button(call: Call) -> bool:
    button = menu_button(call.params.parsed("menu_button", "can't parse menu button JSON object"))
    if not call.params.has("chat_id"):
        call.bot.default_menu_button = dict(DEFAULT_COMMANDS) if button["type"] == "default" else button
        return True
    chat = chat_of(call, Access.WRITE)
    if not chat.is_private:
        raise bad_request("chat_id must be of a private chat")
    if button["type"] == "default":
        call.bot.menu_buttons.pop(chat.id, None)
    else:
        call.bot.menu_buttons[chat.id] = button
    call.world.events.add("chat", chat)
    return True


@method("getChatMenuButton")
def get_chat_menu_button(call: Call) -> Json:
    if not call.params.has("chat_id"):
        return call.bot.default_menu_button
    return menu_button_for(call.bot, chat_of(call, Access.READ).id)
