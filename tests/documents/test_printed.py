"""A record on paper and as a table: what people typed never becomes a formula, a drill is marked at both ends."""

import io

from docx import Document
from openpyxl import load_workbook

from bot.documents.printed import Part, Printed, as_docx, as_xlsx

TYPED = ('=HYPERLINK("http://x")', "+86 138", "-1", "@SUM(A1)", "\t=1", "水涨了")
DRILL = Printed(
    "派潭-261124-01 案件经过", ("打印时间 …",),
    (Part("经过", ("内容",), tuple((each,) for each in TYPED)), Part("证据[1]", ("种类",), (), "无")),
    ("【演练】", "【演练】"),
)  # fmt: skip


def test_nothing_that_was_typed_is_a_formula() -> None:
    book = load_workbook(io.BytesIO(as_xlsx(DRILL)))
    assert book.sheetnames == ["经过", "证据1"]
    cells = [row[0] for row in book["经过"].iter_rows(min_row=3, max_row=2 + len(TYPED))]
    assert [(cell.value, cell.data_type) for cell in cells] == [(each, "s") for each in TYPED]
    assert [bool(cell.quotePrefix) for cell in cells] == [True] * 5 + [False]


def test_a_drill_is_marked_at_both_ends() -> None:
    sheet = load_workbook(io.BytesIO(as_xlsx(DRILL)))["经过"]
    assert str(sheet["A1"].value).startswith("【演练】")
    assert sheet.cell(row=len(TYPED) + 3, column=1).value == "【演练】"
    told = [paragraph.text for paragraph in Document(io.BytesIO(as_docx(DRILL))).paragraphs]
    assert told[0] == told[-1] == "【演练】"


def test_a_pasted_control_character_keeps_nothing_from_being_printed() -> None:
    part = Part("经过", ("内容",), (("水\x0b涨了\ud800",),))
    document = Document(io.BytesIO(as_docx(Printed("x", (), (part,)))))
    assert document.tables[0].rows[1].cells[0].text == "水涨了"
    assert as_xlsx(Printed("x", (), (part,)))
