"""What an alert should be looked at twice for before it goes out: another colour in its words, an old source.

Doubts are shown to the drafter and to whoever approves; they never stop an alert.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from bot.rules.alert_levels import NOTICE
from bot.rules.alert_view import AlertView

OLD = timedelta(hours=6)
"""[D] A source older than this may be yesterday's message, passed on again: as long as an alert of no stated end holds
before it is asked after."""

_COLOURS = {"白": "white", "蓝": "blue", "藍": "blue", "黄": "yellow", "黃": "yellow", "橙": "orange", "红": "red",
            "紅": "red"}  # fmt: skip
_NAMED = re.compile("([白蓝藍黄黃橙红紅])色(?=预警|預警)")
_BECOMES = re.compile(
    "[白蓝藍黄黃橙红紅]色[^，,。；;\n]{0,12}?(?:升级|升級|降级|降級|提升|降低|调整|調整|变更|變更|更改|改)[为為]"
)
_BECAME = re.compile(
    "(?:升级|升級|降级|降級|提升|降低|调整|調整|变更|變更|更改|改)[为為][^，,。；;\n]{0,8}?([白蓝藍黄黃橙红紅])色"
)


def other_colours(view: AlertView) -> tuple[str, ...]:
    """The colours that the Chinese words speak of in place of the alert's own; empty where that is named too.

    The colour before a change (橙色预警信号升级为红色) does not count.
    """
    if view.level == NOTICE:
        return ()
    text = view.texts.get("zh-Hans", "")
    named = [*_BECAME.findall(text), *_NAMED.findall(_BECOMES.sub("", text))]
    found = tuple(dict.fromkeys(_COLOURS[each] for each in named))
    return () if view.level in found else found


def old_source(view: AlertView, now: datetime) -> timedelta | None:
    """How long ago its issuer gave it, where that is long."""
    if view.issued_at is None or now - view.issued_at <= OLD:
        return None
    return now - view.issued_at
