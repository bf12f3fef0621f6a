"""saksi read: pages in, their records out."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator

import click
from rich.console import Console

from saksi.cli.page import origins_line, show
from saksi.cli.progress import watched
from saksi.export.record_json import record_line
from saksi.flow.order import STAGES, Stage, records_of
from saksi.intake.files import pages_at
from saksi.link.origins import origins_of
from saksi.model.claims import Claim
from saksi.model.pages import Dropped, RawPage

NOT_ALL_READ = 1
"""The exit code when a page could not be read; the others were."""
STOPPED = 130
"""The exit code after Ctrl-C."""


@click.command("read")
@click.argument("paths", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON object per page and line (form: docs/record.md).")
@click.option("--clean", is_flag=True, help="The input is article text already: no line is furniture.")
@click.option("--text", is_flag=True, help="With --json: give the article's text too; offsets then count in it.")
@click.option(
    "--only",
    type=click.Choice(STAGES),
    default=STAGES[-1],
    show_default=True,
    help="Stop after this room: read (furniture), mark (names, times, places, figures), attribute (claims).",
)
@click.option("--fast", is_flag=True, help="HTML: the quicker extractor, at some loss.")
@click.option("--quiet", is_flag=True, help="No progress and no summary on standard error.")
def command(
    paths: tuple[str, ...], as_json: bool, clean: bool, text: bool, only: Stage, fast: bool, quiet: bool
) -> None:
    """Read pages and print who says what, on whose word.

    PATHS are files (text, HTML, JSONL, Parquet, WARC, WET, feeds, also compressed), folders, URLs,
    or "-" for standard input.

    \b
    Examples:
      saksi read page.txt                 one page, for reading
      saksi read --json crawl/ > out.jsonl a folder, one record a line
      cat page.html | saksi read -        from another program

    Exit code: 0 all pages read; 1 some were not (each with its reason on standard error);
    2 wrong use; 130 stopped by Ctrl-C.
    """
    console = Console(highlight=False)
    told = Console(stderr=True, highlight=False)
    dropped: Counter[str] = Counter()
    claims: list[Claim] = []
    count = 0
    try:
        with watched(pages_of(paths, clean=clean, fast=fast), paths, told, quiet=quiet or not as_json) as pages:
            for record in records_of(pages, only):
                if isinstance(record, Dropped):
                    dropped[record.reason] += 1
                    told.print(f"{record.doc}: not read: {record.reason}: {record.detail}", markup=False, style="red")
                    continue
                count += 1
                if as_json:
                    sys.stdout.buffer.write(record_line(record, text=text) + b"\n")
                else:
                    show(record, console)
                    claims.extend(record.claims)
    except KeyboardInterrupt:
        told.print(f"stopped after {count} pages", style="yellow")
        sys.exit(STOPPED)
    sys.stdout.flush()
    if not as_json and count > 1 and claims:
        console.print(f"{count} pages, {len(claims)} claims, {origins_line(origins_of(claims))} behind them.")
    if dropped and not quiet:
        reasons = ", ".join(f"{n} {reason}" for reason, n in dropped.most_common())
        told.print(f"{count} pages read, {dropped.total()} not: {reasons}", style="yellow")
    if dropped:
        sys.exit(NOT_ALL_READ)


def pages_of(paths: tuple[str, ...], *, clean: bool, fast: bool) -> Iterator[RawPage | Dropped]:
    """The pages at the paths, one path after the other."""
    for path in paths:
        yield from pages_at(path, clean=clean, fast=fast)
