"""Who is speaking: the person behind an update, with the posts they hold and what they are in the middle of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class HeldPost:
    """A role in an area. `rank` is A or B for an officer's post, `function` what a department's people are called for.

    Names as the area's row has them, in both scripts.
    """

    role: str
    area: str
    area_name: str
    rank: str | None = None
    area_name_hant: str = ""
    function: str | None = None

    @property
    def area_names(self) -> tuple[str, str]:
        return self.area_name, self.area_name_hant or self.area_name


@dataclass(frozen=True)
class Talk:
    """The state of a conversation: `topic` names the handler that listens, `data` is that handler's own.

    `due_at` is when it acts by itself (an emergency left idle is sent).
    """

    topic: str | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    revision: int = 0
    updated_at: datetime | None = None
    due_at: datetime | None = None


@dataclass(frozen=True)
class Speaker:
    """`person_id` is empty for somebody we have never written down; `admin` comes from BOT_ADMINS or a post.

    `message_id` is the message they have just sent or edited; None for a tap. `bot_id` is the public bot that they
    speak to; 0 is the duty bot.
    """

    telegram_id: int
    name: str
    language: str
    chat_id: int
    private: bool
    person_id: int | None = None
    phone: str | None = None
    username: str | None = None
    posts: tuple[HeldPost, ...] = ()
    admin: bool = False
    talk: Talk = Talk()
    message_id: int | None = None
    bot_id: int = 0

    def post(self, role: str) -> HeldPost | None:
        """The first post of this role, or None."""
        return next((post for post in self.posts if post.role == role), None)

    @property
    def officer(self) -> HeldPost | None:
        return self.post("officer")
