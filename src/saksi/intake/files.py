"""Paths -> pages: files of every format, folders, standard input, addresses; what cannot be read gives its reason."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from saksi.errors import BadInput
from saksi.intake.decode import decoded
from saksi.intake.feeds import entries_in_feed, feeds_in_opml, looks_like_feed, looks_like_opml
from saksi.intake.fetch import Fetcher
from saksi.intake.how import How
from saksi.intake.jsonl import pages_in_json, pages_in_jsonl
from saksi.intake.parquet import pages_in_parquet
from saksi.intake.sitemaps import looks_like_sitemap, sitemap_in
from saksi.intake.unpack import begin_of, opened, stream_of, whole
from saksi.intake.urls import pages_from, pages_of_entries
from saksi.intake.warc import pages_in_warc
from saksi.model.pages import Dropped, RawPage

# What a file's name says of its form; the ending of a packed file is left off first.
_FORMS = {
    ".txt": "text", ".text": "text", ".md": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json",
    ".parquet": "parquet", ".warc": "warc", ".wet": "warc", ".arc": "warc",
    ".rss": "xml", ".atom": "xml", ".xml": "xml", ".opml": "xml",
}  # fmt: skip
_PACKED = (".gz", ".zst", ".zstd")
_MARKUP = re.compile(rb"<(?:!doctype\s|html|head|body|article|div|p|title|meta)\b", re.IGNORECASE)
_ABOUT = re.compile(r"(?:readme|licen[cs]e|copying|notice|changelog)(?:\.\w{1,4})?$", re.IGNORECASE)
"""Files that tell of a folder and are no pages of it."""
HEAD = 4096  # bytes by which the form of a nameless stream is told


def pages_at(
    path: str,
    *,
    clean: bool = False,
    fast: bool = False,
    columns: tuple[tuple[str, str], ...] = (),
    fetcher: Fetcher | None = None,
) -> Iterator[RawPage | Dropped]:
    """The pages at a path: a file of any form, a folder and all below it (in name order), "-", or an address.

    In: columns name the fields of JSON lines and Parquet where they are not the known ones (saksi.intake.how.NAMES).
    The network is used only for an address (http, https) and for the entries of a feed or OPML file that is itself the
    path; without a fetcher one is made. Out: every page or its reason; in folders, hidden files and those about
    the folder (README, LICENSE ...) are left out, and nothing else.
    Raises: BadConfig when a column named is not there.
    """
    how = How(clean=clean, fast=fast, columns=columns)
    if path.startswith(("http://", "https://")):
        yield from pages_from(path, how, fetcher)
        return
    if path == "-":
        yield from _stream(_standard_input(), "-", how)
        return
    where = Path(path)
    try:
        if where.is_dir():
            yield from _folder(where, how)
        else:
            yield from _file(where, where.name, how, fetcher, given=True)
    except (OSError, ValueError) as fault:  # a path that no file can have
        yield Dropped(doc=path[:200], reason="unreadable", detail=str(fault)[:200])


def _standard_input() -> io.BufferedReader:
    held = getattr(sys.stdin, "buffer", None)
    if isinstance(held, io.BufferedReader):
        return held
    data = held.read() if held is not None else sys.stdin.read().encode("utf-8", "surrogatepass")
    return io.BufferedReader(io.BytesIO(data))  # a stream put in the place of standard input


def _folder(top: Path, how: How) -> Iterator[RawPage | Dropped]:
    for folder, inner, files in os.walk(top):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for name in sorted(files):
            if name.startswith(".") or _ABOUT.match(name):
                continue
            where = Path(folder) / name
            doc = where.relative_to(top).as_posix()
            if not where.is_file():
                yield Dropped(doc=doc, reason="unreadable", detail="not a regular file")
            elif _form(name) is None:
                yield Dropped(doc=doc, reason="unknown-format", detail=where.suffix or "no ending")
            else:
                yield from _file(where, doc, how, None, given=False)


def _form(name: str) -> str | None:
    name = name.lower()
    for packed in _PACKED:
        name = name.removesuffix(packed)
    return _FORMS.get(Path(name).suffix)


def _file(where: Path, doc: str, how: How, fetcher: Fetcher | None, *, given: bool) -> Iterator[RawPage | Dropped]:
    form = _form(where.name)
    try:
        if form == "parquet" and where.is_file():
            yield from pages_in_parquet(where, doc, how)
            return
        if form == "warc" and where.is_file():
            yield from pages_in_warc(where, doc, how)
            return
        with opened(where) as stream:
            yield from _formed(stream, form, doc, how, where.parent, fetcher, given=given)
    except BadInput as fault:
        yield Dropped(doc=doc, reason=fault.reason, detail=fault.message)


def _stream(stream: IO[bytes], doc: str, how: How) -> Iterator[RawPage | Dropped]:
    try:
        inner = stream_of(stream, begin_of(stream, 4))
        yield from _formed(inner, None, doc, how, None, None, given=False)
    except BadInput as fault:
        yield Dropped(doc=doc, reason=fault.reason, detail=fault.message)


def _formed(
    stream: IO[bytes],
    form: str | None,
    doc: str,
    how: How,
    folder: Path | None,
    fetcher: Fetcher | None,
    *,
    given: bool,
) -> Iterator[RawPage | Dropped]:
    """The pages of an unpacked stream of a form; of none, it is told by its first bytes."""
    form = form or _sniffed(begin_of(stream, HEAD))
    if form == "jsonl":
        yield from pages_in_jsonl(stream, doc, how, folder)
    elif form == "warc":
        yield from pages_in_warc(stream, doc, how)
    elif form == "parquet":
        yield from pages_in_parquet(io.BytesIO(whole(stream)), doc, how)
    else:
        yield from _of_bytes(whole(stream), form, doc, how, folder, fetcher, given=given)


def _of_bytes(
    data: bytes, form: str, doc: str, how: How, folder: Path | None, fetcher: Fetcher | None, *, given: bool
) -> Iterator[RawPage | Dropped]:
    if form == "json" and not looks_like_feed(data[:HEAD]):
        yield from pages_in_json(data, doc, how, folder)
    elif form in {"json", "xml"} and looks_like_feed(data[:HEAD]):
        yield from pages_of_entries(entries_in_feed(data), doc, how, fetcher, fetch=given)
    elif form == "xml" and looks_like_opml(data[:HEAD]):
        for url in feeds_in_opml(data):
            if given:
                yield from pages_from(url, how, fetcher)
            else:
                yield Dropped(doc=url, reason="not-fetched", detail=f"a feed that {doc} lists")
    elif form == "xml" and looks_like_sitemap(data[:HEAD]):
        held = sitemap_in(data)
        yield from pages_of_entries(held.entries, doc, how, fetcher, fetch=given)
        for url in held.sitemaps:
            if given:
                yield from pages_from(url, how, fetcher)
            else:
                yield Dropped(doc=url, reason="not-fetched", detail=f"a sitemap that {doc} lists")
    else:
        content, charset = decoded(data)
        html = form in {"html", "xml"} and (form == "html" or bool(_MARKUP.search(data[:HEAD])))
        yield how.page(doc, content, media_type="text/html" if html else "text/plain", charset=charset)


def _sniffed(head: bytes) -> str:
    """The form of a stream that begins like this."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"PAR1"):
        return "parquet"
    if start.startswith(b"WARC/"):
        return "warc"
    if looks_like_feed(head) or looks_like_opml(head) or looks_like_sitemap(head):
        return "json" if start.startswith(b"{") else "xml"
    if start.startswith(b"{") and re.match(rb'\{\s*(?:"|\})', start):
        return "jsonl"
    if start.startswith(b"<") and _MARKUP.search(head):
        return "html"
    narrow = head.replace(b"\0", b"").lstrip(b"\xff\xfe \t\r\n")
    return "html" if narrow.startswith(b"<") and _MARKUP.search(narrow) else "text"
