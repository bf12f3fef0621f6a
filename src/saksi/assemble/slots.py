"""What a report says in a form that another report can be compared with: control, presence, life, losses."""

from __future__ import annotations

from saksi.assemble.actors import Actor
from saksi.assemble.roles import Parts
from saksi.assemble.sentences import Sentence
from saksi.lang.base import EventRow, Pack
from saksi.lang.forms import class_of
from saksi.model.happenings import Slot
from saksi.model.marks import Figure
from saksi.model.pages import Article
from saksi.model.spans import Span

LOSSES = frozenset({"killed", "injured", "missing", "displaced", "arrested", "damaged"})
NEAR_PLACE = 12
"""Characters between "di" and its place ("di kota Awan")."""
BEARS = {
    "killed": frozenset({"harm", "assault", "accident", "disaster", "protest", "coerce", "crime"}),
    "injured": frozenset({"harm", "assault", "accident", "disaster", "protest"}),
    "missing": frozenset({"harm", "assault", "accident", "disaster"}),
    "displaced": frozenset({"harm", "assault", "disaster", "aid"}),
    "arrested": frozenset({"coerce", "protest"}),
    "damaged": frozenset({"harm", "assault", "accident", "disaster", "protest"}),
}
"""Kinds of event that a loss can be counted for."""
OWN = {
    "killed": ("death", "killing"),
    "injured": ("injury",),
    "missing": ("missing",),
    "displaced": ("displacement", "evacuation"),
    "arrested": ("arrest",),
    "damaged": ("damage",),
}
"""Types of event that are that loss."""


def stated_slots(
    article: Article, s: Sentence, row: EventRow, parts: Parts, span: Span, lang: Pack, *, negated: bool
) -> tuple[Slot, ...]:
    """The slots that the event's own word fills; () where nobody is named for them."""
    agent = _words(article, s, parts.agents)
    patient = _words(article, s, parts.patients, class_of(lang.code, "place_prepositions"))
    if row.slot == "controls" and patient:
        return (Slot(predicate="controlled_by", subject=patient, value=agent, negated=negated, span=span),)
    if row.slot == "loses" and patient:
        return (Slot(predicate="controlled_by", subject=patient, value=agent, negated=not negated, span=span),)
    if row.slot == "leaves" and patient:
        return (Slot(predicate="present", subject=patient, value=agent, negated=not negated, span=span),)
    if row.slot == "jails" and patient:
        term = next((t for t in s.times if t.type == "DURATION" and t.span and t.span.start >= span.start), None)
        return (
            (Slot(predicate="sentence", subject=patient, value=term.value, negated=negated, span=span),) if term else ()
        )
    if row.slot == "dies" and negated and not parts.patients and row.voice == "noun":  # "tidak ada korban jiwa"
        return (Slot(predicate="killed", low=0, high=0, span=span),)
    if row.slot in ("dies", "survives") and parts.patients and parts.patients[0].kind == "person" and patient:
        return (Slot(predicate="alive", subject=patient, negated=(row.slot == "dies") != negated, span=span),)
    return ()


def loss_slot(figure: Figure) -> Slot:
    """The slot of a counted loss."""
    return Slot(predicate=figure.measure, low=figure.low, high=figure.high, span=figure.span)


def _words(
    article: Article, s: Sentence, actors: tuple[Actor, ...], prepositions: frozenset[str] = frozenset()
) -> str | None:
    """The words of the first actor, with the place that follows it after a preposition ("pangkalan di Awan")."""
    if not actors:
        return None
    first = actors[0]
    end = s.tokens[first.end - 1].end
    if first.end < len(s.tokens) and s.tokens[first.end].fold in prepositions:
        near = [p.span for p in s.places if 0 <= p.span.start - s.tokens[first.end].end <= NEAR_PLACE]
        end = near[0].end if near else end
    return article.text[s.tokens[first.first].start : end]
