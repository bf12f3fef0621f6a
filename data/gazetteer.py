"""Places and their names on the way into a file of the gazetteer: what build_places.py fills and writes."""

from __future__ import annotations

import csv
import re
import sys
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from zlib import crc32

import msgspec
import zstandard

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))
from saksi.known.places import BUCKETS, FORMAT, GRID, KINDS, UNCOUNTED, folded  # noqa: E402

OWN = ROOT / "data" / "places"
COMMON = 60
"""A name with a capital in this many of a hundred occurrences counts in full."""
Point = tuple[float, float]


class Rows:
    """Places with their facts, and the names that lead to them."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self.ids: list[str] = []
        self.rows: list[dict[str, Any]] = []
        self.keys: dict[str, dict[int, None]] = defaultdict(dict)
        self.row_of: dict[str, int] = {}

    def add(self, place_id: str | int, names: Iterable[str], **facts: Any) -> int:
        """Adds a place with its names. Places with an id that is text come before those with a number."""
        row = len(self.rows)
        if isinstance(place_id, str):
            assert len(self.ids) == row, place_id
            self.ids.append(place_id)
            self.row_of[place_id] = row
        else:
            facts["number"] = place_id
        self.rows.append(facts)
        for name in names:
            self.call(row, name)
        return row

    def call(self, row: int, name: str) -> None:
        """Gives a place one more name; abbreviations keep their case."""
        short = re.fullmatch(r"[A-Z]{2,5}|[A-Z](\.[A-Z])+|.*\.", name)
        key = f"={name}" if short else folded(name)
        if len(key) > 1:
            self.keys[key][row] = None

    def parent(self, place_id: str) -> int:
        """What a row says of the area it lies in: its row and one, or nought."""
        return self.row_of.get(place_id, -1) + 1

    def named(self, name: str, country: str, kinds: tuple[str, ...]) -> list[int]:
        """The rows with the name in the country, of the kinds."""
        found = (r for r in self.keys.get(folded(name), ()) if self.rows[r]["country"] == country)
        return [r for r in found if self.rows[r]["kind"] in kinds]

    def write(self, to: Path, likelihood: dict[str, int]) -> None:
        """The file: keys in buckets, rows in columns, compressed."""
        order = sorted(self.keys, key=lambda k: (crc32(k.encode()) & (BUCKETS - 1), k))
        buckets = [0] * (BUCKETS + 1)
        for k in order:
            buckets[(crc32(k.encode()) & (BUCKETS - 1)) + 1] += 1
        for b in range(BUCKETS):
            buckets[b + 1] += buckets[b]
        countries = sorted({r["country"] for r in self.rows if r["country"]})
        names = [r["name"] + ("\t" + r["own"] if r.get("own") and r["own"] != r["name"] else "") for r in self.rows]
        ranked = {k: sorted(self.keys[k], key=lambda r: -self.rows[r]["population"])[:255] for k in order}
        parts = {
            "format": FORMAT,
            "prefix": self.prefix,
            "ids": self.ids,
            "countries": countries,
            "keys": b"".join(k.encode() for k in order),
            "key_sizes": bytes(len(k.encode()) for k in order),
            "likelihood": bytes(likelihood.get(k, UNCOUNTED) for k in order),
            "rows": array("I", [r for k in order for r in ranked[k]]).tobytes(),
            "row_counts": bytes(len(ranked[k]) for k in order),
            "names": "".join(names).encode(),
            "name_sizes": bytes(len(n.encode()) for n in names),
            "numbers": array("Q", [r.get("number", 0) for r in self.rows]).tobytes(),
            "country": bytes(countries.index(r["country"]) + 1 if r["country"] else 0 for r in self.rows),
            "kind": bytes(KINDS.index(r["kind"]) for r in self.rows),
            "lat": array("h", [round(r["lat"] * GRID) for r in self.rows]).tobytes(),
            "lon": array("h", [round(r["lon"] * GRID) for r in self.rows]).tobytes(),
            "population": array("I", [r["population"] for r in self.rows]).tobytes(),
            "parent": array("I", [r.get("parent", 0) for r in self.rows]).tobytes(),
            "buckets": array("I", buckets).tobytes(),
        }
        packed = zstandard.ZstdCompressor(level=19).compress(msgspec.msgpack.encode(parts))
        to.write_bytes(packed)
        print(f"{to.name}: {len(self.rows):,} places, {len(order):,} names, {len(packed) / 1e6:.2f} MB")


def table(name: str) -> Iterator[dict[str, str]]:
    """The rows of one of our own tables."""
    with (OWN / name).open(encoding="utf-8") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def names_of(cell: str | None) -> set[str]:
    """The names in a cell."""
    return {x for x in (cell or "").split("|") if x}


def likelihoods() -> dict[str, int]:
    """How likely each counted name is a place's, less where it mostly stands without a capital ("harapan")."""
    return {
        r["name"]: round(int(r["likelihood"]) * min(1.0, (100 - int(r["common"])) / COMMON) ** 2)
        for r in table("likelihood.tsv")
    }


def middle(points: Iterable[Point]) -> Point:
    """The middle of an area by its towns."""
    some = list(points)
    return sum(p[0] for p in some) / len(some), sum(p[1] for p in some) / len(some)
