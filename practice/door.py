"""The control door from outside: one HTTP session, the practice clock, faults, limits and the list of calls."""

from types import TracebackType
from typing import Any, Self

from aiohttp import ClientSession, ClientTimeout

Json = dict[str, Any]


class Refusal(Exception):
    """The control door said no: what was asked is not possible in this world."""


class Door:
    """Use as an async context manager, or call `close`."""

    def __init__(self, base_url: str) -> None:
        self.base_url = base_url.rstrip("/")
        self._session: ClientSession | None = None

    async def __aenter__(self) -> Self:
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
