"""RawPage of HTML -> the text of its article, a block a line, with the way back to the source."""

from __future__ import annotations

import re
from collections import Counter

import numpy as np
import numpy.typing as npt

from saksi.model.frozen import Frozen, replace
from saksi.model.pages import Block, RawPage
from saksi.model.spans import OffsetMap
from saksi.read.html_blocks import HtmlBlock, blocks_in, runs_of
from saksi.read.html_features import features_of, plausible
from saksi.read.html_model import chances, trees
from saksi.read.html_opinions import agreed, by_resiliparse, by_trafilatura, key_of
from saksi.read.html_source import silenced
from saksi.read.metadata import Said, said_in

# Chance from which a block is the article's (train/cards/html.md: the best of .3 .4 .5 .6 in cross-validation).
LEAST = 0.5
LEAST_FAST = 0.4  # the same without opinions: unsure blocks are more often the article's
# Between these a block is open, and trafilatura is asked when open blocks are more than OPEN of the page's likely text.
UNSURE = (0.15, 0.85)
OPEN = 0.05
CARD = 2  # blocks of text in a box that leads to another page: a summary, a time
CARDS = 5  # such boxes from which a page is a list of them (no article of the 194 development pages is one)
LINKS = 20  # linked headings from which a page without any text is a list of other pages
_ROOT = re.compile(r"https?://[^/?#]+/?(?:index\.(?:html?|php))?")
_SURE, _DOUBTFUL, _TOGETHER = 0.8, 0.25, 2
"""A doubtful paragraph is taken with this many sure ones in one box: html-aeb and html-idns-dev stay as they were."""
_ENDS = '.!?”"'
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


class HtmlText(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The article of an HTML page as text, and what the page says of itself.

    ``text`` has one block (paragraph, heading, list item, ...) a line. ``tags`` says of each line what element it was
    ("p", "h2", "li", "blockquote", ...), ``sure`` how likely it is the article's, 0 to 1. ``offsets`` leads from
    the text to the HTML source, in code points; a character reference is in no run.
    """

    text: str
    tags: tuple[str, ...] = ()
    sure: tuple[float, ...] = ()
    offsets: OffsetMap = OffsetMap()
    said: Said = Said()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The lines as blocks, by their elements alone: what a fast reading goes by."""
        found, at = [], 0
        for line, tag in zip(self.text.split("\n"), self.tags, strict=True):
            found.append(
                Block(start=at, end=at + len(line), role="subhead" if tag in HEADINGS else "body", rule="html")
            )
            at += len(line) + 1
        return tuple(found)

    @property
    def reason(self) -> str:
        """Why the page has no article, as far as it says: "paywall", "index", "gallery", "video", else "no-article"."""
        if self.said.paywalled:
            return "paywall"
        return self.said.kind if self.said.kind in {"index", "gallery", "video"} else "no-article"


def text_of(raw: RawPage) -> HtmlText:
    """The article of a page of HTML. Empty text when it has none."""
    html = raw.content
    said = said_in(html, guess_date=not raw.fast)
    source = silenced(html)
    every = blocks_in(source)
    blocks = plausible(every) if raw.fast else every
    sure = _sure(html, blocks, said, fast=raw.fast)
    least = LEAST_FAST if raw.fast else LEAST
    told = _with_siblings(blocks, sure, least)
    kept = [(b, float(p)) for b, p in zip(blocks, told, strict=True) if p >= least]
    if _is_index(every, [b for b, _ in kept], raw.page.final_url or raw.page.url):
        return HtmlText(text="", said=replace(said, kind="index"))
    runs: list[tuple[int, int, int]] = []
    at = 0
    for block, _ in kept:
        runs += runs_of(block, source, at)
        at += len(block.text) + 1
    return HtmlText(
        text="\n".join(b.text for b, _ in kept),
        tags=tuple(_tag(b) for b, _ in kept),
        sure=tuple(round(p, 3) for _, p in kept),
        offsets=OffsetMap(runs=tuple(runs)),
        said=said,
    )


def _sure(html: str, blocks: list[HtmlBlock], said: Said, *, fast: bool) -> npt.NDArray[np.float32]:
    """How likely each block is the article's."""
    if not blocks:
        return np.zeros(0, dtype=np.float32)
    keys = [key_of(b.text) for b in blocks] if not fast or said.body else []
    own = features_of(blocks, keys, said.title, said.body)
    if fast:
        return chances(trees("own"), own)
    with_one = np.hstack([own, agreed(blocks, keys, by_resiliparse(html))])
    first = chances(trees("res"), with_one)
    size = np.array([len(b.text) for b in blocks], dtype=np.float32)
    likely = float((size * first).sum()) or 1.0
    if float(size[(first > UNSURE[0]) & (first < UNSURE[1])].sum()) / likely <= OPEN:
        return first
    return chances(trees("opinions"), np.hstack([with_one, agreed(blocks, keys, by_trafilatura(html))]))


def _with_siblings(blocks: list[HtmlBlock], sure: npt.NDArray[np.float32], least: float) -> npt.NDArray[np.float32]:
    """The chances, those of doubtful sentences raised that stand in one box with paragraphs of the article."""
    homes = Counter(
        b.element.parent.number for b, p in zip(blocks, sure, strict=True) if p >= _SURE and b.element.parent
    )
    told = sure.copy()
    for i, (b, p) in enumerate(zip(blocks, sure, strict=True)):
        home = b.element.parent
        if home is None or homes[home.number] < _TOGETHER or not _DOUBTFUL <= p < least:
            continue
        if b.element.tag == "p" and not b.linked and b.text.rstrip()[-1:] in _ENDS:
            told[i] = least
    return told


def _is_index(blocks: list[HtmlBlock], kept: list[HtmlBlock], url: str | None) -> bool:
    """Whether the page is a list of other pages: most of its text stands in boxes that each hold a link to another."""
    if url and _ROOT.fullmatch(url):
        return True
    if not kept:
        return sum(b.linked > 0.8 * len(b.text) and " " in b.text for b in blocks) >= LINKS
    linked = {b.element.parent.number for b in blocks if b.element.parent and b.linked > 0.8 * len(b.text)}
    boxes = Counter(b.element.parent.number for b in kept if b.element.parent)
    cards = {box: n for box, n in boxes.items() if n <= CARD and box in linked}
    return len(cards) >= CARDS and sum(cards.values()) >= 0.6 * len(kept)


def _tag(block: HtmlBlock) -> str:
    """The element that says most about the line: the nearest that is not a mere box."""
    element = block.element
    for _ in range(3):
        if element.tag not in {"div", "span", "section", "p"} or element.parent is None:
            break
        element = element.parent
    return element.tag if element.tag in _TELLING else block.element.tag


_TELLING = frozenset(
    ["h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "figcaption", "td", "th", "dt", "dd", "pre"]
)
