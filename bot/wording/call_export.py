"""A round of 叫应 as a spreadsheet: a line a village, with everybody who was called and what became of it."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from bot.documents.spreadsheet import spreadsheet
from bot.rules.call_round import Whom
from bot.rules.call_view import CalledVillage, CallView
from bot.wording import area_choice, fates, values
from bot.wording.call_cards import may_be_marked, name
from bot.wording.outgoing import Saying
from bot.wording.worded import Media, Worded, plain, words

PEOPLE: tuple[Whom, ...] = ("A", "B", "head")
HEAD = ("town", "village", "answered", "by", "how", "arrived", "place", "people")


def export(saying: Saying) -> Worded | None:
    """The file is made when it is sent, from the round as it is then."""
    view: CallView | None = saying.subject
    if view is None:
        return None
    language, zone = saying.language, saying.zone
    caption = words(language, "call-export-caption", call=str(view.call_id), name=name(view.kind, view.level, language),
                    answered=str(len(view.answered)), total=str(len(view.villages)))  # fmt: skip
    head = [plain(language, f"call-export-{each}") for each in HEAD]
    for whom in PEOPLE:
        head += [plain(language, f"call-whom-{whom}"), plain(language, "call-export-called")]
    head.append(plain(language, "call-whom-town"))
    rows = [_row(village, language, zone) for village in view.villages]
    about = plain(
        language, "call-export-about", call=str(view.call_id), name=name(view.kind, view.level, language),
        names=area_choice.names(view.area_names, language), at=values.moment(view.started_at, zone), by=view.by_name,
    )  # fmt: skip
    if view.drill:
        about = f"{plain(language, 'drill-marker-start')}{about}{plain(language, 'drill-marker-end')}"
    file_name = plain(language, "call-export-file", call=str(view.call_id))
    make = partial(spreadsheet, file_name, about, head, rows)
    media = Media("document", "", make, f"{file_name}.xlsx")
    return may_be_marked(view.drill, language, Worded(caption, media=media))


def _row(village: CalledVillage, language: str, zone: ZoneInfo) -> list[str]:
    def at(moment: datetime | None) -> str:
        return values.moment(moment, zone) if moment else ""

    how = plain(language, f"call-export-{village.answered_how}") if village.answered_how else ""
    people = plain(language, f"button-call-{village.people}") if village.people else ""
    row = [
        values.area_name(village.town_names, language), values.area_name(village.names, language),
        at(village.answered_at), village.answered_by, how, at(village.arrived_at),
        f"{village.pin[0]:.5f}, {village.pin[1]:.5f}" if village.pin else "", people,
    ]  # fmt: skip
    for whom in PEOPLE:
        steps = [step for step in village.steps if step.whom == whom and step.person_id is not None]
        row.append("; ".join(f"{step.name} {step.phone or ''}".strip() for step in steps))
        row.append("; ".join(
            fates.reason(step.reason, language) if step.reason else at(step.called_at) for step in steps
        ))  # fmt: skip
    row.append(at(next((step.called_at for step in village.steps if step.whom == "town"), None)))
    return row


WORDS = {"call-export": export}
