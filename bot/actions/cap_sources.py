"""From which addresses a CAP message may be fetched: only those that the settings name."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import SplitResult, urlsplit


def may_fetch(url: str, sources: Iterable[str]) -> bool:
    """Same scheme, host and port as one on the list, and below its path. No user names, no way around by dots."""
    asked = _parts(url)
    if asked is None or asked.username is not None or asked.password is not None:
        return False
    if any(part in ("..", ".") for part in asked.path.replace("%2e", ".").replace("%2E", ".").split("/")):
        return False
    return any(_below(asked, allowed) for source in sources if (allowed := _parts(source)) is not None)


def _parts(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url.strip())
        _ = parts.port
    except ValueError:
        return None
    return parts if parts.scheme in ("https", "http") and parts.hostname and "\\" not in url else None


def _below(asked: SplitResult, allowed: SplitResult) -> bool:
    same = (asked.scheme, asked.hostname, asked.port) == (allowed.scheme, allowed.hostname, allowed.port)
    base = allowed.path if allowed.path.endswith("/") else f"{allowed.path}/"
    return same and (asked.path == allowed.path or asked.path.startswith(base))
