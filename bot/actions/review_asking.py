"""What falls due of 复盘: it is asked for a few times, politely; what was to be changed is asked about on its day."""

from __future__ import annotations

from datetime import datetime

from bot.actions.duty_room import tell_person
from bot.actions.one_by_one import one_by_one
from bot.rules.review import first_ask, next_ask
from bot.rules.roles import MAY
from bot.world import World
from storage import case_log, people, reports, reviews
from storage.database import Database, Transaction
from storage.tables import CaseReview, Person, Report


async def look(database: Database, world: World, now: datetime) -> None:
    """Reviews first, then their items, a transaction each."""
    async with database.transaction() as tx:
        waiting, items = await reviews.due(tx, now), await reviews.items_due(tx, now)

    async def ask(tx: Transaction, report_id: int) -> None:
        report, row = await reports.locked(tx, report_id), await reviews.locked(tx, report_id)
        if report is not None and row is not None and row.ask_at is not None and row.ask_at <= now:
            await _look_at(tx, world, report, row, now)

    async def chase(tx: Transaction, item_id: int) -> None:
        await _chase(tx, item_id, now)

    await one_by_one(database, waiting, ask)
    await one_by_one(database, items, chase)


async def _look_at(tx: Transaction, world: World, report: Report, row: CaseReview, now: datetime) -> None:
    settings = world.settings
    if report.state != "closed" or report.priority not in settings.review_priorities.split(","):
        await reviews.forget(tx, row)
        return
    if row.state == "new":
        row.state, row.ask_at = "waiting", first_ask(row.closed_at, settings.review_hour, settings.zone)
        if row.ask_at > now:
            return
    row.asked += 1
    last = row.asked >= settings.review_times
    whom = await _whom(tx, report, row, everybody=last)
    for person in whom:
        once = f"review-ask:{report.id}:{row.closed_at.isoformat()}:{row.asked}"
        await tell_person(tx, person, "review-ask", {}, once, now, "reminder", f"review:{report.id}")
    row.state = "silent" if last else "waiting"
    row.ask_at = None if last else next_ask(now, settings.review_again_days, settings.review_hour, settings.zone)
    words = {"times": row.asked, "called": [person.name for person in whom]}
    await case_log.append(tx, f"report:{report.id}", "review_asked", now, words=words)


async def _whom(tx: Transaction, report: Report, row: CaseReview, everybody: bool) -> list[Person]:
    """Whoever closed it; the leaders too at the last time, or where that one cannot be asked any more."""
    found: list[Person] = []
    closer = await people.by_telegram(tx, row.closed_by)
    if closer is not None and closer.unreachable_since is None:
        posts = await people.posts_of(tx, closer.id)
        if any(post.role in MAY["write_review"] and report.area.startswith(post.area) for post in posts):
            found.append(closer)
    if everybody or not found:
        areas = [report.area[:digits] for digits in (9, 6)]
        for area in dict.fromkeys(areas):
            leaders = [person for person, _ in await people.holders(tx, "leader", [area]) if person not in found]
            found += leaders
            if leaders:
                break
    return found


async def _chase(tx: Transaction, item_id: int, now: datetime) -> None:
    """Once, on its day: the one who was named, else whoever wrote the review."""
    item = await reviews.item(tx, item_id)
    if item is None or item.remind_at is None or item.remind_at > now:
        return
    item.remind_at = None
    row = await reviews.locked(tx, item.report_id)
    person_id = item.person_id or (row.by_person if row else None)
    person = await people.person(tx, person_id) if person_id else None
    told = await tell_person(
        tx, person, "review-item-due", {}, f"review-due:{item.id}", now, "reminder", f"item:{item.id}"
    )
    words = {"text": item.text, "called": [person.name] if told and person else []}
    await case_log.append(tx, f"report:{item.report_id}", "review_item_due", now, words=words)
