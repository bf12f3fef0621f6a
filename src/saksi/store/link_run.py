"""Links brought up to date: each article that is not linked yet, in steps kept whole or not at all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

import msgspec
from sqlalchemy import Connection, delete, insert, select, update

from saksi.link.answers import answers_of
from saksi.link.contradictions import contradictions_among
from saksi.link.contradictions import decision as contradiction_decision
from saksi.link.copies import decision as copy_decision
from saksi.link.copies import reuse
from saksi.link.differing import differing
from saksi.link.entities import named_in, same_entities
from saksi.link.particulars import particulars_of
from saksi.link.same_claim import said, same_claims
from saksi.link.stories import WINDOW_DAYS, Member, Story, Window
from saksi.model.frozen import content_id
from saksi.model.journal import Decision, Record
from saksi.store import schema as t
from saksi.store.keep import now, unpacked
from saksi.store.link_texts import compared_text, prints_of, story_text
from saksi.store.opened import Shelf

STEP = 200
"""Articles of one step."""
SHARED = 2
"""Hashes of the thin sketch that two articles must share to be compared word by word."""
CROWD = 32
"""A hash that more articles have says nothing of two of them (see link.sketch.COMMON)."""
UNDATED = 400
"""Articles without a date that later ones are held against: the last that came."""
_AT_ONCE = 500
_COLUMNS = ("id", "left", "right", "relation", "judgement", "score", "because", "by", "at", "undone_at")


class Linked(msgspec.Struct, kw_only=True):
    """What came of a run: articles linked, decisions made by relation, stories touched."""

    articles: int = 0
    decisions: Counter[str] = msgspec.field(default_factory=Counter)
    stories: int = 0


def link_steps(shelf: Shelf, step: int = STEP) -> Iterator[Linked]:
    """Links what is not linked yet; after each step, which is safe then, what has come of the run so far."""
    total = Linked()
    window = Window()
    while True:
        with shelf.writing() as connection:
            numbers = _waiting(connection, step)
            if not numbers:
                return
            done = _step(connection, numbers, window)
        total.articles += done.articles
        total.decisions.update(done.decisions)
        total.stories += done.stories
        yield total


def _waiting(connection: Connection, step: int) -> list[int]:
    """The articles to link next, by their time, so that stories are told from their beginning."""
    a = t.articles
    query = (
        select(a.c.number)
        .where(a.c.newest, a.c.id.not_in(select(t.linked.c.article_id)))
        .order_by(a.c.published.asc().nulls_last(), a.c.number)
        .limit(step)
    )
    return list(connection.execute(query).scalars())


def _step(connection: Connection, numbers: Sequence[int], window: Window) -> Linked:
    new = dict(_records(connection, numbers))
    window.drop(_withdrawn(connection, new.values()))
    decisions = [*_copies(connection, new)]
    touched = _stories(connection, new, window)
    for story in touched:
        decisions += _within(connection, story)
    made = Linked(articles=len(numbers), decisions=_kept(connection, decisions), stories=len(touched))
    at = now()
    connection.execute(insert(t.linked), [{"article_id": r.article.id, "at": at} for r in new.values()])
    return made


def _records(connection: Connection, numbers: Sequence[int]) -> Iterator[tuple[int, Record]]:
    a = t.articles
    for i in range(0, len(numbers), _AT_ONCE):
        some = numbers[i : i + _AT_ONCE]
        for number, data in connection.execute(select(a.c.number, a.c.record).where(a.c.number.in_(some))):
            yield number, unpacked(data)


def _withdrawn(connection: Connection, new: Iterable[Record]) -> list[str]:
    """Takes the older versions of changed pages out of the stories and the sketches; their decisions stay."""
    a = t.articles
    keys = [r.article.url or r.article.doc for r in new]
    out: list[str] = []
    for i in range(0, len(keys), _AT_ONCE):
        older = select(a.c.id).where(a.c.key.in_(keys[i : i + _AT_ONCE]), a.c.newest.is_(False))
        out += connection.execute(older).scalars()
    for i in range(0, len(out), _AT_ONCE):
        connection.execute(delete(t.stories).where(t.stories.c.article_id.in_(out[i : i + _AT_ONCE])))
        connection.execute(delete(t.prints).where(t.prints.c.article_id.in_(out[i : i + _AT_ONCE])))
    return out


def _copies(connection: Connection, new: dict[int, Record]) -> Iterator[Decision]:
    sketched = {n: prints_of(r) for n, r in new.items()}
    rows = [{"hash": h, "number": n, "article_id": new[n].article.id} for n, hashes in sketched.items() for h in hashes]
    if rows:
        connection.execute(insert(t.prints), rows)
    pairs = _sharing(connection, sketched)
    others = sorted({n for pair in pairs for n in pair} - set(new))
    records = new | dict(_records(connection, others))
    texts = {n: compared_text(records[n]) for pair in pairs for n in pair}
    for a, b in sorted(pairs):
        found = reuse(texts[a], texts[b])
        if found:
            yield copy_decision(found)


def _sharing(connection: Connection, sketched: dict[int, list[int]]) -> set[tuple[int, int]]:
    hashes = sorted({h for some in sketched.values() for h in some})
    holders: dict[int, list[int]] = defaultdict(list)
    p = t.prints
    for i in range(0, len(hashes), _AT_ONCE):
        query = select(p.c.hash, p.c.number).where(p.c.hash.in_(hashes[i : i + _AT_ONCE])).order_by(p.c.number)
        for h, n in connection.execute(query):
            holders[h].append(n)
    shared: Counter[tuple[int, int]] = Counter()
    for number, some in sketched.items():
        for h in some:
            if len(holders[h]) <= CROWD:
                shared.update((n, number) for n in holders[h] if n < number or (n not in sketched and n != number))
    return {(min(a, b), max(a, b)) for (a, b), k in shared.items() if k >= SHARED}


def _stories(connection: Connection, new: dict[int, Record], window: Window) -> list[str]:
    """Puts the new articles into stories, next to those of the days around; the ids of the stories touched."""
    days = sorted(d for r in new.values() if (d := _day(r)) is not None)
    known = _known(connection, days, window) if days else {}
    window.drop(window.undated()[:-UNDATED])
    known |= _stories_of(connection, [a for a in window if a not in known])
    window.add([story_text(r) for r in new.values()])
    fresh = {r.article.id for r in new.values()}
    apart = _kept_apart(connection, list(fresh))
    made = window.stories(known)
    ids = _ids(made, known)
    for gone, into in _absorbed(made, ids, known).items():
        connection.execute(
            update(t.stories).where(t.stories.c.story_id == gone).values(story_id=into, because="stories merged")
        )
    touched = []
    for story, story_id in zip(made, ids, strict=True):
        moved = [m for m in story.members if m.article_id in fresh or known[m.article_id] != story_id]
        if moved:
            touched += _put(connection, story_id, moved, fresh, apart)
    return list(dict.fromkeys(touched))


def _stories_of(connection: Connection, article_ids: Sequence[str]) -> dict[str, str]:
    """The stories of articles of the window that the days around do not give: those without a date."""
    s = t.stories
    out: dict[str, str] = {}
    for i in range(0, len(article_ids), _AT_ONCE):
        query = select(s.c.article_id, s.c.story_id).where(s.c.article_id.in_(article_ids[i : i + _AT_ONCE]))
        out |= {row.article_id: row.story_id for row in connection.execute(query)}
    return out


def _ids(made: Sequence[Story], known: dict[str, str]) -> list[str]:
    """The id of each story: the one that most of its articles had, if no other story has more of them; else its own."""
    votes = Counter((known[m.article_id], n) for n, s in enumerate(made) for m in s.members if m.article_id in known)
    out: dict[int, str] = {}
    for story_id, n in sorted(votes, key=lambda v: (-votes[v], v)):
        if n not in out and story_id not in out.values():
            out[n] = story_id
    taken = set(out.values()) | {story_id for story_id, _ in votes}
    return [
        out.get(n) or (s.id if s.id not in taken else content_id("story", s.first, len(s.members)))
        for n, s in enumerate(made)
    ]


def _absorbed(made: Sequence[Story], ids: Sequence[str], known: dict[str, str]) -> dict[str, str]:
    """Stories that are no more -> the one that most of their articles are in now."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for story, story_id in zip(made, ids, strict=True):
        for m in story.members:
            if m.article_id in known:
                votes[known[m.article_id]][story_id] += 1
    return {old: min(now, key=lambda i: (-now[i], i)) for old, now in votes.items() if old not in set(ids)}


