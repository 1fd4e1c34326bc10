"""How soon and how surely: the usual for a kind and level, one tap to say otherwise, and never for a lifting."""

from __future__ import annotations

from itertools import product

import pytest

from bot.rules import alert_certainty, alert_draft
from bot.rules.alert_certainty import CERTAINTIES, GRAVE, HAPPENING, URGENCIES, usual
from bot.rules.alert_draft import AlertDraft, Unfit
from bot.rules.alert_levels import KINDS, LEVELS

AT_PREVIEW = AlertDraft(
    step="preview", areas=("440118",), kind="weather", event="rainstorm", level="red", issuer="台",
    issued_at="2026-06-08T08:15:00+08:00", texts={"zh-Hans": "雨"}, valid_hours=6,
)  # fmt: skip


def test_every_kind_and_level_has_a_usual_answer_of_caps_words():
    for kind, level in product(KINDS, LEVELS):
        urgency, certainty = usual(kind, level)
        assert urgency in URGENCIES
        assert certainty in CERTAINTIES


def test_what_has_come_and_what_is_forecast():
    assert usual("weather", "red") == ("Expected", "Likely")
    assert usual("weather", "red", observed=True) == ("Immediate", "Observed")
    assert usual("geological", "orange", evacuation=True) == ("Immediate", "Likely")
    assert usual("geological", "notice", evacuation=True)[0] == "Immediate", "whoever is to go is to go now"
    assert usual("weather", "white") == ("Future", "Possible")
    for kind, level in product(HAPPENING, GRAVE):
        assert usual(kind, level) == ("Immediate", "Observed")


def test_a_choice_is_kept_until_another_level_or_kind_is_taken():
    said = alert_draft.how_sure(alert_draft.how_sure(AT_PREVIEW, "urgency", "Future"), "certainty", "Unlikely")
    assert alert_certainty.chosen(said.details) == {"urgency": "Future", "certainty": "Unlikely"}
    asked = alert_draft.ask(said, "level")
    assert alert_certainty.chosen(alert_draft.take(asked, "orange", ("440118",)).details) == {}
    assert alert_certainty.chosen(alert_draft.relevelled(said, "orange", ("440118",)).details) == {}


@pytest.mark.parametrize(("name", "value"), [("urgency", "Likely"), ("level", "red"), ("urgency", ""), ("x", "Future")])
def test_a_forged_choice_is_refused(name, value):
    with pytest.raises(Unfit):
        alert_draft.how_sure(AT_PREVIEW, name, value)
