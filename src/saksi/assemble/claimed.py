"""Which claims a stretch of the text is told in."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from saksi.model.claims import Claim


class Claimed:
    """The contents of an article's claims, for asking what lies in them."""

    def __init__(self, claims: tuple[Claim, ...]) -> None:
        self._claims = claims
        self._pieces = sorted((p.start, p.end, n) for n, c in enumerate(claims) for p in c.content.spans)
        self._starts = [start for start, _, _ in self._pieces]
        self._furthest = list(accumulate((end for _, end, _ in self._pieces), max))

    def around(self, start: int, end: int) -> list[Claim]:
        """The claims with a piece of content that holds all from ``start`` to ``end``, in their order."""
        return [self._claims[n] for n in sorted({n for _, n in self._holding(start, end)})]

    def innermost(self, start: int, end: int) -> Claim | None:
        """Of those the one with the narrowest piece, and of equals the one with the longest chain."""
        best = min(
            ((width, -len(self._claims[n].chain), n) for width, n in self._holding(start, end)),
            default=None,
        )
        return self._claims[best[2]] if best else None

    def _holding(self, start: int, end: int) -> list[tuple[int, int]]:
        """Width and claim of each piece that holds a stretch; walks back only while a piece may reach that far."""
        found: list[tuple[int, int]] = []
        i = bisect_right(self._starts, start) - 1
        while i >= 0 and self._furthest[i] >= end:
            a, b, n = self._pieces[i]
            if b >= end:
                found.append((b - a, n))
            i -= 1
        return found
