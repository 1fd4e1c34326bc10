"""Who is on duty gets a card in private too, aloud, by their own choice of priorities."""

from __future__ import annotations

LEVELS = ("P0", "P1", "P2", "P3")


def chosen(copies: str | None, usual: str) -> tuple[str, ...]:
    """The priorities a person wants; `copies` None: as is usual here ("P0,P1")."""
    wanted = {part.strip() for part in (usual if copies is None else copies).split(",")}
    return tuple(level for level in LEVELS if level in wanted)


def switched(copies: str | None, usual: str, level: str) -> str:
    """The choice with one priority turned on or off."""
    before = chosen(copies, usual)
    after = [each for each in LEVELS if (each in before) != (each == level)]
    return ",".join(after)
