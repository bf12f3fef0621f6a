"""What the links of a store say: copies, the same claim in other articles, the names that are one's."""

from __future__ import annotations

from collections.abc import Sequence

from saksi.link.fold import key
from saksi.link.origins import origins_of, origins_of_one
from saksi.model.claims import Claim
from saksi.model.journal import OriginSet, Record, Relation
from saksi.store.judge import standing
from saksi.store.opened import Shelf
from saksi.store.read_back import record


def copies_of(shelf: Shelf, article_ids: Sequence[str]) -> dict[str, str]:
    """Article -> the one that it was copied from, among those given; only what is decided for sure."""
    some = set(article_ids)
    out = {}
    for article_id in article_ids:
        for d in standing(shelf, "copy_of", about=article_id, judgement="positive"):
            if d.left == article_id and d.right in some:
                out[article_id] = d.right
    return out


def joined(shelf: Shelf, thing: str, relation: Relation, most: int = 500) -> list[str]:
    """A thing and all that decisions that stand join it to, step by step, itself first.

    Undoing one decision takes its part out again: nothing is written over.
    """
    seen = [thing]
    for now in seen:
        for d in standing(shelf, relation, about=now, judgement="positive"):
            other = d.right if d.left == now else d.left
            if other not in seen and len(seen) < most:
                seen.append(other)
    return seen


def names_of(shelf: Shelf, name: str) -> list[str]:
    """The folded names that stand for the person or body of this name, itself first."""
    out: list[str] = []
    for kind in ("person", "organization"):
        out += [e.split(":", 1)[1] for e in joined(shelf, f"{kind}:{key(name)}", "same_entity")]
    return list(dict.fromkeys(out))


def origins_behind(shelf: Shelf, article_ids: Sequence[str]) -> OriginSet:
    """The independent origins behind all that some articles claim; copies count with their original."""
    found = _records(shelf, article_ids)
    claims = [c for r in found for c in r.claims]
    return origins_of(claims, [m for r in found for m in r.marks.names], copies_of(shelf, article_ids))


def origins_of_claim(shelf: Shelf, claims: Sequence[Claim]) -> OriginSet:
    """The independent origins of one claim, from all the articles that carry it."""
    ids = list(dict.fromkeys(c.article_id for c in claims))
    mentions = [m for r in _records(shelf, ids) for m in r.marks.names]
    return origins_of_one(claims, mentions, copies_of(shelf, ids))


def carriers(shelf: Shelf, claim_id: str) -> list[Claim]:
    """A claim and those of other articles that are decided to be the same, itself first."""
    from sqlalchemy import select

    from saksi.store import schema as t

    out = []
    for one in joined(shelf, claim_id, "same_claim"):
        with shelf.reading() as connection:
            home = connection.execute(select(t.claims.c.article_id).where(t.claims.c.id == one)).scalar()
        found = record(shelf, home) if home else None
        out += [c for c in found.claims if c.id == one] if found else []
    return out


def _records(shelf: Shelf, article_ids: Sequence[str]) -> list[Record]:
    return [r for i in article_ids if (r := record(shelf, i))]
