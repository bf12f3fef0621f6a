"""saksi decide: accept, reject or undo a decision."""

from __future__ import annotations

import getpass
from typing import Literal

import click

from saksi.model.journal import Decision
from saksi.store.judge import judge, standing, undo
from saksi.store.opened import opened


@click.command("decide")
@click.argument("what", type=click.Choice(["list", "accept", "reject", "undo"]))
@click.argument("decision", required=False)
@click.option("--because", default="", help="Your reason; it is kept.")
@click.option("--by", default=getpass.getuser, help="Who decides (default: the user of this machine).")
@click.option("--all", "everything", is_flag=True, help="list: all that stand, not only the unsure ones.")
@click.option("--store", help="The store: a file, or a postgresql:// address. Default: $SAKSI_STORE, else saksi.db.")
def command(
    what: Literal["list", "accept", "reject", "undo"],
    decision: str | None,
    because: str,
    by: str,
    everything: bool,
    store: str | None,
) -> None:
    """See what waits for a decision, and decide it.

    Nothing is erased: accepting or rejecting adds your decision beside the rule's, which it overrules; undo takes a
    decision back, and the one before it stands again.

    \b
    Examples:
      saksi decide list
      saksi decide accept decision-1f0c... --because "same office, same day"
      saksi decide undo decision-77ab...
    """
    shelf = opened(store)
    try:
        if what == "list":
            for d in standing(shelf, judgement=None if everything else "unsure"):
                click.echo(_line(d))
            return
        if not decision:
            raise click.UsageError(f"which decision? saksi decide {what} ID")
        if what == "undo":
            click.echo(f"undone: {_line(undo(shelf, decision))}")
        else:
            made = judge(shelf, decision, "positive" if what == "accept" else "negative", by=by, because=because)
            click.echo(_line(made))
    finally:
        shelf.close()


def _line(d: Decision) -> str:
    return f"{d.id}  {d.judgement:8}  {d.relation}  {d.left}  {d.right}  {d.score:.2f}  {d.by}: {d.because}"
