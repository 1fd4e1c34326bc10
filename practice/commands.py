"""Which commands a phone shows: Telegram's order of scopes, and of languages within a scope."""

from practice.errors import Json
from practice.world import Bot, Chat, Person


def scope_key(kind: str, chat_id: int | str = "", user_id: int | str = "") -> str:
    return ":".join(str(part) for part in (kind, chat_id, user_id) if part != "")


def resolution(chat: Chat, person: Person) -> list[str]:
    """From the narrowest scope to the widest (the order in the documentation of BotCommandScope)."""
    if chat.is_private:
        return [scope_key("chat", chat.id), "all_private_chats", "default"]
    admin = chat.is_admin(person.id)
    scopes = [scope_key("chat_member", chat.id, person.id)]
    if admin:
        scopes.append(scope_key("chat_administrators", chat.id))
    scopes.append(scope_key("chat", chat.id))
    if admin:
        scopes.append("all_chat_administrators")
    return [*scopes, "all_group_chats", "default"]


def commands_for(bot: Bot, chat: Chat, person: Person) -> list[Json]:
    """The first list that is set wins; a list in the phone's language goes before the one without a language."""
    language = person.language.split("-")[0]
    for scope in resolution(chat, person):
        for spoken in (language, ""):
            found = bot.commands.get((scope, spoken))
            if found:
                return found
    return []


def menu_button_for(bot: Bot, person_id: int) -> Json:
    return bot.menu_buttons.get(person_id, bot.default_menu_button)
