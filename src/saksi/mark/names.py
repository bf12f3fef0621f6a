"""Names of people, organisations and places, and the positions that stand beside them."""

from __future__ import annotations

from saksi.lang.base import Pack
from saksi.mark.name_model import LABELS, tagger
from saksi.mark.name_tokens import tokens_of
from saksi.model.marks import Mention, MentionKind
from saksi.model.pages import Article

KINDS: dict[str, MentionKind] = {"PER": "person", "ORG": "organization", "LOC": "place"}


def names_in(article: Article, sentences: tuple[tuple[int, int], ...], lang: Pack) -> tuple[Mention, ...]:
    """The names and positions in the sentences, in text order; () when there are none."""
    model = tagger(lang.code)
    if model is None:
        return ()
    tokens = tokens_of(article.text, sentences)
    if not tokens.words:
        return ()
    labels = model.labels(model.scores(tokens), tokens.firsts)
    return tuple(
        Mention(
            article_id=article.id,
            span=(span := article.span(tokens.starts[a], tokens.ends[b - 1])),
            kind=KINDS[kind],
            head=span.text,
            rule="tagger",
        )
        for a, b, kind in spans_of(labels.tolist())
    )


def spans_of(labels: list[int]) -> list[tuple[int, int, str]]:
    """First token, token after the last, and type of each name."""
    found: list[tuple[int, int, str]] = []
    start, kind = -1, ""
    for i, number in enumerate([*labels, 0]):
        label = LABELS[number]
        if label[0] == "I" and start >= 0:
            continue
        if start >= 0:
            found.append((start, i, kind))
        start, kind = (i, label[2:]) if label[0] == "B" else (-1, "")
    return found
