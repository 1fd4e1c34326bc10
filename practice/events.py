"""What phones see happen, numbered, with long polling: the page of phones and the story tests listen here."""

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from practice.errors import Json
from practice.ring import Ring

if TYPE_CHECKING:
    from practice.world import Chat

EVENTS_KEPT = 20_000


@dataclass(slots=True)
class Event:
    type: str
    chat: "Chat | None"
    # None: everybody in the chat; otherwise only that person (a toast belongs to the one who tapped).
    only: int | None
    body: Json

    def visible_to(self, person_id: int) -> bool:
        if self.only is not None:
            return self.only == person_id
        if self.chat is None:
            return True
        return self.chat.person_id == person_id if self.chat.is_private else self.chat.has(person_id)

    def json(self, n: int, person_id: int | None) -> Json:
        answer: Json = {"n": n, "type": self.type}
        if self.chat is not None:
            private = self.chat.is_private
            answer["chat_id"] = self.chat.bot_id if private and person_id is not None else self.chat.id
            if private:
                answer["person"], answer["bot"] = self.chat.person_id, self.chat.bot_id
        if self.only is not None:
            answer["person"] = self.only
        answer.update({name: value for name, value in self.body.items() if value is not None})
        return answer


class EventLog:
    def __init__(self) -> None:
        self._ring: Ring[Event] = Ring(EVENTS_KEPT)
        self._waiting: dict[asyncio.Future[None], int | None] = {}
        self.closed = False

    @property
    def last(self) -> int:
        return self._ring.last

    def add(self, kind: str, chat: "Chat | None" = None, only: int | None = None, **body: object) -> None:
        event = Event(kind, chat, only, body)
        self._ring.add(event)
        for future, person_id in list(self._waiting.items()):
            if not future.done() and (person_id is None or event.visible_to(person_id)):
                future.set_result(None)

    def since(self, n: int, person_id: int | None) -> list[Json]:
        return [
            event.json(number, person_id)
            for number, event in self._ring.after(n)
            if person_id is None or event.visible_to(person_id)
        ]

    async def wait(self, n: int, person_id: int | None, seconds: float) -> list[Json]:
        """The events after `n`; when there are none yet, waits for the first one, at most `seconds`."""
        found = self.since(n, person_id)
        if found or seconds <= 0 or self.closed:
            return found
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting[future] = person_id
        try:
            async with asyncio.timeout(seconds):
                await future
        except TimeoutError:
            pass
        finally:
            self._waiting.pop(future, None)
        return self.since(n, person_id)

    def close(self) -> None:
        """Lets every long poll go home, so that the server can stop at once."""
        self.closed = True
        for future in self._waiting:
            if not future.done():
                future.set_result(None)