def _known(connection: Connection, days: Sequence[int], window: Window) -> dict[str, str]:
    """The stories of the articles of the days around, which are put into the window if they are not there yet."""
    a, s = t.articles, t.stories
    window.drop_before(days[0] - WINDOW_DAYS)
    since = (date.fromordinal(days[0]) - timedelta(WINDOW_DAYS)).isoformat()
    until = (date.fromordinal(days[-1]) + timedelta(WINDOW_DAYS)).isoformat() + "T99"
    query = (
        select(a.c.id, a.c.number, s.c.story_id)
        .select_from(a.join(s, s.c.article_id == a.c.id))
        .where(a.c.newest, a.c.published >= since, a.c.published <= until)
    )
    rows = connection.execute(query).all()
    missing = [number for article_id, number, _ in rows if article_id not in window]
    window.add([story_text(r) for _, r in _records(connection, missing)])
    return {article_id: story_id for article_id, _, story_id in rows}


def _kept_apart(connection: Connection, ids: list[str]) -> set[tuple[str, str]]:
    """Article and story that a person has said do not belong together, or whose union was undone."""
    d = t.decisions
    out = set()
    for i in range(0, len(ids), _AT_ONCE):
        query = select(d.c.left, d.c.right, d.c.judgement, d.c.undone_at).where(
            d.c.relation == "same_event", d.c.left.in_(ids[i : i + _AT_ONCE])
        )
        for left, right, judgement, undone_at in connection.execute(query):
            if undone_at or judgement == "negative":
                out.add((left, right))
    return out


