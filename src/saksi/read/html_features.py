"""Blocks of a page -> what tells an article's paragraphs from the rest, as numbers for the model of ``html_model``.

No feature knows an outlet or a language: they say how the text looks, what it stands in, what stands beside it, and what
page makers all over call the elements around it.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from saksi.read.html_blocks import Element, HtmlBlock

Matrix = npt.NDArray[np.float32]

# What page makers call elements, by what stands in them. One bit a row.
_CALLED: tuple[tuple[str, str], ...] = (
    ("article", r"article|story|entry|\bpost|berita|artikel|noticia|articulo|nota\b|newstext|blog"),
    ("body", r"body|content|text|main\b|\bisi|konten|detail|copy|cuerpo|texto|inhalt|prose|richtext|wysiwyg"),
    ("paragraph", r"paragraph|\bp\d?\b|\bpar\b|absatz"),
    ("heading", r"headline|title|judul|heading|titulo|titre|titel"),
    ("lead", r"\blead|lede|intro|summary|standfirst|\bdek\b|subtitle|excerpt|abstract|perex|synopsis|bajada|chapo"),
    ("teaser", r"teaser|\bcards?\b|tile|snippet|thumb|promo"),
    ("related", r"relat|recommend|more\b|readmore|read-?also|baca|terkait|also|suggest|further|similar|next|prev"),
    ("popular", r"popul|trend|most|latest|terkini|recent|headlines|\btop-?\d|\bhot"),
    ("list", r"list|feed|stream|grid|carousel|slider|river|\bitems?\b|collection"),
    ("side", r"side|aside|rail|widget|right|sticky|secondary|complementary"),
    ("nav", r"nav|menu|breadcrumb|toolbar|topbar|masthead|header"),
    ("foot", r"foot|bottom|copyright|legal|contentinfo|disclaimer"),
    (
        "advert",
        r"\bads?\b|\bads?[-_]|[-_]ads?\b|advert|sponsor|banner|iklan|dfp|gpt|outbrain|taboola|commercial|shop|product",
    ),
    ("share", r"social|shar(?:e|ing)|facebook|twitter|whatsapp|follow|bookmark|print|email|tool"),
    ("comment", r"comment|disqus|komentar|discuss|reply|respond|livefyre|coral"),
    ("caption", r"caption|credit|photo|image|figure|gallery|media|\bimg|picture|slide|foto|gambar|\bcover"),
    ("video", r"video|player|audio|podcast|embed|tweet|instagram"),
    ("byline", r"meta|byline|author|date|time|stamp|publish|penulis|tanggal|reporter|posted|\binfo|source|writer"),
    ("bio", r"\bbio|about|profile|contributor|staff"),
    ("tags", r"\btags?\b|tag-|-tag|topic|keyword|categor|label|section-?name|kicker|eyebrow|channel|rubri"),
    (
        "sign",
        r"newsletter|subscri|sign-?up|regist|login|log-in|paywall|premium|\bcta|join|alert|member|donat|account|user",
    ),
    (
        "modal",
        r"modal|popup|pop-up|overlay|cookie|consent|gdpr|lightbox|tooltip|dialog|notice|hidden|sr-only|visually|screen-reader|toast",
    ),
    ("quote", r"quote|pull|callout|highlight|blockquote"),
    ("box", r"factbox|infobox|\bbox|panel|inset|insert|inline"),
    ("form", r"search|form|input|button|btn|dropdown|toggle|select"),
    (
        "main",
        r"articlebody|article-body|article__body|article_body|entry-content|post-content|story-body|story__body|"
        r"article-content|articlecontent|article__content|article-text|articletext|post-body|single-content|"
        r"detail-?text|read__content|detail_text|detail__body|content-?detail|field-name-body|td-post-content",
    ),
)
CALLED = tuple(name for name, _ in _CALLED)
_CALLED_AS = tuple(re.compile(pattern) for _, pattern in _CALLED)
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
_CALL_BITS = len(_CALLED)
_NEAR = 3  # elements from the block up whose names count as its own
_FAR = 40  # elements from the block up that are looked at: keeps deep pages linear

_END = re.compile(r"[.!?…。।؟][\"'”’»)\]]{0,3}$")
_SENTENCE = re.compile(r"[.!?。।؟][\"'”’»)\]]{0,2}\s")
_WORDS = re.compile(r"\w+")
_CLOCK = re.compile(r"\d[:.]\d\d\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_COLON = re.compile(r"^[^.:]{2,30}:")
LONG = 60  # characters from which a block with a sentence's end counts as running text


@lru_cache(maxsize=20_000)
def _called(words: str) -> int:
    return sum(1 << i for i, pattern in enumerate(_CALLED_AS) if pattern.search(words))


_TEXT = (
    "chars",
    "words",
    "sentences",
    "ends",
    "linked",
    "links",
    "strong",
    "digits",
    "upper",
    "capital",
    "commas",
    "lower_first",
    "quote_first",
    "odd_first",
    "colon_early",
    "colon_last",
    "dots_last",
    "question",
    "clock",
    "year",
    "marks",
    "word_length",
    "copyright",
    "after_break",
    "images",
    "short_words",
)


def _text(block: HtmlBlock) -> list[float]:
    text = block.text
    n = len(text)
    words = _WORDS.findall(text)
    count = len(words) or 1
    size = max(sum(b - a for a, b in block.pieces), 1)
    first = text[0]
    return [
        n,
        len(words),
        len(_SENTENCE.findall(text)),
        1.0 if _END.search(text) else 0.0,
        min(1.0, block.linked / size),
        block.links,
        min(1.0, block.strong / size),
        sum(map(text.count, "0123456789")) / n,
        sum(w.isupper() and len(w) > 1 for w in words) / count,
        sum(w[0].isupper() for w in words) / count,
        text.count(",") / count,
        1.0 if first.islower() else 0.0,
        1.0 if first in "\"'“‘«" else 0.0,
        0.0 if first.isalnum() or first in "\"'“‘«" else 1.0,
        1.0 if _COLON.match(text) else 0.0,
        1.0 if text[-1] == ":" else 0.0,
        1.0 if text.endswith(("...", "…", "»", "›", ">")) else 0.0,
        1.0 if text[-1] == "?" else 0.0,
        1.0 if _CLOCK.search(text) else 0.0,
        1.0 if _YEAR.search(text) else 0.0,
        sum(map(text.count, "|@#/•·")) / count,
        n / count,
        1.0 if "©" in text or "(c)" in text else 0.0,
        1.0 if block.after_break else 0.0,
        block.images,
        sum(len(w) < 4 and w.islower() for w in words) / count,
    ]


class _Place:
    """What an element's place in the tree says, kept so that blocks in the same element share it."""

    __slots__ = ("all_called", "all_tags", "chain", "near_called", "own_called")

    def __init__(self, element: Element) -> None:
        self.chain: list[Element] = []
        self.own_called = _called(element.words) if element.words else 0
        self.near_called = self.all_called = self.all_tags = 0
        at: Element | None = element
        while at is not None and len(self.chain) < _FAR:
            self.chain.append(at)
            self.all_tags |= _TAG_BIT.get(at.tag, 0)
            if at.words and at.tag not in {"body", "html"}:
                called = _called(at.words)
                self.all_called |= called
                if len(self.chain) <= _NEAR:
                    self.near_called |= called
            at = at.parent


