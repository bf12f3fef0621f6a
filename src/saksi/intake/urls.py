"""Addresses -> pages: a page, a feed's entries, the feeds of an OPML list, a sitemap's pages."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from contextlib import nullcontext

from saksi.errors import BadInput
from saksi.intake.decode import declared_in, decoded
from saksi.intake.feeds import Entry, entries_in_feed, feeds_in_opml, looks_like_feed, looks_like_opml
from saksi.intake.fetch import Fetched, Fetcher
from saksi.intake.how import How
from saksi.intake.sitemaps import looks_like_sitemap, sitemap_in
from saksi.intake.unpack import GZIP, stream_of, whole
from saksi.model.pages import Dropped, Given, RawPage

DEEP = 3  # lists of lists (an OPML of feeds, an index of sitemaps) that are followed
MOST_LISTS = 200  # feeds and sitemaps of one address
_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "")


def pages_from(url: str, how: How, fetcher: Fetcher | None = None) -> Iterator[RawPage | Dropped]:
    """The page at an address; of a feed, an OPML list or a sitemap the pages that it names, each once.

    Out: reasons of ``Fetcher.get``, of decoding and of the lists; "seen" for an address named before.
    """
    with nullcontext(fetcher) if fetcher else Fetcher() as ours:
        yield from _Walk(how, ours).at(url, None, 0)


def pages_of_entries(
    entries: Iterable[Entry], name: str, how: How, fetcher: Fetcher | None = None, *, fetch: bool
) -> Iterator[RawPage | Dropped]:
    """The pages of a list's entries, fetched; without ``fetch`` those whose text stands in the list itself."""
    if fetch:
        with nullcontext(fetcher) if fetcher else Fetcher() as ours:
            walk = _Walk(how, ours)
            for entry in entries:
                yield from walk.at(entry.url, entry, DEEP)
        return
    for entry in entries:
        if entry.html:
            yield how.page(entry.url, entry.html, media_type="text/html", url=entry.url, given=_given(entry))
        else:
            yield Dropped(doc=entry.url, reason="not-fetched", detail=f"a page that {name} lists")


class _Walk:
    """One walk from an address: what was seen, and how many lists were opened."""

    def __init__(self, how: How, fetcher: Fetcher) -> None:
        self._how, self._fetcher = how, fetcher
        self._seen: set[str] = set()
        self._lists = 0

    def at(self, url: str, entry: Entry | None, deep: int) -> Iterator[RawPage | Dropped]:
        if url in self._seen:
            yield Dropped(doc=url, reason="seen", detail="named before")
            return
        self._seen.add(url)
        try:
            got = self._fetcher.get(url)
            data = whole(stream_of(io.BytesIO(got.data), GZIP)) if got.data.startswith(GZIP) else got.data
            inner = self._named(data) if deep < DEEP and self._lists < MOST_LISTS else None
            if inner is None:
                yield self._page(got, data, entry)
                return
        except BadInput as fault:
            if entry is not None and entry.html:
                yield self._how.page(url, entry.html, media_type="text/html", url=url, given=_given(entry))
                return
            yield Dropped(doc=url, reason=fault.reason, detail=fault.message)
            return
        self._lists += 1
        for one, deeper in inner:
            yield from self.at(one.url, one, deeper if deeper == DEEP else deep + 1)

    def _named(self, data: bytes) -> list[tuple[Entry, int]] | None:
        """What a list names, and how deep each is: pages are not opened as lists again. None for a page."""
        head = data[:4096]
        if looks_like_feed(head):
            return [(e, DEEP) for e in entries_in_feed(data)]
        if looks_like_opml(head):
            return [(Entry(url=u), 0) for u in feeds_in_opml(data)]
        if looks_like_sitemap(head):
            held = sitemap_in(data)
            return [(Entry(url=u), 0) for u in held.sitemaps] + [(e, DEEP) for e in held.entries]
        return None

    def _page(self, got: Fetched, data: bytes, entry: Entry | None) -> RawPage:
        kind = got.content_type.split(";")[0].strip().lower()
        if kind not in _PAGES:
            raise BadInput(kind, reason="not-html")
        content, charset = decoded(data, declared_in(got.content_type))
        return self._how.page(
            got.url, content, media_type="text/plain" if kind == "text/plain" else "text/html", url=got.url,
            final_url=got.final_url, charset=charset, fetched_at=got.fetched_at, given=_given(entry) if entry else None,
        )  # fmt: skip


def _given(entry: Entry) -> Given:
    return Given(title=entry.title, published=entry.published, lang=entry.lang, outlet=entry.outlet)
