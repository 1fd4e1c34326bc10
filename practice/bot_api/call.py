"""One call of a bot: who calls, which method, and its parameters, read as strictly as Telegram reads them."""

import inspect
import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import telegram

from practice.errors import Json, bad_request
from practice.world import Bot, WorldState

WHOLE = re.compile(r"-?\d+")
TRUE_WORDS = frozenset({"true", "yes", "1", "t", "y"})
# Conveniences of python-telegram-bot's methods that never travel to Telegram.
OWN_WORDS = frozenset(
    {"self", "api_kwargs", "read_timeout", "write_timeout", "connect_timeout", "pool_timeout", "filename"}
)
NOT_SENT = {
    "sendmediagroup": {"caption", "parse_mode", "caption_entities"},
    "sendcontact": {"contact"},
    "sendlocation": {"location"},
    "sendvenue": {"venue"},
}
# Published after the library's version of the Bot API.
NEWER = {"editmessagetext": {"rich_message"}, "sendpoll": {"correct_option_id"}}


@dataclass(slots=True)
class Upload:
    name: str
    content: bytes
    mime: str


class Params:
    """The parameters of a call; values are strings from a query or a form, and anything from a JSON body."""

    __slots__ = ("files", "values")

    def __init__(self, values: Json, files: dict[str, Upload] | None = None) -> None:
        self.values = values
        self.files = files or {}

    def has(self, name: str) -> bool:
        return self.values.get(name) not in (None, "")

    def text(self, name: str) -> str:
        value = self.values.get(name)
        if isinstance(value, str):
            return value
        if value is None:
            return ""
        if isinstance(value, bool):
            return "true" if value else "false"
        return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else str(value)

    def whole(self, name: str, default: int = 0) -> int:
        """As Telegram reads integers: leading digits count, anything else is 0."""
        value = self.values.get(name)
        if value is None or value == "":
            return default
        if isinstance(value, int):
            return int(value)
        match = WHOLE.match(str(value).strip())
        return int(match[0]) if match else 0

    def number(self, name: str, refusal: str) -> float:
        try:
            return float(self.text(name))
        except ValueError as error:
            raise bad_request(refusal) from error

    def flag(self, name: str, default: bool = False) -> bool:
        value = self.values.get(name)
        if value is None or value == "":
            return default
        return value if isinstance(value, bool) else str(value).lower() in TRUE_WORDS

    def parsed(self, name: str, refusal: str) -> Any:
        """An object or array, from JSON text or as it came in a JSON body; None when absent."""
        value = self.values.get(name)
        if isinstance(value, str):
            if not value:
                return None
            try:
                return json.loads(value)
            except ValueError as error:
                raise bad_request(refusal) from error
        return value

    def required(self, name: str) -> str:
        value = self.text(name)
        if not value:
            raise bad_request(f'parameter "{name}" is required')
        return value


@dataclass(slots=True)
class Call:
    world: WorldState
    bot: Bot
    method: "Method"
    params: Params


Run = Callable[[Call], Any]


@dataclass(slots=True)
class Method:
    name: str
    run: Run
    is_async: bool
    known: frozenset[str]

    async def answer(self, call: Call) -> Any:
        result = self.run(call)
        return await result if self.is_async else result


METHODS: dict[str, Method] = {}


def _known_parameters(name: str) -> frozenset[str]:
    """What python-telegram-bot would send: a parameter outside this list is a slip of the bot under practice."""
    snake = re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower()
    function = getattr(telegram.Bot, snake, None)
    listed = set(inspect.signature(function).parameters) if function else set()
    lower = name.lower()
    return frozenset((listed - OWN_WORDS - NOT_SENT.get(lower, set())) | NEWER.get(lower, set()))


def method(name: str) -> Callable[[Run], Run]:
    """Registers a function as the Bot API method `name`; names are matched whatever their case."""

    def register(function: Run) -> Run:
        is_async = inspect.iscoroutinefunction(function)
        METHODS[name.lower()] = Method(name, function, is_async, _known_parameters(name))
        return function

    return register


Result = Awaitable[Any] | Any
