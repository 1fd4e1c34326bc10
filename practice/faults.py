"""Breaks the next calls on purpose: errors, hanging, dropped connections, and answers lost after the work was done."""

from dataclasses import dataclass

from practice.errors import Json, NotPossible, Refused

KINDS = ("500", "502", "hang", "hang_after", "drop", "drop_after", "429", "403", "400")
DEFAULT_WORDS = {
    "500": "Internal Server Error",
    "502": "Bad Gateway",
    "403": "Forbidden: bot was blocked by the user",
    "400": "Bad Request: chat not found",
}
AFTER = ("hang_after", "drop_after")
"""The call is carried out; its answer is what gets lost."""
HANG_SECONDS = 3600.0


@dataclass(slots=True)
class Fault:
    method: str
    kind: str
    times: int
    chat_id: int | None = None
    retry_after: int = 5
    description: str = ""
    seconds: float = HANG_SECONDS

    def matches(self, method: str, chat_id: object) -> bool:
        if self.method not in ("*", method):
            return False
        return self.chat_id is None or str(chat_id) == str(self.chat_id)

    def refusal(self) -> Refused:
        if self.kind == "429":
            words = self.description or f"Too Many Requests: retry after {self.retry_after}"
            return Refused(429, words, {"retry_after": self.retry_after})
        return Refused(int(self.kind), self.description or DEFAULT_WORDS[self.kind])

    def json(self) -> Json:
        return {name: getattr(self, name) for name in self.__slots__}


class Faults:
    def __init__(self) -> None:
        self.active: list[Fault] = []

    def add(self, body: Json) -> Fault:
        kind, times = str(body.get("kind", "")), body.get("times", 1)
        if kind not in KINDS:
            raise NotPossible(f"kind must be one of {', '.join(KINDS)}")
        if not isinstance(times, int) or times < 1:
            raise NotPossible("times must be a positive number")
        fault = Fault(
            method=str(body.get("method", "*")).lower(),
            kind=kind,
            times=times,
            chat_id=None if body.get("chat_id") is None else int(body["chat_id"]),
            retry_after=int(body.get("retry_after") or 5),
            description=str(body.get("description") or ""),
            seconds=float(body.get("seconds") or HANG_SECONDS),
        )
        self.active.append(fault)
        return fault

    def take(self, method: str, chat_id: object) -> Fault | None:
        """The fault that hits this call, oldest first; it is used up by one."""
        for fault in self.active:
            if fault.matches(method, chat_id):
                fault.times -= 1
                if not fault.times:
                    self.active.remove(fault)
                return fault
        return None

    def clear(self) -> None:
        self.active.clear()
