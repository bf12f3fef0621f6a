"""Whether an event is told as having taken place, to come, supposed, long past, or not so."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from saksi.assemble.sentences import Sentence
from saksi.lang.base import Pack, RealityRow, pack
from saksi.lang.forms import Forms, class_of
from saksi.model.claims import Claim
from saksi.model.happenings import Reality
from saksi.model.marks import Timex

NEAR = 3
"""Words between "akan" and its event ("akan kembali lagi menyerang")."""
PAST = 6
"""Months before publication from which an event is history and not news."""
FAR = 1_000_000
_ORDER: tuple[Reality, ...] = ("negated", "hypothetical", "actual", "future", "historical")
_OF_STANCE: dict[str, Reality] = {"denies": "negated", "asks": "hypothetical", "expects": "future"}


@cache
def reality_forms(code: str) -> Forms[RealityRow]:
    """The words that tell whether an event took place."""
    return Forms(pack(code).realities)


class Place(NamedTuple):
    """Where an event's words stand in their clause, in tokens."""

    left: int
    first: int
    end: int
    right: int
    noun: bool


def reality_of(
    s: Sentence, at: Place, when: str | None, claim: Claim | None, published: Timex | None, lang: Pack
) -> tuple[Reality, str]:
    """The reality of an event, and the word that tells it."""
    told = _told(s, at, lang)
    for reality in _ORDER:
        if reality in told:
            return reality, told[reality]
    if claim is not None and claim.cue is not None and claim.cue.stance in _OF_STANCE and not at.noun:
        return _OF_STANCE[claim.cue.stance], f"claim {claim.cue.stance}"
    if when and published and _months(published.value) - _months(when) >= PAST:
        return "historical", when
    return "actual", ""


def _told(s: Sentence, at: Place, lang: Pack) -> dict[Reality, str]:
    """The realities that words before the event tell; for a noun also the verb behind it ("sidang akan digelar")."""
    told: dict[Reality, str] = {}
    forms = reality_forms(lang.code)
    light = class_of(lang.code, "light_verbs")
    left, first = at.left, at.first
    k = 0
    while k < first:
        match = forms.at(s.tokens, k)
        k = match[1] if match is not None else k + 1
        if match is None or match[1] > first:
            continue
        row, end = match
        start = end - len(row.form.split())
        reached = {
            "next": end == first,
            "near": first - end < NEAR and start >= left,
            "clause": start >= left - 1,
            "sentence": True,
        }[row.reach]
        if reached and at.noun and row.reality == "negated" and row.reach == "near":  # "tidak hadir dalam rapat"
            reached = all(t.fold in light for t in s.tokens[end:first])
        if reached:
            told.setdefault(row.reality, row.form)
    if at.noun:
        for k in range(at.end, min(at.end + NEAR, at.right)):
            match = forms.at(s.tokens, k)
            if match is not None and match[0].reach == "near" and match[0].reality == "future":
                told.setdefault(match[0].reality, match[0].form)
    return told


def _months(value: str) -> int:
    """Months since year 0 of a TIMEX3 date; the end of a year without a month; far off for anything else."""
    if not value[:4].isdigit():
        return FAR
    month = value[5:7] if value[4:5] == "-" and value[5:7].isdigit() else "12"
    return int(value[:4]) * 12 + int(month)
