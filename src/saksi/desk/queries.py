"""The store, asked for what the pages show.

Over 400 lines: one short query a page, and they belong side by side.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta
from typing import Any

import msgspec
from sqlalchemy import and_, distinct, func, select

from saksi.desk.views import (
    ArticleView,
    ClaimView,
    EventLine,
    Front,
    GridRow,
    How,
    NameView,
    Office,
    Pick,
    PlaceView,
    Related,
    Review,
    StoryLine,
    StoryView,
)
from saksi.model.pages import BODY
from saksi.store import schema as t
from saksi.store.judge import history, standing
from saksi.store.link_queries import origins_behind
from saksi.store.opened import Shelf
from saksi.store.read_back import record
from saksi.store.search import ClaimRow, Found, Question, articles, claims, name_key

LATEST, POPULAR, MENTIONS = 12, 6, 200


def front(shelf: Shelf, today: str | None = None) -> Front:
    """The front page; ``today`` is the day that "the last day" ends with (default: that of the latest article)."""
    latest = articles(shelf, Question(limit=LATEST, order="latest"))
    lines = story_lines(shelf)
    day = today or next((f.published[:10] for f in latest if f.published), None)
    with shelf.reading() as connection:
        n_articles = connection.execute(select(func.count()).where(t.articles.c.newest)).scalar() or 0
        n_claims = connection.execute(select(func.count()).select_from(t.claims)).scalar() or 0
    recent = [s for s in lines if day and s.last and s.last >= _day_before(day)]
    popular = sorted(recent, key=lambda s: (-s.at_least, -s.at_most, -s.outlets, s.id))[:POPULAR]
    return Front(
        latest=tuple(latest),
        popular=tuple(popular),
        picks=_picks(shelf),
        stories=tuple(lines),
        articles=n_articles,
        claims=n_claims,
    )


def _day_before(day: str) -> str:
    return (date.fromisoformat(day[:10]) - timedelta(days=1)).isoformat()


def _picks(shelf: Shelf) -> tuple[Pick, ...]:
    chosen = standing(shelf, "picked", judgement="positive")
    found = []
    for d in chosen:
        some = _found(shelf, [d.left])
        if some:
            found.append(Pick(article=some[0], by=d.by, because=d.because))
    return tuple(found)


def _found(shelf: Shelf, ids: list[str]) -> list[Found]:
    if not ids:
        return []
    a = t.articles
    count = select(func.count()).where(t.claims.c.article_id == a.c.id).scalar_subquery()
    story = select(t.stories.c.story_id).where(t.stories.c.article_id == a.c.id).scalar_subquery()
    columns = (a.c.id, a.c.title, a.c.outlet, a.c.published, a.c.lang, a.c.url, a.c.doc)
    query = select(*columns, count.label("claims"), story.label("story")).where(a.c.id.in_(ids))
    with shelf.reading() as connection:
        rows = connection.execute(query).mappings().all()
    by_id = {row["id"]: Found(**row, rank=0.0) for row in rows}
    return [by_id[i] for i in ids if i in by_id]


def story_lines(shelf: Shelf, story_id: str | None = None) -> list[StoryLine]:
    """The stories of two or more articles, the latest first; or one story, of any size."""
    a, s = t.articles, t.stories
    outlet = func.coalesce(a.c.outlet, a.c.domain, a.c.doc)
    query = (
        select(
            s.c.story_id, func.count(distinct(a.c.id)), func.count(distinct(outlet)),
            func.min(a.c.published), func.max(a.c.published),
        )
        .select_from(s.join(a, a.c.id == s.c.article_id))
        .where(a.c.newest)
        .group_by(s.c.story_id)
        .order_by(func.max(a.c.published).desc().nulls_last(), s.c.story_id)
    )  # fmt: skip
    query = query.where(s.c.story_id == story_id) if story_id else query.having(func.count(distinct(a.c.id)) > 1)
    with shelf.reading() as connection:
        rows = connection.execute(query.limit(60)).all()
    lines = []
    for sid, n, outlets, first, last in rows:
        some = articles(shelf, Question(story=sid, limit=1000, order="latest"))
        behind = origins_behind(shelf, [f.id for f in some])
        title = next((f.title for f in reversed(some) if f.title), some[-1].doc if some else sid)
        lines.append(
            StoryLine(
                id=sid, title=title or sid, articles=n, outlets=outlets, at_least=behind.at_least,
                at_most=behind.at_most, first=first, last=last,
            )
        )  # fmt: skip
    return lines


def article(shelf: Shelf, article_id: str) -> ArticleView | None:
    """One article, or None."""
    found = record(shelf, article_id)
    if found is None:
        return None
    a = t.articles
    with shelf.reading() as connection:
        shared = connection.execute(select(a.c.key).where(a.c.id == article_id)).scalar()
        versions = connection.execute(
            select(a.c.version, a.c.id, a.c.added_at).where(a.c.key == shared).order_by(a.c.version)
        ).all()
    return ArticleView(
        record=found,
        claims=found.claims,
        versions=tuple((v, i, at) for v, i, at in versions),
        related=_related(shelf, article_id),
        decisions=tuple(history(shelf, article_id)),
        aside=sum(b.role not in BODY for b in found.article.blocks),
    )


def _related(shelf: Shelf, article_id: str) -> tuple[Related, ...]:
    """Articles of the same story, or linked by a decision, or with two or more sources in common; each once."""
    why: dict[str, str] = {}
    for d in standing(shelf, about=article_id, judgement="positive"):
        other = d.right if d.left == article_id else d.left
        if other != article_id and other.startswith("article-"):
            why.setdefault(other, f"{d.relation.replace('_', ' ')}: {d.because}")
    s, c, h = t.stories, t.claims, t.hops
    with shelf.reading() as connection:
        mine = select(s.c.story_id).where(s.c.article_id == article_id).scalar_subquery()
        for (other,) in connection.execute(select(s.c.article_id).where(s.c.story_id == mine)):
            if other != article_id:
                why.setdefault(other, "same story")
        sources = (
            select(h.c.key)
            .join(c, c.c.id == h.c.claim_id)
            .where(and_(c.c.article_id == article_id, h.c.n > 0, h.c.key != ""))
        )
        shared = (
            select(c.c.article_id, func.count(distinct(h.c.key)))
            .join(h, h.c.claim_id == c.c.id)
            .where(and_(h.c.key.in_(sources), c.c.article_id != article_id, h.c.n > 0))
            .group_by(c.c.article_id)
            .order_by(func.count(distinct(h.c.key)).desc(), c.c.article_id)
            .limit(8)
        )
        for other, n in connection.execute(shared):
            why.setdefault(other, f"{n} source{'s' if n > 1 else ''} in common")
    return tuple(Related(article=f, because=why[f.id]) for f in _found(shelf, list(why)))


def claim(shelf: Shelf, claim_id: str) -> ClaimView | None:
    """One claim, or None."""
    with shelf.reading() as connection:
        home = connection.execute(select(t.claims.c.article_id).where(t.claims.c.id == claim_id)).scalar()
    found = record(shelf, home) if home else None
    if found is None or home is None:
        return None
    one = next(c for c in found.claims if c.id == claim_id)
    at = one.content.spans[0].start
    a, b = next(((a, b) for a, b in found.marks.sentences if a <= at < b), (at, one.content.spans[-1].end))
    decided = standing(shelf, about=claim_id)
    pairs = {d.right if d.left == claim_id else d.left: d.relation for d in decided if d.judgement != "negative"}
    others = _claims(shelf, list(pairs))
    same = {"same_claim", "copy_of", "translation_of", "update_of"}
    return ClaimView(
        claim=one,
        article=_found(shelf, [home])[0],
        sentence=found.article.text[a:b],
        same=tuple(c for c in others if pairs[c.id] in same),
        against=tuple(c for c in others if pairs[c.id] == "contradicts"),
        decisions=tuple(history(shelf, claim_id)),
    )


def _claims(shelf: Shelf, ids: list[str]) -> list[ClaimRow]:
    if not ids:
        return []
    a, c = t.articles, t.claims
    query = select(
        c.c.id, c.c.article_id.label("article"), c.c.content, c.c.origin, c.c.chain, c.c.mode, c.c.stance,
        c.c.hedged, c.c.said_at, a.c.outlet, a.c.published, a.c.title,
    ).select_from(c.join(a, a.c.id == c.c.article_id)).where(c.c.id.in_(ids))  # fmt: skip
    with shelf.reading() as connection:
        rows = connection.execute(query).mappings().all()
    return [ClaimRow(**{**row, "chain": tuple(msgspec.json.decode(row["chain"]))}) for row in rows]


def story(shelf: Shelf, story_id: str) -> StoryView | None:
    """One story, or None."""
    lines = story_lines(shelf, story_id)
    if not lines:
        return None
    some = articles(shelf, Question(story=story_id, limit=1000, order="latest"))
    days: dict[str, int] = defaultdict(int)
    for f in some:
        if f.published:
            days[f.published[:10]] += 1
    return StoryView(
        line=lines[0],
        articles=tuple(some),
        claims=tuple(claims(shelf, Question(story=story_id, limit=400))),
        grid=_grid(shelf, some),
        days=tuple(sorted(days.items())),
    )


def _grid(shelf: Shelf, some: list[Found]) -> tuple[GridRow, ...]:
    """The questions that two or more origins answer, those that they answer differently first."""
    asked: dict[str, dict[str, tuple[str, str, str]]] = defaultdict(dict)
    told_by: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for f in some:
        found = record(shelf, f.id)
        if found is None:
            continue
        by_id = {c.id: c for c in found.claims}
        for e in found.events:
            told = by_id.get(e.claim_id or "")
            origin = (told.origin.name or "unnamed") if told else (f.outlet or f.doc)
            for s in e.slots:
                question = (
                    f"{s.predicate.replace('_', ' ')}: {s.subject}" if s.subject else s.predicate.replace("_", " ")
                )
                value = s.value or (_amount(s.low, s.high) if s.low is not None else "")
                if s.negated:
                    value = f"not {value}".strip()
                asked[question].setdefault(origin, (value, e.sentence.text, told.id if told else f.id))
                told_by[question][origin].add(name_key(value))
    rows = [
        GridRow(question=question, answers=answers, differ=_differ(told_by[question]))
        for question, answers in asked.items()
        if len(answers) > 1
    ]
    return tuple(sorted(rows, key=lambda r: (not r.differ, -len(r.answers), r.question)))


def _differ(told_by: dict[str, set[str]]) -> bool:
    """Whether two origins have no answer in common."""
    sets = list(told_by.values())
    return any(not a & b for i, a in enumerate(sets) for b in sets[:i])


def _amount(low: float | None, high: float | None) -> str:
    if low == high:
        return f"{low:,.10g}"
    return f"{low:,.10g} to {high:,.10g}"


def name(shelf: Shelf, wanted: str, kind: str) -> NameView | None:
    """A person or a body by its name, or None."""
    n = t.names
    folded = name_key(wanted)
    with shelf.reading() as connection:
        forms = connection.execute(
            select(n.c.name, func.sum(n.c.mentions)).where(n.c.key == folded).group_by(n.c.name)
        ).all()
    said = claims(shelf, Question(origin=wanted, limit=MENTIONS))
    if not forms and not said:
        return None
    return NameView(
        name=forms[0][0] if forms else wanted,
        kind=kind,
        forms=tuple((form, int(count)) for form, count in forms),
        said=tuple(said),
        articles=tuple(articles(shelf, Question(person=wanted, limit=MENTIONS, order="latest"))),
        offices=offices(shelf, holder=wanted),
    )


def offices(shelf: Shelf, *, holder: str | None = None, title: str | None = None) -> tuple[Office, ...]:
    """Who holds, held, gets or loses an office, by its holder or its title, in the order of publication."""
    o, a = t.offices, t.articles
    columns = [o.c[c] for c in ("holder", "title", "org", "status", "term_start", "term_end", "words")]
    query = select(*columns, a.c.published, o.c.article_id.label("article")).join(a, a.c.id == o.c.article_id)
    if holder:
        query = query.where(o.c.holder_key == name_key(holder))
    if title:
        query = query.where(o.c.title_key == name_key(title))
    with shelf.reading() as connection:
        rows = connection.execute(query.order_by(a.c.published, o.c.id).limit(500)).mappings().all()
    return tuple(Office(**row) for row in rows)


def place(shelf: Shelf, place_id: str) -> PlaceView | None:
    """A place, or None."""
    p = t.places
    columns = [p.c[c] for c in ("name", "country", "lat", "lon", "precision", "kind")]
    with shelf.reading() as connection:
        row = connection.execute(select(*columns).where(p.c.place_id == place_id).limit(1)).mappings().first()
    if row is None:
        return None
    return PlaceView(
        id=place_id,
        **row,
        events=tuple(events(shelf, place_id=place_id)),
        articles=tuple(articles(shelf, Question(place=place_id, limit=MENTIONS, order="latest"))),
    )


def events(
    shelf: Shelf, *, place_id: str | None = None, kind: str | None = None, since: str | None = None,
    until: str | None = None, limit: int = 2000,
) -> list[EventLine]:  # fmt: skip
    """Reported events in the order in which they are said to have happened; the undated last."""
    e, a, c, p = t.events, t.articles, t.claims, t.places
    query = (
        select(
            e.c.id, e.c.kind, e.c.subkind, e.c.reality, e.c.happened, e.c.words, e.c.article_id.label("article"),
            a.c.published, c.c.origin, p.c.name.label("place"), e.c.place_id, p.c.lat, p.c.lon, p.c.precision,
        )
        .join(a, a.c.id == e.c.article_id)
        .outerjoin(c, c.c.id == e.c.claim_id)
        .outerjoin(p, and_(p.c.article_id == e.c.article_id, p.c.place_id == e.c.place_id))
        .where(a.c.newest)
    )  # fmt: skip
    if place_id:
        query = query.where(e.c.place_id == place_id)
    if kind:
        query = query.where(e.c.kind == kind)
    if since:
        query = query.where(e.c.happened >= since)
    if until:
        query = query.where(e.c.happened <= until + "~")
    query = query.order_by(e.c.happened.nulls_last(), e.c.id).limit(limit)
    with shelf.reading() as connection:
        return [EventLine(**row) for row in connection.execute(query).mappings()]


def kinds(shelf: Shelf) -> list[tuple[str, int]]:
    """The kinds of events there are, with how many reports."""
    e = t.events
    with shelf.reading() as connection:
        rows = connection.execute(select(e.c.kind, func.count()).group_by(e.c.kind).order_by(func.count().desc()))
        return [(k, n) for k, n in rows]


def facets(shelf: Shelf, q: Question) -> dict[str, list[tuple[str, int]]]:
    """Of the articles that answer (the first thousand): how many per outlet, language and month."""
    found = articles(shelf, msgspec.structs.replace(q, limit=1000, offset=0))
    counts: dict[str, Counter[str]] = {"outlet": Counter(), "lang": Counter(), "month": Counter()}
    for f in found:
        counts["lang"][f.lang] += 1
        if f.outlet:
            counts["outlet"][f.outlet] += 1
        if f.published:
            counts["month"][f.published[:7]] += 1
    return {
        "outlet": counts["outlet"].most_common(12),
        "lang": counts["lang"].most_common(12),
        "month": sorted(counts["month"].items(), reverse=True)[:24],
    }


def how(shelf: Shelf) -> How:
    """How the record was made."""
    a, d = t.articles, t.decisions

    def counted(column: Any, table: Any) -> tuple[tuple[str, int], ...]:
        query = select(column, func.count()).select_from(table).group_by(column).order_by(func.count().desc(), column)
        return tuple((str(v or "unknown"), n) for v, n in connection.execute(query))

    with shelf.reading() as connection:
        tables = (t.pages, a, t.claims, t.names, t.places, t.offices, t.events, d)
        return How(
            rooms=counted(a.c.rooms, a),
            languages=counted(a.c.lang, a),
            outlets=counted(a.c.outlet, a)[:40],
            dropped=counted(t.dropped.c.reason, t.dropped),
            counts={
                table.name: connection.execute(select(func.count()).select_from(table)).scalar() or 0
                for table in tables
            },
            decisions=dict(counted(d.c.relation, d)),
        )


def review(shelf: Shelf, limit: int = 50) -> Review:
    """What waits for a decision, with both sides in words."""
    waiting = standing(shelf, judgement="unsure")[:limit]
    sides: dict[str, str] = {}
    ids = {x for d in waiting for x in (d.left, d.right)}
    for row in _claims(shelf, [i for i in ids if i.startswith("claim-")]):
        sides[row.id] = f"{row.origin or 'unnamed'}: {row.content} ({row.outlet or 'outlet unknown'})"
    for f in _found(shelf, [i for i in ids if i.startswith("article-")]):
        sides[f.id] = f"{f.title or f.doc} ({f.outlet or 'outlet unknown'}, {f.published or 'no date'})"
    people = [d for d in standing(shelf) if not d.by.startswith("rule:")]
    return Review(
        waiting=tuple((d, sides.get(d.left, d.left), sides.get(d.right, d.right)) for d in waiting),
        decided=tuple(people[-20:]),
    )
