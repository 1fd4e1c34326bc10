"""A table as .xlsx: to sort, to filter, to print. What people wrote stays text: no cell of it is ever a formula."""

from __future__ import annotations

import io
from collections.abc import Sequence

import xlsxwriter

WIDEST, SHEET_NAME = 40, 31


def spreadsheet(name: str, about: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """One sheet: a line that says what it is, the headings (which stay in sight), the rows."""
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, options) as book:
        sheet = book.add_worksheet("".join(each for each in name if each not in "[]:*?/\\'")[:SHEET_NAME] or "1")
        bold = book.add_format({"bold": True, "text_wrap": True, "bottom": 1})
        sheet.write_string(0, 0, about)
        for column, heading in enumerate(head):
            sheet.write_string(1, column, heading, bold)
            width = max([_width(heading), *(_width(row[column]) for row in rows)], default=8)
            sheet.set_column(column, column, min(width + 2, WIDEST))
        for line, row in enumerate(rows, start=2):
            for column, cell in enumerate(row):
                sheet.write_string(line, column, cell)
        sheet.freeze_panes(2, 2)
        if rows:
            sheet.autofilter(1, 0, len(rows) + 1, len(head) - 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(1)
    return file.getvalue()


def _width(text: str) -> int:
    """In columns: a Chinese character takes two."""
    return sum(2 if ord(each) > 0x2E80 else 1 for each in text)
