"""The kinds of message, as a table: who overtakes whom, and what happens when nobody knows whether one left.

`unsure` answers the question after a kill between sending and marking: `resend` repeats it (the case number in the text
shows that it is the same), `hold` keeps it, counts it and shows it to its sender, who may send the held ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class MessageKind:
    priority: int
    unsure: Literal["resend", "hold"]


MESSAGE_KINDS: dict[str, MessageKind] = {
    "escalation": MessageKind(0, "resend"),
    "acknowledgement": MessageKind(1, "resend"),
    "question": MessageKind(1, "resend"),
    "call": MessageKind(1, "resend"),
    "alarm": MessageKind(2, "resend"),
    "receipt": MessageKind(2, "resend"),
    "evidence": MessageKind(3, "resend"),
    "card": MessageKind(3, "resend"),
    "notice": MessageKind(4, "resend"),
    "reminder": MessageKind(6, "hold"),
    "broadcast": MessageKind(7, "hold"),
    "red_alert": MessageKind(8, "resend"),
    "alert": MessageKind(9, "hold"),
    "recording": MessageKind(10, "hold"),
}

# From this priority on a message is bulk: it leaves room in every second for the urgent ones.
BULK_FROM = 6
# Above every priority.
ALL = 100
