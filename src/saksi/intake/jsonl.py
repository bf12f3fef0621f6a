"""JSON lines -> pages: one bad line never stops the others."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import msgspec

from saksi.errors import BadInput
from saksi.intake.decode import decoded
from saksi.intake.how import How
from saksi.intake.rows import page_of
from saksi.intake.unpack import MAX_PAGE, line_of, opened, whole
from saksi.model.pages import Dropped, RawPage

_SKIP = 1 << 20


def pages_in_jsonl(stream: IO[bytes], name: str, how: How, folder: Path | None = None) -> Iterator[RawPage | Dropped]:
    """The pages of a stream of JSON lines, in order; memory stays that of the longest line.

    In: rows with text or html (a page, or a path beside the file) and what is known of them (saksi.intake.how.NAMES).
    Out: reasons "bad-json", "bad-row", "too-large", "empty", "outside-folder", "truncated", "bad-compression" ...
    """
    number = 0
    while True:
        number += 1
        doc = f"{name}:{number}"
        try:
            line = line_of(stream, MAX_PAGE + 1)
            if not line:
                return
            if len(line) > MAX_PAGE:
                _skip(stream)
                yield Dropped(doc=doc, reason="too-large", detail=f"a line of more than {MAX_PAGE:,} bytes")
                continue
        except BadInput as fault:  # the stream itself is broken: nothing can be read after it
            yield Dropped(doc=doc, reason=fault.reason, detail=fault.message)
            return
        if not line.strip():
            continue
        try:
            yield page_of(_object(line), doc, how, lambda path: _held(folder, path))
        except BadInput as fault:
            yield Dropped(doc=str(fault.values.get("doc", doc)), reason=fault.reason, detail=fault.message)


def pages_in_json(data: bytes, name: str, how: How, folder: Path | None = None) -> Iterator[RawPage | Dropped]:
    """The pages of a whole JSON document: one object, or a list of them; else of JSON lines under a wrong name.

    Out: reasons as ``pages_in_jsonl``.
    """
    try:
        held = json.loads(decoded(data)[0], strict=False)
    except (ValueError, RecursionError):
        yield from pages_in_jsonl(io.BytesIO(data), name, how, folder)
        return
    several = isinstance(held, list)
    for number, row in enumerate(held if several else [held], 1):
        doc = f"{name}:{number}" if several else name
        if not isinstance(row, dict):
            yield Dropped(doc=doc, reason="bad-json", detail="not an object")
            continue
        try:
            yield page_of(row, doc, how, lambda path: _held(folder, path))
        except BadInput as fault:
            yield Dropped(doc=str(fault.values.get("doc", doc)), reason=fault.reason, detail=fault.message)


def _skip(stream: IO[bytes]) -> None:
    while (rest := line_of(stream, _SKIP)) and not rest.endswith(b"\n"):
        pass


def _object(line: bytes) -> dict[str, Any]:
    if line.startswith(b"\xef\xbb\xbf"):
        line = line[3:]
    try:
        held = msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        try:
            held = json.loads(decoded(line)[0], strict=False)  # lone surrogates, NaN, other charsets
        except (ValueError, RecursionError) as fault:
            raise BadInput(str(fault)[:100], reason="bad-json") from fault
    if not isinstance(held, dict):
        raise BadInput("not an object", reason="bad-json")
    return held


def _held(folder: Path | None, path: str) -> str:
    """The text of a file beside the collection; a path that leads out of its folder is refused."""
    if folder is None:
        raise BadInput(f"{path}: no folder to look in", reason="unreadable")
    if "\0" in path or "\ufffd" in path or len(path) > 1000:
        raise BadInput("no path", reason="bad-row")
    where = (folder / path).resolve()
    if not where.is_relative_to(folder.resolve()):
        raise BadInput(path, reason="outside-folder")
    with opened(where) as stream:
        return decoded(whole(stream))[0]
