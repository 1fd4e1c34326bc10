"""A numbered list that forgets its oldest entries: calls and events are read by "what came after number n"."""

from typing import Generic, TypeVar

T = TypeVar("T")


class Ring(Generic[T]):
    def __init__(self, kept: int) -> None:
        self._kept = kept
        self._items: list[T] = []
        self._first = 1

    @property
    def last(self) -> int:
        return self._first + len(self._items) - 1

    def add(self, item: T) -> int:
        """Returns the entry's number; numbers start at 1 and are never used twice."""
        self._items.append(item)
        # Trimming in large steps keeps adding cheap; a reader sees at most `kept` entries either way.
        if len(self._items) >= 2 * self._kept:
            del self._items[: self._kept]
            self._first += self._kept
        return self.last

    def after(self, number: int) -> list[tuple[int, T]]:
        start = max(number + 1, self._first, self.last - self._kept + 1)
        return list(enumerate(self._items[start - self._first :], start))

    def clear(self) -> None:
        self._first = self.last + 1
        self._items.clear()
