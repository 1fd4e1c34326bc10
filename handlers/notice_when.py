"""When a written notice goes out: once at a time, or by the calendar, chosen with buttons or typed; then 定下."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import broadcasts, schedules
from bot.actions.people import GroupPlace
from bot.actions.schedules import Planned
from bot.report_types.notice_templates import load_notice_templates
from bot.rules.calendar_rule import KINDS, CalendarRule, next_time, read_day_of_month, read_season, rule_from_json
from bot.rules.drill_time import read_planned_time
from bot.rules.zero_report import hour_of, read_hour
from bot.wording import broadcast_screens, schedule_screens, screens, values
from bot.wording.alert_taps import BroadcastTap, ScheduleTap
from handlers.broadcast import TOPIC, Notice, preview
from handlers.listens_for import in_talk, no_command, to_the_bot
from handlers.visit import Visit

router = Router(name="notice_when")
ORDER = 29

# The steps in which typed words say when it goes out.
STEPS = ("time", "hour", "day", "season")
SHOWN_AHEAD = 3
BEGINS = ("templates", "template")


async def about_time(tap: CallbackQuery, callback_data: ScheduleTap) -> bool:
    return callback_data.schedule == 0 and callback_data.act != "list"


async def choosing_when(message: Message, visit: Visit) -> bool:
    return visit.speaker.talk.data.get("step") in STEPS


async def of_a_zero_report(tap: CallbackQuery, callback_data: BroadcastTap, visit: Visit) -> bool:
    """A zero report has areas but no words of its own: it never becomes a notice."""
    talk = visit.speaker.talk
    zero = talk.topic == TOPIC and talk.data.get("kind") == "zero"
    return zero and callback_data.broadcast == 0 and callback_data.act in ("done", "text", "keep", "preview", "publish")


@router.callback_query(BroadcastTap.filter(), of_a_zero_report)
async def zero_areas(tap: CallbackQuery, visit: Visit, group: GroupPlace | None, language: str) -> None:
    """Its areas are chosen: whole towns, or the district."""
    notice = await _notice(visit, group, language)
    if not notice.scope:
        notice.note("tap-no-right", alert=True)
    elif not notice.areas:
        notice.note("areas-none")
    else:
        await notice.keep(areas=sorted({code[:9] for code in notice.areas}))
        await _confirm(notice)


async def _notice(visit: Visit, group: GroupPlace | None, language: str) -> Notice:
    scope = await broadcasts.may_broadcast(visit.tx, visit.speaker, group, ())
    return Notice(visit.speaker, group, language, visit.tx, visit.now, visit.world, visit.replies, scope)


@router.callback_query(ScheduleTap.filter(), about_time)
async def tapped(
    tap: CallbackQuery, callback_data: ScheduleTap, visit: Visit, group: GroupPlace | None, language: str
) -> None:
    notice = await _notice(visit, group, language)
    if not notice.scope:
        notice.note("tap-no-right", alert=True)
    elif callback_data.act == "templates":
        visit.replies.show(schedule_screens.templates(language))
    elif visit.speaker.talk.topic != TOPIC and callback_data.act not in BEGINS:
        notice.note("broadcast-not-writing")
    else:
        await _step(callback_data, notice)


async def _step(tap: ScheduleTap, notice: Notice) -> None:
    match tap.act:
        case "template":
            await _template(tap.value, notice)
        case "back":
            await _back(notice)
        case "once" | "repeat" if notice.areas and notice.draft.get("text"):
            await _begin(tap.act, notice)
        case "at":
            await _at(tap.value, notice)
        case "set":
            await _set(tap, notice)
        case _:
            await _rule_step(tap, notice)


async def _rule_step(tap: ScheduleTap, notice: Notice) -> None:
    """What a calendar rule is put together of. Anything that no button offers is refused."""
    value, rule = tap.value, dict(notice.draft.get("rule") or {})
    if tap.act == "kind" and value in KINDS:
        await _kind(value, notice)
    elif tap.act == "day" and value[1:].isdecimal() and len(value) == 2 and int(value[1]) < 7:
        days = {int(day) for day in rule.get("days", ())} - {int(value[1])}
        days |= {int(value[1])} if value[0] == "+" else set()
        await notice.keep(rule={**rule, "days": sorted(days)})
        notice.replies.show(schedule_screens.choose_weekdays(sorted(days), notice.language))
    elif tap.act == "days" and rule.get("days"):
        await _ask_hour(notice)
    elif tap.act == "month" and (day := read_day_of_month(value)):
        await _with(notice, days=[day])
        await _ask_hour(notice)
    elif tap.act == "hour" and (hour := hour_of(value)):
        await _hour(f"{hour:%H:%M}", notice)
    elif tap.act == "season" and value in ("none", "flood") and rule.get("at"):
        season = read_season(notice.world.settings.flood_season) if value == "flood" else None
        await _season(season, notice)
    else:
        notice.note("tap-not-understood")


async def _template(slug: str, notice: Notice) -> None:
    """Ready words for all that the speaker may reach; with a rule of its own it is shown to be confirmed."""
    template = load_notice_templates().get(slug)
    if template is None:
        notice.note("tap-not-understood")
        return
    flood = read_season(notice.world.settings.flood_season)
    rule = template.rule_in(flood) if flood else template.rule
    await notice.keep(
        areas=list(notice.scope), page="", text=values.name_of(template.text, notice.language), kind=template.kind,
        rule=rule.to_json() if rule else {}, at="", step="areas",
    )  # fmt: skip
    await (_confirm(notice) if rule else preview(notice))


async def _back(notice: Notice) -> None:
    """To the notice itself; a template's zero report has no words of its own to show."""
    if notice.draft.get("kind") == "zero":
        notice.replies.show(schedule_screens.templates(notice.language))
    elif notice.draft.get("text") and notice.areas:
        await preview(notice)
    else:
        await notice.keep(step="areas", page="")
        notice.replies.show(broadcast_screens.choose(notice.choice, notice.language, notice.world.places))


