"""Every alert is a CAP message that OASIS's schema accepts, reads back the same, and does no harm when hostile."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from bot.documents import atom, cap_words, cap_xml
from bot.documents.cap_xml import CapRefused
from bot.rules.alert_certainty import CHOICES, chosen
from bot.rules.alert_levels import KINDS, LEVELS, SIGNALS
from bot.rules.alert_view import AlertView
from bot.rules.cap_import import NotForUs, draft_of
from bot.rules.cap_message import CapMessage
from tests.rules.area_rows import zengcheng

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).with_name("CAP-v1.2.xsd")))
ZONE = ZoneInfo("Asia/Shanghai")
SENT = datetime(2026, 6, 8, 8, 20, 31, 999, tzinfo=ZONE)
TOWN, VILLAGE, CITY = "440118105", "440118105230", "440118"

RED = AlertView(
    alert_id=2, kind="weather", event="rainstorm", level="red", areas=(TOWN, "440118104"),
    area_names=(("派潭镇", "派潭鎮"), ("正果镇", "正果鎮")),
    texts={"zh-Hans": "过去3小时 <100> 毫米 & 更多", "en": "Heavy rain."},
    issuer="增城区气象台", issued_at=SENT - timedelta(minutes=5), published_at=SENT,
    expires_at=SENT + timedelta(hours=6),
    state="published", prev_level="orange", change="upgrade", details={"observed": True},
)  # fmt: skip


def cap(view: AlertView, before: tuple[int, ...] = ()) -> CapMessage:
    view = replace(view, refs=before)
    return cap_words.cap_of(view, [(number, SENT) for number in before], CITY, "qianshao@example.org", ZONE)


def valid(body: bytes) -> etree._Element:
    root = etree.fromstring(body)
    SCHEMA.assertValid(root)
    return root


def test_a_red_rainstorm_has_the_elements_of_the_open_case():
    message = cap(RED, (1,))
    valid(cap_xml.write(message))
    info = message.infos[0]
    assert (message.msg_type, info.severity, info.urgency, info.certainty) == (
        "Update", "Extreme", "Immediate", "Observed")  # fmt: skip
    assert (info.categories, info.event_codes) == (("Met",), (("CN-EventType", "11B03"),))
    assert message.references == (("qianshao@example.org", "qianshao-440118-1", "2026-06-08T08:20:31+08:00"),)
    assert info.parameter("CN-Color") == "Red"
    assert info.parameter("CN-PrevColor") == "Orange"
    assert [each.language for each in message.infos] == ["zh-CN", "zh-Hant-HK", "en-US"]
    assert [area.geocodes for area in info.areas] == [(("CN-TownCode", TOWN),), (("CN-TownCode", "440118104"),)]
    assert cap(RED).msg_type == "Alert", "the orange one is not known here"


def test_a_lifting_is_a_cancel_of_what_went_out_and_an_all_clear_of_what_did_not():
    lifting = replace(RED, action="cancel", change="cancel", expires_at=None)
    message = cap(lifting, (1, 2))
    valid(cap_xml.write(message))
    info = message.infos[0]
    assert (message.msg_type, info.responses, info.urgency) == ("Cancel", ("AllClear",), "Past")
    assert len(message.references) == 2
    assert "不要擅自返回" in info.instruction
    assert cap(lifting).msg_type == "Alert"
    assert cap(lifting).infos[0].responses == ("AllClear",)


def test_a_typhoon_to_come_and_a_drill():
    typhoon = replace(
        RED, event="typhoon", level="yellow", details={}, areas=(CITY,), area_names=(("增城区", "增城區"),)
    )
    info = cap(typhoon).infos[0]
    assert (info.severity, info.urgency, info.certainty) == ("Moderate", "Expected", "Likely")
    assert info.areas[0].geocodes == (("GB/T 2260", CITY),)
    drill = cap(replace(RED, drill=True))
    valid(cap_xml.write(drill))
    assert drill.status == "Exercise"
    for info in drill.infos:
        for words in (info.headline, info.description, info.instruction):
            assert not words or (words.startswith("【演练】") and words.endswith("【演练】"))


words = st.text(max_size=60)
views = st.builds(
    lambda kind, event, level, texts, advised, action, refs, expires, sure: replace(
        RED, kind=kind, event=event if kind == "weather" else "", level=level, texts={"zh-Hans": texts[0], **texts[1]},
        with_advice=advised, action=action, refs=refs, expires_at=SENT + expires if expires else None,
        issuer="" if level == "notice" else "台", issuer_names=("派潭镇", "派潭鎮"),
        details={"shapes": {"polygons": ["23.4,113.6 23.6,113.7 23.5,113.8 23.4,113.6"], "circles": ["23.5,113.7 3"]},
                 **sure},
    ),
    st.sampled_from(KINDS), st.sampled_from(sorted(SIGNALS)), st.sampled_from(LEVELS),
    st.tuples(words, st.dictionaries(st.sampled_from(["zh-Hant", "en"]), words)), st.booleans(),
    st.sampled_from(["issue", "update", "cancel"]), st.sampled_from([(), (1,), (1, 3)]),
    st.none() | st.timedeltas(timedelta(seconds=1), timedelta(days=3)),
    st.fixed_dictionaries({}, optional={name: st.sampled_from(known) for name, known in CHOICES.items()}),
)  # fmt: skip


@given(views)
def test_whatever_is_published_passes_the_schema_and_reads_back_as_it_was(view):
    message = cap_words.cap_of(view, [(each, SENT) for each in view.refs], CITY, "q@example.org", ZONE)
    body = cap_xml.write(message)
    valid(body)
    again = cap_xml.read(body)
    assert cap_xml.read(cap_xml.write(again)) == again
    assert (again.identifier, again.msg_type, again.references) == (
        message.identifier, message.msg_type, message.references)  # fmt: skip
    told = {name: getattr(again.infos[0], name) for name in CHOICES}
    assert view.action == "cancel" or chosen(view.details).items() <= told.items()
    assert [(i.language, i.severity, i.parameters, i.areas) for i in again.infos] == [
        (i.language, i.severity, i.parameters, i.areas) for i in message.infos]  # fmt: skip


def test_an_alert_comes_back_as_a_draft_that_says_the_same():
    draft = draft_of(cap_xml.read(cap_xml.write(cap(RED, (1,)))), zengcheng())
    assert (draft.kind, draft.event, draft.level, draft.areas) == ("weather", "rainstorm", "red", RED.areas)
    assert (draft.issuer, datetime.fromisoformat(draft.issued_at)) == (
        "增城区气象台",
        RED.issued_at.replace(microsecond=0),
    )
    assert draft.texts["zh-Hans"] == RED.texts["zh-Hans"]
    assert draft.texts["en"] == "Heavy rain."
    assert datetime.fromisoformat(draft.ends_at) == RED.expires_at.replace(microsecond=0)
    assert draft.step == "preview"
    assert draft.details["cap"]["identifier"] == "qianshao-440118-2"
    lifting = draft_of(cap_xml.read(cap_xml.write(cap(replace(RED, action="cancel"), (2,)))), zengcheng())
    assert (lifting.action, lifting.ends_at) == ("cancel", "")
    drill = draft_of(cap_xml.read(cap_xml.write(cap(replace(RED, drill=True)))), zengcheng())
    assert drill.drill
    assert not drill.texts["zh-Hans"].startswith("【演练】"), "the marks are set when it is worded"


SAMPLE = """<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>KSTO1055887203</identifier><sender>KSTO@NWS</sender>
<sent>2026-06-08T08:15:00+08:00</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope>
<info><language>zh-CN</language><category>Met</category><event>暴雨</event><urgency>Immediate</urgency>
<severity>Extreme</severity><certainty>Observed</certainty><senderName>增城区气象台</senderName>
<headline>派潭镇有强降雨</headline><area><areaDesc>增城区派潭镇</areaDesc></area></info></alert>"""


def test_a_strangers_message_never_gets_a_colour_from_its_severity():
    draft = draft_of(cap_xml.read(SAMPLE.encode()), zengcheng())
    assert (draft.level, draft.step, draft.areas) == ("", "level", (TOWN,))
    named = SAMPLE.replace("派潭镇有强降雨", "增城区气象台发布派潭镇暴雨橙色预警信号")
    assert draft_of(cap_xml.read(named.encode()), zengcheng()).level == "orange"


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("Actual", "Test", "status"), ("Actual", "System", "status"), ("Public", "Restricted", "scope"),
        ("<msgType>Alert", "<msgType>Ack", "kind"),
    ],
)  # fmt: skip
def test_tests_acknowledgements_and_private_ones_are_not_for_residents(before, after, reason):
    message = cap_xml.read(SAMPLE.replace(before, after).encode())
    with pytest.raises(NotForUs) as refused:
        draft_of(message, zengcheng())
    assert refused.value.reason == reason


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{n} "{"&a" + (str(n - 1) if n else "") + ";"}">' * 1 for n in range(1, 9))
    + "]><alert>&a8;</alert>"
)
XXE = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + SAMPLE.split("?>")[1].replace(
    "派潭镇有强降雨", "&x;"
)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (LAUGHS.encode(), "doctype"),
        (XXE.encode(), "doctype"),
        (XXE.replace('version="1.0"', 'version="1.0" encoding="UTF-16"').encode("utf-16"), "doctype"),
        (SAMPLE.replace("?>", '?><!DOCTYPE alert SYSTEM "http://127.0.0.1:9/x.dtd">', 1).encode(), "doctype"),
        (b"<a>" * 100_000, "not_xml"),
        (b"x" * (cap_xml.LARGEST + 1), "too_big"),
        (b"", "not_xml"),
        (b"\0\0\0", "not_xml"),
        ("不是 XML".encode(), "not_xml"),
        (b"<alert/>", "not_cap"),
        (SAMPLE.replace("cap:1.2", "cap:1.1").encode(), "not_cap"),
        (re.sub("<sent>.*</sent>", "", SAMPLE).encode(), "sent"),
        (SAMPLE.replace("+08:00", "Z").encode(), "dateTime"),
        (SAMPLE.replace("2026-06-08", "2026-13-08").encode(), "dateTime"),
        (SAMPLE.replace("<event>暴雨</event>", "").encode(), "event"),
        (SAMPLE.replace("Actual", "Real").encode(), "status"),
        (SAMPLE.replace("</scope>", "</scope><references>a,b</references>").encode(), "references"),
    ],
)
def test_hostile_and_broken_files_are_refused_with_a_reason(body, reason):
    with pytest.raises(CapRefused) as refused:
        cap_xml.read(body)
    assert refused.value.reason == reason


@given(st.binary(max_size=300))
def test_no_bytes_do_harm(body):
    with pytest.raises(CapRefused):
        cap_xml.read(body)


def test_the_feed_is_atom_and_names_each_message():
    entry = atom.Entry("qianshao-440118-2", "暴雨红色预警：派潭镇", "a <b>", SENT, "https://x.example/cap/2.xml")
    root = etree.fromstring(atom.feed("t", "urn:x", "https://x.example/cap/feed.xml", "q", datetime.now(UTC), [entry]))
    found = root.find(f"{{{atom.ATOM}}}entry")
    assert found is not None
    assert found.find(f"{{{atom.ATOM}}}link").get("href") == "https://x.example/cap/2.xml"