def features_of(blocks: list[HtmlBlock], title: str | None) -> Matrix:
    """One row of numbers a block; the columns are ``COLUMNS``."""
    n = len(blocks)
    text = np.array([_text(b) for b in blocks], dtype=np.float32).reshape(n, len(_TEXT))
    places: dict[int, _Place] = {}
    own = []
    for block in blocks:
        place = places.get(block.element.number)
        if place is None:
            place = places[block.element.number] = _Place(block.element)
        own.append(place)
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
    score: dict[int, float] = {}
    for i, place in enumerate(own):
        g, size, linked = float(good[i]), float(text[i, 0]), float(text[i, 0] * text[i, 4])
        for level, element in enumerate(place.chain):
            held = sums.get(element.number)
            if held is None:
                held = sums[element.number] = [0.0, 0.0, 0.0, 0.0]
            held[0] += g
            held[1] += size
            held[2] += linked
            held[3] += 1
            if level < _LEVELS and g:
                score[element.number] = score.get(element.number, 0.0) + g / (level + 1)
    total = float(good.sum()) or 1.0
    most = max(score.values(), default=1.0)
    top = max(score, key=lambda k: score[k], default=-1)
    half = _smallest(own, sums, total * 0.6)
    rows = []
    for i, place in enumerate(own):
        row = [
            1.0 if any(e.number == top for e in place.chain) else 0.0,
            1.0 if any(e.number == half for e in place.chain) else 0.0,
            next((level for level, e in enumerate(place.chain) if e.number == top), 20.0),
            next((level for level, e in enumerate(place.chain) if e.number == half), 20.0),
            float(blocks[i].element.depth),
            1.0 if blocks[i].element.hidden else 0.0,
        ]
        for level in range(_LEVELS):
            element = place.chain[min(level, len(place.chain) - 1)]
            g, size, linked, count = sums[element.number]
            row += [g / total, g / size, linked / size, count, score.get(element.number, 0.0) / most]
        rows.append(row)
    return np.array(rows, dtype=np.float32)


_CONTAINERS = ("in_top", "in_half", "top_level", "half_level", "depth", "hidden") + tuple(
    f"{name}_{level}" for level in range(_LEVELS) for name in ("good", "good_share", "linked", "count", "score")
)


def _smallest(own: list[_Place], sums: dict[int, list[float]], enough: float) -> int:
    """The element furthest down that holds enough of the running text."""
    best, deep = -1, -1
    for place in own:
        for element in place.chain:
            if element.depth > deep and sums[element.number][0] >= enough:
                best, deep = element.number, element.depth
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

_OWN = (
    *_TEXT,
    *(f"own:{c}" for c in CALLED),
    *(f"near:{c}" for c in CALLED),
    *(f"all:{c}" for c in CALLED),
    *(f"tag:{t}" for t in _TAGS),
    *(f"in:{t}" for t in _TAGS),
    *_CONTAINERS,
    *_COMPANY,
    *_ORDER,
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