async def _begin(act: str, notice: Notice) -> None:
    if act == "once":
        await notice.keep(step="time", rule={}, at="", day="")
        notice.replies.show(schedule_screens.ask_time(notice.local_now, notice.language))
    else:
        await notice.keep(step="kind", rule={}, at="", day="")
        notice.replies.show(schedule_screens.choose_kind(notice.language))


async def _with(notice: Notice, **parts: Any) -> None:
    await notice.keep(rule={**(notice.draft.get("rule") or {}), **parts})


async def _kind(kind: str, notice: Notice) -> None:
    await notice.keep(rule={"kind": kind, "days": []}, at="", day="", step="day" if kind == "monthly" else "kind")
    if kind == "weekly":
        notice.replies.show(schedule_screens.choose_weekdays((), notice.language))
    elif kind == "monthly":
        notice.replies.show(schedule_screens.choose_day(notice.language))
    else:
        await _ask_hour(notice)


async def _ask_hour(notice: Notice, fault: bool = False) -> None:
    await notice.keep(step="hour")
    notice.replies.show(schedule_screens.ask_hour(notice.language, fault, str(notice.draft.get("day", ""))))


async def _hour(hour: str, notice: Notice) -> None:
    """Of a rule; or of the day that was named before."""
    if day := notice.draft.get("day"):
        zone = notice.world.settings.zone
        await _moment(datetime.combine(date.fromisoformat(str(day)), time.fromisoformat(hour), zone), notice)
        return
    if not (notice.draft.get("rule") or {}).get("kind"):
        notice.note("tap-not-understood")
        return
    await _with(notice, at=hour)
    await notice.keep(step="season")
    flood = read_season(notice.world.settings.flood_season)
    assert flood is not None, "checked at start"
    notice.replies.show(schedule_screens.choose_season(flood, notice.language))


async def _season(season: object, notice: Notice) -> None:
    await _with(notice, season=season)
    await _confirm(notice)


