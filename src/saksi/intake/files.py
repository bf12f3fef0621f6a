"""Files, folders and standard input -> pages; whatever cannot be read gives its reason."""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from saksi.model.raw import raw_page
from saksi.model.pages import Dropped, Given, RawPage


def pages_at(path: str, *, clean: bool = False) -> Iterator[RawPage | Dropped]:
    """The pages at a path: a file, a folder (in name order) or "-"."""
    if path == "-":
        yield raw_page("-", sys.stdin.read(), clean=clean)
        return
    where = Path(path)
    if where.is_dir():
        for inner in sorted(where.iterdir()):
            if inner.suffix in (".txt", ".html", ".jsonl") and inner.is_file():
                yield from pages_at(str(inner), clean=clean)
        return
    if where.name.endswith((".jsonl", ".jsonl.gz")):
        yield from _jsonl(where, clean=clean)
        return
    yield raw_page(where.name, where.read_text(encoding="utf-8"), clean=clean)


def _jsonl(where: Path, *, clean: bool) -> Iterator[RawPage | Dropped]:
    opened = gzip.open(where, "rt", encoding="utf-8") if where.suffix == ".gz" else where.open(encoding="utf-8")
    with opened as lines:
        for line in lines:
            if line.strip():
                yield _from_json(json.loads(line), where, clean=clean)


def _from_json(row: dict[str, Any], where: Path, *, clean: bool) -> RawPage:
    given = Given(title=row.get("title"), published=row.get("published"), lang=row.get("lang"))
    doc = str(row.get("doc") or row.get("id"))
    if row.get("html"):
        held = where.parent / row["html"]
        content = gzip.decompress(held.read_bytes()).decode("utf-8", "replace")
        return raw_page(doc, content, url=row.get("url"), given=given, clean=clean, media_type="text/html")
    return raw_page(doc, row.get("text") or "", url=row.get("url"), given=given, clean=clean)
