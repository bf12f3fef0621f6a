"""The places of the world that the package knows by name: countries, regions, cities, waters, Indonesian districts.

Two compiled tables stand beside this module: ``world.bin`` (GeoNames, CLDR and our own rows) and ``indonesia.bin``
(the districts and villages of idn-area-data). data/build_places.py makes them; data/SOURCES.md tells their licences.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Any, Literal
from zlib import crc32

import msgspec

from saksi.errors import BadPack
from saksi.lang.tables import folder
from saksi.model.frozen import Frozen

KINDS = (
    "country", "admin1", "admin2", "district", "village", "city", "facility", "region", "water", "mountain", "street",
    "island", "other",
)  # fmt: skip
FORMAT = 2
"""The number of the files' form; another form is refused."""
BUCKETS = 1 << 17
GRID = 180
"""Coordinates are kept in this many parts of a degree: a third of a kilometre at most is lost."""
UNCOUNTED = 255

Kind = Literal[
    "country", "admin1", "admin2", "district", "village", "city", "facility", "region", "water", "mountain", "street",
    "island", "other",
]  # fmt: skip


class Place(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place of the gazetteer."""

    id: str
    """A country's ISO code ("SY"), a GeoNames id ("gn170654"), an Indonesian area code ("id3374"), or one of ours."""
    name: str
    """Its usual English name, else its own."""
    own_name: str
    """Its name where it lies, or in Indonesian."""
    country: str | None
    """ISO 3166-1 alpha-2; None where it lies in several or none."""
    kind: Kind
    lat: float
    lon: float
    """Units: degrees, WGS 84."""
    population: int
    parent: str | None
    """The id of the area that it lies in."""
    likelihood: int
    """How often in a hundred times the name's occurrences in news were places; UNCOUNTED where too few were seen."""


def folded(name: str) -> str:
    """The name as it is looked up: no case, no marks on letters, hyphens as spaces, no apostrophes."""
    if name.isascii():
        plain = name.lower()
    else:
        plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join(plain.translate(_FOLD).split())


_FOLD = str.maketrans(
    {"-": " ", "–": " ", "/": " ", ".": " ", ",": " ", "(": " ", ")": " ", '"': " ", "‑": " "}
    | dict.fromkeys("'’‘`´ʻʼʿʾ′", "")
)


class Gazetteer:
    """The places by name. A name written in capitals ("AS", "U.S.", "Ky.") is a key of its own and needs its case."""

    def __init__(self, tables: tuple[_Table, ...]) -> None:
        self._tables = tables
        self._found: dict[str, tuple[Place, ...]] = {}
        self._above: dict[str, frozenset[str]] = {}

    def named(self, key: str) -> tuple[Place, ...]:
        """The places with this folded name, or with "=" and an exact abbreviation; () when there are none."""
        found = self._found.get(key)
        if found is None:
            raw = key.encode()
            found = tuple(p for t in self._tables for p in t.named(raw))
            if len(self._found) >= _KEPT:
                self._found.clear()
            self._found[key] = found
        return found

    def above(self, place: Place) -> frozenset[str]:
        """The ids of the areas that the place lies in: its country, province, regency, district."""
        over = self._over(place.parent) if place.parent else frozenset()
        return over if not place.country or place.country in over else over | {place.country}

    def _over(self, area: str) -> frozenset[str]:
        known = self._above.get(area)
        if known is None:
            if len(self._above) >= _KEPT:
                self._above.clear()
            self._above[area] = frozenset((area,))
            holder = self.by_id(area)
            more = self._over(holder.parent) if holder and holder.parent else frozenset()
            known = self._above[area] = more | {area}
        return known

    def by_id(self, place_id: str) -> Place | None:
        """The place with the id, if it is one of those that others lie in (a country, province, regency, district)."""
        return next((p for t in self._tables if (p := t.by_id(place_id)) is not None), None)


_KEPT = 5_000
"""Names remembered, and areas; a page has some hundred."""


@cache
def gazetteer() -> Gazetteer:
    """All places. Raises: BadPack for a file that is missing or of another form."""
    return Gazetteer((_Table("world.bin"), _Table("indonesia.bin")))


class _Table:
    """One compiled file: its keys in buckets of a CRC-32, its rows in columns."""

    def __init__(self, file: str) -> None:
        import numpy as np
        import zstandard

        try:
            packed = (folder("saksi.known") / file).read_bytes()
            parts: dict[str, Any] = msgspec.msgpack.decode(zstandard.ZstdDecompressor().decompress(packed))
        except (OSError, zstandard.ZstdError, msgspec.DecodeError) as error:
            raise BadPack(f"cannot read the places: {error}", file=file, line=0) from error
        if parts.get("format") != FORMAT:
            raise BadPack("places of another form", file=file, line=0, form=parts.get("format"), wanted=FORMAT)

        def column(name: str) -> memoryview[int]:
            return memoryview(parts[name]).cast("I")

        def starts(name: str) -> memoryview[int]:
            sizes = np.frombuffer(parts[name], dtype=np.uint8)
            return memoryview(np.concatenate(([0], np.cumsum(sizes))).astype(np.uint32).tobytes()).cast("I")

        self._prefix: str = parts["prefix"]
        self._ids: list[str] = parts["ids"]
        self._row_of: dict[str, int] = {name: row for row, name in enumerate(self._ids)}
        self._countries: list[str] = parts["countries"]
        self._keys: bytes = parts["keys"]
        self._key_starts = starts("key_sizes")
        self._likelihood: bytes = parts["likelihood"]
        self._rows = column("rows")
        self._row_starts = starts("row_counts")
        self._names: bytes = parts["names"]
        self._name_starts = starts("name_sizes")
        self._numbers = memoryview(parts["numbers"]).cast("Q")
        self._country: bytes = parts["country"]
        self._kind: bytes = parts["kind"]
        self._lat = memoryview(parts["lat"]).cast("h")
        self._lon = memoryview(parts["lon"]).cast("h")
        self._population = column("population")
        self._parent = column("parent")
        self._buckets = column("buckets")

    def named(self, key: bytes) -> list[Place]:
        bucket = crc32(key) & (BUCKETS - 1)
        for k in range(self._buckets[bucket], self._buckets[bucket + 1]):
            if self._keys[self._key_starts[k] : self._key_starts[k + 1]] == key:
                likelihood = self._likelihood[k]
                return [
                    self._place(self._rows[r], likelihood) for r in range(self._row_starts[k], self._row_starts[k + 1])
                ]
        return []

    def by_id(self, place_id: str) -> Place | None:
        row = self._row_of.get(place_id)
        return None if row is None else self._place(row, UNCOUNTED)

    def _id(self, row: int) -> str:
        return self._ids[row] if row < len(self._ids) else f"{self._prefix}{self._numbers[row]}"

    def _place(self, row: int, likelihood: int) -> Place:
        name, _, own = self._names[self._name_starts[row] : self._name_starts[row + 1]].decode().partition("\t")
        country = self._country[row]
        parent = self._parent[row]
        return Place(
            id=self._id(row),
            name=name,
            own_name=own or name,
            country=self._countries[country - 1] if country else None,
            kind=KINDS[self._kind[row]],  # type: ignore[arg-type]
            lat=round(self._lat[row] / GRID, 3),
            lon=round(self._lon[row] / GRID, 3),
            population=self._population[row],
            parent=self._id(parent - 1) if parent else None,
            likelihood=likelihood,
        )


Lookup = Callable[[str], tuple[Place, ...]]
