"""saksi person: one person or body of the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import click
from rich.text import Text

from saksi.cli.told import JSON, STORE, article_line, claim_line, console, not_there, office_line, say_json, store_at
from saksi.desk.queries import name
from saksi.desk.views import Office
from saksi.store.link_queries import names_of

SHOWN = 10


@click.command("person")
@click.argument("wanted", metavar="NAME")
@STORE
@JSON
def command(wanted: str, store: str | None, as_json: bool) -> None:
    """One person or body: offices, words, articles, under all the names that are decided to be one's.

    \b
    Example:
      saksi person "Surya Wibisana"
    """
    with store_at(store) as shelf:
        views = [v for n in names_of(shelf, wanted) if (v := name(shelf, n, "person"))]
    if not views:
        raise not_there("name", wanted)
    if as_json:
        say_json(views)
        return
    out = console()
    out.print(Text(" = ".join(v.name for v in views), style="bold"))
    for office, times in folded_offices(o for v in views for o in v.offices):
        out.print(office_line(office) + (f"  and {times - 1} more" if times > 1 else ""))
    said = {c.id: c for v in views for c in v.said}
    out.print(f"{len(said)} claims", style="cyan")
    for row in list(said.values())[:SHOWN]:
        out.print(claim_line(row))
    articles = {a.id: a for v in views for a in v.articles}
    out.print(f"{len(articles)} articles", style="cyan")
    for article in list(articles.values())[:SHOWN]:
        out.print(article_line(article))


def folded_offices(offices: Iterable[Office]) -> list[tuple[Office, int]]:
    """Each office with its status once, by its first line, and how many lines say the same."""
    first: dict[tuple[str, ...], Office] = {}
    times: Counter[tuple[str, ...]] = Counter()
    for o in offices:
        said = (o.title.casefold(), (o.org or "").casefold(), o.status)
        first.setdefault(said, o)
        times[said] += 1
    return [(o, times[said]) for said, o in first.items()]
