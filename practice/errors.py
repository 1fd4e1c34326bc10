"""The two ways this Telegram says no: to a bot (`Refused`, in the Bot API's shape) and to a phone (`NotPossible`)."""

from typing import Any

Json = dict[str, Any]


class Refused(Exception):
    """An answer with `ok: false`, worded as Telegram words it: bots sort errors by these words."""

    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def answer(self) -> Json:
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


class NotPossible(Exception):
    """A person tried what their phone would not let them do; worded for whoever reads the failed test."""

    def __init__(self, sentence: str, status: int = 400) -> None:
        super().__init__(sentence)
        self.status = status


def bad_request(words: str, **parameters: Any) -> Refused:
    return Refused(400, f"Bad Request: {words}", parameters or None)


def forbidden(words: str) -> Refused:
    return Refused(403, f"Forbidden: {words}")


def too_many_requests(seconds: int) -> Refused:
    return Refused(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})
