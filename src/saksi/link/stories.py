"""Articles of one affair: grouped one by one in the order of their publication, then looked over once more.

Two articles are compared by five sides of them (words, title, lead, names, numbers) and the days between; names and
numbers need no common language.
"""

from __future__ import annotations

import heapq
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
_LEAST_CHANCE = 0.01
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
    published: str | None
    day: int | None
    sides: tuple[dict[str, float], ...]


def stories_among(texts: Sequence[StoryText], known: Mapping[str, str] | None = None) -> list[Story]:
    """The stories of the texts, by their first article's time.

    In: ``known`` gives the story of articles grouped before; they stay together unless stories merge.
    """
    window = Window()
    window.add(texts)
    return window.stories(known or {})


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


class Window:
    """Articles of some days, ready to be compared, and the chances that two are of one affair.

    Words are weighed by how many articles had them when an article came in (running counts).
    """

    def __init__(self) -> None:
        self.some: list[_Sides] = []
        self.near: list[dict[int, float]] = []
        self._live: set[int] = set()
        self._at: dict[str, int] = {}
        self._held: list[Counter[str]] = [Counter() for _ in SIDES]
        self._seen = 1
        self._postings: dict[str, list[int]] = defaultdict(list)

    def __contains__(self, article_id: str) -> bool:
        return article_id in self._at

    def add(self, texts: Sequence[StoryText]) -> None:
        """Takes articles in, in the order of their publication; those it has already are left out."""
        ordered = sorted((x for x in texts if x.id not in self._at), key=lambda x: (x.published or "9999", x.id))
        counted = [sides(x) for x in ordered]
        for counts in counted:
            for held, c in zip(self._held, counts, strict=True):
                held.update(c.keys())
        self._seen += len(ordered)
        for text, counts in zip(ordered, counted, strict=True):
            self._compare(self._weighed(text, counts))

    def drop_before(self, day: int) -> None:
        """Lets go of the articles of earlier days, to be no more than a window in memory."""
        gone = {i for i in self._live if (d := self.some[i].day) is not None and d < day}
        if len(gone) <= len(self._live) // 2:
            return
        kept = sorted(self._live - gone)
        to = {i: n for n, i in enumerate(kept)}
        self.near = [{to[j]: p for j, p in self.near[i].items() if j in to} for i in kept]
        self.some = [self.some[i] for i in kept]
        self._at = {s.id: n for n, s in enumerate(self.some)}
        self._live = set(self._at.values())
        old, self._postings = self._postings, defaultdict(list)
        for w, held in old.items():
            if rest := [to[i] for i in held if i in to]:
                self._postings[w] = rest

    def drop(self, article_ids: Iterable[str]) -> None:
        """Lets go of articles: older versions of changed pages."""
        for article_id in article_ids:
            i = self._at.pop(article_id, None)
            if i is not None:
                self._live.discard(i)
                for j in self.near[i]:
                    self.near[j].pop(i, None)
                self.near[i] = {}

    def stories(self, known: Mapping[str, str]) -> list[Story]:
        """The stories of the articles in the window, by their first article's time. In: as of ``stories_among``."""
        order = sorted(self._live, key=lambda i: (self.some[i].published or "9999", self.some[i].id))
        groups = _one_by_one(order, self, known)
        groups = _merged(groups, self)
        if not known:
            groups = _looked_over(groups, self)
        place = {i: n for n, i in enumerate(order)}
        made = [sorted(g, key=place.__getitem__) for g in groups]
        return [_story(g, self) for g in sorted(made, key=lambda g: place[g[0]])]

    def of(self, i: int, group: Sequence[int]) -> float:
        """The chance that article i is of a group's affair: the nearest member's and the mean of all."""
        near = self.near[i]
        got = [near.get(j, 0.0) for j in group if j != i]
        return _NEAREST * max(got) + (1 - _NEAREST) * sum(got) / len(got) if got else 0.0

    def between(self, a: Sequence[int], b: Sequence[int]) -> float:
        """The mean chance between two groups' articles."""
        return sum(self.near[i].get(j, 0.0) for i in a for j in b) / (len(a) * len(b))

    def _weighed(self, text: StoryText, counts: Sequence[Counter[str]]) -> _Sides:
        made = []
        for held, c in zip(self._held, counts, strict=True):
            weighted = {w: (1 + math.log(x)) * math.log((self._seen) / held[w]) for w, x in c.items()}
            length = math.sqrt(sum(v * v for v in weighted.values())) or 1.0
            made.append({w: v / length for w, v in weighted.items()})
        return _Sides(id=text.id, lang=text.lang, published=text.published, day=_day(text.published), sides=tuple(made))

    def _compare(self, s: _Sides) -> None:
        i = len(self.some)
        self.some.append(s)
        self.near.append({})
        self._live.add(i)
        self._at[s.id] = i
        most = max(12, int(_COMMON * len(self.some)))
        shared: dict[int, float] = defaultdict(float)
        for w, v in (*s.sides[3].items(), *(("=" + w, v) for w, v in s.sides[2].items())):
            held = self._postings[w]
            for j in held[-most:]:
                shared[j] += v
            held.append(i)
        for j in heapq.nsmallest(_CANDIDATES, shared, key=lambda j: (-shared[j], j)):
            if j in self._live and _apart(s, self.some[j]) <= WINDOW_DAYS:
                p = chance(s, self.some[j])
                if p >= _LEAST_CHANCE:
                    self.near[i][j] = p
                    self.near[j][i] = p


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


