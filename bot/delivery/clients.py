"""The bots of this process: the duty bot, and the public bots that share the residents. Each has a pace of its own."""

from __future__ import annotations

from dataclasses import dataclass

from aiogram import Bot

from bot.delivery.pace import Limits, Pace
from bot.delivery.telegram_client import make_bot
from bot.rules.public_bots import MAIN
from bot.settings import Settings
from storage.hurry import Hurry


@dataclass(frozen=True)
class Client:
    """`number` is 0 for the duty bot. Telegram's limits are a bot's, so that each has its own pace."""

    number: int
    token: str
    bot: Bot
    pace: Pace

    @property
    def webhook_path(self) -> str:
        return f"/webhook/{self.number}" if self.number else "/webhook"


def make_clients(settings: Settings, hurry: Hurry) -> dict[int, Client]:
    """By number, the duty bot first. They keep still together while somebody is answered or called."""
    tokens = {MAIN: settings.bot_token, **settings.tokens_of_public_bots}
    return {number: _make(number, token, settings, hurry) for number, token in tokens.items()}


def _make(number: int, token: str, settings: Settings, hurry: Hurry) -> Client:
    limits = Limits(
        settings.messages_per_second, settings.messages_per_second_in_chat, settings.messages_per_minute_in_group
    )
    pace = Pace(limits, hurry=hurry)
    return Client(number, token, make_bot(token, settings.telegram_api_url, pace), pace)
