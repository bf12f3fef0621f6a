"""Articles of one affair: grouped one by one in the order of their publication, then looked over once more.

Two articles are compared by five sides of them (words, title, lead, names, numbers) and the days between; names and
numbers need no common language.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import ClassVar

from saksi.lang.base import codes, pack
from saksi.link.fold import folded
from saksi.model.frozen import Frozen, Named

LEAD = 500
"""Characters of the text that count as its lead, with the title."""
WINDOW_DAYS = 7
"""Articles further apart are not compared: a story goes on through the articles between."""
JOIN = 0.45
"""The chance at which an article joins a story. cross-stories-id, B-cubed F1: .40 .905, .45 .910, .50 .910, .60 .87."""
MERGE = 0.4
"""The mean chance between two stories' articles at which they become one (.25 to .40: .911 to .918)."""
_NEAREST = 0.6
"""How much the nearest member counts against the mean of all (0, .3, .6 and 1 tried)."""
_CANDIDATES = 60
_COMMON = 0.1
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
SIDES = ("body", "title", "lead", "names", "numbers")
WEIGHTS: Mapping[str, float] = {
    "constant": -7.68, "body": 1.45, "title": 2.33, "lead": 4.92, "names": 10.04, "numbers": 0.9, "day": -0.67,
}  # fmt: skip
"""A logistic regression over the square roots of the sides' cosines, fitted on cross-stories-id (labels ours)."""
ACROSS: Mapping[str, float] = {
    "constant": -5.2, "body": 0.0, "title": 0.0, "lead": 0.0, "names": 10.04, "numbers": 2.0, "day": -0.67,
}  # fmt: skip
"""For two languages: not fitted, no pairs were at hand."""


