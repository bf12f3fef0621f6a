"""saksi link: the links between the articles of a store, brought up to date."""

from __future__ import annotations

import sys

import click
from rich.console import Console

from saksi.cli.read import STOPPED
from saksi.store.link_run import STEP, Linked, link_steps
from saksi.store.opened import opened


@click.command("link")
@click.option("--store", help="The store: a file, or a postgresql:// address. Default: $SAKSI_STORE, else saksi.db.")
@click.option(
    "--step", type=click.IntRange(1, 10_000), default=STEP, show_default=True, help="Articles per transaction."
)
def command(store: str | None, step: int) -> None:
    """Bring the links up to date: near copies, stories, the same people and bodies, the same claims, contradictions.

    Only articles that are not linked yet are looked at, and what they touch. Every link is a decision with its
    reason (saksi decide list). After each step the number of articles that are linked and safe is printed; stop it
    when you like and run it again.

    \b
    Examples:
      saksi link
      saksi link --store desk.db
    """
    told = Console(stderr=True, highlight=False)
    shelf = opened(store)
    total = Linked()
    try:
        for total in link_steps(shelf, step):
            click.echo(total.articles)
    except KeyboardInterrupt:
        told.print("stopped; what was counted is kept, run it again to go on", style="yellow")
        sys.exit(STOPPED)
    finally:
        shelf.close()
    made = ", ".join(f"{n} {relation.replace('_', ' ')}" for relation, n in sorted(total.decisions.items()))
    told.print(f"{total.articles} articles linked; decisions: {made or 'none'}")
