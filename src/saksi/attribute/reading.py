"""A cue in its sentence, read by one row of the pack: what every rule starts from and makes its draft with."""

from __future__ import annotations

from typing import NamedTuple

from saksi.attribute.contents import clause_end, piece, spoken, without_opening
from saksi.attribute.drafts import Draft, Piece
from saksi.attribute.lexicon import Lexicon
from saksi.attribute.phrases import Found
from saksi.attribute.words import CueHit, Sentence, Word
from saksi.lang.base import CueRow

_RESUMED = 26
"""Words between a tag's source and the quotation that goes on behind it."""

Words = tuple[int, int]
"""Words of a sentence: from the first up to the second."""


class Reading(NamedTuple):
    """A cue in its sentence, as one of its rows reads it."""

    text: str
    sentence: Sentence
    hit: CueHit
    row: CueRow
    lex: Lexicon

    @property
    def words(self) -> tuple[Word, ...]:
        """The sentence's words."""
        return self.sentence.words

    @property
    def prior(self) -> Word | None:
        """The word before the cue."""
        return self.words[self.hit.first - 1] if self.hit.first else None

    @property
    def following(self) -> Word | None:
        """The word behind the cue."""
        return self.words[self.hit.after] if self.hit.after < len(self.words) else None

    def cue(self) -> Piece:
        """The stretch of text of the cue."""
        return self.words[self.hit.first].start, self.words[self.hit.after - 1].end

    def source(self, found: Found) -> Piece | None:
        """The stretch of text of a source; None where it has no words of its own."""
        return piece(self.sentence, found.first, found.after) if found.first is not None else None

    def draft(self, rule: str, pieces: tuple[Piece, ...], source: Piece | None, how: str) -> Draft | None:
        """An indirect claim; None when nothing is left of its content."""
        said = tuple(p for p in pieces if p[0] < p[1])
        if not said:
            return None
        return Draft(
            rule=rule, pieces=said, direct=False, cue=self.cue(), row=self.row, source=source, how=how,
            passage=self.sentence.passage, sentence=self.sentence.number,
        )  # fmt: skip

    def parts(self, *parts: Words | None) -> tuple[Piece, ...]:
        """The stretches of text of some words of the sentence."""
        return tuple(p for part in parts if part and (p := piece(self.sentence, *part)))


def clause_tag(reading: Reading, rule: str, found: Found, left: Words | None, right: Words | None) -> Draft | None:
    """The claim of a clause and the tag behind it or within it: ``left`` and ``right`` of the tag."""
    return reading.draft(rule, reading.parts(left, right), reading.source(found), found.how)


def quote_tag(reading: Reading, rule: str, found: Found, quote: int | None, after: int) -> Draft | None:
    """The claim of a quotation and its tag, with what the quotation goes on with behind the tag.

    ``quote`` is the quotation's word (None: it stands behind the tag only), ``after`` the word behind the tag.
    """
    words = reading.words
    pieces = _quotations(reading, quote) if quote is not None else []
    direct = quote is None or len(pieces) > 1 or pieces[0][0] >= words[quote].start
    resumed = after if direct else len(words)
    while resumed < len(words) and words[resumed].kind != "quote" and resumed - after < _RESUMED:
        resumed += 1
    if resumed < len(words) and words[resumed].kind == "quote" and (not pieces or words[resumed - 1].low in ",:.–—"):
        pieces.append(spoken(words[resumed], reading.text))
        after = resumed + 1
    draft = reading.draft(rule, tuple(pieces), reading.source(found), found.how)
    return draft and draft._replace(direct=direct, tag_end=words[after - 1].end)


def _quotations(reading: Reading, last: int) -> list[Piece]:
    """The quotations that end with the word ``last``; the whole clause where a quotation only goes on with it.

    So it is too where the quotation is told within the clause ("he said, '...'," prosecutors said).
    """
    words, text = reading.words, reading.text
    first = last
    while first and words[first - 1].kind == "quote":
        first -= 1
    quote = words[first].quote
    assert quote is not None
    opening = text[slice(*quote.inner)].lstrip()[:1]
    told = any(0 < first - h.after <= 3 and any(r.kind == "verb" for r in h.rows) for h in reading.sentence.cues)
    goes_on = opening.islower() and not any(h.first < first for h in reading.sentence.cues)
    if first == last and (goes_on or (told and words[first - 1].low in ",:")):
        begin = without_opening(words, 0, first, reading.lex)
        if sum(w.kind == "word" for w in words[begin:first]) >= 2:
            return [(words[begin].start, words[first].end if goes_on else spoken(words[first], text)[1])]
    return [spoken(word, text) for word in words[first : last + 1]]


def medial(reading: Reading, after: int) -> Words | None:
    """The rest of a clause that a tag stands in the middle of; None when only an adjunct, a day or a relay follows."""
    words, lex = reading.words, reading.lex
    if after >= len(words) or words[after].low not in (",", "–", "—"):
        return None
    first = after + 1
    if first < len(words) and words[first].low in lex.weekdays:
        first = next((n + 1 for n in range(first, min(len(words), first + 14)) if words[n].low == ","), len(words))
    if first >= len(words):
        return None
    low = words[first].low
    if (
        low in lex.relatives
        or low in lex.weekdays
        or low in lex.manners
        or low in lex.addressees
        or words[first].kind == "quote"
    ):
        return None
    for hit in reading.sentence.cues:
        if hit.first in (first, first + 1) and {row.kind for row in hit.rows} & {"relay", "participle"}:
            return None
    if low in lex.stops - lex.conjunctions and not any(w.low == "," for w in words[first:]):
        return None
    end = clause_end(reading.sentence, first, lex, tagged=True)
    return (first, end) if sum(w.kind != "mark" for w in words[first:end]) >= 2 else None


def left_edge(words: tuple[Word, ...], at: int, marks: str = ",–—-") -> int:
    """Where the marks begin that stand before a word."""
    while at and words[at - 1].kind == "mark" and words[at - 1].low in marks:
        at -= 1
    return at
