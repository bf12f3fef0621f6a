"""Record -> the JSON record of docs/record.md, one object per page."""

from __future__ import annotations

from typing import Any

import msgspec

from saksi.model.claims import Claim
from saksi.model.happenings import EventReport, Occupancy
from saksi.model.journal import Record
from saksi.model.marks import PlaceMention, Timex
from saksi.model.spans import OffsetMap, Span

_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC", "facility": "LOC"}

Json = dict[str, Any]


def record_json(record: Record, *, text: bool = False) -> Json:
    """The record as plain JSON values.

    Out: offsets count in the page's own text where that was plain text, else in the article's text, which is then
    given as "text" (and always with ``text``).
    """
    article = record.article
    own = record.page.media_type == "text/html"
    where = _Where(OffsetMap() if own or text else article.offsets)
    out: Json = {
        "doc": article.doc,
        "url": article.url,
        "outlet": article.outlet.name if article.outlet else None,
        "lang": article.lang,
        "title": article.headline,
        "published": article.published.value if article.published else None,
    }
    if own or text:
        out["text"] = article.text
    out["lines"] = [where.at(b.start, b.end) | {"role": b.role} for b in article.blocks]
    out["names"] = [where.span(m.span) | {"type": _TYPES[m.kind]} for m in record.marks.names if m.kind in _TYPES]
    out["times"] = [_time(t, where) for t in record.marks.times]
    out["places"] = [_place(p, where) for p in record.marks.places]
    out["figures"] = [
        where.span(f.span) | {"low": f.low, "high": f.high, "unit": f.unit, "measure": f.measure}
        for f in record.marks.figures
    ]
    out["claims"] = [_claim(c, where) for c in record.claims]
    out["offices"] = [_office(o, where) for o in record.occupancies]
    out["events"] = [_event(e, where) for e in record.events]
    return out


def record_line(record: Record, *, text: bool = False) -> bytes:
    """The record as one line of UTF-8 JSON, without the line's end."""
    return msgspec.json.encode(record_json(record, text=text))


class _Where:
    def __init__(self, offsets: OffsetMap) -> None:
        self._offsets = offsets

    def at(self, start: int, end: int) -> Json:
        start, end = self._offsets.there(start, end)
        return {"start": start, "end": end}

    def span(self, span: Span) -> Json:
        return self.at(span.start, span.end)


def _time(t: Timex, where: _Where) -> Json:
    assert t.span is not None
    return where.span(t.span) | {
        "type": t.type, "value": t.value, "basis": t.basis, "candidates": list(t.candidates), "rule": t.rule,
    }  # fmt: skip


def _place(p: PlaceMention, where: _Where) -> Json:
    return where.span(p.span) | {
        "name": p.name, "country": p.country, "lat": p.lat, "lon": p.lon, "kind": p.kind, "precision": p.precision,
    }  # fmt: skip


def _claim(c: Claim, where: _Where) -> Json:
    source, cue = c.origin.span, c.cue
    return {
        "id": c.id,
        "content": [where.span(s) for s in c.content.spans],
        "source": where.span(source) if source else None,
        "source_name": c.origin.name,
        "cue": [where.span(cue.span)] if cue else [],
        "stance": cue.stance if cue else "asserts",
        "kind": c.content.mode,
        "chain": [hop.source.name for hop in c.chain],
        "hedged": c.hedged,
        "negated": c.negated,
        "speech_date": c.chain[-1].said_at,
        "inside": c.inside,
        "carried": c.carried_from is not None,
        "rule": c.rule,
    }


def _office(o: Occupancy, where: _Where) -> Json:
    return where.span(o.evidence[0].span) | {
        "person": o.holder, "title": o.position.title, "org": o.position.organization, "relation": o.status,
        "from": o.start, "to": o.end,
    }  # fmt: skip


def _event(e: EventReport, where: _Where) -> Json:
    return where.span(e.trigger) | {
        "kind": e.kind,
        "subkind": e.subkind,
        "reality": e.reality,
        "when": e.when,
        "where": e.where,
        "claim": e.claim_id,
        "roles": [where.span(r.span) | {"role": r.role} for r in e.roles],
        "slots": [
            {k: v for k, v in msgspec.to_builtins(s).items() if k != "span" and v is not None} for s in e.slots
        ],
        "rule": e.rule,
    }


