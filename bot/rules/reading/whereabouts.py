"""Where a report is from: the area it names, narrowed by the sender's binding, and the place within it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.rules.places import Area, Mention, Places
from bot.rules.reading.detail import Span, is_street, read_detail
from bot.rules.reading.pin import Pin
from bot.rules.reading.reading import Location
from bot.rules.reading.script import Line
from bot.rules.reading.tables import table

_PROPER = re.compile(
    r"(?:河|大道|路(?!口)|公路|高速|大桥|中学|小学|医院|派出所|大街|汽车站|广场|商业|步行|老板|籍|工业[园区]|开发区|收费站|立交|服务区|高铁|火车站|地铁|森林公园|街市|人(?=[,。\s]|$))"
)


def read_location(
    line: Line, places: Places, sender: str, elsewhere: Sequence[Span], pin: Pin | None = None
) -> tuple[Location, bool, Span | None]:
    """The location of a text, whether it names a place of the city or 我村, and where its detail stands.

    `elsewhere`: words that are no part of the place, such as times and the shelter people were moved to.
    """
    mentions = places.mentions(line.folded)
    here = [mention for mention in mentions if not mention.neighbour and not _is_proper_name(line.folded, mention)]
    own = [match.span() for match in re.finditer("|".join(table("places")["own"]) + "|我哋|我们", line.folded)]
    known = [mention.span for mention in here] + own + list(elsewhere)
    detail, span = read_detail(line, known)
    local = bool(mentions) or any(word in line.folded for word in table("places")["own"])
    bound = _bound(places, sender, detail)
    location = _named(line, places, sender, here, detail, own=bool(own)) if here else bound
    return (_pinned(location, pin, places) if pin else location), local or pin is not None, span


def _pinned(location: Location, pin: Pin, places: Places) -> Location:
    """The point as it was written; it names the town only where nothing else does."""
    nearest = None if location.town else places.nearest(pin.lat, pin.lon)
    town = nearest.code if nearest is not None else location.town
    return replace(location, town=town, source="pin", lat=pin.lat, lon=pin.lon)


def _is_proper_name(folded: str, mention: Mention) -> bool:
    """派潭河, 新塘大道, 东华三街 carry an area's name and are not it."""
    return bool(_PROPER.match(folded, mention.span[1])) or is_street(folded, mention.span)


def _bound(places: Places, sender: str, detail: str | None) -> Location:
    area = places.get(sender)
    town = sender[:9] if len(sender) >= 9 else None
    village = sender if area is not None and area.kind in {"village", "community"} else None
    return Location(town, village, detail, None, (), "sender_binding")


def _named(
    line: Line, places: Places, sender: str, here: Sequence[Mention], detail: str | None, *, own: bool
) -> Location:
    areas, mention = places.narrowed(here)
    areas = places.sender_first(areas, sender)
    raw = line.raw[mention.span[0] : mention.span[1]]
    if own and not mention.exact:
        return _bound(places, sender, detail)
    if sender in {area.code for area in areas} and len(areas) > 1:
        return _located(places.by_code[sender], detail, raw, (), "sender_binding")
    if len(areas) == 1 and mention.exact:
        return _located(areas[0], detail, raw, (), "text")
    if len(areas) == 1:
        source = "sender_binding" if areas[0].code == sender else "text"
        return _located(areas[0], detail, raw, () if source == "sender_binding" else areas, source)
    first = areas[0]
    in_town = [area for area in areas if area.town == sender[:9] and area.kind != "town"]
    if len(in_town) == 1 and all(area.kind != "town" for area in areas):
        return _located(in_town[0], detail, raw, areas, "sender_binding")
    shared = {area.town for area in areas}
    return Location(first.town if len(shared) == 1 else None, None, detail, raw, areas, "text")


def _located(area: Area, detail: str | None, raw: str, candidates: tuple[Area, ...], source: str) -> Location:
    village = area.code if area.kind in {"village", "community"} else None
    return Location(area.town, village, detail, raw, candidates, source)
