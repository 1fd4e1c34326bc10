"""After the three taps: what the bot asks for, one question at a time."""

from typing import Any

from bot.report_types import load_forms
from bot.rules.completeness import missing

INCIDENT = load_forms()["incident"]
FIRE: dict[str, Any] = {"category": {"slug": "fire_building"}, "harm": "yes", "place": {"kind": "own_village"}}
NOBODY = {"min": 0, "max": 0, "exact": True}


def test_people_who_can_still_be_saved_are_asked_about_first() -> None:
    assert missing(INCIDENT, FIRE) == (
        "trapped", "dead", "injured_serious", "missing", "place", "what_happened", "injured_minor", "time", "media",
        "what_done",
    )  # fmt: skip


def test_an_officer_who_does_not_know_is_not_asked_twice() -> None:
    assert missing(INCIDENT, FIRE | {"trapped": {"unknown": True}})[0] == "dead"


def test_a_photo_that_has_come_is_not_asked_for() -> None:
    assert "media" in missing(INCIDENT, FIRE)
    assert "media" not in missing(INCIDENT, FIRE | {"_files": "yes"})


def test_nobody_hurt_means_the_counts_are_not_asked() -> None:
    assert missing(INCIDENT, FIRE | {"harm": "none"}) == ("place", "what_happened", "time", "media", "what_done")


def test_a_pin_or_an_address_settles_the_place_and_the_village_alone_does_not() -> None:
    assert "place" in missing(INCIDENT, FIRE | {"place": {"kind": "area", "area": "440118101224"}})
    assert "place" not in missing(INCIDENT, FIRE | {"place": {"kind": "pin", "lat": 23.1, "lon": 113.6}})
    assert "place" not in missing(INCIDENT, FIRE | {"place": {"kind": "own_village", "text": "东华三街"}})


def test_a_full_report_lacks_nothing() -> None:
    answers = FIRE | dict.fromkeys(["trapped", "dead", "injured_serious", "missing", "injured_minor"], NOBODY)
    answers |= {"what_happened": "电动车起火", "what_done": "已打119", "time": {"at": None, "raw": "x"}, "media": [{}]}
    assert missing(INCIDENT, answers | {"place": {"kind": "text", "text": "东华三街"}}) == ()
