"""What is known of words before the text is read: their clusters, their traits, and the names they begin."""

from __future__ import annotations

import gzip
import sys
from functools import cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from saksi.known.bodies import body_phrases
from saksi.known.outlets import is_outlet
from saksi.known.places import folded, gazetteer
from saksi.lang.base import Pack, pack
from saksi.lang.tables import folder

NO_CLUSTERS = ("-", "-", "-")
NOTHING = ""
"""The code of a token that begins or continues no known name."""
LONGEST_PLACE = 4
_LIKELY, _DOUBTFUL = 60, 20
"""Of a hundred occurrences in news, how many were the place."""
_BIG = 100_000


class Lexicon:
    """A language's words as the tagger knows them."""

    def __init__(self, lang: Pack) -> None:
        self._clusters = _clusters(lang.code)
        self._traits = _traits(lang)
        self._habits = _habits(lang.code)
        self._person_names = _hashes("person-names")
        self._common = _hashes(f"common-{lang.code}")
        self._places = gazetteer()
        self._bodies = body_phrases()
        self._worlds = frozenset(lang.words.get("worlds", ()))
        self._kept: dict[str, str] = {}
        rows = [r for r in lang.place_words if r.form[0].isupper() and r.form not in _NO_HEADS]
        self._place_heads = {r.form: r.kind for r in rows if r.use == "kind" and r.side == "before"}
        self._heads = frozenset(r.form for r in rows if r.use == "organization")
        self.leads = frozenset(lang.words.get("name_leads", ()))
        """Words with a capital that stand before names and are no part of them."""
        self.portfolios = frozenset(lang.words.get("portfolios", ()))
        """Words after which a body's short form says what an office is for."""
        self.aliases = frozenset(lang.words.get("name_alias", ()))
        """Words between two names of the same person."""
        self.inner = frozenset(lang.words.get("name_inner", ()))
        """Words in lower case that stand inside names; any, where the pack lists none."""
        self.tails = frozenset(lang.words.get("name_tails", ()))
        """Words after the genitive inside one name."""
        self.governments = frozenset(lang.words.get("governments", ()))
        """Words that make a country's name its government's."""
        self.currencies = frozenset(lang.words.get("currency_words", ()))
        """Words before the country of a currency ("dolar" AS)."""
        self.bare_titles = frozenset(lang.words.get("bare_titles", ()))
        """Titles that are no names even where news has them in names often."""
        self.never = frozenset(lang.words.get("never_names", ()))
        """Words with a capital that name nobody when they stand alone."""
        self.events = frozenset(lang.words.get("event_words", ()))
        """Words that end names of events, prizes and laws."""
        self.states = frozenset(lang.words.get("state_abbreviations", ()))
        """Words with a full stop that are places after a place and a comma."""
        self.works = frozenset(lang.words.get("titles_of_works", ()))
        """Words that make what follows the title of a work."""
        self.place_ends = frozenset(lang.words.get("place_ends", ()))
        """Words that end names of places."""
        self.hyphenated = bool(lang.words.get("name_pairs", ()))
        """Whether two people stand side by side with a hyphen."""
        self._buildings = frozenset(lang.words.get("buildings", ()))

    def clusters_of(self, plain: str) -> tuple[str, str, str]:
        """The clusters of a word (digits as 0), those of its lower-case form where it is unknown as it stands."""
        return self._clusters.get(plain) or self._clusters.get(plain.lower()) or NO_CLUSTERS

    def traits_of(self, word: str) -> tuple[str, ...]:
        """What tables say of the word alone; "name" for a word of people's names."""
        traits = self._traits.get(word.lower(), ())
        return (*traits, "name") if word[0].isupper() and self.is_person_name(word) else traits

    def is_person_name(self, word: str) -> bool:
        """Whether people somewhere have the word in their names."""
        return _holds(self._person_names, word)

    def everyday(self, word: str) -> str:
        """Whether dictionaries have a word with a capital in small letters: "y" or "n", "" without a dictionary."""
        if not len(self._common) or not word[0].isupper():
            return NOTHING
        return "y" if _holds(self._common, word) else "n"

    def habit(self, word: str) -> str:
        """The word's commonest use in news and the tenths of it: "P9" (people), "G6" (bodies), "L8" (places), "O7"."""
        return "" if _inner_apostrophe(word) else self._habits.get(word, "")

    def habit_of(self, word: str, use: str) -> int:
        """Tenths of the word's use that are ``use``, where that is its commonest use; else 0."""
        habit = self.habit(word)
        return int(habit[1]) if habit[:1] == use else 0

    def is_body(self, words: list[str], start: int, end: int) -> bool:
        """Whether the words are a known body's or outlet's name, all of them."""
        return self._bodies.at(words, start) == end - start or is_outlet(" ".join(words[start:end]))

    def is_common(self, word: str) -> bool:
        """Whether a word in capitals is a common word, as its use elsewhere tells."""
        return (
            word.lower() in self._clusters
            and self._habits.get(word.capitalize(), "O")[0] == "O"
            and (self._habits.get(word, "O")[0] == "O")
        )

    def is_outlet(self, word: str) -> bool:
        """Whether the word is an outlet's or agency's name."""
        return is_outlet(word)

    def is_office(self, word: str) -> bool:
        """Whether a title begins with the word ("Menteri", "Kepala")."""
        return bool(_OFFICE.intersection(self._traits.get(word.lower(), ())))

    def is_head(self, word: str) -> bool:
        """Whether names of bodies begin with the word ("Direktorat", "Komisi")."""
        return word in self._heads

    def is_place_head(self, word: str) -> bool:
        """Whether names of places begin with the word ("Kabupaten", "Pulau")."""
        return word in self._place_heads

    def is_building(self, word: str) -> bool:
        """Whether the word makes a body's name the name of its building ("Gedung", "Mabes")."""
        return word in self._buildings or (self._place_heads.get(word) == "facility" and word not in _BODIES_THEMSELVES)

    def is_street(self, word: str) -> bool:
        """Whether names of streets begin with the word."""
        return self._place_heads.get(word) == "street" or word == "Tol"

    def codes_of(self, words: list[str]) -> list[str]:
        """For each word the known name that it begins ("B-city") or continues ("I-city"), or NOTHING."""
        codes = [NOTHING] * len(words)
        i, n = 0, len(words)
        while i < n:
            if not words[i][0].isupper():
                i += 1
                continue
            kind, size = self._known_at(words, i)
            if size:
                codes[i] = f"B-{kind}"
                for k in range(i + 1, i + size):
                    codes[k] = f"I-{kind}"
            i += size or 1
        return codes

    def _known_at(self, words: list[str], i: int) -> tuple[str, int]:
        body = self._bodies.at(words, i)
        longest = 1
        while (
            longest < LONGEST_PLACE
            and i + longest < len(words)
            and (words[i + longest][0].isupper() or words[i + longest] in _IN_PLACES)
        ):
            longest += 1
        for size in range(longest, body, -1):
            kind = self.place_kind(" ".join(words[i : i + size]))
            if kind:
                return kind, size
        if body:
            return "body", body
        return ("world", 1) if words[i] in self._worlds else (NOTHING, 0)

    def place_kind(self, name: str) -> str:
        """What kind of place has this name ("country", "city1" ...), NOTHING where none has."""
        kind = self._kept.get(name)
        if kind is None:
            if len(self._kept) > 50_000:
                self._kept.clear()
            kind = self._kept[name] = self._look_up(name)
        return kind

    def _look_up(self, name: str) -> str:
        found = self._places.named("=" + name) if name.isupper() else ()
        if not found and (not name.isupper() or len(name) > 5):
            found = self._places.named(folded(name))
        if not found:
            return NOTHING
        best = min(found, key=lambda p: (_RANKS.get(p.kind, 9), -p.population))
        kind = _KINDS.get(best.kind, "other")
        if kind == "city":
            kind += "1" if best.population >= _BIG else "2"
        sure = "" if best.likelihood >= _LIKELY else "?" if best.likelihood >= _DOUBTFUL else "??"
        return kind + sure


