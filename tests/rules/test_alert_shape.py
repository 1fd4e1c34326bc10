"""A circle or a polygon counts in whoever may live in it; when in doubt it counts them in."""

from __future__ import annotations

import math
from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from bot.rules.alert_draft import AlertDraft, back, with_areas
from bot.rules.alert_shape import VILLAGE_KM, Circle, Shape, counted
from bot.rules.alert_where import drawn, read_km, read_point, settled, villages_in, with_shape, without_shape
from bot.rules.places import Places, distance_km
from tests.rules.area_rows import zengcheng

CITY, PAITAN, XIAOLOU, ZHENGGUO = "440118", "440118105", "440118106", "440118104"
GAOTAN = "440118105230"
AT_PAITAN = Shape((Circle(23.502, 113.778, 1),))


def with_point(code: str, lat: float, lon: float) -> Places:
    areas = zengcheng().areas
    return Places([replace(area, lat=lat, lon=lon) if area.code == code else area for area in areas])


def test_without_village_points_the_whole_town_is_warned():
    found = counted(AT_PAITAN, zengcheng(), (CITY,))
    assert found.areas == (PAITAN,)
    assert found.unplaced == len(found.villages) == len(zengcheng().children(PAITAN))


def test_between_two_towns_both_are_warned():
    assert counted(Shape((Circle(23.44, 113.8, 1),)), zengcheng(), (CITY,)).areas == (PAITAN, XIAOLOU)


def test_a_village_whose_point_is_known_and_far_is_left_out_of_its_town():
    near, far = with_point(GAOTAN, 23.503, 113.779), with_point(GAOTAN, 23.56, 113.85)
    assert GAOTAN in counted(AT_PAITAN, near, (CITY,)).villages
    without = counted(AT_PAITAN, far, (CITY,))
    assert GAOTAN not in without.villages
    assert PAITAN not in without.areas, "no longer the whole town"
    assert without.unplaced == len(without.villages) == len(far.children(PAITAN)) - 1


def test_what_is_not_the_drafters_is_left_out_and_named():
    found = counted(Shape((Circle(23.44, 113.8, 1),)), zengcheng(), (PAITAN,))
    assert (found.areas, found.left_out) == ((PAITAN,), (XIAOLOU,))
    assert counted(AT_PAITAN, zengcheng(), (ZHENGGUO,)).areas == ()


def test_a_pin_in_another_province_counts_nobody_in():
    assert counted(Shape((Circle(39.9, 116.4, 10),)), zengcheng(), (CITY,)).areas == ()


spots = st.tuples(st.floats(23.1, 23.6), st.floats(113.55, 113.95))


@given(spots, st.sampled_from([0.5, 1, 2, 5, 10]), st.floats(0, 1), st.integers(0, 359))
def test_whoever_stands_in_the_circle_is_in_a_town_that_is_warned(centre, km, part, turn):
    lat = centre[0] + part * km * math.cos(math.radians(turn)) / 111.3
    lon = centre[1] + part * km * math.sin(math.radians(turn)) / (111.3 * math.cos(math.radians(centre[0])))
    nearest = zengcheng().nearest(lat, lon)
    assert nearest is not None
    assume(not zengcheng().outside_city(*centre))
    assert nearest.code in counted(Shape((Circle(*centre, km),)), zengcheng(), (CITY,)).areas


@given(spots, spots, spots, st.floats(0, 1), st.floats(0, 1))
def test_a_village_in_the_polygon_is_warned(one, two, three, along, across):
    shape = Shape(polygons=((one, two, three, one),))
    if along + across > 1:
        along, across = 1 - along, 1 - across
    lat = one[0] + along * (two[0] - one[0]) + across * (three[0] - one[0])
    lon = one[1] + along * (two[1] - one[1]) + across * (three[1] - one[1])
    assert shape.distance_km(lat, lon) < 0.05
    assume(not any(zengcheng().outside_city(*corner) for corner in (one, two, three)))
    assert GAOTAN in counted(shape, with_point(GAOTAN, lat, lon), (CITY,)).villages


@given(spots, spots, st.sampled_from([0.5, 2, 10]))
def test_a_village_is_warned_by_its_distance(centre, village, km):
    far = distance_km(*centre, *village) - km
    found = counted(Shape((Circle(*centre, km),)), with_point(GAOTAN, *village), (CITY,))
    assume(abs(far - VILLAGE_KM) > 0.05 and not zengcheng().outside_city(*centre))
    assert (GAOTAN in found.villages) == (far <= VILLAGE_KM)


@given(spots, st.floats(0.1, 50), st.lists(spots, min_size=3, max_size=9))
def test_a_shape_is_kept_as_cap_writes_it(centre, km, corners):
    ring = tuple((round(lat, 6), round(lon, 6)) for lat, lon in [*corners, corners[0]])
    shape = Shape((Circle(round(centre[0], 5), round(centre[1], 5), round(km, 2)),), (ring,))
    assert Shape.from_json(shape.to_json()) == shape


def test_a_strangers_shape_that_cannot_be_read_is_left_out():
    kept = {"circles": ["nan,1 2", "23,113 inf", "x"], "polygons": ["1,2 3,4", "1,2 3,4 5,6 a,b"]}
    assert not Shape.from_json(kept)
    assert drawn({"shapes": kept}) is None


def test_the_shape_goes_when_places_that_have_nothing_to_do_with_it_are_tapped():
    draft, found = with_shape(AlertDraft(), AT_PAITAN, zengcheng(), (CITY,))
    assert draft.areas == found.areas == (PAITAN,)
    shape = drawn(draft.details, draft.areas)
    assert shape is not None
    assert not shape.by_hand
    changed = replace(draft, areas=(GAOTAN,))
    assert drawn(settled(changed).details, changed.areas).by_hand
    assert drawn(settled(replace(draft, areas=(ZHENGGUO,))).details) is None
    assert AlertDraft.from_json(without_shape(draft).to_json()).areas == (PAITAN,)
    assert GAOTAN in villages_in(draft.areas, zengcheng())


def test_points_and_distances_as_they_are_typed():
    assert read_point("23.41,113.92") == (23.41, 113.92)
    assert read_point("113.92，23.41") == (23.41, 113.92)
    assert read_point("派潭镇") is None
    said = {
        "1.5": 1.5,
        "2公里": 2,
        "800米": 0.8,
        "一公里": 1,
        "3 km": 3,
        "500m": 0.5,
        "0": None,
        "60": None,
        "远": None,
    }
    assert {text: read_km(text) for text in said} == said


def test_a_pin_without_a_radius_is_forgotten_on_the_way_back_and_on():
    waiting = AlertDraft(pin="23.5,113.7", areas=(PAITAN,))
    assert back(waiting).pin == ""
    assert back(waiting).step == "areas"
    assert with_areas(waiting, (CITY,)).pin == ""
