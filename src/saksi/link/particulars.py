"""Record -> the particulars that its text gives: ages, codes, dates, coordinates, laws, counts; what it denies.

Each is an answer to a question that another article may answer otherwise. What is asked is told by the kind of
particular and the words around it (``scope``); an article that itself gives several values is not asked (``also``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from saksi.known.counting import count_words
from saksi.known.particulars import ParticularKind, particular_words
from saksi.known.word_counts import word_counts
from saksi.lang.base import codes, pack
from saksi.link.contradictions import Answer
from saksi.link.fold import folded, words
from saksi.model.frozen import replace
from saksi.model.journal import Record

AROUND = 120
"""Characters on either side of a value, within its sentence, whose words tell what is asked."""
LETTERS = 2
"""Letters that a code without letters at its end begins with ("SV 123")."""
USUAL = 0.06
"""A word that stands in a larger share of articles tells nothing."""
_CODE = re.compile(r"\b([A-Z]{1,2})[ -]?(\d{3,4})(?:[ -]?([A-Z]{2,3}))?\b")
_NAME = r"((?:[A-Z][\w'’.-]{1,20} ){1,4}[A-Z][\w'’.-]{1,20}|[A-Z]{2,4})"
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d$")


def particulars_of(record: Record) -> Iterator[Answer]:
    """The particulars of an article, by kind and in text order."""
    found = [a for make in (_ages, _codes, _dates, _measured, _laws, _counted, _said) for a in make(record)]
    by_kind: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for a in found:
        by_kind[a.predicate, a.unit, a.subject].add(a.value or "")
    for a in found:
        also = by_kind[a.predicate, a.unit, a.subject] - {a.value or ""}
        yield replace(a, also=frozenset(also)) if also else a


def _ages(record: Record) -> Iterator[Answer]:
    for start, end, m in _matches(record, _age_pattern()):
        age = m[2] or m[3] or m[4]
        yield _answer(record, "age", start, end, value=age, subject=m[1], number=float(age))


@cache
def _age_pattern() -> re.Pattern[str]:
    """A name with an age in brackets, behind a comma, or behind a word for age."""
    aged, years = _any("aged"), _any("age")
    return re.compile(
        rf"{_NAME}(?: ?\((\d\d)(?: (?:{years}))?[),]|,(?: [a-z-]{{2,12}},)? (\d\d) (?:{years})\b"
        rf"|,? (?:[a-z-]{{2,12}} ){{0,2}}(?:{aged}) (\d\d)\b)"
    )


def _codes(record: Record) -> Iterator[Answer]:
    for start, end, m in _matches(record, _CODE):
        if (m[3] or len(m[1]) == LETTERS) and record.article.text[end : end + 1] != "/":
            shape = "AA" if not m[3] else "A0A"
            yield _answer(record, "code", start, end, value="".join(x or "" for x in m.groups()), unit=shape)


def _dates(record: Record) -> Iterator[Answer]:
    for t in record.marks.times:
        if t.type == "DATE" and t.span and _DAY.match(t.value) and any(c.isdigit() for c in t.span.text):
            yield _answer(record, "date", t.span.start, t.span.end, value=t.value, unit=_weekday(t.span.text, record))


def _weekday(text: str, record: Record) -> str:
    """The day of the week that a date is written with, as a digit, 1 for Monday; "" without one."""
    days = _days(record.article.lang)
    return next((str(days[w]) for w in words(text) if w in days), "")


@cache
def _days(lang: str) -> dict[str, int]:
    days = pack(lang).calendar["weekdays"] if lang in codes() else {}
    return {folded(day): number for day, number in days.items()}


def _measured(record: Record) -> Iterator[Answer]:
    for start, end, m in _matches(record, _measure_pattern()):
        kind: ParticularKind = "magnitude"
        number = m[2]
        if m[1] and folded(m[1]) in particular_words("depth"):
            kind = "depth"
        elif not m[1]:
            number = m[3]
            kind = "latitude" if folded(m[4]) in particular_words("latitude") else "longitude"
        value = number.replace(",", ".")
        yield _answer(record, kind, start, end, value=value, number=float(value))


@cache
def _measure_pattern() -> re.Pattern[str]:
    first, last = f"{_any('magnitude')}|{_any('depth')}", f"{_any('latitude')}|{_any('longitude')}"
    number = r"(\d{1,3}(?:[.,]\d{1,3})?)"
    head = rf"(?i:\b({first}))(?: ?\(M\))? (?:[a-z]{{2,10}} ){{0,2}}{number}\b"
    return re.compile(rf"{head}|\b{number} ?°? ?(?i:({last}))\b")


def _laws(record: Record) -> Iterator[Answer]:
    for start, end, m in _matches(record, _law_pattern()):
        yield _answer(record, "law", start, end, value=m[2], number=float(m[2]), unit=m[1])


@cache
def _law_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?i:\b(?:{_any('law')}))\.? ?(\d{{1,3}}) (?i:{_any('year')}) (\d{{4}})\b")


def _counted(record: Record) -> Iterator[Answer]:
    """Counts and amounts, with the word that is counted."""
    stem = _stemmer(record.article.lang)
    people = count_words("people")
    for f in record.marks.figures:
        number = _NUMBER.search(f.span.text)
        if f.measure in ("duration", "size") or not number:
            continue
        unit = f.span.text[number.end() :] + record.article.text[f.span.end : f.span.end + 40]
        heads = [w for w in words(unit) if not w.isdigit()][:3]
        head = next((w for w in heads if w not in people), "") if f.measure not in ("money", "percent") else f.measure
        if head:
            yield _answer(
                record, "count", f.span.start, f.span.end, value=number[0], number=f.low, high=f.high,
                unit=f"{f.measure} {stem(head)}",
            )  # fmt: skip


def _said(record: Record) -> Iterator[Answer]:
    """What is denied, and what the article tells: its sentences, each by the claim it is told in."""
    text = record.article.text
    denied: list[tuple[int, int]] = []
    for c in record.claims:
        if c.cue and c.cue.stance == "denies":
            first, last = c.content.spans[0], c.content.spans[-1]
            denied.append(_sentence(record, first.start))
            scope = scope_of(" ".join(x.text for x in c.content.spans), record.article.lang)
            yield Answer(
                id=c.id, article_id=record.article.id, claim_id=c.id, predicate="said", denies=True, scope=scope,
                source=c.origin.name, published=_published(record), start=first.start, end=last.end,
            )  # fmt: skip
    by_start = {c.content.spans[0].start: c for c in record.claims}
    starts = sorted(by_start)
    for a, b in record.marks.sentences:
        if (a, b) in denied:
            continue
        at = bisect_right(starts, b - 1) - 1
        claim = by_start[starts[at]] if at >= 0 and starts[at] >= a else None
        yield Answer(
            id=f"{record.article.id}#said{a}", article_id=record.article.id, claim_id=claim.id if claim else None,
            predicate="said", scope=scope_of(text[a:b], record.article.lang), published=_published(record),
            source=claim.origin.name if claim else None, negated=_negated(text[a:b], record.article.lang),
            start=a, end=b,
        )  # fmt: skip


def _negated(text: str, lang: str) -> bool:
    return lang in codes() and not _negations(lang).isdisjoint(words(text))


@cache
def _negations(lang: str) -> frozenset[str]:
    return (
        particular_words("not")
        | {*pack(lang).words.get("negations", ())}
        | {r.form for r in pack(lang).cues if r.stance == "denies"}
    )


def _published(record: Record) -> str | None:
    return record.article.published.value if record.article.published else None


def _answer(  # noqa: PLR0913 - a particular's parts
    record: Record,
    predicate: str,
    start: int,
    end: int,
    *,
    value: str,
    subject: str = "",
    number: float | None = None,
    high: float | None = None,
    unit: str = "",
    when: str | None = None,
) -> Answer:
    article = record.article
    a, b = _sentence(record, start)
    claim = next((c for c in record.claims for s in c.content.spans if s.start <= start < s.end), None)
    before = words(article.text[max(a, start - 24) : end])
    around = article.text[max(a, start - AROUND) : start] + " " + article.text[end : min(b, end + AROUND)]
    return Answer(
        id=f"{article.id}#{predicate}{start}",
        article_id=article.id,
        claim_id=claim.id if claim else None,
        predicate=predicate,
        subject=subject,
        value=value,
        low=number,
        high=number if high is None else high,
        unit=unit,
        bound="about" if particular_words("rough").intersection(before) else "exact",
        when=when,
        source=claim.origin.name if claim else article.outlet.name if article.outlet else None,
        published=_published(record),
        scope=scope_of(around, article.lang),
        start=start,
        end=end,
    )  # fmt: skip


def _sentence(record: Record, at: int) -> tuple[int, int]:
    some = record.marks.sentences
    i = bisect_right(some, (at, 1 << 60)) - 1
    return some[i] if i >= 0 and at < some[i][1] else (max(0, at - AROUND), at + AROUND)


def _matches(record: Record, pattern: re.Pattern[str]) -> Iterator[tuple[int, int, re.Match[str]]]:
    for block in record.article.body:
        for m in pattern.finditer(record.article.text, block.start, block.end):
            yield m.start(), m.end(), m


def scope_of(text: str, lang: str) -> frozenset[str]:
    """The stems of a text that tell what it is about: those that few articles hold."""
    stem = _stemmer(lang)
    return frozenset(s for w in words(text) if len(w) > 2 and not w[0].isdigit() and weight(s := stem(w), lang))


@lru_cache(maxsize=200_000)
def weight(stem: str, lang: str) -> float:
    """How much a stem tells; 0 for one that a large share of articles hold."""
    seen, counts = word_counts()
    share = counts["body"].get(stem, 0) / seen if lang == "id" else 0.0
    return 0.0 if share > USUAL else 1.0


@lru_cache(maxsize=8)
def _stemmer(lang: str) -> Callable[[str], str]:
    return lru_cache(maxsize=200_000)(pack(lang).stem) if lang in codes() else str


def _any(kind: ParticularKind) -> str:
    return "|".join(sorted((re.escape(w) for w in particular_words(kind)), key=lambda w: (-len(w), w)))
