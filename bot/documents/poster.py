"""The poster of an area: one A4 page in three languages with the QR code of its deep link, as a PDF, made offline."""

from __future__ import annotations

import io
import json
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import pylopdf_fonts_zh_cn
import segno
import typst

import locales

PAGE = "poster.typ"
LINES = ("poster-title", "poster-how", "poster-what")
LANGUAGES = ("zh-Hans", "zh-Hant", "en")
FONTS = Path(pylopdf_fonts_zh_cn.__file__).parent


def poster(link: str, names: tuple[str, str], made: Literal["pdf", "png"] = "pdf", ppi: float = 150) -> bytes:
    """`names`: the area in both scripts, with its town. `made` png: the page as a picture, to look at."""
    page = {
        "name": names[0], "name_hant": names[1], "link": link,
        "parts": [
            {"language": tag, **{key.removeprefix("poster-"): _say(tag, key, names) for key in LINES}}
            for tag in LANGUAGES
        ],
        "danger": [locales.say(tag, "poster-danger") for tag in LANGUAGES],
    }  # fmt: skip
    source = files("bot.documents").joinpath("templates", PAGE).read_bytes()
    world = {"main.typ": source, "qr.svg": qr_code(link), "page.json": json.dumps(page, ensure_ascii=False).encode()}
    # files by name are taken as well, which typst's stubs do not say yet
    done: Any = typst.compile(world, format=made, ppi=ppi, font_paths=[str(FONTS)], ignore_system_fonts=True)  # type: ignore[call-overload]
    return bytes(done if isinstance(done, bytes) else done[0])


def _say(tag: str, key: str, names: tuple[str, str]) -> str:
    return locales.say(tag, key, {"name": names[1] if tag == "zh-Hant" else names[0]})


def qr_code(link: str) -> bytes:
    """A quarter of it may be torn or dirty and it still reads."""
    drawn = io.BytesIO()
    segno.make(link, error="q", micro=False).save(drawn, kind="svg", border=4, scale=10)
    return drawn.getvalue()
