"""What the names found in a sentence add to its places: names that only they know, and where buildings' names end."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from saksi.known.places import folded
from saksi.mark.place_evidence import LARGE
from saksi.mark.place_found import BUILT, Found
from saksi.mark.place_tokens import Token
from saksi.mark.place_words import PlaceWords
from saksi.model.marks import Mention

LONGEST_NAME = 120
"""Characters: how far before a stretch a name that reaches into it may begin."""


class NamesNear:
    """The names of an article, those that meet a stretch quickly found. In: in text order."""

    def __init__(self, names: tuple[Mention, ...]) -> None:
        self._names = sorted((m for m in names if m.kind != "position"), key=lambda m: m.span.start)
        self._starts = [m.span.start for m in self._names]

    def meeting(self, start: int, end: int) -> list[Mention]:
        """The names that share a character with the stretch."""
        some = self._names[bisect_left(self._starts, start - LONGEST_NAME) : bisect_left(self._starts, end)]
        return [m for m in some if m.span.end > start]

    def within(self, start: int, end: int) -> list[Mention]:
        """The names that begin in the stretch."""
        return self._names[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def with_names(tokens: list[Token], found: list[Found], names: NamesNear, words: PlaceWords) -> list[Found]:
    """The stretches of a sentence, with those that only the names tell of; a small place's name may get wider."""
    if not tokens:
        return found
    given = names.within(tokens[0].start, tokens[-1].end)
    if not given:
        return found
    out: list[Found | None] = [_without_person(f, tokens, names) for f in found]
    firsts = [tokens[f.first].start for f in found]
    starts = [t.start for t in tokens]
    more: list[Found] = []
    for m in given:
        if m.kind != "place":
            continue
        first, last = bisect_left(starts, m.span.start), bisect_left(starts, m.span.end) - 1
        if first > last or not tokens[first].upper or _says_nothing(m.span.text, words, one=first == last):
            continue
        low = max(0, bisect_right(firsts, m.span.start) - 1)
        met = [n for n in range(low, bisect_left(firsts, m.span.end)) if tokens[found[n].last].end > m.span.start]
        if not met or (len(met) == 1 and _widens(found[met[0]], m, tokens)):
            more.append(Found(first, last, first, "name:" + folded(m.span.text), (), None, ""))
            for n in met:
                out[n] = None
    return sorted([f for f in out if f is not None] + more, key=lambda f: f.first)


def _says_nothing(name: str, words: PlaceWords, *, one: bool) -> bool:
    return one and (name.isupper() or name in words.kind_starts or name in words.never)


def _widens(found: Found, m: Mention, tokens: list[Token]) -> bool:
    """Whether the name is wider than a small place's within it ("Pondok Indah")."""
    start, end = tokens[found.first].start, tokens[found.last].end
    wider = m.span.start <= start and end <= m.span.end and (start, end) != (m.span.start, m.span.end)
    return wider and not found.word and max(p.population for p in found.places) < LARGE


def _without_person(found: Found, tokens: list[Token], names: NamesNear) -> Found:
    """A building or street without the person whose name stands right behind its own."""
    if found.kind not in BUILT:
        return found
    for m in names.within(tokens[found.core].start + 1, tokens[found.last].end):
        if m.kind == "person" and m.span.end >= tokens[found.last].end:
            last = (
                next((n for n in range(found.core, found.last + 1) if tokens[n].end > m.span.start), found.last + 1) - 1
            )
            return found._replace(last=last) if last >= found.core and last > found.first else found
    return found
