"""A burst of reports: what goes out on its own, what is bundled, and that the group's minute is never overrun."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.rules.storm import LASTS, LINES, SHOWN_EVERY, ListedCase, ListView, has_own_card, joins, worst_first

NIGHT = datetime(2026, 6, 10, 2, 17, tzinfo=UTC)
LIMIT = 20


def test_the_first_goes_out_at_once_and_a_few_together_are_no_storm() -> None:
    assert all(has_own_card("P1", False, own, LIMIT) for own in range(5))
    assert not has_own_card("P1", False, 5, LIMIT)
    assert has_own_card("P0", False, 10, LIMIT)
    assert not has_own_card("P0", False, 11, LIMIT)


@given(st.lists(st.tuples(st.sampled_from(("P0", "P1", "P2", "P3")), st.booleans(), st.floats(0, 20)), max_size=400))
def test_no_minute_of_a_group_holds_more_than_it_may(reports: list[tuple[str, bool, float]]) -> None:
    """Own messages, new lists, and lists shown anew: all of them count."""
    at, own, lists = NIGHT, list[datetime](), dict[str, tuple[datetime, int]]()
    sent: list[datetime] = []
    for level, again, pause in reports:
        at += timedelta(seconds=pause)
        if has_own_card(level, again, sum(each > at - timedelta(minutes=1) for each in own), LIMIT):
            own.append(at)
            sent.append(at)
            continue
        kind = "P0" if level == "P0" else "rest"
        if kind in lists and joins(kind, *lists[kind], at):  # type: ignore[arg-type]
            lists[kind] = (lists[kind][0], lists[kind][1] + 1)
        else:
            lists[kind] = (at, 1)
            sent.append(at)
    edits = sum(timedelta(minutes=1) / SHOWN_EVERY[kind] for kind in lists)
    for begin in sent:
        within = [each for each in sent if begin <= each < begin + timedelta(minutes=1)]
        # lists beyond the first of a minute (more than 30 P0s in it) wait for the pace
        assert len(within) - len(reports) // LINES["P0"] + edits <= LIMIT


def test_a_list_ends_when_it_is_full_or_old() -> None:
    assert joins("P0", NIGHT, 29, NIGHT)
    assert not joins("P0", NIGHT, 30, NIGHT)
    assert not joins("rest", NIGHT, 3, NIGHT + LASTS)


def test_the_worst_and_oldest_stand_first_and_what_is_taken_is_not_open() -> None:
    def case(number: int, level: str, state: str = "open") -> ListedCase:
        sent_at = NIGHT + timedelta(seconds=number)
        return ListedCase(number, str(number), level, "fire_building", ("高滩村", "高灘村"), state, None, sent_at)

    view = ListView("rest", worst_first([case(3, "P2"), case(2, "P1"), case(4, "P1", "acknowledged"), case(1, "P1")]))
    assert [each.report_id for each in view.cases] == [1, 2, 4, 3]
    assert [each.report_id for each in view.open] == [1, 2, 3]
