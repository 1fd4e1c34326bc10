"""The practice Telegram as one loopback server: the Bot API, the control door, the page of phones."""

from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from practice.background import Background
from practice.bot_door import BotDoor
from practice.control import ControlDoor
from practice.webhook import Courier
from practice.world import Bot, WorldState

PAGE = Path(__file__).parent / "page"
LARGEST_BODY = 60_000_000  # a 50 MB upload and its form
FIRST_RETRY_SECONDS = 1.0


@dataclass(slots=True)
class RunningServer:
    base_url: str
    world: WorldState
    _runner: web.AppRunner
    _background: Background

    async def stop(self) -> None:
        self.world.stopped.set()
        self.world.events.close()
        for bot in self.world.bots.values():
            bot.updates.close()
        await self._background.stop()
        await self._runner.cleanup()


async def page(request: web.Request) -> web.StreamResponse:
    name = request.match_info.get("name") or "index.html"
    file = PAGE / name
    if file.parent != PAGE or not file.is_file():
        raise web.HTTPNotFound(text="the page of phones is not here")
    return web.FileResponse(file, headers={"Cache-Control": "no-store"})


def make_app(world: WorldState, background: Background, webhook_retry_seconds: float) -> web.Application:
    def bot_added(bot: Bot) -> None:
        background.start(Courier(world, bot, background, webhook_retry_seconds).run())

    app = web.Application(client_max_size=LARGEST_BODY)
    door = BotDoor(world)
    app.router.add_route("*", "/bot{token:[^/]+}/{method}", door.handle)
    app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", door.download)
    app.router.add_get("/", page)
    app.router.add_get("/page/{name}", page)
    ControlDoor(world, bot_added).add_routes(app.router)
    return app


async def start_server(
    host: str = "127.0.0.1", port: int = 0, *, webhook_retry_seconds: float = FIRST_RETRY_SECONDS
) -> RunningServer:
    """Port 0 takes a free one; `base_url` says which. Start again with the same port after `stop`: an empty world."""
    world, background = WorldState(), Background()
    app = make_app(world, background, webhook_retry_seconds)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    site = web.TCPSite(runner, host, port, backlog=1024)
    await site.start()
    bound = runner.addresses[0][1]
    return RunningServer(f"http://{host}:{bound}", world, runner, background)
