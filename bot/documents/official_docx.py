"""The official report as .docx, from a template that the office edits in Word (docxtpl; its tags are listed below).

Tags: series, title, office, report_to, number, total, editor, phone, at, send_to, case_number; `parts` with n, heading
and words; `delta` with what, before, now.
"""

from __future__ import annotations

import io
import re
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import structlog

from bot.documents.official_report import OfficialReport
from bot.documents.official_words import chinese

log = structlog.get_logger(__name__)

TEMPLATE = "official_report.docx"
# What XML cannot hold: a pasted control character must not keep a report from leaving.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def official_docx(report: OfficialReport, template: str = "") -> bytes:
    """The file. `template` is the office's own; one that cannot be used gives way to the built-in one."""
    if template:
        try:
            return _render(Path(template), report)
        except Exception as fault:  # whatever somebody's Word file holds, the report leaves
            log.warning("official_template_unusable", path=template, fault=str(fault)[:200])
    with as_file(files("bot.documents") / "templates" / TEMPLATE) as built_in:
        return _render(built_in, report)


def _render(path: Path, report: OfficialReport) -> bytes:
    from docxtpl import DocxTemplate  # lxml and Word's format take a third of a second, and few starts need them

    document = DocxTemplate(path)
    document.render(_context(report), autoescape=True)  # reports are other people's text
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _context(report: OfficialReport) -> dict[str, Any]:
    issue = report.issue
    context: dict[str, Any] = {
        "series": report.series, "title": report.title, "at": report.at, "send_to": report.send_to,
        "case_number": report.case_number,
        "office": issue.office if issue else "", "report_to": issue.report_to if issue else "",
        "number": str(issue.number) if issue else "", "total": str(issue.total) if issue else "",
        "editor": issue.editor if issue else "", "phone": (issue.phone or "") if issue else "",
        "parts": [{"n": chinese(n), "heading": heading, "words": words}
                  for n, (heading, words) in enumerate(report.parts, 1)],
        "delta": [{"what": what, "before": before, "now": now} for what, before, now in report.delta],
    }  # fmt: skip
    return {name: _clean(value) for name, value in context.items()}


def _clean(value: Any) -> Any:
    if isinstance(value, list):
        return [{key: _clean(each) for key, each in row.items()} for row in value]
    return _NOT_IN_XML.sub("", value)
