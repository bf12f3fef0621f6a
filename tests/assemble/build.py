"""Articles of one paragraph with their marks given by hand, so that these tests do not depend on a tagger.

``{P:Budi Santoso}`` in a text is a person, ``{O:KPU}`` a body, ``{L:Awan}`` a place.
"""

from __future__ import annotations

import re

from saksi.lang.base import Pack, pack
from saksi.lang.sentences import sentences
from saksi.mark.figures import figures_in
from saksi.mark.positions import positions_in
from saksi.mark.times import times_in
from saksi.model.marks import Marks, Mention, PlaceMention, Timex
from saksi.model.pages import Article, Block

_MARKED = re.compile(r"\{([POL]):([^}]+)\}")
_KINDS = {"P": "person", "O": "organization", "L": "place"}


def marked(text: str, code: str, published: str | None = "2025-06-20") -> tuple[Article, Marks, Pack]:
    """The article and the marks of a text with names in braces."""
    plain, found, at = "", [], 0
    for m in _MARKED.finditer(text):
        plain += text[at : m.start()]
        found.append((_KINDS[m[1]], len(plain), len(plain) + len(m[2])))
        plain += m[2]
        at = m.end()
    plain += text[at:]
    lang = pack(code)
    article = Article(
        page_id="page-test", doc="test", lang=code, text=plain,
        blocks=(Block(start=0, end=len(plain), role="body"),),
        published=Timex(type="DATE", value=published, basis="given") if published else None,
    )  # fmt: skip
    full = [plain[a:b] for kind, a, b in found if kind == "person"]
    names = tuple(
        Mention(
            article_id=article.id, span=article.span(a, b), kind=kind,
            head=next((f for f in full if kind == "person" and plain[a:b] in f.split()), plain[a:b]),
        )
        for kind, a, b in found
    )  # fmt: skip
    split = tuple(sentences(plain, 0, len(plain), lang))
    times = times_in(article, split, lang)
    positions = positions_in(article, split, names, times, lang)
    marks = Marks(
        article_id=article.id,
        sentences=split,
        names=tuple(sorted((*names, *positions), key=lambda m: (m.span.start, -m.span.end, m.kind))),
        times=times,
        places=tuple(
            PlaceMention(article_id=article.id, span=n.span, name=n.span.text) for n in names if n.kind == "place"
        ),
        figures=figures_in(article, split, times, lang),
    )
    return article, marks, lang
