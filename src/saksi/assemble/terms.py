"""The term of an office: from when until when its holder held it."""

from __future__ import annotations

from typing import NamedTuple

from saksi.lang.base import Pack
from saksi.lang.forms import Token, class_of
from saksi.model.marks import Timex

REACH = 12
"""Tokens between an office and its term ("memimpin pasukan Awan di Negeri Hujan dari tahun 2017")."""


class Term(NamedTuple):
    """TIMEX3 values; None for what is not told."""

    start: str | None = None
    end: str | None = None


def term_after(tokens: list[Token], k: int, times: list[Timex], lang: Pack) -> Term:
    """The term told behind token ``k``: "dari tahun 2017 hingga 2019", "sejak 1989", "(2014-2019)"."""
    opens, closes = class_of(lang.code, "term_from"), class_of(lang.code, "term_to")
    at = {t.start: i for i, t in enumerate(tokens)}
    near: list[tuple[int, Timex]] = []
    for time in times:
        first = at.get(time.span.start) if time.span else None
        if first is not None and k <= first <= k + REACH and time.type == "DATE":
            near.append((first, time))
    for n, (first, time) in enumerate(near):
        if first == 0 or tokens[first - 1].fold not in opens | {"("}:
            continue
        if n + 1 < len(near) and any(t.fold in closes for t in tokens[first : near[n + 1][0]][-3:]):
            return Term(time.value, near[n + 1][1].value)
        if tokens[first - 1].fold in class_of(lang.code, "term_since"):
            return Term(time.value, None)
    return Term()


def is_over(term: Term, published: Timex | None) -> bool:
    """Whether a term has ended before the year of publication; a term with an end has, where that is not known."""
    if not term.end:
        return False
    return published is None or term.end[:4] < published.value[:4]
