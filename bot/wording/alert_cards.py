"""The card of an alert for its drafter and its approvers, the decision, and the progress card while it goes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.rules import paid_broadcast
from bot.rules.alert_approval import FAST_LEVELS, FOLLOWED, STRICT, right_to_approve
from bot.rules.alert_draft import units
from bot.rules.alert_levels import LEVELS, NOTICE, SIGNALS
from bot.rules.alert_view import AlertView
from bot.rules.audience import REASONS
from bot.rules.speaker import Speaker
from bot.wording import alert_certainty, alert_shapes, alert_text, area_choice, fates, values
from bot.wording.alert_screens import NAMES, served
from bot.wording.buttons import button, rows
from bot.wording.outgoing import Saying
from bot.wording.taps import AlertTap
from bot.wording.worded import Html, Worded, escaped, lines, plain, shortened, words
from bot.wording.writing_screens import reply_here

FITS = 3900
KNOWN_SKIPS = tuple(reason for reason in REASONS if reason != "elsewhere")


def card(saying: Saying) -> Worded | None:
    """As it stands, with the text as residents get it. A copy of an older version says that there is a newer one."""
    view: AlertView | None = saying.subject
    if view is None:
        return None
    language = saying.language
    head = _head(view, language, saying.zone, saying.now)
    if int(saying.values.get("version", view.version)) != view.version:
        return Worded(lines(head, words(language, "alert-newer")))
    shown = alert_text.text(view, "zh-Hans", saying.zone, saying.now)
    quoted = Html(f"<blockquote expandable>{shown}</blockquote>")
    about = [*_before_it_goes_out(view, language), *standing(view, language, saying.zone, saying.now)]
    whole = lines(head, quoted, *about)
    text = whole if units(whole) <= FITS else lines(head, words(language, "alert-too-long-here"), *about)
    return Worded(text, rows(*_card_buttons(view, saying), _looks(view)))


def _head(view: AlertView, language: str, zone: ZoneInfo, now: datetime) -> Html:
    at = values.moment(view.drafted_at, zone, now) if view.drafted_at else ""
    mark = alert_text.DONE if view.action == "cancel" else alert_text.MARKS[view.level]
    return words(
        language, "alert-card-title", mark=mark, title=alert_text.headline(view, language),
        number=str(view.alert_id), by=shortened(view.drafted_by_name, 40), at=at,
        names=area_choice.names(view.area_names, language),
    )  # fmt: skip


def _before_it_goes_out(view: AlertView, language: str) -> list[Html]:
    """To how many, and who may say yes."""
    if view.state not in ("draft", "approved", "returned"):
        return served(view, language)
    strict = right_to_approve(view.level, view.evacuation) == STRICT
    numbers = "、".join(str(number) for number in view.follows)
    return [
        words(language, "alert-card-count", number=f"{view.audience:,}",
              seconds=str(paid_broadcast.seconds(view.audience) if view.paid else view.seconds)),
        *([words(language, "alert-card-paid", stars=f"{paid_broadcast.price(view.audience):,}")] if view.paid else []),
        *([words(language, "alert-card-follows", numbers=numbers)] if view.follows else []),
        alert_certainty.line(view, language),
        *alert_shapes.for_approvers(view, language),
        *served(view, language),
        *([words(language, "alert-who-approves" if strict else "alert-who-approves-mild")]
          if view.state == "draft" else []),
    ]  # fmt: skip


def standing(view: AlertView, language: str, zone: ZoneInfo, now: datetime) -> list[Html]:
    """How it stands: its state, a fast publication and the second look, where it still holds, the loudspeakers."""
    told = [state(view, language, zone, now)]
    if view.fast_reason:
        told.append(words(language, "alert-fast-reason", by=shortened(view.decided_by_name, 40),
                          reason=shortened(view.fast_reason, 300)))  # fmt: skip
        told.append(_look(view, language))
    if view.partly:
        told.append(words(language, "alert-still-in", names=area_choice.names(view.live_names, language)))
    played, asked = view.loudspeakers
    if asked:
        told.append(words(language, "alert-played", played=str(played), asked=str(asked)))
    return told


def _look(view: AlertView, language: str) -> Html:
    if view.look_open:
        return words(language, "alert-look-open")
    key = "alert-looked-objected" if view.objection else "alert-looked"
    return words(language, key, by=shortened(view.looked_by_name, 40), note=shortened(view.objection, 300))


def state(view: AlertView, language: str, zone: ZoneInfo, now: datetime) -> Html:
    moment = {"published": view.published_at, "updated": view.ended_at, "lifted": view.ended_at,
              "expired": view.ended_at}.get(view.state, view.decided_at)  # fmt: skip
    at = values.moment(moment, zone, now) if moment else ""
    by = shortened(view.decided_by_name, 40)
    key = "alert-state-fast" if view.state == "published" and view.fast_reason else f"alert-state-{view.state}"
    next_one = str(view.details.get("ended_by", ""))
    return words(language, key, by=by, at=at, note=shortened(view.note, 300), next=next_one)


def _tap(view: AlertView, language: str, key: str, act: str, style: str | None = None) -> InlineKeyboardButton:
    return button(plain(language, key), AlertTap(alert=view.alert_id, act=act, revision=view.version), style)


def _card_buttons(view: AlertView, saying: Saying) -> list[list[InlineKeyboardButton]]:
    """Those that make sense to whoever this copy is for; the right is checked at the tap all the same."""
    language, home = saying.language, bool(saying.values.get("home"))
    approve = _tap(view, language, "button-approve", "approve", "success")
    give_back = _tap(view, language, "button-return", "return", "danger")
    publish = _tap(view, language, "button-publish", "publish", "success")
    withdraw = [_tap(view, language, "button-withdraw", "withdraw")] if home else []
    edit = [_tap(view, language, "button-edit", "edit")]
    fast = [_tap(view, language, "button-fast", "fast", "danger")] if view.level in FAST_LEVELS else []
    match view.state:
        case "draft" if home and saying.values.get("private"):
            return [withdraw]
        case "draft":
            return [
                [approve, give_back],
                fast if home or saying.values.get("leads") else [],
                withdraw,
                _pay(view, saying),
            ]
        case "approved" if home:
            return [[publish], [*edit, *withdraw], _pay(view, saying)]
        case "approved" if saying.values.get("person") == view.decided_by:
            return [[publish, give_back]]
        case "returned" if home:
            return [[_tap(view, language, "button-edit", "edit", "primary")], withdraw]
        case "published" if view.look_open and saying.values.get("look"):
            return [[_tap(view, language, "button-looked", "looked", "success"),
                     _tap(view, language, "button-objected", "objected", "danger")]]  # fmt: skip
        case "published" | "expired" if home:
            played, asked = view.loudspeakers
            silent = [_tap(view, language, "button-not-played", "silent")] if played < asked else []
            return [*following(view, language), silent]
        case _:
            return []


def silent_villages(view: AlertView, villages: Sequence[tuple[str, str]], language: str) -> Worded:
    """Whom to ring up: the villages that have not read it aloud, as many as fit."""
    title = alert_text.headline(view, language)
    if not villages:
        return Worded(words(language, "script-all-played", title=title))
    names = plain(language, "list-comma").join(values.area_name(pair, language) for pair in villages)
    return Worded(words(language, "script-silent", title=title, number=str(len(villages)),
                        names=shortened(names, 3000)))  # fmt: skip


def _pay(view: AlertView, saying: Saying) -> list[InlineKeyboardButton]:
    """For an administrator: a thousand a second, at its price. Offered where the free way takes long."""
    if not saying.values.get("home") or not (view.paid or paid_broadcast.is_offered(view.seconds)):
        return []
    stars = f"{paid_broadcast.price(view.audience):,}"
    label = plain(saying.language, "button-free" if view.paid else "button-paid", stars=stars)
    return [button(label, AlertTap(alert=view.alert_id, act="paid", value="off" if view.paid else "on"))]


def following(view: AlertView, language: str) -> list[list[InlineKeyboardButton]]:
    """更新 and 解除; and the other levels, for one that went out at the wrong one. A lifting is the end."""
    if view.action == "cancel":
        return []
    others = SIGNALS.get(view.event) or tuple(level for level in LEVELS if level not in (NOTICE, "white"))
    levels = others if view.level != NOTICE and view.state == "published" else ()
    taps = [
        button(plain(language, "alert-to-level", mark=alert_text.MARKS[level]),
               AlertTap(alert=view.alert_id, act="level", value=level))
        for level in reversed(levels) if level != view.level
    ]  # fmt: skip
    return [
        [_tap(view, language, "button-update", "update", "primary"), _tap(view, language, "button-lift", "lift")],
        taps,
    ]


def review(saying: Saying) -> Worded | None:
    """Does it still hold? Asked when it has run out, or when nobody has touched it for long."""
    view: AlertView | None = saying.subject
    if view is None:
        return None
    language = saying.language
    since = values.elapsed(saying.now - (view.published_at or saying.now), language)
    key = "alert-review-expired" if view.state == "expired" else "alert-review-old"
    asked = words(language, key, title=alert_text.headline(view, language), number=str(view.alert_id), since=since,
                  names=area_choice.names(view.area_names, language))  # fmt: skip
    if view.state not in FOLLOWED:
        return Worded(lines(asked, state(view, language, saying.zone, saying.now)))
    holds = "button-still" if view.state == "published" else "button-let-expire"
    return Worded(asked, rows(*following(view, language)[:1], [_tap(view, language, holds, "still")]))


def _looks(view: AlertView) -> list[InlineKeyboardButton]:
    return [button(f"👀 {name}", AlertTap(alert=view.alert_id, act="look", value=tag)) for tag, name in NAMES.items()]


def decided(saying: Saying) -> Worded | None:
    """The drafter hears: approved, with 发布; or returned, with the reason and 修改."""
    view: AlertView | None = saying.subject
    if view is None:
        return None
    language, given = saying.language, saying.values
    text = words(
        language, f"alert-told-{given['state']}", title=alert_text.headline(view, language), number=str(view.alert_id),
        by=shortened(str(given.get("by") or ""), 40), note=shortened(str(given.get("note") or ""), 1000),
    )  # fmt: skip
    if given["state"] == "objected":
        return Worded(text, rows(*following(view, language)[:1]) if view.state in FOLLOWED else None)
    live = given["state"] == view.state and given["version"] == view.version
    key, act = ("button-publish", "publish") if given["state"] == "approved" else ("button-edit", "edit")
    return Worded(text, rows([_tap(view, language, key, act, "success")]) if live else None)


def progress(saying: Saying) -> Worded | None:
    """How it goes out: a bar, the rate, the time left; at the end what became of every copy, no more than is known."""
    view: AlertView | None = saying.subject
    if view is None:
        return None
    language, seen = saying.language, view.fates
    done = view.audience - seen.waiting - seen.later - seen.paused
    text = lines(
        words(language, "alert-progress-title", title=alert_text.headline(view, language), number=str(view.alert_id),
              names=area_choice.names(view.area_names, language)),
        _how_far(view, done, language, saying.zone, saying.now),
        _steered(view, language),
        words(language, "alert-later", number=f"{seen.later:,}") if seen.later else None,
        words(language, "alert-digest-count", number=f"{view.digest:,}") if view.digest else None,
        fates.troubles(seen, language) or None,
        _skipped(view, language),
    )  # fmt: skip
    held = [_tap(view, language, "button-send-held", "held")] if seen.held else []
    return Worded(text, rows(held, _steering(view, language)))


def _steered(view: AlertView, language: str) -> Html | None:
    if view.sending == "going":
        return None
    return words(language, f"alert-sending-{view.sending}", number=f"{view.fates.paused:,}")


def _steering(view: AlertView, language: str) -> list[InlineKeyboardButton]:
    """暂停 while it goes out, 继续 or 停止 while it is paused; the record when it is out."""
    if view.finished_at is not None or view.sending == "stopped":
        return [_tap(view, language, "button-record", "record")]
    if view.sending == "paused":
        return [_tap(view, language, "button-resume", "resume", "success"),
                _tap(view, language, "button-stop", "stop", "danger")]  # fmt: skip
    return [_tap(view, language, "button-pause", "pause")]


Place = tuple[tuple[str, str], int, int, Mapping[str, int]]
"""Names, how many copies arrived, how many there are, and the rest by reason word."""


def record(view: AlertView, places: Sequence[Place], language: str) -> Worded:
    """The record, the places with most trouble first, as many as fit."""
    title = words(language, "record-title", title=alert_text.headline(view, language), number=str(view.alert_id))
    told = [title] if places else [title, words(language, "record-nobody")]
    for names, sent, total, lost in sorted(places, key=lambda place: place[1] - place[2]):
        line = words(language, "record-line", name=values.area_name(names, language), sent=str(sent), total=str(total))
        told.append(Html(f"{line} {escaped(fates.reasons(lost, language))}") if lost else line)
    kept: list[Html] = []
    for line in told:
        if units("\n".join([*kept, line])) > FITS:
            kept.append(words(language, "record-more", number=str(len(told) - len(kept))))
            break
        kept.append(line)
    return Worded(lines(*kept))


def _how_far(view: AlertView, done: int, language: str, zone: ZoneInfo, now: datetime) -> Html:
    seen = view.fates
    if not view.fan_out_done:
        return words(language, "alert-looking-up")
    if view.finished_at is not None:
        at = values.moment(view.finished_at, zone, now)
        return words(language, "alert-finished", sent=f"{seen.sent:,}", total=f"{view.audience:,}", at=at)
    left = int(seen.waiting / seen.rate) if seen.rate else None
    return lines(
        Html(fates.bar(done, view.audience)),
        words(language, "alert-sent", sent=f"{seen.sent:,}", total=f"{view.audience:,}"),
        words(language, "alert-rate", rate=f"{seen.rate:.1f}", minutes=str(left // 60), seconds=str(left % 60))
        if left is not None and seen.waiting else None,
    )  # fmt: skip


def _skipped(view: AlertView, language: str) -> Html | None:
    known = {word: number for word, number in view.skipped.items() if word in KNOWN_SKIPS}
    if not known:
        return None
    told = [f"{plain(language, f'skipped-{word}')} {number:,}" for word, number in sorted(known.items())]
    return words(language, "alert-skipped", reasons=plain(language, "list-comma").join(told))


def why(
    told: Sequence[tuple[str, str, str | None, datetime | None]], who: str, language: str, zone: ZoneInfo, now: datetime
) -> Worded:
    """What became of each person's copy, in a sentence: name, state, reason word and time."""
    if not told:
        return Worded(words(language, "why-unknown", who=who))
    return Worded(lines(*(_why(*each, language, zone, now) for each in told)))


