"""升级, 降级: a person sets the priority. To raise it is easy; to lower it against the figures takes a leader."""

from __future__ import annotations

from collections.abc import Sequence

from bot.rules.priority import Figures, is_graver
from bot.rules.reading.numbers import Figure
from bot.rules.report_chain import HARMED, Change

BY_HAND = "priority-by-hand"
"""The reason that is kept with a priority that a person has set."""


def life_at_risk(figures: Figures) -> bool:
    """Somebody is dead, missing or trapped, as far as the words bound it; 有 without a figure may be so too."""
    trapped = figures.trapped
    freed = trapped is not None and trapped.is_zero
    return figures.reach("dead", "missing", "trapped") > 0 or (figures.harm == "yes" and not freed)


def right_for(before: str, after: str, demanded: str, figures: Figures) -> str:
    """The verb of `bot.rules.roles` that this change takes. `demanded`: the priority that the figures ask for."""
    if is_graver(after, before):
        return "raise_priority"
    if is_graver(demanded, after) and life_at_risk(figures):
        return "lower_below_figures"
    return "lower_p0" if before == "P0" else "lower_priority"


def raised_by_news(level: str, demanded: str, demanded_before: str, by_hand: bool, found: Sequence[Change]) -> bool:
    """Whether a new version raises the priority. One set by hand stays until it is worse than when it was set."""
    if not is_graver(demanded, level):
        return False
    return not by_hand or is_graver(demanded, demanded_before) or any(map(_more_harmed, found))


def _more_harmed(change: Change) -> bool:
    return change.key in HARMED and _most(change.after) > _most(change.before)


def _most(figure: Figure | None) -> int:
    if figure is None:
        return 0
    return figure.max if figure.max is not None else figure.surely
