"""One input file -> its parts of the output, and its line in the manifest. Knows no engine.

A shard writes its parts under names of its own, moves them into place when all are whole, and writes its manifest
entry last. So a shard without an entry is simply done again: its parts have the same names, and nothing is there twice.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from saksi.errors import ShardFailed
from saksi.export.tables import TABLES, Row, arrow_schema, rows_of
from saksi.flow.order import Stage, records_of
from saksi.flow.versions import VERSIONS
from saksi.intake.files import pages_at
from saksi.model.pages import Dropped

if TYPE_CHECKING:
    import pyarrow.parquet as pq

PAGES_AT_ONCE = 500
"""Pages per row group: what bounds a worker's memory."""


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be done with each input file."""

    out: str
    until: Stage = "assemble"
    clean: bool = False


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """The manifest's entry of one input file."""

    path: str
    key: str
    pages: int
    dropped: dict[str, int]
    rows: dict[str, int]
    seconds: float
    versions: dict[str, str]


def key_of(path: str) -> str:
    """The name of a file's parts: from its path as it was given."""
    return blake2b(path.encode(), digest_size=8).hexdigest()


def entry_of(path: str, job: Job) -> Entry | None:
    """The manifest's entry of a file, or None when it is still to be done (or was done by other versions)."""
    where = Path(job.out) / "manifest" / f"{key_of(path)}.json"
    try:
        entry = msgspec.json.decode(where.read_bytes(), type=Entry)
    except (FileNotFoundError, msgspec.DecodeError):
        return None
    return entry if entry.versions == VERSIONS else None


def run_shard(path: str, job: Job) -> Entry:
    """Read one file whole and keep its records. Raises: ShardFailed when its parts cannot be written."""
    began = time.monotonic()
    key, out = key_of(path), Path(job.out)
    parts = {table: out / table / f"part-{key}.parquet" for table in TABLES}
    writing = {table: where.with_name(f".{where.name}.{os.getpid()}") for table, where in parts.items()}
    reasons: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    try:
        writers = _writers(writing)
        try:
            pages = _written(records_of(pages_at(path, clean=job.clean), job.until), writers, reasons, counts)
        finally:
            for writer in writers.values():
                writer.close()
        for table, where in parts.items():
            writing[table].replace(where)
        entry = Entry(
            path=path, key=key, pages=pages, dropped=dict(sorted(reasons.items())), rows=dict(sorted(counts.items())),
            seconds=round(time.monotonic() - began, 3), versions=VERSIONS,
        )  # fmt: skip
        _keep(entry, out / "manifest" / f"{key}.json")
    except OSError as error:
        raise ShardFailed(f"cannot write: {error}", path=path) from error
    finally:
        for where in writing.values():
            where.unlink(missing_ok=True)
    return entry


def _writers(writing: dict[str, Path]) -> dict[str, pq.ParquetWriter]:
    import pyarrow.parquet as pq

    for where in writing.values():
        where.parent.mkdir(parents=True, exist_ok=True)
    return {table: pq.ParquetWriter(where, arrow_schema(table), compression="zstd") for table, where in writing.items()}


def _written(
    records: Iterable[Any], writers: dict[str, pq.ParquetWriter], reasons: Counter[str], counts: Counter[str]
) -> int:
    """Write the records' rows, a group at a time; the number of pages that gave a record."""
    import pyarrow as pa

    held: dict[str, list[Row]] = {table: [] for table in TABLES}
    pages = 0

    def flush() -> None:
        for table, rows in held.items():
            if rows:
                writers[table].write_table(pa.Table.from_pylist(rows, schema=arrow_schema(table)))
                counts[table] += len(rows)
                rows.clear()

    for seen, record in enumerate(records, 1):
        if isinstance(record, Dropped):
            reasons[record.reason] += 1
        else:
            pages += 1
        for table, rows in rows_of(record).items():
            held[table].extend(rows)
        if seen % PAGES_AT_ONCE == 0:
            flush()
    flush()
    return pages


def _keep(entry: Entry, where: Path) -> None:
    where.parent.mkdir(parents=True, exist_ok=True)
    new = where.with_name(f".{where.name}.{os.getpid()}")
    new.write_bytes(msgspec.json.format(msgspec.json.encode(entry), indent=1) + b"\n")
    new.replace(where)
