"""Tables of tab-separated rows, read into records; a bad row is refused with its file and line."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

import msgspec

from saksi.errors import BadPack

R = TypeVar("R", bound=msgspec.Struct)


def table(where: Traversable | Path, row_type: type[R]) -> tuple[R, ...]:
    """The rows of a table, in the file's order.

    In: UTF-8, one row a line, cells separated by tabs; the first line names the columns; lines that start with "# " and
    blank lines are left out. Columns are fields of ``row_type``; an empty cell takes the field's default.
    A field of type tuple takes a cell with parts separated by "|".
    Raises: BadPack with file and line.
    """
    try:
        lines = where.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise BadPack(f"cannot read the table: {error}", file=str(where), line=0) from error
    fields = {f.name: f for f in msgspec.structs.fields(row_type)}
    lists = frozenset(name for name, f in fields.items() if "tuple" in str(f.type))
    columns: list[str] | None = None
    rows: list[R] = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("# "):
            continue
        cells = line.split("\t")
        if columns is None:
            columns = cells
            unknown = [c for c in columns if c not in fields]
            missing = [n for n, f in fields.items() if f.required and n not in columns]
            if unknown or missing:
                raise BadPack("columns do not fit", file=str(where), line=number, unknown=unknown, missing=missing)
            continue
        if len(cells) > len(columns):
            raise BadPack("more cells than columns", file=str(where), line=number)
        given = dict(zip(columns, (c.strip() for c in cells), strict=False))
        try:
            rows.append(_row(given, row_type, lists))
        except msgspec.ValidationError as error:
            raise BadPack(str(error), file=str(where), line=number) from error
    return tuple(rows)


def _row(given: dict[str, str], row_type: type[R], lists: frozenset[str]) -> R:
    values = {name: cell.split("|") if name in lists else cell for name, cell in given.items() if cell}
    return msgspec.convert(values, row_type, strict=False)


def folder(package: str) -> Traversable:
    """The folder of a package's data files."""
    return files(package)
