"""saksi bulk: the same records as a plain loop, resumable, a failed page a row with its reason."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from saksi.bulk.shard import Job, entry_of, key_of, run_shard
from saksi.export.tables import TABLES, rows_of
from saksi.flow.order import records_of
from saksi.intake.files import pages_at

TEXT = "Budi Santoso mengatakan bahwa {n} warga Kota Bandung mengungsi pada Senin (6/1/2025) karena banjir besar."


def jsonl(where: Path, n: int, start: int = 0) -> Path:
    rows = [json.dumps({"doc": f"d{i}", "text": TEXT.format(n=i + 2), "lang": "id"}) for i in range(start, start + n)]
    where.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return where


def read(out: Path, table: str) -> list[dict]:
    files = sorted((out / table).glob("part-*.parquet"))
    return [row for f in files for row in pq.read_table(f).to_pylist()]


def test_a_shard_keeps_what_a_plain_loop_gives(tmp_path: Path) -> None:
    source = jsonl(tmp_path / "a.jsonl", 20)
    entry = run_shard(str(source), Job(out=str(tmp_path / "out"), clean=True))
    assert entry.pages == 20
    plain: dict[str, list[dict]] = {table: [] for table in TABLES}
    for record in records_of(pages_at(str(source), clean=True)):
        for table, rows in rows_of(record).items():
            plain[table].extend({column: row.get(column) for column in TABLES[table]} for row in rows)
    for table in TABLES:
        assert read(tmp_path / "out", table) == json.loads(json.dumps(plain[table])), table
    assert plain["times"]


def test_a_page_that_cannot_be_read_is_a_row_with_its_reason(tmp_path: Path) -> None:
    source = tmp_path / "a.jsonl"
    source.write_text('{"doc": "x", "text": " "}\n' + json.dumps({"doc": "y", "text": TEXT, "lang": "id"}) + "\n")
    entry = run_shard(str(source), Job(out=str(tmp_path / "out"), clean=True))
    assert (entry.pages, entry.dropped) == (1, {"empty": 1})
    assert read(tmp_path / "out", "dropped")[0]["doc"] == "x"


def test_a_shard_without_an_entry_is_done_again_and_nothing_is_there_twice(tmp_path: Path) -> None:
    source, job = jsonl(tmp_path / "a.jsonl", 3), Job(out=str(tmp_path / "out"), clean=True)
    assert entry_of(str(source), job) is None
    run_shard(str(source), job)
    before = read(tmp_path / "out", "articles")
    (tmp_path / "out" / "manifest" / f"{key_of(str(source))}.json").unlink()
    assert entry_of(str(source), job) is None
    run_shard(str(source), job)
    assert read(tmp_path / "out", "articles") == before
    assert entry_of(str(source), job) is not None


@pytest.mark.slow
def test_a_killed_run_goes_on_where_it_was(tmp_path: Path) -> None:
    pytest.importorskip("daft")
    folder = tmp_path / "in"
    folder.mkdir()
    for i in range(6):
        jsonl(folder / f"{i}.jsonl", 150, start=150 * i)
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    args = [
        sys.executable,
        "-c",
        "from saksi.cli import main; main()",
        "bulk",
        "--clean",
        "--workers",
        "2",
        str(folder),
    ]
    assert subprocess.run([*args, str(whole)], capture_output=True, check=False, timeout=300).returncode == 0
    run = subprocess.Popen(
        [*args, str(cut)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    deadline = time.monotonic() + 120
    while not list(cut.glob("manifest/*.json")) and run.poll() is None and time.monotonic() < deadline:
        time.sleep(0.05)
    os.killpg(run.pid, signal.SIGKILL)
    run.wait()
    assert subprocess.run([*args, str(cut)], capture_output=True, check=False, timeout=300).returncode == 0
    for table in TABLES:
        assert read(cut, table) == read(whole, table), table
    assert len(read(cut, "articles")) == 900
