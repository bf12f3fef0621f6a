"""The words of a pack that say what a number counts, by their first word: what figures are read with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from saksi.lang.base import MeasureRow, pack
from saksi.mark.time_words import Word

_PIECES = re.compile(r"[^\W\d_]+\d?|[^\w\s]")
SIDES = ("before", "after", "beside")


class FigureWords:
    """The figure words of a language: rows of measures.tsv and the closed classes of numbers.toml."""

    def __init__(self, code: str) -> None:
        lang = pack(code)
        facts = lang.numbers["figures"]
        self._rows: dict[str, dict[str, list[tuple[tuple[str, ...], MeasureRow]]]] = {}
        for row in lang.measures:
            kind = "side" if row.kind in SIDES else row.kind
            parts = tuple(_PIECES.findall(row.form.casefold()))
            self._rows.setdefault(kind, {}).setdefault(parts[0], []).append((parts, row))
        for kinds in self._rows.values():
            for rows in kinds.values():
                rows.sort(key=lambda r: -len(r[0]))
        self.stop = frozenset(facts["stop"])
        self.ranges = frozenset(facts["ranges"])
        self.openers = frozenset(facts["openers"])
        self.ones = frozenset(facts["one"])
        self.plural_end = str(facts["plural_end"])
        self.plurals = frozenset(facts["plurals"])
        self.lists = frozenset(facts["lists"])
        self.verb_starts = tuple(facts["verb_starts"])
        self.nouns = frozenset(facts["nouns"])
        self.singles = frozenset(facts["singles"])
        self.counters = frozenset(facts["counters"])
        self.parts = frozenset(facts["parts"])
        self.scales: dict[str, float] = facts["scales"]
        self.of = frozenset(facts["of"])
        self.points_before = frozenset(facts["points_before"])
        self.ones_of = frozenset(facts["ones_of"])
        self.points = frozenset(facts["points"])
        self.fronts = tuple(sorted((tuple(f.split()) for f in facts["span"]), key=len, reverse=True))
        self.elliptic = tuple(tuple(f.split()) for f in facts["elliptic"])

    def at(self, kind: str, words: Sequence[Word], i: int) -> tuple[MeasureRow, int] | None:
        """The longest row of a kind that stands at a word, and the place after it."""
        rows = self._rows.get(kind, {}).get(words[i].lower) if 0 <= i < len(words) else None
        for parts, row in rows or ():
            end = _matched(parts, words, i)
            if end:
                return row, end
        return None

    def ending_at(self, kind: str, words: Sequence[Word], end: int) -> MeasureRow | None:
        """The row of a kind whose last word is just before ``end``."""
        found = self.before(kind, words, end)
        return found[0] if found else None

    def before(self, kind: str, words: Sequence[Word], end: int) -> tuple[MeasureRow, int] | None:
        """The same, and the place where it begins."""
        for length in (3, 2, 1):
            found = self.at(kind, words, end - length)
            if found and found[1] == end and (kind != "currency" or _touching(words, end - length, end)):
                return found[0], end - length
        return None


def _touching(words: Sequence[Word], first: int, end: int) -> bool:
    """Whether no space stands between the words."""
    return all(words[i].end == words[i + 1].start for i in range(first, end - 1))


def _matched(parts: tuple[str, ...], words: Sequence[Word], i: int) -> int:
    """The place after ``parts`` if they stand at a word (several words may have been joined into one), else 0."""
    for part in parts:
        if i >= len(words) or words[i].lower != part:
            return 0
        i += 1
    return i


@cache
def figure_words(code: str) -> FigureWords:
    """The figure words of a pack, compiled once."""
    return FigureWords(code)
