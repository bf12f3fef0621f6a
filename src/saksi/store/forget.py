"""Forgetting a source's pages on request: the rows go, that they went is kept."""

from __future__ import annotations

import msgspec
from sqlalchemy import bindparam, delete, func, insert, or_, select, text

from saksi.store import schema as t
from saksi.store.keep import now, search_columns, unpacked
from saksi.store.opened import Shelf


class Gone(msgspec.Struct, frozen=True, kw_only=True):
    """What went."""

    articles: int
    claims: int
    decisions: int


def forget(shelf: Shelf, what: str, why: str) -> Gone:
    """Take all pages of an outlet or domain, or the page of one URL, out of the store, in one transaction.

    Decisions about them go too, as they hold their words. The request itself is kept, with the count.
    """
    a = t.articles
    mine = or_(func.lower(a.c.outlet) == what.lower(), a.c.domain == what.lower(), a.c.url == what, a.c.id == what)
    with shelf.writing() as connection:
        rows = connection.execute(select(a.c.number, a.c.id, a.c.page_id, a.c.record).where(mine)).all()
        claim_ids: list[str] = []
        for number, article_id, _, data in rows:
            ids = list(connection.execute(select(t.claims.c.id).where(t.claims.c.article_id == article_id)).scalars())
            claim_ids += ids
            if shelf.sqlite:
                title, words, stems = search_columns(unpacked(data))
                taken = text(
                    "INSERT INTO search (search, rowid, title, words, stems) "
                    "VALUES ('delete', :n, :title, :words, :stems)"
                ).bindparams(*(bindparam(b) for b in ("n", "title", "words", "stems")))
                connection.execute(taken, {"n": number, "title": title, "words": words, "stems": stems})
            connection.execute(delete(t.hops).where(t.hops.c.claim_id.in_(ids)))
            for table in t.OF_AN_ARTICLE:
                connection.execute(delete(table).where(table.c.article_id == article_id))
            connection.execute(delete(a).where(a.c.id == article_id))
        about = [*claim_ids, *(row[1] for row in rows)]
        decisions = 0
        for start in range(0, len(about), 500):
            some = about[start : start + 500]
            d = t.decisions
            done = connection.execute(delete(d).where(or_(d.c.left.in_(some), d.c.right.in_(some))))
            decisions += done.rowcount
        for page_id in {row[2] for row in rows}:
            if not connection.execute(select(a.c.id).where(a.c.page_id == page_id)).first():
                connection.execute(delete(t.pages).where(t.pages.c.id == page_id))
        connection.execute(insert(t.forgotten).values(what=what, articles=len(rows), why=why, at=now()))
    return Gone(articles=len(rows), claims=len(claim_ids), decisions=decisions)
