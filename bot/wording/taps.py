"""What a button carries: typed callback data, at most 64 bytes. A revision tells a stale button apart.

Everything here comes back from the outside and may be forged: handlers check the right and the state at the tap.
"""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

Number = Annotated[int, Field(ge=0, le=2**31 - 1)]
"""An id or revision as the database holds it; a forged one beyond is no tap of ours."""
TelegramId = Annotated[int, Field(ge=0, le=2**53)]


class MenuTap(CallbackData, prefix="m"):
    """A way from one screen to another: `to` is the screen's name."""

    to: str


class LanguageTap(CallbackData, prefix="l"):
    language: str
