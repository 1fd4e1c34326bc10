"""Who and what the storage tests speak of."""

from datetime import UTC, datetime, timedelta

from bot.rules.message import Message, Recipient
from storage.inbox import Received

NIGHT = datetime(2026, 6, 10, 22, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
LEASE = timedelta(seconds=60)
XIULAN, JIANGUO = 700000101, 700000201
TOWN_GROUP = -1007000000105


def update(number: int, chat: int = XIULAN) -> Received:
    return Received(number, chat, f'{{"update_id": {number}, "message": {{}}}}')


def message(kind: str, chat: int = XIULAN, **more: object) -> Message:
    return Message(kind, Recipient(chat, "zh-Hans"), "receipt", **more)  # type: ignore[arg-type]
