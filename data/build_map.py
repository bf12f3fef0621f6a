"""Makes the desk's world map: one SVG path of all land, from the npm package world-atlas (Natural Earth data).

npm pack world-atlas && tar xzf world-atlas-*.tgz && python data/build_map.py package/land-50m.json

Out: src/saksi/desk/static/land.svg; in tenths of a degree, x is the longitude and y the latitude turned round.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path

OUT = Path(__file__).resolve().parents[1] / "src" / "saksi" / "desk" / "static" / "land.svg"
HALF_ROUND = 1800
SMALLEST = 3
"""Rings that span less than this many tenths of a degree are left out."""


def main(source: str) -> int:
    """Write the path."""
    topology = json.loads(Path(source).read_text(encoding="utf-8"))
    sx, sy = topology["transform"]["scale"]
    tx, ty = topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((round((x * sx + tx) * 10), round(-(y * sy + ty) * 10)))
        arcs.append(points)

    def ring(indexes: list[int]) -> str:
        points: list[tuple[int, int]] = []
        for i in indexes:
            for point in arcs[i] if i >= 0 else arcs[~i][::-1]:
                if not points or points[-1] != point:
                    points.append(point)
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        if max(xs) - min(xs) < SMALLEST and max(ys) - min(ys) < SMALLEST:
            return ""
        steps = []
        for (a, b), (x, y) in pairwise(points):  # a step round the back of the world is no line across the map
            steps.append(f"M{x} {y}" if abs(x - a) > HALF_ROUND else f"l{x - a} {y - b}")
        closed = "z" if abs(points[0][0] - points[-1][0]) <= HALF_ROUND else ""
        return f"M{points[0][0]} {points[0][1]}{''.join(steps)}{closed}"

    parts = []
    for country in topology["objects"]["land"]["geometries"]:
        shapes = country["arcs"] if country["type"] == "MultiPolygon" else [country.get("arcs", [])]
        parts += [ring(r) for shape in shapes for r in shape]
    path = "".join(parts)
    OUT.write_text(f'<svg xmlns="http://www.w3.org/2000/svg"><path id="land" d="{path}"/></svg>\n', encoding="utf-8")
    print(OUT, OUT.stat().st_size)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
