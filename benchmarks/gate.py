"""What the quick Telegram refuses when it is asked to: more than so many a second, the blocked, and what goes wrong."""

from __future__ import annotations

from collections import Counter, deque

EVERY_BLOCKED, EVERY_BROKEN = 50, 100  # 2 % and 1 %
STORM_RETRY = 2


class Gate:
    """`free` and `paid`: how many in any second (0: no limit). A refused call counts for nothing, as with Telegram.

    `faulty`: every 50th chat has blocked the bot, every 100th call fails with 502, and the calls `storm` to
    `storm` + 200 meet 429.
    """

    def __init__(self, free: int = 0, paid: int = 0, faulty: bool = False, storm: int = 0) -> None:
        self.faulty, self.storm = faulty, storm
        self._limits = {False: free, True: paid}
        self._sent: dict[bool, deque[float]] = {False: deque(), True: deque()}
        self._calls = 0
        self.refused: Counter[str] = Counter()

    def refusal(self, chat_id: int, paid: bool, now: float) -> tuple[int, str] | None:
        """The status and the body of a refusal; None for a call that passes."""
        self._calls += 1
        if self.faulty and chat_id > 0 and (found := self._fault(chat_id)):
            return found
        limit, sent = self._limits[paid], self._sent[paid]
        while sent and sent[0] <= now - 1:
            sent.popleft()
        if limit and len(sent) >= limit:
            return self._refuse("429", 429, "Too Many Requests: retry after 1", ',"parameters":{"retry_after":1}')
        sent.append(now)
        return None

    def _fault(self, chat_id: int) -> tuple[int, str] | None:
        if chat_id % EVERY_BLOCKED == 0:
            return self._refuse("blocked", 403, "Forbidden: bot was blocked by the user")
        if self.storm and self.storm <= self._calls < self.storm + 200:
            more = f',"parameters":{{"retry_after":{STORM_RETRY}}}'
            return self._refuse("storm", 429, f"Too Many Requests: retry after {STORM_RETRY}", more)
        if self._calls % EVERY_BROKEN == 0:
            return self._refuse("broken", 502, "Bad Gateway")
        return None

    def _refuse(self, word: str, status: int, description: str, more: str = "") -> tuple[int, str]:
        self.refused[word] += 1
        return status, f'{{"ok":false,"error_code":{status},"description":"{description}"{more}}}'
