"""Formatting, lengths and errors of texts, in Telegram's own words."""

from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.bot_door import read_form
from practice.entities import parse_html, utf16_length
from practice.errors import Refused
from practice.markdown import formatted, parse_markdown, parse_markdown_v2
from practice.marks import find_marks, marked
from tests.practice.conftest import Room

CANT = "Bad Request: can't parse entities: "


@pytest.mark.parametrize(
    ("html", "text", "entities"),
    [
        ("<b>山洪</b> 14:05", "山洪 14:05", [("bold", 0, 2)]),
        ("𨋢<i>里</i>", "𨋢里", [("italic", 2, 1)]),
        ("&lt;b&gt; &amp; &quot; &#23665; &nbsp;", '<b> & " 山 &nbsp;', []),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ('<a href="https://t.me/x">链接</a>', "链接", [("text_link", 0, 2)]),
        ("<pre><code class='language-python'>x</code></pre>", "x", [("pre", 0, 1)]),
        ("<code>+86 138</code>", "+86 138", [("code", 0, 7)]),
        ("<tg-spoiler>s</tg-spoiler><span class='tg-spoiler'>t</span>", "st", [("spoiler", 0, 1), ("spoiler", 1, 1)]),
        ("<blockquote expandable>q</blockquote>", "q", [("expandable_blockquote", 0, 1)]),
        ("<b></b>x", "x", []),
        ("<u>x</>", "x", [("underline", 0, 1)]),
        ('<a href="tg://user?id=7">他</a>', "他", [("text_mention", 0, 1)]),
        ("1 < 2", None, []),
    ],
)
def test_html_becomes_text_and_entities(html: str, text: str | None, entities: list[tuple[str, int, int]]) -> None:
    if text is None:
        with pytest.raises(Refused, match="start tag"):
            parse_html(html)
        return
    plain, found = parse_html(html)
    assert plain == text
    assert [(e["type"], e["offset"], e["length"]) for e in found] == entities


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("水<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("水</b>", "Unexpected end tag at byte offset 3"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<div>x</div>", 'Unsupported start tag "div" at byte offset 0'),
        ("a <3 b", 'Unsupported start tag "3" at byte offset 2'),
        ("x <b", "Unclosed start tag at byte offset 2"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
    ],
)
def test_bad_html_is_refused_in_telegrams_words(html: str, words: str) -> None:
    with pytest.raises(Refused) as refusal:
        parse_html(html)
    assert refusal.value.description == CANT + words


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("*b* _i_ __u__ ~s~ ||p||", "b i u s p", ["bold", "italic", "underline", "strikethrough", "spoiler"]),
        ("`a.b` ```py\nx=1```", "a.b x=1", ["code", "pre"]),
        (r"1\. 决口\!", "1. 决口!", []),
        ("[村](http://a.cn/x_1)", "村", ["text_link"]),
        (">引\n>文\n后", "引\n文\n后", ["blockquote"]),
        (">引||", "引", ["expandable_blockquote"]),
        ("*_x_*", "x", ["bold", "italic"]),
    ],
)
def test_markdown_v2_becomes_text_and_entities(source: str, text: str, entities: list[str]) -> None:
    plain, found = parse_markdown_v2(source)
    assert plain == text
    assert [e["type"] for e in found] == entities


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("死亡1.", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("a-b", "Character '-' is reserved and must be escaped with the preceding '\\'"),
        ("水*x", "Can't find end of Bold entity at byte offset 3"),
        ("[x](http://a", "Can't find end of a URL at byte offset 4"),
    ],
)
def test_bad_markdown_v2_is_refused_in_telegrams_words(source: str, words: str) -> None:
    with pytest.raises(Refused) as refusal:
        parse_markdown_v2(source)
    assert refusal.value.description == CANT + words


def test_the_legacy_markdown() -> None:
    plain, found = parse_markdown("*粗* _斜_ `c` [链](http://a.cn) 1.")
    assert plain == "粗 斜 c 链 1."
    assert [e["type"] for e in found] == ["bold", "italic", "code", "text_link"]
    with pytest.raises(Refused, match="Can't find end of the entity starting at byte offset 3"):
        parse_markdown("水_x")


@given(st.text(alphabet="<>/ab&;=\"' 水𨋢\n!*_[]()`~|\\#0x", max_size=40))
def test_no_text_ever_crashes_a_parser(text: str) -> None:
    for mode in ("", "HTML", "MarkdownV2", "Markdown"):
        try:
            plain, found = formatted(text, mode)
        except Refused:
            continue
        size = utf16_length(plain)
        for entity in found:
            assert 0 <= entity["offset"] < size
            assert 0 < entity["length"] <= size - entity["offset"]


def test_telegram_finds_commands_mentions_and_links_by_itself() -> None:
    text = "𨋢 /drill@qianshao_bot 请 @chenlihua 看 https://a.cn/x #山洪 +86 138 0013 8000"
    found = {entity["type"]: marked(text, entity) for entity in find_marks(text, [])}
    assert found == {
        "bot_command": "/drill@qianshao_bot",
        "mention": "@chenlihua",
        "url": "https://a.cn/x",
        "hashtag": "#山洪",
        "phone_number": "+86 138 0013 8000",
    }


async def test_lengths_are_counted_after_the_entities_are_parsed(open_room: Room) -> None:
    chat = open_room.officer.id
    await open_room.api("sendMessage", chat_id=chat, text="<b>" + "字" * 4096 + "</b>", parse_mode="HTML")
    long = await open_room.refused("sendMessage", chat_id=chat, text="字" * 4097)
    assert long == "400 Bad Request: message is too long"
    photo = (await open_room.officer.sends_photo()).photo[-1].file_id
    await open_room.api("sendPhoto", chat_id=chat, photo=photo, caption="字" * 1024)
    caption = await open_room.refused("sendPhoto", chat_id=chat, photo=photo, caption="字" * 1025)
    assert caption == "400 Bad Request: message caption is too long"


async def test_empty_texts_are_refused(open_room: Room) -> None:
    chat = open_room.officer.id
    assert await open_room.refused("sendMessage", chat_id=chat, text="") == "400 Bad Request: message text is empty"
    assert await open_room.refused("sendMessage", chat_id=chat) == "400 Bad Request: message text is empty"
    assert (
        await open_room.refused("sendMessage", chat_id=chat, text=" \n ") == "400 Bad Request: text must be non-empty"
    )
    answer = await open_room.refused("sendMessage", chat_id=chat, text="x", parse_mode="BBCode")
    assert answer == "400 Bad Request: unsupported parse_mode"


async def test_entities_may_be_sent_instead_of_a_parse_mode(open_room: Room) -> None:
    bold = [{"type": "bold", "offset": 0, "length": 2}]
    sent = await open_room.api("sendMessage", chat_id=open_room.officer.id, text="山洪来了", entities=bold)
    assert sent["entities"] == bold


@given(st.dictionaries(st.text(min_size=1, max_size=8), st.text(max_size=30), max_size=5))
def test_forms_are_read_as_the_standard_library_reads_them(values: dict[str, str]) -> None:
    sent = urlencode(values).encode("ascii")
    assert read_form(sent) == dict(parse_qsl(sent.decode(), keep_blank_values=True))
