"""Sentences made from patterns and lists of names, for the name tagger: many names in few, plain surroundings.

The patterns are ours (train/sentences/templates-*.txt); the names come from train/word_lists.toml (ours), the package's
own tables (known/), GeoNames and idn-area-data through known/places, and Wikidata name tokens
(train/person_names.py, CC0).
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from person_names import is_unlisted, names
from saksi.known.bodies import bodies
from saksi.known.outlets import OutletRow
from saksi.known.places import gazetteer
from saksi.lang.tables import folder, table

WORDS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "word_lists.toml").read_text(encoding="utf-8"))
SHORTENED = ("Moh", "Muh", "Mochamad", "Abd", "Ach", "Mhd")
PARTICLES = ("al-", "Al-", "bin ", "de ", "van ", "von ", "el-", "Ben-")
GROUPS = {"ministry": "MIN", "agency": "AGENCY", "party": "PARTY", "armed": "ARMED", "military": "MIL"} | {
    "international": "INTL", "club": "CLUB", "university": "UNIV"
}  # fmt: skip


def sentences_from(where: Path, times: int, seed: int = 11) -> list[str]:
    """Marked sentences, ``times`` for each pattern."""
    patterns = [p for p in where.read_text(encoding="utf-8").splitlines() if p.strip() and not p.startswith("#")]
    fill = Filler(random.Random(seed))
    return [fill.filled(p) for p in patterns for _ in range(times)]


class Filler:
    """Fills slots from lists."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._lists: dict[str, Any] = _places() | _bodies()
        self._lists["OUTLET"] = [r.name for r in table(folder("saksi.known") / "outlets.tsv", OutletRow)]
        self._lists["PERX1"] = _foreign_names()
        self._lists["PROV"] = list(WORDS["provinces"])
        self._lists["PROVS"] = list(WORDS["provinces"].values())
        self._lists |= {"NEG": WORDS["countries"], "NEGE": WORDS["countries_en"], "MINW": WORDS["duties"]}
        self._lists |= {"HARI": WORDS["days"], "NEGL": ["Amerika Serikat"], "NEGA": ["AS"], "N": list("123456789")}
        self._lists |= {"PERW1": WORDS["plain_surnames"], "WORLD": WORDS["worlds"], "NOISE": WORDS["noise"]}
        self._lists["MINP"] = [f"Kementerian {d}" for d in WORDS["duties"] if "(" not in d and not d.isupper()]
        self._made: dict[str, Callable[[], str]] = {
            "PER": self._person, "PERX": self._foreigner, "PER1": self._one_name, "INI": self._initials,
            "PT": self._company, "PTS": lambda: self._firm(2), "KEC": self._district, "D": self._date,
            "JALAN": self._street, "PERW": self._plain,
        }  # fmt: skip

    def filled(self, pattern: str) -> str:
        """The pattern with each slot filled; {KABCAPS} and the like in capitals."""
        out, at = "", 0
        while (start := pattern.find("{", at)) >= 0:
            end = pattern.index("}", start)
            out += pattern[at:start] + self._one(pattern[start + 1 : end])
            at = end + 1
        return (out + pattern[at:]).replace("[LOC the ", "the [LOC ")

    def _one(self, slot: str) -> str:
        if slot.endswith("CAPS"):
            return self._one(slot[:-4]).upper()
        if slot in self._made:
            return self._made[slot]()
        if slot in self._lists:
            return self._pick(self._lists[slot])
        return self.filled(self._pick(WORDS["composed"][slot]))

    def _pick(self, some: Any) -> str:
        return str(self._chance.choice(some))

    def _one_name(self) -> str:
        if self._chance.random() < 0.8:
            return self._pick(WORDS["first"] + WORDS["last"])
        return self._one("DESA").split()[0]

    def _initials(self) -> str:
        return "".join(self._pick("ABDEFHIJKLMNRSTWYZ") for _ in range(self._chance.choice((1, 2, 2, 3))))

    def _district(self) -> str:
        name = self._pick(self._lists["KECAMATAN"])
        return name if " " in name else name + self._pick(WORDS["sides"])

    def _date(self) -> str:
        return f"{self._chance.randint(1, 28)}/{self._chance.randint(1, 12)}/{self._chance.randint(2015, 2026)}"

    def _street(self) -> str:
        return self._pick(WORDS["streets"]) + self._pick(["", "", " " + self._pick(WORDS["last"])])

    def _company(self) -> str:
        ending = self._pick(["", "", " Tbk", " (Persero) Tbk", " (Persero)"])
        return f"PT {self._firm(self._chance.choice((2, 2, 3)))}{ending}"

    def _firm(self, size: int) -> str:
        return " ".join(self._chance.sample(WORDS["firms"], size))

    def _person(self) -> str:
        first, last, roll = WORDS["first"], WORDS["last"], self._chance.random()
        letter = self._pick("ABDFHIKMRSTW")
        if roll < 0.04:
            return f"{self._pick(SHORTENED)}. {self._pick(first)} {self._pick(last)}"
        if roll < 0.6:
            return f"{self._pick(first)} {self._pick(last)}"
        if roll < 0.75:
            return f"{self._pick(first)} {self._pick(first)} {self._pick(last)}"
        if roll < 0.82:
            return f"{self._pick(first)} {letter}. {self._pick(last)}"
        if roll < 0.88:
            return f"{letter}. {self._pick(first)} {self._pick(last)}"
        return self._pick(first + last) if roll < 0.94 else f"{self._pick(first)} {self._pick(last)} {self._pick(last)}"

    def _plain(self) -> str:
        return f"{self._pick(WORDS['given_en'])} {self._pick(WORDS['plain_surnames'])}"

    def _foreigner(self) -> str:
        some, roll = self._lists["PERX1"], self._chance.random()
        if roll < 0.7:
            return f"{self._pick(some)} {self._pick(some)}"
        if roll < 0.8:
            return f"{self._pick(some)} {self._pick(PARTICLES)}{self._pick(some)}"
        if roll < 0.9:
            return f"{self._pick(some)} {self._pick(some)} {self._pick(some)}"
        return f"{self._pick(some)} {self._pick('ABCDEFGHJKLMPRSTW')}. {self._pick(some)}"


