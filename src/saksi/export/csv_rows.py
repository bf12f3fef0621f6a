"""Records -> CSV for spreadsheets: the rows of one table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from saksi.export.tables import TABLES, rows_of
from saksi.model.journal import Record
from saksi.model.pages import Dropped

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_lines(records: Iterable[Record | Dropped], table: str = "claims") -> Iterator[bytes]:
    """The CSV lines of a table, its header first, each with its line end.

    Cells that a spreadsheet would take for a formula get an apostrophe in front. Lists are joined with " | ".
    Source: RFC 4180, UTF-8 with a byte order mark (spreadsheets need it).
    """
    columns = list(TABLES[table])
    yield b"\xef\xbb\xbf" + _line(columns)
    for record in records:
        for row in rows_of(record).get(table, ()):
            yield _line([_cell(row.get(column)) for column in columns])


def _line(cells: list[str]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue().encode("utf-8", "replace")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return _cell(" | ".join("unnamed" if v is None else str(v) for v in value))
    words = str(value)
    return "'" + words if isinstance(value, str) and words.startswith(_FORMULA) else words
