"""saksi compare: one part of the link room on a file of texts, pairs or questions, for use and for measuring."""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click

from saksi.errors import BadConfig

if TYPE_CHECKING:
    from saksi.link.copies import Text

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_JSON = click.option("--json", "as_json", is_flag=True, help="One JSON object a line, for programs and the scorers.")


@click.group("compare")
def command() -> None:
    """Compare texts, names or claims: each part of the link room alone, on a file."""


@command.command("copies")
@click.argument("docs", type=_FILE)
@_JSON
def copies(docs: Path, as_json: bool) -> None:
    """Near copies and reuse among the texts of DOCS (JSONL: doc, text; url, published if there)."""
    from saksi.link.copies import reuses_among

    texts = [_text(d) for d in _rows(docs)]
    for r in reuses_among(texts):
        out = {"a": r.a, "b": r.b, "kind": r.kind, "score": r.score, "spans": r.passages, "because": r.because}
        _say(out, as_json, f"{r.a}  {r.kind} {r.score:.2f} of  {r.b}  ({r.because})")


@command.command("names")
@click.argument("pairs", type=_FILE)
@_JSON
def names(pairs: Path, as_json: bool) -> None:
    """How well the two names of each line of PAIRS fit (JSONL: id, a, b; schema or kind if there)."""
    from saksi.link.names import NameKind, compare

    for p in _rows(pairs):
        given = str(p.get("schema") or p.get("kind") or "person").casefold()
        kind: NameKind = "person" if given == "person" else "organization"
        match = compare(str(p["a"]), str(p["b"]), kind)
        out = {"id": p.get("id"), "a": p["a"], "b": p["b"], "score": match.score, "because": match.because}
        _say(out, as_json, f"{match.score:.2f}  {p['a']} | {p['b']}  ({match.because})")


@command.command("stories")
@click.argument("docs", type=_FILE)
@_JSON
def stories(docs: Path, as_json: bool) -> None:
    """Which of the texts of DOCS are of one affair (JSONL: doc, text; title, published, lang if there)."""
    from saksi.link.sides import StoryText
    from saksi.link.stories import stories_among

    texts = [
        StoryText(
            id=str(d["doc"]),
            title=d.get("title") or "",
            text=d.get("text") or "",
            published=d.get("published_at") or d.get("published"),
            lang=d.get("lang") or "id",
        )
        for d in _rows(docs)
    ]
    for story in stories_among(texts):
        for m in story.members:
            out = {"doc": m.article_id, "cluster": story.id, "score": m.score, "because": m.because}
            _say(out, as_json, f"{story.id}  {m.article_id}  {m.score:.2f}  {m.because}")


@command.command("claims")
@click.argument("docs", type=_FILE)
@click.argument("queries", type=_FILE)
@click.option("--most", default=10, show_default=True, help="How many to give for each question.")
@_JSON
def claims(docs: Path, queries: Path, most: int, as_json: bool) -> None:
    """The claims of DOCS (JSONL: doc, text; title if there) nearest to each line of QUERIES (JSONL: query, text)."""
    from saksi.link.retrieval import Claimed, ClaimIndex

    rows = list(_rows(docs))
    usual = str(rows[0].get("lang") or "id") if rows else "id"
    index = ClaimIndex(
        Claimed(id=str(d["doc"]), text=d.get("text") or "", title=d.get("title") or "", lang=d.get("lang") or usual)
        for d in rows
    )
    for q in _rows(queries):
        ranked = index.ranked(q.get("text") or "", q.get("lang") or usual, most)
        out = {"query": q["query"], "ranked": [i for i, _ in ranked], "scores": [s for _, s in ranked]}
        _say(out, as_json, f"{q['query']}  " + "  ".join(f"{i} {s:.1f}" for i, s in ranked))


def _text(row: dict[str, Any]) -> Text:
    from saksi.link.copies import Text

    return Text(id=str(row["doc"]), text=row.get("text") or "", outlet=_outlet(row), published=row.get("published"))


def _outlet(row: dict[str, Any]) -> str | None:
    given = row.get("outlet") or urlsplit(row.get("url") or "").hostname
    return str(given) if given else None


def _rows(path: Path) -> Iterable[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    row = json.loads(line)
                except ValueError as error:
                    raise BadConfig("a line that is not JSON", file=str(path), line=number) from error
                if not isinstance(row, dict):
                    raise BadConfig("a line that is not a JSON object", file=str(path), line=number)
                yield row


def _say(row: dict[str, Any], as_json: bool, words: str) -> None:
    sys.stdout.write((json.dumps(row, ensure_ascii=False) if as_json else words) + "\n")
