"""Mentions of places, with the place that each most likely means."""

from __future__ import annotations

from saksi.lang.base import Pack
from saksi.model.marks import Mention, PlaceMention
from saksi.model.pages import Article


def places_in(
    article: Article, sentences: tuple[tuple[int, int], ...], names: tuple[Mention, ...], lang: Pack
) -> tuple[PlaceMention, ...]:
    """The places in the sentences, in text order; () when there are none."""
    return ()
