"""Where in a text something stands: spans with their words, evidence, and maps between two texts."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from saksi.errors import BrokenRecord
from saksi.model.frozen import Frozen


class Span(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A stretch of a text with its words. Units: Unicode code points, half-open."""

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not (0 <= self.start <= self.end and self.end - self.start == len(self.text)):
            raise BrokenRecord("a span that is not as long as its text", start=self.start, end=self.end, text=self.text)

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of ``text`` from ``start`` to ``end``."""
        return cls(start=start, end=end, text=text[start:end])

    def holds(self, other: Span) -> bool:
        """Whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


class Evidence(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words of an article that a value rests on."""

    article_id: str
    span: Span


class OffsetMap(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Offsets of an article's text against those of the page it was read from.

    ``runs`` are (here, there, length): ``length`` characters from ``here`` in the article's text are the same as those
    from ``there`` in the page's. Characters in no run were put in (a lost space, a line break) or left out.
    In: runs ascend in both texts. No runs at all: the two texts are the same.
    """

    runs: tuple[tuple[int, int, int], ...] = ()

    def __post_init__(self) -> None:
        for (h1, t1, n1), (h2, t2, _) in pairwise(self.runs):
            if h1 + n1 > h2 or t1 + n1 > t2:
                raise BrokenRecord("runs of an offset map that do not ascend", before=(h1, t1, n1), after=(h2, t2))

    def there(self, start: int, end: int) -> tuple[int, int]:
        """The page's offsets of the article's ``start`` and ``end`` (the narrowest stretch with all that is mapped)."""
        if not self.runs:
            return start, end
        first = self._out(start, up=True)
        last = self._out(end - 1, up=False) + 1 if end > start else first
        return (first, last) if first <= last else (first, first)

    def here(self, start: int, end: int) -> tuple[int, int]:
        """The article's offsets of the page's ``start`` and ``end``."""
        if not self.runs:
            return start, end
        return OffsetMap(runs=tuple((there, here, n) for here, there, n in self.runs)).there(start, end)

    def _out(self, at: int, *, up: bool) -> int:
        i = bisect_right(self.runs, at, key=lambda run: run[0]) - 1
        if i < 0:
            return self.runs[0][1]
        here, there, length = self.runs[i]
        if at < here + length:
            return there + at - here
        if up and i + 1 < len(self.runs):
            return self.runs[i + 1][1]
        return there + length if up else there + length - 1
