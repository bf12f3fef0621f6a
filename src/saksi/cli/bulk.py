"""saksi bulk: a data set in, Parquet out, on an engine."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from saksi.bulk.engine import Engine, Failed, run
from saksi.bulk.shard import Job, entry_of
from saksi.flow.order import STAGES, Stage

NOT_ALL_READ = 1
STOPPED = 130


@click.command("bulk")
@click.argument("paths", nargs=-1, required=True)
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
@click.option("--engine", type=click.Choice(["native", "ray"]), default="native", show_default=True)
@click.option("--workers", type=click.IntRange(min=1), help="Processes (default: all cores).")
@click.option("--only", type=click.Choice(STAGES), default=STAGES[-1], show_default=True, help="Stop after this room.")
@click.option("--clean", is_flag=True, help="The input is article text already: no line is furniture.")
@click.option("--again", is_flag=True, help="Do files again that the manifest says are done.")
def command(
    paths: tuple[str, ...], out: Path, engine: Engine, workers: int | None, only: Stage, clean: bool, again: bool
) -> None:
    """Read a data set and write its records as Parquet, one folder per record type.

    PATHS are files or folders (Parquet, JSONL, WARC, WET, HTML, text); the last argument is the folder for
    the output: OUT/articles, OUT/claims, OUT/times ..., and OUT/manifest with one entry per input file.

    \b
    Examples:
      saksi bulk crawl/ out/                    all cores of this machine
      saksi bulk crawl/*.warc.gz out/ --workers 4
      saksi bulk crawl/ out/ --engine ray       on the Ray cluster that RAY_ADDRESS names

    Stop it when you like and run it again: files in the manifest are left out, a file that was not finished
    is done anew, and nothing is stored twice. A page that cannot be read is a row of OUT/dropped with its reason.
    Exit code: 0 all files done; 1 some failed; 2 wrong use; 130 stopped.
    """
    told = Console(stderr=True, highlight=False)
    job = Job(out=str(out), until=only, clean=clean)
    files = _files(paths)
    if not files:
        raise click.UsageError("no input files")
    todo = files if again else [f for f in files if entry_of(f, job) is None]
    if len(todo) < len(files):
        told.print(f"{len(files) - len(todo)} of {len(files)} files are done already", style="dim")
    pages = dropped = 0
    failed: list[Failed] = []
    began = time.monotonic()
    columns = (
        MofNCompleteColumn(), TextColumn("files, {task.fields[pages]} pages"), BarColumn(), TimeElapsedColumn(),
        TimeRemainingColumn(),
    )  # fmt: skip
    try:
        with Progress(*columns, console=told, transient=True, disable=not told.is_terminal) as progress:
            task = progress.add_task("", total=len(todo), pages=0)
            for done in run(todo, job, engine=engine, workers=workers) if todo else ():
                if isinstance(done, Failed):
                    failed.append(done)
                    told.print(f"failed: {done.path}: {done.why}", style="red", markup=False)
                else:
                    pages += done.pages
                    dropped += sum(done.dropped.values())
                progress.update(task, advance=1, pages=pages)
    except KeyboardInterrupt:
        told.print("stopped; run it again to go on", style="yellow")
        sys.exit(STOPPED)
    spent = time.monotonic() - began
    told.print(f"{pages} pages read, {dropped} not, {len(failed)} files failed, {spent:.1f} s -> {out}")
    _leave(NOT_ALL_READ if failed else 0)


def _leave(code: int) -> None:
    """End the process at once: all is written, and the engine's threads were seen to crash while Python shuts down."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _files(paths: tuple[str, ...]) -> list[str]:
    found = []
    for path in paths:
        where = Path(path)
        if where.is_dir():
            found += [str(p) for p in sorted(where.rglob("*")) if p.is_file() and not p.name.startswith(".")]
        elif where.exists():
            found.append(str(where))
        else:
            raise click.UsageError(f"no such file: {path}")
    return found
