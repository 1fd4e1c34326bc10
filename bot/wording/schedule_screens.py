"""Notices at a time: when they go out is chosen, they are listed, and each has a card with what may be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.report_types.notice_templates import load_notice_templates
from bot.rules.calendar_rule import LAST_DAY, CalendarRule, Season
from bot.rules.schedule_view import TAKES, ScheduleView
from bot.wording import area_choice, values
from bot.wording.alert_taps import BroadcastTap, ScheduleTap
from bot.wording.buttons import button, in_columns, rows
from bot.wording.outgoing import Saying
from bot.wording.worded import Html, Worded, escaped, lines, plain, shortened, words

HOURS = ("07:30", "08:00", "09:00", "12:00", "15:00", "17:00", "20:00")
DAYS = (1, 5, 10, 15, 20, 25, LAST_DAY)
LISTED = 12
STYLE = {"stop": "danger", "take": "success", "resume": "success"}


def _tap(act: str, value: str = "", revision: int = 0, number: int = 0) -> ScheduleTap:
    return ScheduleTap(schedule=number, act=act, value=value, revision=revision)


def _button(language: str, key: str, act: str, value: str = "") -> InlineKeyboardButton:
    return button(plain(language, key), _tap(act, value))


def offer(language: str) -> list[InlineKeyboardButton]:
    """Under the preview, beside 发布."""
    return [_button(language, "button-schedule-once", "once"), _button(language, "button-schedule-repeat", "repeat")]


def ways_to_the_plans(language: str) -> list[InlineKeyboardButton]:
    return [_button(language, "button-schedules", "list"), _button(language, "button-templates", "templates")]


def _way_back(language: str) -> list[InlineKeyboardButton]:
    cancel = button(plain(language, "button-cancel"), BroadcastTap(broadcast=0, act="cancel"))
    return [_button(language, "button-back", "back"), cancel]


def ask_time(now: datetime, language: str, problem: str | None = None) -> Worded:
    """`now` in the city's zone. `problem`: past, impossible, unreadable, far."""
    today, tomorrow = now.date(), now.date() + timedelta(days=1)
    moments = [(today, "20:00"), (tomorrow, "07:30"), (tomorrow, "08:00"), (tomorrow, "15:00")]
    taps = [
        button(
            plain(language, "schedule-today" if day == today else "schedule-tomorrow", hour=hour),
            _tap("at", f"{day:%Y%m%d}{hour.replace(':', '')}"),
        )
        for day, hour in moments
        if day != today or f"{now:%H:%M}" < hour
    ]
    fault = words(language, f"schedule-time-{problem}") if problem else None
    text = lines(fault, words(language, "schedule-when"))
    return Worded(text, rows(*in_columns(taps, 2), _way_back(language)))


def ask_hour(language: str, fault: bool = False, day: str = "") -> Worded:
    taps = [button(hour, _tap("hour", hour.replace(":", ""))) for hour in HOURS]
    text = lines(words(language, "schedule-hour-unread") if fault else None, words(language, "schedule-hour", day=day))
    return Worded(text, rows(*in_columns(taps, 4), _way_back(language)))


def choose_kind(language: str) -> Worded:
    taps = [
        _button(language, f"button-rule-{kind}", "kind", kind) for kind in ("daily", "weekdays", "weekly", "monthly")
    ]
    return Worded(words(language, "schedule-kind"), rows(*in_columns(taps, 2), _way_back(language)))


def choose_weekdays(chosen: Sequence[int], language: str) -> Worded:
    """A tap says what the day is to be (`+0`, `-0`), so that a double tap is as good as one."""
    taps = [
        button(f"✅ {_weekday(day, language)}", _tap("day", f"-{day}"))
        if day in chosen
        else button(_weekday(day, language), _tap("day", f"+{day}"))
        for day in range(7)
    ]
    done = [button(plain(language, "button-done"), _tap("days"), "primary")] if chosen else []
    return Worded(words(language, "schedule-weekdays"), rows(*in_columns(taps, 4), done, _way_back(language)))


def choose_day(language: str, fault: bool = False) -> Worded:
    taps = [button(_day(day, language), _tap("month", str(day))) for day in DAYS]
    text = lines(words(language, "schedule-day-unread") if fault else None, words(language, "schedule-day"))
    return Worded(text, rows(*in_columns(taps, 4), _way_back(language)))


def choose_season(flood: Season, language: str, fault: bool = False) -> Worded:
    taps = [
        _button(language, "button-all-year", "season", "none"),
        button(plain(language, "button-flood-season", season=_season(flood, language)), _tap("season", "flood")),
    ]
    text = lines(words(language, "schedule-season-unread") if fault else None, words(language, "schedule-season"))
    return Worded(text, rows(taps, _way_back(language)))


