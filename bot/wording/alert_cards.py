"""The card of an alert for its drafter and its approvers, the decision, and the progress card while it goes out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.rules import paid_broadcast
from bot.rules.alert_approval import FAST_LEVELS, FOLLOWED, STRICT, right_to_approve
from bot.rules.alert_draft import units
from bot.rules.alert_levels import LEVELS, NOTICE, SIGNALS
from bot.rules.alert_view import AlertView
from bot.rules.speaker import Speaker
from bot.wording import alert_certainty, alert_shapes, alert_text, area_choice, values
from bot.wording.alert_screens import NAMES, doubts, served
from bot.wording.alert_taps import AlertTap
from bot.wording.buttons import button, rows
from bot.wording.outgoing import Saying
from bot.wording.worded import Html, Worded, escaped, lines, plain, shortened, words
from bot.wording.writing_screens import reply_here

FITS = 3900


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
    about = [*_before_it_goes_out(view, language, saying.now), *standing(view, language, saying.zone, saying.now)]
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


def _before_it_goes_out(view: AlertView, language: str, now: datetime) -> list[Html]:
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
        *doubts(view, language, now),
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
    call = [_tap(view, language, "button-call-too", "call")] if home and calls_for_call(view) else []
    edit = [_tap(view, language, "button-edit", "edit")]
    fast = [_tap(view, language, "button-fast", "fast", "danger")] if view.level in FAST_LEVELS else []
    match view.state:
        case "draft" if home and saying.values.get("private"):
            return [call, withdraw]
        case "draft":
            return [
                [approve, give_back],
                fast if home or saying.values.get("leads") else [],
                call,
                withdraw,
                _pay(view, saying),
            ]
        case "approved" if home:
            return [[publish], call, [*edit, *withdraw], _pay(view, saying)]
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
            return [*following(view, language), call if view.state == "published" else [], silent]
        case _:
            return []


def calls_for_call(view: AlertView) -> bool:
    """同时叫应 is offered under what an issuer gave at orange or red."""
    return bool(view.issuer) and view.level in ("orange", "red") and view.action != "cancel"


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


def late_look(saying: Saying) -> Worded:
    """One leader published it alone, and nobody has looked at it since."""
    given, language = saying.values, saying.language
    names = plain(language, "list-comma").join(shortened(str(name), 20) for name in given["names"])
    since = datetime.fromisoformat(str(given["since"])) if given.get("since") else saying.now
    key = "alert-look-late" if names else "alert-look-nobody"
    return Worded(words(language, key, number=str(given["number"]), by=shortened(str(given["by"]), 40), names=names,
                        since=values.elapsed(saying.now - since, language)))  # fmt: skip


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


WORDS = {"alert-look-late": late_look, "alert-review": review, "alert-card": card, "alert-decided": decided}