def _put(
    connection: Connection, story_id: str, moved: Sequence[Member], fresh: set[str], apart: set[tuple[str, str]]
) -> list[str]:
    """Writes where articles belong now; each union is a decision, each move another."""
    out = [story_id]
    decisions = []
    for m in moved:
        mine = story_id
        if (m.article_id, story_id) in apart:
            mine = content_id("story", m.article_id, "apart")
            out.append(mine)
        row = {"story_id": mine, "score": m.score, "because": m.because}
        if m.article_id in fresh:
            connection.execute(insert(t.stories).values(article_id=m.article_id, **row))
        else:
            connection.execute(update(t.stories).where(t.stories.c.article_id == m.article_id).values(row))
        if m.because != "alone" and mine == story_id:
            decisions.append(
                Decision(
                    left=m.article_id, right=story_id, relation="same_event", judgement="positive", score=m.score,
                    because=m.because, by="rule:link.stories",
                )
            )  # fmt: skip
    _kept(connection, decisions)
    return out


def _within(connection: Connection, story_id: str) -> list[Decision]:
    """What is decided of the names, claims and answers of one story."""
    a, s = t.articles, t.stories
    query = (
        select(a.c.record).select_from(a.join(s, s.c.article_id == a.c.id)).where(s.c.story_id == story_id, a.c.newest)
    )
    records = [unpacked(data) for data in connection.execute(query).scalars()]
    if len(records) < 2:
        return []
    answers = [x for r in records for x in answers_of(r)]
    return [
        *same_entities(n for r in records for n in named_in(r)),
        *same_claims(said(c, r.article.lang) for r in records for c in r.claims),
        *(contradiction_decision(c) for c in contradictions_among(answers)),
        *(contradiction_decision(c) for c in differing(x for r in records for x in particulars_of(r))),
    ]


def _kept(connection: Connection, decisions: Sequence[Decision]) -> Counter[str]:
    """Keeps the decisions that are new; one that was undone stays undone."""
    d = t.decisions
    by_id = {x.id: x for x in decisions}
    ids = list(by_id)
    for i in range(0, len(ids), _AT_ONCE):
        for there in connection.execute(select(d.c.id).where(d.c.id.in_(ids[i : i + _AT_ONCE]))).scalars():
            by_id.pop(there)
    if by_id:
        connection.execute(insert(d), [{c: getattr(x, c) for c in _COLUMNS} for x in by_id.values()])
    return Counter(x.relation for x in by_id.values())


def _day(record: Record) -> int | None:
    published = record.article.published
    try:
        return date.fromisoformat(published.value[:10]).toordinal() if published else None
    except ValueError:
        return None
