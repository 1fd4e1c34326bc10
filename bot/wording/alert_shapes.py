"""A circle or a polygon on an alert: its radius is asked, what it counts in is told, and a file that was read."""

from __future__ import annotations

from collections.abc import Sequence

from bot.rules.alert_shape import RADII_KM, TOWN_KM, VILLAGE_KM, Counted, Point
from bot.rules.alert_view import AlertView
from bot.rules.alert_where import Drawn, drawn, villages_in
from bot.rules.places import Places
from bot.rules.roles import contains
from bot.wording import area_choice
from bot.wording.alert_taps import AlertTap, ShapeTap
from bot.wording.buttons import button, in_columns, rows
from bot.wording.outgoing import Saying
from bot.wording.worded import Html, Worded, lines, plain, shortened, words

VILLAGES_SHOWN = 900
# reason words with words of their own; any other is said to be no area
KNOWN = (
    "too_big", "not_xml", "doctype", "not_area", "no_polygon", "coordinates", "too_many", "packed", "away",
)  # fmt: skip


def map_url(point: Point) -> Html:
    """A public map with a mark, for a link in a text."""
    lat, lon = point
    return Html(f"https://www.openstreetmap.org/?mlat={lat:.5f}&amp;mlon={lon:.5f}#map=13/{lat:.5f}/{lon:.5f}")


def ask_radius(language: str, fault: Html | None = None) -> Worded:
    taps = [button(plain(language, "alert-radius", km=f"{km:g}"), ShapeTap(act="km", value=f"{km:g}"))
            for km in RADII_KM]  # fmt: skip
    back = button(plain(language, "button-back"), ShapeTap(act="nopin"))
    cancel = button(plain(language, "button-cancel"), AlertTap(alert=0, act="cancel"))
    return Worded(lines(fault, words(language, "alert-ask-radius")), rows(*in_columns(taps, 3), [back, cancel]))


def _what(shape: Drawn, language: str) -> Html:
    """以 23.41, 113.92 为中心 1 公里, with a link to a map."""
    url = map_url(shape.shape.centre)
    if not shape.shape.circles:
        return words(language, "alert-shape-polygon", number=str(len(shape.shape.polygons)), url=url)
    first = shape.shape.circles[0]
    point = f"{first.lat:.4f}, {first.lon:.4f}"
    return words(language, "alert-shape-circle", point=point, km=f"{first.km:g}", url=url)


def for_residents(view: AlertView, language: str) -> Html | None:
    """Under the places: the circle or the polygon, and where it is on a map; else the middle of the places."""
    shape = drawn(view.details)
    if shape:
        return _what(shape, language)
    if not view.points:
        return None
    lats, lons = zip(*view.points, strict=True)
    return words(language, "alert-map", url=map_url(((min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2)))


def for_approvers(view: AlertView, language: str) -> list[Html]:
    """How the places came about."""
    shape = drawn(view.details, view.areas)
    return [_counted(shape, language), *_remarks(shape, language)] if shape and shape.villages else []


def for_drafters(view: AlertView | None, shape: Drawn | None, areas: Sequence[str], places: Places, language: str
                 ) -> list[Html]:  # fmt: skip
    """The shape, every village that is counted in and why; what was left out. Nothing without a shape."""
    if shape is None:
        return []
    what = [] if view is not None else [_what(shape, language)]
    left_out = [(area.name, area.name_hant) for code in shape.left_out if (area := places.get(code))]
    return [
        *what,
        _counted(shape, language),
        Html(shortened("\n".join(_villages(areas, places, language)), VILLAGES_SHOWN)),
        *_remarks(shape, language),
        *([words(language, "alert-shape-left-out", names=area_choice.names(left_out, language))] if left_out else []),
    ]


def _counted(shape: Drawn, language: str) -> Html:
    return words(language, "alert-shape-counted", number=str(shape.villages))


def _remarks(shape: Drawn, language: str) -> list[Html]:
    placed = shape.villages - shape.unplaced
    return [
        *([words(language, "alert-shape-unplaced", number=str(shape.unplaced), km=f"{TOWN_KM:g}")]
          if shape.unplaced else []),
        *([words(language, "alert-shape-placed", number=str(placed), km=f"{VILLAGE_KM:g}")] if placed else []),
        *([words(language, "alert-shape-by-hand")] if shape.by_hand else []),
    ]  # fmt: skip


def _villages(areas: Sequence[str], places: Places, language: str) -> list[str]:
    """A line for each town: how many of its villages, and which."""
    listed = []
    for town in places.towns:
        mine = [code for code in areas if contains(town.code, code) or contains(code, town.code)]
        inside = [code for code in villages_in(mine, places) if contains(town.code, code)]
        if not mine:
            continue
        names = plain(language, "list-comma").join(area_choice.name(places.by_code[code], language) for code in inside)
        whole = len(inside) == len(places.children(town.code))
        key = "alert-shape-town-whole" if whole else "alert-shape-town"
        name = area_choice.name(town, language)
        listed.append(words(language, key, name=name, number=str(len(inside)), names=names))
    return [str(line) for line in listed]


def outside(found: Counted, places: Places, language: str) -> Worded:
    """Nothing was counted in: it is far away, or not in the drafter's areas."""
    left_out = [(area.name, area.name_hant) for code in found.left_out if (area := places.get(code))]
    if not left_out:
        return Worded(words(language, "alert-shape-far"))
    return Worded(words(language, "alert-shape-not-yours", names=area_choice.names(left_out, language)))


def read(saying: Saying) -> Worded:
    """What came of a file with an area."""
    language, given = saying.language, saying.values
    reason = given.get("reason")
    if reason:
        word = str(reason).replace("_", "-") if reason in KNOWN else "not-area"
        return Worded(words(language, "area-file-refused", why=plain(language, f"area-file-why-{word}")))
    tap = button(plain(language, "button-use-area"), ShapeTap(act="use", value=str(given["number"])), "primary")
    text = words(language, "area-file-read", polygons=str(given["polygons"]), points=str(given["points"]))
    return Worded(text, rows([tap]))


WORDS = {"area-file-read": read}
