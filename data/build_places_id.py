"""Indonesia's provinces, regencies, districts, villages and islands, for build_places.py.

The names are those of idn-area-data; the coordinates those of the GeoNames towns with the names, or of the islands.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

from gazetteer import Point, Rows, middle, table
from saksi.known.places import folded

PROVINCE, CITY, REGENCY, DISTRICT, VILLAGE, ISLAND = 5_000_000, 8_000_000, 600_000, 50_000, 3_000, 100
"""The rank of an area among places of the same name, as a number of people."""
NEAR = 0.9
"""Degrees, both ways together, within which a town of the name is taken for the district's."""
HEAD = re.compile(r"^(KABUPATEN|KOTA)( ADMINISTRASI)? ")
PROVINCES = {
    "SUMATERA UTARA": "North Sumatra",
    "SUMATERA BARAT": "West Sumatra",
    "SUMATERA SELATAN": "South Sumatra",
    "KEPULAUAN BANGKA BELITUNG": "Bangka Belitung Islands",
    "KEPULAUAN RIAU": "Riau Islands",
    "DKI JAKARTA": "Jakarta",
    "JAWA BARAT": "West Java",
    "JAWA TENGAH": "Central Java",
    "JAWA TIMUR": "East Java",
    "DAERAH ISTIMEWA YOGYAKARTA": "Special Region of Yogyakarta",
    "NUSA TENGGARA BARAT": "West Nusa Tenggara",
    "NUSA TENGGARA TIMUR": "East Nusa Tenggara",
    "KALIMANTAN BARAT": "West Kalimantan",
    "KALIMANTAN TENGAH": "Central Kalimantan",
    "KALIMANTAN SELATAN": "South Kalimantan",
    "KALIMANTAN TIMUR": "East Kalimantan",
    "KALIMANTAN UTARA": "North Kalimantan",
    "SULAWESI UTARA": "North Sulawesi",
    "SULAWESI TENGAH": "Central Sulawesi",
    "SULAWESI SELATAN": "South Sulawesi",
    "SULAWESI TENGGARA": "Southeast Sulawesi",
    "SULAWESI BARAT": "West Sulawesi",
    "MALUKU UTARA": "North Maluku",
    "PAPUA BARAT": "West Papua",
    "PAPUA SELATAN": "South Papua",
    "PAPUA TENGAH": "Central Papua",
    "PAPUA PEGUNUNGAN": "Highland Papua",
    "PAPUA BARAT DAYA": "Southwest Papua",
}
CITIES = {
    "JAKARTA SELATAN": "South Jakarta",
    "JAKARTA TIMUR": "East Jakarta",
    "JAKARTA PUSAT": "Central Jakarta",
    "JAKARTA BARAT": "West Jakarta",
    "JAKARTA UTARA": "North Jakarta",
    "KEPULAUAN SERIBU": "Thousand Islands",
}
DIRECTIONS = {
    "south": "selatan",
    "north": "utara",
    "west": "barat",
    "east": "timur",
    "central": "tengah",
    "southeast": "tenggara",
    "southwest": "barat daya",
}


def indonesia(folder: Path, earth: Rows, seconds: list[dict[str, str]]) -> Rows:
    """All areas of Indonesia. In: the unpacked idn-area-data; the world's rows; GeoNames' second-level areas."""
    rows = Rows("id")
    areas = {
        name: _read(folder / "data" / f"{name}.csv")
        for name in ("provinces", "regencies", "districts", "villages", "islands")
    }
    towns: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for r in earth.rows:
        if r["country"] == "ID" and "number" in r:
            towns[folded(r["name"])].append(r)
    where = _regency_points(areas["regencies"], areas["islands"], towns, seconds, earth)
    _add_large(rows, areas, where)
    for d in areas["districts"]:
        where[d["code"]] = lat, lon = _near(towns.get(folded(d["name"]), []), where[d["regency_code"]])
        rows.add(
            _id(d["code"]), {d["name"], d["name"].replace(" ", "").capitalize()}, name=d["name"], country="ID",
            kind="district", lat=lat, lon=lon, population=DISTRICT, parent=rows.parent(_id(d["regency_code"])),
        )  # fmt: skip
    for v in areas["villages"]:
        lat, lon = where[v["district_code"]]
        rows.add(
            int(v["code"].replace(".", "")), {v["name"]}, name=v["name"], country="ID", kind="village", lat=lat,
            lon=lon, population=VILLAGE, parent=rows.parent(_id(v["district_code"])),
        )  # fmt: skip
    for i in areas["islands"]:
        lat, lon = _degrees(i["coordinate"])
        rows.add(
            int(i["code"].replace(".", "")), {i["name"]}, name=i["name"], country="ID", kind="island", lat=lat, lon=lon,
            population=ISLAND, parent=rows.parent(_id(i["regency_code"])),
        )  # fmt: skip
    _add_short_names(rows)
    return rows


