"""What is known of the words beside a particular: an age, a magnitude, a coordinate, the number of a law."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from saksi.lang.tables import folder, table

ParticularKind = Literal[
    "age", "aged", "magnitude", "depth", "latitude", "longitude", "law", "year", "rough", "not", "part"
]


class ParticularRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word or phrase beside a particular."""

    word: str
    kind: ParticularKind


@cache
def particular_words(kind: ParticularKind) -> frozenset[str]:
    """The words and phrases of a kind, in lower case."""
    rows = table(folder("saksi.known") / "tables" / "particular_words.tsv", ParticularRow)
    return frozenset(r.word for r in rows if r.kind == kind)
