"""A record as it is printed: lines that say what it is, then tables. As .docx to read and sign, as .xlsx to sort."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.documents.spreadsheet import clean, workbook


@dataclass(frozen=True)
class Part:
    """A heading, and a table under it; `empty` is said where the table has no row."""

    heading: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    empty: str = ""


@dataclass(frozen=True)
class Printed:
    """`marks`: what stands at the beginning and at the end (【演练】); two empty strings where nothing does."""

    title: str
    about: tuple[str, ...]
    parts: tuple[Part, ...]
    marks: tuple[str, str] = ("", "")

    def lines(self) -> Iterator[str]:
        """Marks, title and what it is, in their order."""
        yield from (line for line in (self.marks[0], self.title, *self.about) if line)


def as_docx(printed: Printed) -> bytes:
    """A4 lying, a table for each part, its heading row repeated on every page."""
    from docx import Document  # Word's format takes a third of a second to load, and few starts need it
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm, Pt

    document = Document()
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(18)
    document.styles["Normal"].font.size = Pt(10)
    if printed.marks[0]:
        document.add_paragraph(printed.marks[0])
    document.add_heading(clean(printed.title), 0)
    for line in printed.about:
        document.add_paragraph(clean(line))
    for part in printed.parts:
        document.add_heading(clean(part.heading), 1)
        if part.rows:
            _table(document, part)
        else:
            document.add_paragraph(part.empty)
    if printed.marks[1]:
        document.add_paragraph(printed.marks[1])
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _table(document: Any, part: Part) -> None:
    from docx.oxml import OxmlElement

    table = document.add_table(rows=1, cols=len(part.head))
    table.style = "Table Grid"
    for cell, heading in zip(table.rows[0].cells, part.head, strict=True):
        cell.paragraphs[0].add_run(clean(heading)).bold = True
    repeated = table.rows[0]._tr.get_or_add_trPr()
    repeated.append(OxmlElement("w:tblHeader"))
    for row in part.rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = clean(text)


def as_xlsx(printed: Printed) -> bytes:
    """A sheet for each part; what it is stands above each table, and the mark of a drill also below."""
    about = " · ".join(printed.lines())
    sheets = [(part.heading, about, part.head, part.rows) for part in printed.parts]
    return workbook(sheets, printed.marks[1])
