"""The import of the bot, in under two seconds instead of five: a bot that was killed is soon back.

aiogram makes pydantic's validator for each of its 330 types while it is imported; the bot uses a few dozen. Here each
is left to pydantic, which makes it when it is first used: that is what `defer_build`, set by aiogram itself, is for.
"""

from __future__ import annotations

import contextlib
import gc
import sys
from collections.abc import Iterator

from pydantic import BaseModel


def import_app() -> None:
    """Import `bot.app`. The collector rests meanwhile, and never again looks through what was imported."""
    gc.disable()
    try:
        if "aiogram" not in sys.modules:
            _import_aiogram()
        import bot.app  # noqa: F401
    finally:
        gc.freeze()
        gc.enable()


def _import_aiogram() -> None:
    with _nothing_is_built():
        from aiogram import types
    from aiogram.client.default import Default

    # A validator finds the types it is made of by name, in the module of its class. aiogram imports most of them for
    # type checkers only, and hands all names to each type in the loop that was passed over: here the modules get them.
    names = {name: getattr(types, name) for name in types.__all__} | {"Default": Default}
    for path, module in list(sys.modules.items()):
        if path.startswith(("aiogram.types.", "aiogram.methods.")):
            for name, value in names.items():
                vars(module).setdefault(name, value)
    # What every update and every answer is made of is not left to the first person who writes.
    types.Message.model_rebuild()
    types.Update.model_rebuild()


@contextlib.contextmanager
def _nothing_is_built() -> Iterator[None]:
    building = BaseModel.__dict__["model_rebuild"]
    BaseModel.model_rebuild = classmethod(lambda cls, **_how: None)  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        BaseModel.model_rebuild = building  # type: ignore[method-assign]