def _one_by_one(order: Sequence[int], window: Window, known: Mapping[str, str]) -> list[list[int]]:
    groups: list[list[int]] = []
    where: dict[int, int] = {}
    named: dict[str, int] = {}
    for i in order:
        story = known.get(window.some[i].id)
        if story is not None:
            at = named.setdefault(story, len(groups))
            if at == len(groups):
                groups.append([])
            groups[at].append(i)
            where[i] = at
    for i in order:
        if i in where:
            continue
        near = sorted({where[j] for j in window.near[i] if j in where})
        best = max(near, key=lambda g: window.of(i, groups[g]), default=None)
        if best is None or window.of(i, groups[best]) < JOIN:
            best = len(groups)
            groups.append([])
        groups[best].append(i)
        where[i] = best
    return groups


def _merged(groups: list[list[int]], window: Window) -> list[list[int]]:
    """Stories that have grown together, the closest first."""
    live: dict[int, list[int]] = dict(enumerate(groups))
    where = {i: g for g, members in live.items() for i in members}
    while True:
        pairs = {
            (min(where[i], where[j]), max(where[i], where[j]))
            for i in where for j, p in window.near[i].items() if p >= MERGE and where[i] != where[j]
        }  # fmt: skip
        scored = sorted(((window.between(live[a], live[b]), a, b) for a, b in pairs), reverse=True)
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


def _looked_over(groups: list[list[int]], window: Window) -> list[list[int]]:
    """Each article once more: to the story that it fits best now, or alone."""
    live = {g: list(members) for g, members in enumerate(groups)}
    where = {i: g for g, members in live.items() for i in members}
    for i in sorted(where):
        near = sorted({where[j] for j in window.near[i]})
        best = max(near, key=lambda g: window.of(i, live[g]), default=None)
        if best is None or window.of(i, live[best]) < JOIN:
            if len(live[where[i]]) == 1:
                continue
            best = max(live) + 1
            live[best] = []
        if best != where[i]:
            live[where[i]].remove(i)
            live[best].append(i)
            where[i] = best
    return [members for members in live.values() if members]


def _story(group: list[int], window: Window) -> Story:
    members = []
    for i in group:
        own = window.some[i]
        nearest = max((j for j in group if j in window.near[i]), key=lambda j: window.near[i][j], default=None)
        if nearest is None:
            members.append(Member(article_id=own.id, score=1.0, because="alone"))
            continue
        other = window.some[nearest]
        because = f"nearest {other.id}; both have " + ", ".join(_both(own, other))
        members.append(Member(article_id=own.id, score=round(window.of(i, group), 4), because=because))
    return Story(first=window.some[group[0]].id, members=tuple(members))


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
