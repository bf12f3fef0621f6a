"""Who holds, held, was given or lost which office."""

from __future__ import annotations

from saksi.assemble.claimed import Claimed
from saksi.assemble.same_office import same_office, same_person, words_of
from saksi.assemble.sentences import sentences_of
from saksi.assemble.tellings import Telling, tellings_in
from saksi.lang.base import Pack
from saksi.model.claims import Claim
from saksi.model.happenings import Occupancy
from saksi.model.marks import Marks
from saksi.model.pages import Article
from saksi.model.spans import Evidence


def offices_in(article: Article, marks: Marks, claims: tuple[Claim, ...], lang: Pack) -> tuple[Occupancy, ...]:
    """The occupancies that the article tells of, once per person, position and status, in text order."""
    groups: list[tuple[Telling, tuple[str, ...], list[Telling]]] = []
    told = tellings_in(article, list(sentences_of(article, marks)), claims, lang)
    for one in sorted(told, key=lambda t: t.span.start):
        words = words_of(one.position.title, lang)
        for first, known, others in groups:
            if first.status == one.status and same_person(first.holder, one.holder) and same_office(known, words, lang):
                others.append(one)
                break
        else:
            groups.append((one, words, [one]))
    claimed = Claimed(claims)
    made: dict[str, Occupancy] = {}
    for first, _, others in groups:
        occupancy = _occupancy(article, first, others, claimed)
        made.setdefault(occupancy.id, occupancy)
    return tuple(made.values())


def _occupancy(article: Article, first: Telling, tellings: list[Telling], claimed: Claimed) -> Occupancy:
    """The occupancy of several tellings: the first one's position, the fullest name, the evidence of all."""
    spans = [t.span for t in tellings]
    return Occupancy(
        article_id=article.id,
        holder=max((t.holder for t in tellings), key=len),
        holder_id=first.holder_id,
        position=first.position,
        status=first.status,
        start=next((t.term.start for t in tellings if t.term.start), None),
        end=next((t.term.end for t in tellings if t.term.end), None),
        evidence=tuple(Evidence(article_id=article.id, span=span) for span in spans),
        claim_ids=tuple(dict.fromkeys(c.id for span in spans for c in claimed.around(span.start, span.end))),
        rule=first.rule,
    )
