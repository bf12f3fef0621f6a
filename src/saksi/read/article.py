"""RawPage -> Article: the lines of a page with their roles, and what the page says of itself."""

from __future__ import annotations

from saksi.errors import BadInput
from saksi.lang.base import codes, pack
from saksi.model.marks import Timex
from saksi.model.pages import Article, Block, RawPage
from saksi.model.spans import OffsetMap
from saksi.read.html import text_of
from saksi.read.lines import blocks_in, lines_in


def article_in(raw: RawPage) -> Article:
    """The article of a page, furniture told apart.

    Raises: BadInput (reasons: "empty", ...) when there is nothing to read.
    """
    page = text_of(raw) if raw.page.media_type == "text/html" else None
    text = page.text if page else raw.content
    if not text.strip():
        raise BadInput("no article in it" if page else "nothing in it", reason="no-article" if page else "empty")
    if raw.clean:
        blocks = tuple(Block(start=a, end=b, role="body", rule="clean") for a, b in lines_in(text))
    else:
        blocks = blocks_in(text, (page.said.title if page else None) or raw.given.title)
    lang = raw.given.lang if raw.given.lang in codes() else "id"
    published = None
    said = page.said.published if page else None
    if said or raw.given.published:
        value = (said or raw.given.published or "")[:10]
        published = Timex(type="DATE", value=value, basis="given", rule="page" if said else "given")
    pack(lang)
    return Article(
        page_id=raw.page.id,
        doc=raw.page.doc,
        url=raw.page.url,
        lang=lang,
        headline=(page.said.title if page else None) or raw.given.title,
        byline=", ".join(page.said.authors) or None if page else None,
        section=page.said.section if page else None,
        published=published,
        text=text,
        blocks=blocks,
        offsets=page.offsets if page else OffsetMap(),
    )
