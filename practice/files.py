"""Files that people and bots sent: ids, sizes and bytes; made up from a seed when nobody gave any."""

import base64
import binascii
import random
from dataclasses import dataclass, field

from telegram.constants import FileSizeLimit

from practice.errors import Json, NotPossible, bad_request
from practice.pictures import jpeg

# kind -> (start of its file_id, folder, ending, media type), as Telegram names them
KINDS = {
    "photo": ("AgACAgUAAx", "photos", "jpg", "image/jpeg"),
    "video": ("BAACAgUAAx", "videos", "mp4", "video/mp4"),
    "voice": ("AwACAgUAAx", "voice", "oga", "audio/ogg"),
    "audio": ("CQACAgUAAx", "music", "mp3", "audio/mpeg"),
    "document": ("BQACAgUAAx", "documents", "bin", "application/octet-stream"),
    "sticker": ("CAACAgUAAx", "stickers", "webp", "image/webp"),
    "animation": ("CgACAgUAAx", "animations", "mp4", "video/mp4"),
}
HEADS = {
    "video": b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom",
    "voice": b"OggS\x00\x02" + b"\x00" * 20 + b"\x01\x13OpusHead\x01\x01",
    "audio": b"ID3\x04\x00\x00\x00\x00\x00\x00",
    "sticker": b"RIFF\x1a\x00\x00\x00WEBPVP8L",
    "animation": b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom",
    "document": b"",
    "photo": b"",
}
USUAL_SIZE = {"video": 4096, "voice": 2048, "audio": 4096, "document": 512, "sticker": 256, "animation": 2048}
LARGEST_UPLOAD = {"photo": int(FileSizeLimit.PHOTOSIZE_UPLOAD)}


@dataclass(slots=True)
class StoredFile:
    kind: str
    id: str
    unique_id: str
    path: str
    size: int
    mime: str
    name: str
    seed: int
    content: bytes | None = None  # None: made up from the seed when somebody downloads it
    width: int = 0
    height: int = 0
    bots: set[int] = field(default_factory=set)  # those that have seen it: its id means nothing to any other bot

    def json(self) -> Json:
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": self.size}

    def read(self) -> bytes:
        if self.content is not None:
            return self.content
        head = jpeg(self.seed, self.width, self.height) if self.kind == "photo" else HEADS[self.kind]
        return head + random.Random(self.seed).randbytes(max(0, self.size - len(head)))


class FileStore:
    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}
        self._last = 0

    def make(
        self,
        kind: str,
        *,
        seed: int | None = None,
        size: int | None = None,
        name: str = "",
        mime: str = "",
        content: bytes | None = None,
        width: int = 0,
        height: int = 0,
    ) -> StoredFile:
        self._last += 1
        number = self._last
        start, folder, ending, usual_mime = KINDS[kind]
        real_ending = name.rpartition(".")[2] if "." in name else ending
        # A file_id is long, opaque and URL-safe; a bot that keeps it in 64 bytes of callback data breaks here too.
        tail = base64.urlsafe_b64encode(random.Random(number).randbytes(48)).decode()
        file = StoredFile(
            kind=kind,
            id=f"{start}{tail}{number}",
            unique_id=f"AQAD{number:011d}",
            path=f"{folder}/file_{number}.{real_ending}",
            size=0,
            mime=mime or usual_mime,
            name=name,
            seed=number if seed is None else seed,
            content=content,
            width=width,
            height=height,
        )
        if content is not None:
            file.size = len(content)
        elif kind == "photo":
            file.size = max(size or 0, len(jpeg(file.seed, width, height)))
        else:
            file.size = max(size or USUAL_SIZE[kind], len(HEADS[kind]))
        self._by_id[file.id] = self._by_path[file.path] = file
        return file

    def seen_by(self, bot_id: int, message: Json) -> None:
        """A bot has sent this message or heard of it: from now on it knows the files in it by their ids."""
        for kind in KINDS:
            found = message.get(kind)
            for part in found if isinstance(found, list) else [found] if found else []:
                file = self._by_id.get(part["file_id"])
                if file is not None:
                    file.bots.add(bot_id)

    def by_id(self, file_id: str, bot_id: int) -> StoredFile:
        file = self._by_id.get(file_id)
        if file is None or (file.bots and bot_id not in file.bots):
            raise bad_request("wrong file identifier/HTTP URL specified")
        return file

    def known(self, file_id: str) -> StoredFile | None:
        return self._by_id.get(file_id)

    def forget(self, file_id: str) -> None:
        """From now on this id is wrong, as after a change of the bot's token."""
        self._by_id.pop(file_id, None)

    def by_path(self, path: str) -> StoredFile | None:
        return self._by_path.get(path)

    def download_info(self, file_id: str, bot_id: int) -> Json:
        """getFile: the path to download from, for files up to 20 MB."""
        file = self._by_id.get(file_id)
        if file is None or (file.bots and bot_id not in file.bots):
            raise bad_request("wrong file_id or the file is temporarily unavailable")
        if file.size > FileSizeLimit.FILESIZE_DOWNLOAD:
            raise bad_request("file is too big")
        return {**file.json(), "file_path": file.path}

    # -- the JSON of each kind ---------------------------------------------------------------------------------------

    def photo(self, seed: int | None = None, content: bytes | None = None, size: int | None = None) -> list[Json]:
        """PhotoSizes from small to large, as Telegram lists them; only the largest keeps uploaded bytes."""
        small = self.make("photo", seed=seed, width=88, height=64)
        large = self.make("photo", seed=small.seed, content=content, size=size, width=320, height=240)
        return [{**file.json(), "width": file.width, "height": file.height} for file in (small, large)]

    def media(self, file: StoredFile) -> Json:
        """The Video, Voice, Audio, Document … object of a message."""
        body = file.json()
        if file.kind == "sticker":
            flat = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
            return {**body, **flat, "emoji": "👍", "set_name": "practice"}
        body["mime_type"] = file.mime
        if file.name:
            body["file_name"] = file.name
        if file.kind in ("video", "animation"):
            body.update(width=640, height=360)
        if file.kind in ("video", "animation", "voice", "audio"):
            body["duration"] = 5
        return body


def decoded(base64_text: str) -> bytes:
    try:
        return base64.b64decode(base64_text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise NotPossible("data_base64 is not base64") from error