_IN_PLACES = frozenset({"de", "da", "do", "del", "of", "the", "and", "la", "upon"})
"""Words in lower case inside names of places ("Rio de Janeiro")."""
_OFFICE = frozenset({"office", "office<"})
_NO_HEADS = frozenset(
    {"Lobi", "Negara", "Tol", "Exit Tol", "Indonesia", "Garuda", "Antara", "Media", "Liga", "Piala", "Ibu Kota"}
)
"""Rows of the place words that begin no name of their own, or that are names by themselves."""
_BODIES_THEMSELVES = frozenset(
    {"Universitas", "Kampus", "RS", "RSUD", "RSUP", "Rumah Sakit", "Puskesmas", "Hotel", "Pos Pengamatan"}
)
"""Place words that begin the names of bodies too."""
_RANKS = {"country": 0, "admin1": 1, "region": 2, "admin2": 3, "city": 4, "water": 5, "island": 5, "mountain": 5}
_KINDS = {
    "country": "country", "admin1": "admin", "admin2": "admin", "city": "city", "region": "region",
    "district": "district", "village": "village",
}  # fmt: skip


@cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of a language; without clusters where none were made."""
    return Lexicon(pack(code))


def _traits(lang: Pack) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for row in lang.titles:
        words = row.form.lower().split()
        for i, word in enumerate(words):
            found.setdefault(word.strip("."), set()).add(row.kind + ("" if len(words) == 1 else "<" if i == 0 else "+"))
    return {w: tuple(sorted(t)) for w, t in found.items()}


def _clusters(code: str) -> dict[str, tuple[str, str, str]]:
    where = folder("saksi.mark.models") / f"clusters-{code}.tsv.gz"
    if not where.is_file():
        return {}
    found: dict[str, tuple[str, str, str]] = {}
    seen: dict[tuple[str, str, str], tuple[str, str, str]] = {}
    for line in gzip.decompress(where.read_bytes()).decode("utf-8").splitlines():
        word, coarse, middle, fine = line.split("\t")
        key = (coarse, middle, fine)
        found[word] = seen.setdefault(key, key)
    return found


def _habits(code: str) -> dict[str, str]:
    where = folder("saksi.mark.models") / f"habits-{code}.tsv.gz"
    if not where.is_file():
        return {}
    lines = gzip.decompress(where.read_bytes()).decode("utf-8").splitlines()
    return {word: sys.intern(habit) for word, _, habit in (line.partition("\t") for line in lines)}


def _inner_apostrophe(word: str) -> bool:
    """Whether it is a word like "Ba'asyir": the tagger that made the habits knew few of them."""
    return "'" in word or "’" in word


@cache
def _hashes(name: str) -> NDArray[np.uint32]:
    where = folder("saksi.mark.models") / f"{name}.npy"
    if not where.is_file():
        return np.zeros(0, dtype=np.uint32)
    with where.open("rb") as file:
        found: NDArray[np.uint32] = np.load(file, allow_pickle=False)
        return found


def _holds(hashes: NDArray[np.uint32], word: str) -> bool:
    key = crc32(word.lower().encode())
    at = int(np.searchsorted(hashes, np.uint32(key)))
    return at < len(hashes) and int(hashes[at]) == key
