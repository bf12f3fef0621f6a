"""saksi add: pages into the store."""

from __future__ import annotations

import sys
from collections import Counter
from itertools import islice

import click
from rich.console import Console

from saksi.cli.progress import watched
from saksi.cli.read import NOT_ALL_READ, STOPPED, pages_of
from saksi.flow.order import records_of
from saksi.model.pages import Dropped
from saksi.store.keep import Kept, keep
from saksi.store.opened import opened


@click.command("add")
@click.argument("paths", nargs=-1, required=True)
@click.option("--store", help="The store: a file, or a postgresql:// address. Default: $SAKSI_STORE, else saksi.db.")
@click.option("--clean", is_flag=True, help="The input is article text already: no line is furniture.")
@click.option("--fast", is_flag=True, help="HTML: the quicker extractor, at some loss.")
@click.option("--batch", type=click.IntRange(1, 10_000), default=50, show_default=True, help="Pages per transaction.")
def command(paths: tuple[str, ...], store: str | None, clean: bool, fast: bool, batch: int) -> None:
    """Read pages and keep their records in a store.

    PATHS are as for saksi read. A page that is there already, with the same content, is left alone; a page that
    has changed becomes a new version beside the old one. Each batch is kept whole or not at all: stop it when you
    like and run it again. After each batch the number of pages that are safe is printed on standard output.

    \b
    Examples:
      saksi add crawl/*.warc.gz
      saksi add --store desk.db samples
    """
    told = Console(stderr=True, highlight=False)
    total = Kept()
    reasons: Counter[str] = Counter()
    shelf = opened(store, create=True)
    try:
        with watched(pages_of(paths, clean=clean, fast=fast), paths, told, quiet=False) as pages:
            records = records_of(pages)
            while some := list(islice(records, batch)):
                kept = keep(shelf, some)
                total.new += kept.new
                total.versions += kept.versions
                total.known += kept.known
                total.dropped += kept.dropped
                reasons.update(r.reason for r in some if isinstance(r, Dropped))
                click.echo(total.new + total.versions + total.known)
    except KeyboardInterrupt:
        told.print("stopped; what was counted is kept, run it again to go on", style="yellow")
        sys.exit(STOPPED)
    finally:
        shelf.close()
    told.print(_sum(total, reasons))
    if total.dropped:
        sys.exit(NOT_ALL_READ)


def _sum(kept: Kept, reasons: Counter[str]) -> str:
    words = f"{kept.new} new, {kept.versions} new versions, {kept.known} there already"
    if kept.dropped:
        words += f", {kept.dropped} not read ({', '.join(f'{n} {reason}' for reason, n in reasons.most_common())})"
    return words
