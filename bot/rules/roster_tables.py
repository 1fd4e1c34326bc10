"""The tables that an office loads, as data: their columns, what may stand in them, and a right example of each.

Reading is pure: a sheet in, values and faults out. What only the database knows is checked by `actions.load_tables`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.rules.roles import ROLES


@dataclass(frozen=True)
class Row:
    """`line` is the number that a spreadsheet shows beside it; `cells` are stripped texts by column."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Sheet:
    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong on one line."""

    sheet: str
    line: int
    column: str
    what: str
    example: str

    def __str__(self) -> str:
        column = f", {self.column}" if self.column else ""
        return f"{self.sheet} line {self.line}{column}: {self.what}. Right: {self.example}"


class Wrong(Exception):
    """A value that cannot be. `column` may be left to whoever knows it."""

    def __init__(self, what: str, column: str = "", example: str = "") -> None:
        super().__init__(what)
        self.what, self.column, self.example = what, column, example


@dataclass(frozen=True)
class Column:
    name: str
    read: Callable[[str], Any]
    example: str
    needed: bool = False


@dataclass(frozen=True)
class TableKind:
    """`known_by`: a sheet with all these columns is of this kind. `one_of`: at least one of these must be filled."""

    name: str
    known_by: frozenset[str]
    columns: tuple[Column, ...]
    one_of: tuple[str, ...] = ()

    def example_of(self, column: str) -> str:
        return next((known.example for known in self.columns if known.name == column), "")


def _words(text: str) -> str:
    if len(text) > 200:
        raise Wrong("longer than 200 characters")
    return text


def _area_code(text: str) -> str:
    if not re.fullmatch(r"\d{6}(\d{3}(\d{3})?)?", text):
        raise Wrong(f"{text!r} is no code of 6, 9 or 12 digits")
    return text


def _degrees(limit: float) -> Callable[[str], float]:
    def read(text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            raise Wrong(f"{text!r} is no number") from None
        if not abs(value) <= limit:
            raise Wrong(f"{text} is beyond {limit:g} degrees")
        return value

    return read


def _shelter_code(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,24}", text):
        raise Wrong(f"{text!r} is not 1-24 of A-Z a-z 0-9 _ -")
    return text


def _how_many(text: str) -> int:
    if not re.fullmatch(r"\d{1,7}", text):
        raise Wrong(f"{text!r} is no number of people")
    return int(text)


def _listed(text: str) -> list[str]:
    return [word for part in re.split(r"[;；、,，/]", text) if (word := part.strip())]


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.replace("/", "-"))
    except ValueError:
        raise Wrong(f"{text!r} is no day") from None


def _whole_number(text: str) -> int:
    if not re.fullmatch(r"-?\d{1,18}", text):
        raise Wrong(f"{text!r} is no whole number")
    return int(text)


def _person_id(text: str) -> int:
    value = _whole_number(text)
    if value <= 0:
        raise Wrong(f"{text} is not a person: only groups have negative numbers")
    return value


def _chat_id(text: str) -> int:
    value = _whole_number(text)
    if value >= 0:
        raise Wrong(f"{text} is not a group: a group's number is negative")
    return value


def _phone(text: str) -> str:
    """Digits with the country's code; eleven digits that begin with 1 are a mainland mobile."""
    digits = re.sub(r"[\s()\-–]", "", text)
    if not re.fullmatch(r"\+?\d{7,15}", digits):
        raise Wrong(f"{text!r} is no phone number")
    if re.fullmatch(r"1\d{10}", digits):
        return f"+86{digits}"
    return digits if digits.startswith("+") else f"+{digits}"


def _one_of(**spellings: str) -> Callable[[str], str]:
    """`spellings`: the word → other spellings of it, separated by spaces."""
    known = {spelling.lower(): word for word, others in spellings.items() for spelling in [word, *others.split()]}

    def read(text: str) -> str:
        if text.lower() not in known:
            raise Wrong(f"{text!r} is none of {', '.join(word.replace('_', '-') for word in spellings)}")
        return known[text.lower()].replace("_", "-")

    return read


_LANGUAGE = Column(
    "language",
    _one_of(zh_Hans="zh-hans zh 简体 简体中文", zh_Hant="zh-hant 繁體 繁体 繁體中文", en="english 英文"),
    "zh-Hans",
)
_ROLE = _one_of(
    officer="信息员 灾害信息员",
    head="村负责人 村书记 村主任 村支书",
    duty="值班 值班员",
    leader="领导 带班领导",
    approver="审批 审批人",
    admin="管理员",
    department="部门 职能部门 部门联系人",
    expert="专家",
)
_TELEGRAM = Column("telegram_id", _person_id, "700000101")
_PHONE = Column("phone", _phone, "+8613800138000")
_AREA = Column("area", _words, "440118105230 (or 派潭镇高滩村)", needed=True)
_FUNCTION = Column("function", _words, "水务 (for a department)")

