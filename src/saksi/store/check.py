"""Whether a store is sound: every row's home is there, every record decodes, every index row agrees."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

import msgspec
from sqlalchemy import func, select, text

from saksi.errors import SaksiError
from saksi.store import schema as t
from saksi.store.keep import unpacked
from saksi.store.opened import Shelf
from saksi.store.read_back import AT_ONCE


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is not as it should be."""

    what: str
    where: str


def check(shelf: Shelf) -> Iterator[Fault]:
    """The faults of a store; none when it is sound."""
    with shelf.reading() as connection:
        if shelf.sqlite:
            for (told,) in connection.exec_driver_sql("PRAGMA integrity_check"):
                if told != "ok":
                    yield Fault(what="damaged", where=str(told))
            for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
                yield Fault(what="a row without its article", where=f"{row[0]} {row[1]}")
        newest = select(t.articles.c.key).where(t.articles.c.newest).group_by(t.articles.c.key)
        for (shared,) in connection.execute(newest.having(func.count() > 1)):
            yield Fault(what="two newest versions", where=shared)
        for (shared,) in connection.execute(
            select(t.articles.c.key)
            .group_by(t.articles.c.key)
            .having(func.count(t.articles.c.version.distinct()) < func.count())
        ):
            yield Fault(what="a version twice", where=shared)
        unsearched = text("SELECT id FROM articles WHERE number NOT IN (SELECT rowid FROM search)")
        for (article_id,) in connection.execute(unsearched):
            yield Fault(what="not searchable", where=article_id)
    yield from _records(shelf)


def _records(shelf: Shelf) -> Iterator[Fault]:
    after = 0
    a, c = t.articles, t.claims
    while True:
        query = select(a.c.number, a.c.id, a.c.record).where(a.c.number > after).order_by(a.c.number).limit(AT_ONCE)
        with shelf.reading() as connection:
            rows = connection.execute(query).all()
            ids = [article_id for _, article_id, _ in rows]
            counted = select(c.c.article_id, func.count()).where(c.c.article_id.in_(ids)).group_by(c.c.article_id)
            counts = {row[0]: row[1] for row in connection.execute(counted)}
        if not rows:
            return
        for number, article_id, data in rows:
            after = number
            try:
                record = unpacked(data)
            except (SaksiError, msgspec.MsgspecError, zlib.error, ValueError, RuntimeError) as error:
                yield Fault(what=f"a record that does not decode: {error}", where=article_id)
                continue
            if record.article.id != article_id:
                yield Fault(what="a record under another's id", where=article_id)
            if len({claim.id for claim in record.claims}) != counts.get(article_id, 0):
                yield Fault(what="claims that are not the record's", where=article_id)
