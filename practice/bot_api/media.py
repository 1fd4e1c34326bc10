"""Photos, videos, voices, audio, documents, stickers and albums that a bot sends, and getFile."""

from typing import Any

from telegram.constants import FileSizeLimit, MediaGroupLimit

from practice.bot_api.access import Access, answered_message, chat_of, check_rights, thread_of
from practice.bot_api.call import Call, Upload, method
from practice.bot_api.sending import caption_content, deliver, send
from practice.errors import Json, Refused, bad_request
from practice.files import LARGEST_UPLOAD

PLURALS = {
    "photo": "photos",
    "video": "videos",
    "voice": "voice notes",
    "audio": "music",
    "document": "documents",
    "sticker": "stickers",
    "animation": "animations",
}
# Photos and videos mix in an album; documents and audio keep to themselves.
ALBUM_KINDS = {"photo": "visual", "video": "visual", "document": "document", "audio": "audio"}
DETAILS = ("duration", "width", "height", "performer", "title")


def upload_of(call: Call, raw: str, field: str) -> Upload | None:
    """The posted file that a parameter means: `attach://name`, or a file in the field of that very name."""
    if raw.startswith("attach://"):
        upload = call.params.files.get(raw.removeprefix("attach://"))
        if upload is None:
            raise bad_request(f"can't find file by URL: {raw}" if field else "wrong file attach name")
        return upload
    return call.params.files.get(field) if not raw else None


def file_content(call: Call, kind: str, raw: str, field: str) -> Json:
    """`{kind: …}` of a message from an upload or a file_id."""
    upload = upload_of(call, raw, field)
    files = call.world.files
    if upload is None:
        if not raw:
            raise bad_request(f"there is no {kind} in the request")
        return reused(call, kind, raw)
    if len(upload.content) > LARGEST_UPLOAD.get(kind, int(FileSizeLimit.FILESIZE_UPLOAD)):
        if kind == "photo":
            raise bad_request("file is too big")
        raise Refused(413, "Request Entity Too Large")
    if not upload.content:
        raise bad_request("file must be non-empty")
    if kind == "photo":
        return {"photo": files.photo(content=upload.content)}
    stored = files.make(kind, name=upload.name, mime=upload.mime, content=upload.content)
    return {kind: files.media(stored), **({"document": files.media(stored)} if kind == "animation" else {})}


def reused(call: Call, kind: str, file_id: str) -> Json:
    files = call.world.files
    if file_id.startswith(("http://", "https://")):
        # A practice room has no internet to fetch from.
        raise bad_request("failed to get HTTP URL content")
    stored = files.by_id(file_id, call.bot.id)
    if stored.kind != kind:
        raise bad_request(f"can't use file of type {stored.kind.capitalize()} as {kind.capitalize()}")
    if kind == "photo":
        return {"photo": [{**stored.json(), "width": stored.width, "height": stored.height}]}
    return {kind: files.media(stored)}


def send_file(call: Call, kind: str) -> Json:
    params = call.params
    content = file_content(call, kind, params.text(kind), kind)
    if kind not in ("photo", "sticker"):
        for name in DETAILS:
            if params.has(name):
                content[kind] = {**content[kind], name: params.values[name]}
        for name in ("duration", "width", "height"):
            if name in content[kind]:
                content[kind][name] = int(content[kind][name])
    entities = params.parsed("caption_entities", "can't parse entities JSON object")
    content.update(caption_content(params.text("caption"), params.text("parse_mode"), entities))
    for name in ("show_caption_above_media", "has_spoiler"):
        if params.flag(name):
            content["has_media_spoiler" if name == "has_spoiler" else name] = True
    return send(call, content, PLURALS[kind])


@method("sendPhoto")
def send_photo(call: Call) -> Json:
    return send_file(call, "photo")


@method("sendVideo")
def send_video(call: Call) -> Json:
    return send_file(call, "video")


@method("sendVoice")
def send_voice(call: Call) -> Json:
    return send_file(call, "voice")


@method("sendAudio")
def send_audio(call: Call) -> Json:
    return send_file(call, "audio")


@method("sendDocument")
def send_document(call: Call) -> Json:
    return send_file(call, "document")


@method("sendAnimation")
def send_animation(call: Call) -> Json:
    return send_file(call, "animation")


@method("sendSticker")
def send_sticker(call: Call) -> Json:
    return send_file(call, "sticker")


def album_item(call: Call, item: Any) -> Json:
    if not isinstance(item, dict):
        raise bad_request("can't parse InputMedia: expected an Object")
    kind, raw = str(item.get("type", "")), item.get("media")
    if kind not in ALBUM_KINDS:
        raise bad_request(f'can\'t parse InputMedia: type "{kind}" is invalid')
    if not isinstance(raw, str) or not raw:
        raise bad_request("can't parse InputMedia: media not found")
    content = file_content(call, kind, raw, "")
    content.update(
        caption_content(str(item.get("caption") or ""), str(item.get("parse_mode") or ""), item.get("caption_entities"))
    )
    return content


@method("sendMediaGroup")
def send_media_group(call: Call) -> list[Json]:
    items = call.params.parsed("media", "can't parse media JSON object")
    if items is None:
        raise bad_request("can't parse media JSON object")
    if not isinstance(items, list):
        raise bad_request("expected an Array of InputMedia")
    if len(items) > MediaGroupLimit.MAX_MEDIA_LENGTH:
        raise bad_request("too many messages to send as an album")
    if len(items) < MediaGroupLimit.MIN_MEDIA_LENGTH:
        raise bad_request("there must be at least 2 media in an album" if items else "there are no messages to send")
    contents = [album_item(call, item) for item in items]
    if len({ALBUM_KINDS[item["type"]] for item in items}) > 1:
        raise bad_request("document can't be mixed with other media types")
    chat = chat_of(call, Access.WRITE)
    thread_id, answered = thread_of(call, chat), answered_message(call, chat)
    check_rights(call, chat, PLURALS[items[0]["type"]])
    # Every picture of an album is a message, and counts as one.
    call.bot.flood.pass_or_refuse(chat.id, len(items), call.params.flag("allow_paid_broadcast"))
    group = str(13_000_000_000_000_000 + call.world.new_number())
    return [deliver(call, chat, {"media_group_id": group, **content}, thread_id, answered) for content in contents]


@method("getFile")
def get_file(call: Call) -> Json:
    file_id = call.params.text("file_id")
    if not file_id:
        raise bad_request("file_id not specified")
    return call.world.files.download_info(file_id, call.bot.id)
