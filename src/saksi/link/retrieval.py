"""Claims nearest to a question: ranked by shared words, their stems, their beginnings and the letters within them."""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache

from saksi.lang.base import codes, pack
from saksi.link.fold import folded
from saksi.model.frozen import Frozen

SATURATION = 1.2
LENGTH = 0.6
"""BM25's k1 and b at their usual values (Robertson & Zaragoza 2009), not fitted."""
TITLE = 2.0
"""How many times a word of the title counts (BM25F)."""
GRAM = 5
GRAMS = 0.3
"""Letters in a run within words, and what such a run counts beside a stem: for typing errors and glued words."""
_URL = re.compile(r"\b(?:https?://|www\.|pic\.twitter\.com/)\S*", re.IGNORECASE)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


class Claimed(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A claim to be found: its words and, if there, its headline."""

    id: str
    text: str
    title: str = ""
    lang: str = "id"


class ClaimIndex:
    """Claims by their stems and letter runs. In: all the claims at once. ``ranked`` gives the nearest."""

    def __init__(self, claims: Iterable[Claimed]) -> None:
        self._ids: list[str] = []
        self._postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        lengths = []
        for n, claim in enumerate(claims):
            self._ids.append(claim.id)
            counts = keys(claim.text, claim.lang)
            for k, v in keys(claim.title, claim.lang).items():
                counts[k] += TITLE * v  # type: ignore[assignment]
            lengths.append(sum(v for k, v in counts.items() if not k.startswith("~")))
            for k, v in counts.items():
                self._postings[k].append((n, v))
        mean = sum(lengths) / len(lengths) if lengths else 1.0
        self._norms = [SATURATION * (1 - LENGTH + LENGTH * x / (mean or 1.0)) for x in lengths]

    def ranked(self, text: str, lang: str, most: int = 10) -> list[tuple[str, float]]:
        """The ids of the nearest claims and their scores, best first; no more than share a word."""
        scores: dict[int, float] = defaultdict(float)
        n = len(self._ids)
        for k, asked in keys(text, lang).items():
            postings = self._postings.get(k)
            if not postings:
                continue
            rare = math.log(1 + (n - len(postings) + 0.5) / (len(postings) + 0.5))
            weight = rare * (GRAMS if k.startswith("~") else 1.0) * min(asked, 2)
            for doc, held in postings:
                scores[doc] += weight * held * (SATURATION + 1) / (held + self._norms[doc])
        best = heapq.nsmallest(most, scores.items(), key=lambda item: (-item[1], item[0]))
        return [(self._ids[doc], round(score, 4)) for doc, score in best]


def keys(text: str, lang: str) -> Counter[str]:
    """What a text is found by: stems; pairs of stems ("+"); runs of letters ("~")."""
    stem = _stemmer(lang)
    text = _HUMP.sub(" ", _URL.sub(" ", text))
    out: Counter[str] = Counter()
    before = ""
    for word in _WORD.findall(text):
        low = folded(word).replace("’", "'").removesuffix("'s").replace("'", "")
        if len(low) < 2:
            continue
        made = stem(low)
        out[made] += 1
        if before:
            out["+" + before + " " + made] += 1
        before = made
        if len(low) > GRAM and not low.isdigit():
            for i in range(len(low) - GRAM + 1):
                out["~" + low[i : i + GRAM]] += 1
    return out


@lru_cache(maxsize=8)
def _stemmer(lang: str) -> Callable[[str], str]:
    return lru_cache(maxsize=200_000)(pack(lang).stem) if lang in codes() else str
