"""Public alerts for other machines: what is published is there, what is not is not, and nobody fetches it twice."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import aiohttp
from lxml import etree

from bot.clock import Clock
from bot.documents import cap_xml
from bot.web.server import WebServer
from storage import people
from storage.database import Database
from storage.tables import Alert, Area
from tests.documents.test_cap import SCHEMA
from tests.web.test_server import serving, settings

NOW = datetime.now(UTC)


async def two_alerts(database: Database) -> None:
    """A red one, and its update that is still a draft."""
    async with database.transaction() as tx:
        tx.session.add(Area(code="440118", name="增城区", name_hant="增城區", kind="city"))
        tx.session.add(Area(code="440118105", name="派潭镇", name_hant="派潭鎮", kind="town", parent="440118"))
        person = await people.add(tx, "李区", "zh-Hans", NOW, 7)
        for number in (1, 2):
            tx.session.add(
                Alert(
                    kind="weather", event="rainstorm", level="red", areas=["440118105"], texts={"zh-Hans": "快走"},
                    issuer="增城区气象台", issued_at=NOW, issuer_area="440118105", drafted_by=person.id, chat_id=7,
                    drafted_by_name="李区", drafted_at=NOW, state="published" if number == 1 else "draft",
                    published_at=NOW if number == 1 else None, refs=[1] if number == 2 else [], action="issue",
                )
            )  # fmt: skip
            await tx.session.flush()


async def test_what_is_published_is_there_with_its_tag_and_a_draft_is_not(database):
    await two_alerts(database)
    server = WebServer(settings(cap_sender="duty@cap.example.org"), database, Clock(), webhook=False)
    async with serving(server), aiohttp.ClientSession(f"http://127.0.0.1:{server.port}") as session:
        async with session.get("/cap/1.xml") as answer:
            body, tag, changed = await answer.read(), answer.headers["ETag"], answer.headers["Last-Modified"]
            assert answer.content_type == "application/cap+xml"
            assert "max-age" in answer.headers["Cache-Control"]
        SCHEMA.assertValid(etree.fromstring(body))
        assert cap_xml.read(body).sender == "duty@cap.example.org"
        for known in ({"If-None-Match": tag}, {"If-Modified-Since": changed}, {"If-None-Match": "*"}):
            async with session.get("/cap/1.xml", headers=known) as answer:
                assert (answer.status, await answer.read()) == (304, b"")
        async with session.get("/cap/1.xml", headers={"If-None-Match": '"other"'}) as answer:
            assert answer.status == 200
        for absent in ("/cap/2.xml", "/cap/99.xml", "/cap/0.xml", "/cap/x.xml", "/cap/1.xml%00", "/cap/"):
            async with session.get(absent) as answer:
                assert answer.status == 404, absent
        async with session.get("/cap/feed.xml") as answer:
            feed, tag = etree.fromstring(await answer.read()), answer.headers["ETag"]
            assert answer.content_type == "application/atom+xml"
        links = [link.get("href") for link in feed.iter("{http://www.w3.org/2005/Atom}link")]
        assert links == ["https://bot.example.org/cap/feed.xml", "https://bot.example.org/cap/1.xml"]
        async with session.get("/cap/feed.xml", headers={"If-None-Match": tag}) as answer:
            assert answer.status == 304
        async with session.head("/cap/feed.xml") as answer:
            assert answer.status == 200


async def test_an_update_names_what_it_follows_and_an_empty_feed_is_a_feed(database):
    server = WebServer(settings(), database, Clock(), webhook=False)
    async with serving(server), aiohttp.ClientSession(f"http://127.0.0.1:{server.port}") as session:
        async with session.get("/cap/feed.xml") as answer:
            assert answer.status == 200
        await two_alerts(database)
        async with database.transaction() as tx:
            row = await tx.session.get(Alert, 2)
            row.state, row.action, row.published_at = "published", "update", NOW + timedelta(minutes=5)
        async with session.get("/cap/2.xml") as answer:
            message = cap_xml.read(await answer.read())
        assert message.msg_type == "Update"
        assert [each[1] for each in message.references] == ["qianshao-440118-1"]
