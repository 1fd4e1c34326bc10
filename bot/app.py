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
from bot.delivery.clients import Client, make_clients
from bot.delivery.commands import publish_commands, publish_for_residents
from bot.delivery.evidence_download import EvidenceDownload
from bot.delivery.evidence_fetcher import EvidenceFetcher
from bot.delivery.outbox_sender import OutboxSender
from bot.delivery.step_poster import StepPoster
from bot.delivery.what_to_say import WhatToSay
from bot.rules.public_bots import MAIN
from bot.settings import Settings
from bot.web.server import WebServer
from bot.world import World, load_world
from handlers.public_door import PublicDoor
from handlers.replies import Replies
from handlers.who_speaks import WhoSpeaks
from storage import bots, people, revision
from storage.alone import Alone
from storage.bells import Bells
from storage.database import Database, Transaction
from storage.evidence_store import EvidenceStore
from storage.hurry import Hurry

log = structlog.get_logger(__name__)

PARTS = ("listen", "tick", "send")
DRAIN_SECONDS = 5.0
WRONG_TOKEN_PAUSE = 60.0


class App:
    """Everything of one process. `parts` are listen, tick, send: all of them, or one on PostgreSQL."""

    def __init__(self, settings: Settings, parts: tuple[str, ...] = PARTS) -> None:
        self.settings, self.parts = settings, parts
        self.clock = Clock()
        hurry = Hurry()
        self.clients = make_clients(settings, hurry)
        self.database = Database(settings.database_url, Bells(), frozenset(self.clients) - {MAIN}, hurry)
        self.bot, self.pace = self.clients[MAIN].bot, self.clients[MAIN].pace
        self._bots = {number: client.bot for number, client in self.clients.items()}
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
            for client in self.clients.values():
                stack.push_async_callback(client.bot.session.close)
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
        for kind in (intake.Intake, OutboxSender):
            ending = [(part, done) for part, done in self._drained if isinstance(part, kind)]
            for part, _ in ending:
                part.stop()
            if ending:
                await asyncio.wait([done for _, done in ending], timeout=DRAIN_SECONDS)

    async def _prepare(self) -> None:
        if self.settings.auto_migrate and not await asyncio.to_thread(revision.is_there, self.settings.database_url):
            from storage.migrate import upgrade

            await asyncio.to_thread(upgrade, self.settings.database_url)
        if self.settings.practice_clock_url:
            await begin_with_practice_clock(self.clock, self.settings.practice_clock_url)
        async with self.database.transaction() as tx:
            await people.set_administrators(tx, self.settings.bot_admins, self.settings.default_language)
            lost, found = await bots.adopt(tx, self.database.public_bots, self.clock.now())
            self.world = await load_world(tx, self.settings)
        if lost or found:
            log.warning("residents_of_public_bots", lost=lost, found=found)

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
            running += [self._drainable(self._sender(client)) for client in self.clients.values()]
            running += [self._fetch_evidence(), self._fetch_cap()]
            running += [self._post_steps()] if settings.step_hook_url else []
        if "tick" in self.parts:
            assert self.world is not None
            running.append(ticks.run(self.database, self.clock, self.world))
        running.append(WebServer(settings, self.database, self.clock, "listen" in self.parts).run())
        return running

    def _sender(self, client: Client) -> OutboxSender:
        what_to_say = WhatToSay(self.settings.zone, timedelta(seconds=self.settings.reminder_idle))
        lease = timedelta(seconds=self.settings.lease)
        return OutboxSender(
            self.database, self.clock, client.bot, client.pace, what_to_say, lease, self.store, client.number,
            self._bots,
        )  # fmt: skip

    async def _fetch_evidence(self) -> None:
        limit = self.settings.evidence_limit_mb
        decide = Fetching(self.database, self.clock.now, self.clock.real_now, limit)
        download = EvidenceDownload(self.bot, self.store, largest(limit), self._bots)
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
        main, *public = self.clients.values()
        await _until_it_works("greeting", partial(self._greet, main))
        looks = startup_checks.warn_at_start(self.database, self.settings, self.clock.now())
        await asyncio.gather(self._hear(main), looks, *(self._hear_public(client) for client in public))

    async def _hear(self, client: Client) -> None:
        listening = asyncio.Event().wait() if self.settings.webhook_url else self._poll(client)
        await asyncio.gather(listening, self._publish(client))

    async def _hear_public(self, client: Client) -> None:
        """A public bot that Telegram does not know keeps nobody from being heard by the others."""
        while True:
            try:
                await _until_it_works(f"greeting_{client.number}", partial(self._greet, client))
                await self._hear(client)
            except startup_checks.CannotStart:
                log.error("public_bot_unknown", bot=client.number, remedy="PUBLIC_BOTS: copy its token once more")
                await asyncio.sleep(WRONG_TOKEN_PAUSE)

    async def _publish(self, client: Client) -> None:
        """The commands in people's menus. Without them everything still works, so nothing waits for them."""
        for pause in (5, 30, 300):
            try:
                if client.number == MAIN:
                    async with self.database.transaction() as tx:
                        leaders = await people.telegrams_of(tx, "leader")
                    await publish_commands(client.bot, self.settings.bot_admins, leaders)
                else:
                    await publish_for_residents(client.bot)
                return
            except AiogramError as error:
                log.warning("commands_not_published", bot=client.number, error=str(error)[:200])
                await asyncio.sleep(pause)

    async def _poll(self, client: Client) -> None:
        with contextlib.suppress(AiogramError):  # while a webhook stands, polling hears 409 and says so
            await client.bot.delete_webhook()
        try:
            url = self.settings.telegram_api_url
            await intake.poll(self.database, self.clock, url, client.token, client.number)
        except intake.WrongToken:
            raise startup_checks.CannotStart(startup_checks.WRONG_TOKEN) from None

    async def _greet(self, client: Client) -> None:
        settings = self.settings
        try:
            me = await client.bot.me()
        except TelegramUnauthorizedError:
            raise startup_checks.CannotStart(startup_checks.WRONG_TOKEN) from None
        if settings.webhook_url:
            await client.bot.set_webhook(
                f"{settings.webhook_url}{client.webhook_path}", secret_token=settings.webhook_secret,
                allowed_updates=intake.ALLOWED_UPDATES,
            )  # fmt: skip
        assert self.world is not None
        self.world.usernames[client.number] = me.username or ""
        log.info("listening", bot=client.number, username=me.username, webhook=bool(settings.webhook_url))

    @property
    def answers_somebody(self) -> bool:
        """Whether an update is in hand at this moment; whoever watches a bot waits for it to come to rest."""
        return any(isinstance(part, intake.Intake) and part.at_work for part, _ in self._drained)

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

    async def _handle(self, update: Mapping[str, Any], tx: Transaction, bot_id: int) -> Callable[[], Awaitable[None]]:
        replies, bot = Replies(), self.clients.get(bot_id, self.clients[MAIN]).bot
        tx.heard = (intake.lane_of(update), bot_id if bot_id in self.clients else MAIN)
        await self.dispatcher.feed_update(
            bot, Update.model_validate(update, context={"bot": bot}),
            tx=tx, now=self.clock.now(), replies=replies, world=self.world,
        )  # fmt: skip
        return lambda: replies.flush(bot)

    async def _set_aside(self, update: Mapping[str, Any], tx: Transaction, reference: str) -> None:
        await tell_of_set_aside(tx, update, reference, self.clock.now(), self.settings.default_language)


@cache
def make_dispatcher() -> Dispatcher:
    """All handlers, in the order of their routers, once a process; what differs between apps comes with each update.

    aiogram's own conversation state is off: ours is part of the transaction.
    """
    dispatcher = Dispatcher(disable_fsm=True)
    who_speaks, door = WhoSpeaks(), PublicDoor()
    for observer in (
        dispatcher.message,
        dispatcher.edited_message,
        dispatcher.callback_query,
        dispatcher.my_chat_member,
    ):
        observer.outer_middleware(who_speaks)
        observer.middleware(door)
    for router in handlers.routers():
        for name, observer in router.observers.items():  # one list: to be asked router by router cost 85 calls a report
            dispatcher.observers[name].handlers.extend(observer.handlers)
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
