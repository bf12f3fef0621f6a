"""saksi office: one office of the store."""

from __future__ import annotations

import click
from rich.text import Text

from saksi.cli.told import JSON, STORE, console, not_there, office_line, say_json, store_at
from saksi.desk.queries import offices


@click.command("office")
@click.argument("title")
@STORE
@JSON
def command(title: str, store: str | None, as_json: bool) -> None:
    """One office: who holds, held, got or lost it, in the order in which it was published, each with the words.

    \b
    Example:
      saksi office "Wali Kota Bandung"
    """
    with store_at(store) as shelf:
        rows = offices(shelf, title=title)
    if not rows:
        raise not_there("office", title)
    if as_json:
        say_json(rows)
        return
    out = console()
    out.print(Text(title, style="bold"))
    for row in rows:
        out.print(office_line(row))
