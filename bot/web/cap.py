"""`/cap/<number>.xml` and `/cap/feed.xml`: public alerts for other machines, with ETag and Last-Modified.

A message never changes once it is published. The feed is made anew at most once in a few seconds, however many ask.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from email.utils import format_datetime
from zoneinfo import ZoneInfo

from aiohttp import web

import locales
from bot.actions import cap_feed
from bot.clock import Clock
from bot.documents import atom, cap_words, cap_xml
from bot.rules import cap_message
from bot.settings import Settings
from storage.database import Database

FEED_SECONDS = 5
MESSAGE_AGE, FEED_AGE = 3600, 30
BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)


class CapPages:
    """The two pages of one process."""

    def __init__(self, settings: Settings, database: Database, clock: Clock) -> None:
        self._settings, self._database, self._clock = settings, database, clock
        self._feed: tuple[datetime, str, bytes, datetime] | None = None

    def add_to(self, app: web.Application) -> None:
        app.router.add_get("/cap/feed.xml", self._show_feed)
        app.router.add_get(r"/cap/{number:\d{1,9}}.xml", self._show_message)

    async def _show_message(self, request: web.Request) -> web.StreamResponse:
        found = await cap_feed.one(self._database, int(request.match_info["number"]))
        if found is None or found.view.published_at is None:
            return web.Response(status=404, text="no such alert")
        settings = self._settings
        message = cap_words.cap_of(found.view, found.before, found.city, settings.cap_sender, settings.zone)
        return _answer(request, cap_xml.write(message), found.view.published_at, "application/cap+xml", MESSAGE_AGE)

    async def _show_feed(self, request: web.Request) -> web.StreamResponse:
        now, base = self._clock.real_now(), self._settings.webhook_url or str(request.url.origin())
        if self._feed is None or self._feed[1] != base or (now - self._feed[0]).total_seconds() >= FEED_SECONDS:
            body, updated = await self._made(base)
            self._feed = (now, base, body, updated)
        return _answer(request, self._feed[2], self._feed[3], "application/atom+xml", FEED_AGE)

    async def _made(self, base: str) -> tuple[bytes, datetime]:
        zone: ZoneInfo = self._settings.zone
        found = await cap_feed.newest(self._database, self._clock.now())
        entries = [
            atom.Entry(
                cap_message.identifier(each.city, each.view.alert_id), cap_words.headline(each.view, "zh-Hans"),
                each.view.texts.get("zh-Hans", "")[:500], (each.view.published_at or BEGINNING).astimezone(zone),
                f"{base}/cap/{each.view.alert_id}.xml",
            )
            for each in found
        ]  # fmt: skip
        updated = max((entry.updated for entry in entries), default=BEGINNING)
        title = locales.say(self._settings.default_language, "cap-feed-title", {})
        sender = self._settings.cap_sender
        return atom.feed(title, f"urn:qianshao:{sender}", f"{base}/cap/feed.xml", sender, updated, entries), updated


def _answer(request: web.Request, body: bytes, changed: datetime, kind: str, age: int) -> web.StreamResponse:
    """The body, or 304 to whoever has it already."""
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    changed = changed.astimezone(UTC).replace(microsecond=0)
    headers = {
        "ETag": tag, "Last-Modified": format_datetime(changed, usegmt=True), "Cache-Control": f"public, max-age={age}",
    }  # fmt: skip
    wanted = request.headers.get("If-None-Match")
    since = request.if_modified_since
    known = wanted is not None and (wanted.strip() == "*" or tag in wanted)
    if known or (wanted is None and since is not None and changed <= since):
        return web.Response(status=304, headers=headers)
    return web.Response(body=body, headers=headers | {"Content-Type": f"{kind}; charset=utf-8"})
