"""Progress on long work: pages, rate, and time left where the amount of input is known."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from saksi.model.pages import Dropped, RawPage

_PACKED = (".gz", ".zst", ".parquet", ".bz2", ".xz")


@contextmanager
def watched(
    pages: Iterator[RawPage | Dropped], paths: tuple[str, ...], console: Console, *, quiet: bool
) -> Iterator[Iterator[RawPage | Dropped]]:
    """The same pages, with a bar on the console while they pass; nothing is shown when it is no terminal."""
    if quiet or not console.is_terminal:
        yield pages
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.fields[pages]} pages, {task.fields[rate]:.0f}/s"),
        BarColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=_size(paths), pages=0, rate=0.0)
        yield _counted(pages, progress, task)


def _counted(pages: Iterator[RawPage | Dropped], progress: Progress, task: TaskID) -> Iterator[RawPage | Dropped]:
    for count, page in enumerate(pages, 1):
        yield page
        elapsed = progress.tasks[0].elapsed or 0.0
        size = page.page.size if isinstance(page, RawPage) else 0
        progress.update(task, advance=size, pages=count, rate=count / elapsed if elapsed else 0.0)


def _size(paths: tuple[str, ...]) -> int | None:
    """The bytes to read, or None where that cannot be known before (packed files, standard input, URLs)."""
    total = 0
    for path in paths:
        where = Path(path)
        files = [where] if where.is_file() else [p for p in where.rglob("*") if p.is_file()] if where.is_dir() else []
        if not files or any(f.suffix in _PACKED for f in files):
            return None
        total += sum(f.stat().st_size for f in files)
    return total
