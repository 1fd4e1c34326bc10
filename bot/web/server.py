"""The one port of the bot: the webhook, `/healthz` and `/metrics`.

An update that comes by webhook is committed to the inbox before Telegram hears 200; when the database is away it hears
503 and brings the update again (it keeps them for 24 hours).
"""

from __future__ import annotations

import asyncio
import hmac
import json
from typing import Any

import structlog
from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from bot.clock import Clock
from bot.inbox import received
from bot.settings import Settings
from bot.web.cap import CapPages
from bot.web.health import health, refresh_gauges
from storage import inbox
from storage.database import Database

log = structlog.get_logger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
# Telegram's own updates stay far below this; a larger body is somebody else's.
LARGEST_BODY = 2**20
DATABASE_SECONDS = 20.0


class CannotListen(Exception):
    """The port is taken or not ours; the text names the settings."""


class WebServer:
    """`webhook`: whether this process takes updates; health and metrics are there in every one."""

    def __init__(self, settings: Settings, database: Database, clock: Clock, webhook: bool) -> None:
        self._settings, self._database, self._clock = settings, database, clock
        self._webhook = webhook and bool(settings.webhook_url)
        self.port = 0

    async def run(self) -> None:
        """Serve until cancelled. CannotListen when the port is taken."""
        runner = web.AppRunner(self._app(), access_log=None, shutdown_timeout=2.0)
        await runner.setup()
        host, port = self._settings.listen_host, self._settings.listen_port
        try:
            await self._open(runner, host, port)
            self.port = runner.addresses[0][1]
            log.info("web_server", host=host, port=self.port, webhook=self._webhook)
            await asyncio.Event().wait()
        finally:
            await runner.cleanup()

    async def _open(self, runner: web.AppRunner, host: str, port: int) -> None:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as fault:
            raise CannotListen(
                f"LISTEN_HOST={host} LISTEN_PORT={port} cannot be listened on ({fault.strerror}). "
                "Stop the program that holds the port, or choose another: LISTEN_PORT=8081 (0 picks a free one)"
            ) from None

    def _app(self) -> web.Application:
        app = web.Application(client_max_size=LARGEST_BODY)
        app.router.add_get("/healthz", self._healthz)
        app.router.add_get("/metrics", self._metrics)
        CapPages(self._settings, self._database, self._clock).add_to(app)
        if self._webhook:
            app.router.add_post("/webhook", self._receive)
            app.router.add_post("/webhook/{bot:[0-9]{1,18}}", self._receive)
        return app

    async def _receive(self, request: web.Request) -> web.Response:
        shown = request.headers.get(SECRET_HEADER, "").encode()
        if not hmac.compare_digest(shown, self._settings.webhook_secret.encode()):
            return web.Response(status=401, text="wrong secret")
        bot_id = int(request.match_info.get("bot", 0))
        if "bot" in request.match_info and bot_id not in self._settings.tokens_of_public_bots:
            return web.Response(status=404, text="no such bot")
        try:
            update = received(_object(await request.read()), bot_id)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return web.Response(status=400, text="not an update")
        try:
            async with asyncio.timeout(DATABASE_SECONDS), self._database.transaction() as tx:
                await inbox.store(tx, [update], self._clock.real_now())
        except Exception as error:
            log.warning("webhook_not_stored", update_id=update.update_id, error=type(error).__name__)
            return web.Response(status=503, text="again, please")
        return web.Response(text="ok")

    async def _healthz(self, _request: web.Request) -> web.Response:
        report = await health(self._database, self._clock.real_now())
        return web.json_response(report, status=200 if report["ok"] else 503)

    async def _metrics(self, _request: web.Request) -> web.Response:
        await refresh_gauges(self._database)
        return web.Response(body=generate_latest(), headers={"Content-Type": CONTENT_TYPE_LATEST})


def _object(body: bytes) -> dict[str, Any]:
    update = json.loads(body)
    if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
        raise ValueError("not an update")
    return update
