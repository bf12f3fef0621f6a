"""RawPage -> Article: the lines of a page with their roles, and what the page says of itself."""

from __future__ import annotations

from saksi.errors import BadInput
from saksi.known.outlets import outlet_at, outlet_named
from saksi.lang.base import codes
from saksi.model.frozen import replace
from saksi.model.marks import Timex
from saksi.model.pages import BODY, Article, Block, Outlet, RawPage
from saksi.model.spans import OffsetMap
from saksi.read.byline import byline_in
from saksi.read.dateline import dateline_at, first_paragraph, outlet_in
from saksi.read.furniture import bare
from saksi.read.glue import cleaned, mended, through
from saksi.read.html import HtmlText, text_of
from saksi.read.kinds import refuse_without_article
from saksi.read.language import language_of
from saksi.read.lines import blocks_in, lines_in
from saksi.read.metadata import Said
from saksi.read.published import fetched_in, published_in

_WORDS_FROM = 4000
"""Characters of the article that its language is told from."""


def article_in(raw: RawPage) -> Article:
    """The article of a page, furniture told apart.

    Raises: BadInput (reasons: "empty", "no-article", "error-page", "cookie-wall", "paywall", "gallery", "index") when
    there is nothing to read.
    """
    page = text_of(raw) if raw.page.media_type == "text/html" else None
    said = page.said if page else Said()
    content = page.text if page else raw.content
    if not content.strip():
        raise BadInput("no article in it" if page else "nothing in it", reason=page.reason if page else "empty")
    text, offsets = _text(raw, page)
    title = said.title or raw.given.title
    blocks = page.blocks if page and raw.fast else _blocks(raw, text, title, page)
    if not raw.clean:
        refuse_without_article(text, blocks)
    lang, note = language_of(_words(text, blocks), said.lang or raw.given.lang)
    code = lang if lang in codes() else ""
    url = said.url or raw.page.final_url or raw.page.url
    dateline = _dateline(text, blocks)
    outlet = _outlet(url, said.outlet or raw.given.outlet, dateline)
    published = _published(raw, said, text, blocks, code)
    return Article(
        page_id=raw.page.id,
        doc=raw.page.doc,
        url=raw.page.url or said.url,
        outlet=outlet,
        lang=lang,
        lang_note=note,
        headline=title or _headline(text, blocks),
        byline=", ".join(said.authors) or byline_in(text, blocks),
        dateline=dateline,
        section=said.section,
        published=published,
        fetched=_fetched(raw, text, blocks, code, published),
        text=text,
        blocks=blocks,
        offsets=offsets,
        derived_from=_derived_from(outlet, dateline),
    )


def _text(raw: RawPage, page: HtmlText | None) -> tuple[str, OffsetMap]:
    """The text with lost boundaries put back, and the map to the page's content."""
    if page and raw.fast:
        return page.text, page.offsets
    if page:
        text, offsets = mended(page.text)
        return text, through(offsets, page.offsets)
    return (cleaned if raw.clean else mended)(raw.content)


def _blocks(raw: RawPage, text: str, title: str | None, page: HtmlText | None) -> tuple[Block, ...]:
    """The blocks; where HTML was read, its own model has chosen the lines, and only what a phrase says changes that."""
    if raw.clean:
        return tuple(Block(start=a, end=b, role="body", rule="clean") for a, b in lines_in(text))
    blocks = blocks_in(text, title)
    if page is None:
        return blocks
    return tuple(replace(b, role="body") if b.role == "other" and b.rule.startswith("model") else b for b in blocks)


def _words(text: str, blocks: tuple[Block, ...]) -> str:
    """The article's own words, or the page's where it has none."""
    said: list[str] = []
    size = 0
    for block in blocks:
        if block.role in BODY and size < _WORDS_FROM:
            piece = text[block.start : min(block.end, block.start + _WORDS_FROM)]
            said.append(piece)
            size += len(piece)
    return "\n".join(said) or text[:_WORDS_FROM]


def _dateline(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The place and outlet in front of the first paragraph, or in a line of their own above it."""
    first = first_paragraph(blocks)
    if first and (found := dateline_at(text, first.start, first.end)):
        return text[slice(*found)].strip()
    above = [b for b in blocks if b.role == "dateline" and (first is None or b.start < first.start)]
    return text[above[0].start : above[0].end].rstrip(" -–—") or None if above else None


def _headline(text: str, blocks: tuple[Block, ...]) -> str | None:
    return next((text[b.start : b.end] for b in blocks if b.role == "headline"), None)


def _outlet(url: str | None, named: str | None, dateline: str | None) -> Outlet | None:
    """Who publishes: by the address, by name, by the dateline; an unknown name as it stands."""
    found = outlet_at(url) or (outlet_named(named) if named else None) or (outlet_in(dateline) if dateline else None)
    return found or (Outlet(name=named) if named and bare(named) else None)


def _derived_from(outlet: Outlet | None, dateline: str | None) -> str | None:
    """The agency or outlet of the dateline, where another one publishes it."""
    named = outlet_in(dateline) if dateline else None
    return named.name if named and outlet and named.name != outlet.name and named.kind != "outlet" else None


def _published(raw: RawPage, said: Said, text: str, blocks: tuple[Block, ...], code: str) -> Timex | None:
    for value, rule in ((raw.given.published, "given"), (said.published, "page")):
        if value:
            return Timex(type="DATE", value=value[:10], basis="given", rule=rule)
    return published_in(text, blocks, said.url or raw.page.url, (raw.page.fetched_at or "")[:10] or None, code)


def _fetched(raw: RawPage, text: str, blocks: tuple[Block, ...], code: str, published: Timex | None) -> Timex | None:
    """When the page was fetched, if that is given; else the latest day in its side lists, unless they are older."""
    if raw.page.fetched_at:
        return Timex(type="DATE", value=raw.page.fetched_at[:10], basis="given", rule="fetched")
    listed = fetched_in(text, blocks, code)
    return None if listed and published and listed.value < published.value else listed
