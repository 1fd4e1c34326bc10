"""Handlers listen: one module a conversation. Every module with a `router` is found by name.

`ORDER` of a module (default 50) says who is asked first: commands before conversations, the fallback last.
"""

from __future__ import annotations

import importlib
import pkgutil

from aiogram import Router


def routers() -> list[Router]:
    """A fresh look through this folder, in the order in which routers are asked."""
    found = []
    for info in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"handlers.{info.name}")
        router = getattr(module, "router", None)
        if isinstance(router, Router):
            found.append((getattr(module, "ORDER", 50), info.name, router))
    return [router for _, _, router in sorted(found, key=lambda entry: entry[:2])]
