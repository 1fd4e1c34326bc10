"""Pace: urgent first, never faster than Telegram allows. Time is a number that the test moves."""

from __future__ import annotations

import asyncio
import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.pace import Limits, NotSoon, Pace

URGENT, BULK = 0, 9


class FastLoop(asyncio.SelectorEventLoop):
    """An event loop whose time jumps to the next timer: a minute passes at once."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = 1000.0

    def time(self) -> float:
        return self.clock

    def _run_once(self) -> None:
        if not self._ready and self._scheduled:
            self.clock = max(self.clock, self._scheduled[0].when())
        super()._run_once()


def in_fast_time(coroutine, loop=None):
    loop = loop or FastLoop()
    try:
        return loop.run_until_complete(coroutine)
    finally:
        loop.close()


async def send(pace: Pace, loop: FastLoop, sent: list[tuple[float, int, int]], chat: int, priority: int) -> None:
    try:
        await pace.turn(chat, priority)
    except NotSoon:
        return
    sent.append((loop.time(), chat, priority))


def most_in_a_window(times: list[float], seconds: float) -> int:
    return max((sum(1 for t in times if start <= t < start + seconds) for start in times), default=0)


async def run_all(loop: FastLoop, jobs: list[tuple[int, int]], limits: Limits) -> list[tuple[float, int, int]]:
    pace = Pace(limits, monotonic=loop.time)
    sent: list[tuple[float, int, int]] = []
    await asyncio.gather(*(send(pace, loop, sent, chat, priority) for chat, priority in jobs))
    return sent


def test_a_broadcast_uses_nearly_all_that_is_allowed_and_no_second_holds_more():
    loop = FastLoop()
    sent = in_fast_time(run_all(loop, [(chat, BULK) for chat in range(1, 601)], Limits()), loop)
    times = [at for at, _, _ in sent]
    assert most_in_a_window(times, 1.0) <= 30
    rate = (len(times) - 1) / (times[-1] - times[0])
    assert 29.1 <= rate <= 30


def test_an_escalation_overtakes_two_hundred_queued_messages_within_20_ms():
    loop = FastLoop()

    async def night() -> float:
        pace = Pace(Limits(), monotonic=loop.time)
        sent: list[tuple[float, int, int]] = []
        waiting = [asyncio.ensure_future(send(pace, loop, sent, chat, BULK)) for chat in range(1, 301)]
        worst = 0.0
        for number in range(20):
            await asyncio.sleep(0.137)
            asked = loop.time()
            await pace.turn(-5000 - number, URGENT)
            worst = max(worst, loop.time() - asked)
        for task in waiting:
            task.cancel()
        return worst

    assert in_fast_time(night(), loop) <= 0.020


def test_during_a_broadcast_an_answer_leaves_its_place_to_the_escalation_it_has_brought_about():
    loop, chance = FastLoop(), random.Random(4)

    async def night() -> list[float]:
        pace = Pace(Limits(), monotonic=loop.time)
        sent: list[tuple[float, int, int]] = []
        waiting = [asyncio.ensure_future(send(pace, loop, sent, chat, BULK)) for chat in range(1, 1001)]
        waits = []
        for number in range(51):
            await asyncio.sleep(0.3 + 0.2 * chance.random())
            answer = asyncio.ensure_future(send(pace, loop, sent, 7000 + number, 1))
            await asyncio.sleep(0.015)  # the card is claimed and worded
            asked = loop.time()
            await pace.turn(-5000 - number, URGENT)
            waits.append(loop.time() - asked)
            await answer
        for task in waiting:
            task.cancel()
        return sorted(waits)

    waits = in_fast_time(night(), loop)
    assert waits[len(waits) // 2] < 0.001
    assert waits[-1] <= 0.035


def test_many_calls_leave_evenly_after_a_first_burst_and_an_escalation_passes_them():
    loop = FastLoop()

    async def night() -> tuple[list[float], float]:
        pace = Pace(Limits(), monotonic=loop.time)
        sent: list[tuple[float, int, int]] = []
        waiting = [asyncio.ensure_future(send(pace, loop, sent, chat, 1)) for chat in range(1, 371)]
        worst = 0.0
        for number in range(20):
            await asyncio.sleep(0.137)
            asked = loop.time()
            await pace.turn(-5000 - number, URGENT)
            worst = max(worst, loop.time() - asked)
        await asyncio.gather(*waiting)
        return [at for at, _, _ in sent], worst

    times, worst = in_fast_time(night(), loop)
    assert times[9] == times[0]
    assert times[10] > times[0]
    assert most_in_a_window(times, 1.0) <= 30
    assert most_in_a_window(times[10:], 0.1) <= 4
    assert times[-1] - times[0] <= 13.6  # 390 on the grid, the twenty escalations among them
    assert worst <= 0.020


def test_one_person_gets_a_short_burst_and_then_one_a_second():
    loop = FastLoop()
    sent = in_fast_time(run_all(loop, [(7, 1)] * 8, Limits()), loop)
    times = [at - sent[0][0] for at, _, _ in sent]
    assert times[:3] == [0, 0, 0]
    assert times[3:] == pytest.approx([1, 2, 3, 4, 5])


def test_a_group_never_gets_more_than_twenty_a_minute_and_the_rest_is_sent_back():
    loop = FastLoop()
    sent = in_fast_time(run_all(loop, [(-7, URGENT)] * 30, Limits(bot_per_second=None)), loop)
    assert len(sent) == 20  # the others heard NotSoon: they go back to the outbox and come again


def test_after_429_only_that_chat_waits():
    loop = FastLoop()

    async def night() -> tuple[float, float]:
        pace = Pace(Limits(), monotonic=loop.time)
        pace.close(7, 5)
        start = loop.time()
        await pace.turn(8, URGENT)
        other = loop.time() - start
        await pace.turn(7, URGENT)
        return other, loop.time() - start

    assert in_fast_time(night(), loop) == (0, pytest.approx(5))


def test_a_storm_of_429_closes_the_whole_bot():
    loop = FastLoop()

    async def night() -> float:
        pace = Pace(Limits(), monotonic=loop.time)
        for chat in (1, 2, 3):
            pace.close(chat, 4)
        start = loop.time()
        await pace.turn(9, URGENT)
        return loop.time() - start

    assert in_fast_time(night(), loop) == pytest.approx(4)


def test_a_chat_closed_for_a_minute_is_not_waited_for():
    loop = FastLoop()

    async def night() -> None:
        pace = Pace(Limits(), monotonic=loop.time)
        pace.close(7, 60)
        with pytest.raises(NotSoon) as told:
            await pace.turn(7, URGENT)
        assert told.value.seconds == pytest.approx(60)

    in_fast_time(night(), loop)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from([1, 2, 3, 4, 5, -1, -2]), st.sampled_from([URGENT, 1, 6, BULK])),
        min_size=1,
        max_size=150,
    )
)
def test_no_mix_of_messages_breaks_a_limit(jobs):
    loop = FastLoop()
    sent = in_fast_time(run_all(loop, jobs, Limits()), loop)
    assert most_in_a_window([at for at, _, _ in sent], 1.0) <= 30
    for chat, count in Counter(chat for _, chat, _ in sent).items():
        times = [at for at, to, _ in sent if to == chat]
        if chat < 0:
            assert most_in_a_window(times, 60.0) <= 20
        else:
            assert times[-1] - times[0] >= count - 3 - 1e-6


def test_a_paid_broadcast_takes_a_thousand_a_second_and_nothing_from_the_free_rate():
    loop = FastLoop()
    pace = Pace(Limits(bot_per_second=30), monotonic=loop.time)

    async def all_turns() -> tuple[list[float], float]:
        left: list[float] = []

        async def one(chat: int) -> None:
            await pace.paid_turn(chat)
            left.append(loop.time())

        begun = loop.time()
        tasks = [asyncio.ensure_future(one(chat)) for chat in range(1, 2501)]
        await pace.turn(9999, URGENT)
        urgent_after = loop.time() - begun
        await asyncio.gather(*tasks)
        pace.close(5, 60)
        with pytest.raises(NotSoon):
            await pace.paid_turn(5)
        return left, urgent_after

    left, urgent_after = in_fast_time(all_turns(), loop)
    assert most_in_a_window(left, 1.0) <= 1000
    assert 2.4 <= max(left) - min(left) <= 3.0
    assert urgent_after < 0.1


def test_a_paid_broadcast_that_was_held_up_for_a_moment_makes_up_for_it_and_no_second_holds_more():
    loop = FastLoop()
    pace = Pace(Limits(bot_per_second=30), monotonic=loop.time)
    left: list[float] = []

    async def eight_in_flight() -> None:
        chats = iter(range(1, 3001))

        async def one_after_the_other() -> None:
            for chat in chats:
                await pace.paid_turn(chat)
                left.append(loop.time())
                if chat % 50 == 0:
                    loop.clock += 0.02  # a commit, a busy processor: nobody is served meanwhile

        await asyncio.gather(*(one_after_the_other() for _ in range(8)))

    in_fast_time(eight_in_flight(), loop)
    assert most_in_a_window(left, 1.0) <= 1000
    assert len(left) / (max(left) - min(left)) >= 950


def test_a_paid_copy_that_is_refused_stops_the_paid_ones_alone_and_they_go_on_more_slowly():
    loop = FastLoop()
    pace = Pace(Limits(bot_per_second=30), monotonic=loop.time)
    left: list[float] = []

    async def one(chat: int) -> None:
        await pace.paid_turn(chat)
        left.append(loop.time())

    async def night() -> tuple[float, float]:
        copies = [asyncio.ensure_future(one(chat)) for chat in range(1, 1501)]
        await asyncio.sleep(0.5)
        refused_at = loop.time()
        for chat in (1, 2, 3):  # three that were on the wire together: for the free rate this would be a storm
            pace.close(chat, 2, paid=True)
        await pace.turn(-5000, URGENT)
        urgent_after = loop.time() - refused_at
        await asyncio.gather(*copies)
        left.clear()
        await asyncio.gather(*(one(chat) for chat in range(2001, 3001)))
        return refused_at, urgent_after

    refused_at, urgent_after = in_fast_time(night(), loop)
    assert urgent_after == 0
    assert left[0] > refused_at + 2
    assert 900 <= (len(left) - 1) / (left[-1] - left[0]) <= 955
