"""Planning a drill on the screen: one question at a time, then a summary; and the small words around a card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.rules.drill_plan import KINDS, SCENARIOS, STEPS, Plan
from bot.rules.drill_steps import DAYS, LENGTHS, PAGE, Facts
from bot.rules.places import Area
from bot.rules.question import Fault
from bot.rules.speaker import Speaker
from bot.wording import drill_values, values
from bot.wording.buttons import ask_for_reply, button, in_columns, rows
from bot.wording.drill_marker import marked, note, say
from bot.wording.duty_taps import DrillTap
from bot.wording.worded import Html, Worded, escaped, lines, plain, shortened, words

DAY_KEYS = {0: "button-drill-today", 1: "button-drill-tomorrow", 2: "button-drill-day-after", 7: "button-drill-week"}
Row = list[InlineKeyboardButton]

__all__ = ["Audience", "DrillScreens", "ask_name", "confirm", "note", "say"]


class Audience(Protocol):
    """Whom the plan would invite."""

    @property
    def officers(self) -> int: ...
    @property
    def without(self) -> int: ...


@dataclass(frozen=True)
class DrillScreens:
    """The screens of one plan. `owner` and `revision` go into every button, so that nobody else's tap is taken."""

    plan: Plan
    facts: Facts
    language: str
    owner: int
    revision: int
    private: bool
    zone: ZoneInfo
    audience: Audience | None = None

    def screen(self, fault: Fault | None = None) -> Worded:
        """The current question or summary; above it what was wrong with the last answer."""
        text, buttons = self._offer() if self.plan.offered else self._step()
        wrong = Html(f"{self._fault(fault)}\n\n") if fault else Html("")
        return marked(self.language, Worded(Html(f"{wrong}{text}"), rows(*buttons)))

    def _fault(self, fault: Fault) -> Html:
        tomorrow = self.facts.now + timedelta(days=1)
        example = self._plain(
            "drill-example", year=str(tomorrow.year), month=str(tomorrow.month), day=str(tomorrow.day)
        )
        return words(self.language, fault.key, **{"example": example, **fault.values})

    def _plain(self, key: str, **given: str) -> str:
        return plain(self.language, key, **given)

    def _tap(self, label: str, act: str, value: str = "", style: str | None = None) -> InlineKeyboardButton:
        tap = DrillTap(drill=0, act=act, value=value, owner=self.owner, revision=self.revision)
        return button(label, tap, style)

    def _ways(self, *more: InlineKeyboardButton) -> Row:
        first = self.plan.step == STEPS[0] and not self.plan.editing
        back = [] if first else [self._tap(self._plain("button-back"), "back")]
        return [*more, *back, self._tap(self._plain("button-cancel"), "cancel")]

    def _step(self) -> tuple[Html, list[Row]]:
        match self.plan.step:
            case "summary":
                return self._summary()
            case "change":
                return self._change()
            case step:
                more = {"place": [self._tap(self._plain("button-skip"), "skip")]}.get(step, [])
                return self._asked(step), [*self._quick(step), self._ways(*more)]

    def _asked(self, step: str) -> Html:
        key = "drill-ask-hour" if step == "when" and self.plan.day else f"drill-ask-{step}"
        day = self.plan.day.isoformat() if self.plan.day else ""
        chosen = self._areas() if step == "where" and self.plan.areas else None
        before = None if step == "where" else self._answer(step)
        return lines(
            words(self.language, "drill-step", number=str(STEPS.index(step) + 1), total=str(len(STEPS))),
            words(self.language, key, day=day),
            None if self.private or step == "kind" else words(self.language, "drill-hint-reply"),
            words(self.language, "drill-chosen", areas=chosen) if chosen else None,
            words(self.language, "form-now", value=before) if before else None,
        )

    # --- the buttons of a question ---

    def _quick(self, step: str) -> list[Row]:
        match step:
            case "name":
                taps = [
                    self._tap(values.name_of(names, self.language), "name", key) for key, names in SCENARIOS.items()
                ]
                return [*in_columns(taps, 2), [self._tap(self._plain("button-drill-own"), "own")]]
            case "kind":
                return [[self._tap(drill_values.kind_name(kind, self.language), "kind", kind) for kind in KINDS]]
            case "where":
                return self._area_rows()
            case "when":
                return self._hours() if self.plan.day else self._days()
            case "length":
                return [[self._tap(self._length_label(minutes), "length", str(minutes)) for minutes in LENGTHS]]
            case _:
                return []

    def _length_label(self, minutes: int) -> str:
        half_day = minutes == LENGTHS[-1]
        return self._plain("button-drill-half-day") if half_day else drill_values.length(minutes, self.language)

    def _days(self) -> list[Row]:
        return in_columns([self._tap(self._plain(DAY_KEYS[days]), "day", str(days)) for days in DAYS], 2)

    def _hours(self) -> list[Row]:
        hours = self.facts.hours(self.plan)
        return in_columns([self._tap(f"{hour}:00", "hour", str(hour)) for hour in hours], 5)

    def _area_rows(self) -> list[Row]:
        whole, menu = self.facts.whole, self.facts.menu
        pages = -(-len(menu) // PAGE)
        page = min(self.plan.page, pages - 1)
        before = [self._tap("◀", "page", str(page - 1))] if page > 0 else []
        after = [self._tap(f"{page + 2}/{pages} ▶", "page", str(page + 1))] if page + 1 < pages else []
        everything = [self._tap(self._mark(whole) + self._whole_label(whole), "area", whole.code)] if whole else []
        done = [self._tap(self._plain("button-done"), "done", style="success")] if self.plan.areas else []
        shown = [self._area(area) for area in menu[page * PAGE : (page + 1) * PAGE]]
        return [everything, *in_columns(shown, 3), [*before, *after], done]

    def _whole_label(self, area: Area) -> str:
        kind = "city" if area.kind == "city" else "town" if area.name.endswith("镇") else "street"
        return self._plain(f"button-drill-whole-{kind}", area=self._name(area))

    def _area(self, area: Area) -> InlineKeyboardButton:
        return self._tap(self._mark(area) + self._name(area), "area", area.code)

    def _mark(self, area: Area) -> str:
        return "✅ " if area.code in self.plan.areas else ""

    def _name(self, area: Area) -> str:
        return values.area_name((area.name, area.name_hant), self.language)

    def _offer(self) -> tuple[Html, list[Row]]:
        """A typed name can mean several areas: which one? The buttons carry a number only."""
        taps = []
        for number, code in enumerate(self.plan.offered):
            area, town = self.facts.places.get(code), self.facts.places.get(code[:9])
            names = [self._name(each) for each in dict.fromkeys((town, area)) if each]
            taps.append(self._tap(" ".join(names), "take", str(number)))
        return words(self.language, "form-which"), [*in_columns(taps, 1), self._ways()]

    # --- the summary ---

    def _areas(self) -> str:
        found = [area for area in map(self.facts.places.get, self.plan.areas) if area]
        return drill_values.area_names([(area.code, (area.name, area.name_hant)) for area in found], self.language)

    def _answer(self, step: str) -> str | None:
        plan, language = self.plan, self.language
        match step:
            case "name":
                return drill_values.drill_name(plan.name, plan.scenario, language) if plan.name else None
            case "kind":
                return drill_values.kind_name(plan.kind, language) if plan.kind else None
            case "where":
                return self._areas() or None
            case "place":
                return plan.place
            case "when":
                return self._when(plan.starts_at) if plan.starts_at else None
            case _:
                return drill_values.length(plan.minutes, language) if plan.minutes else None

    def _when(self, starts_at: datetime) -> str:
        if self.plan.minutes is None:
            return drill_values.moment(starts_at, self.zone, self.language)
        ends_at = starts_at + timedelta(minutes=self.plan.minutes)
        return drill_values.span(starts_at, ends_at, self.zone, self.language)

    def _summary(self) -> tuple[Html, list[Row]]:
        language = self.language
        body = [
            words(language, "summary-line", label=self._plain(f"drill-label-{step}"), value=self._answer(step) or "—")
            for step in STEPS
        ]
        heard = self._heard(self.audience) if self.audience else None
        text = lines(words(language, "drill-summary-title"), *body, heard, words(language, "drill-summary-ask"))
        publish = self._tap(self._plain("button-publish"), "publish", style="success")
        return text, [[publish, self._tap(self._plain("button-edit"), "change")], self._ways()]

    def _heard(self, audience: Audience) -> Html:
        key = "drill-audience" if audience.without else "drill-audience-all"
        return words(self.language, key, officers=str(audience.officers), without=str(audience.without))

    def _change(self) -> tuple[Html, list[Row]]:
        taps = [self._tap(self._plain(f"drill-label-{step}"), "edit", step) for step in STEPS]
        return words(self.language, "drill-change-ask"), [*in_columns(taps, 3), self._ways()]

    def resume(self) -> Worded:
        """A half-made plan was found: go on, or give it up."""
        keep = self._tap(self._plain("button-continue"), "keep", style="primary")
        give_up = self._tap(self._plain("button-discard"), "cancel", style="danger")
        return say(self.language, "drill-found", rows([keep, give_up]))


def ask_name(language: str, speaker: Speaker) -> Worded:
    """Addressed by name: in a group with privacy on, only a reply to this message reaches the bot."""
    name = Html(f'<a href="tg://user?id={speaker.telegram_id}">{escaped(shortened(speaker.name, 60))}</a>')
    return say(language, "drill-type-name", ask_for_reply(language, "placeholder-drill"), name=name)


def confirm(language: str, drill_id: int, deed: str, name: str) -> Worded:
    sure = button(plain(language, f"button-drill-{deed}-sure"), DrillTap(drill=drill_id, act=deed), "danger")
    keep = button(plain(language, "button-back"), DrillTap(drill=drill_id, act="keep"))
    return say(language, f"drill-{deed}-sure", rows([sure, keep]), name=name)
