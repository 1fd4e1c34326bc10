"""The script for a village's loudspeaker, and its button 已播. Always in Chinese: it is read to the village."""

from __future__ import annotations

from dataclasses import replace

from bot.documents.spoken_audio import VOICES, program, spoken
from bot.report_types.alert_names import issuer_name
from bot.rules.alert_levels import NOTICE, remains
from bot.rules.alert_view import AlertView
from bot.rules.loudspeaker import script, spoken_time
from bot.wording import alert_text, values
from bot.wording.alert_taps import AlertTap
from bot.wording.buttons import button, rows
from bot.wording.drill_marker import marked
from bot.wording.outgoing import Saying
from bot.wording.worded import Media, Worded, plain, words

OWN_WORDS = ("typhoon", "thunder_gale", "heat", "cold", "fog", "haze", "icy_road", "hail", "forest_fire")
"""Signals of which the loudspeaker says something else than to keep away from water and slopes."""


def asked(saying: Saying) -> Worded | None:
    """What to read, how often, and 已播; of one that is over, only that it is not to be read any more."""
    view: AlertView | None = saying.subject
    if view is None:
        return None
    language, title = saying.language, alert_text.headline(view, saying.language)
    played, over = bool(saying.values.get("played")), view.state in ("updated", "lifted", "expired")
    if over and not (played or saying.values.get("over")):
        return None
    if over:
        text = words(language, f"script-over-{view.state}", title=title)
    else:
        text = words(language, "script-ask", title=title, script=_script(view, saying))
    tap = button(plain(language, "button-played"), AlertTap(alert=view.alert_id, act="played"), "success")
    text = words(language, "script-played", text=text) if played else text
    told = Worded(text, None if played or over else rows([tap]))
    return marked(language, told) if view.drill else told


def recording(saying: Saying) -> Worded | None:
    """The script as audio. Nothing where the program is not there: the script itself is what counts."""
    view: AlertView | None = saying.subject
    voice = str(saying.values.get("voice", ""))
    if view is None or voice not in VOICES or program() is None or view.state in ("updated", "lifted"):
        return None
    script = _script(view, replace(saying, language=VOICES[voice]))

    def make() -> bytes:
        return spoken(script, voice)

    language = saying.language
    voice_name = plain(language, f"script-voice-{voice}")
    caption = words(language, "script-recording", title=alert_text.headline(view, language), voice=voice_name)
    told = Worded(caption, media=Media("document", "", make, f"alert-{view.alert_id}-{voice}.wav"))
    return marked(language, told) if view.drill else told


def _script(view: AlertView, saying: Saying) -> str:
    language = saying.language if saying.language.startswith("zh") else "zh-Hans"
    drill = plain(language, "script-drill") if view.drill else ""
    lifting = view.action == "cancel"
    move = [plain(language, "script-do-move")] if view.evacuation and not lifting else []
    schools = [plain(language, "script-do-schools")] if view.school_closed else []
    return script([_what(view, language, saying), *move, *_do(view, language), *schools], drill)


def _do(view: AlertView, language: str) -> list[str]:
    """What to do, or when it is lifted what is still to be minded."""
    if view.action == "cancel":
        left = remains(view.kind, view.event)
        return [plain(language, f"script-{left}-remains")] if left else []
    of = view.event if view.event in OWN_WORDS else view.kind
    return [plain(language, f"script-do-{of}".replace("_", "-"))]


def _what(view: AlertView, language: str, saying: Saying) -> str:
    at = (view.issued_at or view.published_at or saying.now).astimezone(saying.zone)
    month, day, hour, minute = spoken_time(at)
    verb = "lift" if view.action == "cancel" else "issue"
    own = values.area_name(view.issuer_names, language)
    issuer = (
        issuer_name(view.issuer, language)
        if view.level != NOTICE and view.issuer
        else plain(language, "script-office", name=own)
    )
    when = plain(language, "script-time", month=month, day=day, hour=hour)
    when += plain(language, "script-minute", minute=minute) if minute else ""
    return plain(language, f"script-{verb}", issuer=issuer, time=when, title=alert_text.title(view, language))


WORDS = {"alert-script": asked, "alert-recording": recording}
