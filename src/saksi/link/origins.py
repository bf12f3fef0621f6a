"""How many independent origins stand behind some claims, as a range."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise

from saksi.link.fold import key
from saksi.link.sources import Naming, Where, is_named, naming
from saksi.model.claims import Claim
from saksi.model.journal import OriginSet
from saksi.model.marks import Mention

_Node = tuple[str, str]
"""("named", its name) or ("unnamed", where it stands)."""


def origins_of(
    claims: Iterable[Claim], mentions: Iterable[Mention] = (), copies: Mapping[str, str] | None = None
) -> OriginSet:
    """The independent origins of claims on whatever subject (a page, a story): at least, at most.

    A source that passes on another's words in one claim may do so in all: at least leaves it out, at most counts it
    where it also stands last in a chain.
    In: ``copies`` leads from an article's id to that of the one it was copied from.
    """
    return _origins(tuple(claims), mentions, copies or {}, one=False)


def origins_of_one(
    claims: Iterable[Claim], mentions: Iterable[Mention] = (), copies: Mapping[str, str] | None = None
) -> OriginSet:
    """The independent origins of reports of one and the same claim.

    A source that has it from another in any of the reports is no origin in the others either.
    """
    return _origins(tuple(claims), mentions, copies or {}, one=True)


def _origins(
    claims: tuple[Claim, ...], mentions: Iterable[Mention], copies: Mapping[str, str], *, one: bool
) -> OriginSet:
    names = naming(claims, mentions)
    few_named, _, rings = _roots(claims, names.possible, copies)
    if one:
        named, unnamed, rings = _roots(claims, names.sure, copies)
    else:
        named, unnamed = _ends(claims, names.sure, copies)
    at_most = len(named) + len(unnamed) + (rings if one else 0)
    return OriginSet(
        claim_ids=tuple(c.id for c in claims),
        named=tuple(sorted(n for _, n in named)),
        unnamed=len(unnamed),
        at_least=max(len(few_named) + rings, min(1, at_most)),
        at_most=max(at_most, len(few_named) + rings),
        because=_because(names, len(named), len(unnamed), rings, len(copies)),
    )


def _chain(claim: Claim, names: Mapping[Where, str], copies: Mapping[str, str]) -> list[_Node]:
    """The nodes of a claim's chain, the publisher first; the same source twice in a row once."""
    out: list[_Node] = []
    for i, hop in enumerate(claim.chain):
        source = hop.source
        if is_named(source):
            assert source.name is not None
            where = (claim.article_id, key(source.name))
            node = ("named", names.get(where) or source.name)
        elif i == 0:
            node = ("named", f"publisher of {claim.article_id}")
        else:
            first = _first(claim.article_id, copies)
            words = key(source.name or (source.span.text if source.span else ""))
            before = out[-1][1] if len(out) > 1 else ""
            node = ("unnamed", f"{first}|{before}|{words}")
        if not out or out[-1] != node:
            out.append(node)
    return out


def _first(article_id: str, copies: Mapping[str, str]) -> str:
    seen = {article_id}
    while (before := copies.get(article_id)) and before not in seen:
        seen.add(before)
        article_id = before
    return article_id


def _ends(
    claims: tuple[Claim, ...], names: Mapping[Where, str], copies: Mapping[str, str]
) -> tuple[set[_Node], set[_Node]]:
    """The last of each chain, named and unnamed, and copies' publishers only where their original has one too."""
    ends = {_chain(c, names, copies)[-1] for c in claims if not _only_copied(c, copies)}
    ends = ends or {_chain(c, names, copies)[-1] for c in claims}
    return {e for e in ends if e[0] == "named"}, {e for e in ends if e[0] == "unnamed"}


def _only_copied(claim: Claim, copies: Mapping[str, str]) -> bool:
    return len(claim.chain) == 1 and _first(claim.article_id, copies) != claim.article_id


def _roots(
    claims: tuple[Claim, ...], names: Mapping[Where, str], copies: Mapping[str, str]
) -> tuple[set[_Node], set[_Node], int]:
    """The nodes that have it from nobody, named and unnamed, and how many rings have it only from each other."""
    after: dict[_Node, set[_Node]] = defaultdict(set)
    publisher: dict[str, _Node] = {}
    for claim in claims:
        chain = _chain(claim, names, copies)
        publisher.setdefault(claim.article_id, chain[0])
        for left, right in pairwise(chain):
            after[left].add(right)
            after[right] |= set()
        after[chain[0]] |= set()
    for copy in list(publisher):
        original = publisher.get(_first(copy, copies))
        if original and original != publisher[copy]:
            after[publisher[copy]].add(original)
    named: set[_Node] = set()
    unnamed: set[_Node] = set()
    rings = 0
    for group in _strong(after):
        if any(n not in group for node in group for n in after[node]):
            continue
        if len(group) > 1:
            rings += 1
        else:
            (node,) = group
            (named if node[0] == "named" else unnamed).add(node)
    return named, unnamed, rings


def _strong(after: Mapping[_Node, set[_Node]]) -> list[frozenset[_Node]]:
    """The strongly connected components. Source: Tarjan 1972, without recursion."""
    index: dict[_Node, int] = {}
    low: dict[_Node, int] = {}
    stack: list[_Node] = []
    held: set[_Node] = set()
    out: list[frozenset[_Node]] = []
    for start in sorted(after):
        if start in index:
            continue
        work = [(start, iter(sorted(after[start])))]
        index[start] = low[start] = len(index)
        stack.append(start)
        held.add(start)
        while work:
            node, rest = work[-1]
            for other in rest:
                if other not in index:
                    index[other] = low[other] = len(index)
                    stack.append(other)
                    held.add(other)
                    work.append((other, iter(sorted(after[other]))))
                    break
                if other in held:
                    low[node] = min(low[node], index[other])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    at = stack.index(node)
                    group = frozenset(stack[at:])
                    del stack[at:]
                    held -= group
                    out.append(group)
    return out


def _because(names: Naming, named: int, unnamed: int, rings: int, copies: int) -> str:
    parts = [f"{named} named" if named else "none named"]
    if unnamed:
        parts.append(f"{unnamed} unnamed, who may be among the others or apart")
    if rings:
        parts.append("some have it only from each other")
    if copies:
        parts.append("copies count with their original")
    return "; ".join((*parts, *names.because))
