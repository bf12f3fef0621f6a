"""Blocks of a page -> what tells an article's paragraphs from the rest, as numbers for the model of ``html_model``.

No feature knows an outlet or a language: they say how the text looks, what it stands in, what stands beside it, and
what page makers all over call the elements around it.
"""

from __future__ import annotations

import re
from collections import Counter

import numpy as np

from saksi.read.html_blocks import Element, HtmlBlock
from saksi.read.html_called import CALLED, called
from saksi.read.html_opinions import Matrix, agreed
from saksi.read.html_shape import SHAPE, shape

_WORDS = re.compile(r"\w+")
_TAGS = (
    "p",
    "div",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "blockquote",
    "td",
    "figcaption",
    "section",
    "article",
    "main",
    "aside",
    "nav",
    "header",
    "footer",
    "form",
    "figure",
    "ul",
    "ol",
    "table",
    "button",
    "dl",
    "address",
    "body",
)
_TAG_BIT = {tag: 1 << i for i, tag in enumerate(_TAGS)}
_CALL_BITS = len(CALLED)
_NEAR = 3  # elements from the block up whose names count as its own
_FAR = 40  # elements from the block up that are looked at: keeps deep pages linear

LONG = 60  # characters from which a block with a sentence's end counts as running text


def plausible(blocks: list[HtmlBlock]) -> list[HtmlBlock]:
    """The blocks without those that are a short link and no more, or a sign or two: what a fast reading looks at."""
    return [b for b in blocks if len(b.text) >= 3 and (len(b.text) >= 100 or b.linked <= 0.8 * len(b.text))]


class _Place:
    """What an element's place in the tree says; blocks in one element share it."""

    __slots__ = ("all_called", "all_tags", "chain", "element", "near_called", "own_called", "row")

    def __init__(self, element: Element, up: _Place | None) -> None:
        self.element = element
        named = bool(element.words) and element.tag not in {"body", "html"}
        kinds = called(element.words) if element.words else 0
        self.own_called = kinds
        self.all_called = kinds if named else 0
        self.all_tags = _TAG_BIT.get(element.tag, 0)
        self.chain: tuple[Element, ...] = (element,)
        if up is not None:
            self.all_called |= up.all_called
            self.all_tags |= up.all_tags
            self.chain += up.chain[: _FAR - 1]
        self.near_called = kinds if named else 0
        for near in self.chain[1:_NEAR]:
            if near.words and near.tag not in {"body", "html"}:
                self.near_called |= called(near.words)
        self.row = -1


def _places(blocks: list[HtmlBlock]) -> list[_Place]:
    """The place of each block's element."""
    made: dict[int, _Place] = {}
    out = []
    for block in blocks:
        above = []
        at: Element | None = block.element
        while at is not None and at.number not in made:
            above.append(at)
            at = at.parent
        place = made[at.number] if at is not None else None
        for element in reversed(above):
            place = made[element.number] = _Place(element, place)
        assert place is not None
        out.append(place)
    return out


def features_of(blocks: list[HtmlBlock], keys: list[str], title: str | None, body: str | None) -> Matrix:
    """One row of numbers a block; the columns are ``COLUMNS``.

    In: keys of the blocks, headline and article text as the page's own metadata give them.
    """
    n = len(blocks)
    text = np.array([shape(b) for b in blocks], dtype=np.float32).reshape(n, len(SHAPE))
    own = _places(blocks)
    good = np.where((text[:, 0] >= LONG) & (text[:, 4] < 0.4) & ((text[:, 3] > 0) | (text[:, 2] > 0)), text[:, 0], 0.0)
    parts = [
        text,
        _bits([p.own_called for p in own], _CALL_BITS),
        _bits([p.near_called for p in own], _CALL_BITS),
        _bits([p.all_called for p in own], _CALL_BITS),
        _bits([_TAG_BIT.get(b.element.tag, 0) for b in blocks], len(_TAGS)),
        _bits([p.all_tags for p in own], len(_TAGS)),
        _containers(blocks, own, text, good),
        _company(blocks, text, good),
        _order(blocks, text, good, title),
        _told(blocks, keys, body),
    ]
    own_part = np.hstack(parts).astype(np.float32)
    return np.hstack([own_part, _neighbours(own_part, blocks)]).astype(np.float32)


def _bits(masks: list[int], width: int) -> Matrix:
    held = np.array(masks, dtype=np.int64)[:, None]
    return ((held >> np.arange(width)) & 1).astype(np.float32)


_LEVELS = 4


