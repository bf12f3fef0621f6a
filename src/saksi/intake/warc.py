"""WARC and WET -> pages. Source: ISO 28500 (WARC 1.1); Common Crawl's WET (records of type conversion)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from saksi.errors import BadInput
from saksi.intake.decode import declared_in, decoded
from saksi.intake.how import How
from saksi.intake.unpack import some, unpacked, whole
from saksi.model.pages import Dropped, RawPage

MAX_RECORD = 20_000_000  # bytes of a page in an archive, before and after unpacking
_PANIC = "PanicException"
_PAGES = ("text/html", "application/xhtml+xml", "text/plain")


def pages_in_warc(archive: Path | IO[bytes], name: str, how: How) -> Iterator[RawPage | Dropped]:
    """The pages of an archive, in order: answers, resources, and conversions (WET).

    Out: reasons "http-404" and the like, "not-html", "too-large", "truncated", "bad-compression", "bad-warc" ...
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    number = 0
    try:
        held = str(archive) if isinstance(archive, Path) else _Forward(archive)
        for record in ArchiveIterator(held, record_types=kinds, parse_http=True, quirks_mode=True, fsspec_args=False):
            number += 1
            doc = (record.headers.get("WARC-Record-ID") or "").strip("<>") or f"{name}:{number}"
            try:
                yield _page(record, doc, how)
            except BadInput as fault:
                yield Dropped(
                    doc=record.headers.get("WARC-Target-URI") or doc, reason=fault.reason, detail=fault.message
                )
    except BadInput as fault:
        yield Dropped(doc=f"{name}:{number + 1}", reason=fault.reason, detail=fault.message)
    except BaseException as fault:  # fastwarc's own panics are no Exception
        if not isinstance(fault, (OSError, ValueError, EOFError, RuntimeError)) and type(fault).__name__ != _PANIC:
            raise
        told = str(fault)
        reason = "truncated" if "EOF" in told or "end of" in told.lower() or "of file" in told else "bad-warc"
        yield Dropped(doc=f"{name}:{number + 1}", reason=reason, detail=told[:200])
        return
    if not number:
        yield Dropped(doc=name, reason="bad-warc", detail="no record of a page in it")


class _Forward(io.RawIOBase):
    """A stream as fastwarc wants it: it tells where it is and can go forward, a pipe too."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return False

    def read(self, size: int = -1) -> bytes:
        data = whole(self._stream) if size < 0 else some(self._stream, size)
        self._at += len(data)
        return data

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        goal = offset + self._at if whence == io.SEEK_CUR else offset
        while self._at < goal and self.read(min(goal - self._at, 1 << 16)):
            pass
        return self._at


def _page(record: Any, doc: str, how: How) -> RawPage:
    url = record.headers.get("WARC-Target-URI")
    fetched = record.headers.get("WARC-Date")
    said = record.headers.get("Content-Type") or ""
    encodings = None
    if record.http_headers is not None:
        status = record.http_headers.status_code
        if status and status != 200:
            raise BadInput(f"HTTP status {status}", reason=f"http-{status}")
        said = record.http_headers.get("Content-Type") or ""
        encodings = ", ".join(
            v
            for k in ("Content-Encoding", "Transfer-Encoding")
            if (v := record.http_headers.get(k)) and v.strip().lower() != "chunked"
        )
    kind = said.split(";")[0].strip().lower()
    if kind and kind not in _PAGES and not kind.startswith("application/http"):
        raise BadInput(kind, reason="not-html")
    data = record.reader.read(MAX_RECORD + 1)
    if len(data) > MAX_RECORD:
        raise BadInput(f"more than {MAX_RECORD:,} bytes", reason="too-large")
    if len(data) < record.content_length:
        raise BadInput(f"{len(data):,} of {record.content_length:,} bytes", reason="truncated")
    chunked = (record.http_headers.get("Transfer-Encoding") or "").lower() if record.http_headers is not None else ""
    if "chunked" in chunked:
        data = _joined(data)
    content, charset = decoded(unpacked(data, encodings, MAX_RECORD), declared_in(said))
    plain = kind == "text/plain"
    return how.page(
        doc, content, media_type="text/plain" if plain else "text/html", url=url, charset=charset, fetched_at=fetched
    )


def _joined(data: bytes) -> bytes:
    """A body without its chunks' sizes; as it is when it has none (archives often keep the header, not the chunks)."""
    parts: list[bytes] = []
    at = 0
    while at < len(data):
        end = data.find(b"\r\n", at, at + 40)
        try:
            size = int(data[at:end].split(b";")[0], 16) if end >= 0 else -1
        except ValueError:
            size = -1
        if size < 0:
            return data if not parts else b"".join(parts)
        if size == 0:
            break
        parts.append(data[end + 2 : end + 2 + size])
        at = end + 2 + size + 2
    return b"".join(parts)
