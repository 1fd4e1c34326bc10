"""The control door as Python: `World` makes people, groups, time and faults, `Phone` plays one person.

Used by the story tests and the benchmarks. A phone remembers every message and edit that bots sent to it; `sees` takes
them off the list one by one, and `unexpected` tells what nobody asked for. Incoming messages are read through
python-telegram-bot, the other reading of the Bot API. Every failure prints the conversation as it stands.
"""

import asyncio
import time
from collections.abc import Awaitable, Sequence
from typing import Any

from telegram import Message

from practice.conversation import Incoming, Json, inline_texts, told_aloud, words_of
from practice.door import Door, Refusal
from practice.hands import ChatRef, Group, Hands, read

# Seconds that a phone waits for what must come: on a busy machine it takes long, and what comes at once costs none.
PATIENCE = 25.0
LOOK_AGAIN = 0.5

__all__ = ["Group", "Incoming", "Phone", "Refusal", "World", "until_true"]


class World(Door):
    """The practice Telegram at `base_url`. Use as an async context manager, or call `close`."""

    def __init__(self, base_url: str) -> None:
        super().__init__(base_url)
        self.phones: list[Phone] = []

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

    async def add_many(self, count: int, *, bot: str = "", told: bool = True, first_name: str = "") -> list[int]:
        """Residents in bulk, by id. With `bot` each has opened it; `told=False` spares the bot the /start of each."""
        body = {"count": count, "bot": bot, "told": told, "first_name": first_name}
        answer = await self.call("POST", "/people/many", body)
        ids: list[int] = answer["ids"]
        return ids

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

    async def unexpected(self) -> list[str]:
        """What no phone of this world expected, told by person."""
        return [f"{phone.name}: {words}" for phone in self.phones for words in await phone.unexpected()]


def _id(who: "Phone | int") -> int:
    return who if isinstance(who, int) else who.id


class Phone(Hands):
    """One person's phone."""

    def __init__(self, world: Door, person: Json, after: int) -> None:
        super().__init__(world, person)
        self.toasts: list[str] = []
        self._after = after
        self._incoming: list[Incoming] = []

    # -- tapping -----------------------------------------------------------------------------------------------------

    async def taps(
        self, button: str, chat: ChatRef = None, message: Message | int | None = None, wait: float = PATIENCE
    ) -> Json:
        """Taps the newest inline button with this text (or that contains it); else a button of the reply keyboard.

        The button may be on its way, and so may the answer: each is waited for at most `wait` seconds.
        """
        until = time.monotonic() + wait
        while True:
            tap, left = await self._find(button, chat, message, wait), until - time.monotonic()
            if tap is not None:
                try:
                    return await tap
                except Refusal as refusal:  # the card may have been edited between the look and the tap
                    if "no button" not in str(refusal) or left <= 0:
                        raise
            elif left <= 0:
                raise AssertionError(f"{self.name} finds no button “{button}”\n{await self.conversation(chat)}")
            await self._listen(min(max(left, 0), LOOK_AGAIN))

    async def _find(
        self, button: str, chat: ChatRef, message: Message | int | None, wait: float
    ) -> Awaitable[Json] | None:
        """The tap itself, not yet begun; None when there is no such button now."""
        view = await self.view(chat)
        number = message.message_id if isinstance(message, Message) else message
        shown = [m for m in view["messages"] if not m["deleted"] and (number is None or m["message_id"] == number)]
        for exact in (True, False):
            for candidate in reversed(shown):
                for text in inline_texts(candidate):
                    if text == button if exact else button in text:
                        return self.taps_data(None, chat, candidate["message_id"], wait, text)
        keyboard = (view["reply_keyboard"] or {}).get("keyboard", []) if number is None else []
        for exact in (True, False):
            for key in (key for row in keyboard for key in row):
                if key["text"] == button if exact else button in key["text"]:
                    return self._press(key, chat)
        return None

    async def taps_data(
        self, data: str | None, chat: ChatRef, message: Message | int, wait: float = PATIENCE, button: str | None = None
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

    async def sees(self, *fragments: str, chat: ChatRef = None, within: float = PATIENCE) -> Message:
        """The oldest unseen message or edit with all these fragments (in its text or on its buttons), marked as seen.

        `chat` left out looks into every chat of this phone. Real seconds, never the practice clock.
        """
        until = time.monotonic() + within
        wanted = None if chat is None else self._chat(chat)
        while True:
            for item in self._incoming:
                if not item.seen and wanted in (None, item.chat_id) and item.has(fragments):
                    self._mark_seen(item)
                    return read(item.message)
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

    async def waits_for(self, number: int, chat: ChatRef = None, within: float = PATIENCE) -> list[str]:
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
            if not message["deleted"] and (texts := inline_texts(message)):
                break
        else:
            texts = []
        return texts + [key["text"] for row in (view["reply_keyboard"] or {}).get("keyboard", []) for key in row]

    async def conversation(self, chat: ChatRef = None) -> str:
        """The chat as a person would read it aloud, for whoever reads the failure."""
        chosen = [self._chat(chat)] if chat is not None else [entry["chat"]["id"] for entry in await self.chats()]
        return "\n".join([line for one in chosen for line in told_aloud(self.name, await self.view(one), one)])


async def until_true(question: Any, within: float = PATIENCE, every: float = 0.02) -> None:
    """Asks an async question again and again until the answer is true: for what no phone can see."""
    end = time.monotonic() + within
    while not await question():
        if time.monotonic() > end:
            raise AssertionError(f"still not true after {within} s")
        await asyncio.sleep(every)
