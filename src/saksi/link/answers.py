"""Record -> the answers of its event reports, in the form in which contradictions are looked for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Literal

from saksi.known.counting import CountKind, count_words
from saksi.known.particulars import particular_words
from saksi.link.contradictions import Answer, number_of
from saksi.link.fold import folded, words
from saksi.model.claims import Claim
from saksi.model.frozen import replace
from saksi.model.happenings import EventReport, Slot
from saksi.model.journal import Record

Bound = Literal["exact", "least", "most", "about"]
_BEFORE = 24
"""Characters before a figure in which "sedikitnya" or "sekitar" stands."""
_NUMBER = re.compile(r"[\d.,]+")
_DIGITS = re.compile(r"\d")


def answers_of(record: Record) -> Iterator[Answer]:
    """The answers of a record's reports, in their order; none for a slot without a value."""
    claims = {c.id: c for c in record.claims}
    found: list[Answer] = []
    places = {p.id: p.name for p in record.marks.places}
    units = {(f.span.start, f.span.end): f.unit for f in record.marks.figures}
    published = record.article.published.value if record.article.published else None
    outlet = record.article.outlet.name if record.article.outlet else None
    for report in record.events:
        claim = claims.get(report.claim_id or "")
        for n, slot in enumerate(report.slots):
            if slot.value is None and slot.low is None and slot.predicate != "alive":
                continue
            made = _answer(record, report, n, slot, claim, places.get(report.where or ""), published, outlet)
            unit = units.get((slot.span.start, slot.span.end))
            made = replace(made, unit=unit) if unit is not None and slot.low is not None else made
            if slot.low is None or not _part(record, report, slot):
                found.append(made)
    yield from _beside(found)


def _beside(found: list[Answer]) -> Iterator[Answer]:
    """The answers, each count with the other counts of its kind in the article."""
    counted: dict[str, set[str]] = defaultdict(set)
    for a in found:
        if a.low is not None:
            counted[a.predicate].add(number_of(a))
    for a in found:
        others = counted[a.predicate] - {number_of(a)} if a.low is not None else set()
        yield replace(a, also=frozenset(others)) if others else a


def _part(record: Record, report: EventReport, slot: Slot) -> bool:
    """Whether the number counts some of those that another number counts ("termasuk tiga anak")."""
    before = record.article.text[max(report.sentence.start, slot.span.start - _BEFORE) : slot.span.start]
    after = record.article.text[slot.span.end : min(report.sentence.end, slot.span.end + _BEFORE)]
    return any(f" {w} " in f" {' '.join(words(x))} " for w in particular_words("part") for x in (before, after))


def _answer(  # noqa: PLR0913 - one row of a table, each cell from its own place
    record: Record,
    report: EventReport,
    n: int,
    slot: Slot,
    claim: Claim | None,
    where: str | None,
    published: str | None,
    outlet: str | None,
) -> Answer:
    before = record.article.text[max(0, slot.span.start - _BEFORE) : slot.span.start]
    source = claim.origin.name if claim else outlet
    return Answer(
        id=f"{report.id}#{n}" if n else report.id,
        article_id=record.article.id,
        claim_id=report.claim_id,
        predicate=slot.predicate,
        subject=slot.subject,
        value=slot.value,
        low=slot.low,
        high=slot.high,
        negated=slot.negated,
        unit=_NUMBER.sub(" ", slot.span.text).strip() if slot.low is not None else "",
        bound=bound_of(before, slot.span.text) if slot.low is not None else "exact",
        when=report.when,
        where=where,
        source=source,
        published=published,
        actual=report.reality in ("actual", "negated"),
        denies=bool(claim and claim.cue and claim.cue.stance == "denies"),
        start=slot.span.start,
        end=slot.span.end,
    )


def bound_of(before: str, text: str) -> Bound:
    """What the words before a number, or its first ones, say of it."""
    head, tail = _DIGITS.split(before)[-1], _DIGITS.split(text)[0]
    start = folded(head + tail)
    for kind in ("least", "most", "about"):
        if _stands(kind).search(start):
            return kind
    return "exact"


@cache
def _stands(kind: CountKind) -> re.Pattern[str]:
    some = "|".join(sorted((re.escape(w) for w in count_words(kind)), key=lambda w: (-len(w), w)))
    return re.compile(rf"\b(?:{some})\b")
