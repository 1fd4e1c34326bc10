"""The words. One Fluent file a language; zh-Hans is whole, the others fall back to it.

`say` fills a message; `labels` is the same button in all languages, because a person may change language while an old
keyboard is still on the screen.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("zh-Hans", "zh-Hant", "en")
DEFAULT = "zh-Hans"
_FILES = {"zh-Hans": "zh_Hans.ftl", "zh-Hant": "zh_Hant.ftl", "en": "en.ftl"}
_HANT = {"tw", "hk", "mo", "hant"}


class MissingWords(LookupError):
    """A message that no language has, or a variable that was not given (raised in tests, logged by callers)."""


def language_of(code: str | None, default: str = DEFAULT) -> str:
    """Our language for a phone's `language_code`: TW, HK, MO, Hant → zh-Hant; other Chinese → zh-Hans; en → en."""
    parts = (code or "").lower().replace("_", "-").split("-")
    if parts[0] == "yue" or (parts[0] == "zh" and _HANT & set(parts[1:])):
        return "zh-Hant"
    if parts[0] == "zh":
        return "zh-Hans"
    return "en" if parts[0] == "en" else default


@cache
def _bundle(language: str) -> FluentBundle:
    text = resources.files("locales").joinpath(_FILES[language]).read_text("utf-8")
    # isolation marks would travel with copied case numbers and commands
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource(text))
    return bundle


def say(language: str, key: str, values: Mapping[str, Any] | None = None) -> str:
    """The message in this language, else in zh-Hans. Numbers that are names (ids) are to be given as text."""
    for tongue in (language, DEFAULT):
        bundle = _bundle(tongue if tongue in _FILES else DEFAULT)
        if bundle.has_message(key):
            pattern = bundle.get_message(key).value
            if pattern is None:
                break
            text, errors = bundle.format_pattern(pattern, dict(values or {}))
            if errors and os.environ.get("STRICT_WORDS"):
                raise MissingWords(f"{tongue}: {key}: {errors}")
            return str(text)
    if os.environ.get("STRICT_WORDS"):
        raise MissingWords(key)
    return key


def has(key: str) -> bool:
    return bool(_bundle(DEFAULT).has_message(key))


@cache
def labels(key: str) -> frozenset[str]:
    """What a button says, in every language."""
    return frozenset(say(language, key) for language in LANGUAGES)