def _read(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def _id(code: str) -> str:
    return "id" + code.replace(".", "")


def _add_large(rows: Rows, areas: dict[str, list[dict[str, str]]], where: dict[str, Point]) -> None:
    """Provinces and regencies; a regency without a point of its own takes the middle of its province."""
    for p in areas["provinces"]:
        lat, lon = middle(point for code, point in where.items() if code[:2] == p["code"])
        where[p["code"]] = lat, lon
        own = _titled(p["name"])
        name = PROVINCES.get(p["name"], own)
        rows.add(
            _id(p["code"]), {own, name}, name=name, own=own, country="ID", kind="admin1", lat=lat, lon=lon,
            population=PROVINCE,
        )  # fmt: skip
    for r in areas["regencies"]:
        lat, lon = where.setdefault(r["code"], where[r["province_code"]])
        plain = HEAD.sub("", r["name"])
        city = r["name"].startswith("KOTA ")
        own = _titled(plain)
        name = CITIES.get(plain) or (own if city else f"{own} Regency")
        rows.add(
            _id(r["code"]), {own, plain.replace(" ", "").capitalize()}, name=name, own=own, country="ID",
            kind="city" if city else "admin2", lat=lat, lon=lon, population=CITY if city else REGENCY,
            parent=rows.parent(_id(r["province_code"])),
        )  # fmt: skip


def _regency_points(
    regencies: list[dict[str, str]],
    islands: list[dict[str, str]],
    towns: dict[str, list[dict[str, Any]]],
    seconds: list[dict[str, str]],
    earth: Rows,
) -> dict[str, Point]:
    """Where regencies are: the middle of their towns, else the town of their name, else their islands."""
    inside: dict[str, list[Point]] = defaultdict(list)
    for r in earth.rows:
        if r["country"] == "ID" and len(r.get("areas", ())) > 1:
            inside[r["areas"][0]].append((r["lat"], r["lon"]))
    by_name = {_regency_key(a["name"]): inside[a["code"]] for a in seconds if a["code"].startswith("ID.")}
    shores: dict[str, list[Point]] = defaultdict(list)
    for i in islands:
        shores[i["regency_code"]].append(_degrees(i["coordinate"]))
    where: dict[str, Point] = {}
    for area in regencies:
        code, named = area["code"], towns.get(folded(HEAD.sub("", area["name"])), [])
        if found := by_name.get(_regency_key(area["name"])):
            where[code] = middle(found)
        elif named:
            best = max(named, key=lambda t: t["population"])
            where[code] = best["lat"], best["lon"]
        elif shores[code]:
            where[code] = middle(shores[code])
        else:
            print("takes its province's point:", area["name"])
    return where


def _regency_key(name: str) -> str:
    """A regency's name as GeoNames and the ministry have in common ("South Tapanuli Regency", "Tapanuli Selatan")."""
    words = folded(name).split()
    kota = "kota" in words[:1] or words[-1:] == ["city"]
    words = [w for w in words if w not in ("kabupaten", "kota", "regency", "city", "administrasi", "adm")]
    if words and words[0] in DIRECTIONS:
        words = [*words[1:], DIRECTIONS[words[0]]]
    return ("kota " if kota else "") + "".join(words)


def _degrees(text: str) -> Point:
    """03°19'03.44" N 097°07'41.73" E as decimal degrees."""
    found = []
    for d, m, s, side in re.findall(r"(\d+)°(\d+)'([\d.]+)\" ([NSEW])", text):
        value = int(d) + int(m) / 60 + float(s) / 3600
        found.append(-value if side in "SW" else value)
    return found[0], found[1]


def _near(towns: list[dict[str, Any]], point: Point) -> Point:
    """The nearest town of the name if it is near the point, else the point."""
    best = min(towns, key=lambda t: abs(t["lat"] - point[0]) + abs(t["lon"] - point[1]), default=None)
    if best and abs(best["lat"] - point[0]) + abs(best["lon"] - point[1]) < NEAR:
        return best["lat"], best["lon"]
    return point


def _titled(name: str) -> str:
    small = {"DAN": "dan", "DKI": "DKI"}
    return " ".join(small.get(w, w.capitalize()) for w in name.split()) if name.isupper() else name


def _add_short_names(rows: Rows) -> None:
    """Our abbreviations and other spellings ("Jaksel", "Solo")."""
    for a in table("aliases.tsv"):
        if a["country"] == "ID":
            kinds = ("admin2", "city") if a["kind"] == "admin2" else (a["kind"],)
            fits = rows.named(a["name"], "ID", kinds)
            for r in fits:
                rows.call(r, a["alias"])
            if not fits:
                print("an alias of nothing:", a)
