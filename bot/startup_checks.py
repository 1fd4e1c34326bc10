"""Looks that are taken at start and by `doctor`: fail at noon, not at 3 a.m.

Each look is a line: ✔ fine, ✘ wrong (with what to do), – not looked at (with why).
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from bot.actions.inspect import Roster, Work, read_chain, read_roster, read_work
from bot.actions.inspect_duty import Duty, read_duty
from bot.actions.inspect_evidence import read_evidence
from bot.clock import Clock
from bot.rules.evidence_fetching import MEGABYTE
from bot.rules.message_kinds import BULK_FROM
from bot.settings import Settings
from bot.words_complete import gaps
from storage import bots, revision
from storage.database import Database
from storage.evidence_files import Count

log = structlog.get_logger(__name__)

PUBLIC_TOKEN = "PUBLIC_BOTS: copy its token once more from @BotFather"
WRONG_TOKEN = "Telegram does not know BOT_TOKEN. Copy it once more from @BotFather; it looks like 123456789:AAE…"
# Longer than any pause that is part of the work (a retry, a lease).
STANDS_STILL = timedelta(seconds=90)
EVIDENCE_WAITS = timedelta(minutes=30)
WEBHOOK_WAITING = 100
SHOWN = 5


class CannotStart(Exception):
    """The bot stops by itself; the text is for the person at the terminal."""


@dataclass(frozen=True)
class Finding:
    """`ok` None: not looked at. `remedy` is what to do about a ✘."""

    ok: bool | None
    what: str
    remedy: str = ""

    def line(self) -> str:
        mark = {True: "✔", False: "✘", None: "–"}[self.ok]
        return f"{mark} {self.what}" + (f"\n    → {self.remedy}" if self.remedy and self.ok is False else "")


async def examine(settings: Settings) -> list[Finding]:
    """Everything `doctor` looks at. Changes nothing and takes no lock, so it may run beside the bot."""
    revision = await asyncio.to_thread(_revision, settings.database_url)
    if not revision.ok:
        return [revision, Finding(None, "the rest needs an up-to-date database")]
    database, now = Database(settings.database_url), Clock().now()
    try:
        chain = await read_chain(database)
        async with database.transaction() as tx:
            roster, work = await read_roster(tx), await read_work(tx, now)
            duty = await read_duty(tx, now, settings.zone)
            evidence = look_at_evidence(await read_evidence(tx), now, settings)
            roster = replace(roster, administrators=max(roster.administrators, len(settings.bot_admins)))
            readers = await bots.bound(tx)
    finally:
        await database.close()
    findings = [revision, _chain(*chain), *look_at_roster(roster), *look_at_duty(duty, settings)]
    findings += [*look_at_work(work, now, settings), evidence]
    findings.append(_words())
    return findings + await _telegram(settings, roster) + await look_at_public_bots(settings, readers)


async def warn_at_start(database: Database, settings: Settings, now: datetime) -> None:
    """The cheap looks of every start: what is wrong is a warning in the log, never a reason not to listen."""
    try:
        async with database.transaction() as tx:
            roster, work = await read_roster(tx), await read_work(tx, now)
            duty = await read_duty(tx, now, settings.zone)
        words = await asyncio.to_thread(_words)
    except Exception as error:  # whoever cannot look has not seen a fault
        log.warning("startup_checks_failed", error=type(error).__name__)
        return
    looks = [*look_at_roster(roster), *look_at_duty(duty, settings), *look_at_work(work, now, settings), words]
    for finding in looks:
        if finding.ok is False:
            log.warning("startup_check", what=finding.what, remedy=finding.remedy)


def _revision(url: str) -> Finding:
    wanted = revision.head()
    if revision.is_there(url):
        return Finding(True, f"database revision {wanted}")
    from storage.migrate import current

    there = current(url)
    what = f"the database is at revision {there}, the program wants {wanted}" if there else "the database is empty"
    return Finding(False, what, "python -m bot migrate")


def _chain(first: int, lines: int, fault: object) -> Finding:
    if fault is None:
        since = f" (looked at from line {first} on)" if first > 1 else ""
        return Finding(True, f"case log: {lines} lines, the chain is whole{since}")
    what = f"case log: broken at line {getattr(fault, 'line_id', '?')}: {getattr(fault, 'what', fault)}"
    return Finding(False, what, "keep this database as evidence, and compare it with the last backup")


def _some(names: Sequence[str]) -> str:
    return "、".join(names[:SHOWN]) + (f" … ({len(names)})" if len(names) > SHOWN else "")


def _none_of(names: Sequence[str], fine: str, wrong: str, remedy: str) -> Finding:
    return Finding(False, f"{wrong}: {_some(names)}", remedy) if names else Finding(True, fine)


def look_at_roster(roster: Roster) -> list[Finding]:
    """Whether there is somebody to call, everywhere."""
    if not roster.villages:
        return [Finding(False, "no areas are loaded", "python -m bot load zengcheng (or your own areas.csv)")]
    return [look(roster) for look in ROSTER_LOOKS]


def _areas(roster: Roster) -> Finding:
    return Finding(True, f"areas: {roster.cities} city, {roster.towns} towns, {roster.villages} villages")


def _administrators(roster: Roster) -> Finding:
    if roster.administrators:
        return Finding(True, f"administrators: {roster.administrators}")
    return Finding(False, "no administrator: nobody hears alarms", "BOT_ADMINS=123456789 in .env")


def _groups(roster: Roster) -> Finding:
    return _none_of(
        roster.areas_without_group, f"duty groups: {len(roster.groups)}", "no duty group listens for",
        "add the bot to the group and send /bind there",
    )  # fmt: skip


def _lost(roster: Roster) -> Finding:
    names = [f"{title} ({reason})" for title, reason in roster.lost_groups]
    return _none_of(names, "no duty group is lost", "lost duty groups", "add the bot to the group again")


def _posts(rank: str) -> Callable[[Roster], Finding]:
    def look(roster: Roster) -> Finding:
        empty = roster.villages_without_a if rank == "A" else roster.villages_without_b
        names = [f"{town}{village}" for town, village in empty]
        return _none_of(
            names, f"every village has its {rank} post", f"{len(names)} villages without {rank} post",
            f"python -m bot load posts.csv, or: python -m bot invite --role officer --area … --post {rank}",
        )  # fmt: skip

    return look


def _leaders(roster: Roster) -> Finding:
    return _none_of(
        roster.areas_without_leader, "every town and the city have a leader", "no leader on duty in",
        "python -m bot invite --role leader --area …",
    )  # fmt: skip


def _approvers(roster: Roster) -> Finding:
    if roster.approvers > 1:
        return Finding(True, f"approvers and leaders: {roster.approvers}")
    return Finding(
        False, "fewer than two people may approve alerts (nobody approves their own)",
        "python -m bot invite --role approver --area …",
    )  # fmt: skip


def _unreachable(roster: Roster) -> Finding:
    names = [f"{name} ({reason})" for name, reason in roster.unreachable]
    fine = f"everybody in a post can be reached (residents who cannot: {roster.residents_unreachable})"
    return _none_of(names, fine, "cannot be reached", "ring them up: they open the bot and press Start")


def _never_opened(roster: Roster) -> Finding:
    return _none_of(
        roster.never_opened, "everybody in a post has opened the bot", "in a post, but never opened the bot",
        "send them an invitation: python -m bot invite …",
    )  # fmt: skip


TOPICS = "cases have no topics of their own in"
MANAGE_TOPICS = "make the bot an administrator of the group with the right to manage topics; cards come all the same"


def _topics(roster: Roster) -> Finding:
    return _none_of(roster.topics_refused, "no forum group has refused a topic", TOPICS, MANAGE_TOPICS)


def _experts(roster: Roster) -> Finding:
    return _none_of(
        roster.experts_unfit, f"experts: {roster.experts}", "experts without a field, or whom nobody can reach",
        "python -m bot load experts.csv; or they write their fields: /start",
    )  # fmt: skip


ROSTER_LOOKS: tuple[Callable[[Roster], Finding], ...] = (
    _areas, _administrators, _groups, _lost, _posts("A"), _posts("B"), _leaders, _approvers, _unreachable,
    _never_opened, _topics, _experts,
)  # fmt: skip


SEAT_WORDS = {"leader": "leader on duty", "main": "duty officer", "deputy": "deputy"}


def look_at_duty(duty: Duty, settings: Settings) -> list[Finding]:
    """Whether somebody sits at every desk that has a roster, in the next seven days."""
    holes = [
        f"{gap.area} {SEAT_WORDS[gap.seat]} from {gap.since.astimezone(settings.zone):%m-%d %H:%M}" for gap in duty.gaps
    ]
    return [
        Finding(None, f"no roster, the group as a whole is on duty: {_some(duty.without)}")
        if duty.without
        else Finding(True, f"duty rosters: {duty.planned}"),
        _none_of(
            holes, "no gap in the rosters of the next seven days", "nobody is planned", "/roster in the bot, or a table"
        ),
        _none_of(
            [f"{name} ({reason})" for name, reason in duty.silent], "everybody on a roster would hear a call",
            "on a roster, but would not hear a call", "ring them up: they open the bot and press Start; or swap them",
        ),
        _none_of(
            [f"{area}: {one} → {other}" for area, one, other in duty.waiting], "no handover waits",
            "handovers that nobody has accepted for hours", "a leader confirms it in the bot (已电话交接), or /roster",
        ),
        _none_of(
            [f"{role} {area}" for role, area in duty.expired], "no invitation to an empty post has expired",
            "invitations that expired unused, and nobody holds the post", "python -m bot invite --role … --area …",
        ),
    ]  # fmt: skip


def look_at_work(work: Work, now: datetime, settings: Settings) -> list[Finding]:
    """Whether what came in is handled and what must go out goes."""
    updates = [f"{update_id} ({fault})" for update_id, fault in work.set_aside]
    return [
        _none_of(updates, "no update is set aside", "updates set aside", "look for the reference in the log"),
        _age("inbox", work.inbox_waiting, work.inbox_oldest, now, "is the bot running? python -m bot run"),
        _outbox(work, now),
        _climbs(work, now, settings),
        _audit(work, settings),
        *_hooks(work, settings),
    ]


def _age(name: str, count: int, oldest: datetime | None, now: datetime, remedy: str) -> Finding:
    waits = now - oldest if oldest else timedelta()
    what = f"{name}: {count} waiting" + (f", the oldest for {int(waits.total_seconds())} s" if count else "")
    return Finding(waits < STANDS_STILL, what, remedy)


def _outbox(work: Work, now: datetime) -> Finding:
    urgent = [entry for priority, entry in work.outbox.items() if priority < BULK_FROM]
    count, oldest = sum(count for count, _ in urgent), min((since for _, since in urgent), default=None)
    bulk = sum(count for priority, (count, _) in work.outbox.items() if priority >= BULK_FROM)
    found = _age("outbox", count, oldest, now, "is the bot running, and can it reach Telegram?")
    return Finding(found.ok, f"{found.what} (and {bulk} in bulk)", found.remedy)


def _audit(work: Work, settings: Settings) -> Finding:
    if settings.practice_clock_url:
        return Finding(None, "the auditor of escalations goes by the practice clock")
    names = [f"{number} ({why})" for number, why in work.missed]
    return _none_of(names, "every open escalation advances as its policy says", "did not advance",
                    "is the bot running? see the log for tick_failed; call by telephone")  # fmt: skip


def _hooks(work: Work, settings: Settings) -> list[Finding]:
    if not settings.step_hook_url:
        return []
    what = f"second channel: {work.hooks_failed} posts were given up"
    return [Finding(not work.hooks_failed, what, "look at the gateway behind STEP_HOOK_URL")]


def _climbs(work: Work, now: datetime, settings: Settings) -> Finding:
    if settings.practice_clock_url:
        return Finding(None, f"open escalations: {work.open_climbs}; the practice clock says when they are due")
    late = now - work.next_step_at if work.next_step_at else timedelta()
    what = f"open escalations: {work.open_climbs}" + (f", overdue by {late}" if late > STANDS_STILL else "")
    return Finding(late <= STANDS_STILL, what, "is the bot running? --only tick, where it is split")


def look_at_evidence(files: Mapping[str, Count], now: datetime, settings: Settings) -> Finding:
    """Whether the bytes of evidence are fetched: waiting ones for how long, lost ones, and the folder."""
    folder = settings.evidence_folder
    nothing = Count(0, 0, None)
    kept, big, gone = (files.get(state, nothing) for state in ("kept", "big", "gone"))
    waiting = [files[state] for state in ("waiting", "fetching") if state in files]
    oldest = min((count.oldest for count in waiting if count.oldest), default=None)
    count = sum(count.files for count in waiting)
    age = f" (the oldest for {int((now - oldest).total_seconds())} s)" if oldest else ""
    what = (
        f"evidence: {kept.files} files kept ({kept.size / MEGABYTE:.1f} MB), {count} waiting{age}, "
        f"{gone.files} failed, {big.files} too large and with Telegram only"
    )
    if folder.exists() and not os.access(folder, os.W_OK | os.X_OK):
        return Finding(False, f"{what}; {folder} cannot be written", "EVIDENCE_DIR: the bot's user must own it")
    late = oldest is not None and now - oldest > EVIDENCE_WAITS
    return Finding(
        not late and not gone.files, what,
        "is the bot running, can it reach Telegram, is the disk full? Failed ones: ask the officer to send it again",
    )  # fmt: skip


def _words() -> Finding:
    return _none_of(gaps(), "words: three languages, whole", "words", "mend the .ftl files in locales/")


async def _telegram(settings: Settings, roster: Roster) -> list[Finding]:
    if not settings.bot_token:
        return [Finding(None, "Telegram is not asked: BOT_TOKEN is not set")]
    from aiogram.exceptions import TelegramAPIError, TelegramUnauthorizedError
    from aiogram.utils.token import TokenValidationError

    from bot.delivery.pace import Limits, Pace
    from bot.delivery.rights import closed_groups, hearing, without_topics
    from bot.delivery.telegram_client import make_bot

    try:
        bot = make_bot(settings.bot_token, settings.telegram_api_url, Pace(Limits()))
    except TokenValidationError:
        return [Finding(False, "Telegram: BOT_TOKEN is no token", WRONG_TOKEN)]
    try:
        heard = await hearing(bot)
        closed = [f"{title} ({reason})" for title, reason in await closed_groups(bot, roster.groups)]
        topicless = await without_topics(bot, roster.groups)
    except TelegramUnauthorizedError:
        return [Finding(False, "Telegram: wrong token", WRONG_TOKEN)]
    except TelegramAPIError as error:
        return [Finding(False, f"Telegram: {type(error).__name__}", f"TELEGRAM_API_URL={settings.telegram_api_url}")]
    finally:
        await bot.session.close()
    expected = f"{settings.webhook_url}/webhook" if settings.webhook_url else ""
    return [
        Finding(True, f"Telegram: @{heard.username}"),
        _none_of(
            closed, "the bot may write in every duty group", "the bot may not write in", "make it an administrator"
        ),
        _none_of(topicless, "topics may be made in every forum group", TOPICS, MANAGE_TOPICS),
        _hears(heard.webhook_url, expected, heard.waiting, heard.last_error),
    ]


def _hears(url: str, expected: str, waiting: int, last_error: str | None) -> Finding:
    what = f"{'webhook ' + url if url else 'polling'}: {waiting} updates waiting at Telegram"
    if url != expected:
        return Finding(False, f"{what}; the settings say {expected or 'polling'}", "start the bot: it tells Telegram")
    fine = waiting < WEBHOOK_WAITING and not (url and last_error and waiting)
    return Finding(
        fine, what + (f"; last error: {last_error}" if url and last_error else ""), "is WEBHOOK_URL reachable?"
    )


async def look_at_public_bots(settings: Settings, readers: Mapping[int, int]) -> list[Finding]:
    """Each public bot: known to Telegram, listening as the settings say, and how many residents it writes to."""
    tokens = settings.tokens_of_public_bots
    gone = [f"{number} ({count} residents)" for number, count in readers.items() if number and number not in tokens]
    looks = [
        _none_of(
            gone, "every resident's bot is there", "residents are bound to bots that are not in PUBLIC_BOTS",
            "put its token back; they hear nothing until they start another bot",
        )
    ] if gone or tokens else []  # fmt: skip
    if not settings.bot_token:
        return looks
    for number, token in tokens.items():
        looks.append(await _public_bot(settings, number, token, readers.get(number, 0)))
    return looks


async def _public_bot(settings: Settings, number: int, token: str, readers: int) -> Finding:
    from aiogram.exceptions import TelegramAPIError, TelegramUnauthorizedError

    from bot.delivery.pace import Limits, Pace
    from bot.delivery.rights import hearing
    from bot.delivery.telegram_client import make_bot

    bot = make_bot(token, settings.telegram_api_url, Pace(Limits()))
    try:
        heard = await hearing(bot)
    except TelegramUnauthorizedError:
        return Finding(False, f"public bot {number}: Telegram does not know it", PUBLIC_TOKEN)
    except TelegramAPIError as error:
        return Finding(
            False, f"public bot {number}: {type(error).__name__}", f"TELEGRAM_API_URL={settings.telegram_api_url}"
        )
    finally:
        await bot.session.close()
    expected = f"{settings.webhook_url}/webhook/{number}" if settings.webhook_url else ""
    found = _hears(heard.webhook_url, expected, heard.waiting, heard.last_error)
    return Finding(found.ok, f"public bot @{heard.username}: {readers} residents, {found.what}", found.remedy)
