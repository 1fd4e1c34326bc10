"""/duty on the screen, and the notice that somebody cannot be reached."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.rules.duty_view import DutyView, OnDuty
from bot.wording import values
from bot.wording.alert_taps import PosterTap
from bot.wording.buttons import button, rows
from bot.wording.duty_roster import reason, roster_lines
from bot.wording.outgoing import Saying
from bot.wording.posts import post_name
from bot.wording.worded import Html, Worded, lines, plain, shortened, words

SILENT_SHOWN = 30


def board(views: Sequence[DutyView], language: str, zone: ZoneInfo, now: datetime) -> Worded:
    if not views:
        return Worded(words(language, "duty-not-for-you"))
    poster = [button(plain(language, "button-poster"), PosterTap(act="page"))]
    return Worded(Html("\n\n".join(_board(view, language, zone, now) for view in views)), rows(poster))


def _board(view: DutyView, language: str, zone: ZoneInfo, now: datetime) -> Html:
    groups = plain(language, "list-comma").join(view.groups)
    alone = not any(person.role == "duty" for person in view.staff)
    return lines(
        words(language, "duty-title", area=values.area_name(view.area_names, language)),
        words(language, "duty-groups", names=groups) if groups else words(language, "duty-no-group"),
        *(roster_lines(view.roster, language, zone, now) if view.roster["planned"] or not alone else []),
        *(_staff(person, language) for person in _beside(view)),
        words(language, "duty-whole-group") if alone and not view.roster["planned"] else None,
        *_officers(view, language),
    )


def _beside(view: DutyView) -> list[OnDuty]:
    """The staff that the roster's own lines do not name already."""
    seated = {(each["name"], each.get("phone")) for each in view.roster.get("now", ()) if view.roster["planned"]}
    return [person for person in view.staff if (person.name, person.phone) not in seated]


def _officers(view: DutyView, language: str) -> list[Html]:
    """How many officers there are, and who of them would not hear a call tonight."""
    if not view.officers:
        return []
    silent, more = view.silent[:SILENT_SHOWN], len(view.silent) - SILENT_SHOWN
    return [
        words(language, "duty-officers", number=str(view.officers), silent=len(view.silent)),
        *(_silent(person, language) for person in silent),
        *([words(language, "duty-more", number=str(more))] if more > 0 else []),
    ]


def _staff(person: OnDuty, language: str) -> Html:
    trouble = f" ⚠️ {reason(person.unreachable, language)}" if person.unreachable else ""
    return words(
        language, "duty-person", role=plain(language, f"role-{person.role}"), name=shortened(person.name, 60),
        phone=person.phone or plain(language, "card-no-phone"), trouble=trouble,
    )  # fmt: skip


def _silent(person: OnDuty, language: str) -> Html:
    why = person.unreachable or "never_started"
    return words(
        language, "duty-silent", area=values.area_name(person.area_names, language), name=shortened(person.name, 60),
        rank=plain(language, "rank", rank=person.rank) if person.rank else "", reason=reason(why, language),
        phone=person.phone or plain(language, "card-no-phone"),
    )  # fmt: skip


def person_unreachable(saying: Saying) -> Worded | None:
    given, language = saying.values, saying.language
    post = post_name(str(given["role"]), str(given["area"]), given.get("rank"), language, given.get("function"))
    return Worded(
        words(
            language,
            "person-unreachable",
            name=str(given["name"]),
            post=post,
            reason=reason(str(given["reason"]), language),
        )
    )


WORDS = {"person-unreachable": person_unreachable}
