"""Which place a name means, from the rest of the article: one sense per article.

Candidates get points for their size, for the countries and areas that the article names, for what the words beside them
say, and for lying near the others. Source of the signals: Leidner 2007, "Toponym Resolution in Text".
"""

from __future__ import annotations

from collections import Counter
from math import cos, hypot, log10, radians
from typing import Literal, NamedTuple

from saksi.known.places import Gazetteer, Place, folded
from saksi.mark.place_found import BUILT, Found, fits

SIZES = {"country": 14.0, "admin1": 6.5, "region": 6.3, "water": 6.0, "mountain": 5.5, "facility": 5.5, "street": 5.5}
"""Points for the kind alone, on the scale of a city's: the logarithm of its people."""
AREAS = {"admin2": 0.6, "district": 0.3}
"""Points more than for a city of as many people: an area's people are those of all its towns."""
NAMESAKE = 5.0
"""Less for a country where the article speaks of another country with a state of the name (Georgia)."""
OTHER_NAME = 2.5
"""Less for a town by a name that is not its usual one ("Alexandria" for Mashhad)."""
FITTING = 4.0
DISTRICT_ABROAD = 1.5
"""Less for a district of another country than for its town: the bare name means the town."""
PROMINENT, MANY = 2.0, 500_000
"""For what everybody knows by the bare name; units of the second: people."""
WORLDWIDE = 7.0
"""For a continent, an ocean, a region of several countries."""
SPOKEN_OF = 1.5
"""For a country that the article names without doubt: more than any village of its name can have."""
HOME = 3.0
COUNTRY = 3.5
"""At most, for the country that the article speaks of most."""
INSIDE = 9.0
"""For lying in the area named right after it ("Genuk, Kota Semarang")."""
MENTIONED = 2.5
"""For lying in an area that is named anywhere in the article."""
NEAR = 2.5
"""At most, for lying at the middle of the other places."""
NEAR_KM = 150.0
FAR_KM = 120.0
"""A small place farther than this from the area named right after it is another of the name."""
STRAY_KM = 250.0
"""A village farther than this from all that is certain, where much is, is another of the name."""
MIDDLING = 100_000
SMALL = 60_000
"""Units: people. Only places under this are doubted for lying far off."""
SURE = 3.0
"""Points from which a mention tells where the article is."""
JOINS = frozenset((", ", " di ", " in ", " of ", "'s ", "’s ", " (", " "))
"""What stands between a place and the area it lies in."""
MOST_POINTS = 8
"""Places that nearness is measured to: the first ones, so that the work stays linear."""
MOST_CANDIDATES = 80

Precision = Literal["exact", "town", "district", "region", "country", "unknown"]
PRECISIONS: dict[str, Precision] = {
    "country": "country", "admin1": "region", "region": "region", "water": "region", "admin2": "district",
    "district": "town", "city": "town", "village": "town", "island": "town", "mountain": "exact", "facility": "exact",
    "street": "exact",
}  # fmt: skip


class Seen(NamedTuple):
    """A stretch with the evidence that it is a place."""

    found: Found
    start: int
    end: int
    points: float
    sentence: int
    gap: str
    """What stands between it and the next stretch of the sentence."""
    named_after: bool = False
    """Whether it stands where a family name does."""


class Chosen(NamedTuple):
    """What a mention means."""

    place: Place | None
    candidates: tuple[Place, ...]
    country: str | None
    lat: float | None
    lon: float | None
    precision: Precision
    rule: str


_Levels = frozenset[tuple[str, str | None]]
"""Kinds with their countries."""


