"""The only import of the engine: Daft runs shards in processes on this machine, or on a Ray cluster."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any, Literal

import msgspec

from saksi.bulk.shard import Entry, Job, run_shard
from saksi.errors import BadConfig, SaksiError

Engine = Literal["native", "ray"]
TRIES = 2
"""How often a file is tried before it is reported as failed."""


class Failed(msgspec.Struct, frozen=True, kw_only=True):
    """An input file that failed for good; the others went on."""

    path: str
    why: str


def run(
    paths: list[str], job: Job, *, engine: Engine = "native", workers: int | None = None
) -> Iterator[Entry | Failed]:
    """The entry of each file as it is done, in no fixed order.

    In: ``workers`` processes, all cores when None. Models load once per worker.
    Raises: BadConfig when the engine is not installed.
    """
    os.environ.setdefault("DAFT_ANALYTICS_ENABLED", "0")
    os.environ.setdefault("DAFT_PROGRESS_BAR", "0")
    try:
        import daft
        from daft import DataType, col
    except ImportError as error:
        raise BadConfig("the engine is not installed: pip install 'saksi[bulk]'") from error
    if engine == "ray":
        daft.set_runner_ray()
    else:
        daft.set_runner_native()

    @daft.cls(use_process=True, max_concurrency=workers or os.cpu_count() or 1)
    class Shards:
        def __init__(self, told: bytes) -> None:
            self.job = msgspec.json.decode(told, type=Job)

        @daft.method.batch(return_dtype=DataType.string(), batch_size=1)
        def keep(self, paths: Any) -> Any:  # a Series when it runs; an Expression goes in and out when it is planned
            return [_tried(path, self.job) for path in paths.to_pylist()]

    shards = Shards(msgspec.json.encode(job))
    frame = daft.from_pydict({"path": paths})
    if engine == "ray":
        frame = frame.into_partitions(len(paths))
    for row in frame.select(shards.keep(col("path")).alias("done")).iter_rows():
        yield msgspec.json.decode(row["done"], type=_Done).outcome


class _Done(msgspec.Struct, frozen=True, kw_only=True):
    entry: Entry | None = None
    failed: Failed | None = None

    @property
    def outcome(self) -> Entry | Failed:
        outcome = self.entry or self.failed
        assert outcome is not None
        return outcome


def _tried(path: str, job: Job) -> str:
    why = ""
    for _ in range(TRIES):
        try:
            return msgspec.json.encode(_Done(entry=run_shard(path, job))).decode()
        except SaksiError as error:
            why = str(error)
    return msgspec.json.encode(_Done(failed=Failed(path=path, why=why))).decode()
