"""Articles -> an Atom feed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol
from xml.sax.saxutils import escape, quoteattr

_NO_DATE = "1970-01-01T00:00:00Z"


class Entry(Protocol):
    """What an entry is made from: an article's id, title, outlet, date of publication and name."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    doc: str


def feed(entries: Iterable[Entry], *, base: str, own: str, title: str) -> bytes:
    """The feed as UTF-8 XML, entries in the order given. Source: RFC 4287."""
    some = list(entries)
    updated = max((_moment(e.published) for e in some), default=_NO_DATE)
    parts = [
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<title>{_text(title)}</title><id>{_text(own)}</id><updated>{updated}</updated>",
        f'<link rel="self" href={quoteattr(own)}/><link href={quoteattr(base + "/")}/>',
    ]
    for e in some:
        link = f"{base}/article/{e.id}"
        parts.append(
            f"<entry><title>{_text(e.title or e.doc)}</title><id>urn:saksi:{_text(e.id)}</id>"
            f"<updated>{_moment(e.published)}</updated><link href={quoteattr(link)}/>"
            f"<author><name>{_text(e.outlet or 'unknown')}</name></author></entry>"
        )
    return ("\n".join(parts) + "\n</feed>\n").encode()


def _moment(value: str | None) -> str:
    """A TIMEX3 date as an Atom date; the first moment of what is less than a day."""
    if not value or not value[:4].isdigit():
        return _NO_DATE
    day = (value[:10] + "-01-01")[:10] if len(value[:10]) < len("2025-01-01") else value[:10]
    return f"{day}T00:00:00Z" if day.replace("-", "").isdigit() else _NO_DATE


def _text(words: str) -> str:
    return escape("".join(c if c.isprintable() or c == " " else " " for c in words))
