"""Abbreviations that the text defines: "Badan Nasional Penanggulangan Bencana (BNPB)", and what they stand for."""

from __future__ import annotations

from typing import NamedTuple

LONGEST_SHORT = 4
"""Words in the brackets ("Ditjen EBTKE", "PDI P")."""
LONGEST_LONG = 16
"""Words before the brackets that are looked at."""
LEAST_LETTERS = 2


class Definition(NamedTuple):
    """A long form and its short form, as stretches of tokens."""

    long_start: int
    long_end: int
    short_start: int
    short_end: int


def definitions_in(words: list[str]) -> list[Definition]:
    """The definitions, in order.

    The short form's letters stand in the long form in the same order, the first of them at the start of a word that
    begins with a capital. Source: Schwartz and Hearst 2003, "A simple algorithm for identifying abbreviation
    definitions in biomedical text".
    """
    found: list[Definition] = []
    at = -1
    while True:
        try:
            at = words.index("(", at + 1)
        except ValueError:
            return found
        closing = next((i for i in range(at + 2, min(len(words), at + 2 + LONGEST_SHORT)) if words[i] == ")"), -1)
        if closing < 0 or at == 0:
            continue
        short = words[at + 1 : closing]
        letters = "".join(w for w in short if w[0].isalnum())
        if len(letters) < LEAST_LETTERS or not any(c.isupper() for c in letters) or letters.isdigit():
            continue
        start = _long_start(words, at, letters.lower())
        if start is not None:
            found.append(Definition(start, at, at + 1, closing))


def bracketed_after(words: list[str], start: int, end: int) -> Definition | None:
    """The short form in brackets right after a name, whatever its letters ("Direktorat Intelijen Utama (HUR)")."""
    if end + 2 >= len(words) or words[end] != "(":
        return None
    closing = next((i for i in range(end + 2, min(len(words), end + 1 + LONGEST_SHORT)) if words[i] == ")"), -1)
    if closing < 0:
        return None
    inside = words[end + 1 : closing]
    if sum(c.isupper() for w in inside for c in w) < LEAST_LETTERS or any(w.isdigit() for w in inside):
        return None
    return Definition(start, end, end + 1, closing)


def _long_start(words: list[str], end: int, letters: str) -> int | None:
    """The first word of the long form that ends before ``end``."""
    left = len(letters) - 1
    first = max(0, end - LONGEST_LONG)
    for i in range(end - 1, first - 1, -1):
        word = words[i].lower()
        if word in (".", "(", ")", '"', "“", ";", ":"):
            return None
        at = len(word) - 1
        while at >= 0 and left >= 0:
            if word[at] == letters[left] and (left or (at == 0 and words[i][0].isupper())):
                left -= 1
            at -= 1
        if left < 0:
            return i
    return None
