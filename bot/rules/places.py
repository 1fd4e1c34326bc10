"""Where: the area tree of a city, found by name, by sound, by a typed search or by a pin.

A name that several areas share always gives all of them; the sender's own area only comes first.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from pypinyin import lazy_pinyin, load_phrases_dict
from rapidfuzz import fuzz

from bot.rules.reading.script import clean, fold
from bot.rules.reading.tables import table

SUFFIXES = ("居民委员会", "居委会", "村委会", "居委", "村委", "街道办", "街道", "社区", "镇", "村", "街", "区")
# Characters that sound otherwise in the names of places here than they do elsewhere.
load_phrases_dict({"大埔": [["dà"], ["bù"]]})
OUTSIDE_KM = 20.0
"""A pin farther than this from every town point is outside the city; town points are good to 2 km (domain §8.1)."""


@dataclass(frozen=True, slots=True)
class Area:
    """A row of the area tree. `code`: 6 digits a city, 9 a town, 12 a village or community; WGS-84 degrees or None."""

    code: str
    name: str
    name_hant: str
    kind: str
    parent: str
    lat: float | None = None
    lon: float | None = None

    @property
    def stem(self) -> str:
        """The name without its last 村, 社区, 镇: 朱村村 → 朱村, 派潭镇 → 派潭."""
        return _stem(fold(self.name))

    @property
    def town(self) -> str | None:
        return self.code[:9] if len(self.code) >= 9 else None


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found in a text: the areas it can be, where it stands, whether it was written as the tree has it."""

    areas: tuple[Area, ...]
    span: tuple[int, int]
    exact: bool
    neighbour: bool = False


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """The areas a text may mean, the likeliest first; one and `exact` is settled. `detail`: the words left over."""

    candidates: tuple[Area, ...]
    exact: bool
    detail: str
    raw: str = ""
    own_area: bool = False

    @property
    def area(self) -> Area | None:
        return self.candidates[0] if len(self.candidates) == 1 else None


def _stem(name: str) -> str:
    suffix = next((suffix for suffix in SUFFIXES if name.endswith(suffix) and len(name) > len(suffix) + 1), "")
    if not suffix and name.endswith(("镇", "村", "街", "区")) and len(name) == 2:
        return name[:-1]
    return name.removesuffix(suffix) if suffix else name


def _sound(text: str) -> str:
    return " ".join(lazy_pinyin(text))


