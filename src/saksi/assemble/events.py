"""What is said to have happened: event reports by kind, with roles, place, time and figures."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import msgspec

from saksi.assemble.actors import actors_in
from saksi.assemble.claimed import Claimed
from saksi.assemble.realities import Place, reality_of
from saksi.assemble.roles import Parts, clause_of, parts_of
from saksi.assemble.sentences import Sentence, sentences_of
from saksi.assemble.slots import BEARS, LOSSES, OWN, loss_slot, stated_slots
from saksi.assemble.tellings import Telling, gives_or_takes, tellings_in
from saksi.lang.base import EventRow, Pack, pack
from saksi.lang.forms import Forms, class_of
from saksi.model.claims import Claim
from saksi.model.frozen import replace
from saksi.model.happenings import EventReport, Role, Slot
from saksi.model.marks import Marks
from saksi.model.pages import Article
from saksi.model.spans import Span

OFFICE_EVENTS = {
    "appointed": "appointment",
    "dismissed": "dismissal",
    "resigned": "resignation",
    "candidate": "candidacy",
}
FAR = 1_000_000
"""No place or time is this many tokens away."""
OPENING = 3
"""A date among these first tokens is for the whole sentence ("Pada Senin (1/2), ...")."""
LED = 10
"""Tokens between "di" and the last of the places that it leads to ("di kota Awan, Bulan, dan Bintang")."""
PLAYED = ("assault", "retreat", "crime", "coerce")
"""Kinds of event that are metaphors in a sentence about sport."""
NOUNS = ("noun", "deed", "happening")


class _Trigger(NamedTuple):
    first: int
    end: int
    row: EventRow


@cache
def event_forms(code: str) -> Forms[EventRow]:
    """The words that report events."""
    return Forms(pack(code).events)


def events_in(article: Article, marks: Marks, claims: tuple[Claim, ...], lang: Pack) -> tuple[EventReport, ...]:
    """The event reports of an article, in text order of their triggers."""
    claimed = Claimed(claims)
    found: list[EventReport] = []
    sentences = list(sentences_of(article, marks))
    for s in sentences:
        triggers = _triggers(s, lang)
        if triggers:
            found.extend(_reports(article, s, triggers, claimed, lang))
    if gives_or_takes(sentences, lang):
        tellings = tellings_in(article, sentences, claims, lang)
        found.extend(_office_report(article, t, claimed) for t in tellings if t.trigger and t.status in OFFICE_EVENTS)
    given = {report.trigger.start for report in found if report.kind == "office"}
    found = [report for report in found if report.kind == "office" or report.trigger.start not in given]
    found.sort(key=lambda e: (e.trigger.start, e.kind))
    made: dict[str, EventReport] = {}
    known: set[tuple[str, str, str]] = set()
    for report in found:
        told = bool(report.roles or report.when or report.where or report.figures)
        if told or (report.kind, report.subkind, report.reality) not in known:  # "banjir itu" says nothing more
            made.setdefault(report.id, report)
        known.add((report.kind, report.subkind, report.reality))
    return tuple(made.values())


def _triggers(s: Sentence, lang: Pack) -> list[_Trigger]:
    """The event words of a sentence outside names and titles; of one type the verb, else the first."""
    forms = event_forms(lang.code)
    closed = {k for n in (*s.names, *s.positions) for k in range(n.first, n.end)}
    sport = class_of(lang.code, "sport_words")
    played = any(t.fold in sport for t in s.tokens)
    found: dict[tuple[str, str], _Trigger] = {}
    k = 0
    while k < len(s.tokens):
        match = None if k in closed else forms.at(s.tokens, k)
        if match is None:
            k += 1
            continue
        row, end = match
        if row.kind == "none" or (played and row.kind in PLAYED):
            k = end
            continue
        stands = _as_it_stands(s, row, k, lang)
        if stands is None:
            k = end
            continue
        row = stands
        if k > 0 and s.tokens[k].text[0].isupper() and s.tokens[k - 1].text.isalnum():  # "Banjir Kanal Timur"
            k = end
            continue
        one = _Trigger(k, end, row)
        before = found.get((row.kind, row.subkind))
        if before is None or (before.row.voice in NOUNS and row.voice not in NOUNS):
            found[row.kind, row.subkind] = one
        k = end
    return sorted(found.values())


def _as_it_stands(s: Sentence, row: EventRow, k: int, lang: Pack) -> EventRow | None:
    """The row in the voice that the word before it gives; None where it makes an adjective of it.

    "will attack" is a verb, "been arrested" undergoes, "the injured party" reports nothing.
    """
    before = s.tokens[k - 1].fold if k else ""
    if row.voice in NOUNS and before in class_of(lang.code, "verb_leads"):
        return msgspec.structs.replace(row, voice="active")
    if row.voice != "active" or " " in row.form:
        return row
    if before in class_of(lang.code, "determiners"):
        return None
    earlier = s.tokens[k - 2].fold if k > 1 else ""
    passive = class_of(lang.code, "passive_leads")
    if before in passive or (earlier in passive and before.endswith("ly")):
        return row if row.form.endswith("ing") else msgspec.structs.replace(row, voice="passive")
    return row


def _reports(
    article: Article, s: Sentence, triggers: list[_Trigger], claimed: Claimed, lang: Pack
) -> list[EventReport]:
    made: list[EventReport] = []
    for trigger in triggers:
        actors = actors_in(s, range(trigger.first, trigger.end), lang)
        parts = parts_of(s, actors, trigger.row, trigger.first, trigger.end, lang)
        if _has_what_it_needs(s, trigger, parts, lang):
            told = _of_a_hazard(s, trigger, parts, lang)
            made.append(_report(article, s, told, triggers, parts, claimed, lang))
    return _with_losses(made, s)


def _has_what_it_needs(s: Sentence, trigger: _Trigger, parts: Parts, lang: Pack) -> bool:
    needs = trigger.row.needs
    if needs == "actor":
        return bool(parts.agents or parts.patients)
    if needs == "object":
        return bool(parts.patients)
    if needs == "person":
        return any(a.kind in ("person", "people") for a in parts.patients)
    if needs == "place":
        sites = class_of(lang.code, "site_words")
        return any(a.kind == "place" or s.tokens[a.first].fold in sites for a in parts.patients)
    if needs == "mountain":
        return any(
            t.fold in class_of(lang.code, "mountain_words") for t in s.tokens[max(0, trigger.first - 5) : trigger.first]
        )
    return True


def _of_a_hazard(s: Sentence, trigger: _Trigger, parts: Parts, lang: Pack) -> _Trigger:
    """The trigger as a death where what kills is no one ("the flood killed 12")."""
    hazards = class_of(lang.code, "hazard_words")
    if trigger.row.subkind != "killing" or not any(s.tokens[a.first].fold in hazards for a in parts.agents):
        return trigger
    return trigger._replace(row=msgspec.structs.replace(trigger.row, kind="harm", subkind="death"))


def _report(
    article: Article, s: Sentence, trigger: _Trigger, triggers: list[_Trigger], parts: Parts, claimed: Claimed,
    lang: Pack,
) -> EventReport:  # fmt: skip
    row = trigger.row
    span = article.span(s.tokens[trigger.first].start, s.tokens[trigger.end - 1].end)
    claim = claimed.innermost(span.start, span.end)
    left, right = clause_of(s, trigger.first, trigger.end, lang)
    when = _when(s, trigger, triggers, claimed, lang)
    at = Place(left, trigger.first, trigger.end, right, row.voice in NOUNS)
    reality, word = reality_of(s, at, when, claim, article.published, lang)
    patient = "victim" if parts.victim else "patient"
    return EventReport(
        article_id=article.id,
        claim_id=claim.id if claim else None,
        kind=row.kind,
        subkind=row.subkind,
        trigger=span,
        sentence=article.span(s.start, s.end),
        when=when,
        where=_where(s, span, parts, claimed, lang, strikes=row.voice == "happening"),
        roles=tuple(
            Role(
                role=role, span=article.span(s.tokens[a.first].start, s.tokens[a.end - 1].end), mention_id=a.mention_id
            )
            for role, some in (("agent", parts.agents), (patient, parts.patients))
            for a in some
        ),
        slots=()
        if reality in ("hypothetical", "future")
        else stated_slots(article, s, row, parts, span, lang, negated=reality == "negated"),
        reality=reality,
        rule=f"{row.voice} {row.form}" + (f"; {word}" if word else ""),
    )


def _with_losses(reports: list[EventReport], s: Sentence) -> list[EventReport]:
    """The reports of one sentence with the losses that it counts, each at the nearest event that can bear it."""
    figures: dict[int, list[str]] = {}
    slots: dict[int, list[Slot]] = {}
    for figure in s.figures:
        if figure.measure not in LOSSES:
            continue
        able = [i for i, e in enumerate(reports) if e.kind in BEARS[figure.measure] and e.reality != "negated"]
        if not able:
            continue
        own = [i for i in able if reports[i].subkind in OWN[figure.measure]] or able
        nearest = min(own, key=lambda i: abs(reports[i].trigger.start - figure.span.start))
        causes = [i for i in able if reports[i].kind != "harm"]
        for i in dict.fromkeys((nearest, *causes[:1])):
            figures.setdefault(i, []).append(figure.id)
            slots.setdefault(i, []).append(loss_slot(figure))
    return [
        replace(e, figures=tuple(figures[i]), slots=(*e.slots, *slots[i])) if i in figures else e
        for i, e in enumerate(reports)
    ]


def _when(s: Sentence, trigger: _Trigger, triggers: list[_Trigger], claimed: Claimed, lang: Pack) -> str | None:
    """The value of the nearest date that no other event of the sentence is nearer to; a date that opens it is for all.

    Left out: dates on the other side of what is told than the event ("..., kata X, Rabu").
    """
    starts = {t.start: i for i, t in enumerate(s.tokens)}
    claim = claimed.innermost(*_span_of(s, trigger))
    left, right = clause_of(s, trigger.first, trigger.end, lang)
    best, value = FAR, None
    for time in s.times:
        at = starts.get(time.span.start) if time.span else None
        if at is None or time.type not in ("DATE", "TIME") or not time.value[:1].isdigit():
            continue
        if time.span is None or claimed.innermost(time.span.start, time.span.end) is not claim:
            continue
        away = _away(trigger, at)
        rivals = [t for t in triggers if t.first != trigger.first and _away(t, at) < away]
        if at > OPENING and not (left <= at < right) and (rivals or at < trigger.first):
            continue
        if away < best:
            best, value = away, time.value
    return value


def _away(trigger: _Trigger, at: int) -> int:
    return max(at - trigger.end, trigger.first - at, 0)


def _span_of(s: Sentence, trigger: _Trigger) -> tuple[int, int]:
    return s.tokens[trigger.first].start, s.tokens[trigger.end - 1].end


def _where(s: Sentence, span: Span, parts: Parts, claimed: Claimed, lang: Pack, *, strikes: bool) -> str | None:
    """The nearest place that a word of place leads to, on the same side of what is told as the event."""
    words = class_of(lang.code, "place_prepositions")
    nouns = class_of(lang.code, "place_nouns")
    claim = claimed.innermost(span.start, span.end)
    acting = {a.mention_id for a in parts.agents}
    starts = {t.start: i for i, t in enumerate(s.tokens)}
    placed = {i for i, t in enumerate(s.tokens) for p in s.places if p.span.start <= t.start < p.span.end}
    best, found = FAR, None
    for place in s.places:
        at = starts.get(place.span.start)
        if at is None or place.id in acting or claimed.innermost(place.span.start, place.span.end) is not claim:
            continue
        led = strikes and place.span.start >= span.end  # "banjir melanda X"
        for back in range(at - 1, max(-1, at - 1 - LED), -1):
            if s.tokens[back].fold in words:
                led = True
                break
            if s.tokens[back].fold not in nouns and back not in placed and s.tokens[back].text != ",":
                break
        away = min(abs(place.span.start - span.end), abs(span.start - place.span.end))
        if led and away < best:
            best, found = away, place.id
    return found


def _office_report(article: Article, told: Telling, claimed: Claimed) -> EventReport:
    assert told.trigger is not None
    assert told.sentence is not None
    claim = claimed.innermost(told.trigger.start, told.trigger.end)
    lost = told.status in ("dismissed", "resigned")
    slot = Slot(predicate="holds_office", subject=told.position.title, value=told.holder, negated=lost, span=told.span)
    holder = told.holder_span
    return EventReport(
        article_id=article.id,
        claim_id=claim.id if claim else None,
        kind="office",
        subkind=OFFICE_EVENTS[told.status],
        trigger=told.trigger,
        sentence=told.sentence,
        roles=(Role(role="holder", span=holder, mention_id=told.holder_id),) if holder else (),
        slots=() if told.status == "candidate" or told.later else (slot,),
        reality="future" if told.later else "actual",
        rule=told.rule,
    )
