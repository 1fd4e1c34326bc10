"""Who is warned, and when; if not, why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.rules.alert_levels import KINDS, LEVELS, OVERRIDES_QUIET
from bot.rules.audience import REASONS, Heard, Warned, Wish, verdict
from bot.rules.digest import BELOW, HOURS, left_out, next_digest

ZONE = ZoneInfo("Asia/Shanghai")
NIGHT = datetime(2026, 5, 1, 23, 30, tzinfo=ZONE)
TOWN, VILLAGE, CITY = "440118105", "440118105230", "440118"
TOLD = Heard(told=True)
RED = Warned((TOWN,), "weather", "red")
YELLOW = Warned((TOWN,), "weather", "yellow")

areas = st.sampled_from([CITY, TOWN, VILLAGE, "440118105231", "440118104", "440118104201"])
hours = st.none() | st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))
moments = st.integers(0, 364 * 86400).map(lambda seconds: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds))
wishes = st.builds(
    Wish, areas, st.lists(st.sampled_from(KINDS), unique=True).map(tuple), st.sampled_from(LEVELS), hours, hours,
    st.none() | st.sampled_from(BELOW), st.none() | st.sampled_from(HOURS),
)  # fmt: skip
alerts = st.builds(
    Warned, st.lists(areas, min_size=1, unique=True).map(tuple), st.sampled_from(KINDS), st.sampled_from(LEVELS)
)


def test_a_village_hears_of_its_town_and_the_town_of_its_village():
    assert verdict([Wish(VILLAGE)], True, RED, NIGHT, ZONE).at == NIGHT
    assert verdict([Wish(TOWN)], True, Warned((VILLAGE,), "weather", "red"), NIGHT, ZONE).at == NIGHT
    assert verdict([Wish(CITY)], True, Warned((VILLAGE,), "weather", "red"), NIGHT, ZONE).at == NIGHT


def test_the_neighbouring_town_does_not():
    assert verdict([Wish("440118104")], True, RED, NIGHT, ZONE).reason == "elsewhere"


def test_each_reason_has_its_word():
    assert verdict([Wish(TOWN)], False, RED, NIGHT, ZONE).reason == "unreachable"
    assert verdict([Wish(TOWN, ("fire",))], True, RED, NIGHT, ZONE).reason == "kind"
    assert verdict([Wish(TOWN, (), "red")], True, YELLOW, NIGHT, ZONE).reason == "level"


def test_yellow_waits_for_the_morning_and_orange_does_not():
    quiet = [Wish(TOWN, (), "notice", "22:00", "07:00")]
    morning = datetime(2026, 5, 2, 7, 0, tzinfo=ZONE)
    assert verdict(quiet, True, YELLOW, NIGHT, ZONE).at == morning
    for level in OVERRIDES_QUIET:
        assert verdict(quiet, True, Warned((TOWN,), "weather", level), NIGHT, ZONE).at == NIGHT


def test_what_is_over_before_the_quiet_is_not_sent_at_all():
    quiet = [Wish(TOWN, (), "notice", "22:00", "07:00")]
    short = Warned((TOWN,), "weather", "yellow", NIGHT + timedelta(hours=3))
    assert verdict(quiet, True, short, NIGHT, ZONE).reason == "quiet"


def test_of_two_subscriptions_the_earlier_one_counts():
    both = [Wish(VILLAGE, (), "notice", "22:00", "07:00"), Wish(TOWN)]
    assert verdict(both, True, YELLOW, NIGHT, ZONE).at == NIGHT


@given(st.lists(wishes, max_size=4), st.booleans(), alerts, moments)
def test_everybody_gets_it_at_a_time_or_a_reason_never_both(given_wishes, reachable, alert, now):
    found = verdict(given_wishes, reachable, alert, now, ZONE)
    assert (found.at is None) != (found.reason is None)
    assert found.reason is None or found.reason in REASONS
    assert found.at is None or now <= found.at <= now + timedelta(hours=25)


@given(st.lists(wishes, max_size=3), wishes, alerts, moments)
def test_one_subscription_more_never_takes_an_alert_away_nor_makes_it_later(given_wishes, another, alert, now):
    before = verdict(given_wishes, True, alert, now, ZONE)
    after = verdict([*given_wishes, another], True, alert, now, ZONE)
    if before.at is not None:
        assert after.at is not None
        assert after.at <= before.at


@given(st.lists(wishes, max_size=3), alerts, moments)
def test_orange_and_red_are_never_late(given_wishes, alert, now):
    found = verdict(given_wishes, True, alert, now, ZONE)
    if alert.level in OVERRIDES_QUIET and found.at is not None:
        assert found.at == now


@given(st.lists(wishes, min_size=1, max_size=3), st.booleans(), alerts, moments)
def test_an_alert_for_more_areas_reaches_whoever_it_reached_before(given_wishes, reachable, alert, now):
    wider = Warned((*alert.areas, "440118103"), alert.kind, alert.level)
    if verdict(given_wishes, reachable, alert, now, ZONE).at is not None:
        assert verdict(given_wishes, reachable, wider, now, ZONE).at is not None


def test_whoever_was_told_hears_how_it_went_on_whatever_they_have_chosen_since():
    update = Warned((TOWN,), "weather", "yellow")
    assert verdict([Wish(TOWN, (), "red")], True, update, NIGHT, ZONE, TOLD).at == NIGHT
    assert verdict([Wish("440118104")], True, update, NIGHT, ZONE, TOLD).at == NIGHT, "they have moved"
    assert verdict([], True, update, NIGHT, ZONE, TOLD).reason == "unsubscribed"
    assert verdict([Wish(TOWN)], False, update, NIGHT, ZONE, TOLD).reason == "unreachable"


def test_a_lifting_is_for_those_who_were_told_where_it_is_over_and_wakes_nobody():
    lifting = Warned((TOWN,), "weather", "red", lifting=True, lifts=True, remains=("440118104",))
    assert verdict([Wish(TOWN)], True, lifting, NIGHT, ZONE, TOLD).at == NIGHT
    assert verdict([Wish(TOWN)], True, lifting, NIGHT, ZONE).reason == "untold"
    assert verdict([Wish("440118104")], True, lifting, NIGHT, ZONE, TOLD).reason == "elsewhere"
    quiet = [Wish(TOWN, (), "notice", "22:00", "07:00")]
    morning = datetime(2026, 5, 2, 7, 0, tzinfo=ZONE)
    assert verdict(quiet, True, lifting, NIGHT, ZONE, TOLD).at == morning
    unknown = Warned((TOWN,), "weather", "red", lifting=True)
    assert verdict([Wish(TOWN)], True, unknown, NIGHT, ZONE).at == NIGHT, "the first one never came through here"


def test_low_levels_wait_for_the_daily_message_and_orange_and_red_never():
    daily = [Wish(TOWN, (), "notice", "22:00", "07:00", "orange", "08:00")]
    morning = datetime(2026, 5, 2, 8, 0, tzinfo=ZONE)
    waits = verdict(daily, True, YELLOW, NIGHT, ZONE)
    assert (waits.at, waits.digest) == (morning, True)
    for level in LEVELS:
        found = verdict(daily, True, Warned((TOWN,), "weather", level), NIGHT, ZONE)
        assert found.digest == (level not in ("orange", "red"))
    only_notices = [replace(daily[0], digest_below="blue")]
    assert not verdict(only_notices, True, YELLOW, NIGHT, ZONE).digest
    assert verdict(only_notices, True, Warned((TOWN,), "flood", "notice"), NIGHT, ZONE).digest


def test_what_is_over_before_the_daily_message_has_its_reason():
    daily = [Wish(TOWN, digest_below="orange", digest_at="08:00")]
    short = Warned((TOWN,), "weather", "yellow", NIGHT + timedelta(hours=3))
    assert verdict(daily, True, short, NIGHT, ZONE).reason == "digest"


def test_what_was_told_by_itself_goes_on_by_itself_and_what_was_in_the_daily_message_in_the_next():
    daily = [Wish(TOWN, digest_below="orange", digest_at="08:00")]
    lifting = Warned((TOWN,), "weather", "yellow", lifting=True, lifts=True)
    assert not verdict(daily, True, lifting, NIGHT, ZONE, TOLD).digest
    assert verdict(daily, True, lifting, NIGHT, ZONE, Heard(digested=True)).digest
    assert verdict(daily, True, lifting, NIGHT, ZONE).reason == "untold", "whoever never heard of it need not hear"


def test_a_follower_hears_how_it_goes_on_whatever_they_have_subscribed_to():
    following = Heard(follows=True)
    lifting = Warned((TOWN,), "weather", "yellow", lifting=True, lifts=True)
    for wish in ([], [Wish("440118104")], [Wish(TOWN, ("fire",))], [Wish(TOWN, (), "red")]):
        for alert in (YELLOW, RED, lifting):
            assert verdict(wish, True, alert, NIGHT, ZONE, following).at == NIGHT
    assert verdict([], True, YELLOW, NIGHT, ZONE, following).followed
    assert not verdict([Wish(TOWN)], True, YELLOW, NIGHT, ZONE, following).followed
    assert verdict([], False, YELLOW, NIGHT, ZONE, following).reason == "unreachable"
    daily = [Wish(TOWN, digest_below="orange", digest_at="08:00")]
    assert not verdict(daily, True, YELLOW, NIGHT, ZONE, following).digest, "they want to know now"
    asleep = [Wish("440118104", (), "notice", "22:00", "07:00")]
    assert verdict(asleep, True, YELLOW, NIGHT, ZONE, following).at == datetime(2026, 5, 2, 7, 0, tzinfo=ZONE)


@given(moments, st.sampled_from(HOURS))
def test_the_daily_message_comes_within_a_day_at_its_hour(now, at):
    due = next_digest(now, at, ZONE)
    assert now < due <= now + timedelta(days=1)
    assert f"{due.astimezone(ZONE):%H:%M}" == at


def test_why_an_alert_is_not_in_the_daily_message():
    assert left_out("published", "going", None, NIGHT, True, True) is None
    for state in ("updated", "lifted", "expired"):
        assert left_out(state, "going", None, NIGHT, True, True) == "digest"
    assert left_out("published", "going", NIGHT, NIGHT, True, True) == "digest"
    assert left_out("published", "stopped", None, NIGHT, True, True) == "stopped"
    assert left_out("published", "going", None, NIGHT, True, False) == "unsubscribed"
    assert left_out("published", "going", None, NIGHT, False, True) == "unreachable"
