"""Armed groups, ministries, agencies, courts, parties, companies and other bodies, by all the forms of their names."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from saksi.lang.tables import folder, table

BodyKind = Literal[
    "armed", "military", "police", "ministry", "agency", "court", "parliament", "party", "international", "company",
    "club", "university", "association", "media", "government",
]  # fmt: skip


class Body(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A body: its usual name, its other names and abbreviations, and what it is."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: BodyKind
    country: str | None = None
    """ISO 3166-1 alpha-2; None where it belongs to none or to several."""


class Phrases:
    """Names by their words, for the longest that stands at a place in a list of words."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for name in names:
            words = tuple(_parts(name))
            self._by_first.setdefault(words[0], []).append(words)
        for options in self._by_first.values():
            options.sort(key=len, reverse=True)

    def at(self, words: list[str], i: int) -> int:
        """How many words the longest known name at word ``i`` has; 0 for none."""
        for option in self._by_first.get(words[i], ()):
            n = len(option)
            if n == 1 or words[i + 1 : i + n] == list(option[1:]):
                return n
        return 0


def _parts(name: str) -> list[str]:
    out: list[str] = []
    for word in name.replace("(", " ( ").replace(")", " ) ").replace("-", " - ").replace("/", " / ").split():
        if word.endswith(","):
            out += [word[:-1], ","]
        elif word.endswith(".") and len(word) > 1:
            out += [word[:-1], "."]
        else:
            out.append(word)
    return out


@cache
def bodies() -> tuple[Body, ...]:
    """All bodies, in the table's order."""
    return table(folder("saksi.known") / "bodies.tsv", Body)


@cache
def by_name() -> dict[str, Body]:
    """The body of each name and alias, as it is written."""
    found: dict[str, Body] = {}
    for body in bodies():
        for name in (body.name, *body.aliases):
            found.setdefault(name, body)
    return found


@cache
def body_phrases() -> Phrases:
    """All names and aliases, for matching."""
    return Phrases(tuple(by_name()))
