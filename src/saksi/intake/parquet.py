"""Parquet -> pages, a batch of rows at a time; FineWeb-2 and CC-News columns are known by name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO

from saksi.errors import BadConfig, BadInput
from saksi.intake.how import How, fields_of
from saksi.intake.rows import page_of
from saksi.model.pages import Dropped, RawPage

BATCH = 256  # rows in memory at once


def pages_in_parquet(where: Path | IO[bytes], name: str, how: How) -> Iterator[RawPage | Dropped]:
    """The pages of a Parquet file, in order.

    Out: reasons "bad-parquet", "no-columns" (neither text nor HTML), and those of rows.
    Raises: BadConfig when a column named in ``how.columns`` is not there.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        table = pq.ParquetFile(where)
        names = frozenset(table.schema_arrow.names)
    except (pa.ArrowException, OSError, ValueError) as fault:
        yield Dropped(doc=name, reason="bad-parquet", detail=str(fault)[:200])
        return
    for ours, theirs in how.columns:
        if theirs not in names:
            raise BadConfig(f"no column {theirs!r} in {name}; it has {', '.join(sorted(names))}", field=ours)
    fields = fields_of(names, how.columns)
    if "text" not in fields and "html" not in fields:
        yield Dropped(doc=name, reason="no-columns", detail=f"has {', '.join(sorted(names))[:200]}")
        return
    wanted = sorted({*fields.values(), *(names & {"dump", "file_path", "warc_path"})})
    number = 0
    try:
        for batch in table.iter_batches(batch_size=BATCH, columns=wanted):
            for row in batch.to_pylist():
                number += 1
                try:
                    yield page_of(row, f"{name}:{number}", how)
                except BadInput as fault:
                    doc = str(fault.values.get("doc", f"{name}:{number}"))
                    yield Dropped(doc=doc, reason=fault.reason, detail=fault.message)
    except (pa.ArrowException, OSError, ValueError) as fault:
        yield Dropped(doc=f"{name}:{number + 1}", reason="bad-parquet", detail=str(fault)[:200])
