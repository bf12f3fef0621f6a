"""saksi reads news pages and keeps the record: who said what happened, where and when, on whose word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from saksi import read as _room  # noqa: F401  (the room is bound first, so that the function below keeps the name)

if TYPE_CHECKING:
    from saksi.model.journal import Record

__version__ = "0.1.0"
__all__ = ["read"]


def read(
    content: str,
    *,
    url: str | None = None,
    title: str | None = None,
    published: str | None = None,
    lang: str | None = None,
    clean: bool = False,
    html: bool = False,
) -> Record:
    """The record of one page.

    In: ``content`` is the page's text, or its HTML with ``html``; ``published`` is an ISO date, known from elsewhere;
    ``clean`` says that it is article text already.
    Raises: BadInput when there is nothing to read, or no pack for its language.
    """
    from saksi.flow.order import record_of
    from saksi.model.pages import Given
    from saksi.model.raw import raw_page

    given = Given(title=title, published=published, lang=lang)
    media_type = "text/html" if html else "text/plain"
    return record_of(raw_page("-", content, url=url, given=given, clean=clean, media_type=media_type))
