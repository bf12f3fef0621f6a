"""Bytes or text -> RawPage: what every format ends in."""

from __future__ import annotations

from hashlib import blake2b

from saksi.model.pages import Given, Page, RawPage


def raw_page(  # noqa: PLR0913  what a page can say of itself
    doc: str,
    content: str,
    *,
    url: str | None = None,
    given: Given | None = None,
    clean: bool = False,
    fast: bool = False,
    media_type: str = "text/plain",
    charset: str = "utf-8",
    final_url: str | None = None,
    fetched_at: str | None = None,
) -> RawPage:
    """A page from its decoded content."""
    data = content.encode("utf-8", "surrogatepass")
    page = Page(
        doc=doc,
        url=url,
        final_url=final_url,
        fetched_at=fetched_at,
        media_type=media_type,
        charset=charset,
        digest=blake2b(data, digest_size=16).hexdigest(),
        size=len(data),
    )
    return RawPage(page=page, content=content, given=given or Given(), clean=clean, fast=fast)
