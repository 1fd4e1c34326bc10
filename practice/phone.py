"""The control door as Python: `World` makes people, groups, time and faults, `Phone` plays one person.

Used by the story tests and the benchmarks. A phone remembers every message and edit that bots sent to it; `sees` takes
them off the list one by one, and `unexpected` tells what nobody asked for. Incoming messages are read through
python-telegram-bot, the other reading of the Bot API. Every failure prints the conversation as it stands.
"""

import asyncio
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

from aiohttp import ClientSession, ClientTimeout
from telegram import Message

Json = dict[str, Any]
SHOWN_MESSAGES = 40


class Refusal(Exception):
    """The control door said no: what was asked is not possible in this world."""


@dataclass(slots=True)
class Group:
    id: int
    title: str
    topics: dict[str, int] = field(default_factory=dict)


ChatRef = int | Group | None


def words_of(message: Json) -> str:
    """The text of a message, or in brackets what it is instead."""
    text = message.get("text") or message.get("caption") or ""
    for kind in ("photo", "video", "voice", "audio", "document", "sticker", "dice", "poll", "location", "contact"):
        if kind in message:
            return f"[{kind}] {text}".rstrip()
    if text:
        return str(text)
    known = ("message_id", "from", "chat", "date", "edited", "deleted")
    return f"[{', '.join(name for name in message if name not in known)}]"


@dataclass(slots=True)
class Incoming:
    """One message or edit that reached the phone."""

    chat_id: int
    message: Json
    is_edit: bool
    seen: bool = False
    keyboard_only: bool = False

    @property
    def words(self) -> str:
        return words_of(self.message)

    @property
    def from_bot(self) -> bool:
        return bool(self.message["from"].get("is_bot"))

    def has(self, fragments: tuple[str, ...]) -> bool:
        buttons = self.message.get("reply_markup", {}).get("inline_keyboard", [])
        whole = "\n".join([self.words, *(button["text"] for row in buttons for button in row)])
        return all(fragment in whole for fragment in fragments)


