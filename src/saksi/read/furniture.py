"""A line -> the pack's heading or furniture phrase that it is, if any."""

from __future__ import annotations

import re
from functools import cache

from saksi.lang.base import FurnitureRow, codes, pack

_BULLETS = " \t\xa0\u200b•*▪►»›>#+|·●○■–—-"
_AFTER = " \t\xa0:;.…!>»›+|-–—▸►"
_SPACES = re.compile(r"[\s\xa0]+")
_NAME = re.compile(r"[\s:]*(?:[A-Z(@][\w.'’&()@-]*(?:[\s,|/]+(?:and|dan|the|of|van|de|bin|binti|&)?\s*|$)){1,9}$")
_ROUND = " \t\xa0|"
_BARS = re.compile(r" ?\|(?: ?:)?")
"""A table's cell borders, as text browsers draw them ("| Editor | : Budi |")."""
_LEADING = re.compile(r"\d[\d.,]{0,6} ")
_COUNT = re.compile(r"^\d[\d.,]{0,6} |[ ]?\(\d[\d.,]{0,6}\)$")
"""How many there are, before or after a heading ("12 Comments", "Comments (12)")."""
_TAIL = 140
_LONGEST: dict[str, int] = {
    "readalso": 300, "advert": 300, "note": 700, "caption": 500, "tags": 500, "share": 120, "byline": 150,
    "dateline": 120, "other": 200,
}  # fmt: skip
"""The longest line, in characters, that a phrase at its start may claim for a role: longer ones are sentences that
happen to begin so. Set by hand; with them 1,674 of 1,695 hits on the renders glue of both sets are not body."""
_HEADING = 70
"""The same for the heading of a list."""


class Phrases:
    """The furniture phrases of all packs, ready for look-up. A page may carry headings of another language."""

    def __init__(self, rows: tuple[FurnitureRow, ...]) -> None:
        self._whole = {bare(r.form): r for r in reversed(rows) if r.where == "whole"}
        self._starts: dict[str, list[tuple[str, FurnitureRow]]] = {}
        self._tails = tuple((r.form.casefold(), r) for r in rows if r.where == "tail")
        for row in rows:
            if row.where in ("start", "named"):
                form = row.form.casefold()
                self._starts.setdefault(form[:2], []).append((form, row))
        for some in self._starts.values():
            some.sort(key=lambda pair: -len(pair[0]))

    def hit(self, line: str) -> FurnitureRow | None:
        """The row that the line is, or None."""
        if len(line) > _LONGEST["note"]:
            return None
        stripped = _BARS.sub(" ", _SPACES.sub(" ", line.lstrip(_BULLETS).rstrip(_ROUND)))
        if not stripped:
            return None
        if len(stripped) <= _HEADING and (whole := self._whole.get(bare(stripped))):
            return whole
        folded = stripped.casefold()
        counted = _LEADING.match(folded)
        for at in (0, counted.end()) if counted else (0,):
            for form, row in self._starts.get(folded[at : at + 2], self._starts.get(folded[at : at + 1], ())):
                if folded.startswith(form, at) and _fits(stripped, at + len(form), row):
                    return row
        return self._tail(folded)

    def _tail(self, folded: str) -> FurnitureRow | None:
        if len(folded) > _LONGEST["caption"]:
            return None
        end = folded[-_TAIL:]
        return next((row for form, row in self._tails if form in end and not end.startswith(form)), None)


def bare(line: str) -> str:
    """A heading's form without case, bullets, spaces and marks around it."""
    return _COUNT.sub("", _SPACES.sub(" ", line.strip(_BULLETS)).casefold().rstrip(_AFTER))


def _fits(line: str, length: int, row: FurnitureRow) -> bool:
    if row.where == "named":
        return len(line) <= _LONGEST["byline"] and bool(_NAME.match(line, length))
    limit = _HEADING if row.heads == "list" else _LONGEST.get(row.role, _HEADING)
    if len(line) > limit:
        return False
    if row.role == "dateline" and not any(c.isdigit() for c in line):
        return False
    if length == len(line) or not line[length - 1].isalnum():
        return True
    after = line[length]
    return not after.isalnum() or (after.isupper() and line[length - 1].islower())


@cache
def phrases() -> Phrases:
    """The phrases of every pack there is."""
    return Phrases(tuple(row for code in codes() for row in pack(code).furniture))
