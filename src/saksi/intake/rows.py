"""A row of a collection (a JSON object, a row of a table) -> its page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from saksi.errors import BadInput
from saksi.intake.decode import mended
from saksi.intake.how import How, fields_of
from saksi.model.pages import Given, RawPage

Beside = Callable[[str], str]
"""A path that a row names -> the text of the file there."""


def page_of(row: Mapping[str, Any], doc: str, how: How, beside: Beside | None = None) -> RawPage:
    """The page of a row; ``doc`` is its name where the row has none of its own.

    Raises: BadInput "empty" (neither text nor HTML), "bad-row" (a field of the wrong kind), and what ``beside`` raises.
    """
    fields = fields_of(frozenset(row), how.columns)

    def word(ours: str) -> str | None:
        value = row.get(fields[ours]) if ours in fields else None
        if value is None or value == "":
            return None
        if isinstance(value, (datetime, date)):
            return value.isoformat()
        if isinstance(value, (str, int)) and not isinstance(value, bool):
            return mended(str(value))
        if ours in {"text", "html", "doc"}:
            raise BadInput(f"{fields[ours]} is not text", reason="bad-row", doc=doc)
        return None

    given = Given(title=word("title"), published=word("published"), lang=_lang(word("lang")), outlet=word("outlet"))
    name, url, fetched = word("doc") or doc, word("url"), word("fetched")
    html = word("html")
    if html and "<" not in html[:2000] and beside is not None:
        html = beside(html)
    if html:
        return how.page(name, html, media_type="text/html", url=url, given=given, fetched_at=fetched)
    text = word("text")
    if not text or not text.strip():
        raise BadInput("neither text nor HTML", reason="empty", doc=name)
    return how.page(name, text, url=url, given=given, fetched_at=fetched)


# ISO 639-3 codes of collections (FineWeb-2: "ind_Latn" or "ind") and the codes of our packs.
_SHORT = {"ind": "id", "eng": "en", "zsm": "ms", "msa": "ms"}


def _lang(said: str | None) -> str | None:
    if not said:
        return None
    code = said.replace("_", "-").split("-")[0].lower()
    return _SHORT.get(code, code)