class World:
    """The practice Telegram at `base_url`. Use as an async context manager, or call `close`."""

    def __init__(self, base_url: str) -> None:
        self.base_url = base_url.rstrip("/")
        self._session: ClientSession | None = None
        self.phones: list[Phone] = []

    async def __aenter__(self) -> "World":
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def call(self, verb: str, path: str, body: Json | None = None, **query: object) -> Any:
        if self._session is None:
            self._session = ClientSession(timeout=ClientTimeout(total=120))
        asked = {name: str(value) for name, value in query.items() if value is not None}
        url = f"{self.base_url}/practice{path}"
        async with self._session.request(verb, url, json=body, params=asked) as answer:
            found = await answer.json()
        if answer.status >= 400:
            raise Refusal(f"{verb} {path}: {found.get('error', found)}")
        return found

    # -- people, bots, groups ----------------------------------------------------------------------------------------

    async def add_bot(self, token: str, username: str, first_name: str = "") -> Json:
        bot: Json = await self.call("POST", "/bots", {"token": token, "username": username, "first_name": first_name})
        return bot

    async def add_person(
        self,
        first_name: str,
        *,
        last_name: str = "",
        username: str = "",
        language_code: str = "zh-hans",
        phone: str = "",
        id: int = 0,
    ) -> "Phone":
        details = {
            "first_name": first_name,
            "last_name": last_name or None,
            "username": username or None,
            "language_code": language_code,
            "phone": phone or None,
            "id": id or None,
        }
        after = await self.last_event()
        person = await self.call("POST", "/people", {k: v for k, v in details.items() if v is not None})
        phone_in_hand = Phone(self, person, after)
        self.phones.append(phone_in_hand)
        return phone_in_hand

    async def phone_of(self, person_id: int) -> "Phone":
        """The phone of somebody who is in the world already (the sample town)."""
        world = await self.world()
        for person in world["people"]:
            if person["id"] == person_id:
                phone = Phone(self, person, 0)
                self.phones.append(phone)
                return phone
        raise Refusal(f"there is no person {person_id}")

    async def add_group(
        self,
        title: str,
        creator: "Phone",
        members: "Sequence[Phone]" = (),
        bots: Sequence[int] = (),
        *,
        type: str = "group",
        is_forum: bool = False,
        id: int = 0,
    ) -> Group:
        body: Json = {
            "title": title,
            "creator": creator.id,
            "members": [member.id for member in members],
            "bots": list(bots),
            "type": "supergroup" if is_forum else type,
            "is_forum": is_forum,
        }
        if id:
            body["id"] = id
        group = await self.call("POST", "/groups", body)
        return Group(group["id"], title)

    async def member(self, group: Group, by: "Phone | int", who: "Phone | int", do: str) -> None:
        """`do`: add, remove, promote, demote or mute; `who` may be a bot's id."""
        await self.call("POST", f"/groups/{group.id}/members", {"by": _id(by), "who": _id(who), "do": do})

    async def upgrade(self, group: Group) -> Group:
        answer = await self.call("POST", f"/groups/{group.id}/upgrade", {})
        return Group(answer["new_id"], group.title)

    async def add_topic(self, group: Group, name: str) -> int:
        answer = await self.call("POST", f"/groups/{group.id}/topics", {"name": name})
        group.topics[name] = int(answer["message_thread_id"])
        return group.topics[name]

    async def world(self) -> Json:
        answer: Json = await self.call("GET", "/world")
        return answer

    # -- time, faults, what was called -------------------------------------------------------------------------------

    async def clock(self) -> Json:
        answer: Json = await self.call("GET", "/clock")
        return answer

    async def forward_clock(self, seconds: float) -> Json:
        answer: Json = await self.call("POST", "/clock", {"forward_seconds": seconds})
        return answer

    async def set_clock(self, offset_seconds: float) -> Json:
        answer: Json = await self.call("POST", "/clock", {"set_offset": offset_seconds})
        return answer

    async def break_next(
        self, method: str, times: int = 1, kind: str = "500", chat_id: int | None = None, **details: object
    ) -> None:
        """The next `times` calls of `method` ("*": any) fail; details: retry_after, description, seconds."""
        body = {"method": method, "times": times, "kind": kind, "chat_id": chat_id, **details}
        await self.call("POST", "/faults", {k: v for k, v in body.items() if v is not None})

    async def mend(self) -> None:
        await self.call("DELETE", "/faults")

    async def limits(self, enabled: bool = True, **values: float) -> Json:
        answer: Json = await self.call("POST", "/limits", {"enabled": enabled, **values})
        return answer

    async def calls(self, method: str = "", after: int = 0) -> list[Json]:
        answer = await self.call("GET", "/calls", method=method or None, after=after)
        found: list[Json] = answer["calls"]
        return found

    async def clear_calls(self) -> None:
        await self.call("POST", "/calls/clear", {})

    async def last_event(self) -> int:
        # Asking after a number nobody has reached yet answers only the newest number.
        answer = await self.call("GET", "/events", after=2**53)
        return int(answer["newest"])

    async def unexpected(self) -> list[str]:
        """What no phone of this world expected, told by person."""
        return [f"{phone.name}: {words}" for phone in self.phones for words in await phone.unexpected()]


def _id(who: "Phone | int") -> int:
    return who if isinstance(who, int) else who.id


