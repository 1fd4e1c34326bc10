"""What `load` and `invite` do beside a running bot: open the database, do one thing, close it."""

from __future__ import annotations

import asyncio
import json
import urllib.error
import urllib.request
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlparse

import typer

from bot.actions.enrol import invite
from bot.actions.inspect_evidence import read_evidence
from bot.actions.inspect_evidence import verify as verify_evidence
from bot.actions.load_tables import Loaded, load_sheet
from bot.clock import Clock
from bot.rules.area_link import full_names, link_of
from bot.rules.places import Area, Places
from bot.rules.public_bots import for_village
from bot.said_plainly import Stop
from bot.settings import LOOPBACK, Settings
from bot.table_files import read_sheets
from storage import areas
from storage.database import Database
from storage.evidence_store import EvidenceStore

BUILT_IN = Path(__file__).parent / "report_types" / "areas"
ASK_SECONDS = 5.0


@asynccontextmanager
async def open_database(settings: Settings) -> AsyncIterator[Database]:
    """The database, brought up to date first unless AUTO_MIGRATE is off."""
    if settings.auto_migrate:
        from storage.migrate import upgrade

        await asyncio.to_thread(upgrade, settings.database_url)
    database = Database(settings.database_url)
    try:
        yield database
    finally:
        await database.close()


async def load_files(settings: Settings, files: list[str]) -> int:
    """Load and report; the exit code: 1 when any line is at fault."""
    clock, faulty = Clock(), False
    async with open_database(settings) as database:
        for file in files:
            for sheet in read_sheets(_path(file)):
                loaded = await load_sheet(database, sheet, clock.now(), settings.default_language)
                _tell(loaded)
                faulty = faulty or bool(loaded.faults)
    return 1 if faulty else 0


def _path(file: str) -> Path:
    built_in = BUILT_IN / f"{file}.csv"
    return built_in if built_in.is_file() and not Path(file).exists() else Path(file)


def _tell(loaded: Loaded) -> None:
    for fault in loaded.faults:
        typer.echo(f"✘ {fault}", err=True)
    mark = "✘" if loaded.faults else "✔"
    faults = f", {len(loaded.faults)} faults (these lines were left out)" if loaded.faults else ""
    typer.echo(
        f"{mark} {loaded.name}: {loaded.kind or 'not recognised'}: "
        f"{loaded.new} new, {loaded.changed} changed, {loaded.same} as they were{faults}"
    )


async def look_at_evidence(settings: Settings, verify: bool) -> int:
    """Tell the numbers; with `verify` hash every file. The exit code: 1 when a stored file is not what it was."""
    store = EvidenceStore(settings.evidence_folder)
    async with open_database(settings) as database:
        async with database.transaction() as tx:
            counts = await read_evidence(tx)
        for state, count in sorted(counts.items()):
            typer.echo(f"{state}: {count.files} files" + (f", {count.size} bytes" if state == "kept" else ""))
        if not verify:
            return 0
        number, faults = await verify_evidence(database, store)
    for fault in faults:
        typer.echo(f"✘ {store.path(fault.sha256)}: {fault.what}", err=True)
    typer.echo(f"{'✘' if faults else '✔'} {number} files looked at in {store.folder}, {len(faults)} not whole")
    return 1 if faults else 0


async def invite_link(
    settings: Settings, role: str, area: str, rank: str | None, valid: timedelta, uses: int,
    function: str | None = None,
) -> str:  # fmt: skip
    """The link, or its payload and how to make a link of it where Telegram cannot be asked."""
    async with open_database(settings) as database, database.transaction() as tx:
        place = which_area(Places(await areas.all_places(tx)), area)
        word = await invite(tx, role, place.code, rank, valid, uses, Clock().now(), None, function)
    username = await asyncio.to_thread(_username, settings, settings.bot_token)
    if username:
        return f"https://t.me/{username}?start={word}"
    how = f"https://t.me/<the bot's username>?start={word}"
    return f"{word}\nTelegram could not be asked for the bot's name; the link is {how}"


async def area_poster(settings: Settings, area: str, out: str) -> str:
    """Write the poster of an area as a PDF; where. Stop: Telegram cannot be asked for the bot's name."""
    from bot.documents.poster import poster

    async with open_database(settings) as database, database.transaction() as tx:
        places = Places(await areas.all_places(tx))
    place = which_area(places, area)
    tokens = settings.tokens_of_public_bots if settings.poster_bots == "public" else {}
    token = tokens.get(for_village(place.code, list(tokens)), settings.bot_token)
    username = await asyncio.to_thread(_username, settings, token)
    if not username:
        raise Stop("Telegram could not be asked for the bot's name: look at BOT_TOKEN and the network, and try again.")
    file, link = Path(out or f"poster-{place.code}.pdf"), link_of(username, place.code)
    page = await asyncio.to_thread(poster, link, full_names(place, places))
    await asyncio.to_thread(file.write_bytes, page)
    return f"✔ {file}: {place.name}, {link}"


def which_area(places: Places, said: str) -> Area:
    """The one area of this code or name. Stop when there is none, or several."""
    found = places.get(said)
    if found:
        return found
    if not places.areas:
        raise Stop("No areas are loaded yet. First: python -m bot load zengcheng")
    candidates = places.find(said).candidates
    if len(candidates) == 1:
        return candidates[0]
    nearest = candidates or tuple(places.search(said, 3))
    names = ", ".join(f"{area.code} {_whole_name(places, area)}" for area in nearest)
    why = "several areas are called so" if candidates else "no area is called so"
    raise Stop(
        f"--area {said}: {why}. " + (f"Say which by its code: {names}" if names else "Right: --area 440118105230")
    )


def _whole_name(places: Places, area: Area) -> str:
    town = places.get(area.town) if area.town != area.code else None
    return f"{town.name if town else ''}{area.name}"


def _username(settings: Settings, token: str) -> str | None:
    if not token:
        return None
    url = f"{settings.telegram_api_url}/bot{token}/getMe"
    # a proxy of the environment cannot reach this machine's own practice room
    near = urlparse(url).hostname in LOOPBACK
    opener = urllib.request.build_opener(*([urllib.request.ProxyHandler({})] if near else []))
    try:
        with opener.open(url, timeout=ASK_SECONDS) as answer:
            return str(json.load(answer)["result"]["username"])
    except (OSError, urllib.error.URLError, ValueError, KeyError):
        return None
