"""Article -> Marks: the order in which names, times, places and figures are found."""

from __future__ import annotations

from saksi.lang.base import Pack
from saksi.lang.sentences import sentences
from saksi.mark.bearers import bearers_in
from saksi.mark.figures import figures_in
from saksi.mark.names import names_in
from saksi.mark.places import places_in
from saksi.mark.positions import positions_in
from saksi.mark.times import times_in
from saksi.model.marks import Marks
from saksi.model.pages import Article


def marks_in(article: Article, lang: Pack) -> Marks:
    """All marks of an article's body, each kind in text order."""
    split = tuple(s for b in article.body for s in sentences(article.text, b.start, b.end, lang))
    times = times_in(article, split, lang)
    names = names_in(article, split, lang)
    names = tuple(sorted((*names, *bearers_in(article, split, names, times, lang)), key=lambda m: m.span.start))
    positions = positions_in(article, split, names, times, lang)
    return Marks(
        article_id=article.id,
        sentences=split,
        names=tuple(sorted((*names, *positions), key=lambda m: (m.span.start, -m.span.end, m.kind))),
        times=times,
        places=places_in(article, split, names, lang),
        figures=figures_in(article, split, times, lang),
    )
