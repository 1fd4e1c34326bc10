"""Getting a file's bytes: from Telegram, from a Bot API server of one's own, and what can go wrong on the way."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.delivery.evidence_download import EvidenceDownload
from bot.delivery.pace import Limits, Pace
from bot.delivery.telegram_client import make_bot
from bot.rules.evidence_fetching import Kept, Missed, Wanted
from storage.evidence_store import EvidenceStore

TOKEN = "4200001:a-token-that-no-log-may-show"
BODY = bytes(range(256)) * 4000
LARGEST = 2_000_000


@contextlib.asynccontextmanager
async def a_download(answers: Mapping[str, Any], folder: Path) -> AsyncIterator[EvidenceDownload]:
    """`answers`: by file id, what getFile says: a `file_path` and `file_size`, or an error (code, description)."""

    async def get_file(request: web.Request) -> web.Response:
        said = answers[(await request.post())["file_id"]]  # type: ignore[index]
        if isinstance(said, tuple):
            return web.json_response({"ok": False, "error_code": said[0], "description": said[1]}, status=said[0])
        return web.json_response({"ok": True, "result": {"file_id": "x", "file_unique_id": "y", **said}})

    async def content(request: web.Request) -> web.Response:
        if request.match_info["path"] == "gone.jpg":
            return web.json_response({"ok": False, "error_code": 404, "description": "Not Found"}, status=404)
        return web.Response(body=BODY)

    app = web.Application()
    app.router.add_post(f"/bot{TOKEN}/getFile", get_file)
    app.router.add_get(f"/file/bot{TOKEN}/{{path:.*}}", content)
    async with TestServer(app) as server:
        bot = make_bot(TOKEN, str(server.make_url("")).rstrip("/"), Pace(Limits()))
        try:
            yield EvidenceDownload(bot, EvidenceStore(folder), LARGEST)
        finally:
            await bot.session.close()


async def test_bytes_come_from_telegram_or_from_the_disk_of_a_server_of_ones_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    local = tmp_path / "server" / "file_7.jpg"
    local.parent.mkdir()
    local.write_bytes(BODY)
    answers = {
        "telegram": {"file_path": "photos/file_1.jpg", "file_size": len(BODY)},
        "own server": {"file_path": str(local), "file_size": len(BODY)},
        "says no size": {"file_path": "photos/file_1.jpg"},
        "cut short": {"file_path": "photos/file_1.jpg", "file_size": len(BODY) + 1},
        "address gone": {"file_path": "gone.jpg"},
        "elsewhere": {"file_path": str(tmp_path / "not there.jpg")},
        "larger than it may be": {"file_path": "photos/file_1.jpg", "file_size": LARGEST + 1},
        "too big": (400, "Bad Request: file is too big"),
        "dead": (400, "Bad Request: wrong file_id or the file is temporarily unavailable"),
        "busy": (429, "Too Many Requests: retry after 5"),
        "broken": (502, "Bad Gateway"),
    }
    whole = Kept(hashlib.sha256(BODY).hexdigest(), len(BODY))
    ends = {
        "telegram": whole, "own server": whole, "says no size": whole, "cut short": Missed("cut_short"),
        "address gone": Missed("telegram_away"), "elsewhere": Missed("not_readable"),
        "larger than it may be": Missed("too_big"), "too big": Missed("too_big"), "dead": Missed("refused"),
        "busy": Missed("telegram_away"), "broken": Missed("telegram_away"),
    }  # fmt: skip
    folder = tmp_path / "evidence"
    async with a_download(answers, folder) as download:
        for name, end in ends.items():
            assert (name, await download.fetch(Wanted(1, name))) == (name, end)
        assert await download.fetch(Wanted(1, "never asked", LARGEST + 1)) == Missed("too_big")
        (folder / "incoming").rmdir()
        (folder / "incoming").write_text("somebody put a file here")
        assert await download.fetch(Wanted(1, "telegram")) == Missed("disk_fault")
        (folder / "incoming").unlink()
    assert [path.name for path in folder.rglob("*") if path.is_file()] == [whole.sha256]
    said = capsys.readouterr()
    ours = [record.getMessage() for record in caplog.records if record.name != "aiohttp.access"]  # the server's own
    assert TOKEN not in said.out + said.err + "".join(ours)


async def test_a_telegram_that_cannot_be_reached_is_away(tmp_path: Path) -> None:
    bot = make_bot(TOKEN, "http://127.0.0.1:1", Pace(Limits()))
    try:
        download = EvidenceDownload(bot, EvidenceStore(tmp_path), LARGEST)
        assert await download.fetch(Wanted(1, "any")) == Missed("telegram_away")
    finally:
        await bot.session.close()
