"""The grade on a card: what the rules propose and why, what would change it, what a person confirmed."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.report_types import load_categories
from bot.rules.case_grade import CaseGrade, grade_of_case
from bot.rules.case_view import CaseView
from bot.rules.grading import GRADES
from bot.wording import values
from bot.wording.buttons import button, rows
from bot.wording.case_taps import DeskTap
from bot.wording.outgoing import Saying
from bot.wording.worded import Html, Worded, lines, plain, shortened, words


def grade_name(grade: str, language: str) -> str:
    """较大(Ⅲ级)."""
    return plain(language, f"grade-{grade.lower()}")


def grade_lines(case: CaseView, language: str, zone: ZoneInfo, now: datetime) -> Html | None:
    """Nothing for a hazard, or for a case that no table grades and nobody has graded."""
    if case.kind != "incident":
        return None
    categories = load_categories()
    found = grade_of_case(categories.get(case.category, categories["other"]), case.answers)
    if found.social:
        return _crowd(found, language)
    return lines(_confirmed(case, language, zone, now), _proposed(case, found, language), _changes(found, language))


def _confirmed(case: CaseView, language: str, zone: ZoneInfo, now: datetime) -> Html | None:
    given = case.desk.grade
    if given is None:
        return None
    return words(
        language, "card-grade", grade=grade_name(given.grade, language), by=shortened(given.by, 60),
        at=values.moment(given.at, zone, now), reason=shortened(given.reason or "", 200),
    )  # fmt: skip


def _proposed(case: CaseView, found: CaseGrade, language: str) -> Html | None:
    proposal = found.proposal
    if proposal.grade is None or (case.desk.grade is not None and case.desk.grade.grade == proposal.grade):
        return None
    return words(
        language, "card-grade-proposed", grade=grade_name(proposal.grade, language), clause=proposal.clause,
        why=_why(found, language),
    )  # fmt: skip


def _why(found: CaseGrade, language: str) -> str:
    """The column that reached the grade: 死亡3人, 直接经济损失1200万元."""
    if found.proposal.reason is None:
        return ""
    column, value = found.proposal.reason
    return plain(language, "grade-reason", column=column, number=f"{value:g}")


def _changes(found: CaseGrade, language: str) -> Html | None:
    """若失踪4人计入：较大; 死亡满3人、重伤满10人：较大."""
    if found.proposal.with_missing is not None:
        grade = grade_name(found.proposal.with_missing, language)
        return words(language, "card-grade-missing", number=str(found.missing), grade=grade)
    if found.next_grade is None or found.proposal.grade is None:
        return None
    each = [plain(language, "grade-next", column=column, number=str(least)) for column, least in found.next_at]
    joined = plain(language, "list-comma").join(each)
    return words(language, "card-grade-next", what=joined, grade=grade_name(found.next_grade, language))


def _crowd(found: CaseGrade, language: str) -> Html | None:
    if found.crowd is None:
        return None
    number, band = found.crowd
    return words(language, "card-crowd", number=str(number), band=band or "none")


def grade_menu(case: CaseView, language: str, zone: ZoneInfo, now: datetime) -> Worded:
    """What is proposed and what stands; a button for each grade, the proposed one first and marked."""
    categories = load_categories()
    proposed = grade_of_case(categories.get(case.category, categories["other"]), case.answers).proposal.grade

    def tap(grade: str) -> list[object]:
        key = "button-grade-proposed" if grade == proposed else "button-grade-other"
        label = plain(language, key, grade=grade_name(grade, language))
        style = "success" if grade == proposed else None
        return [button(label, DeskTap(report=case.report_id, act="grade_is", value=grade), style)]

    order = sorted(GRADES, key=lambda grade: grade != proposed)
    back = [button(plain(language, "button-back"), DeskTap(report=case.report_id, act="menu"))]
    shown = grade_lines(case, language, zone, now) or words(language, "grade-no-proposal")
    text = lines(words(language, "grade-menu", number=case.number), shown)
    return Worded(text, rows(*[tap(grade) for grade in order], back))  # type: ignore[arg-type]


def confirm_lower(case: CaseView, grade: str, before: str | None, reason: str, language: str) -> Worded:
    """The second tap of a grade that is lower than what stands."""
    sure = DeskTap(report=case.report_id, act="grade_sure", value=grade)
    keep = DeskTap(report=case.report_id, act="keep")
    text = words(
        language, "grade-lower-sure", number=case.number, before=grade_name(before or grade, language),
        grade=grade_name(grade, language), reason=shortened(reason, 500),
    )  # fmt: skip
    return Worded(
        text, rows([button(plain(language, "button-grade-sure"), sure, "danger"),
                    button(plain(language, "button-cancel"), keep)]),
    )  # fmt: skip


def graver(saying: Saying) -> Worded | None:
    """The figures now propose a graver grade than the confirmed one."""
    case: CaseView | None = saying.subject
    if case is None:
        return None
    language, given = saying.language, saying.values
    text = words(
        language, "grade-graver", number=case.number, grade=grade_name(str(given["grade"]), language),
        before=grade_name(str(given["before"]), language),
    )  # fmt: skip
    tap = DeskTap(report=case.report_id, act="grade")
    return Worded(text, rows([button(plain(language, "button-grade"), tap)]))


WORDS = {"grade-graver": graver}
