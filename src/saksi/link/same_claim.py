"""Claims of several articles of one story that say the same."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import combinations

from saksi.lang.base import codes, pack
from saksi.link.fold import key, words
from saksi.model.claims import Claim
from saksi.model.frozen import Frozen
from saksi.model.journal import Decision

SAME = 0.75
POSSIBLE = 0.55
"""Of the shorter claim's stems that the longer must hold. Set by reading; no labelled set was at hand."""
KEPT = 2
"""Sure pairs kept for one claim, the best first: the others follow from them, step by step."""
LEAST = 4
"""Stems that a claim must have to be told from others."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


class Said(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A claim by what it is compared by."""

    id: str
    article_id: str
    stems: frozenset[str]
    numbers: frozenset[str]
    negated: bool
    source: str | None = None
    """On whose word, folded."""


def said(claim: Claim, lang: str) -> Said:
    """A claim, ready to be compared."""
    content = " ".join(s.text for s in claim.content.spans)
    stem = _stemmer(lang)
    return Said(
        id=claim.id,
        article_id=claim.article_id,
        stems=frozenset(stem(w) for w in words(content) if len(w) > 2),
        numbers=frozenset(_NUMBER.findall(content)),
        negated=claim.negated,
        source=key(claim.origin.name or "") or None,
    )


def same_claims(some: Iterable[Said]) -> Iterator[Decision]:
    """What is decided of the claims of one story: the same, possibly the same, or nothing.

    Numbers that differ, or one that denies, make two claims, however alike the words. What is only possible is given
    where the two are on one's word or of one number, and neither is the same as another for sure.
    """
    by_stem: dict[str, list[Said]] = defaultdict(list)
    for s in some:
        if len(s.stems) >= LEAST:
            for w in s.stems:
                by_stem[w].append(s)
    pairs = {(a.id, b.id): (a, b) for group in by_stem.values() if len(group) <= 50 for a, b in combinations(group, 2)}
    scored = []
    for ids, (a, b) in pairs.items():
        if a.article_id == b.article_id or a.negated != b.negated or _numbers_differ(a, b):
            continue
        share = len(a.stems & b.stems) / min(len(a.stems), len(b.stems))
        if share >= SAME or (share >= POSSIBLE and _one_slot(a, b)):
            scored.append((-share, tuple(sorted(ids))))
    kept: Counter[str] = Counter()
    for less, (left, right) in sorted(scored):
        share = -less
        if min(kept[left], kept[right]) >= KEPT or (share < SAME and kept[left] + kept[right]):
            continue
        kept.update((left, right))
        yield Decision(
            left=left, right=right, relation="same_claim", judgement="positive" if share >= SAME else "unsure",
            score=round(share, 4), because=f"{share:.0%} of the shorter claim's words; no number differs",
            by="rule:link.same_claim",
        )  # fmt: skip


def _one_slot(a: Said, b: Said) -> bool:
    """Whether two claims whose words are not enough are on one's word or of one number."""
    return bool(a.source and a.source == b.source) or bool(a.numbers & b.numbers)


def _numbers_differ(a: Said, b: Said) -> bool:
    return bool(a.numbers and b.numbers) and not (a.numbers <= b.numbers or b.numbers <= a.numbers)


@lru_cache(maxsize=8)
def _stemmer(lang: str) -> Callable[[str], str]:
    return lru_cache(maxsize=200_000)(pack(lang).stem) if lang in codes() else str
