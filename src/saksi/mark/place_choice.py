"""Which place a name means, from the rest of the article: one sense per article.

Candidates get points for their size, for the countries and areas that the article names, for what the words beside them
say, and for lying near the others. Source of the signals: Leidner 2007, "Toponym Resolution in Text".
"""

from __future__ import annotations

from collections import Counter
from math import cos, hypot, log10, radians

from saksi.known.places import Gazetteer, Place
from saksi.mark.place_found import Found, fits

SIZES = {"country": 9.0, "admin1": 6.5, "region": 6.0, "water": 6.0, "mountain": 5.5, "facility": 5.5, "street": 5.5}
"""Points for the kind alone, on the scale of a city's: the logarithm of its people."""
AREAS = {"admin2": 0.6, "district": 1.2}
"""Points more than for a city of as many people: an area's people are those of all its towns."""
FITTING = 4.0
HOME = 3.0
COUNTRY = 3.5
"""At most, for the country that the article speaks of most."""
INSIDE = 5.0
"""For lying in the area named right after it ("Genuk, Kota Semarang")."""
MENTIONED = 2.0
"""For lying in an area that is named anywhere in the article."""
NEAR = 2.5
"""At most, for lying at the middle of the other places."""
NEAR_KM = 150.0


class Context:
    """What the whole article says of where it is."""

    def __init__(self, places: Gazetteer, home: tuple[str, ...], outlet: str | None) -> None:
        self._places = places
        self._home = frozenset(home) | ({outlet} if outlet else frozenset())
        self._countries: Counter[str] = Counter()
        self._areas: set[str] = set()
        self._points: list[tuple[float, float]] = []
        self._above: dict[str, frozenset[str]] = {}

    def hears(self, place: Place, times: int = 1) -> None:
        """Takes a place that is certain into account."""
        if place.country and times:
            self._countries[place.country] += times
        self._areas.add(place.id)
        if place.kind not in ("country", "region", "water"):
            self._areas |= self.above(place)
            self._points.append((place.lat, place.lon))

    def above(self, place: Place) -> frozenset[str]:
        """The ids of the areas that the place lies in, itself left out."""
        known = self._above.get(place.id)
        if known is None:
            found: set[str] = set()
            at: Place | None = place
            while at is not None and at.parent and at.parent not in found:
                found.add(at.parent)
                at = self._places.by_id(at.parent)
            if place.country:
                found.add(place.country)
            known = self._above[place.id] = frozenset(found - {place.id})
        return known

    @property
    def country(self) -> str | None:
        """The country that the article speaks of most, if any."""
        most = self._countries.most_common(1)
        return most[0][0] if most else next(iter(sorted(self._home)), None)

    def points(self, place: Place, kind: str | None, containers: tuple[Place, ...]) -> float:
        """How well a place fits what the article says."""
        size = SIZES.get(place.kind)
        if size is None:
            size = log10(place.population + 10) + AREAS.get(place.kind, 0.0)
        elif place.kind == "admin1":
            size += min(1.0, log10(place.population + 10) / 8)
        total = size
        if kind:
            total += FITTING if fits(place, kind) else -FITTING
        if place.country in self._home:
            total += HOME
        if place.country and self._countries:
            total += COUNTRY * self._countries[place.country] / max(self._countries.values())
        above = self.above(place)
        for c in containers:
            if c.id in above:
                total += INSIDE
                break
        if any(a in self._areas for a in above if len(a) > 2):
            total += MENTIONED
        return total + self._nearness(place)

    def _nearness(self, place: Place) -> float:
        if not self._points or place.kind in ("country", "region", "water"):
            return 0.0
        close = min(km(place.lat, place.lon, lat, lon) for lat, lon in self._points[:_MOST_POINTS])
        return NEAR * NEAR_KM / (NEAR_KM + close)


_MOST_POINTS = 12
"""Places that nearness is measured to: the first ones, so that the work stays linear."""
MOST_CANDIDATES = 60


def best(found: Found, context: Context, containers: tuple[Place, ...]) -> tuple[Place, ...]:
    """The candidates of a name, the likeliest first."""
    some = found.places[:MOST_CANDIDATES] if not containers and len(found.places) > MOST_CANDIDATES else found.places
    scored = [(context.points(p, found.kind, containers), -n, p) for n, p in enumerate(some)]
    return tuple(p for _, _, p in sorted(scored, key=lambda s: s[:2], reverse=True))


def km(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """The distance of two points, near enough for a choice. Source: equirectangular approximation."""
    return 111.2 * hypot(lat - lat2, (lon - lon2) * cos(radians((lat + lat2) / 2)))
