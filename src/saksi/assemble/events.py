"""What is said to have happened: event reports by kind, with roles, place, time and figures."""

from __future__ import annotations

from saksi.lang.base import Pack
from saksi.model.claims import Claim
from saksi.model.happenings import EventReport
from saksi.model.marks import Marks
from saksi.model.pages import Article


def events_in(article: Article, marks: Marks, claims: tuple[Claim, ...], lang: Pack) -> tuple[EventReport, ...]:
    """The event reports of an article, in text order of their triggers."""
    return ()