def confirm(
    kind: str, names: str, text: str, rule: CalendarRule | None, coming: Sequence[datetime], revision: int,
    language: str, zone: ZoneInfo,
) -> Worded:  # fmt: skip
    """`coming`: the next times, of which the first is certain to be shown."""
    key = "schedule-confirm-zero" if kind == "zero" else "schedule-confirm"
    shown = lines(
        words(language, key, names=names, when=_when(rule, coming[0], language, zone)),
        words(language, "schedule-next", times=_times(coming, language, zone)) if rule else None,
        Html(f"<blockquote expandable>{escaped(shortened(text, 1500))}</blockquote>"),
    )
    send = button(plain(language, "button-schedule-set"), _tap("set", "", revision), "success")
    once = _button(language, "button-schedule-once", "once")
    areas = button(plain(language, "broadcast-edit-areas"), BroadcastTap(broadcast=0, act="areas"))
    other = [areas if kind == "zero" else once]
    return Worded(shown, rows([send], [*other, _button(language, "button-other-time", "repeat")], _way_back(language)))


def never(language: str) -> Worded:
    """A rule that fits no day to come, or a moment that has passed."""
    return Worded(words(language, "schedule-never"), rows(_way_back(language)))


def _times(coming: Sequence[datetime], language: str, zone: ZoneInfo) -> str:
    return plain(language, "list-comma").join(_moment(at, language, zone) for at in coming)


def _moment(at: datetime, language: str, zone: ZoneInfo) -> str:
    local = at.astimezone(zone)
    return f"{local:%Y-%m-%d} {_weekday(local.weekday(), language)} {local:%H:%M}"


def _when(rule: CalendarRule | None, at: datetime | None, language: str, zone: ZoneInfo) -> str:
    if rule is not None:
        return rule_words(rule, language)
    return (
        plain(language, "schedule-one-time", at=_moment(at, language, zone)) if at else plain(language, "schedule-over")
    )


def rule_words(rule: CalendarRule, language: str) -> str:
    """每周一、五 15:00（4月15日–10月15日）."""
    comma = plain(language, "list-comma")
    days = (_weekday(day, language) for day in rule.days)
    if rule.kind == "monthly":
        days = (_day(day, language) for day in rule.days)
    said = plain(language, f"rule-{rule.kind}", days=comma.join(days), hour=f"{rule.at:%H:%M}")
    season = plain(language, "rule-season", season=_season(rule.season, language)) if rule.season else ""
    return said + season


def _weekday(day: int, language: str) -> str:
    return plain(language, f"weekday-{day + 1}")


def _day(day: int, language: str) -> str:
    return plain(language, "month-end") if day == LAST_DAY else plain(language, "month-day", number=str(day))


def _season(season: Season, language: str) -> str:
    (month, day), (last_month, last_day) = season
    return plain(language, "season", month=str(month), day=str(day), last_month=str(last_month), last_day=str(last_day))


def templates(language: str) -> Worded:
    taps = [
        button(values.name_of(each.names, language), _tap("template", each.slug))
        for each in load_notice_templates().values()
    ]
    return Worded(words(language, "schedule-templates"), rows(*in_columns(taps, 1), _way_back(language)))


def listing(views: Sequence[ScheduleView], language: str, zone: ZoneInfo) -> Worded:
    """The next one first; each opens."""
    shown = views[:LISTED]
    more = words(language, "schedule-more", number=str(len(views) - LISTED)) if len(views) > LISTED else None
    taps = [button(f"#{view.number} {_headline(view, language)}", _tap("show", number=view.number)) for view in shown]
    title = words(language, "schedule-list" if views else "schedule-list-none")
    told = (_line(view, language, zone) for view in shown)
    back = [_button(language, "button-templates", "templates"), _button(language, "button-back", "back")]
    return Worded(lines(title, *told, more), rows(*in_columns(taps, 1), back))


def _headline(view: ScheduleView, language: str) -> str:
    return shortened(" ".join(view.text.split()), 30)


def _line(view: ScheduleView, language: str, zone: ZoneInfo) -> Html:
    when = _when(view.rule, view.next_at, language, zone)
    state = plain(language, f"schedule-state-{view.state}")
    return words(language, "schedule-line", number=str(view.number), state=state, when=when, by=view.by_name)


