"""Articles of one affair: those of the last days grouped anew each time that articles come in, the older ones settled.

Two articles are compared by five sides of them (words, title, lead, names, numbers) and the days between; names and
numbers need no common language.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar

from saksi.link.sides import SIDES, Bare, StoryText, Weighed, bare, chance, days_apart, sides, weighed
from saksi.model.frozen import Frozen, Named

WINDOW_DAYS = 7
"""Articles further apart are not compared: a story goes on through the articles between."""
LOOK_BACK_DAYS = 3
"""Articles of so many days are grouped anew at each step; older ones stay in their stories."""
JOIN = 0.3
"""The mean chance between the articles of two groups at which they become one story.
cross-stories-id, B-cubed F1 (five-fold, weights refitted, .25 to .4): .90 to .912."""
_NEAREST = 0.6
"""How much the nearest member counts against the mean of all (0, .3, .6 and 1 tried)."""
_CANDIDATES = 60
_COMMON = 0.1
_LEAST_CHANCE = 0.01
GROWTH = 1.2
"""When the articles seen have grown by so much, all are weighed again: at 1.3, stories in steps of 20 lose .005."""


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


def stories_among(texts: Sequence[StoryText], known: Mapping[str, str] | None = None) -> list[Story]:
    """The stories of the texts, by their first article's time.

    In: ``known`` gives the story of articles grouped before; they start together, and move when they fit another
    story better now that more is told.
    """
    window = Window()
    window.add(texts)
    return window.stories(known or {})


class Window:
    """Articles of some days, ready to be compared, and the chances that two are of one affair.

    Words are weighed by how many articles had them when an article came in (running counts).
    """

    def __init__(self) -> None:
        self.some: list[Weighed] = []
        self.near: list[dict[int, float]] = []
        self._live: set[int] = set()
        self._at: dict[str, int] = {}
        self._held: list[Counter[str]] = [Counter() for _ in SIDES]
        self._seen = 1
        self._weighed_at = 0
        self._postings: dict[str, list[int]] = defaultdict(list)

    def __contains__(self, article_id: str) -> bool:
        return article_id in self._at

    def __iter__(self) -> Iterator[str]:
        return iter(self._at)

    def undated(self) -> list[str]:
        """The articles without a date, as they came."""
        return [a for a, i in self._at.items() if self.some[i].day is None]

    def add(self, texts: Sequence[StoryText]) -> None:
        """Takes articles in, in the order of their publication; those it has already are left out."""
        ordered = sorted((x for x in texts if x.id not in self._at), key=lambda x: (x.published or "9999", x.id))
        counted = [sides(x) for x in ordered]
        for counts in counted:
            for held, c in zip(self._held, counts, strict=True):
                held.update(c.keys())
        self._seen += len(ordered)
        if self._seen > GROWTH * self._weighed_at:
            self._weigh_again(list(zip(ordered, counted, strict=True)))
            return
        for text, counts in zip(ordered, counted, strict=True):
            self._compare(weighed(bare(text), counts, self._held, self._seen))

    def _weigh_again(self, new: list[tuple[StoryText, tuple[Counter[str], ...]]]) -> None:
        """Weighs all articles anew: while few were seen, what is common was not yet known."""
        self._weighed_at = self._seen
        live = [
            (Bare(id=s.id, lang=s.lang, published=s.published), s.counts)
            for i, s in enumerate(self.some)
            if i in self._live
        ]
        self.some, self.near, self._live, self._at = [], [], set(), {}
        self._postings = defaultdict(list)
        for one, counts in sorted(
            [*live, *((bare(x), c) for x, c in new)], key=lambda p: (p[0].published or "9999", p[0].id)
        ):
            self._compare(weighed(one, counts, self._held, self._seen))

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
        groups = _joined(_begun(order, self, self._settled(known)), self)
        place = {i: n for n, i in enumerate(order)}
        made = [sorted(g, key=place.__getitem__) for g in groups]
        return [_story(g, self) for g in sorted(made, key=lambda g: place[g[0]])]

    def _settled(self, known: Mapping[str, str]) -> dict[str, str]:
        """The stories of articles older than LOOK_BACK_DAYS: the others are grouped anew, from all that is told now."""
        last = max((d for i in self._live if (d := self.some[i].day) is not None), default=0)
        return {
            a: story for a, story in known.items()
            if a in self._at and (d := self.some[self._at[a]].day) is not None and d < last - LOOK_BACK_DAYS
        }  # fmt: skip

    def of(self, i: int, group: Sequence[int]) -> float:
        """The chance that article i is of a group's affair: the nearest member's and the mean of all."""
        near = self.near[i]
        got = [near.get(j, 0.0) for j in group if j != i]
        return _NEAREST * max(got) + (1 - _NEAREST) * sum(got) / len(got) if got else 0.0

    def _compare(self, s: Weighed) -> None:
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
            if j in self._live and days_apart(s, self.some[j]) <= WINDOW_DAYS:
                p = chance(s, self.some[j])
                if p >= _LEAST_CHANCE:
                    self.near[i][j] = p
                    self.near[j][i] = p


def _begun(order: Sequence[int], window: Window, settled: Mapping[str, str]) -> list[list[int]]:
    """The stories that are settled, and each other article alone."""
    groups: dict[str, list[int]] = defaultdict(list)
    for i in order:
        groups[settled.get(window.some[i].id, f"alone {i}")].append(i)
    return list(groups.values())


def _joined(groups: list[list[int]], window: Window) -> list[list[int]]:
    """The groups joined two by two, those with the highest mean chance between their articles first (average link)."""
    live = dict(enumerate(groups))
    where = {i: g for g, members in live.items() for i in members}
    total: dict[int, dict[int, float]] = {g: defaultdict(float) for g in live}
    for i, a in where.items():
        for j, p in window.near[i].items():
            if (b := where.get(j)) is not None and b != a:
                total[a][b] += p

    def offered(a: int, b: int) -> tuple[float, int, int, int]:
        size = len(live[a]) * len(live[b])
        return -total[a][b] / size, min(a, b), max(a, b), size

    heap = [offered(a, b) for a in total for b in total[a] if a < b]
    heapq.heapify(heap)
    while heap:
        least, a, b, size = heapq.heappop(heap)
        if -least < JOIN:
            break
        if a not in live or b not in live or len(live[a]) * len(live[b]) != size:
            continue  # one of the two has been joined to another since: it was offered anew then
        live[a] += live.pop(b)
        total[a].pop(b)
        for c, p in total.pop(b).items():
            if c != a:
                total[a][c] += p
                total[c][a] = total[a][c]
                del total[c][b]
        for c in total[a]:
            if total[a][c] / (len(live[a]) * len(live[c])) >= JOIN:
                heapq.heappush(heap, offered(a, c))
    return list(live.values())


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


def _both(a: Weighed, b: Weighed) -> list[str]:
    """The five names that bring the two closest."""
    x, y = a.sides[3], b.sides[3]
    return sorted((w for w in x if w in y), key=lambda w: (-x[w] * y[w], w))[:5]


def clusters(stories: Iterable[Story]) -> dict[str, str]:
    """Article -> its story."""
    return {m.article_id: s.id for s in stories for m in s.members}
