"""Posts the steps of escalations to the second channel: signed, one after the other, tried again, written down."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Protocol

import aiohttp
import structlog

from bot.metrics import HOOKS
from bot.rules.step_hook import signature
from storage.bells import Bells

log = structlog.get_logger(__name__)

LOOK_EVERY_SECONDS = 1.0
TIMEOUT_SECONDS = 10.0


class Post(Protocol):
    @property
    def body(self) -> dict[str, Any]: ...


class Posts(Protocol):
    async def recover(self) -> None: ...

    async def claim(self) -> Any: ...

    async def settle(self, post: Any, status: int | None, fault: str | None) -> str: ...


class StepPoster:
    """Runs until it is cancelled; no fault of the gateway, the network or the database ends it."""

    def __init__(self, bells: Bells, url: str, secret: str, posts: Posts, timestamp: Callable[[], float]) -> None:
        self._bells, self._url, self._secret = bells, url, secret
        self._posts, self._timestamp = posts, timestamp

    async def run(self) -> None:
        timeout, begun = aiohttp.ClientTimeout(total=TIMEOUT_SECONDS), False
        async with aiohttp.ClientSession(timeout=timeout) as session:
            while True:
                busy = False
                try:
                    if not begun:
                        await self._posts.recover()
                        begun = True
                    busy = await self._one(session)
                except Exception as error:  # never its text: the address may hold a key
                    log.warning("step_hook_fault", error=type(error).__name__)
                if not busy:
                    await self._bells.wait("hooks", LOOK_EVERY_SECONDS)

    async def _one(self, session: aiohttp.ClientSession) -> bool:
        post = await self._posts.claim()
        if post is None:
            return False
        status, fault = None, None
        try:
            status = await self._post(session, post)
        except TimeoutError:
            fault = "timeout"
        except aiohttp.ClientError as error:
            fault = type(error).__name__
        HOOKS.labels(await self._posts.settle(post, status, fault)).inc()
        return True

    async def _post(self, session: aiohttp.ClientSession, post: Post) -> int:
        """The HTTP status. Redirects are not followed: the signature is for this address."""
        body = json.dumps(post.body, ensure_ascii=False, sort_keys=True).encode()
        timestamp = str(int(self._timestamp()))
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "X-Qianshao-Timestamp": timestamp,
            "X-Qianshao-Signature": f"sha256={signature(self._secret, timestamp, body)}",
        }
        async with session.post(self._url, data=body, headers=headers, allow_redirects=False) as answer:
            return answer.status
