"""Telegram's paid broadcasts: up to 1,000 messages a second, for 0.1 Stars each from the bot's balance.

An administrator's choice, alert by alert, with its price shown; it is offered where the free way takes long.
"""

from __future__ import annotations

PER_SECOND = 1000
MESSAGES_PER_STAR = 10
WORTH_IT_FROM_SECONDS = 60


def price(messages: int) -> int:
    """Stars at most, rounded up (Telegram leaves the first 30 of every second free)."""
    return -(-messages // MESSAGES_PER_STAR)


def is_offered(seconds: int) -> bool:
    """Whether the free way takes long enough to be asked about."""
    return seconds > WORTH_IT_FROM_SECONDS


def seconds(messages: int) -> int:
    return -(-messages // PER_SECOND)
