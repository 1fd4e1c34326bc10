"""Photos, documents and their bytes, in both directions."""

import base64

import pytest

from practice.files import FileStore
from practice.pictures import jpeg
from tests.practice.conftest import TOKEN, Room


async def download(room: Room, file_id: str) -> bytes:
    path = (await room.api("getFile", file_id=file_id))["file_path"]
    async with room.session.get(f"{room.server.base_url}/file/bot{TOKEN}/{path}") as answer:
        assert answer.status == 200
        return await answer.read()


async def test_a_photo_can_be_fetched_and_is_a_picture(open_room: Room) -> None:
    message = await open_room.officer.sends_photo(seed=7)
    small, large = message.photo
    assert small.width < large.width
    content = await download(open_room, large.file_id)
    assert content[:3] == b"\xff\xd8\xff"
    assert content[-2:] == b"\xff\xd9"
    assert len(content) == large.file_size
    async with open_room.session.get(f"{open_room.server.base_url}/practice/files/{large.file_id}") as answer:
        assert (answer.content_type, await answer.read()) == ("image/jpeg", content)


def test_every_seed_is_another_picture() -> None:
    assert jpeg(1) == jpeg(1)
    assert jpeg(1) != jpeg(2)


async def test_a_document_keeps_its_bytes(open_room: Room) -> None:
    body = "镇,村\n派潭镇,高滩村\n".encode()
    message = await open_room.officer.sends_document(file_name="areas.csv", data_base64=base64.b64encode(body).decode())
    assert message.document is not None
    assert (message.document.file_name, message.document.file_size) == ("areas.csv", len(body))
    assert await download(open_room, message.document.file_id) == body


async def test_over_twenty_megabytes_a_file_is_too_big_to_fetch(open_room: Room) -> None:
    small = await open_room.officer.sends_document(size=20_000_000)
    large = await open_room.officer.sends_document(size=20_000_001)
    assert small.document is not None
    assert large.document is not None
    assert (await open_room.api("getFile", file_id=small.document.file_id))["file_size"] == 20_000_000
    answer = await open_room.refused("getFile", file_id=large.document.file_id)
    assert answer == "400 Bad Request: file is too big"


async def test_unknown_files(open_room: Room) -> None:
    wrong = await open_room.refused("getFile", file_id="AgACnothing")
    assert wrong == "400 Bad Request: wrong file_id or the file is temporarily unavailable"
    photo = await open_room.refused("sendPhoto", chat_id=open_room.officer.id, photo="AgACnothing")
    assert photo == "400 Bad Request: wrong file identifier/HTTP URL specified"
    nothing = await open_room.refused("sendPhoto", chat_id=open_room.officer.id)
    assert nothing == "400 Bad Request: there is no photo in the request"
    async with open_room.session.get(f"{open_room.server.base_url}/file/bot{TOKEN}/photos/none.jpg") as answer:
        assert answer.status == 404


async def test_a_file_is_sent_again_by_its_id_but_only_as_what_it_is(open_room: Room) -> None:
    voice = (await open_room.officer.sends_voice()).voice
    assert voice is not None
    sent = await open_room.api("sendVoice", chat_id=open_room.duty.id, voice=voice.file_id)
    assert sent["voice"]["file_unique_id"] == voice.file_unique_id
    mixed = await open_room.refused("sendDocument", chat_id=open_room.duty.id, document=voice.file_id)
    assert mixed == "400 Bad Request: can't use file of type Voice as Document"


async def test_albums_of_a_bot(open_room: Room) -> None:
    room, chat = open_room, open_room.duty.id
    photo = (await room.officer.sends_photo()).photo[-1].file_id
    one = {"type": "photo", "media": photo}
    sent = await room.api("sendMediaGroup", chat_id=chat, media=[{**one, "caption": "现场"}, one])
    assert len({message["media_group_id"] for message in sent}) == 1
    assert await room.refused("sendMediaGroup", chat_id=chat, media=[one] * 11) == (
        "400 Bad Request: too many messages to send as an album"
    )
    document = (await room.officer.sends_document()).document
    assert document is not None
    mixed = [one, {"type": "document", "media": document.file_id}]
    assert await room.refused("sendMediaGroup", chat_id=chat, media=mixed) == (
        "400 Bad Request: document can't be mixed with other media types"
    )


@pytest.mark.parametrize("kind", ["video", "voice", "audio", "document", "sticker"])
def test_made_up_files_have_the_size_they_say(kind: str) -> None:
    stored = FileStore().make(kind, size=5000)
    assert len(stored.read()) == stored.size == 5000
