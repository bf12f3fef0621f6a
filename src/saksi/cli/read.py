"""saksi read: pages in, their records out."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from saksi.export.record_json import record_line
from saksi.flow.order import STAGES, Stage, records_of
from saksi.intake.files import pages_at
from saksi.model.pages import Dropped, RawPage


@click.command("read")
@click.argument("paths", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON object per page and line (docs/record.md).")
@click.option("--clean", is_flag=True, help="The input is article text already: no line is furniture.")
@click.option("--text", is_flag=True, help="With --json: give the article's text too; offsets count in it.")
@click.option("--only", type=click.Choice(STAGES), default="assemble", help="Stop after this room.")
def command(paths: tuple[str, ...], as_json: bool, clean: bool, text: bool, only: Stage) -> None:
    """Read pages and print who says what, on whose word.

    PATHS are files, folders or "-" for standard input.
    """

    def pages() -> Iterator[RawPage | Dropped]:
        for path in paths:
            yield from pages_at(path, clean=clean)

    for record in records_of(pages(), only):
        if isinstance(record, Dropped):
            click.echo(f"{record.doc}: {record.reason}: {record.detail}", err=True)
        elif as_json:
            sys.stdout.buffer.write(record_line(record, text=text) + b"\n")
