"""Pictures drawn on the server as SVG: a claim's chain, volume over days, a timeline, a map; they need no script."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date
from html import escape

from saksi.desk.views import EventLine
from saksi.export.geojson import RADIUS_KM
from saksi.model.claims import Hop

STEP, BOX, HIGH = 190, 150, 44
FEW_DAYS = 4
KM_PER_DEGREE = 111.2
SMALLEST_DOT = 0.25
"""Of a map that is 45 degrees wide: what is still seen. Units: tenths of a degree."""
WHOLE = 200.0
"""Degrees: a map that would be wider shows the whole world."""


def chain(hops: Sequence[Hop]) -> str:
    """The chain from its origin (left) to the publisher (right), with the cue and date of each telling."""
    shown = list(reversed(hops))
    width = STEP * (len(shown) - 1) + BOX + 4
    told = " → ".join(h.source.name or "unnamed" for h in shown)
    parts = [f'<svg class="chain" role="img" viewBox="0 0 {width} 92" width="{width}"><title>{escape(told)}</title>']
    for i, hop in enumerate(shown):
        x = 2 + i * STEP
        kind = "origin" if i == 0 else "publisher" if i == len(shown) - 1 else "relay"
        kind += "" if hop.source.name else " unnamed"
        words = _short(hop.source.name or "?", 19)
        cue = _short(" ".join(filter(None, [hop.cue.span.text if hop.cue else "", hop.said_at or ""])), 24)
        parts.append(f'<g class="{kind}"><rect x="{x}" y="8" width="{BOX}" height="{HIGH}" rx="6"/>')
        parts.append(f'<text x="{x + BOX / 2}" y="35" text-anchor="middle">{escape(words)}</text></g>')
        parts.append(f'<text class="cue" x="{x + BOX / 2}" y="72" text-anchor="middle">{escape(cue)}</text>')
        if i:
            a = x - STEP + BOX
            parts.append(f'<path class="arrow" d="M{a} 30H{x - 3}m-6 -5l6 5l-6 5"/>')
    return "".join(parts) + "</svg>"


def bars(days: Sequence[tuple[str, int]]) -> str:
    """Articles per day, with every day between the first and the last."""
    if not days:
        return ""
    counts = {date.fromisoformat(d): n for d, n in days if len(d) == len("2025-01-01")}
    if not counts:
        return ""
    first, last = min(counts), max(counts)
    span = min((last - first).days + 1, 366)
    most = max(counts.values())
    wide = max(6, min(40 if span > FEW_DAYS else 90, 700 // span))
    width = span * wide + 4
    parts = [f'<svg class="bars" role="img" viewBox="0 0 {width} 90" width="{width}"><title>{first} – {last}</title>']
    for day, n in sorted(counts.items()):
        i = (day - first).days
        if i < span:
            h = 62 * n / most
            box = f'x="{2 + i * wide}" y="{66 - h:.1f}" width="{wide - 2}" height="{h:.1f}"'
            parts.append(f"<rect {box}><title>{day}: {n}</title></rect>")
    parts.append(f'<text x="2" y="84">{first}</text>')
    if span > 1:
        parts.append(f'<text x="{width - 2}" y="84" text-anchor="end">{last}</text>')
    return "".join(parts) + "</svg>"


def world(events: Iterable[EventLine], *, centre: tuple[float, float] | None = None, span: float = 360.0) -> str:
    """Events on the world, each as the area that its place is known by; or the part around a centre (lon, lat).

    Units: the picture's are tenths of a degree, x the longitude, y the latitude turned round.
    """
    seen: dict[str, list[EventLine]] = {}
    for e in events:
        if e.lat is not None and e.lon is not None and e.place_id:
            seen.setdefault(e.place_id, []).append(e)
    x0, y0, w, h = -1800.0, -850.0, 3600.0, 1450.0
    if centre is None and seen:
        centre, span = _around([(some[0].lon or 0.0, some[0].lat or 0.0) for some in seen.values()])
    if centre and span < WHOLE:
        w = span * 10
        h = w * 0.45
        x0, y0 = centre[0] * 10 - w / 2, -centre[1] * 10 - h / 2
    parts = [
        f'<svg class="world" role="img" viewBox="{x0:.0f} {y0:.0f} {w:.0f} {h:.0f}"><title>map</title>',
        '<use href="/static/land.svg#land"/>',
    ]
    least = SMALLEST_DOT * w / 45
    for place_id, some in sorted(seen.items(), key=lambda item: -RADIUS_KM.get(item[1][0].precision or "", 0)):
        first = some[0]
        lat, lon = first.lat or 0.0, first.lon or 0.0
        radius = max(least, RADIUS_KM.get(first.precision or "", 5) / KM_PER_DEGREE * 10)
        wide = radius / max(0.2, math.cos(math.radians(lat)))
        label = f"{first.place}: {len(some)} ({first.precision})"
        area = f'cx="{lon * 10:.1f}" cy="{-lat * 10:.1f}" rx="{wide:.1f}" ry="{radius:.1f}"'
        parts.append(f'<a href="/place/{escape(place_id)}"><ellipse class="{escape(first.precision or "")}" {area}>')
        parts.append(f"<title>{escape(label)}</title></ellipse></a>")
    return "".join(parts) + "</svg>"


def _around(points: list[tuple[float, float]]) -> tuple[tuple[float, float], float]:
    """The middle of some points (lon, lat) and how wide a map must be to show them. Units: degrees."""
    lons, lats = [p[0] for p in points], [p[1] for p in points]
    middle = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    return middle, max(20.0, 1.3 * (max(lons) - min(lons)), 3.0 * (max(lats) - min(lats)))


def timeline(events: Sequence[EventLine]) -> str:
    """Reported events along time, one lane per kind; each dot leads to its article."""
    dated = [(d, e) for e in events if (d := _day(e.happened))]
    if not dated:
        return ""
    first, last = min(d for d, _ in dated), max(d for d, _ in dated)
    days = max(1, (last - first).days)
    lanes = sorted({e.kind for _, e in dated})
    high = 26 * len(lanes) + 40
    parts = [f'<svg class="timeline" role="img" viewBox="0 0 1000 {high}"><title>{first} – {last}</title>']
    for n, lane in enumerate(lanes):
        y = 20 + n * 26
        parts.append(f'<path class="lane" d="M150 {y}H990"/><text x="4" y="{y + 4}">{escape(lane)}</text>')
    for day, e in dated:
        x = 150 + 840 * (day - first).days / days
        y = 20 + lanes.index(e.kind) * 26
        label = f"{day}: {_short(e.words, 120)}"
        parts.append(
            f'<a href="/article/{escape(e.article)}"><circle class="{escape(e.reality)}" cx="{x:.1f}" cy="{y}" r="5">'
            f"<title>{escape(label)}</title></circle></a>"
        )
    parts.append(
        f'<text x="150" y="{high - 6}">{first}</text><text x="990" y="{high - 6}" text-anchor="end">{last}</text>'
    )
    return "".join(parts) + "</svg>"


def _day(value: str | None) -> date | None:
    """The first day of a TIMEX3 date, or None for what is no date."""
    if not value or not value[:4].isdigit():
        return None
    parts = value[:10].split("-")
    try:
        year, month, day = (int(p) if p.isdigit() else 1 for p in (*parts, "01", "01")[:3])
        return date(year, month, day)
    except ValueError:
        return None


def _short(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1] + "…"
