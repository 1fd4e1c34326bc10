"""The Bot API's methods, a module a subject; importing this package fills the registry."""

from practice.bot_api import about, chats, copying, editing, listening, media, sending, taps, topics
from practice.bot_api.call import METHODS, Call, Method, Params

__all__ = [
    "METHODS",
    "Call",
    "Method",
    "Params",
    "about",
    "chats",
    "copying",
    "editing",
    "listening",
    "media",
    "sending",
    "taps",
    "topics",
]
