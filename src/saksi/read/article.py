"""RawPage -> Article: the lines of a page with their roles, and what the page says of itself."""

from __future__ import annotations

from saksi.errors import BadInput
from saksi.lang.base import codes, pack
from saksi.model.marks import Timex
from saksi.model.pages import Article, Block, RawPage
from saksi.read.lines import blocks_in, lines_in


def article_in(raw: RawPage) -> Article:
    """The article of a page, furniture told apart.

    Raises: BadInput (reasons: "empty", ...) when there is nothing to read.
    """
    text = raw.content
    if not text.strip():
        raise BadInput("nothing in it", reason="empty")
    if raw.clean:
        blocks = tuple(Block(start=a, end=b, role="body", rule="clean") for a, b in lines_in(text))
    else:
        blocks = blocks_in(text, raw.given.title)
    lang = raw.given.lang if raw.given.lang in codes() else "id"
    published = None
    if raw.given.published:
        published = Timex(type="DATE", value=raw.given.published[:10], basis="given", rule="given")
    pack(lang)
    return Article(
        page_id=raw.page.id,
        doc=raw.page.doc,
        url=raw.page.url,
        lang=lang,
        headline=raw.given.title,
        published=published,
        text=text,
        blocks=blocks,
    )
