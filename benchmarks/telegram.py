"""A Telegram as quick as plain asyncio can play it: no checks, arrival times kept. A process of its own.

`python -m benchmarks.telegram` prints its port. `/bot<token>/<method>` is the Bot API as far as the measured bots
use it; `POST /bench/<verb>` with a JSON object is the benchmarks' own door (see `benchmarks.running.Telegram`).
"""

from __future__ import annotations

import asyncio
import gc
import json
import re
import sys
import time
from collections import Counter
from typing import Any
from urllib.parse import parse_qsl

from benchmarks.gate import Gate
from benchmarks.officers import Crowd

BOT = {"id": 4200001, "is_bot": True, "first_name": "前哨", "username": "qianshao_bot"}
CHAT_ID = re.compile(rb'(?:^|&|")chat_id"?[=:] ?(-?\d+)')
LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
# What Telegram answers to a send of some size; nobody parses the text of it.
ANSWER = json.dumps({"text": "预警" * 100, "entities": [{"type": "bold", "offset": 0, "length": 20}]})[1:-1]
SENDS = ("send", "edit")


class TelegramState:
    """`residents` are private chats nobody plays: only the times at which they were written to are kept."""

    def __init__(self, delay: float) -> None:
        self.delay = delay
        self.calls: Counter[str] = Counter()
        self.polled_at: float | None = None
        self.residents: list[float] = []
        self.heard: Counter[int] = Counter()
        self.gate = Gate()
        self.crowd = Crowd(self.deliver)
        self._message_ids = 0
        self._update_ids = 1000
        self._updates: list[dict[str, Any]] = []
        self._poll: asyncio.Future[None] | None = None

    def deliver(self, update: dict[str, Any]) -> int:
        """Queue an update for the bot; its id."""
        self._update_ids += 1
        self._updates.append({"update_id": self._update_ids, **update})
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)
        return self._update_ids

    async def get_updates(self, timeout: float) -> bytes:
        self.polled_at = self.polled_at or time.monotonic()
        if not self._updates and timeout:
            self._poll = asyncio.get_running_loop().create_future()
            await asyncio.wait([self._poll], timeout=timeout)
        batch, self._updates = self._updates[:100], self._updates[100:]
        now = time.monotonic()
        for update in batch:
            self.crowd.handed(update["update_id"], now)
        return _ok(json.dumps(batch))

    def answer(self, method: str, body: bytes, is_json: bool) -> bytes:
        arrived = time.monotonic()
        self.calls[method] += 1
        if method == "getme":
            return _ok(json.dumps(BOT))
        found = CHAT_ID.search(body)
        if not method.startswith(SENDS) or found is None:
            return _ok("true")
        chat_id = int(found[1])
        refused = self.gate.refusal(chat_id, b"allow_paid_broadcast" in body, arrived)
        if refused is not None:
            return _response(*refused)
        self._message_ids += 1
        if chat_id < 0:
            self.crowd.group_heard(chat_id, arrived)
        elif chat_id in self.crowd.officers:
            fields = json.loads(body) if is_json else dict(parse_qsl(body.decode()))
            message = _message(fields, self._message_ids)
            # the officer looks at the phone after the answer has gone out
            asyncio.get_running_loop().call_soon(self.crowd.heard, chat_id, message, method, arrived)
            return _ok(json.dumps(message))
        else:
            self.residents.append(arrived)
            self.heard[chat_id] += 1
        kind = "supergroup" if chat_id < 0 else "private"
        return _ok(
            f'{{"message_id":{self._message_ids},"date":1780000000,'
            f'"chat":{{"id":{chat_id},"type":"{kind}","title":"x"}},{ANSWER}}}'
        )

    def bench(self, verb: str, asked: dict[str, Any]) -> Any:
        """The benchmarks' door."""
        match verb:
            case "state":
                now = time.monotonic()
                sends = sum(count for method, count in self.calls.items() if method.startswith(SENDS))
                return {
                    "now": now, "polled_at": self.polled_at, "reports": self.crowd.reports, "sends": sends,
                    "residents": len(self.residents), "stuck": self.crowd.unfinished(),
                }  # fmt: skip
            case "crowd":
                self.crowd.play(**asked)
            case "taps":
                return self.crowd.taps
            case "quiet":
                self.crowd.stop()
            case "residents":
                return {"first": self.residents[0], "last": self.residents[-1], "count": len(self.residents)}
            case "gate":
                self.gate = Gate(**asked)
            case "seen":
                twice = sum(count > 1 for count in self.heard.values())
                return {"people": len(self.heard), "twice": twice, "refused": self.gate.refused}
            case _:
                raise ValueError(verb)
        return {}


def _message(fields: dict[str, Any], message_id: int) -> dict[str, Any]:
    markup = fields.get("reply_markup")
    message = {
        "message_id": int(fields.get("message_id", 0)) or message_id, "date": 1780000000, "from": BOT,
        "chat": {"id": int(fields["chat_id"]), "type": "private", "first_name": "officer"},
        "text": fields.get("text", ""),
    }  # fmt: skip
    keyboard = json.loads(markup) if isinstance(markup, str) else markup
    return message | ({"reply_markup": keyboard} if keyboard and "inline_keyboard" in keyboard else {})


def _ok(result: str) -> bytes:
    return _response(200, f'{{"ok":true,"result":{result}}}')


def _response(status: int, text: str) -> bytes:
    body = text.encode()
    head = b"HTTP/1.1 %d X\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
    return head % (status, len(body)) + body


class Wire(asyncio.Protocol):
    """One HTTP/1.1 connection; one request at a time, as all measured clients send them."""

    def __init__(self, state: TelegramState) -> None:
        self._state, self._received = state, b""
        self._transport: asyncio.Transport
        self._tasks: set[asyncio.Task[None]] = set()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._received += data
        head_end = self._received.find(b"\r\n\r\n")
        if head_end < 0:
            return
        head = self._received[:head_end]
        length = LENGTH.search(head)
        end = head_end + 4 + (int(length[1]) if length else 0)
        if len(self._received) < end:
            return
        body, self._received = self._received[head_end + 4 : end], self._received[end:]
        path = head.split(b" ", 2)[1].decode()
        self._handle(path.rpartition("/")[2].lower(), path.startswith("/bench/"), body, b"application/json" in head)

    def _handle(self, method: str, bench: bool, body: bytes, is_json: bool) -> None:
        if bench:
            self._write(_ok(json.dumps(self._state.bench(method, json.loads(body or b"{}")))))
        elif method == "getupdates":
            fields = json.loads(body) if is_json else dict(parse_qsl(body.decode()))
            task = asyncio.get_running_loop().create_task(self._long_poll(float(fields.get("timeout", 0))))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        elif self._state.delay:
            answer = self._state.answer(method, body, is_json)
            asyncio.get_running_loop().call_later(self._state.delay, self._write, answer)
        else:
            self._write(self._state.answer(method, body, is_json))

    async def _long_poll(self, timeout: float) -> None:
        self._write(await self._state.get_updates(timeout))

    def _write(self, answer: bytes) -> None:
        if not self._transport.is_closing():
            self._transport.write(answer)


async def main(delay: float) -> None:
    state = TelegramState(delay)
    server = await asyncio.get_running_loop().create_server(lambda: Wire(state), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    gc.disable()  # no pause of ours may look like one of the bot's
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(float(sys.argv[1]) if len(sys.argv) > 1 else 0.0))
