"""The script for a village's loudspeaker, and its button 已播. Always in Chinese: it is read to the village."""

from __future__ import annotations

from dataclasses import replace

from bot.documents.spoken_audio import VOICES, program, spoken
from bot.rules.alert_levels import NOTICE
from bot.rules.alert_view import AlertView
from bot.rules.loudspeaker import script, spoken_time
from bot.wording import alert_text, values
from bot.wording.alert_taps import AlertTap
from bot.wording.buttons import button, rows
from bot.wording.drill_marker import marked
from bot.wording.outgoing import Saying
from bot.wording.worded import Media, Worded, plain, words


def asked(saying: Saying) -> Worded | None:
    """What to read, how often, and 已播."""
    view: AlertView | None = saying.subject
    if view is None:
        return None
    language = saying.language
    text = words(language, "script-ask", title=alert_text.headline(view, language), script=_script(view, saying))
    if saying.values.get("played"):
        told = Worded(words(language, "script-played", text=text))
    else:
        tap = button(plain(language, "button-played"), AlertTap(alert=view.alert_id, act="played"), "success")
        told = Worded(text, rows([tap]))
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
    drill = [plain(language, "script-drill")] if view.drill else []
    lifting = view.action == "cancel"
    do = "script-do-lift" if lifting else f"script-do-{view.kind}"
    move = [plain(language, "script-do-move")] if view.evacuation and not lifting else []
    schools = [plain(language, "script-do-schools")] if view.school_closed else []
    return script([*drill, _what(view, language, saying), *move, plain(language, do), *schools, *drill])


def _what(view: AlertView, language: str, saying: Saying) -> str:
    at = (view.issued_at or view.published_at or saying.now).astimezone(saying.zone)
    month, day, hour, minute = spoken_time(at)
    verb = "lift" if view.action == "cancel" else "issue"
    own = values.area_name(view.issuer_names, language)
    issuer = view.issuer if view.level != NOTICE and view.issuer else plain(language, "script-office", name=own)
    when = plain(language, "script-time", month=month, day=day, hour=hour)
    when += plain(language, "script-minute", minute=minute) if minute else ""
    return plain(language, f"script-{verb}", issuer=issuer, time=when, title=alert_text.title(view, language))


WORDS = {"alert-script": asked, "alert-recording": recording}
