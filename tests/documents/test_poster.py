"""The poster on the wall: its code leads to the right village, and it is one page that can be read."""

from __future__ import annotations

import io

import zxingcpp
from PIL import Image

from bot.documents.poster import poster
from bot.rules.area_link import area_in, link_of, payload_of

LINK = "https://t.me/qianshao_bot?start=area_440118105230"
NAMES = ("派潭镇高滩村", "派潭鎮高灘村")


def codes(page: bytes) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(Image.open(io.BytesIO(page)))]


def test_the_code_on_the_page_leads_to_the_village() -> None:
    page = poster(link_of("@qianshao_bot", "440118105230"), NAMES, "png", 72)
    assert codes(page) == [LINK]
    assert area_in(codes(page)[0].partition("start=")[2]) == "440118105230"


def test_a_torn_corner_does_not_matter() -> None:
    picture = Image.open(io.BytesIO(poster(LINK, NAMES, "png", 150))).convert("RGB")
    width, height = picture.size
    picture.paste((255, 255, 255), (int(width * 0.60), int(height * 0.47), int(width * 0.67), int(height * 0.52)))
    seen = io.BytesIO()
    picture.save(seen, "png")
    assert codes(seen.getvalue()) == [LINK]


def test_the_pdf_is_one_page_of_a4_with_its_own_font() -> None:
    page = poster(LINK, NAMES)
    assert page.startswith(b"%PDF-")
    assert page.count(b"/Type /Page\n") + page.count(b"/Type/Page/") <= 1
    assert b"NotoSansSC" in page
    picture = Image.open(io.BytesIO(poster(LINK, NAMES, "png", 72)))
    assert picture.size in ((595, 842), (596, 842), (595, 841))


def test_only_what_is_a_link_of_an_area_is_one() -> None:
    assert area_in(payload_of("440118105")) == "440118105"
    for forged in ("", "area_", "area_12", "area_440118105230x", "area_４４０１１８", "AREA_440118", "x" * 64):
        assert area_in(forged) is None