class StoryText(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stories are told by."""

    id: str
    title: str = ""
    text: str
    published: str | None = None
    """ISO date or time; articles without one come last."""
    lang: str = "id"


class Member(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An article of a story, the chance that it is one, and why."""

    article_id: str
    score: float
    because: str


class Story(Named, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Articles of one affair, the first to be published first. Its id is made from that first one."""

    NOUN: ClassVar[str] = "story"
    SAYS: ClassVar[tuple[str, ...]] = ("first",)

    first: str
    members: tuple[Member, ...]


class _Sides(Frozen, frozen=True, kw_only=True):
    """An article's words by side, weighted and of length one."""

    id: str
    lang: str
    day: int | None
    sides: tuple[dict[str, float], ...]


def stories_among(texts: Sequence[StoryText], known: Mapping[str, str] | None = None) -> list[Story]:
    """The stories of the texts, by their first article's time.

    In: ``known`` gives the story of articles grouped before; they stay together unless stories merge.
    """
    ordered = sorted(texts, key=lambda t: (t.published or "9999", t.id))
    chances = _Chances(_sided(ordered))
    groups = _one_by_one(ordered, chances, known or {})
    groups = _merged(groups, chances)
    if not known:
        groups = _looked_over(groups, chances)
    return [_story(sorted(g), ordered, chances) for g in sorted(groups, key=min)]


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


def _sided(texts: Sequence[StoryText]) -> list[_Sides]:
    counted = [sides(t) for t in texts]
    held = [Counter(w for c in counted for w in c[i]) for i in range(len(SIDES))]
    n = len(texts) + 1
    out = []
    for text, counts in zip(texts, counted, strict=True):
        made = []
        for i, c in enumerate(counts):
            weighted = {w: (1 + math.log(x)) * math.log(n / held[i][w]) for w, x in c.items()}
            length = math.sqrt(sum(v * v for v in weighted.values())) or 1.0
            made.append({w: v / length for w, v in weighted.items()})
        out.append(_Sides(id=text.id, lang=text.lang, day=_day(text.published), sides=tuple(made)))
    return out


class _Chances:
    """The chance that two articles are of one affair, for the pairs that share enough rare words."""

    def __init__(self, some: list[_Sides]) -> None:
        self.some = some
        self.near: list[dict[int, float]] = [{} for _ in some]
        postings: dict[str, list[int]] = defaultdict(list)
        most = max(12, int(_COMMON * len(some)))
        for i, s in enumerate(some):
            keys = [*s.sides[3].items(), *(("=" + w, v) for w, v in s.sides[2].items())]
            shared: Counter[int] = Counter()
            for w, v in keys:
                for j in postings[w][-most:]:
                    shared[j] += v  # type: ignore[assignment]
                postings[w].append(i)
            for j, _ in shared.most_common(_CANDIDATES):
                if _apart(s, some[j]) <= WINDOW_DAYS:
                    p = chance(s, some[j])
                    self.near[i][j] = p
                    self.near[j][i] = p

    def of(self, i: int, group: Sequence[int]) -> float:
        """The chance that article i is of a group's affair: the nearest member's and the mean of all."""
        near = self.near[i]
        got = [near.get(j, 0.0) for j in group if j != i]
        return _NEAREST * max(got) + (1 - _NEAREST) * sum(got) / len(got) if got else 0.0

    def between(self, a: Sequence[int], b: Sequence[int]) -> float:
        """The mean chance between two groups' articles."""
        return sum(self.near[i].get(j, 0.0) for i in a for j in b) / (len(a) * len(b))


def chance(a: _Sides, b: _Sides) -> float:
    """The chance that two articles are of one affair."""
    weights = WEIGHTS if a.lang == b.lang else ACROSS
    z = weights["constant"] + weights["day"] * _apart(a, b)
    for name, x, y in zip(SIDES, a.sides, b.sides, strict=True):
        if weights[name]:
            z += weights[name] * math.sqrt(max(0.0, _cosine(x, y)))
    return 1 / (1 + math.exp(-z))


def _cosine(x: Mapping[str, float], y: Mapping[str, float]) -> float:
    if len(x) > len(y):
        x, y = y, x
    return sum(v * y[w] for w, v in x.items() if w in y)


def _apart(a: _Sides, b: _Sides) -> int:
    return abs(a.day - b.day) if a.day is not None and b.day is not None else 0


def _one_by_one(texts: Sequence[StoryText], chances: _Chances, known: Mapping[str, str]) -> list[list[int]]:
    groups: list[list[int]] = []
    where: dict[int, int] = {}
    named: dict[str, int] = {}
    for i, text in enumerate(texts):
        if text.id in known:
            at = named.setdefault(known[text.id], len(groups))
            if at == len(groups):
                groups.append([])
            groups[at].append(i)
            where[i] = at
    for i, text in enumerate(texts):
        if text.id in known:
            continue
        near = sorted({where[j] for j in chances.near[i] if j in where})
        best = max(near, key=lambda g: chances.of(i, groups[g]), default=None)
        if best is None or chances.of(i, groups[best]) < JOIN:
            best = len(groups)
            groups.append([])
        groups[best].append(i)
        where[i] = best
    return groups


def _merged(groups: list[list[int]], chances: _Chances) -> list[list[int]]:
    """Stories that have grown together, the closest first."""
    live: dict[int, list[int]] = dict(enumerate(groups))
    where = {i: g for g, members in live.items() for i in members}
    while True:
        pairs = {
            (min(where[i], where[j]), max(where[i], where[j]))
            for i in where for j, p in chances.near[i].items() if p >= MERGE and where[i] != where[j]
        }  # fmt: skip
        scored = sorted(((chances.between(live[a], live[b]), a, b) for a, b in pairs), reverse=True)
        taken: set[int] = set()
        for score, a, b in scored:
            if score < MERGE:
                break
            if a not in taken and b not in taken:
                taken |= {a, b}
                live[a] = live[a] + live.pop(b)
                where.update(dict.fromkeys(live[a], a))
        if not taken:
            return list(live.values())


def _looked_over(groups: list[list[int]], chances: _Chances) -> list[list[int]]:
    """Each article once more: to the story that it fits best now, or alone."""
    live = {g: list(members) for g, members in enumerate(groups)}
    where = {i: g for g, members in live.items() for i in members}
    for i in sorted(where):
        near = sorted({where[j] for j in chances.near[i]})
        best = max(near, key=lambda g: chances.of(i, live[g]), default=None)
        if best is None or chances.of(i, live[best]) < JOIN:
            if len(live[where[i]]) == 1:
                continue
            best = max(live) + 1
            live[best] = []
        if best != where[i]:
            live[where[i]].remove(i)
            live[best].append(i)
            where[i] = best
    return [members for members in live.values() if members]


def _story(group: list[int], texts: Sequence[StoryText], chances: _Chances) -> Story:
    members = []
    for i in group:
        rest = [j for j in group if j != i]
        if not rest:
            members.append(Member(article_id=texts[i].id, score=1.0, because="alone"))
            continue
        nearest = max(rest, key=lambda j: chances.near[i].get(j, 0.0))
        because = f"nearest {texts[nearest].id}; both have " + ", ".join(_both(chances.some[i], chances.some[nearest]))
        members.append(Member(article_id=texts[i].id, score=round(chances.of(i, group), 4), because=because))
    return Story(first=texts[group[0]].id, members=tuple(members))


def _both(a: _Sides, b: _Sides) -> list[str]:
    """The five names that bring the two closest."""
    x, y = a.sides[3], b.sides[3]
    return sorted((w for w in x if w in y), key=lambda w: (-x[w] * y[w], w))[:5]


def _day(published: str | None) -> int | None:
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None


@lru_cache(maxsize=8)
def _stemmer(lang: str) -> Callable[[str], str]:
    return lru_cache(maxsize=200_000)(pack(lang).stem) if lang in codes() else str


def clusters(stories: Iterable[Story]) -> dict[str, str]:
    """Article -> its story."""
    return {m.article_id: s.id for s in stories for m in s.members}
