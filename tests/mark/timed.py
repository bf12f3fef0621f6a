"""Articles of one line for the tests of times and figures."""

from __future__ import annotations

from saksi.lang.base import pack
from saksi.lang.sentences import sentences
from saksi.mark.figures import figures_in
from saksi.mark.times import times_in
from saksi.model.marks import Figure, Timex
from saksi.model.pages import Article, Block


def article_of(
    text: str, code: str = "id", published: str | None = "2025-06-18", fetched: str | None = None
) -> Article:
    return Article(
        page_id="page",
        doc="doc",
        lang=code,
        text=text,
        blocks=(Block(start=0, end=len(text), role="body"),),
        published=Timex(type="DATE", value=published, basis="given") if published else None,
        fetched=Timex(type="DATE", value=fetched, basis="given") if fetched else None,
    )


def timexes(
    text: str, code: str = "id", published: str | None = "2025-06-18", fetched: str | None = None
) -> list[Timex]:
    article = article_of(text, code, published, fetched)
    split = tuple(sentences(text, 0, len(text), pack(code)))
    return list(times_in(article, split, pack(code)))


def times(text: str, code: str = "id", published: str | None = "2025-06-18") -> list[tuple[str, str]]:
    """The words and the value of each time."""
    return [(text[t.span.start : t.span.end], t.value) for t in timexes(text, code, published) if t.span]


def figures(text: str, code: str = "id") -> list[tuple[str, float, float, str]]:
    """The words, low, high and measure of each figure."""
    return [(text[f.span.start : f.span.end], f.low, f.high, f.measure) for f in whole_figures(text, code)]


def whole_figures(text: str, code: str = "id") -> list[Figure]:
    article = article_of(text, code)
    split = tuple(sentences(text, 0, len(text), pack(code)))
    return list(figures_in(article, split, times_in(article, split, pack(code)), pack(code)))
