"""The practice clock: real time plus an offset that a person moves forward.

Message dates follow it. Pace limits, long polls, leases and time-outs never do: they use `monotonic`.
"""

import time
from datetime import UTC, datetime, timedelta, timezone

LOCAL = timezone(timedelta(hours=8))


class PracticeClock:
    def __init__(self) -> None:
        self.offset_seconds = 0.0

    def now(self) -> int:
        """Seconds since 1970, the way Telegram dates a message."""
        return int(time.time() + self.offset_seconds)

    def forward(self, seconds: float) -> None:
        self.offset_seconds += seconds

    def set_offset(self, seconds: float) -> None:
        self.offset_seconds = seconds

    def answer(self) -> dict[str, float | str]:
        now = datetime.fromtimestamp(time.time() + self.offset_seconds, UTC).astimezone(LOCAL)
        return {"offset_seconds": self.offset_seconds, "now": now.isoformat()}


def monotonic() -> float:
    return time.monotonic()
