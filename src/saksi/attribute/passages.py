"""The stretches of an article's body that are read as one: paragraphs, with lines that a page broke joined again."""

from __future__ import annotations

from typing import NamedTuple

from saksi.model.pages import Article, Block

_CLOSED = ".!?…:;\"”’»')"
_SHORT_LINE = 60
"""Characters: a line of a link's words alone is rarely longer (found on extracted pages with broken lines)."""


class Passage(NamedTuple):
    """A paragraph: the stretches of body text that it is made of, in order."""

    stretches: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        """Where it begins in the article's text."""
        return self.stretches[0][0]

    @property
    def end(self) -> int:
        """Where it ends in the article's text."""
        return self.stretches[-1][1]


def passages_in(article: Article) -> list[Passage]:
    """The passages of an article's body, in order; section titles and empty lines are none."""
    text = article.text
    found: list[list[tuple[int, int]]] = []
    last: Block | None = None
    blocks = [b for b in article.body if text[b.start : b.end].strip()]
    for n, block in enumerate(blocks):
        if block.role == "subhead":
            last = None
            continue
        following = blocks[n + 1] if n + 1 < len(blocks) else None
        stretch = _trimmed(text, block.start, block.end)
        if last is not None and _runs_on(text, last, block, following):
            found[-1].append(stretch)
        else:
            found.append([stretch])
        last = block
    return [Passage(stretches=tuple(some)) for some in found]


def _runs_on(text: str, last: Block, block: Block, following: Block | None) -> bool:
    """Whether a line goes on with the sentence of the line before: that one is not closed, this one not opened."""
    before = text[last.start : last.end].rstrip()
    if not before or before[-1] in _CLOSED or text[last.end : block.start].strip():
        return False
    if _goes_on(text, block):
        return True
    short = block.end - block.start <= _SHORT_LINE and text[block.start : block.end].rstrip()[-1:] not in _CLOSED
    return (
        short and following is not None and _goes_on(text, following) and not text[block.end : following.start].strip()
    )


def _goes_on(text: str, block: Block) -> bool:
    first = text[block.start : block.end].lstrip()[:1]
    return bool(first) and (first.islower() or first in ".,;)")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
