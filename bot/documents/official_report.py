"""首报, 续报, 更正, 终报, 核报 in the office's order (domain.md §3.3, §5), as text, as a short message, as .docx.

What is not known is said to be 待核, never left to look like nothing. A follow-up tells only what changed. Residents'
names are left out where they can be recognised; the town reads the text before it signs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.documents import official_words as say
from bot.rules.chain_view import ChainView
from bot.rules.no_names import without_names
from bot.rules.report_elements import elements_of

SHORT = 200
LACKING = {
    "time": "时间", "place": "具体地点", "cause": "事件起因和性质", "course": "基本过程", "outcome": "已造成的后果",
    "scope": "影响范围", "trend": "发展趋势", "handling": "处置情况", "measures": "拟采取措施",
    "advice": "下一步工作建议",
}  # fmt: skip


@dataclass(frozen=True)
class Issue:
    """Who issues it: `office` as its head names it, `number` of the year and of all, who made the text."""

    office: str
    report_to: str
    number: int
    total: int
    editor: str
    phone: str | None = None


@dataclass(frozen=True)
class OfficialReport:
    """Everything on the sheet. `parts` are (heading, words); `delta` rows are (what, before, now)."""

    series: str
    title: str
    issue: Issue | None
    at: str
    parts: tuple[tuple[str, str], ...]
    delta: tuple[tuple[str, str, str], ...]
    send_to: str
    case_number: str


def compose(chain: ChainView, issue: Issue | None, zone: ZoneInfo, now: datetime) -> OfficialReport:
    """The sheet of the newest text of a case."""
    step = chain.step
    name = say.series(step.kind, step.ordinal)
    what = _category(chain)
    return OfficialReport(
        series=name,
        title=f"关于{_place(chain)}发生{what}的情况报告（{name}）",
        issue=issue,
        at=f"{say.day(now, zone)}{now.astimezone(zone):%H时%M分}",
        parts=tuple((heading, words) for heading, words in _parts(chain, zone) if words),
        delta=_delta(chain),
        send_to="、".join(say.lead_functions(chain.case.category)),
        case_number=chain.case.number,
    )


def _category(chain: ChainView) -> str:
    """The kind of event without the examples in its brackets: 房屋火灾, not 房屋(厂房、出租屋)火灾."""
    name = say.category_name(chain.case.category)
    start, end = name.find("("), name.find(")")
    return name if start < 0 or end < start else name[:start] + name[end + 1 :]


def _place(chain: ChainView) -> str:
    case = chain.case
    town = case.town_names[0] if case.town_names else ""
    return town + (case.area_names[0] if case.area_names[0] != town else "")


def _parts(chain: ChainView, zone: ZoneInfo) -> list[tuple[str, str]]:
    before, answers = chain.before, chain.newest.answers
    is_first = before is None or chain.step.kind in ("final", "verified")
    parts = [("基本情况", _opening(chain, zone))] if is_first else [("续报依据", _reference(chain, zone))]
    course = _course(chain, since_before=not is_first)
    parts += [
        ("起因和性质", without_names(str(answers.get("cause") or ""))),
        ("基本过程" if is_first else "最新情况", course),
        ("已造成的后果", _outcome(answers)),
        ("影响范围", _scope(answers)),
        ("发展趋势", _trend(chain, zone)),
        ("处置情况", without_names(str(answers.get("what_done") or ""))),
        ("领导到场情况", without_names(str(answers.get("leaders") or ""))),
        ("拟采取措施", without_names(str(answers.get("measures") or ""))),
        ("下一步工作建议", without_names(str(answers.get("advice") or ""))),
        ("初步定级", _grade(chain)),
        ("正在核实", _lacking(chain)),
        ("现场联系人", _contact(chain)),
    ]
    return parts


def _opening(chain: ChainView, zone: ZoneInfo) -> str:
    case, answers = chain.case, chain.newest.answers
    when = say.occurred(answers.get("time"), zone) or "发生时间待核"
    detail = answers.get("place")
    spot = str(detail.get("text") or "") if isinstance(detail, Mapping) else ""
    pin = ""
    if isinstance(detail, Mapping) and detail.get("lat") is not None:
        pin = f"（定位 {detail['lat']:.5f}，{detail['lon']:.5f}）"
    return (
        f"{when}，{_place(chain)}{without_names(spot)}{pin}发生{_category(chain)}。"
        f"信息来源：{case.area_names[0]}应急信息员报告，接报时间{say.moment(case.sent_at, zone)}。"
    )


def _reference(chain: ChainView, zone: ZoneInfo) -> str:
    first = chain.versions[0]
    kind = {"correction": "更正", "late": "补报"}.get(chain.step.kind, "续报")
    return (
        f"{_place(chain)}{_category(chain)}（{chain.case.number}）已于{say.moment(first.at, zone)}首报，"
        f"现将{say.moment(chain.newest.at, zone)}的情况{kind}如下。"
    )


def _course(chain: ChainView, *, since_before: bool) -> str:
    """The officer's words; for a follow-up those that came since."""
    now = str(chain.newest.answers.get("what_happened") or chain.newest.answers.get("description") or "")
    if not since_before or chain.before is None:
        return _sentence(now)
    older = str(chain.before.answers.get("what_happened") or "")
    return _sentence(now.removeprefix(older) if now.startswith(older) else now)


