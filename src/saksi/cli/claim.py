"""saksi claim: one claim of the store."""

from __future__ import annotations

import click
from rich.text import Text

from saksi.cli.told import JSON, STORE, chain_line, claim_line, console, not_there, say_json, store_at
from saksi.desk.queries import claim
from saksi.store.link_queries import carriers, origins_of_claim


@click.command("claim")
@click.argument("claim_id")
@STORE
@JSON
def command(claim_id: str, store: str | None, as_json: bool) -> None:
    """One claim: its words, its chain, who else says so, who says otherwise, and how many origins it has.

    \b
    Example:
      saksi claim claim-9a0e3f3b3f0c5e1d2b7a
    """
    with store_at(store) as shelf:
        view = claim(shelf, claim_id)
        if view is None:
            raise not_there("claim", claim_id)
        behind = origins_of_claim(shelf, carriers(shelf, claim_id))
    if as_json:
        say_json({"claim": view, "origins": behind})
        return
    out = console()
    out.print(Text(" … ".join(s.text for s in view.claim.content.spans), style="bold"))
    out.print(Text(chain_line(tuple(h.source.name for h in view.claim.chain)), style="green"))
    out.print(Text(f"“{view.sentence}”", style="dim"))
    few, most = behind.at_least, behind.at_most
    out.print(f"{few if few == most else f'{few} to {most}'} independent origins: {behind.because}", style="cyan")
    for title, rows in (("also said by", view.same), ("against it", view.against)):
        if rows:
            out.print(title, style="yellow")
            for row in rows:
                out.print(claim_line(row))
    for d in view.decisions:
        out.print(Text(f"{d.judgement} {d.relation.replace('_', ' ')} · {d.by}: {d.because} · {d.id}", style="dim"))
