"""What the commands story, claim, person and office have in common: a store opened, lines printed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click
import msgspec
from rich.console import Console
from rich.text import Text

from saksi.cli.page import ARROW, plain
from saksi.desk.views import Office
from saksi.errors import StoreError
from saksi.store.opened import Shelf, opened
from saksi.store.search import ClaimRow, Found

STORE = click.option(
    "--store", help="The store: a file, or a postgresql:// address. Default: $SAKSI_STORE, else saksi.db."
)
JSON = click.option("--json", "as_json", is_flag=True, help="One JSON object.")


@contextmanager
def store_at(store: str | None) -> Iterator[Shelf]:
    """The store, closed at the end."""
    shelf = opened(store)
    try:
        yield shelf
    finally:
        shelf.close()


def say_json(value: object) -> None:
    """One value as one line of JSON."""
    sys.stdout.buffer.write(msgspec.json.encode(value) + b"\n")


def console() -> Console:
    """Where the words go."""
    return Console(highlight=False)


def not_there(what: str, wanted: str) -> StoreError:
    """Nothing in the store by that name."""
    return StoreError(f"the store has no such {what}", wanted=wanted)


def chain_line(chain: tuple[str | None, ...]) -> str:
    """A chain from its origin to its publisher: "HUR → Kyiv Post → Suara.com"."""
    return ARROW.join(plain(n) if n else "unnamed" for n in reversed(chain))


def claim_line(row: ClaimRow) -> Text:
    """A claim with its chain."""
    line = Text(chain_line(row.chain), style="green")
    line.append(f"\n  {plain(row.content)}", style="default")
    line.append(f"\n  {row.published or 'no date'} · {row.outlet or 'outlet unknown'} · {row.id}", style="dim")
    return line


def article_line(row: Found) -> Text:
    """An article in one line."""
    line = Text(f"  {row.published or 'no date':10}  ", style="dim")
    line.append(plain(row.title or row.doc), style="default")
    line.append(f"  {row.outlet or 'outlet unknown'} · {row.id}", style="dim")
    return line


def office_line(row: Office) -> Text:
    """One line of an office's or a person's list."""
    line = Text(f"  {row.published or 'no date':10}  ", style="dim")
    line.append(f"{row.status:10}  ", style="yellow")
    line.append(f"{plain(row.holder)}: {plain(row.title)}", style="default")
    line.append(f"  “{plain(row.words)}”", style="dim")
    return line
