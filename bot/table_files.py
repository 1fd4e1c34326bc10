"""CSV and XLSX files as rows of text with their line numbers, as offices make them: BOM, GB18030, phones as numbers."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bot.rules.roster_tables import Row, Sheet

LARGEST_FILE = 20_000_000


class CannotRead(Exception):
    """A file that is not there or not a table; the text says which and what would do."""


def read_sheets(path: Path, called: str | None = None) -> list[Sheet]:
    """The sheets of a file that are not empty; a CSV has one. CannotRead says what is wrong.

    `called`: its own name, where it is stored under another.
    """
    name = Path(called or path.name)
    if not path.is_file():
        raise CannotRead(f"{path}: no such file. Right: a CSV or XLSX file, or a built-in table such as zengcheng")
    if path.stat().st_size > LARGEST_FILE:
        raise CannotRead(f"{path}: larger than {LARGEST_FILE // 1_000_000} MB; split it")
    workbook = name.suffix.lower() in (".xlsx", ".xlsm")
    tables = list(_workbook(path, name.name)) if workbook else [(name.name, _csv_lines(path))]
    sheets = [_sheet(name, lines) for name, lines in tables if any(any(line) for line in lines)]
    if not sheets:
        raise CannotRead(f"{path}: nothing in it")
    return sheets


def _sheet(name: str, lines: list[list[str]]) -> Sheet:
    head = next(at for at, line in enumerate(lines) if any(line))
    columns = tuple(cell.strip().lower().replace(" ", "_") for cell in lines[head])
    rows = [
        Row(at + 1, {column: line[i] if i < len(line) else "" for i, column in enumerate(columns) if column})
        for at, line in enumerate(lines)
        if at > head and any(line)
    ]
    return Sheet(name, tuple(filter(None, columns)), tuple(rows))


def _csv_lines(path: Path) -> list[list[str]]:
    text = _decoded(path)
    dialect = ";" if text.split("\n", 1)[0].count(";") > text.split("\n", 1)[0].count(",") else ","
    lines: list[list[str]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=dialect)
    try:
        for cells in reader:
            # a quoted line break makes one row of several lines: keep the numbers that an editor shows
            lines.extend([[]] * (reader.line_num - 1 - len(lines)))
            lines.append([cell.strip() for cell in cells])
    except csv.Error as fault:
        raise CannotRead(f"{path}: line {reader.line_num} is no CSV ({fault})") from None
    return lines


def _decoded(path: Path) -> str:
    """UTF-8 with or without a mark, else what Chinese Excel saves."""
    raw = path.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise CannotRead(f"{path}: neither UTF-8 nor GB18030; save it as “CSV UTF-8”")


def _workbook(path: Path, name: str) -> Iterator[tuple[str, list[list[str]]]]:
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(path.read_bytes()), read_only=True, data_only=True)
    except Exception as fault:  # a broken workbook fails in many ways, none of them ours
        raise CannotRead(f"{path}: not an XLSX workbook ({type(fault).__name__})") from None
    for sheet in book.worksheets:
        yield (
            f"{name}:{sheet.title}",
            [[_text(cell) for cell in line] for line in sheet.iter_rows(values_only=True)],
        )
    book.close()


def _text(cell: object) -> str:
    """As it was meant: 440118105230.0 is a code, a date is its day."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return cell.isoformat() if isinstance(cell, date) else str(cell).strip()