def _why(
    name: str, state: str, reason: str | None, at: datetime | None, language: str, zone: ZoneInfo, now: datetime
) -> Html:  # fmt: skip
    shown = values.moment(at, zone, now) if at else ""
    if state == "skipped":
        because = plain(language, f"skipped-{reason}") if reason in REASONS else str(reason)
    else:
        because = fates.reason(reason, language) if reason else ""
    return words(language, f"why-{state}", name=shortened(name, 40), reason=because, at=shown)


def ask_reason(verb: str, speaker: Speaker, language: str) -> Worded:
    """退回, 紧急发布 and 有问题 need a reason; in a group only a reply reaches the bot."""
    return reply_here(speaker, language, "alert-type-reason" if verb == "return" else f"alert-type-reason-{verb}")


def refusal(reason: str, view: AlertView | None, language: str) -> str:
    """Why a tap did nothing."""
    if reason == "over" and view is not None:
        by = shortened(view.decided_by_name, 40)
        return plain(language, f"alert-over-{view.state}", by=by)[:200]
    return plain(language, f"alert-refused-{reason.replace('_', '-')}")[:200]


def refused(reason: str, view: AlertView | None, language: str) -> Worded:
    return Worded(escaped(refusal(reason, view, language)))


WORDS = {"alert-review": review, "alert-card": card, "alert-decided": decided, "alert-progress": progress}
