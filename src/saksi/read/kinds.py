"""Whether a page has an article at all: lists of links, walls, errors and galleries are told by what stands there."""

from __future__ import annotations

import re
from functools import cache

from saksi.errors import BadInput
from saksi.lang.base import Row
from saksi.lang.tables import folder, table
from saksi.model.pages import BODY, Block
from saksi.read.shapes import shape_of

_FEW, _SOME = 60, 130
"""Words of article under which a wall or an error page is believed, and under which an index page is.
No page of lines-aeb, lines-idns-dev, record-* and of 2,000 news texts is refused with them."""
_LINKS = 25
"""Lines beside the article from which a page with next to no article is an index."""
_TOLD = 10
"""Words of a sentence that an index page does not have."""
_PICTURE = re.compile(r"(?:\w{3,8}\s)?\d{1,3}\s?(?:/|of|dari)\s?\d{1,3}\.?$", re.IGNORECASE)
_PICTURES = 3
_START = 4000


class PageRow(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A phrase that a page without an article shows."""

    kind: str


def refuse_without_article(text: str, blocks: tuple[Block, ...]) -> None:
    """Nothing, for a page with an article.

    Raises: BadInput (reasons: "error-page", "cookie-wall", "paywall", "gallery", "index", "no-article").
    """
    body = sum(len(text[b.start : b.end].split()) for b in blocks if b.role in BODY)
    if body >= _SOME:
        return
    aside = [b for b in blocks if b.role not in BODY]
    if body < _FEW:
        start = " ".join(text[:_START].casefold().split())
        for row in _rows():
            if row.form in start and (row.kind != "paywall" or body < _FEW):
                raise BadInput(f'the page says "{row.form}"', reason=row.kind)
        if sum(bool(_PICTURE.match(text[b.start : b.end])) for b in blocks if b.end - b.start < 24) >= _PICTURES:
            raise BadInput("numbered pictures and hardly a word", reason="gallery")
    told = max((_told(text[b.start : b.end]) for b in blocks), default=0)
    if body < _FEW // 2 and told < _TOLD and len(aside) >= _LINKS:
        raise BadInput("headlines and links, and no article", reason="index")
    if not any(b.role in BODY for b in blocks):
        raise BadInput("all of it is furniture", reason="no-article")


def _told(line: str) -> int:
    """Words of the longest sentence that a line may hold; of scripts without spaces, two characters count as one."""
    shape = shape_of(line)
    return shape.words if shape.ends and not shape.bullet else 0


@cache
def _rows() -> tuple[PageRow, ...]:
    return table(folder("saksi.lang") / "pages.tsv", PageRow)
