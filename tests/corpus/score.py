"""How well the rules understand the corpus: precision and recall by field, confusions, milliseconds a message.

python tests/corpus/score.py             the figures, the tuned and the held-out part apart
python tests/corpus/score.py --failures  and every wrong field of the tuned part
"""

import sys
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from bot.understand import understand  # noqa: E402

SENDER, AT = "440118105230", "2026-06-10T15:00"
# A figure in one of these groups that the corpus does not expect is an invention, and counts against precision.
CLOSED = ("casualties", "affected", "threatened", "people", "houses")
CLOSED_FIELDS = ("evacuated", "occurred_at", "problem", "road_blocked", "hazard_type")
REPORTS = {"incident_first", "hazard", "early_sign", "drill", "incident_followup", "correction", "incident_final"}


@dataclass
class Score:
    """Right, invented and missed values by field."""

    right: Counter[str] = field(default_factory=Counter)
    invented: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    confusions: Counter[tuple[str, str]] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    messages: int = 0
    seconds: float = 0.0

    @property
    def fields_right(self) -> float:
        """The share of expected or printed values that are as expected."""
        right, wrong = self.right.total(), self.missed.total() + self.invented.total()
        return right / (right + wrong) if right + wrong else 1.0


def utterances(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load((HERE / name).read_text("utf-8"))["utterances"]
    return loaded


def printed_for(one: dict[str, Any]) -> tuple[dict[str, Any], int]:
    texts = one.get("messages") or [one["text"]]
    start = datetime.fromisoformat(one.get("at", AT) + "+08:00")
    gap = timedelta(minutes=one.get("gap", 5))
    said = [(start + gap * index, text) for index, text in enumerate(texts)]
    return understand(one.get("sender", SENDER), one.get("lang", "zh-Hans"), said)[-1], len(texts)


def value_at(printed: dict[str, Any], path: str) -> Any:
    value: Any = printed
    for part in path.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    if isinstance(value, dict) and "exact" in value:
        return [value["min"], value["max"]]
    return value


def matches(path: str, expected: Any, found: Any) -> bool:
    if path in {"location.detail", "shelter_text"} and isinstance(expected, str):
        return isinstance(found, str) and expected in found
    if path in {"signs", "vulnerable", "notify"} and isinstance(expected, list):
        return set(expected) <= set(found or ())
    if expected == [1, None] and found == 1:
        return True  # 有个工人: one is at least one
    if isinstance(expected, list) and len(expected) == 2 and isinstance(found, int):
        return expected == [found, found]
    return bool(expected == found)


def tally(score: Score, one: dict[str, Any]) -> None:
    began = time.perf_counter()
    printed, count = printed_for(one)
    score.seconds += time.perf_counter() - began
    score.messages += count
    expected = dict(one["expect"])
    for path, value in expected.items():
        found = value_at(printed, path)
        if matches(path, value, found):
            score.right[path] += 1
            continue
        score.missed[path] += value is not None
        score.invented[path] += found is not None
        note(score, one, path, value, found)
        if path in {"subtype", "intent"}:
            score.confusions[str(value), str(found)] += 1
    if expected["intent"] in REPORTS:
        count_inventions(score, one, printed, expected)


def count_inventions(score: Score, one: dict[str, Any], printed: dict[str, Any], expected: dict[str, Any]) -> None:
    paths = [f"{group}.{name}" for group in CLOSED for name in (printed.get(group) or {})] + list(CLOSED_FIELDS)
    for path in paths:
        found = value_at(printed, path)
        is_now = path == "occurred_at" and printed.get("occurred_precision") == "approx_now"
        if path in expected or found in (None, [], {}) or is_now or path == "threatened.vulnerable":
            continue
        score.invented[path] += 1
        note(score, one, path, None, found)


def note(score: Score, one: dict[str, Any], path: str, expected: Any, found: Any) -> None:
    score.failures.append(f"{path}: expected {expected}, found {found}  {one.get('text') or one['messages']}")


def measure(name: str) -> Score:
    score = Score()
    for one in utterances(name):
        tally(score, one)
    return score


def show(title: str, score: Score, *, failures: bool) -> None:
    print(f"\n{title}: {score.fields_right:.1%} of fields right, {score.messages} messages, "
          f"{1000 * score.seconds / max(1, score.messages):.2f} ms a message")  # fmt: skip
    by_group: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for index, counter in enumerate((score.right, score.invented, score.missed)):
        for path, count in counter.items():
            by_group[path][index] += count
    print(f"  {'field':<28}{'precision':>10}{'recall':>8}{'right':>7}")
    for path, (right, invented, missed) in sorted(by_group.items()):
        precision = right / (right + invented) if right + invented else 1.0
        recall = right / (right + missed) if right + missed else 1.0
        print(f"  {path:<28}{precision:>10.1%}{recall:>8.1%}{right:>7}")
    if not failures:
        print("  confusions:", sum(score.confusions.values()))
        return
    for (expected, found), count in score.confusions.most_common():
        print(f"  confused: {expected} read as {found} ({count})")
    for line in score.failures:
        print("  -", line)


def main() -> None:
    printed_for({"text": "热身"})
    show("tuned", measure("tuned.yaml"), failures="--failures" in sys.argv)
    show("held out", measure("holdout.yaml"), failures=False)


if __name__ == "__main__":
    main()
