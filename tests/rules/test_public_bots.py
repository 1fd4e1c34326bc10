"""Which public bot writes to a resident, which one is on a poster, how long all of them take together."""

from __future__ import annotations

import pytest

from bot.rules.public_bots import MAIN, bound_to, file_of, for_village, hears_again, seconds, whose_file

ONE, TWO, THREE = 4200011, 4200012, 4200013


@pytest.mark.parametrize(
    ("bound", "heard_by", "started", "reachable", "in_post", "then"),
    [
        (MAIN, ONE, True, True, False, ONE),  # somebody new comes to a public bot
        (ONE, TWO, True, True, False, TWO),  # and moves to another one
        (ONE, MAIN, True, True, False, MAIN),  # or to the duty bot, which serves residents too
        (ONE, TWO, False, True, False, ONE),  # a word to an older bot moves nobody
        (ONE, TWO, False, False, False, TWO),  # unless theirs cannot reach them
        (MAIN, ONE, True, True, True, MAIN),  # an officer stays with the duty bot
        (MAIN, ONE, False, False, True, MAIN),  # also one who has blocked it
    ],
)
def test_a_resident_is_bound_to_the_bot_they_last_started(bound, heard_by, started, reachable, in_post, then):
    assert bound_to(bound, heard_by, started=started, reachable=reachable, in_post=in_post) == then


def test_a_word_to_a_public_bot_does_not_show_that_the_duty_bot_reaches_an_officer():
    assert not hears_again(MAIN, ONE, in_post=True)
    assert hears_again(MAIN, MAIN, in_post=True)
    assert hears_again(ONE, ONE, in_post=False)
    assert not hears_again(TWO, ONE, in_post=False)


def test_posters_spread_evenly_and_a_third_bot_takes_only_its_own_villages():
    villages = [f"440118105{number:03}" for number in range(370)]
    before = {code: for_village(code, [ONE, TWO]) for code in villages}
    assert 130 <= sum(bot == ONE for bot in before.values()) <= 240
    after = {code: for_village(code, [THREE, TWO, ONE]) for code in villages}
    assert {after[code] for code in villages if after[code] != before[code]} == {THREE}
    assert 80 <= sum(bot == THREE for bot in after.values()) <= 170
    assert for_village(villages[0], []) == MAIN


def test_bots_send_side_by_side():
    assert seconds({MAIN: 90_000}, 90_000, 30) == 3000
    assert seconds({MAIN: 91}, 91, 30) == 4
    assert seconds({MAIN: 30_000, ONE: 30_000, TWO: 30_001}, 90_001, 30) == 1001
    assert seconds({ONE: 100, TWO: 100}, 300, 30) == 5, "those who are told besides share the bots likewise"
    assert seconds({}, 60, 30) == 2
    assert seconds({}, 0, 30) == 0


def test_a_file_of_a_public_bot_names_it():
    assert whose_file(file_of(ONE, "AgACAgUAAx_-1")) == (ONE, "AgACAgUAAx_-1")
    assert file_of(MAIN, "AgAC") == "AgAC"
    assert whose_file("AgAC") == (MAIN, "AgAC")
