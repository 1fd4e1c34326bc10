"""The command line: run · practice · migrate · load · invite · poster · doctor · evidence · understand.

Every command imports what it needs when it is called: `--help`, `migrate`, `load` and `invite` start without aiogram
and work without a token. What goes wrong is one sentence with a right example, and exit code 2.
"""

from __future__ import annotations

import asyncio
import json
import sys
from datetime import timedelta
from enum import StrEnum
from typing import Annotated

import typer

from bot.said_plainly import said_plainly, settings_or_sentence

app = typer.Typer(
    name="python -m bot",
    help="Qianshao (前哨): the village information officer's line to the duty room, over Telegram.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


class Part(StrEnum):
    listen = "listen"
    tick = "tick"
    send = "send"


@app.command()
def run(
    only: Annotated[Part | None, typer.Option(help="one part in this process; PostgreSQL only")] = None,
) -> None:
    """Run the bot until SIGTERM or Ctrl-C."""
    with said_plainly():
        from bot.said_plainly import Stop, check_token

        settings = settings_or_sentence()
        check_token(settings)
        if only and settings.database_url.startswith("sqlite"):
            raise Stop("--only needs PostgreSQL: on SQLite one process does everything. Leave --only out.")
        from bot.logs import set_up_logs

        set_up_logs(settings.log_level)
        from bot.quick_start import import_app

        import_app()
        from bot.app import PARTS, App

        async def whole_run() -> None:
            await App(settings, (only.value,) if only else PARTS).run()

        asyncio.run(whole_run())


@app.command()
def practice(
    empty: Annotated[bool, typer.Option("--empty", help="only the bot and an administrator")] = False,
    port: Annotated[int, typer.Option(help="0 takes a free one")] = 8900,
    keep: Annotated[bool, typer.Option("--keep", help="keep the database of the last time")] = False,
) -> None:
    """A Telegram on this machine, a sample town and the real bot: open the address in a browser."""
    with said_plainly():
        from bot.practice_room import rehearse

        raise typer.Exit(asyncio.run(rehearse(port, empty=empty, keep=keep)))


@app.command()
def migrate() -> None:
    """Bring the database up to date."""
    with said_plainly():
        from storage.migrate import current, head, upgrade

        url = settings_or_sentence().database_url
        before = current(url)
        upgrade(url)
        typer.echo(f"✔ {before or 'empty'} → {head()}" if before != head() else f"✔ {before}: up to date")


@app.command()
def load(
    files: Annotated[list[str], typer.Argument(help="CSV or XLSX files, or the name of a built-in area table")],
) -> None:
    """Load areas, people, posts, groups, subscriptions. Loading twice changes nothing."""
    with said_plainly():
        from bot.command_line import load_files

        raise typer.Exit(asyncio.run(load_files(settings_or_sentence(), files)))


@app.command()
def invite(
    role: Annotated[str, typer.Option(help="officer, head, duty, leader, approver, admin, department or expert")],
    area: Annotated[str, typer.Option(help="a code (440118105230) or a name (派潭镇高滩村)")],
    post: Annotated[str | None, typer.Option(help="A or B, for officers")] = None,
    function: Annotated[str | None, typer.Option(help="water or 水务: a department's, or an expert's")] = None,
    days: Annotated[int, typer.Option(min=1, max=365, help="how long the link can be used")] = 7,
    uses: Annotated[int, typer.Option(min=1, max=1000, help="by how many people")] = 1,
) -> None:
    """Make a deep link that gives a role in an area."""
    with said_plainly():
        from bot.command_line import invite_link

        link = invite_link(
            settings_or_sentence(), role, area, post.upper() if post else None, timedelta(days=days), uses, function
        )
        typer.echo(asyncio.run(link))


@app.command()
def poster(
    area: Annotated[str, typer.Option(help="a code (440118105230) or a name (派潭镇高滩村)")],
    out: Annotated[str, typer.Option(help="the file; poster-CODE.pdf where nothing is said")] = "",
) -> None:
    """Make an area's A4 poster in three languages, with the QR code that subscribes to its alerts."""
    with said_plainly():
        from bot.command_line import area_poster

        typer.echo(asyncio.run(area_poster(settings_or_sentence(), area, out)))


@app.command()
def doctor() -> None:
    """Look at everything that could fail at 3 a.m., and say what to do about it."""
    with said_plainly():
        from bot.startup_checks import examine

        findings = asyncio.run(examine(settings_or_sentence()))
        for finding in findings:
            typer.echo(finding.line())
        raise typer.Exit(1 if any(finding.ok is False for finding in findings) else 0)


@app.command()
def evidence(
    verify: Annotated[bool, typer.Option("--verify", help="hash every stored file anew")] = False,
) -> None:
    """How much evidence is stored, waits or is lost; --verify says whether the stored bytes are still the same."""
    with said_plainly():
        from bot.command_line import look_at_evidence

        raise typer.Exit(asyncio.run(look_at_evidence(settings_or_sentence(), verify=verify)))


@app.command()
def understand(
    texts: Annotated[list[str] | None, typer.Argument(help="what the officer wrote, message by message")] = None,
    sender_area: Annotated[str, typer.Option(help="the sender's village: a code")] = "",
    lang: Annotated[str, typer.Option(help="zh-Hans, zh-Hant or en")] = "zh-Hans",
    sent_at: Annotated[list[str] | None, typer.Option(help="ISO 8601 with offset, one before each TEXT")] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="read conversations from standard input, one a line")] = False,
) -> None:
    """Read messages as the bot would, and print the fields. Needs no token, database or network."""
    with said_plainly():
        from bot import understand as reader

        if jsonl:
            for line in reader.understand_lines(sys.stdin):
                typer.echo(line)
            return
        from bot.said_plainly import paired

        read = reader.understand(sender_area, lang, paired(sent_at or [], texts or []))
        typer.echo(json.dumps(read, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    app()