class Phone:
    """One person. `chat` is a Group, a group's or bot's id; left out, it is the chat with the bot started last."""

    def __init__(self, world: World, person: Json, after: int) -> None:
        self.world = world
        self.id = int(person["id"])
        self.name = str(person["first_name"])
        self.number = str(person["phone"])
        self.toasts: list[str] = []
        self.bot_id = 0
        self._after = after
        self._incoming: list[Incoming] = []

    def _chat(self, chat: ChatRef) -> int:
        if isinstance(chat, Group):
            return chat.id
        if chat is not None:
            return chat
        if not self.bot_id:
            raise Refusal(f"{self.name} has not started a bot; say which chat")
        return self.bot_id

    async def _do(self, deed: str, **body: object) -> Any:
        given = {name: value for name, value in body.items() if value is not None}
        return await self.world.call("POST", f"/phones/{self.id}/{deed}", given)

    # -- speaking ----------------------------------------------------------------------------------------------------

    async def start(self, bot_username: str, payload: str = "") -> Message:
        bots = (await self.world.world())["bots"]
        self.bot_id = next((bot["id"] for bot in bots if bot["username"] == bot_username.lstrip("@")), self.bot_id)
        return _read(await self._do("start", bot=bot_username, payload=payload or None))

    async def _send(self, chat: ChatRef, reply_to: "Message | int | None", thread: int | None, **what: object) -> Any:
        answered = reply_to.message_id if isinstance(reply_to, Message) else reply_to
        return await self._do("send", chat=self._chat(chat), reply_to=answered, thread=thread, **what)

    async def sends(
        self, text: str, chat: ChatRef = None, reply_to: Message | int | None = None, thread: int | None = None
    ) -> Message:
        return _read(await self._send(chat, reply_to, thread, text=text))

    async def sends_photo(
        self,
        caption: str = "",
        chat: ChatRef = None,
        reply_to: Message | int | None = None,
        *,
        seed: int | None = None,
        thread: int | None = None,
    ) -> Message:
        photo = {"caption": caption, **({"seed": seed} if seed is not None else {})}
        return _read(await self._send(chat, reply_to, thread, photo=photo))

    async def sends_album(
        self, kinds: Sequence[str] = ("photo", "photo"), caption: str = "", chat: ChatRef = None
    ) -> list[Message]:
        album: list[Json] = [{"kind": kind} for kind in kinds]
        album[0]["caption"] = caption
        return [_read(message) for message in await self._send(chat, None, None, album=album)]

    async def sends_file(
        self,
        kind: str,
        chat: ChatRef = None,
        reply_to: Message | int | None = None,
        *,
        thread: int | None = None,
        **details: object,
    ) -> Message:
        """`kind`: video, voice, audio or document; details: size, caption, file_name, data_base64."""
        return _read(await self._send(chat, reply_to, thread, **{kind: details}))

    async def sends_voice(
        self, chat: ChatRef = None, reply_to: Message | int | None = None, **details: Any
    ) -> Message:
        return await self.sends_file("voice", chat, reply_to, **details)

    async def sends_video(
        self, chat: ChatRef = None, reply_to: Message | int | None = None, **details: Any
    ) -> Message:
        return await self.sends_file("video", chat, reply_to, **details)

    async def sends_document(
        self, chat: ChatRef = None, reply_to: Message | int | None = None, **details: Any
    ) -> Message:
        return await self.sends_file("document", chat, reply_to, **details)

    async def sends_location(
        self, latitude: float, longitude: float, chat: ChatRef = None, reply_to: Message | int | None = None
    ) -> Message:
        place = {"latitude": latitude, "longitude": longitude}
        return _read(await self._send(chat, reply_to, None, location=place))

    async def sends_contact(
        self, phone_number: str = "", first_name: str = "", chat: ChatRef = None, reply_to: Message | int | None = None
    ) -> Message:
        """Without a number: the person's own, as the button "share my phone number" does."""
        contact: object = {"phone_number": phone_number, "first_name": first_name} if phone_number else "own"
        return _read(await self._send(chat, reply_to, None, contact=contact))

    async def sends_sticker(self, chat: ChatRef = None) -> Message:
        return _read(await self._send(chat, None, None, sticker={}))

    async def sends_dice(self, chat: ChatRef = None) -> Message:
        return _read(await self._send(chat, None, None, dice={}))

    async def sends_poll(self, question: str = "", options: Sequence[str] = (), chat: ChatRef = None) -> Message:
        return _read(await self._send(chat, None, None, poll={"question": question, "options": list(options)}))

    async def forwards(self, message: Message, from_chat: ChatRef = None, chat: ChatRef = None) -> Message:
        what = {"chat": self._chat(from_chat), "message_id": message.message_id}
        return _read(await self._send(chat, None, None, forward=what))

    async def edits(self, message: Message | int, text: str, chat: ChatRef = None) -> Message:
        number = message if isinstance(message, int) else message.message_id
        return _read(await self._do("edit", chat=self._chat(chat), message_id=number, text=text))

    async def deletes(self, message: Message | int, chat: ChatRef = None) -> None:
        number = message if isinstance(message, int) else message.message_id
        await self._do("delete", chat=self._chat(chat), message_id=number)

    async def blocks(self, bot_id: int | None = None, blocked: bool = True) -> None:
        await self._do("block", bot=bot_id or self.bot_id, blocked=blocked)

    async def unblocks(self, bot_id: int | None = None) -> None:
        await self.blocks(bot_id, blocked=False)

    # -- tapping -----------------------------------------------------------------------------------------------------

    async def taps(
        self, button: str, chat: ChatRef = None, message: Message | int | None = None, wait: float = 5.0
    ) -> Json:
        """Taps the newest inline button with this text (or that contains it); else a button of the reply keyboard."""
        view = await self.view(chat)
        number = message.message_id if isinstance(message, Message) else message
        shown = [m for m in view["messages"] if not m["deleted"] and (number is None or m["message_id"] == number)]
        for exact in (True, False):
            for candidate in reversed(shown):
                for text in _inline_texts(candidate):
                    if text == button if exact else button in text:
                        return await self.taps_data(None, chat, candidate["message_id"], wait, text)
        keyboard = (view["reply_keyboard"] or {}).get("keyboard", []) if number is None else []
        for exact in (True, False):
            for key in (key for row in keyboard for key in row):
                if key["text"] == button if exact else button in key["text"]:
                    return await self._press(key, chat)
        raise AssertionError(f"{self.name} finds no button “{button}”\n{await self.conversation(chat)}")

    async def taps_data(
        self, data: str | None, chat: ChatRef, message: Message | int, wait: float = 5.0, button: str | None = None
    ) -> Json:
        """Sends callback data that no button need have: a forged tap, or a tap on a card that has changed since."""
        number = message if isinstance(message, int) else message.message_id
        answer: Json = await self._do(
            "tap", chat=self._chat(chat), message_id=number, button=button, data=data, wait=wait
        )
        if answer.get("text"):
            self.toasts.append(str(answer["text"]))
        return answer

    async def _press(self, key: Json, chat: ChatRef) -> Json:
        if key.get("request_contact"):
            await self.sends_contact(chat=chat)
        elif key.get("request_location"):
            await self.sends_location(23.2905, 113.8292, chat)
        else:
            await self.sends(key["text"], chat)
        return {"answered": True, "text": None, "show_alert": False}

    # -- seeing ------------------------------------------------------------------------------------------------------

    async def sees(self, *fragments: str, chat: ChatRef = None, within: float = 5.0) -> Message:
        """The oldest unseen message or edit with all these fragments (in its text or on its buttons), marked as seen.

        `chat` left out looks into every chat of this phone. Real seconds, never the practice clock.
        """
        until = time.monotonic() + within
        wanted = None if chat is None else self._chat(chat)
        while True:
            for item in self._incoming:
                if not item.seen and wanted in (None, item.chat_id) and item.has(fragments):
                    self._mark_seen(item)
                    return _read(item.message)
            left = until - time.monotonic()
            if left <= 0:
                raise AssertionError(
                    f"{self.name} did not see {' + '.join(map(repr, fragments))} within {within} s\n"
                    f"{await self.conversation(chat)}"
                )
            await self._listen(left)

    def _mark_seen(self, item: Incoming) -> None:
        """Whoever has seen an edit has no use for the versions before it."""
        item.seen = True
        for other in self._incoming:
            if other is item:
                return
            if other.chat_id == item.chat_id and other.message["message_id"] == item.message["message_id"]:
                other.seen = True

    async def _listen(self, seconds: float) -> None:
        answer = await self.world.call("GET", "/events", person=self.id, after=self._after, wait=min(seconds, 30))
        self._after = max(self._after, answer["last"])
        for event in answer["events"]:
            self._take(event)

    def _take(self, event: Json) -> None:
        if event["type"] in ("message", "edit"):
            message = event["message"]
            if message["from"]["id"] == self.id:
                return
            item = Incoming(event["chat_id"], message, event["type"] == "edit")
            item.keyboard_only = item.is_edit and item.words == self._words_before(item)
            self._incoming.append(item)
        elif event["type"] == "delete":
            for item in self._incoming:
                if item.chat_id == event["chat_id"] and item.message["message_id"] == event["message_id"]:
                    item.seen = True

    def _words_before(self, item: Incoming) -> str | None:
        for other in reversed(self._incoming):
            if other.chat_id == item.chat_id and other.message["message_id"] == item.message["message_id"]:
                return other.words
        return None

    def _unseen(self) -> list[Incoming]:
        """From bots only; a change of buttons alone is no message, and an unseen version gives way to its edit."""
        newest = {(item.chat_id, item.message["message_id"]): item for item in self._incoming if not item.keyboard_only}
        return [item for item in newest.values() if not item.seen and item.from_bot]

    async def unexpected(self) -> list[str]:
        await self._listen(0)
        return [item.words for item in self._unseen()]

    async def sees_nothing_new(self, chat: ChatRef = None, for_seconds: float = 0.3) -> None:
        until = time.monotonic() + for_seconds
        await self._listen(0)
        while (left := until - time.monotonic()) > 0:
            await self._listen(left)
        wanted = None if chat is None else self._chat(chat)
        found = [item.words for item in self._unseen() if wanted in (None, item.chat_id)]
        if found:
            raise AssertionError(f"{self.name} saw what nobody expected: {found}\n{await self.conversation(chat)}")

    async def forgets(self) -> None:
        """Takes everything that has arrived as seen."""
        await self._listen(0)
        for item in self._incoming:
            item.seen = True

    async def waits_for(self, number: int, chat: ChatRef = None, within: float = 5.0) -> list[str]:
        """Waits until at least `number` unseen messages from bots are there; tells them, oldest first."""
        until = time.monotonic() + within
        wanted = None if chat is None else self._chat(chat)
        while True:
            await self._listen(0)
            found = [item.words for item in self._unseen() if wanted in (None, item.chat_id)]
            left = until - time.monotonic()
            if len(found) >= number or left <= 0:
                return found
            await self._listen(left)

    async def view(self, chat: ChatRef = None) -> Json:
        answer: Json = await self.world.call("GET", f"/phones/{self.id}/chats/{self._chat(chat)}")
        return answer

    async def chats(self) -> list[Json]:
        answer: list[Json] = await self.world.call("GET", f"/phones/{self.id}/chats")
        return answer

    async def screen(self, chat: ChatRef = None) -> list[str]:
        """The texts on the screen, oldest first, without what was deleted."""
        return [words_of(m) for m in (await self.view(chat))["messages"] if not m["deleted"]]

    async def buttons(self, chat: ChatRef = None) -> list[str]:
        """What can be tapped: the inline buttons of the newest message that has any, then the reply keyboard."""
        view = await self.view(chat)
        for message in reversed(view["messages"]):
            if not message["deleted"] and (texts := _inline_texts(message)):
                break
        else:
            texts = []
        return texts + [key["text"] for row in (view["reply_keyboard"] or {}).get("keyboard", []) for key in row]

    async def conversation(self, chat: ChatRef = None) -> str:
        """The chat as a person would read it aloud, for whoever reads the failure."""
        chosen = [self._chat(chat)] if chat is not None else [entry["chat"]["id"] for entry in await self.chats()]
        lines = []
        for chat_id in chosen:
            view = await self.view(chat_id)
            title = view["chat"].get("title") or view["chat"].get("first_name")
            lines.append(f"--- {self.name}, chat with {title} ({chat_id})")
            for message in view["messages"][-SHOWN_MESSAGES:]:
                marks = "".join(f" ({mark})" for mark in ("edited", "deleted") if message[mark])
                lines.append(f"{message['message_id']:>4} {message['from']['first_name']}: {words_of(message)}{marks}")
                lines += [f"       {json.dumps(row, ensure_ascii=False)}" for row in _inline_rows(message)]
            for row in (view["reply_keyboard"] or {}).get("keyboard", []):
                lines.append(f"     ⌨ {json.dumps([key['text'] for key in row], ensure_ascii=False)}")
        return "\n".join(lines)


def _inline_rows(message: Json) -> list[list[str]]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [[button["text"] for button in row] for row in rows]


def _inline_texts(message: Json) -> list[str]:
    return [text for row in _inline_rows(message) for text in row]


def _read(message: Json) -> Message:
    """python-telegram-bot's reading of a message; what it cannot read is a fault of whoever made it."""
    return Message.de_json(message, None)


async def until_true(question: Any, within: float = 5.0, every: float = 0.02) -> None:
    """Asks an async question again and again until the answer is true: for what no phone can see."""
    end = time.monotonic() + within
    while not await question():
        if time.monotonic() > end:
            raise AssertionError(f"still not true after {within} s")
        await asyncio.sleep(every)
