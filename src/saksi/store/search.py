"""Asking the store: by words, person, place, outlet, origin, story, time; ranked."""

from __future__ import annotations

import re
from typing import Any, Literal

import msgspec
from sqlalchemy import ColumnElement, and_, column, exists, func, literal, literal_column, or_, select, table
from sqlalchemy import Text as SqlText

from saksi.lang.base import codes
from saksi.link.fold import key, words
from saksi.store import schema as t
from saksi.store.keep import stems
from saksi.store.opened import Shelf

_QUOTED = re.compile(r'"([^"]*)"|(\S+)')
_INDEX = table("search", column("rowid"), column("words"), column("stems"))
MOST = 1000


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked for; all that is given must hold."""

    words: str = ""
    """Words to search for, affixes folded; "in quotation marks" exactly."""
    person: str | None = None
    """A name that the article has: of a person or a body."""
    place: str | None = None
    outlet: str | None = None
    origin: str | None = None
    """A name in a chain: who said it."""
    story: str | None = None
    lang: str | None = None
    since: str | None = None
    """Published on or after this ISO date."""
    until: str | None = None
    old_versions: bool = False
    limit: int = 20
    offset: int = 0
    order: Literal["rank", "latest"] = "rank"


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """One article that answers."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    lang: str
    url: str | None
    doc: str
    claims: int
    story: str | None
    rank: float


class ClaimRow(msgspec.Struct, frozen=True, kw_only=True):
    """One claim with where it stands."""

    id: str
    article: str
    content: str
    origin: str | None
    chain: tuple[str | None, ...]
    mode: str
    stance: str
    hedged: bool
    said_at: str | None
    outlet: str | None
    published: str | None
    title: str | None


def name_key(name: str) -> str:
    """The form in which names are compared: folded words."""
    return key(name)


def articles(shelf: Shelf, q: Question) -> list[Found]:
    """The articles that answer, the best first (or the latest), at most ``limit``."""
    a = t.articles
    claim_count = select(func.count()).where(t.claims.c.article_id == a.c.id).scalar_subquery()
    story = select(t.stories.c.story_id).where(t.stories.c.article_id == a.c.id).scalar_subquery()
    rank: ColumnElement[Any] = literal_column("0.0")
    query = select(
        a.c.id, a.c.title, a.c.outlet, a.c.published, a.c.lang, a.c.url, a.c.doc,
        claim_count.label("claims"), story.label("story"),
    )  # fmt: skip
    asked = _match(shelf, q.words)
    if asked:
        condition, rank = asked
        query = query.select_from(a.join(_INDEX, _INDEX.c.rowid == a.c.number)).where(condition)
    query = query.add_columns(rank.label("rank")).where(*_wanted(q))
    latest = a.c.published.desc().nulls_last()
    order = (rank, latest) if asked and q.order == "rank" else (latest,)
    query = query.order_by(*order, a.c.number).limit(min(q.limit, MOST)).offset(q.offset)
    with shelf.reading() as connection:
        rows = connection.execute(query).mappings().all()
    return [Found(**{**row, "rank": float(row["rank"])}) for row in rows]


def claims(shelf: Shelf, q: Question) -> list[ClaimRow]:
    """The claims of the articles that answer; with ``origin`` its own only, with ``words`` those with the words."""
    a, c = t.articles, t.claims
    query = (
        select(
            c.c.id, c.c.article_id.label("article"), c.c.content, c.c.origin, c.c.chain, c.c.mode, c.c.stance,
            c.c.hedged, c.c.said_at, a.c.outlet, a.c.published, a.c.title,
        )
        .select_from(c.join(a, c.c.article_id == a.c.id))
        .where(*_wanted(q))
    )  # fmt: skip
    if q.origin:
        hops = exists().where(and_(t.hops.c.claim_id == c.c.id, t.hops.c.n > 0, _named(t.hops.c.key, q.origin)))
        query = query.where(hops)
    for word in words(q.words):
        query = query.where(func.lower(c.c.content, type_=SqlText).contains(word, autoescape=True))
    query = query.order_by(a.c.published.desc().nulls_last(), a.c.number, c.c.position)
    with shelf.reading() as connection:
        rows = connection.execute(query.limit(min(q.limit, MOST)).offset(q.offset)).mappings().all()
    return [ClaimRow(**{**row, "chain": tuple(msgspec.json.decode(row["chain"]))}) for row in rows]


def _named(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """Whether a folded name is the one asked for, or holds it as whole words."""
    wanted = key(name)
    return or_(
        column == wanted,
        column.startswith(wanted + " ", autoescape=True),
        column.endswith(" " + wanted, autoescape=True),
        column.contains(" " + wanted + " ", autoescape=True),
    )


def _wanted(q: Question) -> list[ColumnElement[bool]]:
    a = t.articles
    wanted: list[ColumnElement[bool]] = []
    if not q.old_versions:
        wanted.append(a.c.newest)
    if q.person:
        named = and_(t.names.c.article_id == a.c.id, _named(t.names.c.key, q.person))
        wanted.append(exists().where(named))
    if q.place:
        there = and_(
            t.places.c.article_id == a.c.id, or_(t.places.c.place_id == q.place, t.places.c.key == key(q.place))
        )
        wanted.append(exists().where(there))
    if q.outlet:
        wanted.append(or_(func.lower(a.c.outlet) == q.outlet.lower(), a.c.domain == q.outlet.lower()))
    if q.origin:
        said = and_(
            t.claims.c.article_id == a.c.id, t.hops.c.claim_id == t.claims.c.id, t.hops.c.n > 0,
            _named(t.hops.c.key, q.origin),
        )  # fmt: skip
        wanted.append(exists().where(said))
    if q.story:
        wanted.append(exists().where(and_(t.stories.c.article_id == a.c.id, t.stories.c.story_id == q.story)))
    if q.lang:
        wanted.append(a.c.lang == q.lang)
    if q.since:
        wanted.append(a.c.published >= q.since)
    if q.until:
        wanted.append(a.c.published <= q.until + "T99")
    return wanted


def _match(shelf: Shelf, asked: str) -> tuple[ColumnElement[bool], ColumnElement[Any]] | None:
    """The condition and the rank (least first) of a search; None when no word is asked for."""
    exact: list[str] = []
    loose: list[str] = []
    for quoted, plain in _QUOTED.findall(asked):
        (exact if quoted else loose).append(quoted or plain)
    exact = [" ".join(words(e)) for e in exact if words(e)]
    folded = [sorted(forms) for w in loose if (forms := {stems(w, code) for code in codes()} - {""})]
    if not exact and not folded:
        return None
    if shelf.sqlite:
        parts = [f'{{title words}} : "{e}"' for e in exact]
        parts += ["(" + " OR ".join(f'stems : "{f}"' for f in forms) + ")" for forms in folded]
        condition = literal_column("search").op("MATCH", is_comparison=True)(" AND ".join(parts))
        return condition, literal_column("bm25(search, 4.0, 1.0, 1.0)")
    tests = [(_INDEX.c.words, func.phraseto_tsquery("simple", e)) for e in exact]
    quoted_forms = (" | ".join("'" + f.replace("'", "") + "'" for f in forms) for forms in folded)
    tests += [(_INDEX.c.stems, func.to_tsquery("simple", forms)) for forms in quoted_forms]
    held = [index.op("@@", is_comparison=True)(query) for index, query in tests]
    rank: ColumnElement[Any] = literal(0.0)
    for index, query in tests:
        rank = rank - func.ts_rank(index, query)
    return and_(*held), rank
