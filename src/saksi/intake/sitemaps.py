"""Sitemaps, news sitemaps and indexes of sitemaps -> their addresses.

Source: sitemaps.org 0.9; Google News sitemap 0.9.
"""

from __future__ import annotations

import io
from xml.etree.ElementTree import Element, ParseError

from saksi.errors import BadInput
from saksi.intake.feeds import Entry
from saksi.model.frozen import Frozen

MAX_ENTRIES = 50_000  # the protocol's own limit for one sitemap


class Sitemap(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a sitemap names: pages, or further sitemaps."""

    entries: tuple[Entry, ...] = ()
    sitemaps: tuple[str, ...] = ()


def sitemap_in(data: bytes) -> Sitemap:
    """What a sitemap names, in its order; one that breaks off gives what stands before.

    In: unpacked XML, or a text file with an address a line. Raises: BadInput "not-a-sitemap".
    """
    from defusedxml import DefusedXmlException, ElementTree

    if data[:10].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"http"):
        lines = data.decode("utf-8", "replace").splitlines()[:MAX_ENTRIES]
        return Sitemap(entries=tuple(Entry(url=u.strip()) for u in lines if _address(u)))
    entries: list[Entry] = []
    maps: list[str] = []
    root = None
    try:
        for event, element in ElementTree.iterparse(io.BytesIO(data), events=("start", "end")):
            if root is None:
                root = _name(element)
                if root not in {"urlset", "sitemapindex"}:
                    raise BadInput(f"<{root}>", reason="not-a-sitemap")
            if event == "end" and _name(element) in {"url", "sitemap"}:
                if _name(element) == "url" and (entry := _entry(element)):
                    entries.append(entry)
                elif _name(element) == "sitemap" and (where := _address(_under(element, "loc"))):
                    maps.append(where)
                element.clear()
            if len(entries) + len(maps) >= MAX_ENTRIES:
                break
    except (ParseError, DefusedXmlException, ValueError, LookupError) as fault:
        if not entries and not maps:
            raise BadInput(str(fault)[:100], reason="not-a-sitemap") from fault
    return Sitemap(entries=tuple(entries), sitemaps=tuple(maps))


def looks_like_sitemap(head: bytes) -> bool:
    """Whether a document that begins like this is a sitemap."""
    start = head[:2000].lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"<") and (b"<urlset" in start or b"<sitemapindex" in start)


def _entry(element: Element) -> Entry | None:
    url = _address(_under(element, "loc"))
    if not url:
        return None
    news = _child(element, "news")
    if news is None:
        return Entry(url=url)
    paper = _child(news, "publication")
    return Entry(
        url=url,
        title=_under(news, "title"),
        published=_under(news, "publication_date"),
        outlet=_under(paper, "name") if paper is not None else None,
        lang=_under(paper, "language") if paper is not None else None,
    )


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _child(element: Element, name: str) -> Element | None:
    return next((e for e in element if _name(e) == name), None)


def _under(element: Element, name: str) -> str | None:
    found = _child(element, name)
    return (found.text or "").strip() or None if found is not None else None


def _address(url: str | None) -> str | None:
    url = (url or "").strip()
    return url if url.startswith(("http://", "https://")) and len(url) < 4000 else None
