"""Finding cases for whoever may see them: the open ones first, then the newest. Everything is asked of the database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, false, func, or_, select, true

from bot.rules.case_query import CaseQuery, Word
from storage.database import Transaction
from storage.tables import Report

OPEN = ("open", "acknowledged")
CITY_DIGITS, TOWN_DIGITS = 6, 9


@dataclass(frozen=True)
class Scope:
    """Whose cases: those a person has sent, those of these areas (codes), or all. Empty: none.

    `categories`: of these alone (what a department leads on).
    """

    person_id: int | None = None
    areas: tuple[str, ...] = ()
    all: bool = False
    categories: tuple[str, ...] | None = None

    @property
    def empty(self) -> bool:
        return self.person_id is None and not self.areas and not self.all


async def find(tx: Transaction, scope: Scope, query: CaseQuery, skip: int, limit: int) -> tuple[list[int], int]:
    """The ids of `limit` cases after the first `skip`, and how many open ones there are in all."""
    wanted = [_within(scope), *_answers(query)]
    is_open = Report.state.in_(OPEN)
    open_count = int(await tx.session.scalar(select(func.count()).select_from(Report).where(is_open, *wanted)) or 0)
    ids: list[int] = []
    if skip < open_count:
        ids += await _page(tx, [is_open, *wanted], skip, limit)
    if len(ids) < limit:
        ids += await _page(tx, [~is_open, *wanted], max(skip - open_count, 0), limit - len(ids))
    return ids, open_count


async def may_find(tx: Transaction, scope: Scope, report_id: int) -> bool:
    """Whether this case is among those of the scope."""
    query = select(Report.id).where(Report.id == report_id, _within(scope))
    return not scope.empty and (await tx.session.scalars(query)).first() is not None


async def _page(tx: Transaction, wanted: Sequence[ColumnElement[bool]], skip: int, limit: int) -> list[int]:
    query = select(Report.id).where(*wanted).order_by(Report.id.desc()).offset(skip).limit(limit)
    return list(await tx.session.scalars(query))


def _within(scope: Scope) -> ColumnElement[bool]:
    if scope.all:
        return true()
    own = [Report.reporter_id == scope.person_id] if scope.person_id is not None else []
    within = or_(false(), *own, *(in_area(code) for code in scope.areas))
    return within if scope.categories is None else and_(within, Report.category.in_(scope.categories))


def in_area(code: str) -> ColumnElement[bool]:
    """The cases of a city, a town or a village."""
    if len(code) == TOWN_DIGITS:
        return Report.town == code
    return Report.area.startswith(code, autoescape=True) if len(code) <= CITY_DIGITS else Report.area == code


def _answers(query: CaseQuery) -> list[ColumnElement[bool]]:
    if query.number is None:
        found: list[ColumnElement[bool]] = [_answers_word(word) for word in query.words]
        return [*found, Report.merged_into.is_(None)]  # a merged case is found by its number alone
    if query.number:
        ends = query.number.startswith("-")
        return [Report.number.endswith(query.number, autoescape=True) if ends else Report.number == query.number]
    return []


def _answers_word(word: Word) -> ColumnElement[bool]:
    ways: list[Any] = [Report.search_text.contains(word.text, autoescape=True)]
    ways += [in_area(code) for code in word.areas]
    if word.categories:
        ways.append(Report.category.in_(word.categories))
    return or_(*ways)
