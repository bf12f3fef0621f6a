"""The lines of a page -> the numbers that the line model reads, one row a line."""

from __future__ import annotations

from collections import Counter
from math import log1p
from typing import TYPE_CHECKING

from saksi.lang.base import FurnitureRow
from saksi.read.shapes import Shape

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_GROUPS: tuple[frozenset[str], ...] = (
    frozenset({"related", "popular", "picks", "latest"}),
    frozenset({"readalso"}),
    frozenset({"advert"}),
    frozenset({"tags", "share"}),
    frozenset({"byline", "note", "dateline"}),
    frozenset({"caption"}),
    frozenset({"other", "headline"}),
)
"""Roles that a phrase may give, joined where the model need not tell them apart."""
NEAR = 3
"""Lines above and below that a line is read with."""
_WINDOWS = (2, 5, 12)
_COMMON = 30
_FAR = 60.0

OWN = 27 + len(_GROUPS)
"""Numbers that say what the line itself is; they are repeated for each line near by."""
AROUND = 25
"""Numbers that say where on the page it stands."""
WIDTH = OWN * (2 * NEAR + 1) + AROUND


def rows_of(shapes: list[Shape], hits: list[FurnitureRow | None]) -> NDArray[np.float32]:
    """One row of ``WIDTH`` numbers for each line, in order."""
    import numpy as np

    n = len(shapes)
    seeming = np.array([seems_body(s) for s in shapes], dtype=np.float32)
    common = common_words(shapes)
    told = Counter(s.key for s in shapes)
    own = np.array(
        [_own(s, h, common, told, v) for s, h, v in zip(shapes, hits, seeming, strict=True)], dtype=np.float32
    ).reshape(n, OWN)
    padded = np.zeros((n + 2 * NEAR, OWN), dtype=np.float32)
    padded[NEAR : NEAR + n] = own
    near = np.concatenate([padded[k : k + n] for k in range(2 * NEAR + 1)], axis=1)
    return np.concatenate([near, _around(shapes, hits, seeming)], axis=1)


def common_words(shapes: list[Shape]) -> frozenset[str]:
    """The page's own commonest words in small letters: the little words of its language, whatever it is."""
    counts: Counter[str] = Counter()
    for shape in shapes:
        counts.update(shape.little)
    return frozenset(word for word, times in counts.most_common(_COMMON) if times > 2)


def seems_body(s: Shape) -> float:
    """How much a line looks like a paragraph by its own shape, 0 to 1: a first guess that the model corrects."""
    if s.bare:
        return 0.0
    length = min(1.0, s.words / 25)
    return (
        0.55 * length + (0.35 if s.ends and s.words > 3 else 0.0) - (0.15 if s.bullet else 0.0) + 0.1 * min(s.inner, 1)
    )


def _own(s: Shape, hit: FurnitureRow | None, common: frozenset[str], told: Counter[str], seeming: float) -> list[float]:
    role = hit.role if hit else ""
    listed = hit is not None and hit.heads == "list"
    return [
        1.0,  # not padding
        log1p(s.chars) / 6,
        log1p(s.words) / 4,
        float(s.ends),
        min(s.inner, 5) / 5,
        float(s.bullet),
        float(s.bare),
        s.capital,
        s.upper,
        s.digits,
        min(s.commas, 5) / 5,
        float(s.quotes),
        float(s.url),
        float(s.dated),
        float(s.low),
        float(s.cased),
        float(s.colon),
        float(s.first == "digit"),
        float(s.first == "quote"),
        float(s.first == "mark"),
        min(s.letters, 12) / 12,
        sum(w in common for w in s.little) / s.words if s.words else 0.0,
        float(told[s.key] > 1),
        float(seeming),
        float(listed),
        float(s.bar),
        float(s.dot),
        *(float(role in group) for group in _GROUPS),
    ]


def _around(shapes: list[Shape], hits: list[FurnitureRow | None], seeming: NDArray[np.float32]) -> NDArray[np.float32]:
    import numpy as np

    n = len(shapes)
    at = np.arange(n, dtype=np.float32)
    sums = np.concatenate([[0.0], np.cumsum(seeming, dtype=np.float64)])
    windows = []
    for w in _WINDOWS:
        low, high = np.maximum(at - w, 0).astype(int), np.minimum(at + w + 1, n).astype(int)
        middle = at.astype(int)
        windows += [
            (sums[middle] - sums[low]) / w,
            (sums[high] - sums[np.minimum(middle + 1, n)]) / w,
        ]
    best = _best_run(seeming)
    inside = ((at >= best[0]) & (at < best[1])).astype(np.float32)
    strong = seeming > 0.6
    heading = np.array([h is not None and h.heads == "list" for h in hits], dtype=bool)
    chars = np.array([s.chars for s in shapes], dtype=np.float32)
    usual = float(np.median(chars[strong])) if strong.any() else 200.0
    columns = [
        at / max(n, 1),
        np.log1p(at) / 5,
        np.log1p(n - 1 - at) / 5,
        np.full(n, log1p(n) / 6),
        *windows,
        _since(strong),
        _since(strong[::-1])[::-1],
        _since(heading),
        inside,
        np.clip((at - best[0]) / _FAR, -1, 1),
        np.clip((at - best[1]) / _FAR, -1, 1),
        np.clip(chars / usual, 0, 2) / 2,
        sums[:-1] / (sums[-1] + 1),
        np.full(n, float(strong.mean()) if n else 0.0),
        np.full(n, min(1.0, float(strong.sum()) / 30)),
        np.full(n, min(1.0, 3 * sum(h is not None for h in hits) / max(n, 1))),
        np.full(n, min(1.0, sum(h is not None for h in hits) / 20)),
        np.full(n, float(np.mean([s.bare for s in shapes])) if n else 0.0),
        np.full(n, float(seeming[-1]) if n else 0.0),
        np.full(n, float(np.mean([s.bullet for s in shapes])) if n else 0.0),
    ]
    return np.stack(columns, axis=1).astype(np.float32)


def _since(flags: NDArray[np.bool_]) -> NDArray[np.float32]:
    """How long ago the last flagged line was, 0 (here) to 1 (far or never)."""
    import numpy as np

    at = np.arange(len(flags))
    last = np.maximum.accumulate(np.where(flags, at, -10_000)) if len(flags) else at
    return (np.log1p(np.minimum(at - last, _FAR)) / log1p(_FAR)).astype(np.float32)


def _best_run(seeming: NDArray[np.float32]) -> tuple[int, int]:
    """The run of lines that looks most like an article: the greatest sum of looks less a fixed price a line.

    Source: Kadane's maximum subarray.
    """
    price = 0.35
    best, run, start, found = 0.0, 0.0, 0, (0, 0)
    for i, value in enumerate(seeming):
        run += float(value) - price
        if run <= 0:
            run, start = 0.0, i + 1
        elif run > best:
            best, found = run, (start, i + 1)
    return found