class Places:
    """The area tree as a value: built once from its rows, asked many times."""

    def __init__(self, areas: Sequence[Area]) -> None:
        self.areas = tuple(areas)
        self.by_code = {area.code: area for area in self.areas}
        self.towns = tuple(area for area in self.areas if area.kind == "town")
        self._ordinary = frozenset(table("places")["ordinary"])
        self._names = self._name_index()
        self._longest = max(map(len, self._names), default=0)

    def get(self, code: str | None) -> Area | None:
        return self.by_code.get(code or "")

    def children(self, code: str) -> tuple[str, ...]:
        """The towns of a city, the villages and communities of a town."""
        return tuple(area.code for area in self.areas if area.parent == code)

    # --- names inside a sentence ---

    def _name_index(self) -> dict[str, tuple[Area, ...]]:
        index: dict[str, dict[str, Area]] = defaultdict(dict)
        for area in self.areas:
            for name in {fold(area.name), fold(area.name_hant), *self._spoken_names(area)}:
                index[name][area.code] = area
        return {name: tuple(areas.values()) for name, areas in index.items()}

    def _spoken_names(self, area: Area) -> Iterator[str]:
        stem = area.stem
        if area.kind == "community":
            yield from (stem + end for end in ("居委会", "居委", "社区"))
        if area.kind == "village":
            yield stem + "村"
        if area.kind == "town":
            yield from (stem + end for end in ("镇", "街道", "街") if end[0] == fold(area.name)[len(stem)])
        if stem not in self._ordinary and len(stem) >= 2:
            yield stem

    def mentions(self, folded: str) -> list[Mention]:
        """Every area name of a folded text, the longest reading first, left to right."""
        found, at = [], 0
        while at < len(folded):
            name = self._longest_name_at(folded, at)
            if name:
                span = (at, at + len(name))
                found.append(Mention(self._names[name], span, True, _is_neighbour(folded, span)))
            at += len(name) or 1
        return found or self._by_sound(folded)

    def _longest_name_at(self, folded: str, at: int) -> str:
        for length in range(min(self._longest, len(folded) - at), 1, -1):
            name = folded[at : at + length]
            if name in self._names and not self._is_everyday_word(name, folded, at):
                return name
        return ""

    def _is_everyday_word(self, name: str, folded: str, at: int) -> bool:
        """路边村民 are villagers by the road, not 路边村; 公安村 is a village, 公安 is the police."""
        end = at + len(name)
        if name.endswith("村") and name[:-1] in self._ordinary and folded[end : end + 1] in {"民", "妇", "道"}:
            return True
        return name in self._ordinary

    def _by_sound(self, folded: str) -> list[Mention]:
        """高摊村, 坑背村: a name misheard or mistyped before 村, 镇 or 社区, found by its sound."""
        for match in re.finditer(r"(?P<name>[一-鿿]{2,4})(?:村(?!民)|镇|社区)", folded):
            name = match["name"]
            for start in range(len(name) - 1):
                areas = self._sounds.get(_sound(name[start:]))
                if areas:
                    span = (match.start() + start, match.end())
                    return [Mention(areas, span, False, _is_neighbour(folded, span))]
        return []

    @cached_property
    def _sounds(self) -> dict[str, tuple[Area, ...]]:
        index: dict[str, list[Area]] = defaultdict(list)
        for area in self.areas:
            index[_sound(area.stem)].append(area)
        return {sound: tuple(areas) for sound, areas in index.items()}

    def find(self, text: str, sender_area: str | None = None) -> PlaceReading:
        """The areas `text` names, narrowed by a town named beside them. None named: the binding is the caller's."""
        raw = clean(text)
        folded = fold(raw)
        mentions = [mention for mention in self.mentions(folded) if not mention.neighbour]
        own = _own(folded)
        if not mentions or (own and not any(mention.exact for mention in mentions)):
            return PlaceReading((), False, raw, "", own)
        areas, chosen = self.narrowed(mentions)
        start, end = chosen.span
        return PlaceReading(
            candidates=self.sender_first(areas, sender_area),
            exact=chosen.exact and len(areas) == 1,
            detail=(raw[:start] + raw[end:]).strip(" ,，。的嘅"),
            raw=raw[start:end],
            own_area=own,
        )

    def narrowed(self, mentions: Sequence[Mention]) -> tuple[tuple[Area, ...], Mention]:
        """中新坑贝: the smaller place, within the larger one named with it."""
        towns = {area.code for mention in mentions for area in mention.areas if area.kind == "town"}
        best = (mentions[0].areas, mentions[0])
        for mention in mentions:
            inside = tuple(area for area in mention.areas if area.parent in towns)
            is_qualifier = any(area.kind in {"town", "city"} for area in mention.areas)
            if not is_qualifier:
                return (inside or mention.areas), mention
            if best[1].areas and all(area.kind == "city" for area in best[0]):
                best = (mention.areas, mention)
        return best

    def sender_first(self, areas: Sequence[Area], sender_area: str | None) -> tuple[Area, ...]:
        sender = sender_area or ""

        def nearness(area: Area) -> int:
            return 0 if area.code == sender else 1 if area.town == sender[:9] and sender else 2

        return tuple(sorted(areas, key=nearness))

    # --- a typed search ---

    def search(self, query: str, limit: int = 8) -> list[Area]:
        """Areas for a few typed characters, best first: 高滩, 高灘村, 高摊, gaotan, gao tan, GT村."""
        folded = fold(clean(query)).strip()
        if not folded:
            return []
        stem = _stem(folded)
        latin = re.sub(r"[^a-z]", "", folded)
        scored = [(self._score(folded, stem, latin, area), area) for area in self.areas]
        kept = sorted(
            ((score, area) for score, area in scored if score >= 60), key=lambda pair: (-pair[0], pair[1].code)
        )
        best = kept[0][0] if kept else 0.0
        return [area for score, area in kept if score >= best - 35][:limit]

    def _score(self, folded: str, stem: str, latin: str, area: Area) -> float:
        if folded in {fold(area.name), area.code}:
            return 120.0
        if stem == area.stem:
            return 112.0
        sound, initials = self._spelling[area.code]
        if latin and not re.search(r"[一-鿿]", stem.replace("村", "").replace("镇", "")):
            return _latin_score(latin, sound, initials)
        if stem in area.stem:
            return 85.0 + 15.0 * len(stem) / len(area.stem)
        heard = "".join(lazy_pinyin(stem))
        return max(fuzz.ratio(stem, area.stem), 105.0 if heard == sound else fuzz.ratio(heard, sound) - 8)

    @cached_property
    def _spelling(self) -> dict[str, tuple[str, str]]:
        syllables = {area.code: lazy_pinyin(area.stem) for area in self.areas}
        return {code: ("".join(parts), "".join(part[0] for part in parts)) for code, parts in syllables.items()}

    # --- a pin ---

    def nearest(self, lat: float, lon: float) -> Area | None:
        """The town whose point is nearest; points are good to 2 km, so it is a first guess to confirm."""
        placed = [town for town in self.towns if town.lat is not None and town.lon is not None]
        return min(placed, key=lambda town: distance_km(lat, lon, town.lat or 0.0, town.lon or 0.0), default=None)

    def outside_city(self, lat: float, lon: float) -> bool:
        """Whether a pin lies more than `OUTSIDE_KM` from every town point, and is therefore asked about."""
        town = self.nearest(lat, lon)
        return town is not None and distance_km(lat, lon, town.lat or 0.0, town.lon or 0.0) > OUTSIDE_KM


def _latin_score(latin: str, sound: str, initials: str) -> float:
    if latin == sound or latin.removesuffix("cun") == sound:
        return 110.0
    if latin == initials:
        return 100.0
    if sound.startswith(latin) and len(latin) >= 2:
        return 95.0
    return fuzz.ratio(latin, sound) if len(latin) > 2 else 0.0


def _own(folded: str) -> bool:
    return any(word in folded for word in table("places")["own"])


def _is_neighbour(folded: str, span: tuple[int, int]) -> bool:
    """同兰溪交界, 往蒙花布方向, 隔离村: a landmark beside the place, not the place."""
    before, after = folded[: span[0]], folded[span[1] :]
    ends = re.match(rf"(?:村)?(?:的|嘅)?(?:{'|'.join(table('places')['toward_after'])})", after)
    starts = re.search(rf"(?:{'|'.join(table('places')['toward'])})$", before)
    strong = re.search(r"(?:往|通往|开往|靠近|邻近)$", before)
    return bool(strong or ends or (starts and re.match(r"(?:村)?(?:的|嘅)?(?:交界|方向|边界|接壤|之间)", after)))


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance in kilometres (haversine, a round earth of 6,371 km)."""
    phi, other_phi = math.radians(lat), math.radians(other_lat)
    half = math.sin((other_phi - phi) / 2) ** 2
    half += math.cos(phi) * math.cos(other_phi) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(half))
