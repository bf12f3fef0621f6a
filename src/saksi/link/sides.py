"""An article's sides (words, title, lead, names, numbers), weighed, and the chance that two are of one affair."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from saksi.known.word_counts import Side, word_counts
from saksi.lang.base import codes, pack
from saksi.link.fold import folded
from saksi.model.frozen import Frozen

LEAD = 500
"""Characters of the text that count as its lead, with the title."""
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
COUNTED = "id"
"""The language that the shipped counts are of; in others, words are weighed by the articles at hand alone."""
BACKGROUND = 300.0
"""How many articles the shipped counts weigh as: 200 to 800 change B-cubed F1 on cross-stories-id by .005."""
_COUNTED_AS: Mapping[str, Side] = {"body": "body", "title": "lead", "lead": "lead", "names": "names"}
SIDES = ("body", "title", "lead", "names", "numbers")
WEIGHTS: Mapping[str, float] = {
    "constant": -7.68, "body": 1.45, "title": 2.33, "lead": 4.92, "names": 10.04, "numbers": 0.9, "day": -0.67,
}  # fmt: skip
"""A logistic regression over the square roots of the sides' cosines, fitted on cross-stories-id (labels ours)."""
ACROSS: Mapping[str, float] = {
    "constant": -5.2, "body": 0.0, "title": 0.0, "lead": 0.0, "names": 10.04, "numbers": 2.0, "day": -0.67,
}  # fmt: skip
"""For two languages: not fitted, no pairs were at hand."""
LEAST_LEAD = 0.1
"""Articles of one language whose leads are less alike (cosine) are of two affairs, though they name the same places;
on cross-stories-id .0 to .1 change nothing, .14 loses."""


class StoryText(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stories are told by."""

    id: str
    title: str = ""
    text: str
    published: str | None = None
    """ISO date or time; articles without one come last."""
    lang: str = "id"


class Bare(Frozen, frozen=True, kw_only=True):
    """An article without its text."""

    id: str
    lang: str
    published: str | None


def bare(text: StoryText) -> Bare:
    """The article without its text."""
    return Bare(id=text.id, lang=text.lang, published=text.published)


class Weighed(Frozen, frozen=True, kw_only=True):
    """An article's words by side, weighted and of length one."""

    id: str
    lang: str
    published: str | None
    day: int | None
    sides: tuple[dict[str, float], ...]
    counts: tuple[Counter[str], ...]


def sides(text: StoryText) -> tuple[Counter[str], ...]:
    """How often each word stands on each side of an article, in the order of SIDES."""
    stem = _stemmer(text.lang)
    return (
        _stems(text.text, stem),
        _stems(text.title, stem),
        _stems(text.title + "\n" + text.text[:LEAD], stem),
        _names(text.title + "\n" + text.text),
        Counter(w for w in _WORD.findall(text.title + "\n" + text.text) if w[0].isdigit()),
    )


def _stems(text: str, stem: Callable[[str], str]) -> Counter[str]:
    return Counter(stem(w.lower()) for w in _WORD.findall(text) if len(w) > 1 and not w[0].isdigit())


def _names(text: str) -> Counter[str]:
    """Words with a capital, and pairs of them that stand together."""
    out: Counter[str] = Counter()
    before = ""
    for w in _WORD.findall(text):
        if w[0].isupper():
            low = folded(w)
            out[low] += 1
            if before:
                out[before + " " + low] += 1
            before = low
        elif not w[0].isdigit():
            before = ""
    return out


def weighed(text: Bare, counts: tuple[Counter[str], ...], held_by: Sequence[Counter[str]], seen: int) -> Weighed:
    """The article with its words weighed by how many of ``seen`` articles hold them, on each side."""
    made = []
    before, counted = word_counts() if text.lang == COUNTED else (0, {})
    share = BACKGROUND / before if before else 0.0
    for name, held, c in zip(SIDES, held_by, counts, strict=True):
        usual = counted.get(_COUNTED_AS[name], {}) if name in _COUNTED_AS and counted else {}
        n = seen + (BACKGROUND if usual else 0.0)
        weighted = {w: (1 + math.log(x)) * math.log(n / (held[w] + share * usual.get(w, 0))) for w, x in c.items()}
        length = math.sqrt(sum(v * v for v in weighted.values())) or 1.0
        made.append({w: v / length for w, v in weighted.items()})
    return Weighed(
        id=text.id,
        lang=text.lang,
        published=text.published,
        day=day_of(text.published),
        sides=tuple(made),
        counts=counts,
    )


def chance(a: Weighed, b: Weighed) -> float:
    """The chance that two articles are of one affair."""
    weights = WEIGHTS if a.lang == b.lang else ACROSS
    if a.lang == b.lang and cosine(a.sides[2], b.sides[2]) < LEAST_LEAD:
        return 0.0
    z = weights["constant"] + weights["day"] * days_apart(a, b)
    for name, x, y in zip(SIDES, a.sides, b.sides, strict=True):
        if weights[name]:
            z += weights[name] * math.sqrt(max(0.0, cosine(x, y)))
    return 1 / (1 + math.exp(-z))


def cosine(x: Mapping[str, float], y: Mapping[str, float]) -> float:
    """Of two sides of length one."""
    if len(x) > len(y):
        x, y = y, x
    return sum(v * y[w] for w, v in x.items() if w in y)


def days_apart(a: Weighed, b: Weighed) -> int:
    """The days between two articles; 0 where one has no date."""
    return abs(a.day - b.day) if a.day is not None and b.day is not None else 0


def day_of(published: str | None) -> int | None:
    """The number of a day, or None."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None


@lru_cache(maxsize=8)
def _stemmer(lang: str) -> Callable[[str], str]:
    return lru_cache(maxsize=200_000)(pack(lang).stem) if lang in codes() else str