def _containers(blocks: list[HtmlBlock], own: list[_Place], text: Matrix, good: Matrix) -> Matrix:
    """How much running text the elements around a block hold, and whether it is in the one that holds the most."""
    sums: dict[int, list[float]] = {}
    linked = (text[:, 0] * text[:, 4]).tolist()
    sizes, goods = text[:, 0].tolist(), good.tolist()
    elements: dict[int, Element] = {}
    for i, block in enumerate(blocks):
        number = block.element.number
        elements[number] = block.element
        held = sums.setdefault(number, [0.0, 0.0, 0.0, 0.0])
        held[0] += goods[i]
        held[1] += sizes[i]
        held[2] += linked[i]
        held[3] += 1
    score = _scores(own, {n: held[0] for n, held in sums.items()})
    _summed(elements, sums)
    total = float(good.sum()) or 1.0
    most = max(score.values(), default=1.0)
    top = max(score, key=lambda k: score[k], default=-1)
    half = _smallest(elements, sums, total * 0.6)
    rows: list[list[float]] = []
    for place in own:
        if place.row < 0:
            place.row = len(rows)
            rows.append(_row(place, sums, score, total, most, top, half))
    return np.array(rows, dtype=np.float32)[[p.row for p in own]]


def _scores(own: list[_Place], goods: dict[int, float]) -> dict[int, float]:
    """The running text just below each element, the nearer the more."""
    score: dict[int, float] = {}
    done = set()
    for place in own:
        number = place.element.number
        g = goods[number]
        if not g or number in done:
            continue
        done.add(number)
        for level, element in enumerate(place.chain[:_LEVELS]):
            score[element.number] = score.get(element.number, 0.0) + g / (level + 1)
    return score


def _summed(elements: dict[int, Element], sums: dict[int, list[float]]) -> None:
    """Adds what each element holds to those around it; children have higher numbers than their parents."""
    for element in list(elements.values()):
        at = element.parent
        while at is not None and at.number not in elements:
            elements[at.number] = at
            at = at.parent
    for number in sorted(elements, reverse=True):
        parent = elements[number].parent
        held = sums.setdefault(number, [0.0, 0.0, 0.0, 0.0])
        if parent is not None:
            above = sums.setdefault(parent.number, [0.0, 0.0, 0.0, 0.0])
            for k in range(4):
                above[k] += held[k]


def _row(
    place: _Place, sums: dict[int, list[float]], score: dict[int, float], total: float, most: float, top: int, half: int
) -> list[float]:
    numbers = [e.number for e in place.chain]
    at_top = numbers.index(top) if top in numbers else -1
    at_half = numbers.index(half) if half in numbers else -1
    row = [
        float(at_top >= 0),
        float(at_half >= 0),
        float(at_top) if at_top >= 0 else 20.0,
        float(at_half) if at_half >= 0 else 20.0,
        float(place.element.depth),
        float(place.element.hidden),
    ]
    last = len(numbers) - 1
    for level in range(_LEVELS):
        number = numbers[min(level, last)]
        g, size, linked, count = sums[number]
        row += [g / total, g / size, linked / size, count, score.get(number, 0.0) / most]
    return row


_CONTAINERS = (
    *("in_top", "in_half", "top_level", "half_level", "depth", "hidden"),
    *(f"{name}_{level}" for level in range(_LEVELS) for name in ("good", "good_share", "linked", "count", "score")),
)


def _smallest(elements: dict[int, Element], sums: dict[int, list[float]], enough: float) -> int:
    """The element furthest down that holds enough of the running text."""
    best, deep = -1, -1
    for number, element in elements.items():
        if element.depth > deep and sums[number][0] >= enough:
            best, deep = number, element.depth
    return best


def _company(blocks: list[HtmlBlock], text: Matrix, good: Matrix) -> Matrix:
    """What the blocks in elements of the same make are like, and whether the same words stand on the page twice."""
    make: list[tuple[str, str, str, str]] = []
    sums: dict[tuple[str, str, str, str], list[float]] = {}
    twice = Counter(b.text for b in blocks)
    for i, block in enumerate(blocks):
        e, up = block.element, block.element.parent
        key = (e.tag, e.words, up.tag if up else "", up.words if up else "")
        make.append(key)
        held = sums.setdefault(key, [0.0, 0.0, 0.0, 0.0])
        held[0] += 1
        held[1] += float(text[i, 0])
        held[2] += float(text[i, 0] * text[i, 4])
        held[3] += float(good[i])
    total = float(good.sum()) or 1.0
    rows = []
    for block, key in zip(blocks, make, strict=True):
        count, size, linked, g = sums[key]
        rows.append([count, size / count, linked / size, g / total, g / size, twice[block.text] - 1])
    return np.array(rows, dtype=np.float32)


