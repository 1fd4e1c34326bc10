"""叫应: who is called next for a village, and when."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.rules.call_round import GRACE, LADDER, LATE, Holder, due, heard_again, moved, plan, pulled_forward, turns

START = datetime(2026, 7, 1, 2, 17, tzinfo=UTC)
WAIT = timedelta(minutes=5)
HE, LI, HEAD = Holder(1, "officer", "A"), Holder(2, "officer", "B"), Holder(3, "head")
minutes = st.integers(0, 600).map(lambda number: START + timedelta(minutes=number))
holders = st.lists(
    st.builds(
        Holder, st.integers(1, 6), st.sampled_from(["officer", "head"]), st.sampled_from([None, "A", "B"]),
        st.sampled_from([None, "blocked"]),
    ),
    max_size=5,
)  # fmt: skip


def after(steps):
    return [(step.whom, int((step.due_at - START) / timedelta(minutes=1)), step.outcome) for step in steps]


def waiting(steps):
    return {step.number: step.due_at for step in steps if step.outcome is None}


def test_each_has_the_same_time_before_the_next_is_called():
    steps = plan([LI, HEAD, HE], START, WAIT)
    assert after(steps) == [("A", 0, None), ("B", 5, None), ("head", 10, None), ("town", 15, None)]
    assert [step.person_id for step in steps] == [1, 2, 3, None]


def test_a_vacant_post_and_a_blocked_officer_cost_no_time():
    blocked = Holder(1, "officer", "A", "blocked")
    assert after(plan([blocked, LI], START, WAIT)) == [
        ("A", 0, "blocked"), ("B", 0, None), ("head", 5, "vacant"), ("town", 5, None),
    ]  # fmt: skip


def test_a_village_without_anybody_is_the_towns_at_once():
    assert after(plan([], START, WAIT)) == [
        ("A", 0, "vacant"), ("B", 0, "vacant"), ("head", 0, "vacant"), ("town", 0, None),
    ]  # fmt: skip


def test_officers_without_a_rank_fill_the_posts_in_order():
    one, two, three = (Holder(number, "officer") for number in (7, 8, 9))
    assert [[each.person_id for each in people] for people in turns([one, two, three]).values()] == [[7], [8, 9], []]
    assert [[each.person_id for each in people] for people in turns([LI, one]).values()] == [[7], [2], []]


def test_a_head_who_holds_the_a_post_too_is_called_once():
    assert [[each.person_id for each in people] for people in turns([HE, Holder(1, "head")]).values()] == [[1], [], []]


def test_nobody_is_called_before_their_time_and_one_step_at_a_time():
    open_steps = waiting(plan([HE, LI], START, WAIT)[1:])
    assert due(open_steps, START + WAIT - timedelta(seconds=1)).number is None
    assert due(open_steps, START + WAIT).number == 1
    assert due(open_steps, START + WAIT + LATE).number == 1


def test_after_a_pause_what_was_answered_meanwhile_comes_in_first():
    open_steps = waiting(plan([HE, LI], START, WAIT)[1:])
    now = START + timedelta(minutes=30)
    turn = due(open_steps, now)
    assert turn.number is None
    later = {number: at + turn.shift for number, at in open_steps.items()}
    assert due(later, now + GRACE).number == 1
    assert later[3] - later[1] == open_steps[3] - open_steps[1]


def test_somebody_unreachable_brings_the_next_step_at_once_and_never_puts_it_off():
    open_steps = waiting(plan([HE, LI, HEAD], START, WAIT)[1:])
    now = START + timedelta(minutes=1)
    shift = pulled_forward(open_steps, now)
    assert open_steps[1] + shift == now
    assert open_steps[2] + shift == now + WAIT
    assert pulled_forward(open_steps, START + timedelta(minutes=9)) == timedelta()


def test_a_wrong_answer_gives_the_whole_time_anew():
    open_steps = waiting(plan([HE, LI], START, WAIT)[1:])
    now = START + timedelta(minutes=4)
    assert open_steps[1] + heard_again(open_steps, now, WAIT) == now + WAIT
    assert heard_again({}, now, WAIT) == pulled_forward({}, now) == timedelta()


@given(holders, st.integers(1, 60))
def test_every_plan_ends_with_the_town_calls_each_person_once_and_never_goes_back(people, wait):
    steps = plan(people, START, timedelta(minutes=wait))
    named = [step.person_id for step in steps if step.person_id is not None]
    assert len(named) == len(set(named))
    assert steps[-1].whom == "town"
    assert steps[-1].outcome is None
    assert set(named) <= {each.person_id for each in people}
    assert [step.due_at for step in steps] == sorted(step.due_at for step in steps)
    assert [LADDER.index(step.whom) for step in steps] == sorted(LADDER.index(step.whom) for step in steps)
    officers = {each.person_id for each in people if each.role == "officer"}
    assert officers <= set(named)


@given(holders, minutes)
def test_whoever_stays_silent_is_replaced_until_the_town_has_been_told(people, now):
    steps = list(plan(people, START, WAIT))
    called = []
    for _ in range(40):
        open_steps = waiting(steps)
        turn = due(open_steps, now)
        if turn.number is not None:
            called.append(turn.number)
            steps = [step for step in steps if step.number != turn.number]
        steps = list(moved(steps, turn.shift))
        now += timedelta(minutes=1)
    assert called == sorted(set(called))
    assert called[-1] == len(LADDER) - 1
