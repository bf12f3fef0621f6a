"""Record -> the JSON record of docs/record.md, one object per page."""

from __future__ import annotations

from typing import Final, Literal

import msgspec

from saksi.export.record_form import (
    At,
    ClaimForm,
    EventForm,
    FigureForm,
    LineForm,
    NameForm,
    OfficeForm,
    PlaceForm,
    RecordForm,
    RoleForm,
    SlotForm,
    TimeForm,
)
from saksi.model.claims import Claim
from saksi.model.happenings import EventReport, Occupancy
from saksi.model.journal import Record
from saksi.model.marks import Mention, PlaceMention, Timex
from saksi.model.spans import OffsetMap, Span

_TYPES: Final[dict[str, Literal["PER", "ORG", "LOC"]]] = {
    "person": "PER", "organization": "ORG", "place": "LOC", "facility": "LOC",
}  # fmt: skip


def record_form(record: Record, *, text: bool = False) -> RecordForm:
    """The record in its JSON form.

    Out: offsets count in the page's own text where that was plain text, else in the article's text, which is then
    given as "text" (and always with ``text``).
    """
    article, marks = record.article, record.marks
    in_article = text or record.page.media_type == "text/html"
    where = _Where(OffsetMap() if in_article else article.offsets)
    places = {p.id: p for p in marks.places}
    return RecordForm(
        doc=article.doc,
        url=article.url,
        outlet=article.outlet.name if article.outlet else None,
        lang=article.lang,
        title=article.headline,
        published=article.published.value if article.published else None,
        published_basis=article.published.basis if article.published else None,
        text=article.text if in_article else msgspec.UNSET,
        lines=tuple(LineForm(**where.of(b.start, b.end), role=b.role) for b in article.blocks),
        names=tuple(_name(m, where) for m in marks.names if m.kind in _TYPES),
        times=tuple(_time(t, where) for t in marks.times if t.span),
        places=tuple(_place(p, where) for p in marks.places),
        figures=tuple(
            FigureForm(**where.at(f.span), low=f.low, high=f.high, unit=f.unit, measure=f.measure)
            for f in marks.figures
        ),
        claims=tuple(_claim(c, where) for c in record.claims),
        offices=tuple(_office(o, where) for o in record.occupancies),
        events=tuple(_event(e, where, places) for e in record.events),
    )


def record_line(record: Record, *, text: bool = False) -> bytes:
    """The record as one line of UTF-8 JSON, without the line's end."""
    return msgspec.json.encode(record_form(record, text=text))


class _Where:
    """Offsets of the article's text as offsets of the text that the record counts in."""

    def __init__(self, offsets: OffsetMap) -> None:
        self._offsets = offsets

    def of(self, start: int, end: int) -> dict[str, int]:
        start, end = self._offsets.there(start, end)
        return {"start": start, "end": end}

    def at(self, span: Span) -> dict[str, int]:
        return self.of(span.start, span.end)

    def form(self, span: Span) -> At:
        return At(**self.at(span))


def _name(m: Mention, where: _Where) -> NameForm:
    return NameForm(**where.at(m.span), type=_TYPES[m.kind], head=m.head)


def _time(t: Timex, where: _Where) -> TimeForm:
    assert t.span is not None
    return TimeForm(
        **where.at(t.span),
        type=t.type,
        value=t.value,
        mod=t.mod,
        basis=t.basis,
        candidates=t.candidates,
        rule=t.rule,
    )


def _place(p: PlaceMention, where: _Where) -> PlaceForm:
    return PlaceForm(
        **where.at(p.span),
        name=p.name,
        country=p.country,
        lat=p.lat,
        lon=p.lon,
        kind=p.kind,
        precision=p.precision,
    )


def _claim(c: Claim, where: _Where) -> ClaimForm:
    source, cue = c.origin, c.cue
    return ClaimForm(
        id=c.id,
        content=tuple(where.form(s) for s in c.content.spans),
        source=where.form(source.span) if source.span else None,
        source_name=source.name,
        source_kind=source.kind,
        cue=(where.form(cue.span),) if cue else (),
        stance=cue.stance if cue else "asserts",
        kind=c.content.mode,
        chain=tuple(hop.source.name for hop in c.chain),
        hedged=c.hedged,
        negated=c.negated,
        speech_date=c.chain[-1].said_at,
        inside=c.inside,
        carried=c.carried_from is not None,
        rule=c.rule,
    )


def _office(o: Occupancy, where: _Where) -> OfficeForm:
    return OfficeForm(
        **where.at(o.evidence[0].span),
        person=o.holder,
        title=o.position.title,
        org=o.position.organization,
        place=o.position.place,
        relation=o.status,
        term_start=o.start,
        term_end=o.end,
    )


def _event(e: EventReport, where: _Where, places: dict[str, PlaceMention]) -> EventForm:
    return EventForm(
        **where.at(e.trigger),
        kind=e.kind,
        subkind=e.subkind,
        reality=e.reality,
        when=e.when,
        where=where.form(places[e.where].span) if e.where in places else None,
        claim=e.claim_id,
        roles=tuple(RoleForm(**where.at(r.span), role=r.role) for r in e.roles),
        slots=tuple(
            SlotForm(
                **where.at(s.span),
                predicate=s.predicate,
                subject=s.subject,
                value=s.value,
                low=s.low,
                high=s.high,
                negated=s.negated,
            )
            for s in e.slots
        ),
        rule=e.rule,
    )
