"""What a paid broadcast costs, and when it is offered."""

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.rules.paid_broadcast import is_offered, price, seconds
from bot.wording.alert_cards import card
from bot.wording.outgoing import Saying
from tests.documents.test_cap import RED

ZONE = ZoneInfo("Asia/Shanghai")


def test_a_tenth_of_a_star_each_rounded_up():
    assert [price(number) for number in (0, 1, 10, 11, 20_000)] == [0, 1, 1, 2, 2000]
    assert [seconds(number) for number in (0, 1, 1000, 20_001)] == [0, 1, 1, 21]


def shown(**changes: object) -> tuple[str, str]:
    view = replace(RED, state="approved", drafted_at=datetime.now(UTC), **changes)  # type: ignore[arg-type]
    worded = card(Saying("zh-Hans", {"home": True, "version": 1}, view, datetime.now(UTC), ZONE))
    assert worded is not None
    rows = worded.keyboard.inline_keyboard if worded.keyboard else []  # type: ignore[union-attr]
    return worded.text, " ".join(key.text for row in rows for key in row)


def test_it_is_offered_with_its_price_where_the_free_way_takes_long():
    assert not is_offered(60)
    text, buttons = shown(audience=20_000, seconds=667)
    assert "最多 2,000 颗星" in buttons
    assert "颗星" not in text
    text, buttons = shown(audience=20_000, seconds=667, paid=True)
    assert "最多 <b>2,000</b> 颗星" in text
    assert "约需 20 秒" in text
    assert "不付费" in buttons
    assert "付费" not in shown(audience=300, seconds=10)[1]
