"""A night of photos, films and voices: kept as they were sent, whatever Telegram, the disk and the officers do."""

from __future__ import annotations

import hashlib
from pathlib import Path

from aiohttp import ClientSession
from sqlalchemy import select

from bot.actions.inspect_evidence import verify
from bot.settings import Settings
from bot.startup_checks import examine
from practice.phone import until_true
from storage import case_log, evidence_files
from storage.evidence_store import EvidenceStore
from storage.tables import Evidence, EvidenceFile
from tests.stories.town import Town


async def files(town: Town) -> list[tuple[str, str, str | None]]:
    async with town.night.database.transaction() as tx:
        rows = await tx.session.scalars(select(EvidenceFile).order_by(EvidenceFile.id))
        return [(row.kind, row.state, row.reason) for row in rows]


def stored(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file()]


async def are(town: Town, *wanted: tuple[str, str, str | None]) -> None:
    async def they_are() -> bool:
        return await files(town) == list(wanted)

    try:
        await until_true(they_are, within=8)
    except AssertionError:
        assert await files(town) == list(wanted)


async def test_a_night_of_evidence(town: Town) -> None:
    he, li, chen, zhou, night = town.he, town.li, town.chen, town.zhou, town.night
    folder = Path(night.settings["evidence_dir"])
    await town.reports_emergency(he, "暴雨洪涝", "无")
    await chen.sees("P2", chat=town.town)
    [report] = await town.reports()

    # a photo: under the card at once, its bytes and their hash a moment later
    photo = await he.sends_photo("水到门口", seed=11)
    await he.sees("已归入 派潭-")
    await chen.sees("水到门口", chat=town.town)
    await are(town, ("photo", "kept", None))
    address = f"{night.base_url}/practice/files/{photo.photo[-1].file_id}"
    async with ClientSession() as session, session.get(address) as answer:
        body = await answer.read()
    sha256 = hashlib.sha256(body).hexdigest()
    assert (folder / sha256[:2] / sha256).read_bytes() == body
    async with night.database.transaction() as tx:
        [(evidence, file)] = await evidence_files.files_of_report(tx, report.id)
        assert (file.sha256, file.size, file.mime) == (sha256, len(body), "image/jpeg")
        assert (evidence.message_at, evidence.forwarded, evidence.original_at) == (photo.date, False, None)
        verbs = [line.verb for line, _ in await case_log.lines(tx, f"report:{report.id}")]
        assert verbs.count("evidence_kept") == 1

    # the same picture from the gallery once more: another file for Telegram, the same bytes on our disk
    await he.sends_photo(seed=11)
    await he.sees("已归入 派潭-")
    await chen.sees("派潭-", chat=town.town)
    await are(town, ("photo", "kept", None), ("photo", "kept", None))
    assert stored(folder) == [sha256]

    # forwarded: marked as not original, with the time of its first message
    family = await night.world.add_group("何家", he, [he, li])
    seen = await li.sends_photo("对岸", chat=family, seed=12)
    await he.forwards(seen, from_chat=family)
    await he.sees("已归入 派潭-")
    await chen.sees("转发，非原件", "对岸", chat=town.town)
    await town.settled()
    async with night.database.transaction() as tx:
        last = await tx.session.scalar(select(Evidence).order_by(Evidence.id.desc()).limit(1))
        assert (last.forwarded, last.original_at) == (True, seen.date)

    # over 20 MB: Telegram keeps it, the officer is told what to do; the duty room can play it all the same
    await he.sends_video(size=25_000_000)
    await he.sees("已归入 派潭-")
    await he.sees("超过 20 MB，只留在 Telegram")
    await chen.sees("派潭-", chat=town.town)
    three = [("photo", "kept", None)] * 3
    await are(town, *three, ("video", "big", "too_big"))

    # Telegram is away for a while; a voice arrives at the duty room, its bytes as soon as there is a way
    await night.world.break_next("getFile", times=2)
    await he.sends_voice()
    await he.sees("已归入 派潭-")
    await chen.sees("派潭-", chat=town.town)
    waits = ("voice", "waiting", "telegram_away")
    await are(town, *three, ("video", "big", "too_big"), waits)
    await town.forward(seconds=6)
    await town.forward(seconds=20)
    kept = [*three, ("video", "big", "too_big"), ("voice", "kept", None)]
    await are(town, *kept)

    # the disk says no: the administrators hear it once, and what is missing is fetched when it is mended
    (folder / "incoming").rmdir()
    (folder / "incoming").write_text("in the way")
    for name in ("a.pdf", "b.pdf"):
        await he.sends_document(file_name=name, size=3000)
        await he.sees("已归入 派潭-")
        await chen.sees("派潭-", chat=town.town)
    await night.admin.sees("照片、文件存不下来", "磁盘出错")
    await are(town, *kept, *[("document", "waiting", "disk_fault")] * 2)
    (folder / "incoming").unlink()
    await night.restart()
    await town.forward(minutes=6)
    kept += [("document", "kept", None)] * 2
    await are(town, *kept)
    assert await verify(night.database, EvidenceStore(folder)) == (6, [])
    found = await examine(Settings(_env_file=None, **night.settings))  # type: ignore[call-arg]
    assert [look.ok for look in found if look.what.startswith("evidence: 6 files kept")] == [True]

    # an hour later the district is called; Telegram no longer knows the photos: they are sent from our own copies
    await town.forgets()
    async with night.database.transaction() as tx:
        photos = list(await tx.session.scalars(select(Evidence).where(Evidence.kind == "photo")))
    for photo_of_ours in photos:
        night.telegram.world.files.forget(photo_of_ours.file_id)
    await town.forward(minutes=60)
    await zhou.sees("P2", chat=town.district)
    await until_true(lambda: _all_there(town, 7), within=10)
    sent = await night.world.calls("sendPhoto")
    uploads = [call for call in sent if any(str(value).startswith("<file") for value in call["params"].values())]
    assert len(uploads) == 3
    await town.forgets()


async def _all_there(town: Town, number: int) -> bool:
    """As many files in the district's group as the report has."""
    view = await town.zhou.view(town.district)
    media = [m for m in view["messages"] if any(kind in m for kind in ("photo", "video", "voice", "document"))]
    return len(media) >= number
