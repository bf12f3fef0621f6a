"""Records as they were kept."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select

from saksi.model.journal import Record
from saksi.store import schema as t
from saksi.store.keep import unpacked
from saksi.store.opened import Shelf

AT_ONCE = 200


def record(shelf: Shelf, article_id: str) -> Record | None:
    """The record of an article, or None."""
    with shelf.reading() as connection:
        data = connection.execute(select(t.articles.c.record).where(t.articles.c.id == article_id)).scalar()
    return unpacked(data) if data else None


def records(shelf: Shelf, after: int = 0, *, newest: bool = True) -> Iterator[tuple[int, Record]]:
    """The records in the order in which they were kept, each with its number; from the one after ``after``."""
    while True:
        query = select(t.articles.c.number, t.articles.c.record).where(t.articles.c.number > after)
        if newest:
            query = query.where(t.articles.c.newest)
        with shelf.reading() as connection:
            rows = connection.execute(query.order_by(t.articles.c.number).limit(AT_ONCE)).all()
        if not rows:
            return
        for number, data in rows:
            yield number, unpacked(data)
        after = rows[-1][0]
