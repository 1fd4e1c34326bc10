"""Residents' answers as the duty room counts them, and a request for help on an officer's phone."""

from __future__ import annotations

from collections.abc import Sequence

from bot.rules.alert_levels import NOTICE
from bot.rules.case_view import CaseView
from bot.rules.help import ANSWERS, Counted, Tally
from bot.wording import drill_marker, values
from bot.wording.alert_taps import HelpTap
from bot.wording.buttons import button, rows
from bot.wording.outgoing import Saying
from bot.wording.worded import Html, Worded, escaped, lines, plain, shortened, words

MOST_PLACES = 60


def counts(saying: Saying) -> Worded | None:
    """By village; those that ask for help first."""
    tally: Tally | None = saying.subject
    if tally is None:
        return None
    language = saying.language
    ordered = sorted(tally.places, key=lambda place: (-place.help - place.family, -place.safe))
    told = lines(
        words(language, "answers-title", title=_title(tally, language), number=str(tally.alert_id)),
        words(language, "answers-sum", **_numbers(ordered)),
        *(words(language, "answers-line", place=values.area_name(each.names, language), **_numbers([each]))
          for each in ordered[:MOST_PLACES]),
        words(language, "answers-more", number=str(len(ordered) - MOST_PLACES)) if len(ordered) > MOST_PLACES else None,
    )  # fmt: skip
    return drill_marker.marked(language, Worded(told)) if tally.drill else Worded(told)


def _numbers(places: Sequence[Counted]) -> dict[str, str]:
    return {word: str(sum(getattr(each, word) for each in places)) for word in ANSWERS}


def _title(tally: Tally, language: str) -> str:
    kind, event, level = tally.title
    what = plain(language, (f"signal-{event}" if event else f"kind-{kind}").replace("_", "-"))
    key = "alert-name-notice" if level == NOTICE else "alert-name"
    return plain(language, key, what=what, level=plain(language, f"level-{level}"))


def for_officer(saying: Saying) -> Worded | None:
    """Who, where, what, how to reach them, and 我去."""
    case: CaseView | None = saying.subject
    if case is None or case.origin != "help" or not case.caller_name:
        return None
    language, said = saying.language, str(case.answers.get("what_happened") or "")
    text = lines(
        words(language, f"help-officer-{case.answers.get('_help', 'help')}"),
        words(language, "card-place", value=values.whereabouts(case, language)),
        _map(case, language),
        Html(f"<blockquote>{escaped(shortened(said, 500))}</blockquote>") if said else None,
        resident(case, language),
        words(language, "help-officer-next"),
    )
    go = button(plain(language, "button-help-go"), HelpTap(act="go", number=case.report_id), "success")
    return Worded(text, rows([go]) if case.state in ("open", "acknowledged", "referred") else None)


def resident(case: CaseView, language: str) -> Html:
    phone = escaped(case.caller_phone) if case.caller_phone else words(language, "card-no-phone")
    return words(language, "card-resident", name=shortened(case.caller_name or "—", 60), phone=phone)


def _map(case: CaseView, language: str) -> Html | None:
    pin = values.pin_of(case.answers.get("place"))
    if pin is None:
        return None
    url = f"https://www.openstreetmap.org/?mlat={pin[0]:.5f}&amp;mlon={pin[1]:.5f}#map=17/{pin[0]:.5f}/{pin[1]:.5f}"
    return words(language, "card-map-pin", url=Html(url))


def going(saying: Saying) -> Worded:
    return Worded(words(saying.language, "help-going", by=shortened(str(saying.values["by"]), 40),
                        phone=str(saying.values.get("phone") or "")))  # fmt: skip


def now_safe(saying: Saying) -> Worded:
    return Worded(words(saying.language, "help-now-safe"))


WORDS = {"alert-answers": counts, "help-officer": for_officer, "help-going": going, "help-now-safe": now_safe}
