"""Records -> GeoJSON: one feature per place of each article, with how closely it is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from saksi.model.journal import Record
from saksi.model.marks import PlaceMention

RADIUS_KM = {"exact": 1, "town": 10, "district": 40, "region": 150, "country": 500, "unknown": 0}
"""How large an area a precision stands for. Units: kilometres."""


def features_of(record: Record) -> Iterator[dict[str, Any]]:
    """One feature per known place of the article, in the order of first mention, with the words it was named by."""
    mentions: dict[str, list[PlaceMention]] = {}
    for place in record.marks.places:
        if place.place_id and place.lat is not None and place.lon is not None:
            mentions.setdefault(place.place_id, []).append(place)
    for place_id, some in mentions.items():
        first = some[0]
        yield {
            "type": "Feature",
            "id": f"{record.article.id}/{place_id}",
            "geometry": {"type": "Point", "coordinates": [first.lon, first.lat]},
            "properties": {
                "name": first.name,
                "country": first.country,
                "kind": first.kind,
                "precision": first.precision,
                "radius_km": RADIUS_KM[first.precision],
                "mentions": len(some),
                "words": sorted({p.span.text for p in some}),
                "article": record.article.id,
                "doc": record.article.doc,
                "title": record.article.headline,
                "url": record.article.url,
                "published": record.article.published.value if record.article.published else None,
            },
        }


def geojson(records: Iterable[Record]) -> Iterator[bytes]:
    """The pieces of one FeatureCollection, in order. Source: RFC 7946."""
    yield b'{"type":"FeatureCollection","features":['
    comma = b""
    for record in records:
        for feature in features_of(record):
            yield comma + msgspec.json.encode(feature)
            comma = b",\n"
    yield b"]}\n"
