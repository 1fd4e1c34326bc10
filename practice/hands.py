"""What a person can send from a phone: texts, photos, voices, places, contacts; edits, deletions, blocking a bot."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from telegram import Message

from practice.conversation import Json
from practice.door import Door, Refusal


@dataclass(slots=True)
class Group:
    id: int
    title: str
    topics: dict[str, int] = field(default_factory=dict)


ChatRef = int | Group | None


def read(message: Json) -> Message:
    """python-telegram-bot's reading of a message; what it cannot read is a fault of whoever made it."""
    return Message.de_json(message, None)


class Hands:
    """One person. `chat` is a Group, a group's or bot's id; left out, it is the chat with the bot started last."""

    def __init__(self, world: Door, person: Json) -> None:
        self.world = world
        self.id = int(person["id"])
        self.name = str(person["first_name"])
        self.number = str(person["phone"])
        self.bot_id = 0

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
        bots = (await self.world.call("GET", "/world"))["bots"]
        self.bot_id = next((bot["id"] for bot in bots if bot["username"] == bot_username.lstrip("@")), self.bot_id)
        return read(await self._do("start", bot=bot_username, payload=payload or None))

    async def _send(self, chat: ChatRef, reply_to: "Message | int | None", thread: int | None, **what: object) -> Any:
        answered = reply_to.message_id if isinstance(reply_to, Message) else reply_to
        return await self._do("send", chat=self._chat(chat), reply_to=answered, thread=thread, **what)

    async def sends(
        self, text: str, chat: ChatRef = None, reply_to: Message | int | None = None, thread: int | None = None
    ) -> Message:
        return read(await self._send(chat, reply_to, thread, text=text))

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
        return read(await self._send(chat, reply_to, thread, photo=photo))

    async def sends_album(
        self, kinds: Sequence[str] = ("photo", "photo"), caption: str = "", chat: ChatRef = None
    ) -> list[Message]:
        album: list[Json] = [{"kind": kind} for kind in kinds]
        album[0]["caption"] = caption
        return [read(message) for message in await self._send(chat, None, None, album=album)]

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
        return read(await self._send(chat, reply_to, thread, **{kind: details}))

    async def sends_voice(self, chat: ChatRef = None, reply_to: Message | int | None = None, **details: Any) -> Message:
        return await self.sends_file("voice", chat, reply_to, **details)

    async def sends_video(self, chat: ChatRef = None, reply_to: Message | int | None = None, **details: Any) -> Message:
        return await self.sends_file("video", chat, reply_to, **details)

    async def sends_document(
        self, chat: ChatRef = None, reply_to: Message | int | None = None, **details: Any
    ) -> Message:
        return await self.sends_file("document", chat, reply_to, **details)

    async def sends_location(
        self, latitude: float, longitude: float, chat: ChatRef = None, reply_to: Message | int | None = None
    ) -> Message:
        place = {"latitude": latitude, "longitude": longitude}
        return read(await self._send(chat, reply_to, None, location=place))

    async def sends_contact(
        self, phone_number: str = "", first_name: str = "", chat: ChatRef = None, reply_to: Message | int | None = None
    ) -> Message:
        """Without a number: the person's own, as the button "share my phone number" does."""
        contact: object = {"phone_number": phone_number, "first_name": first_name} if phone_number else "own"
        return read(await self._send(chat, reply_to, None, contact=contact))

    async def sends_sticker(self, chat: ChatRef = None) -> Message:
        return read(await self._send(chat, None, None, sticker={}))

    async def sends_dice(self, chat: ChatRef = None) -> Message:
        return read(await self._send(chat, None, None, dice={}))

    async def sends_poll(self, question: str = "", options: Sequence[str] = (), chat: ChatRef = None) -> Message:
        return read(await self._send(chat, None, None, poll={"question": question, "options": list(options)}))

    async def forwards(self, message: Message, from_chat: ChatRef = None, chat: ChatRef = None) -> Message:
        what = {"chat": self._chat(from_chat), "message_id": message.message_id}
        return read(await self._send(chat, None, None, forward=what))

    async def edits(self, message: Message | int, text: str, chat: ChatRef = None) -> Message:
        number = message if isinstance(message, int) else message.message_id
        return read(await self._do("edit", chat=self._chat(chat), message_id=number, text=text))

    async def deletes(self, message: Message | int, chat: ChatRef = None) -> None:
        number = message if isinstance(message, int) else message.message_id
        await self._do("delete", chat=self._chat(chat), message_id=number)

    async def blocks(self, bot_id: int | None = None, blocked: bool = True) -> None:
        await self._do("block", bot=bot_id or self.bot_id, blocked=blocked)

    async def unblocks(self, bot_id: int | None = None) -> None:
        await self.blocks(bot_id, blocked=False)
