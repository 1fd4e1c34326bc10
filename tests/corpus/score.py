"""How well the rules understand the corpus: precision and recall by field, confusions, milliseconds a message.

python tests/corpus/score.py             the figures, the tuned and the held-out part apart
python tests/corpus/score.py --failures  and every wrong field of the tuned part
"""

import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from bot.rules.reading.script import fold  # noqa: E402
from bot.understand import understand  # noqa: E402

SENDER, AT = "440118105230", "2026-06-10T15:00"
# A figure in one of these groups that the corpus does not expect is an invention, and counts against precision.
CLOSED = ("casualties", "affected", "threatened", "people", "houses")
CLOSED_FIELDS = ("evacuated", "occurred_at", "problem", "road_blocked", "hazard_type")
REPORTS = {"incident_first", "hazard", "early_sign", "drill", "incident_followup", "correction", "incident_final"}
CONTAINED = ("detail", "shelter_text", "place", "water_depth_text", "note")
LISTS = {"signs", "vulnerable", "notify", "requests", "evidence", "location.candidates"}
TUNED = ("tuned.yaml", "tuned_conversations.yaml")
HELD_OUT = ("holdout.yaml", "holdout_conversations.yaml")


@dataclass
class Score:
    """Right, invented and missed values by field."""

    right: Counter[str] = field(default_factory=Counter)
    invented: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    confusions: Counter[tuple[str, str]] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    wrong_fields: int = 0
    messages: int = 0
    seconds: float = 0.0

    @property
    def fields_right(self) -> float:
        """The share of the values looked at that are as expected; a wrong value is one wrong field."""
        right = self.right.total()
        return right / (right + self.wrong_fields) if right + self.wrong_fields else 1.0


@dataclass(frozen=True)
class Said:
    """One message with what is expected after it. `closed`: a figure not expected is an invention."""

    text: str
    printed: dict[str, Any]
    expect: dict[str, Any]
    closed: bool


def items(name: str) -> list[dict[str, Any]]:
    """Utterances (one text or several, the last one looked at) or conversations (each message looked at)."""
    loaded = yaml.safe_load((HERE / name).read_text("utf-8"))
    chosen: list[dict[str, Any]] = loaded["utterances"] if isinstance(loaded, dict) else loaded
    return chosen


def said_in(item: dict[str, Any], score: Score) -> Iterator[Said]:
    if "expect" in item:
        texts = item.get("messages") or [item["text"]]
        start, gap = datetime.fromisoformat(item.get("at", AT) + "+08:00"), timedelta(minutes=item.get("gap", 5))
        sent = [(start + gap * index, text) for index, text in enumerate(texts)]
        expected: list[dict[str, Any]] = [{}] * (len(texts) - 1) + [item["expect"]]
    else:
        sent = [(datetime.fromisoformat(str(one["at"]) + "+08:00"), one["text"]) for one in item["messages"]]
        expected = [one.get("expect", {}) for one in item["messages"]]
    began = time.process_time()
    printed = understand(str(item.get("sender", SENDER)), item.get("lang", "zh-Hans"), sent)
    score.seconds += time.process_time() - began
    score.messages += len(sent)
    for (_, text), found, expect in zip(sent, printed, expected, strict=True):
        if expect:
            yield Said(text, found, expect, closed="expect" in item)


def value_at(printed: dict[str, Any], path: str) -> Any:
    value: Any = printed
    for part in path.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def plain(value: Any) -> Any:
    """[2, 9] and {min: 2, max: 9, exact: false} are the same; so are an age list and its kinds."""
    if isinstance(value, dict) and "exact" in value:
        return [value["min"], value["max"]]
    if isinstance(value, list):
        return [one["kind"] if isinstance(one, dict) and "kind" in one else one for one in value]
    return value


def matches(path: str, expected: Any, found: Any) -> bool:
    expected, found = plain(expected), plain(found)
    if expected is None:
        return found in (None, [], {})
    if expected == "*":
        return found is not None
    if path.split(".")[-1] in CONTAINED and isinstance(expected, str):
        return isinstance(found, str) and bare(expected) in bare(found)
    if path.split(".")[-1] in LISTS or path in LISTS:
        return set(expected) <= set(found or ()) if expected else not found
    if expected == [1, None] and found == 1:
        return True  # 有个工人: one is at least one
    if isinstance(expected, list) and len(expected) == 2 and isinstance(found, int):
        return bool(expected == [found, found])
    return bool(expected == found)


def bare(text: str) -> str:
    return re.sub(r"[\s,，、]", "", fold(text))


def tally(score: Score, item: dict[str, Any]) -> None:
    for said in said_in(item, score):
        for path, value in said.expect.items():
            if path == "intent" and value == "?":
                continue
            found = value_at(said.printed, path)
            if matches(path, value, found):
                score.right[path] += 1
                continue
            score.missed[path] += value is not None
            score.invented[path] += found is not None
            note(score, said, path, value, found)
            if path in {"subtype", "intent"}:
                score.confusions[str(value), str(found)] += 1
        if said.closed and said.expect.get("intent") in REPORTS:
            count_inventions(score, said)


def count_inventions(score: Score, said: Said) -> None:
    groups = [f"{group}.{name}" for group in CLOSED for name in (said.printed.get(group) or {})]
    for path in groups + list(CLOSED_FIELDS):
        found = value_at(said.printed, path)
        is_now = path == "occurred_at" and said.printed.get("occurred_precision") == "approx_now"
        if path in said.expect or found in (None, [], {}) or is_now or path == "threatened.vulnerable":
            continue
        score.invented[path] += 1
        note(score, said, path, None, found)


def note(score: Score, said: Said, path: str, expected: Any, found: Any) -> None:
    score.wrong_fields += 1
    score.failures.append(f"{path}: expected {expected}, found {found}  {said.text}")


def measure(*names: str) -> Score:
    score = Score()
    for name in names:
        for item in items(name):
            tally(score, item)
    return score


def show(title: str, score: Score, *, failures: bool) -> None:
    print(f"\n{title}: {score.fields_right:.1%} of fields right, {score.messages} messages, "
          f"{1000 * score.seconds / max(1, score.messages):.2f} ms a message")  # fmt: skip
    by_path: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for index, counter in enumerate((score.right, score.invented, score.missed)):
        for path, count in counter.items():
            by_path[path][index] += count
    print(f"  {'field':<28}{'precision':>10}{'recall':>8}{'right':>7}")
    for path, (right, invented, missed) in sorted(by_path.items()):
        precision = right / (right + invented) if right + invented else 1.0
        recall = right / (right + missed) if right + missed else 1.0
        print(f"  {path:<28}{precision:>10.1%}{recall:>8.1%}{right:>7}")
    print("  confused:", ", ".join(f"{a} read as {b} ({n})" for (a, b), n in score.confusions.most_common()) or "none")
    for line in score.failures if failures else ():
        print("  -", line)


def main() -> None:
    measure("holdout.yaml")  # the tables are read once
    show("tuned", measure(*TUNED), failures="--failures" in sys.argv)
    show("held out", measure(*HELD_OUT), failures=False)


if __name__ == "__main__":
    main()
