"""Compressed bytes -> bytes, within limits: no archive may grow into more than a page can be."""

from __future__ import annotations

import gzip
import io
import typing
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Protocol

from saksi.errors import BadInput

MAX_PAGE = 100_000_000  # bytes of one page or one line, unpacked: the longest line asked for is 50 MB
GZIP, ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
_STEP = 1 << 16


class _Unpacker(Protocol):
    def process(self, data: bytes, /) -> bytes: ...


@contextmanager
def opened(where: Path) -> Iterator[IO[bytes]]:
    """A file's bytes as a stream, unpacked when its first bytes say gzip or Zstandard.

    Raises: BadInput "unreadable" when the file cannot be opened.
    """
    try:
        raw = where.open("rb")
    except (OSError, ValueError) as fault:
        told = getattr(fault, "strerror", None) or "cannot be opened"
        raise BadInput(f"{where}: {told}", reason="unreadable") from fault
    with raw, stream_of(raw, begin_of(raw, 4)) as stream:
        yield stream


def begin_of(stream: IO[bytes], size: int) -> bytes:
    """The first bytes of a stream that can be looked at ahead, unread."""
    assert isinstance(stream, io.BufferedReader)
    with _Faults():
        return stream.peek(size)[:size]


def stream_of(raw: IO[bytes], head: bytes) -> IO[bytes]:
    """The stream unpacked, when ``head`` (its first bytes, not yet read) says that it is packed."""
    if head.startswith(GZIP):
        return io.BufferedReader(typing.cast("io.RawIOBase", gzip.GzipFile(fileobj=raw)), _STEP)
    if head.startswith(ZSTD):
        import zstandard

        reader = zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(raw, read_across_frames=True)
        return io.BufferedReader(reader, _STEP)
    return raw


def whole(stream: IO[bytes], limit: int = MAX_PAGE) -> bytes:
    """All that a stream holds.

    Raises: BadInput "too-large", "truncated", "bad-compression".
    """
    parts, size = [], 0
    while part := some(stream, _STEP * 16):
        size += len(part)
        if size > limit:
            raise BadInput(f"more than {limit:,} bytes", reason="too-large")
        parts.append(part)
    return b"".join(parts)


def some(stream: IO[bytes], size: int) -> bytes:
    """Up to ``size`` bytes more. Raises as ``whole``."""
    with _Faults():
        return stream.read(size)


def line_of(stream: IO[bytes], limit: int) -> bytes:
    """The next line, or its first ``limit`` bytes. Raises as ``whole``."""
    with _Faults():
        return stream.readline(limit)


class _Faults:
    """Turns what the unpackers raise into reasons."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, _trace: object) -> None:
        if fault is None or isinstance(fault, BadInput):
            return
        if isinstance(fault, EOFError):
            raise BadInput("the compressed file ends too early", reason="truncated") from fault
        if isinstance(fault, (zlib.error, gzip.BadGzipFile)) or type(fault).__name__ == "ZstdError":
            raise BadInput(str(fault), reason="bad-compression") from fault
        if isinstance(fault, OSError):
            raise BadInput(fault.strerror or str(fault), reason="unreadable") from fault


def unpacked(data: bytes, encodings: str | None, limit: int = MAX_PAGE) -> bytes:
    """The body of an HTTP message without its Content-Encoding (gzip, deflate, br, zstd, one after another).

    Raises: BadInput "too-large", "truncated", "bad-compression", "unknown-coding".
    """
    for name in reversed([e.strip().lower() for e in (encodings or "").split(",") if e.strip()]):
        data = _without(data, name, limit)
    if len(data) > limit:
        raise BadInput(f"more than {limit:,} bytes", reason="too-large")
    return data


def _without(data: bytes, name: str, limit: int) -> bytes:
    if name in {"identity", "none", "utf-8"} or not data:
        return data
    if name in {"gzip", "x-gzip", "deflate"}:
        return _inflated(data, name, limit)
    if name == "zstd":
        return whole(stream_of(io.BytesIO(data), ZSTD), limit)
    if name == "br":
        return _brotli(data, limit)
    raise BadInput(f"Content-Encoding {name}", reason="unknown-coding")


def _inflated(data: bytes, name: str, limit: int) -> bytes:
    if name != "deflate" and not data.startswith(GZIP):
        return data  # says gzip and is not: archives keep such headers after unpacking
    wbits = 31 if name != "deflate" else (15 if data[0] & 0x0F == 8 else -15)
    inflater = zlib.decompressobj(wbits)
    try:
        out = inflater.decompress(data, limit + 1)
    except zlib.error as fault:
        raise BadInput(str(fault), reason="bad-compression") from fault
    if len(out) > limit:
        raise BadInput(f"more than {limit:,} bytes", reason="too-large")
    if not inflater.eof:
        raise BadInput("the compressed page ends too early", reason="truncated")
    return out


def _brotli(data: bytes, limit: int) -> bytes:
    try:
        import brotli  # type: ignore[import-untyped,unused-ignore]
    except ImportError as fault:
        raise BadInput("Content-Encoding br needs the package brotli", reason="unknown-coding") from fault
    inflater: _Unpacker = brotli.Decompressor()
    parts, size = [], 0
    try:
        for at in range(0, len(data), 256):  # small steps: brotli has no limit of its own, so a bomb is met early
            parts.append(inflater.process(data[at : at + 256]))
            size += len(parts[-1])
            if size > limit:
                raise BadInput(f"more than {limit:,} bytes", reason="too-large")
    except brotli.error as fault:
        raise BadInput(str(fault), reason="bad-compression") from fault
    return b"".join(parts)
