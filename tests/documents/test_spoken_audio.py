"""A loudspeaker's script as audio, by the real program where it is installed; without it nothing is missing."""

from __future__ import annotations

import io
import wave
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.documents import spoken_audio
from bot.documents.spoken_audio import VOICES, CannotSpeak, program, spoken
from bot.settings import Settings
from bot.wording.outgoing import word_message
from tests.documents.test_cap import RED

SCRIPT = "各位村民请注意。增城区气象台六月八日八时十五分发布暴雨红色预警。远离山边河边。"
ZONE = ZoneInfo("Asia/Shanghai")

installed = pytest.mark.skipif(program() is None, reason="espeak-ng is not installed on this machine")


def seconds(sound: bytes) -> float:
    """espeak-ng writes to a pipe, so that its header knows no length."""
    with wave.open(io.BytesIO(sound)) as file:
        return (len(sound) - 44) / (file.getframerate() * file.getsampwidth() * file.getnchannels())


def recording(voice: str, language: str = "zh-Hans"):
    now = datetime.now(UTC)
    return word_message("alert-recording", language, {"voice": voice}, RED, now, ZONE)


@installed
@pytest.mark.parametrize("voice", VOICES)
def test_a_script_is_read_twice_in_mandarin_and_in_cantonese(voice):
    assert 10 < seconds(spoken(SCRIPT, voice)) < 120
    told = recording(voice)
    assert told.media.name == f"alert-2-{voice}.wav"
    assert told.media.make().startswith(b"RIFF")


@installed
def test_words_are_never_options_nor_commands(tmp_path):
    here = tmp_path / "heard"
    for hostile in ("--version", f"-w {here}", f"; touch {here}", f"$(touch {here})", "<speak>甲</speak>", "\x00甲"):
        assert spoken(hostile, "cmn").startswith(b"RIFF")
    assert not here.exists()


@installed
def test_a_program_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(spoken_audio, "TIMEOUT_SECONDS", 0.0001)
    with pytest.raises(CannotSpeak, match="slow"):
        spoken("读不完的话", "cmn")


def test_without_the_program_nothing_is_said_and_nothing_is_missing(monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    assert program() is None
    assert recording("cmn") is None
    with pytest.raises(CannotSpeak, match="missing"):
        spoken("没有这个程序", "cmn")


def test_a_voice_that_is_none_is_refused():
    assert Settings(_env_file=None, loudspeaker_audio="cmn, yue").loudspeaker_audio == ("cmn", "yue")
    with pytest.raises(ValueError, match="cmn, yue"):
        Settings(_env_file=None, loudspeaker_audio="klingon")
    assert recording("klingon") is None
