"""Tables as .xlsx: to sort, to filter, to print. What people wrote stays text: no cell of it is ever a formula.

A cell that begins with = + - @ is marked as a quoted text too, so that it stays one when somebody edits it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

import xlsxwriter

WIDEST, SHEET_NAME = 40, 31
# What a spreadsheet takes for a formula, or strips and then takes for one.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
# Excel's limit for the text of a cell.
LONGEST = 32_767

# What XML cannot hold: a pasted control character must not keep a record from being printed.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Sheet = tuple[str, str, Sequence[str], Sequence[Sequence[str]]]
"""Its name, a line that says what it is, the headings, the rows."""


def spreadsheet(name: str, about: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """One sheet: a line that says what it is, the headings (which stay in sight), the rows."""
    return workbook([(name, about, head, rows)])


def workbook(sheets: Iterable[Sheet], last_line: str = "") -> bytes:
    """Several sheets; `last_line` stands below each table."""
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, options) as book:
        for name, about, head, rows in sheets:
            _sheet(book, name, about, head, rows, last_line)
    return file.getvalue()


def _sheet(
    book: Any, name: str, about: str, head: Sequence[str], rows: Sequence[Sequence[str]], last_line: str
) -> None:
    sheet = book.add_worksheet("".join(each for each in name if each not in "[]:*?/\\'")[:SHEET_NAME] or None)
    bold = book.add_format({"bold": True, "text_wrap": True, "bottom": 1})
    quoted = book.add_format({"quote_prefix": True})
    sheet.write_string(0, 0, about)
    for column, heading in enumerate(head):
        sheet.write_string(1, column, heading, bold)
        width = max([_width(heading), *(_width(row[column]) for row in rows)], default=8)
        sheet.set_column(column, column, min(width + 2, WIDEST))
    for line, row in enumerate(rows, start=2):
        for column, cell in enumerate(row):
            sheet.write_string(line, column, clean(cell)[:LONGEST], quoted if cell.startswith(FORMULA) else None)
    if last_line:
        sheet.write_string(len(rows) + 2, 0, last_line)
    sheet.freeze_panes(2, min(2, len(head) - 1))
    if rows:
        sheet.autofilter(1, 0, len(rows) + 1, len(head) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(1)


def clean(text: str) -> str:
    return _NOT_IN_XML.sub("", text)


def _width(text: str) -> int:
    """In columns: a Chinese character takes two."""
    return sum(2 if ord(each) > 0x2E80 else 1 for each in text)
