"""The second channel's rules: how a post is signed, what an answer means, and when it is tried again."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import timedelta

RETRY_SECONDS = (2, 5, 15, 30, 60, 120, 300)
ATTEMPTS = 15
"""About an hour: by then the calls in Telegram have long gone on, and a text message would be of yesterday."""
GONE = 410


def signature(secret: str, timestamp: str, body: bytes) -> str:
    """HMAC-SHA256 over the timestamp, a full stop and the body: an old post cannot be played again later."""
    return hmac.new(secret.encode(), timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()


@dataclass(frozen=True)
class Ended:
    """`state` is sent, ready (again after `wait`) or failed; `fault` a word."""

    state: str
    wait: timedelta = timedelta(0)
    fault: str | None = None


def ended(status: int | None, attempts: int, fault: str | None = None) -> Ended:
    """What an answer means: any 2xx is received, 410 is refused for good, all else is tried again for an hour."""
    if status is not None and 200 <= status < 300:
        return Ended("sent")
    why = fault or f"http_{status}"
    if status == GONE or attempts >= ATTEMPTS:
        return Ended("failed", fault=why)
    return Ended("ready", timedelta(seconds=RETRY_SECONDS[min(attempts, len(RETRY_SECONDS)) - 1]), why)
