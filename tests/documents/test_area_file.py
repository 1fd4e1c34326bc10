"""A polygon from a file: GeoJSON and KML are read, and what is dangerous or no area is refused with its reason."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.documents import area_file
from bot.documents.cap_xml import CapRefused

RING = [[113.77, 23.49], [113.80, 23.49], [113.80, 23.52], [113.77, 23.49]]
OURS = ((23.49, 113.77), (23.49, 113.80), (23.52, 113.80), (23.49, 113.77))
KML = """<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark>
<Polygon><outerBoundaryIs><LinearRing><coordinates>
113.77,23.49,0 113.80,23.49,0 113.80,23.52,0 113.77,23.49,0</coordinates></LinearRing></outerBoundaryIs>
<innerBoundaryIs><LinearRing><coordinates>1,1 2,1 2,2 1,1</coordinates></LinearRing></innerBoundaryIs>
</Polygon></Placemark></Document></kml>"""
XXE = KML.replace("?><kml", '?><!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]><kml')


def of(found: object) -> bytes:
    return json.dumps(found).encode()


def polygon(ring: object) -> dict[str, object]:
    return {"type": "Polygon", "coordinates": [ring]}


@pytest.mark.parametrize("body", [
    of(polygon(RING)), of(polygon(RING[:3])), b"\xef\xbb\xbf" + of({"type": "Feature", "geometry": polygon(RING)}),
    of({"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": polygon(RING)},
                                                  {"type": "Feature", "geometry": {"type": "Point"}}]}),
    of({"type": "MultiPolygon", "coordinates": [[RING]]}),
    of({"type": "GeometryCollection", "geometries": [polygon([[*point, 12] for point in RING])]}),
    KML.encode(), KML.replace("opengis.net/kml/2.2", "earth.google.com/kml/2.1").encode(),
])  # fmt: skip
def test_every_usual_way_of_writing_one_polygon_is_read(body):
    assert area_file.read(body).polygons == (OURS,)


@pytest.mark.parametrize(("body", "reason"), [
    (b"{" * 100_000, "not_area"), (b'{"type": "Polygon", "coordinates": [[[NaN, 1]]]}', "not_area"),
    (of([1]), "not_xml"), (b"<kml", "not_xml"), (XXE.encode(), "doctype"), (b"<alert/>", "not_area"),
    (of({"type": "Point", "coordinates": [113.7, 23.4]}), "no_polygon"), (of(polygon([])), "no_polygon"),
    (of(polygon([[lat, lon] for lon, lat in RING])), "coordinates"),
    (of(polygon([[436219, 2567890]] * 4)), "coordinates"),
    (of(polygon([["x", "y"]] * 4)), "coordinates"),
    (of({"type": "MultiPolygon", "coordinates": [[RING]] * 21}), "too_many"),
    (of(polygon([[113 + n / 9000, 23.0] for n in range(6000)])), "too_many"), (b"PK\x03\x04..", "packed"),
    (b" " * 600_000, "too_big"), (KML.replace("113.77,23.49,0", "here").encode(), "coordinates"),
])  # fmt: skip
def test_what_is_no_area_or_dangerous_has_its_reason(body, reason):
    with pytest.raises(CapRefused) as refused:
        area_file.read(body)
    assert refused.value.reason == reason


def test_a_long_coast_is_thinned_and_stays_closed():
    ring = [[113.7 + n / 50000, 23.4 + (n % 7) / 9000] for n in range(4000)]
    (kept,) = area_file.read(of(polygon(ring))).polygons
    assert 300 <= len(kept) <= 401
    assert kept[0] == kept[-1]


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(body):
    with pytest.raises(CapRefused):
        area_file.read(body)


@given(st.recursive(st.none() | st.floats() | st.text(max_size=3), lambda part: st.lists(part, max_size=5)))
def test_any_coordinates_are_read_or_refused(part):
    try:
        shape = area_file.read(of({"type": "MultiPolygon", "coordinates": part}))
    except CapRefused:
        return
    assert shape.polygons
    assert all(len(ring) >= 4 and ring[0] == ring[-1] for ring in shape.polygons)
