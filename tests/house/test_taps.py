"""Two buttons of different kinds are never taken for each other."""

from collections import Counter

from aiogram.filters.callback_data import CallbackData

from bot.wording import taps


def test_every_tap_has_a_prefix_of_its_own() -> None:
    kinds = [each for each in vars(taps).values() if isinstance(each, type) and issubclass(each, CallbackData)]
    prefixes = Counter(kind.__prefix__ for kind in kinds if kind is not CallbackData)
    assert [prefix for prefix, times in prefixes.items() if times > 1] == []
