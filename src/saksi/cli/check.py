"""saksi check: whether the store is sound."""

from __future__ import annotations

import sys

import click
from rich.console import Console

from saksi.store.check import check
from saksi.store.opened import opened


@click.command("check")
@click.option("--store", help="The store: a file, or a postgresql:// address. Default: $SAKSI_STORE, else saksi.db.")
def command(store: str | None) -> None:
    """Verify the store: the file itself, every row's home, every record, every index entry.

    Prints one line per fault. Exit code: 0 sound; 1 faults were found.
    """
    console = Console(highlight=False)
    shelf = opened(store)
    faults = 0
    for fault in check(shelf):
        faults += 1
        console.print(f"{fault.what}: {fault.where}", markup=False, style="red")
    shelf.close()
    console.print("sound" if not faults else f"{faults} faults")
    sys.exit(1 if faults else 0)
