"""Where a name begins and ends: titles, ranks, degrees, brackets and common words cut off, pieces put back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from saksi.lang.base import pack
from saksi.mark.name_lexicon import Lexicon
from saksi.mark.name_tokens import TOKEN

PERSON, ORGANIZATION, PLACE = "PER", "ORG", "LOC"
OFTEN = 5
"""Tenths of a word's use that are names of people, from which a title word ("Sri", "Gus") is a part of the name."""
PARTICLES = frozenset({
    "al", "el", "bin", "binti", "ibn", "de", "da", "dos", "del", "van", "von", "der", "den", "di", "la", "le", "ben",
})  # fmt: skip
"""Words of names in lower case."""
_INSIDE_BRACKETS = frozenset({"Persero", "Tbk", "Perseroda", "Pvt", "Ltd", "M"})
_MARKS_AT_END = frozenset({")", "+", "!"})


class Found(NamedTuple):
    """A name found: its first token, the token after its last, its type, how sure, and the rule that gave it."""

    start: int
    end: int
    kind: str
    chance: float = 1.0
    rule: str = "tagger"


def edged(words: list[str], found: list[Found], code: str, lexicon: Lexicon) -> list[Found]:
    """The names with their edges set right; those with nothing left are left out."""
    out: list[Found] = []
    for name in found:
        for part in _unbracketed(words, name):
            cut = _trimmed(words, part)
            if cut is not None and cut.kind == PERSON:
                cut = _untitled(words, cut, code, lexicon)
            if cut is not None:
                out.append(cut)
    return out


def _unbracketed(words: list[str], name: Found) -> Iterator[Found]:
    """A short form in brackets at the end is a name by itself ("Partai X (PX)"), "(Persero)" is a part of one."""
    a, b = name.start, name.end
    if "(" not in words[a:b]:
        if b + 2 < len(words) and words[b] == "(" and words[b + 1] in _INSIDE_BRACKETS and words[b + 2] == ")":
            b += 3
            if b < len(words) and words[b] == "Tbk":
                b += 1
        yield name._replace(end=b)
        return
    opening = words.index("(", a, b)
    closing = next((i for i in range(opening, min(len(words), opening + 8)) if words[i] == ")"), -1)
    inside = words[opening + 1 : closing] if closing > 0 else words[opening + 1 : b]
    if inside and all(w in _INSIDE_BRACKETS for w in inside):
        end = max(b, closing + 1)
        if end < len(words) and words[end] == "Tbk":
            end += 1
        yield name._replace(end=end)
        return
    if 0 < closing < b - 1:
        yield name
        return
    if opening > a:
        yield name._replace(end=opening)
    end = closing if 0 < closing < b else b
    if end > opening + 1:
        yield name._replace(start=opening + 1, end=end)


def _trimmed(words: list[str], name: Found) -> Found | None:
    a, b = name.start, name.end
    while a < b and not words[a][0].isalnum():
        a += 1
    while a < b and not words[b - 1][-1].isalnum() and not _ends_name(words, a, b):
        b -= 1
    first = a
    while a < b - 1 and words[a].islower() and words[a] not in PARTICLES:
        a += 1
    while a < b and not words[a][0].isalnum():
        a += 1
    if a == b or all(w.islower() or not w[0].isalnum() for w in words[a:b]):
        a = first
    while b > a + 1 and words[b - 1].islower() and name.kind != ORGANIZATION:
        b -= 1
    return name._replace(start=a, end=b) if a < b else None


def _ends_name(words: list[str], a: int, b: int) -> bool:
    last = words[b - 1]
    if last == ")":
        return "(" in words[a:b]
    return last in _MARKS_AT_END or (last == "." and len(words[b - 2]) <= 3 and b - a > 1 and words[b - 2][0].isupper())


def _untitled(words: list[str], name: Found, code: str, lexicon: Lexicon) -> Found | None:
    a, b = name.start, name.end
    forms = _title_forms(code)
    while a < b - 1:
        size = forms.at_start(words, a, b, lambda w: lexicon.habit_of(w, "P") >= OFTEN and w not in lexicon.bare_titles)
        if not size or a + size >= b:
            break
        a += size
        while a < b - 1 and words[a] in (".", ","):
            a += 1
    end = b
    while b - a > 1:
        size = forms.degree_at_end(words, a, b)
        if not size:
            break
        b -= size
        while b - a > 1 and words[b - 1] in (".", ","):
            b -= 1
    return name._replace(start=a, end=min(end, b))


class _TitleForms:
    def __init__(self, code: str) -> None:
        self._first: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
        self._degrees: set[tuple[str, ...]] = set()
        for row in pack(code).titles:
            parts = tuple(TOKEN.findall(row.form))
            soft = row.kind in ("honorific", "person", "role", "office") and len(parts) == 1
            self._first.setdefault(parts[0], []).append((parts, soft))
            if row.kind == "degree":
                self._degrees.add(tuple(p for p in parts if p != "."))
        for options in self._first.values():
            options.sort(key=lambda o: -len(o[0]))

    def at_start(self, words: list[str], a: int, b: int, is_name: Callable[[str], bool]) -> int:
        for parts, soft in self._first.get(words[a], ()):
            if words[a : min(b, a + len(parts))] == list(parts) and not (soft and is_name(words[a])):
                return len(parts)
        return 0

    def degree_at_end(self, words: list[str], a: int, b: int) -> int:
        for size in range(min(6, b - a - 1), 0, -1):
            if tuple(w for w in words[b - size : b] if w not in (".", ",")) in self._degrees:
                return size
        return 0


@cache
def _title_forms(code: str) -> _TitleForms:
    return _TitleForms(code)
