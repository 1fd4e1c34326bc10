"""A night through the webhook instead of polling: stored before it is acknowledged, repeated until it is stored."""

from __future__ import annotations

import socket

import aiohttp

from tests.stories.test_escalation import emergency, paitan

SECRET = "a-secret-of-the-story-tests"


def a_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def test_a_report_through_the_webhook_reaches_the_duty_room_and_survives_a_restart(database_url):
    port = a_free_port()
    settings = {"webhook_url": f"http://127.0.0.1:{port}", "webhook_secret": SECRET, "listen_port": port}
    async with paitan(database_url, **settings) as night:
        officer, town = night.phones["何志强"], night.phones["陈值班"]
        async with aiohttp.ClientSession() as anybody:
            url = f"http://127.0.0.1:{port}/webhook"
            async with anybody.post(url, json={"update_id": 1}) as answer:
                assert answer.status == 401
            wrong = {"X-Telegram-Bot-Api-Secret-Token": "guess"}
            async with anybody.post(url, json={"update_id": 1}, headers=wrong) as answer:
                assert answer.status == 401
        number = await emergency(night)
        await town.sees(number, "P0", chat=night.town)
        await night.stop()
        await officer.sends("路断了")  # Telegram holds it and tries again
        await night.start()
        await town.sees("路断了", chat=night.town, within=20)