class Context:
    """What the whole article says of where it is."""

    def __init__(self, places: Gazetteer, home: frozenset[str]) -> None:
        self._places = places
        self._home = home
        self._countries: Counter[str] = Counter()
        self._areas: set[str] = set()
        self.points_heard: list[tuple[float, float]] = []

    def forgets(self) -> None:
        """Starts anew, for a second hearing."""
        self._countries.clear()
        self._areas.clear()
        self.points_heard.clear()

    def hears(self, place: Place) -> None:
        """Takes a place that is likely right into account."""
        if place.country:
            self._countries[place.country] += 1
        self._areas.add(place.id)
        if place.kind not in ("country", "region", "water"):
            self._areas |= self.above(place)
            self.points_heard.append((place.lat, place.lon))

    def above(self, place: Place) -> frozenset[str]:
        """The ids of the areas that the place lies in, itself left out."""
        return self._places.above(place) - {place.id}

    @property
    def country(self) -> str | None:
        """The country that the article speaks of most, if any."""
        most = self._countries.most_common(1)
        return most[0][0] if most else next(iter(sorted(self._home)), None)

    def points(self, place: Place, kind: str | None, containers: tuple[Place, ...], levels: _Levels) -> float:
        """How well a place fits what the article says. In: the levels of all candidates: no place holds its equal."""
        total = SIZES.get(place.kind) or log10(place.population + 10) + AREAS.get(place.kind, 0.0)
        if place.country is None:
            total += WORLDWIDE
        if place.kind == "admin2" and place.country not in self._home and not kind:
            total -= DISTRICT_ABROAD
        if place.kind == "admin1":
            total += min(1.0, log10(place.population + 10) / 8)
        if place.kind == "country" and self._countries[place.country or ""]:
            total += SPOKEN_OF
        if kind:
            total += FITTING if fits(place, kind) else -FITTING
        if place.population >= MANY and place.kind in ("city", "admin1", "admin2", "region"):
            total += PROMINENT
        if place.country in self._home:
            total += HOME
        if place.country and self._countries:
            total += COUNTRY * self._countries[place.country] / max(self._countries.values())
        above = self.above(place)
        if any(c.id in above and (c.kind, c.country) not in levels for c in containers):
            total += INSIDE
        if any(a in self._areas for a in above if len(a) > 2):
            total += MENTIONED
        return total + self._nearness(place)

    def means_state(self, place: Place, states: list[Place]) -> bool:
        """Whether a country is not spoken of, but a country is that has a state of its name."""
        if place.kind != "country" or self._countries[place.country or ""]:
            return False
        return any(self._countries[s.country or ""] for s in states if s.country != place.country)

    def _nearness(self, place: Place) -> float:
        if not self.points_heard or place.kind in ("country", "region", "water"):
            return 0.0
        return NEAR * NEAR_KM / (NEAR_KM + self.nearest_km(place))

    def nearest_km(self, place: Place) -> float:
        """How far the place is from the nearest of the first places heard."""
        return min((km(place, lat, lon) for lat, lon in self.points_heard[:MOST_POINTS]), default=0.0)


def km(place: Place, lat: float, lon: float) -> float:
    """The distance to a point, near enough for a choice. Source: equirectangular approximation."""
    return 111.2 * hypot(place.lat - lat, (place.lon - lon) * cos(radians((place.lat + lat) / 2)))


def chosen_for(kept: list[Seen], places: Gazetteer, home: frozenset[str]) -> list[Chosen]:
    """What each mention means, in the same order."""
    context = Context(places, home)
    around, told = _containers(kept), _told(kept)
    elsewhere = {key for key, found in told.items() if _lies_elsewhere(found, around.get(key, []), context)}
    for s in kept:
        if s.points >= SURE and s.found.places and s.found.key not in elsewhere and _clear(s.found):
            context.hears(s.found.places[0])
    ranked: dict[str, tuple[Place, ...]] = {}
    for again in (False, True):
        for key, found in told.items():
            holders = tuple(p for h in around.get(key, ()) for p in _likely(h, ranked))
            ranked[key] = _best(key, found.places, found.kind, holders, context)
        if not again:
            context.forgets()
            for s in kept:
                if s.found.key in ranked:
                    context.hears(ranked[s.found.key][0])
    doubted = {key for key in ranked if _stray(ranked[key][0], key, around, ranked, context)}
    return [_choice(kept, n, ranked, doubted, context) for n in range(len(kept))]


def _clear(found: Found) -> bool:
    """Whether the name means its first place nearly always.

    So does a country that shares its name with no province, the only place of its name, one far larger than the rest.
    """
    first = found.places[0]
    if first.kind == "country":
        return not any(p.kind == "admin1" and p.country != first.country for p in found.places[1:8])
    if len(found.places) == 1:
        return True
    others = [p for p in found.places[1:8] if p.country != first.country]
    return first.population > 20 * max((p.population for p in others), default=0) + 100_000


def _lies_elsewhere(found: Found, holders: list[Found], context: Context) -> bool:
    """Whether the area named after a name holds one of its lesser places and not its first ("Paris, Texas")."""
    some = found.places[:MOST_CANDIDATES]
    levels = {(p.kind, p.country) for p in some}
    areas = {h.places[0].id for h in holders if (h.places[0].kind, h.places[0].country) not in levels}
    return bool(areas) and not areas & context.above(some[0]) and any(areas & context.above(p) for p in some)


