"""The screens of 会商: choosing experts at the desk, and the three prompts in an expert's private chat."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from aiogram.types import InlineKeyboardButton

from bot.rules.can import PARTS
from bot.rules.case_view import CaseView
from bot.rules.consult_view import ConsultView, RequestView
from bot.rules.deadlines import ENDED
from bot.rules.experts import Expert, Proposal
from bot.rules.places import Places
from bot.rules.speaker import Speaker
from bot.wording import values
from bot.wording.buttons import ask_for_reply, button, in_columns, rows
from bot.wording.case_taps import ConsultTap, DeskTap, ExpertTap
from bot.wording.consult_cards import REASONS, can_lines, field_name, reason_words
from bot.wording.worded import Html, Worded, lines, plain, shortened, words

SHOWN = 12
ANSWER_SHOWN = 300


def consult_button(case: CaseView, language: str) -> list[InlineKeyboardButton]:
    """For the menu beside a case."""
    if case.state in ENDED:
        return []
    return [button(plain(language, "button-consult"), ConsultTap(report=case.report_id, act="open"))]


def choose(
    report: int, number: str, proposals: Sequence[Proposal], asked: ConsultView, chosen: Collection[int],
    question: str, everybody: bool, language: str, now: datetime,
) -> Worded:  # fmt: skip
    """Who is asked: nearest first. Those who were asked already stand above, with where they are."""
    told = [_asked_line(request, language, now) for request in asked.requests]
    shown = [each for each in proposals if each.expert.person_id in chosen]
    shown += [each for each in proposals if each not in shown][: max(SHOWN - len(shown), 0)]

    def tap(key: str, act: str, style: str | None = None, value: int = 0, **given: str) -> InlineKeyboardButton:
        return button(plain(language, key, **given), ConsultTap(report=report, act=act, value=value), style)

    people = [
        button(_label(each, each.expert.person_id in chosen, language),
               ConsultTap(report=report, act="pick", value=each.expert.person_id))
        for each in shown
    ]  # fmt: skip
    send = [tap("button-consult-send", "send", "success", number=str(len(chosen)))] if chosen else []
    ask = tap("button-consult-question", "ask")
    all_of_them = [] if everybody else [tap("button-consult-all", "all")]
    back = button(plain(language, "button-back"), DeskTap(report=report, act="menu"))
    key = "consult-choose" if shown else "consult-nobody-fits" if not everybody else "consult-register-empty"
    text = lines(
        words(language, "consult-title", number=number), *told, words(language, key),
        words(language, "consult-question", text=shortened(question, 500)) if question else None,
    )  # fmt: skip
    return Worded(text, rows(*in_columns(people, 1), [*([ask] if shown else []), *all_of_them], send, [back]))


def _label(proposal: Proposal, chosen: bool, language: str) -> str:
    expert = proposal.expert
    field = field_name(proposal.fits or (expert.fields[0] if expert.fields else None), language)
    parts = [f"{'☑' if chosen else '☐'} {shortened(expert.name, 12)}", field,
             plain(language, f"expert-tier-{proposal.tier}")]  # fmt: skip
    if not expert.reachable:
        parts.append("☎")
    if expert.mean_minutes is not None:
        parts.append(plain(language, "expert-mean", minutes=str(expert.mean_minutes)))
    return " · ".join(parts)


def _asked_line(request: RequestView, language: str, now: datetime) -> Html:
    name = shortened(request.name, 30)
    if request.state == "answered":
        said = " ".join(filter(None, (request.can.condition, request.can.action, request.can.need)))
        return words(language, "consult-has-answered", name=name, minutes=str(request.minutes or 0),
                     text=shortened(said, ANSWER_SHOWN))  # fmt: skip
    if request.state == "refused":
        return words(language, "consult-has-refused", name=name, reason=reason_words(request.reason or "", language))
    if request.state == "withdrawn":
        return words(language, "consult-was-withdrawn", name=name)
    minutes = max(int((now - request.asked_at).total_seconds()) // 60, 0)
    phone = f" ☎ {request.phone}" if request.phone and (request.by_phone or request.call_me) else ""
    return words(language, "consult-waiting", name=name, minutes=str(minutes), phone=phone)


def sent(number: str, written: Sequence[str], to_phone: Sequence[str], language: str) -> Worded:
    comma = plain(language, "list-comma")
    return Worded(
        lines(
            words(language, "consult-sent", number=number, names=comma.join(written)) if written else None,
            words(language, "consult-to-phone", number=number, names=comma.join(to_phone)) if to_phone else None,
        )
    )


# -- the expert's private chat ---------------------------------------------------------------------------------------


def prompt(request: int, number: str, step: int, language: str) -> Worded:
    """情况判断, 建议行动, 需要什么: one at a time, each may be skipped."""
    skip = button(plain(language, "button-skip"), ExpertTap(request=request, act="skip", value=str(step)))
    stop = button(plain(language, "button-expert-stop"), ExpertTap(request=request, act="stop"))
    text = words(language, f"expert-prompt-{PARTS[step]}", number=number, step=str(step + 1))
    return Worded(text, rows([skip, stop]))


def why_not(request: int, number: str, language: str) -> Worded:
    taps = [
        button(plain(language, f"expert-why-{reason.replace('_', '-')}"),
               ExpertTap(request=request, act="why", value=reason))
        for reason in REASONS
    ]  # fmt: skip
    typed = button(plain(language, "button-expert-other-reason"), ExpertTap(request=request, act="other"))
    keep = button(plain(language, "button-back"), ExpertTap(request=request, act="back"))
    return Worded(words(language, "expert-why", number=number), rows(*in_columns([*taps, typed], 1), [keep]))


def thanks(number: str, can: object, language: str) -> Worded:
    given = {part: getattr(can, part) for part in PARTS}
    return Worded(lines(words(language, "expert-thanks", number=number), *can_lines(given, language)))


def ask_reason(language: str, number: str) -> Worded:
    return Worded(words(language, "expert-type-reason", number=number),
                  ask_for_reply(language, "placeholder-expert-reason"))  # fmt: skip


def myself(expert: Expert | None, places: Places, speaker: Speaker) -> Worded:
    """One's own entry of the register."""
    language = speaker.language
    if expert is None:
        return Worded(words(language, "expert-not-listed"))
    comma = plain(language, "list-comma")
    fields = comma.join(field_name(each, language) for each in expert.fields) or plain(language, "expert-no-fields")
    found = [places.get(code) for code in expert.areas]
    areas = comma.join(values.area_name((each.name, each.name_hant), language) for each in found if each)
    mean = plain(language, "expert-my-mean", number=str(expert.answers), minutes=str(expert.mean_minutes or 0))
    here = "here" if expert.away else "away"
    buttons = [
        button(plain(language, "button-expert-fields"), ExpertTap(request=0, act="fields")),
        button(plain(language, f"button-expert-{here}"), ExpertTap(request=0, act=here)),
    ]
    text = lines(
        words(language, "expert-me", name=expert.name, fields=fields, areas=areas),
        words(language, "expert-is-away") if expert.away else None,
        Html(mean) if expert.answers else None,
    )
    return Worded(text, rows(buttons))
