"""Time expressions with their TIMEX3 values."""

from __future__ import annotations

from saksi.lang.base import Pack
from saksi.model.marks import Timex
from saksi.model.pages import Article


def times_in(article: Article, sentences: tuple[tuple[int, int], ...], lang: Pack) -> tuple[Timex, ...]:
    """The time expressions in the sentences, in text order; () when there are none."""
    return ()