def _told(kept: list[Seen]) -> dict[str, Found]:
    """One stretch for each name: that with a kind word, if any."""
    told: dict[str, Found] = {}
    for s in kept:
        if s.found.places and (s.found.key not in told or (s.found.kind and not told[s.found.key].kind)):
            told[s.found.key] = s.found
    return told


def _containers(kept: list[Seen]) -> dict[str, list[Found]]:
    """For each name, the stretches that stand right after it and may be the area it lies in."""
    around: dict[str, list[Found]] = {}
    for n, s in enumerate(kept):
        for m in range(n + 1, min(n + 3, len(kept))):
            if kept[m].sentence != s.sentence or kept[m - 1].gap not in JOINS:
                break
            if kept[m].found.places and kept[m].found.key != s.found.key:
                around.setdefault(s.found.key, []).append(kept[m].found)
    return around


def _likely(found: Found, ranked: dict[str, tuple[Place, ...]]) -> tuple[Place, ...]:
    return ranked[found.key][:1] if found.key in ranked else found.places[:4]


def _best(
    key: str, places: tuple[Place, ...], kind: str | None, holders: tuple[Place, ...], context: Context
) -> tuple[Place, ...]:
    """The candidates, the likeliest first."""
    some = places[:MOST_CANDIDATES]
    if len(some) < 2:
        return some
    levels = frozenset((p.kind, p.country) for p in some)
    states = [p for p in some if p.kind == "admin1"]
    scored = [
        (
            context.points(p, kind, holders, levels)
            - OTHER_NAME * _otherwise_called(p, key)
            - NAMESAKE * context.means_state(p, states),
            -n,
            p,
        )
        for n, p in enumerate(some)
    ]
    return tuple(p for _, _, p in sorted(scored, key=lambda s: s[:2], reverse=True))


def _otherwise_called(place: Place, key: str) -> bool:
    """Whether the name is not the town's usual one; only large towns are known by others."""
    if place.kind != "city" or place.population < MIDDLING:
        return False
    return not any(folded(name).startswith(key) for name in (place.name, place.own_name))


def _stray(
    place: Place, key: str, around: dict[str, list[Found]], ranked: dict[str, tuple[Place, ...]], context: Context
) -> bool:
    """Whether the best candidate is too small and too far off to be meant: the place is one that we do not know."""
    if place.kind not in ("village", "district", "city", "island") or place.population > SMALL:
        return False
    holders = [ranked[h.key][0] for h in around.get(key, ()) if h.key in ranked]
    holders = [h for h in holders if h.kind in ("admin1", "admin2", "district", "city", "country") and h.id != place.id]
    above = context.above(place)
    if any(h.id in above for h in holders):
        return False
    close = [h for h in holders if h.kind in ("admin2", "district", "city")]
    if close:
        return all(km(place, h.lat, h.lon) > FAR_KM for h in close)
    return False


def _choice(
    kept: list[Seen], n: int, ranked: dict[str, tuple[Place, ...]], doubted: set[str], context: Context
) -> Chosen:
    found = kept[n].found
    if found.key in ranked and found.key not in doubted:
        some = ranked[found.key]
        return Chosen(
            some[0], some[:5], some[0].country, some[0].lat, some[0].lon, PRECISIONS[some[0].kind], "gazetteer"
        )
    inner = ranked.get(found.inner, ())
    if not inner and found.inner_places and found.kind in BUILT:
        inner = _best(found.inner, found.inner_places, None, (), context)
        if context.points_heard and context.nearest_km(inner[0]) > FAR_KM:
            inner = ()
    holder = inner[0] if inner else _holder(kept, n, ranked, doubted)
    if holder is None:
        return Chosen(None, (), context.country, None, None, "unknown", "no place known")
    wide = PRECISIONS[holder.kind]
    precision: Precision = "town" if wide == "exact" else wide
    return Chosen(None, (), holder.country, holder.lat, holder.lon, precision, f"in {holder.id}")


def _holder(kept: list[Seen], n: int, ranked: dict[str, tuple[Place, ...]], doubted: set[str]) -> Place | None:
    """The known place that an unknown one lies in or near: the next in its sentence, the one before, one close by."""
    order = [*range(n + 1, min(n + 4, len(kept))), *range(n - 1, max(-1, n - 4), -1)]
    for same in (True, False):
        for m in order:
            key = kept[m].found.key
            if (kept[m].sentence == kept[n].sentence) is same and key in ranked and key not in doubted:
                place = ranked[key][0]
                if place.kind not in ("country", "water", "region"):
                    return place
    return None
