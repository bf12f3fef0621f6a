"""Names of people, organisations and places, and the positions that stand beside them."""

from __future__ import annotations

from saksi.lang.base import Pack
from saksi.model.marks import Mention
from saksi.model.pages import Article


def names_in(article: Article, sentences: tuple[tuple[int, int], ...], lang: Pack) -> tuple[Mention, ...]:
    """The names and positions in the sentences, in text order; () when there are none."""
    return ()