async def _at(value: str, notice: Notice) -> None:
    """A moment as its button carries it: 202611240730."""
    try:
        at = datetime.strptime(value, "%Y%m%d%H%M").replace(tzinfo=notice.world.settings.zone)
    except ValueError:
        notice.note("tap-not-understood")
        return
    await _moment(at, notice)


async def _moment(at: datetime, notice: Notice) -> None:
    if at <= notice.now:
        await notice.keep(step="time", day="")
        notice.replies.show(schedule_screens.ask_time(notice.local_now, notice.language, "past"))
        return
    await notice.keep(at=at.isoformat(), rule={}, day="")
    await _confirm(notice)


def _planned(notice: Notice) -> Planned:
    draft = notice.draft
    at = datetime.fromisoformat(str(draft["at"])) if draft.get("at") else None
    rule = rule_from_json(draft.get("rule") or {})
    return Planned(notice.areas, str(draft.get("text", "")), rule, at, str(draft.get("kind") or "notice"))


async def _confirm(notice: Notice) -> None:
    planned = _planned(notice)
    coming = planned.first(notice.world, notice.now)
    revision = await notice.keep(step="confirm")
    if coming is None:
        notice.replies.show(schedule_screens.never(notice.language))
        return
    zone = notice.world.settings.zone
    times = _ahead(planned.rule, coming, notice) if planned.rule else [coming]
    notice.replies.show(schedule_screens.confirm(
        planned.kind, notice.names(), planned.text, planned.rule, times, revision, notice.language, zone
    ))  # fmt: skip


def _ahead(rule: CalendarRule, first: datetime, notice: Notice) -> list[datetime]:
    times = [first]
    while len(times) < SHOWN_AHEAD and (later := next_time(rule, times[-1], notice.world.settings.zone)):
        times.append(later)
    return times


async def _set(tap: ScheduleTap, notice: Notice) -> None:
    """What was read is what is set: an older screen's button is stale."""
    if notice.step != "confirm" or tap.revision != notice.revision:
        notice.stale()
        return
    done = await schedules.create(
        notice.tx, notice.world, notice.speaker, notice.group, _planned(notice), notice.language, notice.now
    )
    if done.refusal == "past":
        await _begin("once", notice)
    elif done.refusal:
        notice.note("tap-no-right", alert=True)
    else:
        await notice.end(screens.say(notice.language, "schedule-set"))


@router.message(in_talk(TOPIC), choosing_when, to_the_bot, no_command)
async def said(message: Message, visit: Visit, group: GroupPlace | None, language: str) -> None:
    """The time, the hour, the day of the month or the season, in plain words."""
    notice = await _notice(visit, group, language)
    if await notice.left(message) or message.text is None:
        return
    text = message.text
    if screens.way_out(text) == "back":
        await _back(notice)
    elif notice.step == "time":
        await _time_said(text, notice)
    elif notice.step == "hour":
        hour = read_hour(text) or (f"{at:%H:%M}" if (at := hour_of(text.strip())) else None)
        await (_hour(hour, notice) if hour else _ask_hour(notice, fault=True))
    elif notice.step == "day":
        day = read_day_of_month(text)
        if day is None:
            notice.replies.send(schedule_screens.choose_day(language, fault=True))
            return
        await _with(notice, days=[day])
        await _ask_hour(notice)
    else:
        await _season_said(text, notice)


async def _season_said(text: str, notice: Notice) -> None:
    season, flood = read_season(text), read_season(notice.world.settings.flood_season)
    if season is None and flood is not None:
        notice.replies.send(schedule_screens.choose_season(flood, notice.language, fault=True))
        return
    await _season(season, notice)


async def _time_said(text: str, notice: Notice) -> None:
    planned = read_planned_time(text, notice.local_now)
    if planned.at is not None:
        await _moment(planned.at, notice)
    elif planned.day is not None:
        await notice.keep(day=planned.day.isoformat())
        await _ask_hour(notice)
    else:
        notice.replies.send(schedule_screens.ask_time(notice.local_now, notice.language, planned.problem))
