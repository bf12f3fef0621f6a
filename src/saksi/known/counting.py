"""What is known of words beside counts: whom they count, and whether the count is a floor, a ceiling or rough."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from saksi.lang.tables import folder, table

CountKind = Literal["people", "fate", "least", "most", "about"]


class CountRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word or phrase beside a count."""

    word: str
    kind: CountKind


@cache
def count_words(kind: CountKind) -> frozenset[str]:
    """The words and phrases of a kind, in lower case."""
    rows = table(folder("saksi.known") / "tables" / "count_words.tsv", CountRow)
    return frozenset(r.word for r in rows if r.kind == kind)
