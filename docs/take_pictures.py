"""`make screenshot`: the practice room is started, a short night is played, and the page is photographed.

Writes docs/pictures/practice-desktop.png and practice-phone.png. Needs a chromium (Debian: apt install chromium) with
fonts for Chinese; the tests do not need these pictures.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

from playwright.async_api import Browser, async_playwright

from practice.phone import World

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
BOT, TOWN_GROUP = 7_000_000_000, -1_007_000_000_105
OFFICER, DUTY = 700_000_101, 700_000_201
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
# name → width, height, whose phones are on the page
SIGHTS: dict[str, tuple[int, int, tuple[int, ...]]] = {
    "practice-desktop": (1120, 860, (OFFICER, DUTY)),
    "practice-phone": (412, 860, (OFFICER,)),
}
START_SECONDS = 60


async def main() -> None:
    if CHROMIUM is None:
        sys.exit("No chromium on this machine. Debian: apt install chromium fonts-noto-cjk fonts-noto-color-emoji")
    PICTURES.mkdir(exist_ok=True)
    async with practice_room() as base_url:
        async with World(base_url) as world:
            await play(world)
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            for name, (width, height, people) in SIGHTS.items():
                await take(browser, base_url, name, width, height, people)
            await browser.close()


@contextlib.asynccontextmanager
async def practice_room() -> AsyncIterator[str]:
    """The address of a room of our own: a free port, and a folder that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        room = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "practice", "--port", "0",
            cwd=folder, env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
            stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        try:
            async with asyncio.timeout(START_SECONDS):
                base_url = await _address(room)
            yield base_url
        finally:
            room.terminate()
            await room.wait()


async def _address(room: asyncio.subprocess.Process) -> str:
    assert room.stdout is not None
    async for line in room.stdout:
        if found := re.search(r"http://[\d.]+:\d+", line.decode()):
            return found[0]
    sys.exit("The practice room did not start.")


async def play(world: World) -> None:
    """Ten past three at night: a slope gives way, the officer reports it, the duty room takes it."""
    officer, duty = await world.phone_of(OFFICER), await world.phone_of(DUTY)
    officer.bot_id = duty.bot_id = BOT
    await officer.sees("应急信息员", within=START_SECONDS)
    await _night_falls(world)
    await officer.taps("紧急上报")
    await officer.sees("发生了什么")
    await officer.taps("滑坡")
    await officer.sees("有人受伤或被困")
    await officer.taps("有")
    await officer.sees("已上报，编号", within=15)
    await duty.sees("无人接报", chat=TOWN_GROUP, within=15)
    await duty.taps("接报", TOWN_GROUP)
    await officer.sees("已接报", within=15)
    await duty.sees("接报", "刘建国", chat=TOWN_GROUP, within=15)


async def _night_falls(world: World) -> None:
    clock = await world.call("GET", "/clock")
    now = datetime.fromisoformat(clock["now"])
    night = now.replace(hour=3, minute=10, second=0) + timedelta(days=int(now.hour >= 3))
    await world.call("POST", "/clock", {"forward_seconds": (night - now) / timedelta(seconds=1)})
    await asyncio.sleep(1)  # the bot reads the clock five times a second


async def take(browser: Browser, base_url: str, name: str, width: int, height: int, people: tuple[int, ...]) -> None:
    context = await browser.new_context(
        viewport={"width": width, "height": height}, device_scale_factor=1.25, locale="zh-CN", color_scheme="light"
    )
    page = await context.new_page()
    await page.goto(f"{base_url}/?people={','.join(map(str, people))}&chat={TOWN_GROUP}&lang=zh-Hans")
    for person in people:
        await page.locator(f'.phone[data-person="{person}"] .message').last.wait_for()
    await page.wait_for_timeout(500)
    await page.screenshot(path=PICTURES / f"{name}.png")
    await context.close()


if __name__ == "__main__":
    asyncio.run(main())
