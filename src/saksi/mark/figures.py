"""Counts and amounts, with what is counted."""

from __future__ import annotations

from saksi.lang.base import Pack
from saksi.model.marks import Figure, Timex
from saksi.model.pages import Article


def figures_in(
    article: Article, sentences: tuple[tuple[int, int], ...], times: tuple[Timex, ...], lang: Pack
) -> tuple[Figure, ...]:
    """The figures in the sentences that are no part of a time, in text order; () when there are none."""
    return ()
