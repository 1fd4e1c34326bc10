"""Loading tables: areas, people, posts, groups, subscriptions. Good lines are loaded, faulty ones are named.

Loading the same table again changes nothing. A hundred lines are a transaction, so that a running bot is not held up.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from bot.report_types import function_named, load_functions
from bot.report_types.expert_fields import stored_field
from bot.rules.experts import MOST_FIELDS
from bot.rules.places import Area, Places
from bot.rules.roster_tables import Fault, Row, Sheet, TableKind, Wrong, kind_of, read_row, unknown_kind
from storage import areas, case_log, experts, groups, people, roster, shelters
from storage.database import Database, Transaction
from storage.tables import Person

LINES_A_TRANSACTION = 100
Change = Literal["new", "changed", "same"]
Values = Mapping[str, Any]


@dataclass
class Loaded:
    """What became of a sheet. `kind` is empty when its columns are not known."""

    name: str
    kind: str = ""
    new: int = 0
    changed: int = 0
    same: int = 0
    faults: list[Fault] = field(default_factory=list)


@dataclass(frozen=True)
class Around:
    """What the lines of a sheet share: the transaction, the areas by name, the posts given further up."""

    tx: Transaction
    places: Places
    given: dict[tuple[str, str], int]
    line: int
    now: datetime
    language: str


async def load_sheet(database: Database, sheet: Sheet, now: datetime, default_language: str) -> Loaded:
    """Load every good line of a sheet."""
    kind = kind_of(sheet.columns)
    if kind is None:
        return Loaded(sheet.name, faults=[unknown_kind(sheet)])
    loaded, given = Loaded(sheet.name, kind.name), dict[tuple[str, str], int]()
    async with database.transaction() as tx:
        places = Places(await areas.all_places(tx))
    for lines in _in_batches(_good_lines(kind, sheet, loaded)):
        async with database.transaction() as tx:
            for row, values in lines:
                around = Around(tx, places, given, row.line, now, default_language)
                await _load_line(kind, around, values, loaded)
    loaded.faults.sort(key=lambda fault: fault.line)
    return loaded


def _good_lines(kind: TableKind, sheet: Sheet, loaded: Loaded) -> list[tuple[Row, dict[str, Any]]]:
    good = []
    for row in sheet.rows:
        values, faults = read_row(sheet.name, kind, row)
        loaded.faults.extend(faults)
        if not faults:
            good.append((row, values))
    if kind.name == "areas":  # a town before its villages, in whatever order they were written
        good.sort(key=lambda line: len(line[1]["code"]))
    return good


def _in_batches(lines: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for at in range(0, len(lines), LINES_A_TRANSACTION):
        yield lines[at : at + LINES_A_TRANSACTION]


async def _load_line(kind: TableKind, around: Around, values: Values, loaded: Loaded) -> None:
    try:
        change = await PUT[kind.name](around, values)
    except Wrong as wrong:
        example = wrong.example or kind.example_of(wrong.column)
        loaded.faults.append(Fault(loaded.name, around.line, wrong.column, wrong.what, example))
    else:
        setattr(loaded, change, getattr(loaded, change) + 1)


async def _put_area(around: Around, values: Values) -> Change:
    code, parent = values["code"], values["parent"]
    expected = {"city": (6, 0), "town": (9, 6)}.get(values["kind"], (12, 9))
    if len(code) != expected[0]:
        raise Wrong(f"a {values['kind']} has a code of {expected[0]} digits", "code")
    if values["kind"] != "city" and parent != code[: expected[1]]:
        raise Wrong(f"{code} lies in {code[: expected[1]]}, not in {parent}", "parent", code[: expected[1]])
    if parent and await areas.area(around.tx, parent) is None:
        raise Wrong(f"{parent} is not loaded and not in this table", "parent")
    row = {
        "code": code, "name": values["name_zh_hans"], "name_hant": values["name_zh_hant"] or values["name_zh_hans"],
        "kind": values["kind"], "parent": parent, "lat": values["lat"], "lon": values["lon"],
    }  # fmt: skip
    known = await areas.area(around.tx, code)
    if known is not None and all(getattr(known, name) == value for name, value in row.items()):
        return "same"
    return "new" if await areas.put(around.tx, row) else "changed"


async def _put_person(around: Around, values: Values) -> Change:
    person = await _known_person(around, values)
    if person is None:
        await people.add(
            around.tx, values["name"], values["language"] or around.language, around.now,
            values["telegram_id"], values["phone"],
        )  # fmt: skip
        return "new"
    before = (person.telegram_id, person.name, person.phone, person.language)
    person.telegram_id = values["telegram_id"] or person.telegram_id
    person.name = values["name"] or person.name
    person.phone = values["phone"] or person.phone
    person.language = values["language"] or person.language
    return "same" if before == (person.telegram_id, person.name, person.phone, person.language) else "changed"


async def _known_person(around: Around, values: Values) -> Person | None:
    """By Telegram id; else by phone, if that leaves no doubt."""
    telegram_id, phone = values.get("telegram_id"), values.get("phone")
    found = await people.by_telegram(around.tx, telegram_id) if telegram_id else None
    if found is not None or not phone:
        return found
    same_phone = await roster.by_phone(around.tx, phone)
    if telegram_id:  # somebody known by phone only now gets their id; a phone that two people share makes no one of two
        same_phone = [person for person in same_phone if person.telegram_id is None]
    if len(same_phone) > 1:
        raise Wrong(f"{len(same_phone)} people have the number {phone}", "phone", "say who by telegram_id")
    return same_phone[0] if same_phone else None


async def _put_post(around: Around, values: Values) -> Change:
    area, role, rank = _area(around, values["area"]), values["role"], values["post"]
    if role in ("officer", "head") and area.kind in ("city", "town"):
        raise Wrong(
            f"{'an officer' if role == 'officer' else 'a head'} belongs to a village, {area.name} is a {area.kind}",
            "area",
        )
    if rank and role != "officer":
        raise Wrong(f"A and B posts are for officers, not for {role}", "post", "(empty)")
    if rank and (area.code, rank) in around.given:
        raise Wrong(f"line {around.given[area.code, rank]} gives this post already", "post", "one line a post")
    function = _function(role == "department", values)
    person = await _holder(around, values)
    if rank:
        around.given[area.code, rank] = around.line
    if await roster.held(around.tx, person.id, role, area.code, rank, function):
        return "same"
    await people.give_post(around.tx, person.id, role, area.code, rank, around.now, function=function)
    if role == experts.ROLE:
        await experts.enrol(around.tx, person.id)
    words = {"role": role, "rank": rank, "person": person.id, "by": "load"}
    await case_log.append(around.tx, f"area:{area.code}", "enrolled", around.now, words=words)
    return "new"


async def _holder(around: Around, values: Values) -> Person:
    """The person of a post; one who is named with an id or a phone may be new."""
    person = await _known_person(around, values)
    if person is not None:
        return person
    name = values["name"]
    if values["telegram_id"] or values["phone"]:
        if not name:
            raise Wrong("nobody with this telegram_id or phone; load people first, or add a name", "name")
        language = values["language"] or around.language
        return await people.add(around.tx, name, language, around.now, values["telegram_id"], values["phone"])
    same_name = await roster.by_name(around.tx, name)
    if len(same_name) != 1:
        what = f"{len(same_name)} people are called {name}" if same_name else f"nobody is called {name}"
        raise Wrong(what, "name", "say who by telegram_id or phone")
    return same_name[0]


async def _put_group(around: Around, values: Values) -> Change:
    area = _area(around, values["area"])
    if area.kind not in ("city", "town"):
        raise Wrong(f"a duty group listens for a town or the city, {area.name} is a {area.kind}", "area", "440118105")
    if values["tier"] not in (None, area.kind):
        raise Wrong(f"{area.name} is a {area.kind}, not a {values['tier']}", "tier", area.kind)
    known = await groups.by_chat(around.tx, values["chat_id"])
    language = values["language"] or (known.language if known else around.language)
    function = _function(False, values)
    tier = "function" if function else area.kind
    wanted = (area.code, tier, values["thread_id"], language, values["title"], function)
    if known and known.bound_at and wanted == (
        known.area, known.tier, known.thread_id, known.language, known.title, known.function,
    ):  # fmt: skip
        return "same"
    await groups.bind(
        around.tx, values["chat_id"], values["title"], tier, area.code, values["thread_id"], language,
        around.now, None, function,
    )  # fmt: skip
    words = {"chat": values["chat_id"], "thread": values["thread_id"], "by": "load"}
    await case_log.append(around.tx, f"area:{area.code}", "group_bound", around.now, words=words)
    return "changed" if known else "new"


async def _put_subscription(around: Around, values: Values) -> Change:
    area = _area(around, values["area"])
    person = await people.by_telegram(around.tx, values["telegram_id"])
    if person is None:
        raise Wrong(f"nobody has the telegram_id {values['telegram_id']}; load people first", "telegram_id")
    new = await roster.subscribe(around.tx, person.id, area.code, around.now)
    language = values["language"] or person.language
    if not new and language == person.language:
        return "same"
    person.language = language
    return "new" if new else "changed"


def _function(needed: bool, values: Values) -> str | None:
    said = values["function"]
    if not said:
        if needed:
            raise Wrong("a department needs its function", "function")
        return None
    found = function_named(said)
    if found is None:
        raise Wrong(f"{said!r} is no function; one of {', '.join(load_functions())}", "function")
    return found


def _area(around: Around, said: str) -> Area:
    found = around.places.get(said)
    if found is not None:
        return found
    if said.isdigit():
        raise Wrong(f"{said} is not loaded; load areas first", "area")
    candidates = around.places.find(said).candidates
    if len(candidates) != 1:
        codes = ", ".join(area.code for area in candidates[:4])
        raise Wrong(f"{said} can be {codes}" if candidates else f"no area is called {said}", "area")
    return candidates[0]


async def _put_shelter(around: Around, values: Values) -> Change:
    """A refuge of which nothing else is said is closed: nobody is sent to a locked door."""
    row = {
        "code": values["code"], "name": values["name"], "kind": values["type"] or "", "lat": values["lat"],
        "lon": values["lon"], "area": _area(around, values["area"]).code, "capacity": values["capacity"],
        "state": values["status"] or "closed", "unsuitable": values["unsuitable_for"] or [],
    }  # fmt: skip
    return await shelters.put(around.tx, row)


async def _put_expert(around: Around, values: Values) -> Change:
    """The areas of the line are all that the expert has; fields are understood as `report_types.expert_fields` does."""
    fields = [stored_field(said) for said in values["fields"]]
    wrong = [said for said, field in zip(values["fields"], fields, strict=True) if field is None]
    if wrong or not fields or len(fields) > MOST_FIELDS:
        raise Wrong(f"{wrong[0]!r} is too long" if wrong else f"must name 1 to {MOST_FIELDS} fields", "fields")
    codes = list(dict.fromkeys(_area(around, said).code for said in values["area"]))
    person = await _known_person(around, values)
    fresh = person is None
    if person is None:
        language = values["language"] or around.language
        person = await people.add(
            around.tx, values["name"], language, around.now, values["telegram_id"], values["phone"]
        )  # fmt: skip
    person.telegram_id, person.phone = values["telegram_id"] or person.telegram_id, values["phone"] or person.phone
    row = {
        "fields": list(dict.fromkeys(field for field in fields if field)), "employer": values["employer"],
        "until": values["until"], "away": values["status"] == "away",
    }  # fmt: skip
    change = await experts.put(around.tx, person.id, codes, row, around.now)
    if change != "same":
        words = {"areas": codes, "fields": row["fields"], "by": "load"}
        await case_log.append(around.tx, f"person:{person.id}", "expert_listed", around.now, words=words)
    return "new" if fresh else change


PUT: dict[str, Callable[[Around, Values], Awaitable[Change]]] = {
    "areas": _put_area,
    "people": _put_person,
    "posts": _put_post,
    "groups": _put_group,
    "subscriptions": _put_subscription,
    "shelters": _put_shelter,
    "experts": _put_expert,
}
