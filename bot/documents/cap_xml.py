"""CAP 1.2 on the wire: a message written as XML in the schema's order, and XML of strangers read without harm.

What is read may be hostile: anything with a document type (entities, outside references, a billion laughs) is refused
before it is looked at, and so is whatever is larger than any warning.
"""

from __future__ import annotations

import re
from datetime import datetime

from lxml import etree

from bot.rules.cap_message import MSG_TYPES, STATUS, CapArea, CapInfo, CapMessage, stamp

NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2"
LARGEST = 512 * 1024
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d")


class CapRefused(ValueError):
    """`reason`: too_big, not_xml, doctype, not_cap, or the name of an element that is missing or wrong."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def write(message: CapMessage) -> bytes:
    """UTF-8 with its declaration."""
    alert = etree.Element(f"{{{NAMESPACE}}}alert", nsmap={None: NAMESPACE})
    _put(alert, "identifier", message.identifier)
    _put(alert, "sender", message.sender)
    _put(alert, "sent", stamp(message.sent))
    _put(alert, "status", message.status)
    _put(alert, "msgType", message.msg_type)
    _put(alert, "source", message.source)
    _put(alert, "scope", message.scope)
    _put(alert, "note", message.note)
    _put(alert, "references", " ".join(",".join(each) for each in message.references))
    _put(alert, "incidents", message.incidents)
    for info in message.infos:
        _write_info(etree.SubElement(alert, f"{{{NAMESPACE}}}info"), info)
    return bytes(etree.tostring(alert, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _put(parent: etree._Element, name: str, text: str) -> None:
    if text:
        etree.SubElement(parent, f"{{{NAMESPACE}}}{name}").text = _NOT_XML.sub("", text)


def _pair(parent: etree._Element, name: str, pair: tuple[str, str]) -> None:
    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
    _put(element, "valueName", pair[0])
    _put(element, "value", pair[1])


def _write_info(element: etree._Element, info: CapInfo) -> None:
    _put(element, "language", info.language)
    for category in info.categories:
        _put(element, "category", category)
    _put(element, "event", info.event)
    for response in info.responses:
        _put(element, "responseType", response)
    for name in ("urgency", "severity", "certainty"):
        _put(element, name, getattr(info, name))
    for code in info.event_codes:
        _pair(element, "eventCode", code)
    for name in ("effective", "onset", "expires"):
        at = getattr(info, name)
        _put(element, name, stamp(at) if at else "")
    _put(element, "senderName", info.sender_name)
    for name in ("headline", "description", "instruction"):
        _put(element, name, getattr(info, name))
    for parameter in info.parameters:
        _pair(element, "parameter", parameter)
    for area in info.areas:
        _write_area(etree.SubElement(element, f"{{{NAMESPACE}}}area"), area)


def _write_area(element: etree._Element, area: CapArea) -> None:
    _put(element, "areaDesc", area.description)
    for polygon in area.polygons:
        _put(element, "polygon", polygon)
    for circle in area.circles:
        _put(element, "circle", circle)
    for code in area.geocodes:
        _pair(element, "geocode", code)


def read(body: bytes) -> CapMessage:
    """A message from outside. CapRefused for what is none, or what is dangerous."""
    alert = parsed(body)
    if alert.tag != f"{{{NAMESPACE}}}alert":
        raise CapRefused("not_cap")
    status, kind = _need(alert, "status"), _need(alert, "msgType")
    if status not in STATUS:
        raise CapRefused("status")
    if kind not in MSG_TYPES:
        raise CapRefused("msgType")
    return CapMessage(
        identifier=_need(alert, "identifier"), sender=_need(alert, "sender"), sent=_moment(_need(alert, "sent")),
        status=status, msg_type=kind, scope=_need(alert, "scope"), source=_text(alert, "source"),
        note=_text(alert, "note"), references=_references(_text(alert, "references")),
        incidents=_text(alert, "incidents"), infos=tuple(_read_info(info) for info in _all(alert, "info")),
    )  # fmt: skip


def parsed(body: bytes) -> etree._Element:
    """The root of a document of a stranger. CapRefused (too_big, doctype, not_xml) for what is dangerous or none."""
    if len(body) > LARGEST:
        raise CapRefused("too_big")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    # whatever encoding it is in: a document type is ASCII with zero bytes at most between its letters
    if b"<!DOCTYPE" in body.replace(b"\0", b"").upper():
        raise CapRefused("doctype")
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise CapRefused("not_xml") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise CapRefused("doctype")
    return root


def _all(parent: etree._Element, name: str) -> list[etree._Element]:
    return list(parent.findall(f"{{{NAMESPACE}}}{name}"))


def _text(parent: etree._Element, name: str) -> str:
    found = parent.find(f"{{{NAMESPACE}}}{name}")
    return (found.text or "").strip() if found is not None else ""


def _need(parent: etree._Element, name: str) -> str:
    text = _text(parent, name)
    if not text:
        raise CapRefused(name)
    return text


def _moment(text: str) -> datetime:
    if not _SENT.fullmatch(text):
        raise CapRefused("dateTime")
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise CapRefused("dateTime") from None


def _maybe(parent: etree._Element, name: str) -> datetime | None:
    text = _text(parent, name)
    return _moment(text) if text else None


def _references(text: str) -> tuple[tuple[str, str, str], ...]:
    triples = [tuple(each.split(",")) for each in text.split()]
    if any(len(each) != 3 for each in triples):
        raise CapRefused("references")
    return tuple((each[0], each[1], each[2]) for each in triples)


def _pairs(parent: etree._Element, name: str) -> tuple[tuple[str, str], ...]:
    return tuple((_text(each, "valueName"), _text(each, "value")) for each in _all(parent, name))


def _texts(parent: etree._Element, name: str) -> tuple[str, ...]:
    return tuple((each.text or "").strip() for each in _all(parent, name))


def _read_info(info: etree._Element) -> CapInfo:
    return CapInfo(
        language=_text(info, "language") or "en-US", categories=_texts(info, "category"), event=_need(info, "event"),
        responses=_texts(info, "responseType"), urgency=_need(info, "urgency"), severity=_need(info, "severity"),
        certainty=_need(info, "certainty"), event_codes=_pairs(info, "eventCode"), effective=_maybe(info, "effective"),
        onset=_maybe(info, "onset"), expires=_maybe(info, "expires"), sender_name=_text(info, "senderName"),
        headline=_text(info, "headline"), description=_text(info, "description"),
        instruction=_text(info, "instruction"), parameters=_pairs(info, "parameter"),
        areas=tuple(_read_area(area) for area in _all(info, "area")),
    )  # fmt: skip


def _read_area(area: etree._Element) -> CapArea:
    return CapArea(
        description=_need(area, "areaDesc"), polygons=_texts(area, "polygon"), circles=_texts(area, "circle"),
        geocodes=_pairs(area, "geocode"),
    )  # fmt: skip
