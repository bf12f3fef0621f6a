"""The words and marks of a sentence, and how they hang together."""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:['’ʻ`](?!s\b)[^\W\d_]+)*|\d+|[^\w\s]|_")
"""Initials with their stops; words, with apostrophes inside but without a possessive; numbers; single marks."""


class Token(NamedTuple):
    """A word, a number or a mark. Units: code points of the article's text."""

    start: int
    end: int
    text: str
    upper: bool
    """Whether it is a word with a capital first."""


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The tokens of ``text[start:end]``, in order."""
    return [_made((m.start(), m.end(), (w := m[0]), w[0].isupper())) for m in _TOKEN.finditer(text, start, end)]


_made = Token._make


def linked(tokens: list[Token], i: int) -> bool:
    """Whether the token and the next are one space apart, or joined by a hyphen."""
    return 0 <= i < len(tokens) - 1 and tokens[i + 1].start - tokens[i].end <= 1


def phrases_before(tokens: list[Token], i: int) -> tuple[str, ...]:
    """The phrases of one to three words that end right before the token, shortest first."""
    found: list[str] = []
    said = ""
    for j in range(i - 1, max(-1, i - 4), -1):
        if not linked(tokens, j) or not tokens[j].text[0].isalpha():
            if tokens[j].text == "." and j and tokens[j - 1].end == tokens[j].start and tokens[j].end < tokens[i].start:
                said = "."
                continue
            break
        glue = "" if said in ("", ".") else " "
        said = tokens[j].text + glue + said
        found.append(said)
    return tuple(found)


def phrases_after(tokens: list[Token], i: int) -> tuple[str, ...]:
    """The phrases of one to three words that begin right after the token, longest first."""
    found: list[str] = []
    said = ""
    for j in range(i + 1, min(len(tokens), i + 4)):
        if not linked(tokens, j - 1) or not tokens[j].text[0].isalpha():
            break
        said = f"{said} {tokens[j].text}".strip()
        found.append(said)
    return tuple(reversed(found))
