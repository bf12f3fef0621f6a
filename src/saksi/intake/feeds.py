"""RSS, Atom, JSON Feed and OPML -> their entries. Source: RSS 2.0; RFC 4287; jsonfeed.org 1.1; opml.org 2.0."""

from __future__ import annotations

import calendar
import io
import json
from datetime import UTC, datetime
from typing import Any

from saksi.errors import BadInput
from saksi.intake.decode import decoded, mended
from saksi.model.frozen import Frozen

MAX_ENTRIES = 5_000  # of one feed: more is no feed but an attack


class Entry(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A page that a feed or a sitemap names, and what it says of it."""

    url: str
    title: str | None = None
    published: str | None = None
    """ISO 8601."""
    lang: str | None = None
    outlet: str | None = None
    html: str | None = None
    """The whole text, where the feed gives it."""


def entries_in_feed(data: bytes) -> tuple[Entry, ...]:
    """The entries of an RSS, Atom or JSON feed, in its order; entries without an address are left out.

    Raises: BadInput "not-a-feed", and those of decoding.
    """
    head = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"{"):
        return _json_feed(data)
    import feedparser

    held = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not held.get("version"):
        raise BadInput("neither RSS, Atom nor JSON Feed", reason="not-a-feed")
    site, lang = _word(held.feed.get("title")), _word(held.feed.get("language"))
    found = []
    for item in held.entries[:MAX_ENTRIES]:
        url = _word(item.get("link")) or _word(item.get("id"))
        if not url or not url.startswith(("http://", "https://")):
            continue
        when = item.get("published_parsed") or item.get("updated_parsed")
        content = next((c.get("value") for c in item.get("content", ()) if c.get("value")), None)
        found.append(
            Entry(
                url=url,
                title=_word(item.get("title")),
                published=_iso(when),
                lang=lang,
                outlet=site,
                html=mended(content) if content else None,
            )
        )
    return tuple(found)


def feeds_in_opml(data: bytes) -> tuple[str, ...]:
    """The addresses of the feeds that an OPML file lists, each once.

    Raises: BadInput "not-opml".
    """
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException, ElementTree

    try:
        root = ElementTree.fromstring(data)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as fault:
        raise BadInput(str(fault)[:100], reason="not-opml") from fault
    if root.tag.lower() != "opml":
        raise BadInput(f"<{root.tag}>", reason="not-opml")
    urls = (o.get("xmlUrl") or o.get("xmlurl") or "" for o in root.iter("outline"))
    return tuple(dict.fromkeys(u.strip() for u in urls if u.strip().startswith(("http://", "https://"))))


def looks_like_feed(head: bytes) -> bool:
    """Whether a document that begins like this is a feed."""
    start = head[:2000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"{"):
        return b"jsonfeed.org/version" in start
    return start.startswith(b"<") and any(mark in start for mark in (b"<rss", b"<feed", b"<rdf:RDF"))


def looks_like_opml(head: bytes) -> bool:
    """Whether a document that begins like this is OPML."""
    start = head[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith(b"<") and b"<opml" in start


def _json_feed(data: bytes) -> tuple[Entry, ...]:
    try:
        held = json.loads(decoded(data)[0], strict=False)
    except (ValueError, RecursionError) as fault:
        raise BadInput(str(fault)[:100], reason="not-a-feed") from fault
    if not isinstance(held, dict) or not isinstance(held.get("items"), list):
        raise BadInput("no items", reason="not-a-feed")
    found = []
    for item in held["items"][:MAX_ENTRIES]:
        url = _word(item.get("url")) if isinstance(item, dict) else None
        if not url or not url.startswith(("http://", "https://")):
            continue
        found.append(
            Entry(
                url=url,
                title=_word(item.get("title")),
                published=_word(item.get("date_published")),
                lang=_word(item.get("language") or held.get("language")),
                outlet=_word(held.get("title")),
                html=_word(item.get("content_html")),
            )
        )
    return tuple(found)


def _word(value: Any) -> str | None:
    return mended(value).strip() or None if isinstance(value, str) else None


def _iso(when: Any) -> str | None:
    if not when:
        return None
    try:
        return datetime.fromtimestamp(calendar.timegm(when), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError, TypeError):
        return None
