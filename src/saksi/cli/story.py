"""saksi story: one story of the store."""

from __future__ import annotations

import click
from rich.text import Text

from saksi.cli.told import JSON, STORE, article_line, console, not_there, say_json, store_at
from saksi.desk.queries import story
from saksi.store.link_queries import origins_behind


@click.command("story")
@click.argument("story_id")
@STORE
@JSON
def command(story_id: str, store: str | None, as_json: bool) -> None:
    """One story: its articles, how many independent origins, and where the origins differ.

    \b
    Example:
      saksi story story-3f60c1f6f4b6a6a1a2c4
    """
    with store_at(store) as shelf:
        view = story(shelf, story_id)
        if view is None:
            raise not_there("story", story_id)
        behind = origins_behind(shelf, [a.id for a in view.articles])
    if as_json:
        say_json({"story": view, "origins": behind})
        return
    out = console()
    out.print(Text(view.line.title, style="bold"))
    few, most = behind.at_least, behind.at_most
    origins = f"{few}" if few == most else f"{few} to {most}"
    out.print(
        f"{view.line.articles} articles, {view.line.outlets} outlets, {origins} independent origins", style="cyan"
    )
    for article in reversed(view.articles):
        out.print(article_line(article))
    for row in view.grid:
        out.print(
            Text(("differ  " if row.differ else "agree   ") + row.question, style="red" if row.differ else "green")
        )
        for origin, (value, words, _) in row.answers.items():
            line = Text(f"  {origin}: {value}", style="default")
            line.append(f"  “{words}”", style="dim")
            out.print(line)
