"""Quotations in running text: their marks paired, however they are typed, over paragraphs where they run on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container
from typing import NamedTuple

from saksi.attribute.passages import Passage

_MARKS = re.compile(r"[\"“”„«»]|``|''|(?<!\w)\ufffd(?=\w)|(?<=[\w.,!?])\ufffd(?!\w)")
_SINGLE = re.compile(r"(?<!\w)[‘'](?=\S)([^‘'’\n]{8,600}(?:[’'](?=\w)[^‘'’\n]{1,200}){0,8})[’'](?!\w)")
_OPENERS = "([{-–—:/"
_CLOSERS = ",.;:!?)]}…-–—"
_MOST_SENTENCES = 5
"""A quotation whose opening mark is lost is taken back over no more sentences."""
_MOST_PASSAGES = 6
"""A quotation that runs on over more paragraphs than this is taken for a lost mark."""


class Quote(NamedTuple):
    """A quotation: where its marks begin and end, and what stands between them."""

    start: int
    end: int
    inner: tuple[int, int]
    whole: bool
    """Both marks are there."""


def quotes_in(
    text: str, passages: list[Passage], cues: Container[str] = frozenset()
) -> list[tuple[Passage, tuple[Quote, ...]]]:
    """The passages with their quotations in order; passages that one quotation runs over are joined.

    ``cues``: words that report; a quotation whose opening mark is lost goes back to no sentence that has one.
    """
    found: list[tuple[Passage, tuple[Quote, ...]]] = []
    n = 0
    while n < len(passages):
        passage, quotes, open_at = _scanned(text, passages[n], cues)
        taken = 1
        while open_at is not None and taken < _MOST_PASSAGES and n + taken < len(passages):
            following = passages[n + taken]
            if not _runs_over(text, following):
                break
            joined = Passage(stretches=passage.stretches + following.stretches)
            passage, quotes, open_at = _scanned(text, joined, cues)
            taken += 1
        if open_at is not None:
            quotes.append(Quote(open_at, passage.end, (_behind(text, open_at), passage.end), whole=False))
        found.append((passage, tuple(sorted(quotes + _single(text, passage, quotes)))))
        n += taken
    return found


def _scanned(text: str, passage: Passage, cues: Container[str]) -> tuple[Passage, list[Quote], int | None]:
    """The quotations of a passage, and where one is still open at its end."""
    quotes: list[Quote] = []
    open_at: int | None = None
    nested = 0
    done = passage.start
    for number, (start, end) in enumerate(passage.stretches):
        for mark in _MARKS.finditer(text, start, end):
            at, after = mark.start(), mark.end()
            if number and at == start and open_at is not None:
                continue  # a paragraph of a quotation that goes on opens with its mark again
            side = _side_here(text, (start, end), (at, after), is_open=open_at is not None)
            if open_at is None:
                if side == "open":
                    open_at = at
                elif at - done > 1:
                    begin = _unopened(text, done, at, cues if quotes else None)
                    quotes.append(Quote(begin, after, (begin, at), whole=False))
                    done = after
            elif side == "close":
                if nested:
                    nested -= 1
                else:
                    quotes.append(Quote(open_at, after, (_behind(text, open_at), at), whole=True))
                    open_at, done = None, after
            else:
                broken = _last_end(text, open_at, at)
                if broken is not None:
                    quotes.append(Quote(open_at, broken, (_behind(text, open_at), broken), whole=False))
                    open_at, nested = at, 0
                else:
                    nested += 1
    return passage, quotes, open_at


def _behind(text: str, at: int) -> int:
    """Where a quotation's words begin behind its opening mark, of one sign or two."""
    mark = _MARKS.match(text, at)
    return mark.end() if mark else at


def _side_here(text: str, stretch: tuple[int, int], mark: tuple[int, int], *, is_open: bool) -> str:
    """Whether a mark opens or closes, with the spaces that pages lose and add before and behind it put right."""
    start, end = stretch
    at, after = mark
    side = _side(text, start, end, at, after)
    if side == "either":
        return "close" if is_open else "open"
    before = text[start:at].rstrip()[-1:]
    behind = text[after:end].lstrip()[:1]
    if is_open and side == "open" and before and before in ",.?!" and behind.islower():
        return "close"  # ..., "ujarnya
    if not is_open and side == "close" and before and before in ".?!:" and behind.isupper():
        return "open"  # mengatakan." Kami ...
    return side


def _side(text: str, start: int, end: int, at: int, after: int) -> str:
    """Whether a mark opens or closes by what stands beside it; "either" when that does not tell."""
    before = text[at - 1] if at > start else " "
    behind = text[after] if after < end else " "
    opens = (before.isspace() or before in _OPENERS) and not behind.isspace()
    closes = not before.isspace() and (behind.isspace() or behind in _CLOSERS)
    if opens != closes:
        return "open" if opens else "close"
    return "either"


def _unopened(text: str, start: int, at: int, cues: Container[str] | None) -> int:
    """Where a quotation begins whose opening mark was lost: at its sentence.

    Behind an earlier quotation (``cues`` given) it begins where that one's tag ends, or behind the last sentence that
    reports something.
    """
    ends = [start + m.end() for m in re.finditer(r"\w{3}[.!?]\s", text[start : at - 1])]
    begin = len(ends) - 1
    while cues is not None and begin > 0 and len(ends) - begin < _MOST_SENTENCES:
        if any(word in cues for word in text[ends[begin - 1] : ends[begin]].casefold().split()):
            break
        begin -= 1
    start = ends[begin] if ends else start
    piece = text[start:at]
    return start + len(piece) - len(piece.lstrip(" \t\n,."))


def _last_end(text: str, start: int, at: int) -> int | None:
    """The last sentence end before ``at``: where a quotation broke off that was never closed."""
    found = [m.end() for m in re.finditer(r"[.!?,](?=\s)", text[start:at])]
    return start + found[-1] if found else None


def _runs_over(text: str, following: Passage) -> bool:
    """Whether a paragraph goes on with an open quotation: it opens with a mark again, or closes before it opens."""
    start, end = following.start, following.end
    first = _MARKS.search(text, start, end)
    if first is None:
        return False
    return first.start() == start or _side(text, start, end, first.start(), first.end()) == "close"


def _single(text: str, passage: Passage, quotes: list[Quote]) -> list[Quote]:
    """Quotations in single marks, outside of those in double ones. In: those in double ones, in order."""
    if "'" not in text[passage.start : passage.end] and "‘" not in text[passage.start : passage.end]:
        return []
    found: list[Quote] = []
    starts = [q.start for q in quotes]
    for start, end in passage.stretches:
        for m in _SINGLE.finditer(text, start, end):
            at = bisect_left(starts, m.start())
            taken = (at and quotes[at - 1].end > m.start()) or (at < len(quotes) and quotes[at].start < m.end())
            if taken:
                continue
            found.append(Quote(m.start(), m.end(), m.span(1), whole=True))
    return found
