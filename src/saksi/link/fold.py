"""Names and words as keys: lower case, without accents and marks, in Latin letters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['’`ʼ][^\W_]+)*")
# Letters that Unicode does not take apart into a base and a mark.
_LETTERS = str.maketrans({
    "ı": "i", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ŋ": "n", "ə": "a",
})  # fmt: skip
_APOSTROPHES = str.maketrans("", "", "'’`ʼʻ‘´")


@lru_cache(maxsize=100_000)
def folded(text: str) -> str:
    """The text in lower case, without accents."""
    text = text.casefold().translate(_LETTERS)
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text, in order; an apostrophe within a word is left out ("Qur'an" is "quran")."""
    return tuple(w.translate(_APOSTROPHES) for w in _WORD.findall(folded(text)))


def key(text: str) -> str:
    """The folded words with one space between."""
    return " ".join(words(text))


def initials(text: str) -> str:
    """The first letters of the words that begin with a capital, folded: "Badan Gizi Nasional" is "bgn"."""
    return "".join(folded(w)[:1] for w in _WORD.findall(text) if w[:1].isupper())
