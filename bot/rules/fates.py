"""How the copies of one message fared: sent, waiting, and every way in which one did not arrive, by reason word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Fates:
    """`later` waits for the end of quiet hours; `held` is how many may or may not have arrived; `lost` counts reasons.

    `rate` is copies a second since the last look; `paused` waits until a person lets it go on.
    """

    sent: int = 0
    waiting: int = 0
    later: int = 0
    held: int = 0
    lost: Mapping[str, int] = field(default_factory=dict)
    rate: float = 0.0
    paused: int = 0

    @property
    def over(self) -> bool:
        """Nothing is on its way any more. What is held waits for a person."""
        return not self.waiting and not self.later and not self.paused

    @property
    def all(self) -> int:
        return self.sent + self.waiting + self.later + self.paused + self.held + sum(self.lost.values())

    def counts(self) -> dict[str, Any]:
        """What has changed when this has changed."""
        return {
            "sent": self.sent, "waiting": self.waiting, "later": self.later, "held": self.held, "lost": dict(self.lost),
            **({"paused": self.paused} if self.paused else {}),
        }  # fmt: skip

    def to_json(self) -> dict[str, Any]:
        return {**self.counts(), "rate": round(self.rate, 2)}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Fates:
        return cls(**{name: stored[name] for name in cls.__dataclass_fields__ if name in stored})