def detail(view: ScheduleView, language: str, zone: ZoneInfo, now: datetime, in_list: bool = True) -> Worded:
    """All of one: when, where, its words, what came of the last time, and what may be done with it."""
    acts = [act for act in TAKES[view.state] if not (view.kind == "zero" and act in ("now", "edit"))]
    taps = [
        button(plain(language, f"button-schedule-{act}"), _tap(act, number=view.number, revision=view.version),
               STYLE.get(act))
        for act in acts
    ]  # fmt: skip
    back = [_button(language, "button-to-list", "list")] if in_list else []
    return Worded(_told(view, language, zone, now), rows(*in_columns(taps, 2), back))


def _told(view: ScheduleView, language: str, zone: ZoneInfo, now: datetime) -> Html:
    names = area_choice.names(view.area_names, language)
    when = _when(view.rule, view.next_at, language, zone)
    state = plain(language, f"schedule-state-{view.state}")
    going = view.rule is not None and view.next_at is not None and view.state == "active"
    return lines(
        words(language, "schedule-title", number=str(view.number), state=state),
        words(language, "schedule-plan", names=names, when=when),
        words(language, "schedule-next", times=_moment(view.next_at, language, zone))
        if going and view.next_at else None,
        words(language, "schedule-by", by=view.by_name),
        words(language, "schedule-state-by", by=view.state_by_name)
        if view.state in ("paused", "ended") and view.state_by_name else None,
        Html(f"<blockquote expandable>{escaped(shortened(view.text, 1500))}</blockquote>"),
        _last(view, language, zone, now),
    )  # fmt: skip


def _last(view: ScheduleView, language: str, zone: ZoneInfo, now: datetime) -> Html | None:
    if view.last_at is None:
        return None
    at = values.moment(view.last_at, zone, now)
    if view.last_outcome == "sent" and view.last is not None:
        return words(language, "schedule-last-sent", at=at, received=str(view.last[0]), total=str(view.last[1]))
    return words(language, f"schedule-last-{view.last_outcome}", at=at)


def confirm_stop(view: ScheduleView, language: str) -> Worded:
    sure = button(plain(language, "button-schedule-stop-sure"), _tap("stop_sure", number=view.number), "danger")
    keep = button(plain(language, "button-back"), _tap("show", number=view.number))
    return Worded(words(language, "schedule-stop-sure", number=str(view.number)), rows([sure], [keep]))


def confirm_now(view: ScheduleView, language: str) -> Worded:
    """Sending at once is a tap of its own, on the words that will go out."""
    sure = button(plain(language, "button-publish"), _tap("now_sure", "", view.version, view.number), "success")
    keep = button(plain(language, "button-back"), _tap("show", number=view.number))
    text = Html(f"<blockquote expandable>{escaped(shortened(view.text, 1500))}</blockquote>")
    names = area_choice.names(view.area_names, language)
    return Worded(lines(words(language, "schedule-now-sure", names=names), text), rows([sure], [keep]))


def card(saying: Saying) -> Worded | None:
    """Where it was written: confirms it, and changes with it."""
    view: ScheduleView | None = saying.subject
    return detail(view, saying.language, saying.zone, saying.now, in_list=False) if view else None


def missed(saying: Saying) -> Worded | None:
    view: ScheduleView | None = saying.subject
    if view is None:
        return None
    language, zone = saying.language, saying.zone
    due = _moment(datetime.fromisoformat(str(saying.values["due"])), language, zone)
    text = lines(
        words(language, "schedule-missed", number=str(view.number), due=due, times=str(saying.values["times"]),
              text=_headline(view, language)),
        words(language, "schedule-next", times=_moment(view.next_at, language, zone)) if view.next_at else None,
    )  # fmt: skip
    return Worded(text, rows([button(plain(language, "button-schedule-show"), _tap("show", number=view.number))]))


def held(saying: Saying) -> Worded | None:
    view: ScheduleView | None = saying.subject
    if view is None:
        return None
    text = words(
        saying.language, "schedule-held", number=str(view.number), by=view.by_name,
        text=_headline(view, saying.language),
    )  # fmt: skip
    show = button(plain(saying.language, "button-schedule-show"), _tap("show", number=view.number))
    return Worded(text, rows([show]))


def alarm_held(saying: Saying) -> Worded:
    given = {name: str(saying.values[name]) for name in ("number", "by", "text")}
    show = button(plain(saying.language, "button-schedule-show"), _tap("show", number=int(given["number"])))
    return Worded(words(saying.language, "alarm-schedule-held", **given), rows([show]))


WORDS = {
    "schedule-card": card,
    "schedule-missed": missed,
    "schedule-held": held,
    "alarm-schedule-held": alarm_held,
}