def _bodies() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {"BODYE": [], "ARMEDE": [], "COMPANY": [], "MEDIA": []}
    indonesian = set(WORDS["indonesian"])
    for body in bodies():
        forms = [f for f in (body.name, *body.aliases) if len(f) > 2]
        group = GROUPS.get(body.kind)
        if group and (body.country == "ID" or body.kind not in ("agency", "party")):
            found.setdefault(group, []).extend(forms)
        if body.country != "ID" and body.kind in ("company", "media"):
            found[body.kind.upper()] += forms
        if body.country != "ID" and body.kind in ("agency", "armed"):
            found["BODYE" if body.kind == "agency" else "ARMEDE"] += [
                f for f in forms if not indonesian & set(f.split())
            ]
    return found


def _places() -> dict[str, list[str]]:
    found: dict[str, set[str]] = {"KAB": set(), "KECAMATAN": set(), "DESA": set(), "CITYX": set()}
    slots = {"admin2": "KAB", "district": "KECAMATAN", "village": "DESA"}
    for part in gazetteer()._tables:  # noqa: SLF001
        for row in range(len(part._country)):  # noqa: SLF001
            place = part._place(row, 100)  # noqa: SLF001
            name = place.own_name
            if not name.replace(" ", "").replace("-", "").isalpha() or not name[0].isupper() or name.isupper():
                continue
            if place.country == "ID" and place.kind in slots:
                name = name.removeprefix("Kabupaten ").removeprefix("Kota ").removeprefix("Kecamatan ")
                found[slots[place.kind]].add(name)
            elif place.country != "ID" and place.kind == "city" and place.population > 60_000 and len(name.split()) < 3:
                found["CITYX"].add(name)
    return {slot: sorted(names) for slot, names in found.items()}


def _foreign_names() -> list[str]:
    """Names of which three in five are in the shipped list and two are not."""
    known, unknown = [], []
    for name in names():
        (unknown if is_unlisted(name) else known).append(name)
    return unknown + random.Random(5).sample(known, len(unknown) * 3 // 2)
