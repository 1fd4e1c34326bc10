"""Officers who send emergencies as fast as the bot lets them: a word, a tap on a category, a tap on 有 or 无.

They look at what is on the screen and tap it, so that every bot is played the same way, whatever its buttons carry.
A report is complete when its receipt has come: a new message after the last tap.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

WORD = "紧急上报"
Deliver = Callable[[dict[str, Any]], int]


@dataclass
class Officer:
    """`waits_for`: menu (of categories), harm, receipt, or nothing."""

    id: int
    group: int | None
    waits_for: str = "nothing"


class Crowd:
    """All officers. `pause` seconds lie between two taps of one; `every` between two reports of all (0: at once)."""

    def __init__(self, deliver: Deliver) -> None:
        self._deliver = deliver
        self.officers: dict[int, Officer] = {}
        self.reports = 0
        self.taps: list[float] = []
        self._buttons = (0, 0)
        self._pause = self._every = 0.0
        self._stopped = False
        self._last_taps: dict[int, Officer] = {}
        self._timed: dict[int, float] = {}

    def play(
        self, officers: list[list[int]], buttons: list[int], every: float = 0.0, pause: float = 0.0, reports: int = 0
    ) -> None:
        """`officers`: chat and duty group of each. With `every` they take turns, one report each, `reports` in all."""
        self._buttons, self._every, self._pause = (buttons[0], buttons[1]), every, pause
        for chat, group in officers:
            self.officers.setdefault(chat, Officer(chat, group))
        loop = asyncio.get_running_loop()
        if not every:
            for officer in self.officers.values():
                loop.call_soon(self._begin, officer)
            return
        everybody = list(self.officers.values())
        for number in range(reports):
            loop.call_later(number * every, self._begin, everybody[number % len(everybody)])

    def stop(self) -> None:
        """Reports under way are finished; no new one is begun."""
        self._stopped = True

    def unfinished(self) -> int:
        return sum(officer.waits_for != "nothing" for officer in self.officers.values())

    def _begin(self, officer: Officer) -> None:
        if self._stopped or officer.waits_for != "nothing":
            return
        officer.waits_for = "menu"
        self._deliver({"message": {
            "message_id": 1, "date": 1780000000, "from": _user(officer.id), "chat": _chat(officer.id), "text": WORD,
        }})  # fmt: skip

    def heard(self, chat_id: int, message: Mapping[str, Any], method: str, arrived: float) -> None:
        officer = self.officers[chat_id]
        keyboard = message.get("reply_markup", {}).get("inline_keyboard", [])
        buttons = [button for row in keyboard for button in row]
        match officer.waits_for:
            case "menu" if len(buttons) > 8:
                self._soon(self._tap, officer, message, buttons[self._buttons[0]], "harm")
            case "harm" if 3 <= len(buttons) <= 8 and method.startswith("edit"):
                self._soon(self._tap, officer, message, buttons[self._buttons[1]], "receipt")
            case "receipt" if method.startswith("send"):
                officer.waits_for = "nothing"
                self.reports += 1
                if not self._every:
                    self._begin(officer)

    def _soon(self, *call: Any) -> None:
        if self._pause:
            asyncio.get_running_loop().call_later(self._pause, *call)
        else:
            call[0](*call[1:])

    def _tap(self, officer: Officer, message: Mapping[str, Any], button: Mapping[str, Any], then: str) -> None:
        officer.waits_for = then
        update_id = self._deliver({"callback_query": {
            "id": str(self.reports), "from": _user(officer.id), "chat_instance": "1", "message": message,
            "data": button["callback_data"],
        }})  # fmt: skip
        if then == "receipt" and self._every:
            self._last_taps[update_id] = officer

    def handed(self, update_id: int, now: float) -> None:
        """The bot has just been given an update; the one that completes a report starts the watch of its group."""
        officer = self._last_taps.pop(update_id, None)
        if officer is not None and officer.group is not None:
            self._timed[officer.group] = now

    def group_heard(self, group: int, now: float) -> None:
        since = self._timed.pop(group, None)
        if since is not None:
            self.taps.append(now - since)


def _user(id: int) -> dict[str, Any]:
    return {"id": id, "is_bot": False, "first_name": "何志强", "language_code": "zh-hans"}


def _chat(id: int) -> dict[str, Any]:
    return {"id": id, "type": "private", "first_name": "何志强"}
