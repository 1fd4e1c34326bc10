"""A loudspeaker's script read aloud by espeak-ng, where that program is installed. An extra: nothing waits for it.

The words go in by standard input and the program is called by a list of arguments, so that no text is ever an option or
a command. Its Mandarin and Cantonese are understood, not beautiful: a person who reads is better.
"""

from __future__ import annotations

import shutil
import subprocess
from functools import lru_cache

PROGRAM = "espeak-ng"
VOICES = {"cmn": "zh-Hans", "yue": "zh-Hant"}
"""espeak-ng's voice, and in which language the script that it reads is written."""
WORDS_A_MINUTE, TIMEOUT_SECONDS, TIMES = 140, 30, 2
LONGEST = 400


class CannotSpeak(Exception):
    """The program is not there, took too long or failed. `reason`: missing, slow, failed."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def program() -> str | None:
    """Where the program is, on this machine; None where it is not."""
    return shutil.which(PROGRAM)


@lru_cache(maxsize=8)
def spoken(script: str, voice: str) -> bytes:
    """The script, read twice, as WAV (22 kHz, one channel; about 45 KB a second). Raises CannotSpeak.

    A village after the other hears the same: the last ones are kept.
    """
    found = program()
    if found is None or voice not in VOICES:
        raise CannotSpeak("missing")
    call = [found, "-v", voice, "-s", str(WORDS_A_MINUTE), "-g", "8", "--stdin", "--stdout"]
    text = "\n".join([script[:LONGEST]] * TIMES)
    try:
        done = subprocess.run(call, input=text.encode(), capture_output=True, timeout=TIMEOUT_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise CannotSpeak("slow") from None
    except OSError:
        raise CannotSpeak("missing") from None
    if done.returncode or not done.stdout.startswith(b"RIFF"):
        raise CannotSpeak("failed")
    return done.stdout
