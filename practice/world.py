"""Everybody and everything in the practice Telegram: people, bots, chats, who is in them and what was said.

A private chat is one object with two names: a bot knows it by the person's id, the person's phone by the bot's id.
Messages are kept as the Bot API's own JSON, and are replaced, never changed in place: an event may hold the older one.
"""

import asyncio
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from telegram import User
from telegram.constants import ChatMemberStatus, ChatType

from practice.clock import PracticeClock
from practice.errors import Json, NotPossible
from practice.events import EventLog
from practice.faults import Faults
from practice.files import FileStore
from practice.flood import FloodGate
from practice.ring import Ring
from practice.updates import UpdateQueue

HISTORY_PER_CHAT = 2_000
CALLS_KEPT = 10_000
IN_THE_CHAT = frozenset(
    {ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.MEMBER, ChatMemberStatus.RESTRICTED}
)
ADMINS = frozenset({ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR})
DEFAULT_COMMANDS: Json = {"type": "commands"}


@dataclass(slots=True)
class Person:
    id: int
    user: Json
    phone: str
    deactivated: bool = False

    @property
    def language(self) -> str:
        return str(self.user.get("language_code", ""))


@dataclass(slots=True)
class Bot:
    id: int
    token: str
    user: Json
    updates: UpdateQueue
    flood: FloodGate
    # (scope key, two-letter language or "") -> list of BotCommand
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    # "name" / "description" / "short_description" -> language -> text
    texts: dict[str, dict[str, str]] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)
    default_menu_button: Json = field(default_factory=lambda: dict(DEFAULT_COMMANDS))

    @property
    def username(self) -> str:
        return str(self.user["username"])


@dataclass(slots=True)
class Topic:
    thread_id: int
    name: str
    icon_color: int
    closed: bool = False


@dataclass(slots=True)
class Screen:
    """What the lower part of one person's phone shows in one chat."""

    reply_keyboard: Json | None = None
    force_reply: int | None = None
    placeholder: str | None = None


@dataclass(slots=True)
class Chat:
    id: int
    json: Json
    type: str
    # In a private chat: who speaks with which bot.
    person_id: int = 0
    bot_id: int = 0
    blocked: bool = False
    members: dict[int, str] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    messages: dict[int, Json] = field(default_factory=dict)
    deleted: set[int] = field(default_factory=set)
    # Telegram never lets a bot edit a message that carried a reply keyboard.
    uneditable: set[int] = field(default_factory=set)
    reactions: dict[int, dict[int, list[Json]]] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    screens: dict[int, Screen] = field(default_factory=dict)
    last_message_id: int = 0
    migrated_to: int = 0
    description: str = ""
    active_at: int = 0

    @property
    def is_private(self) -> bool:
        return self.type == ChatType.PRIVATE

    @property
    def is_forum(self) -> bool:
        return bool(self.json.get("is_forum"))

    def status(self, user_id: int) -> str:
        return self.members.get(user_id, ChatMemberStatus.LEFT)

    def has(self, user_id: int) -> bool:
        return self.members.get(user_id) in IN_THE_CHAT

    def is_admin(self, user_id: int) -> bool:
        return self.members.get(user_id) in ADMINS

    def screen(self, person_id: int) -> Screen:
        return self.screens.setdefault(person_id, Screen())

    def new_message_id(self) -> int:
        self.last_message_id += 1
        return self.last_message_id

    def keep(self, message: Json) -> None:
        self.messages[message["message_id"]] = message
        if len(self.messages) > HISTORY_PER_CHAT:
            oldest = next(iter(self.messages))
            del self.messages[oldest]
            self.deleted.discard(oldest)
            self.uneditable.discard(oldest)

    def message(self, message_id: int) -> Json | None:
        """A message that is still there, or None when it never was or has been deleted."""
        return None if message_id in self.deleted else self.messages.get(message_id)

    def newest(self) -> Json | None:
        for message_id in reversed(self.messages):
            if message_id not in self.deleted:
                return self.messages[message_id]
        return None


@dataclass(slots=True)
class Tap:
    """A tap on an inline button that waits for `answerCallbackQuery`."""

    id: str
    bot_id: int
    person_id: int
    chat: Chat
    message_id: int
    at: float
    answer: Json | None = None


