"""HTML source -> its blocks: stretches of text between block tags, with where they stand in the tree and in the source.

A tolerant scanner rather than a parser: one pass, linear, the offsets of the source at hand, no depth
at which it breaks.
Source: HTML Living Standard, 13.1.2.4 (implied end tags), 15.3 (what is rendered as a block).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

# A tag may hold ">" inside a quoted value. Possessive, so that a broken tag fails at once.
_TAG = re.compile(r"<(/?+)([A-Za-z][A-Za-z0-9:_-]*+)((?:[^<>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+)>")
_CLASS = re.compile(
    r"""\b(?:class|id|role|itemprop|data-testid|data-component)\s{0,4}=\s{0,4}(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))"""
)
_HIDDEN = re.compile(
    r"""display\s{0,4}:\s{0,4}none|\bhidden(?:\s|=|/|$)(?!=["']?false)|aria-hidden\s{0,4}=\s{0,4}["']?true"""
)
_PIECE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?|\s++|[^\s&]++|&")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


INLINE = _set(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp small "
    "span strike strong sub sup time tt u var wbr amp-img nobr"
)
VOID = _set("area base br col embed hr img input link meta param source track wbr amp-img")
_CLOSES_P = _set(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre section table ul"
)
_CLOSES_ITSELF = {"li": "ul ol menu", "dt": "dl", "dd": "dl", "td": "tr table", "th": "tr table", "tr": "table",
                  "option": "select datalist"}  # fmt: skip
_BARRIERS = {tag: frozenset(holders.split()) for tag, holders in _CLOSES_ITSELF.items()}
_PLAIN = INLINE - {"a", "b", "strong", "img", "amp-img"}  # say nothing that is counted
_STRONG = frozenset(("b", "strong"))


class Element:
    """An element of the page. ``words`` is what its class, id and role say, in small letters."""

    __slots__ = ("depth", "hidden", "number", "parent", "tag", "words")
    hidden: bool
    depth: int

    def __init__(self, tag: str, parent: Element | None, words: str, number: int, *, hidden: bool) -> None:
        self.tag = tag
        self.parent = parent
        self.words = words
        self.number = number
        self.hidden = hidden or (parent is not None and parent.hidden)
        self.depth = parent.depth + 1 if parent else 0


@dataclass(slots=True)
class HtmlBlock:
    """A stretch of text that stands in one block. ``pieces`` are its (start, end) in the source."""

    text: str
    pieces: list[tuple[int, int]]
    element: Element
    linked: int = 0
    """Characters inside links."""
    links: int = 0
    strong: int = 0
    """Characters in bold."""
    after_break: bool = False
    """Begins after a <br>, in the same element as the block before."""
    images: int = 0
    """Images and frames since the block before."""


@dataclass(slots=True)
class _Open:
    """The block being gathered."""

    pieces: list[tuple[int, int]] = field(default_factory=list)
    linked: int = 0
    links: int = 0
    strong: int = 0


def blocks_in(source: str) -> list[HtmlBlock]:
    """The blocks of a page that hold text, in order. In: the source, ``silenced``."""
    return _Scanner(source).blocks()


class _Scanner:
    def __init__(self, source: str) -> None:
        self._source = source
        self._out: list[HtmlBlock] = []
        self._root = Element("html", None, "", 0, hidden=False)
        self._stack = [self._root]
        self._count: dict[str, int] = {}
        self._made = 0
        self._open = _Open()
        self._in_link = self._in_strong = 0
        self._broken = False
        self._images = 0

    def blocks(self) -> list[HtmlBlock]:
        source, at = self._source, 0
        for found in _TAG.finditer(source):
            start = found.start()
            if start > at:
                self._text(at, start)
            at = found.end()
            closing, name, rest = found.groups()
            name = name.lower()
            if name in _PLAIN:
                continue
            if closing:
                self._close(name)
            else:
                self._start(name, rest)
        if at < len(source):
            self._text(at, len(source))
        self._flush()
        return self._out

    def _text(self, start: int, end: int) -> None:
        text = self._source[start:end]
        now = self._open
        if text.isspace():
            if now.pieces:
                now.pieces.append((start, end))
            return
        now.pieces.append((start, end))
        size = end - start
        if self._in_link:
            now.linked += size
        if self._in_strong:
            now.strong += size

    def _start(self, name: str, rest: str) -> None:
        if name in INLINE:
            if name == "a":
                if self._in_link:  # a link cannot hold a link: the one before was never closed
                    self._in_link = 0
                self._in_link = 1
                self._open.links += 1
            elif name in _STRONG:
                self._in_strong += 1
            elif name == "img":
                self._images += 1
            return
        self._flush()
        if name == "br":
            self._broken = True
            return
        self._broken = False
        self._in_strong = 0
        if name in VOID:
            self._images += name == "embed"
            return
        if name in _CLOSES_P and self._stack[-1].tag == "p":
            self._pop()
        elif name in _BARRIERS and self._count.get(name):
            self._implied(name)
        words = " ".join([a or b or c for a, b, c in _CLASS.findall(rest)]).lower() if rest else ""
        self._made += 1
        parent = self._stack[-1]
        hidden = bool(rest and _HIDDEN.search(rest))
        self._stack.append(Element(name, parent, words, self._made, hidden=hidden))
        self._count[name] = self._count.get(name, 0) + 1

    def _close(self, name: str) -> None:
        if name in INLINE:
            if name == "a":
                self._in_link = 0
            elif name in _STRONG and self._in_strong:
                self._in_strong -= 1
            return
        self._flush()
        self._broken = False
        if self._count.get(name):
            while self._stack[-1].tag != name:
                self._pop()
            self._pop()

    def _pop(self) -> None:
        gone = self._stack.pop()
        self._count[gone.tag] -= 1

    def _implied(self, name: str) -> None:
        """Ends an open element of the same kind, unless a list or table of its own stands between."""
        barriers = _BARRIERS[name]
        for back in range(1, min(len(self._stack), 12)):
            tag = self._stack[-back].tag
            if tag == name:
                for _ in range(back):
                    self._pop()
                return
            if tag in barriers:
                return

    def _flush(self) -> None:
        now = self._open
        if not now.pieces:
            return
        self._open = _Open()
        raw = "".join([self._source[a:b] for a, b in now.pieces])
        text = " ".join((unescape(raw) if "&" in raw else raw).split())
        if not text:
            return
        self._out.append(
            HtmlBlock(text, now.pieces, self._stack[-1], now.linked, now.links, now.strong, self._broken, self._images)
        )
        self._images = 0


def runs_of(block: HtmlBlock, source: str, here: int) -> list[tuple[int, int, int]]:
    """The runs of the offset map of a block's text that begins at ``here``.

    Out: a run never crosses a tag or a character reference; one white-space character stands for one or more.
    """
    runs: list[tuple[int, int, int]] = []
    text, at = block.text, 0
    for start, end in block.pieces:
        raw = source[start:end]
        if text.startswith(raw, at):
            _add(runs, here + at, start, len(raw))
            at += len(raw)
            continue
        for found in _PIECE.finditer(raw):
            piece = found.group()
            if piece[0] == "&" and len(piece) > 1:
                meant = unescape(piece)
                at = _past(text, at, meant) if meant.isspace() else at + len(meant)
            elif piece.isspace():
                at = _past(text, at, piece)
            else:
                _add(runs, here + at, start + found.start(), len(piece))
                at += len(piece)
        if at > len(text):
            break
    return runs


def _past(text: str, at: int, _piece: str) -> int:
    return at + 1 if 0 < at < len(text) and text[at] == " " else at


def _add(runs: list[tuple[int, int, int]], here: int, there: int, n: int) -> None:
    if runs:
        h, t, k = runs[-1]
        if here - h == there - t and here - (h + k) <= 1:
            runs[-1] = (h, t, here - h + n)
            return
    runs.append((here, there, n))
