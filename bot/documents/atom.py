"""The Atom feed of the CAP messages: what is in force and what has just been, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class Entry:
    """`url` is where the message is."""

    identifier: str
    title: str
    summary: str
    updated: datetime
    url: str


def feed(title: str, identifier: str, url: str, author: str, updated: datetime, entries: Sequence[Entry]) -> bytes:
    """UTF-8 with its declaration."""
    root = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    _put(root, "id", identifier)
    _put(root, "title", title)
    _put(root, "updated", updated.isoformat())
    _link(root, "self", "application/atom+xml", url)
    _put(etree.SubElement(root, f"{{{ATOM}}}author"), "name", author)
    for entry in entries:
        element = etree.SubElement(root, f"{{{ATOM}}}entry")
        _put(element, "id", f"urn:qianshao:{entry.identifier}")
        _put(element, "title", entry.title)
        _put(element, "updated", entry.updated.isoformat())
        _link(element, "alternate", "application/cap+xml", entry.url)
        _put(element, "summary", entry.summary)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _put(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, f"{{{ATOM}}}{name}").text = text


def _link(parent: etree._Element, rel: str, kind: str, url: str) -> None:
    etree.SubElement(parent, f"{{{ATOM}}}link", rel=rel, type=kind, href=url)
