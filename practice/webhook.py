"""The courier that carries a bot's updates to its webhook: secret token, order within a chat, retries with backoff."""

import asyncio
import json
from http import HTTPStatus

from aiohttp import ClientError, ClientSession, ClientTimeout

from practice.background import Background
from practice.updates import Update, Webhook
from practice.world import Bot, WorldState

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
# Telegram waits a minute for the bot's answer.
ANSWER_SECONDS = 60
LONGEST_PAUSE = 60.0


class Courier:
    """One a bot; idle while the bot has no webhook."""

    def __init__(self, world: WorldState, bot: Bot, background: Background, first_pause: float) -> None:
        self._world = world
        self._bot = bot
        self._background = background
        self._first_pause = first_pause
        self._pause = first_pause
        # By lane (a chat): what is on its way. One at a time, so that a chat is told in order.
        self._in_flight: dict[int, Update] = {}
        self._session: ClientSession | None = None

    async def run(self) -> None:
        queue = self._bot.updates
        try:
            while not queue.closed:
                queue.bell.clear()
                webhook = queue.webhook
                if webhook is not None:
                    self._hand_out(webhook)
                await queue.bell.wait()
        finally:
            if self._session is not None:
                await self._session.close()

    def _hand_out(self, webhook: Webhook) -> None:
        for update in self._bot.updates.waiting:
            if len(self._in_flight) >= webhook.max_connections:
                return
            if update.lane not in self._in_flight:
                self._in_flight[update.lane] = update
                self._background.start(self._carry(webhook, update))

    async def _carry(self, webhook: Webhook, update: Update) -> None:
        queue = self._bot.updates
        try:
            error = await self._post(webhook, update)
            if queue.webhook is not webhook:
                return
            if not error:
                self._pause = self._first_pause
                if update in queue.waiting:
                    queue.waiting.remove(update)
                return
            webhook.last_error_date = self._world.clock.now()
            webhook.last_error_message = error
            pause, self._pause = self._pause, min(self._pause * 2, LONGEST_PAUSE)
            await asyncio.sleep(pause)
        finally:
            del self._in_flight[update.lane]
            queue.bell.set()

    async def _post(self, webhook: Webhook, update: Update) -> str:
        """Empty when the bot took the update, otherwise the error as getWebhookInfo words it."""
        if self._session is None:
            self._session = ClientSession(timeout=ClientTimeout(total=ANSWER_SECONDS))
        headers = {"Content-Type": "application/json"}
        if webhook.secret_token:
            headers[SECRET_HEADER] = webhook.secret_token
        body = json.dumps(update.body, ensure_ascii=False).encode()
        try:
            async with self._session.post(webhook.url, data=body, headers=headers) as answer:
                await answer.read()
                if 200 <= answer.status < 300:
                    return ""
                return f"Wrong response from the webhook: {answer.status} {HTTPStatus(answer.status).phrase}"
        except TimeoutError:
            return "Read timeout expired"
        except ClientError:
            return "Connection refused"
