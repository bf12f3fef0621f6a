"""Texts as sketches: the hashes of some of their runs of five words, and the pairs of texts that share many."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.uint64]
    Counts = NDArray[np.int64]
    Floats = NDArray[np.float64]

RUN = 5
"""Words in a run: four meet by chance, seven do not outlive edits."""
WINDOW = 2
"""A run is kept when its hash is the least of this many neighbours. On cross-nearcopy-dev 1, 2 and 4 find .995, .99 and
.97 of three reused sentences; 2 halves the memory of 1."""
COMMON = 32
"""A run that more texts hold says nothing of any two of them; those texts are paired as neighbours only."""
FORMULA = 6
"""From this many texts on, a run must join texts that share more than it: else it is a formula or furniture."""
_LEAST_STRONG = 0.15
"""Of the smaller sketch that two texts must share to be strongly joined; a reprint cut to 40 % has .9, chance .02."""
_LEAST_JOINED = 0.25
"""Of the pairs of a formula's texts that must be strongly joined for it to count."""
_WHOLE = 0.5
_WORDS = re.compile(r"\w+")
_MULTIPLIER = 6364136223846793005
_MIX = 0xBF58476D1CE4E5B9
_GOLDEN = 0x9E3779B97F4A7C15
_LOW = 2**64 - 1
_VOCABULARY = 400_000
_DOC_BITS = 24


class Shared(msgspec.Struct, frozen=True):
    """Two texts by their places in the input, the earlier first, and the number of sketched runs that both hold."""

    a: int
    b: int
    runs: int


class _Hashes(dict[str, int]):
    """A word's hash, remembered: the same on every machine."""

    def __missing__(self, word: str) -> int:
        h = zlib.crc32(word.encode("utf-8", "surrogatepass")) * _GOLDEN & _LOW
        h = (h ^ (h >> 29)) * _MIX & _LOW
        if len(self) < _VOCABULARY:
            self[word] = h
        return h


_HASHES = _Hashes()


def sketches(texts: Iterable[str], window: int = WINDOW) -> list[Numbers]:
    """The sketch of each text: sorted 64-bit hashes, each once; empty for fewer than five words.

    Source: winnowing (Schleimer, Wilkerson, Aiken 2003), with a rolling polynomial over the words' hashes.
    """
    import numpy as np

    return [np.unique(_winnowed(_runs(_hashed(t)), window)) for t in texts]


def sketch(text: str, window: int = WINDOW) -> Numbers:
    """The sketch of one text."""
    return sketches((text,), window)[0]


def _hashed(text: str) -> Numbers:
    import numpy as np

    found = _WORDS.findall(text.lower())
    return np.fromiter(map(_HASHES.__getitem__, found), np.uint64, len(found))


def _runs(x: Numbers) -> Numbers:
    import numpy as np

    n = len(x) - RUN + 1
    if n <= 0:
        return x[:0]
    h = x[:n].copy()
    for i in range(1, RUN):
        h *= np.uint64(_MULTIPLIER)
        h += x[i : n + i]
    h ^= h >> np.uint64(31)
    h *= np.uint64(_MIX)
    h ^= h >> np.uint64(29)
    return h


def _winnowed(h: Numbers, window: int) -> Numbers:
    import numpy as np

    if len(h) <= window:
        return h
    least = h[: len(h) - window + 1]
    for i in range(1, window):
        least = np.minimum(least, h[i : len(h) - window + 1 + i])
    return least


def pairs(some: Sequence[Numbers], least: int = 4, parts: int = 1) -> list[Shared]:
    """The pairs of texts that share at least so many sketched runs, in input order.

    In: ``parts`` cuts the hashes by their prefix, one part at a time in memory; the counts add up.
    Out: runs that are formulas or furniture (see FORMULA, COMMON) are not counted.
    """
    import numpy as np

    sizes = np.array([len(s) for s in some], np.int64)
    if not sizes.sum():
        return []
    if len(some) >= 1 << _DOC_BITS:
        raise ValueError("more than 16 million texts: cut them into parts first")
    keys, counts, formulas = _counted([_grouped(part) for part in _parts(some, parts)], sizes)
    strong = keys[_strength((keys, counts), sizes) >= _LEAST_STRONG]
    for rows in formulas:
        gone, times = np.unique(_keys(_that_join_nothing(rows, strong)).ravel(), return_counts=True)
        counts[np.searchsorted(keys, gone)] -= times
    enough = counts >= least
    return [
        Shared(int(k >> np.uint64(_DOC_BITS)), int(k & np.uint64((1 << _DOC_BITS) - 1)), int(c))
        for k, c in zip(keys[enough], counts[enough], strict=True)
    ]


