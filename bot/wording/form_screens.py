"""The guided form on the screen: one question at a time, then the summary on which any answer can be changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton, KeyboardButton, ReplyKeyboardMarkup

from bot.report_types import load_categories, load_forms
from bot.rules.category import KLASSES, Category, Names
from bot.rules.places import Places
from bot.rules.question import Fault, Form, Question
from bot.rules.report_form import Draft, summary
from bot.rules.speaker import Speaker
from bot.rules.typed_answer import Option
from bot.wording import values
from bot.wording.buttons import button, in_columns, rows
from bot.wording.outgoing import Saying
from bot.wording.report_taps import FormTap
from bot.wording.screens import home_keyboard
from bot.wording.worded import Html, Worded, lines, plain, shortened, words

SUMMARY_TEXT = 300


class FormScreens:
    """The screens of one draft in one language. `page` is where the category menu stands: first, more, or a class."""

    def __init__(
        self, form: Form, draft: Draft, language: str, own_area: tuple[str, str] | None, zone: ZoneInfo, now: datetime,
        places: Places, held_words: str = "",
    ) -> None:  # fmt: skip
        self.form, self.draft, self.language = form, draft, language
        self.own_area, self.zone, self.now = values.area_name(own_area, language), zone, now
        self.places, self.held_words = places, held_words

    def screen(self, page: str = "first", fault: Fault | None = None) -> Worded:
        """The current question, or the summary; above it what was wrong with the last answer."""
        question = self.form.question(self.draft.current) if self.draft.current else None
        worded = self._question(question, page) if question else self.summary()
        if fault is None:
            return worded
        wrong = words(self.language, fault.key, **dict(fault.values))
        return Worded(Html(f"{wrong}\n\n{worded.text}"), worded.keyboard)

    def _tap(self, label: str, act: str, value: str = "", style: str | None = None) -> InlineKeyboardButton:
        return button(label, FormTap(revision=self.draft.revision, act=act, value=value), style)

    def _navigation(self, question: Question) -> list[InlineKeyboardButton]:
        """Skip where one may, back where there is a way back, and always a way out."""
        first = question.key == self.form.questions[0].key and not self.draft.editing
        return [
            *([self._tap(plain(self.language, "button-skip"), "skip")] if question.optional else []),
            *([] if first else [self._tap(plain(self.language, "button-back"), "back")]),
            self._tap(plain(self.language, "button-cancel"), "cancel"),
        ]

    def _question(self, question: Question, page: str) -> Worded:
        if question.kind == "place":
            return Worded(self._asked(question), self._place_keyboard(question))
        quick = self._category_page(page) if question.kind == "category" else self._quick(question)
        return Worded(self._asked(question), rows(*quick, self._navigation(question)))

    def _asked(self, question: Question) -> Html:
        asked = [each.key for each in self.form.questions if not self._given(each)]
        number = asked.index(question.key) + 1 if question.key in asked else len(asked)
        step = words(self.language, "form-step", form=values.name_of(self.form.names, self.language),
                     number=str(number), total=str(len(asked)))  # fmt: skip
        before = self.draft.answers.get(question.key)
        # an album arrives in parts: its number is told by the summary, when all of them are there
        kept = self._shown(question) if before and question.kind != "media" else None
        return lines(
            step,
            words(self.language, "form-prompt", prompt=values.name_of(question.prompt, self.language)),
            words(self.language, "form-hint", hint=self._named(question.hint)) if question.hint else None,
            words(self.language, "form-now", value=shortened(kept, SUMMARY_TEXT)) if kept else None,
        )  # fmt: skip

    def _named(self, names: Names) -> str:
        return values.name_of(names, self.language)

    def _shown(self, question: Question) -> str:
        answer = self.draft.answers.get(question.key)
        names = values.named_area(answer, self.places, self.language) if question.kind == "place" else {}
        return values.shown(question, answer, self.language, self.own_area, self.zone, self.now, names)

    def read_from_words(self, keys: Iterable[str]) -> Worded:
        """What a sentence has answered, so that a wrong reading is seen at once."""
        found = [str(self.noted(key).text) for key in keys if self.form.question(key) is not None]
        return Worded(words(self.language, "sentence-noted", values=Html("\n".join(found))))

    def noted(self, key: str) -> Worded:
        """What was just taken down (待核 where it was skipped), in one line."""
        question = self.form.question(key)
        assert question is not None
        label = values.name_of(question.label, self.language)
        return Worded(words(self.language, "noted-answer", label=label, value=shortened(self._shown(question), 200)))

    def place_left(self, speaker: Speaker, answered: str | None = None) -> Worded:
        """The question of the place is over: its keyboard gives way to the usual one, which needs a message."""
        worded = self.noted(answered) if answered else Worded(words(self.language, "place-left"))
        return Worded(worded.text, home_keyboard(speaker))

    def _given(self, question: Question) -> bool:
        """Filled in before the form began (the 本村 of an emergency): never asked, so not counted."""
        return self.form.finish == "send" and question.kind == "place" and question.key in self.draft.answers

    def _quick(self, question: Question) -> list[list[InlineKeyboardButton]]:
        language = self.language
        match question.kind:
            case "count":
                taps = [
                    self._tap(plain(language, "button-none") if not n else str(n), "pick", str(n))
                    for n in question.quick
                ]
                return in_columns([*taps, self._tap(plain(language, "button-unknown"), "pick", "unknown")], 5)
            case "multi_choice":
                chosen = self.draft.answers.get(question.key) or []
                taps = [
                    self._tap(
                        ("✅ " if choice.slug in chosen else "") + values.name_of(choice.names, language),
                        "toggle",
                        choice.slug,
                    )
                    for choice in question.live_choices(self.draft.answers)
                ]
                return [*in_columns(taps, 2), [self._tap(plain(language, "button-done"), "done")]]
            case "media":
                return (
                    [[self._tap(plain(language, "button-done"), "done")]]
                    if self.draft.answers.get(question.key)
                    else []
                )
            case _:
                return in_columns(self._choices(question), 3 if question.kind == "harm" else 2)

    def _choices(self, question: Question) -> list[InlineKeyboardButton]:
        return [
            self._tap(values.name_of(choice.names, self.language), "pick", choice.slug)
            for choice in question.live_choices(self.draft.answers)
        ]

    def _category_page(self, page: str) -> list[list[InlineKeyboardButton]]:
        """The most usual first; 更多 → four classes → all of a class."""
        language, categories = self.language, load_categories().values()
        if page == "first" and self.form.name == "sign":  # a dispute or a gathering; anything else behind 更多
            taps = [self._pick_category(c) for c in categories if c.klass == "social"]
            return in_columns([*taps, self._tap(plain(language, "button-more"), "page", "more")], 2)
        if page == "first":
            usual = sorted((c for c in categories if c.first_page), key=lambda c: c.first_page or 0)
            return in_columns(
                [*map(self._pick_category, usual), self._tap(plain(language, "button-more"), "page", "more")], 2
            )
        if page in KLASSES:
            taps = [self._pick_category(c) for c in categories if c.klass == page]
            return [*in_columns(taps, 2), [self._tap(plain(language, "button-classes"), "page", "more")]]
        classes = [self._tap(plain(language, f"class-{klass}"), "page", klass) for klass in KLASSES if klass != "any"]
        others = [self._pick_category(c) for c in categories if c.klass == "any"]
        return [*in_columns(classes, 2), others, [self._tap(plain(language, "button-usual"), "page", "first")]]

    def _pick_category(self, category: Category) -> InlineKeyboardButton:
        return self._tap(values.name_of(category.names, self.language), "pick", category.slug)

    def _place_keyboard(self, question: Question) -> ReplyKeyboardMarkup:
        """A phone gives its location only to a reply-keyboard button, so this question has one."""

        def key(label: str) -> KeyboardButton:
            return KeyboardButton(text=plain(self.language, label))

        first = question.key == self.form.questions[0].key and not self.draft.editing
        ways = [
            *([key("button-skip")] if question.optional else []),
            *([] if first else [key("button-back")]),
            key("button-cancel"),
        ]
        location = KeyboardButton(text=plain(self.language, "button-share-location"), request_location=True)
        return ReplyKeyboardMarkup(
            keyboard=[[key("button-own-village"), location], ways], resize_keyboard=True, one_time_keyboard=True,
            input_field_placeholder=plain(self.language, "placeholder-place"),
        )  # fmt: skip

    def choose(self, options: Iterable[Option]) -> Worded:
        """What was typed can mean several things: which one? The buttons carry a number only."""
        taps = [
            self._tap(values.name_of(option.names, self.language), "take", str(number))
            for number, option in enumerate(options)
        ]
        ways = [
            self._tap(plain(self.language, "button-back"), "stay"),
            self._tap(plain(self.language, "button-cancel"), "cancel"),
        ]
        return Worded(words(self.language, "form-which"), rows(*in_columns(taps, 1), ways))

    def _held_words(self) -> Html | None:
        """A sentence of which a question took only the number."""
        if not self.held_words:
            return None
        return words(self.language, "heard-words", text=shortened(self.held_words, SUMMARY_TEXT))

    def summary(self) -> Worded:
        """Every answer, each with a button that changes it."""
        language = self.language
        answered = summary(self.form, self.draft)
        body = [
            words(language, "summary-line", label=values.name_of(question.label, language),
                  value=shortened(self._shown(question), SUMMARY_TEXT))
            for question, _ in answered
        ]  # fmt: skip
        text = lines(words(language, "summary-title", form=values.name_of(self.form.names, language)), *body,
                     self._held_words(),
                     words(language, "summary-ask"))  # fmt: skip
        edits = [
            self._tap(f"✏️ {values.name_of(question.label, language)}", "edit", question.key) for question, _ in answered
        ]
        return Worded(text, rows(
            [self._tap(plain(language, "button-submit"), "submit", style="success")],
            *in_columns(edits, 3),
            [self._tap(plain(language, "button-back"), "back"), self._tap(plain(language, "button-cancel"), "cancel")],
        ))  # fmt: skip


def resume_offer(form: Form, draft: Draft, language: str) -> Worded:
    """A half-given report was found: go on, or give it up."""
    return _offer(form, len(draft.answers), draft.revision, language, "draft-found")


def draft_waiting(saying: Saying) -> Worded | None:
    """An emergency has gone out; the report that was put aside for it waits."""
    form = load_forms().get(str(saying.values["form"]))
    if form is None:
        return None
    return _offer(
        form, int(saying.values["answered"]), int(saying.values["revision"]), saying.language, "draft-waiting"
    )


def _offer(form: Form, answered: int, revision: int, language: str, key: str) -> Worded:
    text = words(language, key, form=values.name_of(form.names, language), answered=str(answered))
    keep = button(plain(language, "button-continue"), FormTap(revision=revision, act="keep"), "primary")
    give_up = button(plain(language, "button-discard"), FormTap(revision=revision, act="drop"), "danger")
    return Worded(text, rows([keep, give_up]))


WORDS = {"draft-waiting": draft_waiting}
