"""saksi forget: take a source's pages out of the store."""

from __future__ import annotations

import click

from saksi.store.forget import forget
from saksi.store.opened import opened


@click.command("forget")
@click.argument("what")
@click.option("--why", required=True, help="The reason, which is kept with the date and the count.")
@click.option("--store", help="The store: a file, or a postgresql:// address. Default: $SAKSI_STORE, else saksi.db.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def command(what: str, why: str, store: str | None, yes: bool) -> None:
    """Take all pages of an outlet (by name or domain), one URL or one article out of the store, on request.

    What the pages said goes with them, and the decisions about it; that they went, why and how many is kept.
    """
    if not yes:
        click.confirm(f"Forget everything of {what}?", abort=True)
    shelf = opened(store)
    gone = forget(shelf, what, why)
    shelf.close()
    click.echo(f"gone: {gone.articles} articles, {gone.claims} claims, {gone.decisions} decisions")