def _sentence(text: str) -> str:
    lines = [line.strip(" ，。；;") for line in without_names(text).splitlines()]
    return "；".join(line for line in lines if line) + ("。" if any(lines) else "")


def _outcome(answers: Mapping[str, Any]) -> str:
    counted = say.figures(answers)
    if counted:
        return "、".join(f"{label}{number}" for label, number in counted) + "。"
    return {
        "none": "据报无人员受伤或被困。",
        "yes": "有人员受伤或被困，人数正在核实。",
        "unknown": "有无人员受伤或被困，正在核实。",
    }.get(str(answers.get("harm")), "")


def _scope(answers: Mapping[str, Any]) -> str:
    found = [str(answers.get("scope") or ""), say.ROADS.get(str(answers.get("road_blocked")), "")]
    depth = answers.get("water_depth")
    found.append(f"水深{depth}" if depth else "")
    return "；".join(part for part in found if part)


def _trend(chain: ChainView, zone: ZoneInfo) -> str:
    row = chain.case.desk.follow_up
    if row is not None and row.controlled_at is not None:
        return f"{say.moment(row.controlled_at, zone)}，现场情况已得到控制。"
    return str(chain.newest.answers.get("trend") or "")


def _grade(chain: ChainView) -> str:
    """Only a grade that a person confirmed goes on paper."""
    given = chain.case.desk.grade
    return f"{say.GRADES[given.grade]}。" if given else ""


def _lacking(chain: ChainView) -> str:
    controlled = bool(chain.case.desk.follow_up and chain.case.desk.follow_up.controlled_at)
    there = elements_of(chain.newest.answers, controlled)
    lacking = [label for key, label in LACKING.items() if not there[key]]
    return "、".join(lacking) + "，后续及时续报。" if lacking and chain.step.kind not in ("final", "verified") else ""


def _contact(chain: ChainView) -> str:
    """The officer on the spot is named: an office rings back. Nobody else is."""
    case = chain.case
    if case.origin == "help":
        return f"居民{case.caller_name or '（信息已删除）'}，电话{case.caller_phone or '未留'}。"
    return f"{case.area_names[0]}应急信息员{case.reporter_name}，电话{case.reporter_phone or '未登记'}。"


def _delta(chain: ChainView) -> tuple[tuple[str, str, str], ...]:
    """死亡: 未报 → 1人. What stayed the same is not repeated."""
    if chain.before is None:
        return ()
    old, new = dict(say.figures(chain.before.answers)), dict(say.figures(chain.newest.answers))
    labels = [label for label in {**old, **new} if old.get(label) != new.get(label)]
    ordered = [label for label in (*say.FIGURES.values(), *say.HOUSES.values()) if label in labels]
    ordered += [label for label in labels if label not in ordered]
    return tuple((label, old.get(label, "未报"), new.get(label, "待核")) for label in ordered)


def full_text(report: OfficialReport) -> str:
    """The whole sheet as plain text."""
    issue, lines = report.issue, []
    if issue is not None:
        lines += [f"《值班快报》第{issue.number}期（总第{issue.total}期）", f"{issue.office}　{report.at}", ""]
    lines += [report.title, ""]
    lines += [f"{say.chinese(number)}、{heading}：{words}" for number, (heading, words) in enumerate(report.parts, 1)]
    if report.delta:
        lines += ["", "数据变化：", *(f"{what}：{old}→{new}" for what, old, new in report.delta)]
    if issue is not None:
        lines += ["", f"签发：　　　　核稿：　　　　编辑：{issue.editor}　电话：{issue.phone or '　　　　'}"]
        lines += [f"报：{issue.report_to}", f"送：{report.send_to}"]
    return "\n".join(lines)


def _short_delta(chain: ChainView) -> str:
    """较上次：死亡2人→3人。"""
    changed = [f"{what}{old}→{new}" for what, old, new in _delta(chain)]
    return f"较上次：{'、'.join(changed)}。" if changed else ""


def short_text(chain: ChainView, office: str, zone: ZoneInfo, now: datetime) -> str:
    """The form for a short message: at most 200 characters, the words cut before the figures are."""
    answers, step = chain.newest.answers, chain.step
    when = say.occurred(answers.get("time"), zone) or f"{say.moment(chain.case.sent_at, zone)}接报"
    detail = answers.get("place")
    spot = without_names(str(detail.get("text") or ""))[:30] if isinstance(detail, Mapping) else ""
    head = f"【{say.series(step.kind, step.ordinal)}】{when}，{_place(chain)}{spot}发生{_category(chain)}。"
    told = _outcome(answers)[:70] + _short_delta(chain)[:50]
    tail = f"{office} {now.astimezone(zone):%H:%M}"
    room = SHORT - len(head) - len(told) - len(tail)
    words = _course(chain, since_before=chain.before is not None) or _sentence(str(answers.get("what_done") or ""))
    if len(words) > room:
        words = words[: max(room - 1, 0)] + "…" if room > 1 else ""
    return f"{head}{told}{words}{tail}"[:SHORT]
