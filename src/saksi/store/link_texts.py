"""Records in the forms that the link room compares."""

from __future__ import annotations

from saksi.link.copies import Text
from saksi.link.sides import StoryText
from saksi.link.sketch import sketch
from saksi.model.journal import Record

THIN = 8
"""The window of the sketch that is kept: a fifth of the runs, enough to find an article that shares two sentences."""


def prints_of(record: Record) -> list[int]:
    """The thin sketch of an article's own lines, as signed 64-bit numbers."""
    return [int(h) for h in sketch(own_lines(record), THIN).astype("int64")]


def own_lines(record: Record) -> str:
    """The article's text with all that is not its own blanked out; offsets stay."""
    text = record.article.text
    out = []
    last = 0
    for block in record.article.body:
        out += [_blank(text[last : block.start]), text[block.start : block.end]]
        last = block.end
    return "".join([*out, _blank(text[last:])])


def compared_text(record: Record) -> Text:
    """An article as copies are found among."""
    article = record.article
    relays = {
        h.source.name for c in record.claims for h in c.chain[1:] if h.source.name and h.source.kind == "outlet"
    } | ({article.derived_from} if article.derived_from else set())
    return Text(
        id=article.id,
        text=own_lines(record),
        outlet=article.outlet.name if article.outlet else None,
        published=article.published.value if article.published else None,
        cites=tuple(sorted(relays)),
    )


def story_text(record: Record) -> StoryText:
    """An article as stories are told among."""
    article = record.article
    return StoryText(
        id=article.id,
        title=article.headline or "",
        text="\n".join(article.text[b.start : b.end] for b in article.body),
        published=article.published.value if article.published else None,
        lang=article.lang,
    )


def _blank(words: str) -> str:
    return "".join("\n" if c == "\n" else " " for c in words)
