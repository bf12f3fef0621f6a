"""People and bodies of several articles that are one: by name and context together, never by name alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from saksi.link.fold import key, words
from saksi.link.names import NameKind, compare
from saksi.model.frozen import Frozen
from saksi.model.journal import Decision, Judgement, Record

LIKELY = 0.65
"""The name match from which two names are looked at at all."""
SURE = 0.8
"""The name match that a shared story and a shared office make sure; on cross-names-bench .8 has precision .96."""
_KINDS = ("person", "organization")


class Named(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A name in one article, with what stands around it there."""

    entity_id: str
    """"person:" or "organization:" and the folded name: what it is until a decision joins it to others."""
    name: str
    article_id: str
    kind: str
    short: str | None = None
    offices: frozenset[str] = frozenset()
    """The folded words of the titles that the article gives it."""
    beside: frozenset[str] = frozenset()
    """The other names of the article, folded."""


def named_in(record: Record) -> list[Named]:
    """The people and bodies that an article names, each once, by their fullest form."""
    offices: dict[str, set[str]] = defaultdict(set)
    for o in record.occupancies:
        offices[key(o.holder)].update(words(o.position.title))
    heads = {(m.kind, key(m.head)): m for m in record.marks.names if m.kind in _KINDS and key(m.head)}
    beside = frozenset(k for _, k in heads)
    return [
        Named(
            entity_id=f"{kind}:{k}",
            name=m.head,
            article_id=record.article.id,
            kind=kind,
            short=m.short,
            offices=frozenset(offices.get(k, ())),
            beside=beside - {k},
        )
        for (kind, k), m in heads.items()
    ]


def same_entities(some: Iterable[Named]) -> Iterator[Decision]:
    """What is decided of the names of one story: sure, possible (unsure), or nothing.

    In: the names of the articles of one story. Out: one decision for two names, in alphabetical order.
    """
    by_kind: dict[str, dict[str, list[Named]]] = defaultdict(lambda: defaultdict(list))
    for n in some:
        by_kind[n.kind][n.entity_id].append(n)
    for kind, entities in sorted(by_kind.items()):
        for a, b in sorted(_worth_comparing(entities)):
            found = _decided(kind, entities[a], entities[b])
            if found:
                yield found


def _worth_comparing(entities: dict[str, list[Named]]) -> set[tuple[str, str]]:
    """Pairs that share a word, the beginning of one, or an abbreviation."""
    blocks: dict[str, set[str]] = defaultdict(set)
    for entity, mentions in entities.items():
        name = entity.split(":", 1)[1]
        for word in name.split():
            blocks[word[:3]].add(entity)
        for m in mentions:
            if m.short:
                blocks["=" + key(m.short)].add(entity)
        blocks["=" + name].add(entity)
    return {pair for block in blocks.values() if len(block) <= 60 for pair in combinations(sorted(block), 2)}


def _decided(kind: str, left: Sequence[Named], right: Sequence[Named]) -> Decision | None:
    a, b = left[0], right[0]
    shorts_a, shorts_b = {key(m.short) for m in left if m.short}, {key(m.short) for m in right if m.short}
    reasons = []
    if key(b.name) in shorts_a or key(a.name) in shorts_b:
        return _decision(a, b, "positive", 1.0, "an article gives the one as the other's abbreviation")
    if {m.article_id for m in left} & {m.article_id for m in right}:
        return None
    known: NameKind = "person" if kind == "person" else "organization"
    match = compare(a.name, b.name, known)
    if match.score < LIKELY:
        return None
    reasons.append(match.because)
    offices = frozenset[str]().union(*(m.offices for m in left)) & frozenset[str]().union(*(m.offices for m in right))
    beside = frozenset[str]().union(*(m.beside for m in left)) & frozenset[str]().union(*(m.beside for m in right))
    if offices:
        reasons.append("both " + " ".join(sorted(offices)))
    if beside:
        reasons.append("both beside " + ", ".join(sorted(beside)[:3]))
    sure = match.score >= SURE and (
        offices if len(a.name.split()) == 1 or len(b.name.split()) == 1 else offices or beside
    )
    return _decision(a, b, "positive" if sure else "unsure", match.score, "; ".join(reasons))


def _decision(a: Named, b: Named, judgement: Judgement, score: float, because: str) -> Decision:
    left, right = sorted((a.entity_id, b.entity_id))
    return Decision(
        left=left, right=right, relation="same_entity", judgement=judgement, score=score,
        because=f"of one story; {because}", by="rule:link.entities",
    )  # fmt: skip
