"""How far two spellings of one word are apart, when letters that stand for alike sounds count for less."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from saksi.known.naming import consonantal, letters

ALIKE = 0.35
"""The cost of a letter for one that transliterations use instead of it, of a letter doubled, of a silent "h"."""
_GROUPS = ("vwfb", "iyje", "oua", "kqcgx", "szxc", "dt", "bp", "gj", "ae")
SOUNDS = (("sch", "sh"), ("tch", "ch"), ("tsch", "ch"), ("ck", "k"), ("ph", "f"), ("yo", "e"), ("iy", "y"), ("ij", "y"),
          ("ei", "ey"), ("ou", "u"), ("oe", "u"), ("dj", "j"), ("tj", "c"), ("x", "ks"))  # fmt: skip
"""Two spellings of one sound; the last three of vowels and "dj", "tj" are Indonesian before 1972."""
_SILENT = "hy'"
_VOWELS = "aeiou"
_CLOSE = {(a, b) for g in _GROUPS for a in g for b in g}
_NAMED = ("LETTER", "SYLLABLE", "SIGN", "CHARACTER")


@lru_cache(maxsize=50_000)
def latin(text: str) -> str:
    """The text in Latin letters, folded: by table, the Korean syllables by rule, other scripts by their letters' names.

    Out: letters that have no sound in their name (Chinese characters) stay as they are.
    """
    text = unicodedata.normalize("NFC", text).casefold().translate(letters())
    if text.isascii():
        return text
    out = []
    for c in unicodedata.normalize("NFKC", text):
        if "가" <= c <= "힣":
            out.append(_hangul(ord(c) - 0xAC00))
            continue
        base = unicodedata.normalize("NFKD", c)
        base = "".join(x for x in base if not unicodedata.combining(x))
        out.append(base if base.isascii() else _by_name(base or c))
    return "".join(out).translate(
        {ord("ł"): "l", ord("ı"): "i", ord("ø"): "o", ord("ß"): "ss", ord("đ"): "d", ord("æ"): "ae"}
    )


def written_without_vowels(text: str) -> bool:
    """Whether the text has letters of a script that leaves vowels out."""
    return any(ord(c) in consonantal() for c in text)


def distance(a: str, b: str, vowel: float = 1.0) -> float:
    """The weighted edit distance of two folded words; two neighbours changed about count as one.

    In: ``vowel`` is the cost of a vowel that only one has (less where one was written without vowels).
    Source: Damerau-Levenshtein (optimal string alignment).
    """
    if a == b:
        return 0.0
    before: list[float] = []
    last = _sums(b, vowel)
    for i, x in enumerate(a, 1):
        row = [last[0] + _single(x, a[i - 2] if i > 1 else "", vowel)]
        for j, y in enumerate(b, 1):
            best = min(
                last[j] + _single(x, a[i - 2] if i > 1 else "", vowel),
                row[j - 1] + _single(y, b[j - 2] if j > 1 else "", vowel),
                last[j - 1] + _swap(x, y),
            )
            if i > 1 and j > 1 and x == b[j - 2] and y == a[i - 2]:
                best = min(best, before[j - 2] + (0.7 if x != y else 0.0))
            row.append(best)
        before, last = last, row
    return last[-1]


@lru_cache(maxsize=50_000)
def sounds(word: str) -> str:
    """The word with one spelling for each sound that has two."""
    first, rest = word[:1], word[1:]
    for spelling, sound in SOUNDS:
        rest = rest.replace(spelling, sound)
    return first + rest


def word_distance(a: str, b: str, vowel: float = 1.0) -> float:
    """The weighted edit distance of two words, by their letters or by their sounds, whichever is less."""
    plain = distance(a, b, vowel)
    if plain <= ALIKE or (sounds(a) == a and sounds(b) == b):
        return plain
    return min(plain, 0.2 + distance(sounds(a), sounds(b), vowel))


def _sums(b: str, vowel: float) -> list[float]:
    out = [0.0]
    for j, y in enumerate(b):
        out.append(out[-1] + _single(y, b[j - 1] if j else "", vowel))
    return out


def _single(x: str, before: str, vowel: float) -> float:
    if x == before or x in _SILENT:
        return ALIKE
    return min(vowel, 0.8) if x in _VOWELS else 1.0


def _swap(x: str, y: str) -> float:
    if x == y:
        return 0.0
    if (x, y) in _CLOSE:
        return ALIKE
    if x in _VOWELS and y in _VOWELS:
        return 0.6
    return 1.0


def _hangul(at: int) -> str:
    # Source: Revised Romanization of Korean, syllable by syllable.
    first = ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h")
    middle = ("a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu",
              "eu", "ui", "i")  # fmt: skip
    final = ("", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t",
             "ng", "t", "t", "k", "t", "p", "t")  # fmt: skip
    return first[at // 588] + middle[at % 588 // 28] + final[at % 28]


def _by_name(c: str) -> str:
    if not c.isalpha() and not unicodedata.category(c[:1]).startswith("M"):
        return " " if c else ""
    out = []
    for x in c:
        parts = unicodedata.name(x, "").split()
        at = max((parts.index(n) for n in _NAMED if n in parts), default=-1)
        sound = parts[at + 1 :] if at >= 0 else []
        out.append(
            sound[0].lower()
            if sound and sound[0].isalpha() and len(sound[0]) <= 4
            else ("" if parts and at >= 0 else x)
        )
    return "".join(out)
