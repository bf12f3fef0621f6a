"""Who holds, held, was given or lost which office."""

from __future__ import annotations

from saksi.lang.base import Pack
from saksi.model.claims import Claim
from saksi.model.happenings import Occupancy
from saksi.model.marks import Marks
from saksi.model.pages import Article


def offices_in(article: Article, marks: Marks, claims: tuple[Claim, ...], lang: Pack) -> tuple[Occupancy, ...]:
    """The occupancies that the article tells of, once per person, position and status, in text order."""
    return ()
