"""Whether two titles name the same office ("Menkes", "Menteri Kesehatan"), and two names the same person."""

from __future__ import annotations

import re
from functools import cache

from saksi.lang.base import Pack, pack
from saksi.lang.forms import class_of

_WORD = re.compile(r"\w+(?:[-'’.&]\w+)*")


@cache
def _means(code: str) -> dict[str, str]:
    return {row.form.casefold(): row.means for row in pack(code).titles if row.means}


def words_of(title: str, lang: Pack) -> tuple[str, ...]:
    """The words that tell an office, in order: abbreviations in their long form, links left out."""
    long = _means(lang.code)
    left_out = class_of(lang.code, "title_links") | class_of(lang.code, "title_not_first")
    told: list[str] = []
    for word in _WORD.findall(re.sub(r"\([^)]{1,40}\)", " ", title)):
        told.extend(long.get(word.casefold(), word).casefold().removesuffix("'s").removesuffix("’s").split())
    return tuple(bare for w in told if (bare := w.strip(",")) not in left_out)


def same_office(one: tuple[str, ...], other: tuple[str, ...], lang: Pack) -> bool:
    """Whether the words of one title are all among the other's, and both are of the same rank of deputy."""
    deputies = class_of(lang.code, "deputies")
    if set(one) & deputies != set(other) & deputies:
        return False
    small, large = sorted((one, other), key=len)
    return bool(small) and all(word in large or _initials(word, large) for word in small)


def same_person(one: str, other: str) -> bool:
    """Whether a name is the other's, or a part of it."""
    a, b = set(one.casefold().split()), set(other.casefold().split())
    return a <= b or b <= a


def _initials(word: str, words: tuple[str, ...]) -> bool:
    """Whether a word is made of the first letters of words in a row ("as": "amerika serikat")."""
    n = len(word)
    return n > 1 and any("".join(w[0] for w in words[i : i + n]) == word for i in range(len(words) - n + 1))
