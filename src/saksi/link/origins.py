"""How many independent origins stand behind some claims, as a range."""

from __future__ import annotations

from collections.abc import Iterable

from saksi.model.claims import Claim
from saksi.model.journal import OriginSet


def origins_of(claims: Iterable[Claim]) -> OriginSet:
    """The independent origins of the claims: at least, at most.

    Each named origin counts once; unnamed ones may be one of the named or each another.
    """
    some = tuple(claims)
    named = sorted({c.origin.name for c in some if c.origin.name})
    unnamed = sum(c.origin.name is None for c in some)
    return OriginSet(
        claim_ids=tuple(c.id for c in some),
        named=tuple(named),
        unnamed=unnamed,
        at_least=max(len(named), 1 if unnamed else 0),
        at_most=len(named) + unnamed,
        because="each named origin once; the unnamed may be among them or apart",
    )
