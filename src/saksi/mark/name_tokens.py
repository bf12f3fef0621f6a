"""The words and marks of a text, as the name tagger counts them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import msgspec

TOKEN = re.compile(r"[^\W_]+(?:['’ʼ](?!s\b)[^\W_]+)*|[^\w\s]|_")
"""Words with their inner apostrophes (\"Ma'ruf\") but without the English 's; marks one by one."""
_CLOSES = ".!?…:;\"”’»')]"
_JOINTS = frozenset("./-–@&:#'’")
_CAPS_LEAST = 3
"""A line in capitals has at least so many words in capitals of four letters or more, and none in lower case."""


class Tokens(msgspec.Struct, frozen=True, kw_only=True):
    """Tokens in text order, and where each stretch that is tagged as one begins."""

    words: list[str]
    """As they are looked up: words of a line in capitals in title case, marks between letters as "_.", "_-"."""
    starts: list[int]
    ends: list[int]
    firsts: list[int]
    """Index of the first token of each stretch."""


def tokens_of(
    text: str, sentences: Iterable[tuple[int, int]], is_common: Callable[[str], bool] = str.islower
) -> Tokens:
    """The tokens of the sentences; ``is_common`` tells the words that a line in capitals has in lower case.

    A sentence without an end mark and the next one are one stretch: pages break lines inside sentences, at links.
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    firsts: list[int] = []
    open_before = False
    for start, end in sentences:
        first = len(words)
        for match in TOKEN.finditer(text, start, end):
            words.append(match[0])
            starts.append(match.start())
            ends.append(match.end())
        if len(words) == first:
            continue
        _join(words, starts, ends, first)
        if not open_before:
            firsts.append(first)
        open_before = words[-1] not in _CLOSES
        if text[start:end].isupper():
            _lower_capitals(words, first, is_common)
    return Tokens(words=words, starts=starts, ends=ends, firsts=firsts)


def _join(words: list[str], starts: list[int], ends: list[int], first: int) -> None:
    """Marks without a space on either side ("KOMPAS.com", "pro-Palestina") are told from those at a word's end."""
    for i in range(first + 1, len(words) - 1):
        if words[i] in _JOINTS and starts[i] == ends[i - 1] and ends[i] == starts[i + 1]:
            words[i] = "_" + words[i]


def _lower_capitals(words: list[str], first: int, is_common: Callable[[str], bool]) -> None:
    if sum(len(w) > _CAPS_LEAST for w in words[first:]) >= _CAPS_LEAST:
        for i in range(first, len(words)):
            if is_common(words[i]):
                words[i] = words[i].lower()
            elif len(words[i]) > _CAPS_LEAST:
                words[i] = words[i].capitalize()
