"""Looks that are taken at start and by `doctor`: fail at noon, not at 3 a.m."""

WRONG_TOKEN = "Telegram does not know BOT_TOKEN. Copy it once more from @BotFather; it looks like 123456789:AAE…"
