"""Shifts as a calendar file (RFC 5545), for the calendar of a telephone or an office."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

# RFC 5545 §3.1: a line holds at most 75 octets, then it is folded.
OCTETS = 75


@dataclass(frozen=True)
class Entry:
    """`uid` stays the same for the same shift, so that a file read again replaces and does not double."""

    uid: str
    starts_at: datetime
    ends_at: datetime
    title: str


def calendar(entries: Iterable[Entry], name: str, made_at: datetime) -> bytes:
    """The whole file. Times are in UTC, which every calendar shows in its own zone."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Qianshao//Duty roster//EN", "CALSCALE:GREGORIAN",
             "METHOD:PUBLISH", f"X-WR-CALNAME:{_text(name)}"]  # fmt: skip
    for entry in entries:
        lines += [
            "BEGIN:VEVENT", f"UID:{entry.uid}", f"DTSTAMP:{_utc(made_at)}", f"DTSTART:{_utc(entry.starts_at)}",
            f"DTEND:{_utc(entry.ends_at)}", f"SUMMARY:{_text(entry.title)}", "TRANSP:TRANSPARENT", "END:VEVENT",
        ]  # fmt: skip
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"]).encode()


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(words: str) -> str:
    """§3.3.11: backslash, semicolon, comma and line breaks are escaped."""
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n")):
        words = words.replace(plain, escaped)
    return words


def _folded(line: str) -> str:
    """Never inside a character: a fold counts octets, not letters."""
    parts: list[str] = []
    part, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > OCTETS - bool(parts):
            parts.append(part)
            part, size = "", 0
        part, size = part + letter, size + octets
    return "\r\n ".join([*parts, part])
