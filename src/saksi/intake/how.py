"""How pages are taken in: the settings that every format shares."""

from __future__ import annotations

from collections.abc import Mapping

from saksi.errors import BadInput
from saksi.model.frozen import Frozen
from saksi.model.pages import Given, RawPage
from saksi.model.raw import raw_page

MAX_HTML = 20_000_000  # characters: the longest news pages seen are a tenth of this


class How(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Settings of the intake."""

    clean: bool = False
    """The pages are article text already."""
    fast: bool = False
    """Read HTML fast rather than as well as can be."""
    columns: tuple[tuple[str, str], ...] = ()
    """Which field or column holds what: ("text", "content"), ("doc", "uuid") ... Others go by their known names."""

    def page(  # noqa: PLR0913  what a page can say of itself
        self,
        doc: str,
        content: str,
        *,
        media_type: str = "text/plain",
        url: str | None = None,
        given: Given | None = None,
        charset: str = "utf-8",
        final_url: str | None = None,
        fetched_at: str | None = None,
    ) -> RawPage:
        """A page taken in like this. Raises: BadInput "too-large"."""
        html = media_type == "text/html"
        if html and len(content) > MAX_HTML:
            raise BadInput(f"{len(content):,} characters of HTML", reason="too-large")
        return raw_page(
            doc, content, url=url, given=given, clean=self.clean and not html, fast=self.fast,
            media_type=media_type, charset=charset, final_url=final_url, fetched_at=fetched_at,
        )  # fmt: skip


# What collections call their fields, best first. FineWeb-2, CC-News as published on the Hub, and the plain words.
NAMES: Mapping[str, tuple[str, ...]] = {
    "doc": ("doc", "id", "uuid", "doc_id", "warc_record_id", "docid"),
    "text": ("text", "plain_text", "content", "maintext", "body", "article", "raw_content"),
    "html": ("html", "raw_html"),
    "url": ("url", "requested_url", "responded_url", "link", "source_url"),
    "title": ("title", "headline"),
    "published": ("published", "published_date", "date_publish", "publication_date", "pub_date", "date"),
    "lang": ("lang", "language", "language_code"),
    "outlet": ("outlet", "publisher", "sitename", "source_domain", "domain", "source"),
    "fetched": ("fetched", "fetched_at", "crawl_date", "date_download", "warc_date"),
}


def fields_of(names: frozenset[str], columns: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """What each of our fields is called among these names.

    FineWeb's "date" is when the page was crawled: it is "fetched" where the dump or the WARC file is named beside it.
    """
    chosen = dict(columns)
    found = {ours: next((n for n in known if n in names), None) for ours, known in NAMES.items()}
    if found["published"] == "date" and names & {"dump", "file_path", "warc_path"}:
        found["fetched"], found["published"] = found["fetched"] or "date", None
    found |= {ours: theirs for ours, theirs in chosen.items() if theirs in names}
    return {ours: theirs for ours, theirs in found.items() if theirs}
