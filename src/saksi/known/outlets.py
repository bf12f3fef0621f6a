"""Who publishes: outlets and news agencies by name, by the other names they go by, and by address."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal
from urllib.parse import urlsplit

import msgspec

from saksi.lang.tables import folder, table
from saksi.model.pages import Outlet

_LETTERS = re.compile(r"[^\w]+")


class OutletRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An outlet: its name, what it is, where it is at home (ISO 3166-1 alpha-2) and in which languages it publishes."""

    name: str
    kind: Literal["outlet", "wire", "agency", "government", "aggregator"]
    country: str | None = None
    domain: str | None = None
    aliases: tuple[str, ...] = ()
    langs: tuple[str, ...] = ()


def is_outlet(name: str) -> bool:
    """Whether a name is a known outlet's or agency's, whatever its case, article and ending (".com")."""
    return folded(name) in _names()


def outlet_named(name: str) -> Outlet | None:
    """The outlet of a name, whatever its case, article and ending, or None."""
    row = _names().get(folded(name))
    return _outlet(row) if row else None


def outlet_at(url: str | None) -> Outlet | None:
    """The outlet at an address, or None. A host's own row goes before that of the domain it belongs to."""
    if not url:
        return None
    try:
        host = (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return None
    while host.count("."):
        if row := _hosts().get(host):
            return _outlet(row)
        host = host.split(".", 1)[1]
    return None


def folded(name: str) -> str:
    """A name for comparing: its letters and digits in lower case, without an article in front and a domain behind."""
    low = name.casefold().removeprefix("the ")
    for ending in (".com", ".co.id", ".id", ".net", ".org"):
        low = low.removesuffix(ending)
    return _LETTERS.sub("", low)


def _outlet(row: OutletRow) -> Outlet:
    return Outlet(name=row.name, domain=row.domain, country=row.country, kind=row.kind, langs=row.langs)


@cache
def outlet_rows() -> tuple[OutletRow, ...]:
    """The rows of the table, in its order."""
    return table(folder("saksi.known") / "outlets.tsv", OutletRow)


@cache
def _names() -> dict[str, OutletRow]:
    rows = outlet_rows()
    others = {folded(alias): row for row in reversed(rows) for alias in row.aliases}
    return others | {folded(row.name): row for row in reversed(rows)}


@cache
def _hosts() -> dict[str, OutletRow]:
    return {row.domain: row for row in reversed(outlet_rows()) if row.domain}
