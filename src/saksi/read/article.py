"""RawPage -> Article: the lines of a page with their roles, and what the page says of itself."""

from __future__ import annotations

from saksi.errors import BadInput
from saksi.lang.base import codes, pack
from saksi.model.marks import Timex
from saksi.model.pages import Article, Block, RawPage


def article_in(raw: RawPage) -> Article:
    """The article of a page, furniture told apart.

    Raises: BadInput (reasons: "empty", ...) when there is nothing to read.
    """
    text = raw.content
    if not text.strip():
        raise BadInput("nothing in it", reason="empty")
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(start=at, end=at + len(line), role="body", rule="thin"))
        at += len(line) + 1
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
        blocks=tuple(blocks),
    )
