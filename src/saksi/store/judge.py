"""Decisions: kept for good, only ever undone; the last word on a pair stands."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, and_, insert, or_, select, update

from saksi.errors import StoreError
from saksi.model.journal import Decision, Judgement, Relation
from saksi.store import schema as t
from saksi.store.keep import now
from saksi.store.opened import Shelf

_COLUMNS = ("id", "left", "right", "relation", "judgement", "score", "because", "by", "at", "undone_at")


def decide(shelf: Shelf, decisions: Iterable[Decision]) -> int:
    """Keep decisions in one transaction; how many were new."""
    new = 0
    with shelf.writing() as connection:
        for d in decisions:
            if not connection.execute(select(t.decisions.c.id).where(t.decisions.c.id == d.id)).first():
                connection.execute(insert(t.decisions).values({c: getattr(d, c) for c in _COLUMNS}))
                new += 1
    return new


def judge(shelf: Shelf, decision_id: str, judgement: Judgement, by: str, because: str) -> Decision:
    """A person's judgement of a pair that a rule proposed: a new decision beside the rule's, which it overrules.

    Raises: StoreError when there is no such decision.
    """
    with shelf.writing() as connection:
        old = _one(connection, decision_id)
        made = Decision(
            left=old.left, right=old.right, relation=old.relation, judgement=judgement, score=1.0,
            because=because, by=by, at=now(),
        )  # fmt: skip
        connection.execute(insert(t.decisions).values({c: getattr(made, c) for c in _COLUMNS}))
    return made


def undo(shelf: Shelf, decision_id: str) -> Decision:
    """Undo a decision: it stays, marked, and no longer counts. Raises: StoreError when there is none to undo."""
    with shelf.writing() as connection:
        old = _one(connection, decision_id)
        if old.undone_at:
            raise StoreError("this decision is undone already", decision=decision_id, at=old.undone_at)
        connection.execute(update(t.decisions).where(t.decisions.c.id == decision_id).values(undone_at=now()))
        return _one(connection, decision_id)


def standing(
    shelf: Shelf, relation: Relation | None = None, *, about: str | None = None, judgement: Judgement | None = None
) -> list[Decision]:
    """The decisions that count now: not undone, and of several on one pair the last of a person, else of a rule."""
    d = t.decisions
    query = select(*(d.c[c] for c in _COLUMNS)).where(d.c.undone_at.is_(None))
    if relation:
        query = query.where(d.c.relation == relation)
    if about:
        query = query.where(or_(d.c.left == about, d.c.right == about))
    with shelf.reading() as connection:
        rows = connection.execute(query.order_by(d.c.at, d.c.id)).mappings().all()
    last: dict[tuple[str, str, str], Decision] = {}
    for row in rows:
        made = Decision(**row)
        left, right = sorted((made.left, made.right))
        pair = (left, right, made.relation)
        before = last.get(pair)
        if before is None or _weight(made) >= _weight(before):
            last[pair] = made
    return [x for x in last.values() if judgement is None or x.judgement == judgement]


def history(shelf: Shelf, about: str) -> list[Decision]:
    """All decisions that a thing was ever in, in the order in which they were made, the undone ones too."""
    d = t.decisions
    query = select(*(d.c[c] for c in _COLUMNS)).where(or_(d.c.left == about, d.c.right == about))
    with shelf.reading() as connection:
        return [Decision(**row) for row in connection.execute(query.order_by(d.c.at, d.c.id)).mappings()]


def _weight(d: Decision) -> int:
    return 0 if d.by.startswith("rule:") else 1


def _one(connection: Connection, decision_id: str) -> Decision:
    d = t.decisions
    row = connection.execute(select(*(d.c[c] for c in _COLUMNS)).where(and_(d.c.id == decision_id))).mappings().first()
    if row is None:
        raise StoreError("there is no such decision", decision=decision_id)
    return Decision(**row)
