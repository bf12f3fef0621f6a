"""How often a word is met in news, by its case; and a run of letters -> the words that were run together in it."""

from __future__ import annotations

import gzip
from collections.abc import Collection
from functools import cache
from itertools import pairwise

import msgspec

from saksi.lang.base import codes, pack
from saksi.lang.tables import folder

_WORST = (16.0, 1.0)
"""Bits that an unknown word costs: to begin with, and for each letter."""
_ON_PAGE = 11.0
"""Bits of a word that is not in the list but stands alone elsewhere on the page."""
_TURN = 7.0
"""Bits that a capital after a small letter costs inside one word: only brands have it."""
_MARGIN = 3.0
"""Bits by which two words must be likelier than one. These four: set by hand on record-dev and two dozen
brands and rare words; then seams in 1,500 news texts were read by eye (train/cards/words.md)."""
_PLAIN_MARGIN = 7.0
"""The same where no capital shows the seam."""
_BRAND = 12.0
"""Bits of a name of mixed case inside a run."""
_NEVER = 1e9
_LONGEST, _LONGEST_WORD = 64, 24
_SHORTEST_PLAIN = 8
_FREE = 14
"""Binary logarithm of the count from which a word of three letters or fewer may be split off ("dan", "di")."""


class Words(msgspec.Struct, frozen=True):
    """The list: logarithms of counts in small letters, with a capital, in capitals; and names of mixed case."""

    total: int
    counts: dict[str, str]
    mixed: frozenset[str]

    def knows(self, word: str) -> bool:
        """Whether a word is in the list, in whatever case (mixed case as it stands)."""
        return word in self.counts or word in self.mixed or (word.lower() in self.counts and _plain(word))

    def bits(self, word: str) -> float | None:
        """What a word of the list costs, in bits, in the case that it stands in; None for a word not in it."""
        found = self._level(word)
        return self.total - found if found else None

    def _level(self, word: str) -> int:
        digits = self.counts.get(word.lower())
        if digits is None:
            return 0
        return int(digits[0 if word.islower() else 2 if word.isupper() and len(word) > 1 else 1], 36)

    def parts(self, run: str, page: Collection[str], *, plain: bool, slack: float = 0.0) -> tuple[int, ...]:
        """Where the words of a run of letters part, by cost; () when it is one word.

        In: ``page`` holds the words that stand alone on the page; ``plain`` lets it part where no capital shows it;
        ``slack`` is taken off the margins on a page that is known to have lost spaces.
        """
        size = len(run)
        if not 4 <= size <= _LONGEST or run.isupper() or self.knows(run):
            return ()
        turns = _turns(run)
        if not turns and (not plain or size < _SHORTEST_PLAIN):
            return ()
        best: list[float] = [0.0] + [_NEVER] * size
        came = [0] * (size + 1)
        for end in range(1, size + 1):
            for start in range(max(0, end - _LONGEST_WORD), end):
                if best[start] >= _NEVER or (start == 0 and end == size):
                    continue
                cost = best[start] + self._cost(run, start, end, page, turns, plain=plain)
                if cost < best[end]:
                    best[end], came[end] = cost, start
        cuts: list[int] = []
        at = came[size]
        while at:
            cuts.append(at)
            at = came[at]
        whole = _unknown(size) + _TURN * sum(a.islower() and b.isupper() for a, b in pairwise(run))
        if not plain and all(run[c].isupper() for c in cuts) and run[0].isupper():
            return ()  # two capitalised words in one: a brand, as likely as not
        need = _MARGIN if any(c in turns for c in cuts) else _PLAIN_MARGIN
        need -= slack if need == _MARGIN else slack / 2
        return tuple(reversed(cuts)) if cuts and whole - best[size] >= need else ()

    def _cost(
        self, run: str, start: int, end: int, page: Collection[str], turns: frozenset[int], *, plain: bool
    ) -> float:
        part = run[start:end]
        if len(part) == 1:
            return _NEVER
        if part in self.mixed:
            return _BRAND
        if not _plain(part) or not (plain or ((start in turns or not start) and (end in turns or end == len(run)))):
            return _NEVER
        if (
            part[0].islower()
            and start
            and start not in turns
            and run[start - 1].isupper()
            and not run[:start].isupper()
        ):
            return _NEVER
        level = self._level(part)
        if start and part in _clitics():
            return _NEVER
        if len(part) <= 3 and not part.isupper() and level < (_FREE if start not in turns or len(part) < 3 else 8):
            return _NEVER
        if (
            part.islower()
            and start not in turns
            and end not in turns
            and len(part) <= 3
            and not (start and run[:start][-1:].islower() and any(c.isupper() for c in run[:start]))
        ):
            return _NEVER
        if part in page and len(part) > 2:
            return min(_ON_PAGE, self.total - level)
        if level:
            return self.total - level
        if len(part) >= 4 and part[0].isupper():
            return _unknown(len(part))
        return _NEVER


def _turns(run: str) -> frozenset[int]:
    """Where a capital follows a small letter, a capitalised word an abbreviation, or small letters an abbreviation."""
    out = set()
    for i in range(1, len(run)):
        a, b = run[i - 1], run[i]
        if (a.islower() and b.isupper()) or (i + 1 < len(run) and a.isupper() and b.isupper() and run[i + 1].islower()):
            out.add(i)
    for i in range(2, len(run)):
        if run[i].islower() and run[i - 1].isupper() and run[i - 2].isupper():
            # "AFPterhadap" parts after the abbreviation, "ASPete" before its last letter: both stay open.
            out.add(i)
    return frozenset(out)


@cache
def _clitics() -> frozenset[str]:
    """What hangs on a word without being one ("-nya"), in every pack."""
    return frozenset(c for code in codes() for c in pack(code).words.get("clitics", ()))


def _unknown(size: int) -> float:
    return _WORST[0] + _WORST[1] * size


def _plain(word: str) -> bool:
    return word.islower() or word.isupper() or word[1:].islower()


@cache
def words() -> Words:
    """The shipped list. Source: train/words.py over the project's news set (13 million words)."""
    data = gzip.decompress(folder("saksi.read").joinpath("words.txt.gz").read_bytes()).decode("utf-8")
    first, rest = data.split("\n", 1)
    listed, mixed = rest.split("\n\n")
    counts = dict(line.split("\t") for line in listed.split("\n"))
    return Words(total=int(first), counts=counts, mixed=frozenset(mixed.split()))