class WorldState:
    def __init__(self) -> None:
        self.clock = PracticeClock()
        self.events = EventLog()
        self.stopped = asyncio.Event()
        self.faults = Faults()
        self.files = FileStore()
        self.calls: Ring[Json] = Ring(CALLS_KEPT)
        self.people: dict[int, Person] = {}
        self.bots: dict[int, Bot] = {}
        self.bots_by_token: dict[str, Bot] = {}
        self.groups: dict[int, Chat] = {}
        self.private_chats: dict[tuple[int, int], Chat] = {}
        self.taps: dict[str, Tap] = {}
        self.limits: Json = {"enabled": True}
        self._last_person = 500_000_000
        self._last_group = 4_000_000
        self._last_number = 0

    def new_number(self) -> int:
        """One counter for everything that needs an id nobody has used before."""
        self._last_number += 1
        return self._last_number

    # -- bots and people ---------------------------------------------------------------------------------------------

    def add_bot(self, token: str, username: str, first_name: str) -> Bot:
        if token in self.bots_by_token:
            return self.bots_by_token[token]
        digits, _, secret = token.partition(":")
        if not digits.isdigit() or not secret:
            raise NotPossible("a token looks like 123456:letters")
        if int(digits) in self.bots:
            raise NotPossible(f"a bot with id {digits} is already registered with another token")
        # https://core.telegram.org/bots/features#creating-a-new-bot: 5 to 32 of [A-Za-z0-9_], ending in "bot"
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{1,28}bot", username, re.IGNORECASE):
            raise NotPossible("a bot's username is 5 to 32 letters, digits and underscores and ends in bot")
        if self.find_username(username) is not None:
            raise NotPossible(f"@{username} is taken")
        user = User(int(digits), first_name, True, username=username).to_dict()
        bot = Bot(int(digits), token, user, UpdateQueue(), FloodGate(self.limits))
        self.bots[bot.id] = self.bots_by_token[token] = bot
        return bot

    def bot_named(self, username: str) -> Bot:
        wanted = username.lstrip("@").lower()
        for bot in self.bots.values():
            if bot.username.lower() == wanted:
                return bot
        raise NotPossible(f"there is no bot @{username}", 404)

    def add_person(self, details: Json) -> Person:
        person_id = int(details.get("id") or 0)
        if not person_id:
            self._last_person += 1
            person_id = self._last_person
        known = self.people.get(person_id)
        user = dict(known.user) if known else {"id": person_id, "is_bot": False, "language_code": "zh-hans"}
        for name in ("first_name", "last_name", "username", "language_code"):
            if details.get(name) is not None:
                user[name] = str(details[name])
                if not user[name]:
                    del user[name]
        if not user.get("first_name"):
            raise NotPossible("a person needs a first_name")
        phone = str(details.get("phone") or (known.phone if known else "") or f"+86138{person_id % 10**8:08d}")
        person = Person(person_id, user, phone, bool(details.get("deactivated", known.deactivated if known else False)))
        self.people[person_id] = person
        for bot_id in self.bots:
            chat = self.private_chats.get((person_id, bot_id))
            if chat is not None:
                chat.json = private_chat_json(user)
        return person

    def person(self, person_id: int) -> Person:
        if person_id not in self.people:
            raise NotPossible(f"there is no person {person_id}", 404)
        return self.people[person_id]

    def user(self, user_id: int) -> Json | None:
        if user_id in self.people:
            return self.people[user_id].user
        return self.bots[user_id].user if user_id in self.bots else None

    def find_username(self, username: str) -> Json | None:
        wanted = username.lstrip("@").lower()
        for user in self.users():
            if str(user.get("username", "")).lower() == wanted:
                return user
        return None

    def users(self) -> Iterator[Json]:
        yield from (bot.user for bot in self.bots.values())
        yield from (person.user for person in self.people.values())

    # -- chats -------------------------------------------------------------------------------------------------------

    def private_chat(self, person: Person, bot: Bot) -> Chat:
        """Opens the chat when the person speaks to the bot for the first time; a bot alone can never open it."""
        key = (person.id, bot.id)
        if key not in self.private_chats:
            chat = Chat(person.id, private_chat_json(person.user), ChatType.PRIVATE, person.id, bot.id)
            chat.members = {person.id: ChatMemberStatus.MEMBER, bot.id: ChatMemberStatus.MEMBER}
            self.private_chats[key] = chat
        return self.private_chats[key]

    def new_group_id(self, kind: str) -> int:
        self._last_group += 1
        # Supergroup ids are -100 followed by the channel id: bots and libraries tell the kinds apart by it.
        return -self._last_group if kind == ChatType.GROUP else -1_000_000_000_000 - self._last_group

    def group(self, group_id: int) -> Chat:
        if group_id not in self.groups:
            raise NotPossible(f"there is no group {group_id}", 404)
        return self.groups[group_id]

    def chat_on_phone(self, person: Person, chat_id: int) -> Chat:
        """The chat a person means: a bot's id for the private chat with it, or a group's id."""
        if chat_id in self.bots:
            chat = self.private_chats.get((person.id, chat_id))
            if chat is None:
                raise NotPossible(f"{person.user['first_name']} has not opened @{self.bots[chat_id].username} yet")
            return chat
        chat = self.group(chat_id)
        if not chat.has(person.id):
            raise NotPossible(f"{person.user['first_name']} is not in “{chat.json['title']}”")
        return chat

    def chat_id_on_phone(self, chat: Chat) -> int:
        return chat.bot_id if chat.is_private else chat.id

    def bots_in(self, chat: Chat) -> Iterator[Bot]:
        if chat.is_private:
            yield self.bots[chat.bot_id]
            return
        for user_id in list(chat.members):
            if user_id in self.bots and chat.has(user_id):
                yield self.bots[user_id]

    def people_in(self, chat: Chat) -> Iterator[Person]:
        if chat.is_private:
            yield self.people[chat.person_id]
            return
        for user_id in list(chat.members):
            if user_id in self.people and chat.has(user_id):
                yield self.people[user_id]


def private_chat_json(user: Json) -> Json:
    chat: Json = {"id": user["id"], "type": "private", "first_name": user["first_name"]}
    for name in ("last_name", "username"):
        if name in user:
            chat[name] = user[name]
    return chat


def chat_json_on_phone(world: WorldState, chat: Chat) -> Json:
    """A Chat as the person's phone shows it: the bot stands at the other end of a private chat."""
    return private_chat_json(world.bots[chat.bot_id].user) if chat.is_private else chat.json


def typed(value: Any, kind: type, name: str) -> Any:
    """Control-door bodies are written by hand: say which field is wrong instead of failing later."""
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise NotPossible(f"{name} must be {kind.__name__}")
    return value
