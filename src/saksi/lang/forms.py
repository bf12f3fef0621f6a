"""Rows of a pack found in a text by their words, the longest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Generic, NamedTuple, TypeVar

from saksi.lang.base import Row, pack

R = TypeVar("R", bound=Row)
_WORD = re.compile(r"\w+(?:[-'’.&]\w+)*|[^\w\s]")


class Token(NamedTuple):
    """A word or a mark, and where it stands."""

    start: int
    end: int
    text: str
    fold: str


@lru_cache(maxsize=512)
def tokens_in(text: str, start: int, end: int) -> list[Token]:
    """The words and marks of ``text[start:end]``, in order; not to be changed, as the rooms share it."""
    return [Token(m.start(), m.end(), m[0], m[0].casefold()) for m in _WORD.finditer(text, start, end)]


class Forms(Generic[R]):
    """Rows by the words of their forms.

    A form with a capital inside a word ("CEO", "MenLH") is matched as it is written, the others without regard to case.
    """

    def __init__(self, rows: Iterable[R]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], bool, R]]] = {}
        for row in rows:
            words = tuple(_WORD.findall(row.form))
            exact = any(w[1:] != w[1:].lower() for w in words)
            key = words if exact else tuple(w.casefold() for w in words)
            self._by_first.setdefault(words[0].casefold(), []).append((key, exact, row))
        for options in self._by_first.values():
            options.sort(key=lambda option: -len(option[0]))

    def at(self, tokens: Sequence[Token], i: int) -> tuple[R, int] | None:
        """The row of the longest form at token ``i``, and the token after it."""
        for key, exact, row in self._by_first.get(tokens[i].fold, ()):
            stop = i + len(key)
            if stop <= len(tokens) and all(
                (t.text if exact else t.fold) == k for t, k in zip(tokens[i:stop], key, strict=True)
            ):
                return row, stop
        return None


@cache
def class_of(code: str, name: str) -> frozenset[str]:
    """One of a pack's small classes of words, in lower case."""
    return frozenset(w.casefold() for w in pack(code).words.get(name, ()))


@cache
def phrases_of(code: str, name: str) -> frozenset[tuple[str, ...]]:
    """One of a pack's small classes, each form as its words, in lower case."""
    return frozenset(tuple(w.casefold() for w in _WORD.findall(form)) for form in pack(code).words.get(name, ()))
