"""The Bot API over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`, in every encoding Telegram takes."""

import asyncio
import contextlib
import json
import re
from typing import Any

from aiohttp import BodyPartReader, web

from practice.bot_api import METHODS, Call, Params
from practice.bot_api.call import Method, Upload
from practice.clock import monotonic
from practice.errors import Json, Refused, bad_request
from practice.faults import AFTER, Fault
from practice.world import Bot, WorldState

# Shown in the list of calls, not the bytes of a file.
FILE_MARK = "<file {}>"
ESCAPED_RUN = re.compile(rb"(?:%[0-9A-Fa-f]{2})+")


def _unescape(match: re.Match[bytes]) -> bytes:
    return bytes.fromhex(match[0].replace(b"%", b"").decode())


def read_form(body: bytes) -> Json:
    """application/x-www-form-urlencoded. Runs of escapes are decoded whole: Chinese text is nothing but escapes, and
    the standard library, which goes escape by escape, would take most of the time of a send."""
    values: Json = {}
    for pair in body.replace(b"+", b" ").split(b"&"):
        if pair:
            name, _, value = pair.partition(b"=")
            values[_plain(name)] = _plain(value)
    return values


def _plain(part: bytes) -> str:
    return (ESCAPED_RUN.sub(_unescape, part) if b"%" in part else part).decode("utf-8", "replace")


def json_response(body: Any, status: int = 200) -> web.Response:
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return web.Response(body=text.encode("utf-8", "surrogatepass"), status=status, content_type="application/json")


async def read_params(request: web.Request) -> Params:
    values: Json = read_form(request.rel_url.raw_query_string.encode())
    if not request.can_read_body:
        return Params(values)
    kind = request.content_type
    if kind == "multipart/form-data":
        return await read_multipart(request, values)
    body = await request.read()
    if kind == "application/json":
        try:
            posted = json.loads(body or b"{}")
        except ValueError as error:
            raise bad_request("can't parse JSON object") from error
        if not isinstance(posted, dict):
            raise bad_request("can't parse JSON object")
        values.update(posted)
    else:
        values.update(read_form(body))
    return Params(values)


async def read_multipart(request: web.Request, values: Json) -> Params:
    files: dict[str, Upload] = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        content = bytes(await part.read(decode=True))
        if part.filename is None:
            values[part.name] = content.decode("utf-8", "replace")
        else:
            files[part.name] = Upload(part.filename, content, part.headers.get("Content-Type", ""))
    return Params(values, files)


class BotDoor:
    def __init__(self, world: WorldState) -> None:
        self._world = world

    async def handle(self, request: web.Request) -> web.StreamResponse:
        token, name = request.match_info["token"], request.match_info["method"]
        try:
            params = await read_params(request)
        except Refused as refused:
            return json_response(refused.answer(), refused.code)
        return await self._checked(request, token, name, params)

    async def _checked(self, request: web.Request, token: str, name: str, params: Params) -> web.StreamResponse:
        entry = self._noted(token, name, params)
        method = METHODS.get(name.lower())
        fault = None
        if self._world.faults.active:
            fault = self._world.faults.take(name.lower(), params.values.get("chat_id"))
        try:
            if fault is not None and fault.kind not in AFTER:
                await self._break(request, fault)
            bot = self._world.bots_by_token.get(token)
            if bot is None:
                raise Refused(401, "Unauthorized")
            if method is None:
                raise Refused(404, "Not Found: method not found")
            unknown = [key for key in params.values if key not in method.known]
            if unknown:
                entry["unknown_params"] = unknown
            result = await self._run(bot, method, params)
        except Refused as refused:
            entry["ok"], entry["error_code"] = False, refused.code
            entry["description"] = refused.description
            return json_response(refused.answer(), refused.code)
        entry["ok"] = True
        if fault is not None:
            if fault.kind == "hang_after":
                await self._hang(fault)
            drop(request)
        return json_response({"ok": True, "result": result})

    async def _run(self, bot: Bot, method: Method, params: Params) -> Any:
        try:
            return await method.answer(Call(self._world, bot, method, params))
        except (TypeError, ValueError, AttributeError, KeyError) as error:
            # A parameter of a shape nobody expected: the bot's slip, not a crash of Telegram.
            raise bad_request(f"can't parse parameters ({error})") from error

    def _noted(self, token: str, name: str, params: Params) -> Json:
        shown = params.values
        if params.files:
            shown = {**shown, **{key: FILE_MARK.format(len(file.content)) for key, file in params.files.items()}}
        entry: Json = {"at": monotonic(), "token": token, "method": name, "params": shown, "ok": None}
        self._world.calls.add(entry)
        return entry

    async def _break(self, request: web.Request, fault: Fault) -> None:
        if fault.kind == "hang":
            await self._hang(fault)
        if fault.kind in ("hang", "drop"):
            drop(request)
            raise Refused(500, "Internal Server Error")
        raise fault.refusal()

    async def _hang(self, fault: Fault) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(fault.seconds):
                await self._world.stopped.wait()

    async def download(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] not in self._world.bots_by_token:
            return json_response(Refused(401, "Unauthorized").answer(), 401)
        stored = self._world.files.by_path(request.match_info["path"])
        if stored is None:
            return json_response(Refused(404, "Not Found").answer(), 404)
        return web.Response(body=stored.read(), content_type="application/octet-stream")


def drop(request: web.Request) -> None:
    """Cuts the connection: whatever is answered after this reaches nobody."""
    transport = request.transport
    if transport is not None:
        transport.abort()
