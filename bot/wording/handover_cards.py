"""交接班: the note with its buttons, and what the others hear of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.rules.handover_view import PAGE, HandoverView
from bot.rules.speaker import Speaker
from bot.wording import values
from bot.wording.buttons import ask_for_reply, button, in_columns, rows
from bot.wording.duty_roster import short_moment
from bot.wording.duty_taps import HandoverTap
from bot.wording.outgoing import Saying
from bot.wording.worded import Html, Keyboard, Worded, escaped, lines, plain, shortened, words

MARKS = {"P0": "🔴", "P1": "🟠", "P2": "🔵", "P3": "⚪"}


def card(saying: Saying) -> Worded | None:
    """To the one who takes over: the items, a button each."""
    view: HandoverView | None = saying.subject
    return None if view is None else note(view, saying, None)


def note(view: HandoverView, saying: Saying, page: int | None) -> Worded:
    """The note at a page; None shows where the first open item is."""
    language = saying.language
    at = view.first_open_page if page is None else min(page, view.pages - 1)
    shown = range(at * PAGE, min((at + 1) * PAGE, len(view.items)))
    text = lines(
        _title(view, language), _state(view, language),
        *(_item(view, number, saying) for number in shown),
        words(language, "handover-page", page=str(at + 1), pages=str(view.pages)) if view.pages > 1 else None,
    )  # fmt: skip
    return Worded(text, _buttons(view, language, at, shown))


def _title(view: HandoverView, language: str) -> Html:
    area = values.area_name(view.area_names, language)
    return words(
        language, "handover-title", area=area, before=shortened(view.from_name, 60), after=shortened(view.to_name, 60)
    )


def _state(view: HandoverView, language: str) -> Html:
    match view.state:
        case "open" if not view.items:
            return words(language, "handover-empty")
        case "open":
            left, all_of = str(len(view.left)), str(len(view.items))
            return words(language, "handover-open", left=left, number=all_of, before=shortened(view.from_name, 60))
        case "refused":
            return words(
                language, "handover-state-refused", reason=shortened(view.reason or "", 300),
                before=shortened(view.from_name, 60),
            )  # fmt: skip
        case "accepted" if view.closed_by_name:
            return words(language, "handover-confirmed", by=shortened(view.closed_by_name, 60))
        case state:
            return words(language, f"handover-state-{state}")


def _item(view: HandoverView, number: int, saying: Saying) -> Html:
    mark = "✅" if number in view.accepted or view.state == "accepted" else f"{number + 1}."
    return Html(f"{mark} {_words(view.items[number], saying)}")


def _words(item: Mapping[str, Any], saying: Saying) -> Html:
    language = saying.language
    match item["kind"]:
        case "case":
            return _case(item, saying)
        case "question":
            return words(
                language, "handover-question", number=item["number"], text=shortened(item["text"], 80), by=item["by"]
            )
        case "request":
            to = values.function_name(item["function"], language) if item["function"] else shortened(item["text"], 60)
            by = shortened(item["by"], 40)
            return words(language, "handover-request", number=item["number"], asked=item["asked"], to=to, by=by)
        case "commander":
            key = "handover-commander" if item["state"] == "standing" else "handover-commander-asked"
            return words(language, key, number=item["number"], name=shortened(item["text"], 40))
        case "expert":
            return words(language, "handover-expert", number=item["number"], name=shortened(item["text"], 40))
        case "note":
            return words(language, "handover-note", text=shortened(item["text"], 200), by=item["by"])
        case "hazard":
            name = values.category_name(item["category"], language)
            return words(language, "handover-hazard", number=item["number"], category=name, days=str(item["days"]))
        case _:
            return words(language, "handover-more", number=str(item["number"]))


def _case(item: Mapping[str, Any], saying: Saying) -> Html:
    language = saying.language
    due = plain(language, "list-comma").join(
        plain(
            language,
            "handover-due",
            name=values.name_of(names, language),
            at=_when(at, saying),
            over="yes" if datetime.fromisoformat(at) < saying.now else "no",
        )
        for names, at in item["due"]
    )
    return words(
        language, "handover-case", mark=MARKS.get(item["priority"], ""), priority=item["priority"],
        number=item["number"], category=values.category_name(item["category"], language), state=item["state"],
        by=shortened(item["by"] or "", 40), calling="yes" if item["calling"] else "no", due=due or "none",
    )  # fmt: skip


def _when(iso: str, saying: Saying) -> str:
    return short_moment(datetime.fromisoformat(iso), saying.language, saying.zone, saying.now)


def _buttons(view: HandoverView, language: str, page: int, shown: range) -> Keyboard | None:
    if not view.waiting:
        return None
    takes = [
        button(f"✓ {number + 1}", HandoverTap(handover=view.id, act="take", value=number), "success")
        for number in shown
        if number not in view.accepted
    ]
    whole = [button(plain(language, "button-take-over"), HandoverTap(handover=view.id, act="ok"), "success")]
    pages = [
        button(plain(language, f"button-{name}-page"), HandoverTap(handover=view.id, act="page", value=to))
        for name, to in (("previous", page - 1), ("next", page + 1))
        if 0 <= to < view.pages
    ]
    refuse = button(plain(language, "button-refuse-shift"), HandoverTap(handover=view.id, act="refuse"), "danger")
    return rows(*(in_columns(takes, 4) if view.items else [whole]), pages, [] if view.state == "refused" else [refuse])


def room(saying: Saying) -> Worded | None:
    """To the group: who still answers, until when; a leader may confirm a handover by telephone."""
    view: HandoverView | None = saying.subject
    if view is None:
        return None
    language = saying.language
    unreached = not saying.values.get("reached") and view.waiting
    call = words(language, "handover-unreached", name=view.to_name, phone=_phone(view, language))
    by_phone = button(plain(language, "button-handed-over"), HandoverTap(handover=view.id, act="phone"))
    return Worded(
        lines(
            _title(view, language), _state(view, language),
            call if unreached else None,
        ),
        rows([by_phone]) if view.waiting else None,
    )  # fmt: skip


def _phone(view: HandoverView, language: str) -> str:
    return view.to_phone or plain(language, "card-no-phone")


def ask_reason(speaker: Speaker, language: str) -> Worded:
    """Addressed by name: in a group with privacy on, only a reply to this message reaches the bot."""
    name = Html(f'<a href="tg://user?id={speaker.telegram_id}">{escaped(shortened(speaker.name, 60))}</a>')
    return Worded(words(language, "handover-why", name=name), ask_for_reply(language, "placeholder-handover-why"))


def yours(saying: Saying) -> Worded | None:
    """To the one before: still responsible."""
    view: HandoverView | None = saying.subject
    if view is None or not view.waiting:
        return None
    key = "handover-still-yours" if saying.values.get("left") else "handover-yours"
    return Worded(words(saying.language, key, name=shortened(view.to_name, 60), phone=_phone(view, saying.language)))


def reminder(saying: Saying) -> Worded | None:
    view: HandoverView | None = saying.subject
    if view is None or not view.waiting:
        return None
    worded = note(view, saying, None)
    return Worded(lines(words(saying.language, "handover-reminder"), worded.text), worded.keyboard)


def done(saying: Saying) -> Worded | None:
    view: HandoverView | None = saying.subject
    return None if view is None else Worded(words(saying.language, "handover-done", name=shortened(view.to_name, 60)))


def refused(saying: Saying) -> Worded | None:
    view: HandoverView | None = saying.subject
    if view is None:
        return None
    language = saying.language
    return Worded(words(
        language, "handover-refused", area=values.area_name(view.area_names, language), name=view.to_name,
        before=view.from_name, reason=shortened(view.reason or "", 300), phone=_phone(view, language),
    ))  # fmt: skip


def post_cases(saying: Saying) -> Worded | None:
    """The open cases of a post, to the officer who takes it."""
    language = saying.language
    cases = [
        words(
            language, "post-case", mark=MARKS.get(case["priority"], ""), number=case["number"],
            category=values.category_name(case["category"], language),
        )
        for case in saying.values["cases"]
    ]  # fmt: skip
    return Worded(lines(words(language, "post-cases", number=str(saying.values["number"])), *cases))


WORDS = {
    "post-cases": post_cases,
    "handover-card": card,
    "handover-room": room,
    "handover-yours": yours,
    "handover-reminder": reminder,
    "handover-done": done,
    "handover-refused": refused,
}