def _parts(some: Sequence[Numbers], parts: int) -> Iterable[Numbers]:
    """Hash and text number in one word each (40 and 24 bits), sorted; one part of the hashes at a time."""
    import numpy as np

    low = np.uint64(_DOC_BITS)
    width = (1 << 64) // parts
    for part in range(parts):
        start = np.uint64(part * width)
        pieces = []
        for i, s in enumerate(some):
            if parts > 1:
                a = np.searchsorted(s, start)
                b = len(s) if part == parts - 1 else np.searchsorted(s, np.uint64((part + 1) * width))
                s = s[a:b]  # noqa: PLW2901
            pieces.append((s >> low << low) | np.uint64(i))
        packed = np.concatenate(pieces)
        packed.sort()
        yield packed


def _grouped(packed: Numbers) -> dict[int, Numbers]:
    """By the number of texts that hold a run: a matrix, one run a line, of the texts that hold it."""
    import numpy as np

    runs = packed >> np.uint64(_DOC_BITS)
    docs = (packed & np.uint64((1 << _DOC_BITS) - 1)).astype(np.uint64)
    starts = np.flatnonzero(np.r_[True, runs[1:] != runs[:-1]])
    lengths = np.diff(np.r_[starts, len(runs)])
    out: dict[int, Numbers] = {}
    for size in np.unique(lengths):
        if size >= 2:
            at = starts[lengths == size]
            out[int(size)] = (
                docs[at[:, None] + np.arange(size)[None, :]] if size <= COMMON else _neighbours(docs, at, int(size))
            )
    return out


def _neighbours(docs: Numbers, at: Numbers, size: int) -> Numbers:
    """Of runs held by very many texts: only each text with the next."""
    import numpy as np

    rows = docs[at[:, None] + np.arange(size)[None, :]]
    return np.stack([rows[:, :-1].ravel(), rows[:, 1:].ravel()], axis=1)


def _keys(rows: Numbers) -> Numbers:
    """The pairs of each line as one word each, line by line."""
    import numpy as np

    i, j = np.triu_indices(rows.shape[1], 1)
    out: Numbers = (rows[:, i] << np.uint64(_DOC_BITS)) | rows[:, j]
    return out


def _counted(groups: list[dict[int, Numbers]], sizes: Counts) -> tuple[Numbers, Counts, list[Numbers]]:
    """Pairs, and the runs that each shares; and the lines that may be formulas.

    Pairs met only through very common runs need half of the smaller text.
    """
    import numpy as np

    none = [np.zeros(0, np.uint64)]
    few = [_keys(rows).ravel() for g in groups for size, rows in g.items() if size <= COMMON]
    many = [_keys(rows).ravel() for g in groups for size, rows in g.items() if size > COMMON]
    formulas = [rows for g in groups for size, rows in g.items() if FORMULA <= size <= COMMON]
    groups.clear()
    keys, counts = np.unique(np.concatenate(few or none), return_counts=True)
    mass, mass_counts = np.unique(np.concatenate(many or none), return_counts=True)
    whole = _strength((mass, mass_counts), sizes) >= _WHOLE
    both = np.concatenate([keys, mass[whole]])
    all_counts = np.concatenate([counts, mass_counts[whole]])
    keys, back = np.unique(both, return_inverse=True)
    return keys, np.bincount(back, weights=all_counts, minlength=len(keys)).astype(np.int64), formulas


def _strength(counted: tuple[Numbers, Counts], sizes: Counts) -> Floats:
    import numpy as np

    keys, counts = counted
    a = (keys >> np.uint64(_DOC_BITS)).astype(np.int64)
    b = (keys & np.uint64((1 << _DOC_BITS) - 1)).astype(np.int64)
    out: Floats = counts / np.maximum(1, np.minimum(sizes[a], sizes[b]))
    return out


def _that_join_nothing(rows: Numbers, strong: Numbers) -> Numbers:
    """The lines whose texts share nothing else: formulas and furniture."""
    import numpy as np

    keys = _keys(rows)
    at = np.minimum(np.searchsorted(strong, keys), max(0, len(strong) - 1))
    joined = (strong[at] == keys) if len(strong) else np.zeros(keys.shape, bool)
    out: Numbers = rows[joined.mean(axis=1) < _LEAST_JOINED]
    return out
