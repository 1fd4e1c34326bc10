"""Two buttons of different kinds are never taken for each other."""

from collections import Counter
from importlib import import_module
from pkgutil import iter_modules

from aiogram.filters.callback_data import CallbackData

from bot import wording


def test_every_tap_has_a_prefix_of_its_own() -> None:
    for module in iter_modules(wording.__path__):
        import_module(f"bot.wording.{module.name}")
    prefixes = Counter(kind.__prefix__ for kind in CallbackData.__subclasses__())
    assert len(prefixes) > 40
    assert [prefix for prefix, times in prefixes.items() if times > 1] == []