KINDS: tuple[TableKind, ...] = (
    TableKind(
        "shelters",
        frozenset({"code", "name", "area", "lat", "lon"}),
        (
            Column("code", _shelter_code, "S-PT-01", needed=True),
            Column("name", _words, "派潭中学体育馆", needed=True),
            Column("type", _words, "学校"),
            _AREA,
            Column("lat", _degrees(90), "23.5052", needed=True),
            Column("lon", _degrees(180), "113.7741", needed=True),
            Column("capacity", _how_many, "800 (empty: not known)"),
            Column("status", _one_of(open="开放 开", full="已满 满", closed="关闭 未开放 关"), "open"),
            Column("unsuitable_for", _listed, "洪水;滑坡"),
        ),
    ),
    TableKind(
        "experts",
        frozenset({"name", "fields"}),
        (
            Column("name", _words, "钟伟", needed=True),
            _TELEGRAM,
            _PHONE,
            Column("fields", _listed, "地质;水利", needed=True),
            Column("area", _listed, "增城区 (or several: 派潭镇;正果镇)", needed=True),
            Column("employer", _words, "区地质队"),
            _LANGUAGE,
            Column("until", _day, "2027-12-31 (empty: no end)"),
            Column("status", _one_of(available="可请 在任", away="暂停 外出"), "available"),
        ),
        one_of=("telegram_id", "phone"),
    ),
    TableKind(
        "areas",
        frozenset({"code", "name_zh_hans", "kind"}),
        (
            Column("code", _area_code, "440118105230", needed=True),
            Column("name_zh_hans", _words, "高滩村", needed=True),
            Column("name_zh_hant", _words, "高灘村"),
            Column(
                "kind",
                _one_of(city="区 市 县", town="镇 街道 乡", village="村", community="社区"),
                "village",
                needed=True,
            ),
            Column("parent", _area_code, "440118105"),
            Column("lat", _degrees(90), "23.262"),
            Column("lon", _degrees(180), "113.811"),
        ),
    ),
    TableKind(
        "groups",
        frozenset({"chat_id", "area"}),
        (
            Column("chat_id", _chat_id, "-1001234567890", needed=True),
            Column("title", _words, "派潭镇值班群", needed=True),
            Column("tier", _one_of(city="district 区 区级", town="镇 镇级 街道"), "town"),
            _AREA,
            _FUNCTION,
            Column("thread_id", _whole_number, "17 (empty: the whole group)"),
            _LANGUAGE,
        ),
    ),
    TableKind(
        "posts",
        frozenset({"role", "area"}),
        (
            _TELEGRAM,
            _PHONE,
            Column("name", _words, "陈秀兰"),
            Column("role", _ROLE, "officer", needed=True),
            _AREA,
            Column("post", _one_of(A="a岗 a角", B="b岗 b角"), "A"),
            _FUNCTION,
            _LANGUAGE,
        ),
        one_of=("telegram_id", "phone", "name"),
    ),
    TableKind(
        "subscriptions",
        frozenset({"telegram_id", "area"}),
        (Column("telegram_id", _person_id, "700000301", needed=True), _AREA, _LANGUAGE),
    ),
    TableKind(
        "people",
        frozenset({"name"}),
        (_TELEGRAM, Column("name", _words, "陈秀兰", needed=True), _PHONE, _LANGUAGE),
        one_of=("telegram_id", "phone"),
    ),
)

ALIASES = {
    "姓名": "name", "电话": "phone", "手机": "phone", "手机号": "phone", "语言": "language", "角色": "role",
    "地区": "area", "职能": "function",
    "部门": "function", "区域": "area", "岗位": "post", "群名": "title", "群号": "chat_id", "层级": "tier",
    "话题": "thread_id", "代码": "code", "名称": "name_zh_hans", "繁体名称": "name_zh_hant", "类型": "kind",
    "专业": "fields", "专业领域": "fields", "单位": "employer", "任期至": "until", "状态": "status",
    "上级": "parent", "纬度": "lat", "经度": "lon",
}  # fmt: skip


def kind_of(columns: Sequence[str]) -> TableKind | None:
    there = {ALIASES.get(column, column) for column in columns}
    return next((kind for kind in KINDS if kind.known_by <= there), None)


def unknown_kind(sheet: Sheet) -> Fault:
    known = "; ".join(f"{kind.name}: {','.join(column.name for column in kind.columns)}" for kind in KINDS)
    return Fault(sheet.name, 1, "", f"no table with the columns {', '.join(sheet.columns)} is known", known)


def read_row(sheet: str, kind: TableKind, row: Row) -> tuple[dict[str, Any], list[Fault]]:
    """The values of one line (None where a cell is empty) and everything that is wrong with it."""
    cells = {ALIASES.get(name, name): text for name, text in row.cells.items()}
    values: dict[str, Any] = {}
    faults = []
    for column in kind.columns:
        text = cells.get(column.name, "")
        values[column.name] = None
        try:
            if text:
                values[column.name] = column.read(text)
            elif column.needed:
                raise Wrong("is empty")
        except Wrong as wrong:
            faults.append(Fault(sheet, row.line, column.name, wrong.what, column.example))
    if kind.one_of and not any(cells.get(name) for name in kind.one_of):
        what = f"one of {', '.join(kind.one_of)} must be there"
        faults.append(Fault(sheet, row.line, kind.one_of[0], what, kind.example_of(kind.one_of[0])))
    return values, faults


assert set(ROLES) == {"officer", "head", "duty", "leader", "approver", "admin", "department", "expert"}, (
    "a role needs spellings"
)
