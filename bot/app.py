"""The joinery: puts the parts together and runs them. The one file that may import everything and start tasks."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from datetime import timedelta
from functools import cache, partial
from typing import Any

import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import AiogramError, TelegramUnauthorizedError
from aiogram.types import Update

import handlers
from bot import inbox as intake
from bot import startup_checks, ticks
from bot.actions.cap_imports import Importing
from bot.actions.cap_sources import may_fetch
from bot.actions.evidence import Fetching, largest
from bot.actions.set_aside import tell_of_set_aside
from bot.actions.step_hooks import Hooks
from bot.clock import Clock, begin_with_practice_clock, follow_practice_clock
from bot.delivery.cap_fetcher import CapFetcher
from bot.delivery.commands import publish_commands
from bot.delivery.evidence_download import EvidenceDownload
from bot.delivery.evidence_fetcher import EvidenceFetcher
from bot.delivery.outbox_sender import OutboxSender
from bot.delivery.pace import Limits, Pace
from bot.delivery.step_poster import StepPoster
from bot.delivery.telegram_client import make_bot
from bot.delivery.what_to_say import WhatToSay
from bot.settings import Settings
from bot.web.server import WebServer
from bot.world import World, load_world
from handlers.replies import Replies
from handlers.who_speaks import WhoSpeaks
from storage import people, revision
from storage.alone import Alone
from storage.bells import Bells
from storage.database import Database, Transaction
from storage.evidence_store import EvidenceStore

log = structlog.get_logger(__name__)

PARTS = ("listen", "tick", "send")
DRAIN_SECONDS = 5.0


class App:
    """Everything of one process. `parts` are listen, tick, send: all of them, or one on PostgreSQL."""

    def __init__(self, settings: Settings, parts: tuple[str, ...] = PARTS) -> None:
        self.settings, self.parts = settings, parts
        self.clock = Clock()
        self.database = Database(settings.database_url, Bells())
        self.pace = Pace(
            Limits(
                settings.messages_per_second,
                settings.messages_per_second_in_chat,
                settings.messages_per_minute_in_group,
            )
        )
        self.bot = make_bot(settings.bot_token, settings.telegram_api_url, self.pace)
        self.store = EvidenceStore(settings.evidence_folder)
        self.dispatcher = make_dispatcher()
        self.world: World | None = None
        self.stopped = asyncio.Event()
        self._drained: list[tuple[intake.Intake | OutboxSender, asyncio.Task[Any]]] = []

    async def run(self) -> None:
        """Run until SIGTERM, SIGINT or `stopped`; what is in hand is finished, and what is not comes back at the
        next start."""
        async with Alone(self.database, self.parts), contextlib.AsyncExitStack() as stack:
            stack.push_async_callback(self.database.close)
            stack.push_async_callback(self.bot.session.close)
            await self._prepare()
            _on_signals(self.stopped.set)
            running = [asyncio.create_task(part) for part in self._running_parts()]
            waiting = asyncio.create_task(self.stopped.wait())
            try:
                done, _ = await asyncio.wait([waiting, *running], return_when=asyncio.FIRST_COMPLETED)
                if self.stopped.is_set():
                    await self._finish_what_is_in_hand()
            finally:
                for task in [waiting, *running]:
                    task.cancel()
                await asyncio.gather(waiting, *running, return_exceptions=True)
            for task in done - {waiting}:
                task.result()  # a part that ended by itself ended with an error: say so

    async def _finish_what_is_in_hand(self) -> None:
        """First the updates, then what they wrote: each at most a few seconds."""
        log.info("stopping")
        for part, done in self._drained:
            part.stop()
            await asyncio.wait([done], timeout=DRAIN_SECONDS)

    async def _prepare(self) -> None:
        if self.settings.auto_migrate and not await asyncio.to_thread(revision.is_there, self.settings.database_url):
            from storage.migrate import upgrade

            await asyncio.to_thread(upgrade, self.settings.database_url)
        if self.settings.practice_clock_url:
            await begin_with_practice_clock(self.clock, self.settings.practice_clock_url)
        async with self.database.transaction() as tx:
            await people.set_administrators(tx, self.settings.bot_admins, self.settings.default_language)
            self.world = await load_world(tx, self.settings)

    def _running_parts(self) -> list[Coroutine[Any, Any, None]]:
        settings = self.settings
        running: list[Coroutine[Any, Any, None]] = []
        if settings.practice_clock_url:
            running.append(follow_practice_clock(self.clock, settings.practice_clock_url, self._clock_moved))
        if "listen" in self.parts:
            handling = intake.Intake(
                self.database, self.clock, self._handle, self._set_aside,
                attempts=settings.inbox_attempts, workers=settings.workers,
            )  # fmt: skip
            running += [self._listen(), self._drainable(handling)]
        if "send" in self.parts:
            what_to_say = WhatToSay(settings.zone, timedelta(seconds=settings.reminder_idle))
            lease = timedelta(seconds=settings.lease)
            sender = OutboxSender(self.database, self.clock, self.bot, self.pace, what_to_say, lease, self.store)
            running += [self._drainable(sender), self._fetch_evidence(), self._fetch_cap()]
            running += [self._post_steps()] if settings.step_hook_url else []
        if "tick" in self.parts:
            assert self.world is not None
            running.append(ticks.run(self.database, self.clock, self.world))
        running.append(WebServer(settings, self.database, self.clock, "listen" in self.parts).run())
        return running

    async def _fetch_evidence(self) -> None:
        limit = self.settings.evidence_limit_mb
        decide = Fetching(self.database, self.clock.now, self.clock.real_now, limit)
        download = EvidenceDownload(self.bot, self.store, largest(limit))
        await EvidenceFetcher(self.database.bells, self.store, download, decide.claim, decide.settle).run()

    async def _fetch_cap(self) -> None:
        assert self.world is not None
        importing = Importing(self.database, self.clock.now)
        allowed = partial(may_fetch, sources=self.settings.cap_sources)
        await CapFetcher(self.database.bells, self.bot, self.world.places, allowed, importing).run()

    async def _post_steps(self) -> None:
        settings, clock = self.settings, self.clock
        hooks = Hooks(self.database, clock.now, clock.real_now)
        url, secret, bells = settings.step_hook_url, settings.step_hook_secret, self.database.bells
        await StepPoster(bells, url, secret, hooks, lambda: clock.real_now().timestamp()).run()

    def _clock_moved(self) -> None:
        for bell in ("ticks", "outbox", "bulk", "evidence", "cap", "hooks"):
            self.database.bells.ring(bell)

    async def _listen(self) -> None:
        """Tell Telegram how we listen, publish the commands, and poll where there is no webhook."""
        settings = self.settings
        await _until_it_works("greeting", self._greet)
        looks = startup_checks.warn_at_start(self.database, settings, self.clock.now())
        listening = asyncio.Event().wait() if settings.webhook_url else self._poll()
        await asyncio.gather(listening, looks, self._publish())

    async def _publish(self) -> None:
        """The commands in people's menus. Without them everything still works, so nothing waits for them."""
        for pause in (5, 30, 300):
            try:
                await publish_commands(self.bot, self.settings.bot_admins)
                return
            except AiogramError as error:
                log.warning("commands_not_published", error=str(error)[:200])
                await asyncio.sleep(pause)

    async def _poll(self) -> None:
        settings = self.settings
        with contextlib.suppress(AiogramError):  # while a webhook stands, polling hears 409 and says so
            await self.bot.delete_webhook()
        try:
            await intake.poll(self.database, self.clock, settings.telegram_api_url, settings.bot_token)
        except intake.WrongToken:
            raise startup_checks.CannotStart(startup_checks.WRONG_TOKEN) from None

    async def _greet(self) -> None:
        settings = self.settings
        try:
            me = await self.bot.me()
        except TelegramUnauthorizedError:
            raise startup_checks.CannotStart(startup_checks.WRONG_TOKEN) from None
        if settings.webhook_url:
            await self.bot.set_webhook(
                f"{settings.webhook_url}/webhook", secret_token=settings.webhook_secret,
                allowed_updates=intake.ALLOWED_UPDATES,
            )  # fmt: skip
        log.info("listening", username=me.username, webhook=bool(settings.webhook_url))

    async def _drainable(self, part: intake.Intake | OutboxSender) -> None:
        """Run a part that can be stopped gently."""
        task = asyncio.create_task(part.run())
        self._drained.append((part, task))
        try:
            await asyncio.wait([task])
        finally:
            task.cancel()
        task.result()
        await asyncio.Event().wait()  # ended gently: the others are not torn down for it

    async def _handle(self, update: Mapping[str, Any], tx: Transaction) -> Callable[[], Awaitable[None]]:
        replies = Replies()
        await self.dispatcher.feed_update(
            self.bot, Update.model_validate(update, context={"bot": self.bot}),
            tx=tx, now=self.clock.now(), replies=replies, world=self.world,
        )  # fmt: skip
        return lambda: replies.flush(self.bot)

    async def _set_aside(self, update: Mapping[str, Any], tx: Transaction, reference: str) -> None:
        await tell_of_set_aside(tx, update, reference, self.clock.now(), self.settings.default_language)


@cache
def make_dispatcher() -> Dispatcher:
    """All handlers, once a process (a router has one parent); what differs between apps comes with each update.

    aiogram's own conversation state is off: ours is part of the transaction.
    """
    dispatcher = Dispatcher(disable_fsm=True)
    who_speaks = WhoSpeaks()
    for observer in (
        dispatcher.message,
        dispatcher.edited_message,
        dispatcher.callback_query,
        dispatcher.my_chat_member,
    ):
        observer.outer_middleware(who_speaks)
    dispatcher.include_routers(*handlers.routers())
    return dispatcher


async def _until_it_works(what: str, attempt: Callable[[], Awaitable[None]]) -> None:
    pause = 1.0
    while True:
        try:
            return await attempt()
        except AiogramError as error:
            log.warning(f"{what}_failed", error=str(error)[:200])
        await asyncio.sleep(pause)
        pause = min(pause * 2, 30)


def _on_signals(stop: Callable[[], None]) -> None:
    loop = asyncio.get_running_loop()
    for signal_number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(signal_number, stop)


__all__ = ["PARTS", "App", "Bot", "make_dispatcher"]
