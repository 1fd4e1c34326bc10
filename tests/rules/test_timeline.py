"""The story of a case, for the duty room and for the officer."""

from datetime import UTC, datetime, timedelta

from bot.rules.timeline import VERBS, File, Line, Version, delta, timeline

NIGHT = datetime(2026, 6, 10, 22, 0, tzinfo=UTC)
ONE = {"min": 1, "max": 1, "exact": True}


def at(minutes: float) -> datetime:
    return NIGHT + timedelta(minutes=minutes)


LOG = [
    Line(at(0), "reported", "何志强", {"answers": {}}),
    Line(at(0), "step", None, {"called": ["派潭镇值班群"]}),
    Line(at(2), "supplemented", "何志强", {"dead": ONE}),
    Line(at(3), "step", None, {"called": ["派潭镇值班群", "增城区值班群"]}),
    Line(at(6), "step", None, {"called": ["派潭镇值班群", "增城区值班群"]}),
    Line(at(11), "step", None, {"called": ["派潭镇值班群", "增城区值班群"]}),
    Line(at(12), "not_delivered", None, {"to": "王国栋", "reason": "blocked"}),
    Line(at(13), "duty_note", "陈建国", {"text": "他说话不清楚"}),
    Line(at(14), "acknowledged", "陈建国", {}),
]
VERSIONS = [
    Version(at(0), {"category": {"slug": "geo_landslide"}, "what_happened": "塌方", "_form": "emergency"}, "何志强"),
    Version(at(2), {"category": {"slug": "geo_landslide"}, "what_happened": "塌方\n埋了人", "dead": ONE}, "何志强"),
]
FILES = [
    File(at(4), "photo", "何志强", False, "kept"),
    File(at(4.1), "photo", "何志强", True, "kept"),
    File(at(4.2), "video", "何志强", False, "big"),
    File(at(9), "voice", "何志强", False, "waiting"),
]


def test_the_duty_room_reads_everything_and_called_again_is_one_line() -> None:
    told = timeline(LOG, VERSIONS, FILES, inside=True)
    assert [event.what for event in told] == [
        "reported", "step", "version", "step", "files", "step", "files", "step", "not_delivered", "duty_note",
        "acknowledged",
    ]  # fmt: skip
    quiet = timeline(LOG, VERSIONS, (), inside=True)
    again = next(event for event in quiet if event.times > 1)
    assert (again.times, again.at, again.until) == (3, at(3), at(11))


def test_the_officer_reads_no_note_of_the_duty_room() -> None:
    told = timeline(LOG, VERSIONS, FILES, inside=False)
    assert {"not_delivered", "duty_note"} & {event.what for event in told} == set()
    assert told[-1].what == "acknowledged"


def test_a_verb_that_nobody_has_thought_of_stays_in_the_duty_room() -> None:
    assert "anything_new" not in VERBS
    line = [Line(at(1), "anything_new", "周敏", {"text": "内部"})]
    assert len(timeline(line, [], [], inside=True)) == 1
    assert timeline(line, [], [], inside=False) == ()


def test_versions_are_told_by_what_they_changed() -> None:
    changes = delta(VERSIONS[0].answers, VERSIONS[1].answers)
    assert changes == (("what_happened", None, "埋了人"), ("dead", None, ONE))
    assert delta({"dead": ONE}, {}) == (("dead", ONE, None),), "what was taken back is told too"
    assert delta({"_form": "a"}, {"_form": "b", "_skipped": ["time"]}) == ()


def test_files_sent_together_are_one_line_with_their_marks() -> None:
    first, second = (event for event in timeline([], [], FILES, inside=False))
    assert first.words == {"kinds": {"photo": 2, "video": 1}, "forwarded": 1, "kept": 2, "big": 1, "gone": 0}
    assert second.words is not None
    assert second.words["kinds"] == {"voice": 1}


def test_what_the_law_has_erased_leaves_its_place() -> None:
    [event] = timeline([Line(at(1), "asked", None, None)], [], [], inside=True)
    assert (event.what, event.words) == ("asked", None)
