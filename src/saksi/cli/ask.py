"""saksi ask: what the store has, by words, person, place, outlet, origin, story, time."""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence

import click
import msgspec
from rich.console import Console

from saksi.cli.page import ARROW
from saksi.cli.told import article_line, claim_line
from saksi.store.opened import opened
from saksi.store.search import ClaimRow, Found, Question, articles, claims


@click.command("ask")
@click.argument("words", nargs=-1)
@click.option("--store", help="The store: a file, or a postgresql:// address. Default: $SAKSI_STORE, else saksi.db.")
@click.option("--person", help="A name that stands in the article: of a person or a body.")
@click.option("--place", help="A place, by name or id.")
@click.option("--outlet", help="Who published it, by name or domain.")
@click.option("--origin", help="Who said it, at the end of a chain or on its way.")
@click.option("--story", help="A story's id.")
@click.option("--lang", help="The article's language.")
@click.option("--since", help="Published on or after this date (YYYY-MM-DD).")
@click.option("--until", help="Published on or before this date.")
@click.option("--claims", "as_claims", is_flag=True, help="List claims instead of articles.")
@click.option("--latest", is_flag=True, help="Order by date, the latest first.")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True)
@click.option("--offset", type=click.IntRange(0), default=0)
@click.option("--json", "as_json", is_flag=True, help="One JSON object per line.")
@click.option("--csv", "as_csv", is_flag=True, help="CSV with a header.")
def command(
    words: tuple[str, ...], store: str | None, person: str | None, place: str | None, outlet: str | None,
    origin: str | None, story: str | None, lang: str | None, since: str | None, until: str | None,
    as_claims: bool, latest: bool, limit: int, offset: int, as_json: bool, as_csv: bool,
) -> None:  # fmt: skip
    """Ask the store. Words are searched with their affixes folded, "in quotation marks" exactly.

    \b
    Examples:
      saksi ask banjir --since 2025-03-01
      saksi ask '"tanggap darurat"' --place Banyumas
      saksi ask --origin BPBD --claims --json
    """
    q = Question(
        words=" ".join(words), person=person, place=place, outlet=outlet, origin=origin, story=story, lang=lang,
        since=since, until=until, limit=limit, offset=offset, order="latest" if latest else "rank",
    )  # fmt: skip
    shelf = opened(store, read_only=False)
    rows: Sequence[Found | ClaimRow] = claims(shelf, q) if as_claims else articles(shelf, q)
    shelf.close()
    if as_json:
        for row in rows:
            sys.stdout.buffer.write(msgspec.json.encode(row) + b"\n")
    elif as_csv:
        out = csv.writer(sys.stdout)
        out.writerow((ClaimRow if as_claims else Found).__struct_fields__)
        for row in rows:
            out.writerow([_cell(v) for v in msgspec.structs.astuple(row)])
    else:
        console = Console(highlight=False)
        for row in rows:
            console.print(claim_line(row) if isinstance(row, ClaimRow) else article_line(row))
        if not rows:
            console.print("nothing found", style="dim")


def _cell(value: object) -> object:
    words = ARROW.join(v or "unnamed" for v in value) if isinstance(value, tuple) else value
    return "'" + words if isinstance(words, str) and words.startswith(("=", "+", "-", "@")) else words
