"""Who publishes: news agencies and outlets whose names alone tell what they are."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from saksi.lang.tables import folder, table

_LETTERS = re.compile(r"[^\w]+")


class OutletRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A name and what it is."""

    name: str
    kind: str
    country: str = ""
    domain: str = ""
    aliases: tuple[str, ...] = ()
    langs: tuple[str, ...] = ()


def is_outlet(name: str) -> bool:
    """Whether a name is a known outlet's or agency's, whatever its case, article and ending (".com")."""
    return folded(name) in _names()


def folded(name: str) -> str:
    """A name for comparing: its letters and digits in lower case, without an article in front and a domain behind."""
    low = name.casefold().removeprefix("the ")
    for ending in (".com", ".co.id", ".id", ".net", ".org"):
        low = low.removesuffix(ending)
    return _LETTERS.sub("", low)


@cache
def _names() -> frozenset[str]:
    rows = table(folder("saksi.known") / "outlets.tsv", OutletRow)
    return frozenset(folded(name) for row in rows for name in (row.name, *row.aliases))