_COMPANY = ("make_count", "make_chars", "make_linked", "make_good", "make_good_share", "twice")


def _order(blocks: list[HtmlBlock], text: Matrix, good: Matrix, title: str | None) -> Matrix:
    """Where a block stands: on the page, after the headline, among the running text."""
    n = len(blocks)
    index = np.arange(n, dtype=np.float32)
    total = float(good.sum()) or 1.0
    before = np.cumsum(good) - good
    size = np.cumsum(text[:, 0]) - text[:, 0]
    is_good = good > 0
    last = np.maximum.accumulate(np.where(is_good, index, -50.0))
    prior = np.concatenate([[-50.0], last[:-1]]) if n else last
    ahead = np.minimum.accumulate(np.where(is_good, index, n + 50.0)[::-1])[::-1]
    following = np.concatenate([ahead[1:], [n + 50.0]]) if n else ahead
    heads = [i for i, b in enumerate(blocks) if b.element.tag == "h1"]
    said = set(_WORDS.findall((title or "").lower()))
    like = np.zeros(n, dtype=np.float32)
    if said:
        for i, block in enumerate(blocks):
            if len(block.text) < 400:
                words = set(_WORDS.findall(block.text.lower()))
                like[i] = len(words & said) / len(words | said) if words else 0.0
    named = int(np.argmax(like)) if n and like.max() > 0.5 else -1
    head = float(heads[0]) if heads else float(named)
    return np.column_stack(
        [
            index,
            index / max(n, 1),
            np.full(n, n, dtype=np.float32),
            before / total,
            size / max(float(text[:, 0].sum()), 1.0),
            np.minimum(index - prior, 50),
            np.minimum(following - index, 50),
            np.clip(index - head, -50, 200),
            np.clip(index - named, -50, 200) if named >= 0 else np.full(n, 300.0),
            like,
            np.full(n, total),
            good / total,
        ]
    ).astype(np.float32)


_ORDER = (
    "index",
    "index_share",
    "blocks",
    "good_before",
    "chars_before",
    "since_good",
    "until_good",
    "after_h1",
    "after_title",
    "like_title",
    "good_total",
    "good_own",
)


def _told(blocks: list[HtmlBlock], keys: list[str], body: str | None) -> Matrix:
    """Whether the metadata's article text has the block; -1 where there is none."""
    if not body or len(body) < LONG * 4:
        return np.full((len(blocks), 3), -1.0, dtype=np.float32)
    return agreed(blocks, keys, body)


_TOLD = ("told", "told_next", "told_before")

_OWN = (
    *SHAPE,
    *(f"own:{c}" for c in CALLED),
    *(f"near:{c}" for c in CALLED),
    *(f"all:{c}" for c in CALLED),
    *(f"tag:{t}" for t in _TAGS),
    *(f"in:{t}" for t in _TAGS),
    *_CONTAINERS,
    *_COMPANY,
    *_ORDER,
    *_TOLD,
)
_BESIDE = tuple(
    _OWN.index(c)
    for c in (
        "chars",
        "linked",
        "ends",
        "capital",
        "strong",
        "tag:p",
        "tag:h2",
        "tag:h3",
        "tag:li",
        "in_top",
        "good_1",
        "make_good",
        "depth",
    )
)
_STEPS = (-3, -2, -1, 1, 2, 3)


def _neighbours(own: Matrix, blocks: list[HtmlBlock]) -> Matrix:
    """Some of the numbers of the blocks before and after, and whether they share the element around them."""
    n = len(own)
    picked = own[:, _BESIDE]
    ups = np.array([b.element.parent.number if b.element.parent else -1 for b in blocks], dtype=np.int64)
    parts = []
    for step in _STEPS:
        moved = np.full((n, len(_BESIDE) + 1), -1.0, dtype=np.float32)
        if step < 0:
            moved[-step:, :-1] = picked[:step]
            moved[-step:, -1] = ups[:step] == ups[-step:]
        else:
            moved[:-step, :-1] = picked[step:]
            moved[:-step, -1] = ups[step:] == ups[:-step]
        parts.append(moved)
    return np.hstack(parts)


COLUMNS = (*_OWN, *(f"{step:+d}:{name}" for step in _STEPS for name in (*(_OWN[i] for i in _BESIDE), "same_parent")))
