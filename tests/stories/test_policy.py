"""The rules of escalation at night: acknowledgements that lapse, copies in private, policies, the auditor."""

from __future__ import annotations

from datetime import timedelta

from storage import case_log, escalations, people, reports
from storage.tables import ShiftOverride
from tests.stories.nights import TOWN, Night
from tests.stories.test_escalation import emergency, paitan


async def on_the_roster(night: Night, name: str, seat: str = "main") -> None:
    """Somebody sits at the town's desk tonight and tomorrow."""
    async with night.database.transaction() as tx:
        person = await people.by_telegram(tx, night.phones[name].id)
        now = night.app.clock.now()
        tx.session.add(
            ShiftOverride(
                area=TOWN, seat=seat, starts_at=now - timedelta(hours=1), ends_at=now + timedelta(days=2),
                person_id=person.id, made_at=now,
            )
        )  # fmt: skip


async def test_an_acknowledgement_without_progress_lapses_and_those_on_duty_hear_it_in_private(database_url):
    async with paitan(database_url, acknowledgement_lapses=True) as night:
        town, city, leader = night.phones["陈值班"], night.phones["李区"], night.phones["王带班"]
        await on_the_roster(night, "陈值班")
        number = await emergency(night)
        await city.sees(number, "P0", chat=night.city)
        card = await town.sees(number, "P0", chat=night.town)
        copy = await town.sees(number, "P0", "无人接报")
        assert not getattr(copy, "disable_notification", False)
        # the other seat of the district is nobody's: the district hears it in its group alone
        await city.sees_nothing_new()
        await town.taps("接报", message=copy)
        await town.sees("陈值班", "接报", chat=night.town)
        await town.sees("陈值班", "接报")
        await night.forward(minutes=15)
        await town.taps("追问", chat=night.town, message=card)
        prompt = await town.sees("回复这条消息", chat=night.town)
        await town.sends("路通吗", chat=night.town, reply_to=prompt)
        await town.sees("问题已发给", chat=night.town)
        await night.forward(minutes=15)  # a question is progress: the time runs anew
        await night.settled()
        async with night.database.transaction() as tx:
            assert (await reports.get(tx, 1)).state == "acknowledged"
        await night.stop()  # nobody is there at the moment when it lapses
        await night.forward(minutes=6)
        await night.start()
        for phone, chat in ((town, night.town), (town, None), (city, night.city)):
            await phone.sees(number, "陈值班", "20 分钟没有进展", "接报失效", chat=chat, within=15)
        async with night.database.transaction() as tx:
            assert (await reports.get(tx, 1)).state == "open"
            climb = await escalations.of_report(tx, 1)
            assert (climb.stopped_at, climb.round, climb.lapse_at) == (None, 1, None)
            verbs = [line.verb for line, _ in await case_log.lines(tx, "report:1")]
            assert verbs.count("lapsed") == 1
        await night.forward(minutes=3, seconds=1)
        await town.sees("无人接报", number, chat=night.town)
        await night.forward(minutes=3, seconds=1)
        await leader.sees(number, "P0")
        # by their own rules: no P0 in private any more, the group is called as before
        await town.sends("/copies", chat=night.town)
        await town.sees("私聊里", chat=night.town)
        await town.sends("/copies")
        await town.sees("另发一份")
        await town.taps("P0")
        await night.settled()
        await night.forward(minutes=5, seconds=1)
        await town.sees("无人接报", number, chat=night.town)
        await night.settled()
        async with night.database.transaction() as tx:
            assert (await people.by_telegram(tx, town.id)).copies == "P1"
        officer = night.phones["何志强"]
        await officer.sends("/copies")
        await officer.sees("只有值班")
        # and somebody takes it once more
        await town.taps("接报", chat=night.town, message=card)
        await night.settled()
        async with night.database.transaction() as tx:
            assert (await reports.get(tx, 1)).state == "acknowledged"
