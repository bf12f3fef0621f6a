"""Claims of reports without a speaking subject: "dilaporkan bahwa C", "N konon V", "pernyataan X bahwa C"."""

from __future__ import annotations

from saksi.attribute.contents import clause_end, piece, without_opening
from saksi.attribute.drafts import Draft, Piece
from saksi.attribute.phrases import is_unsaid, without_lead
from saksi.attribute.reading import Reading, Words
from saksi.attribute.words import Word

_LEAST = 12
"""Characters: a shorter content is a remnant ("diduga, kata dia")."""
_REACH = 10
"""Words between a noun and its complementizer ("pernyataan juru bicara militer negara itu bahwa")."""


def by_agentless(reading: Reading) -> Draft | None:
    """The claim of a report without anybody who reports ("dilaporkan", "konon", "reportedly")."""
    lex, hit, following = reading.lex, reading.hit, reading.following
    if following is None or hit.clitic or _is_denied(reading.prior, reading):
        return None
    left: Words | None = None
    if following.low in lex.that:
        first = hit.after + 1
    elif reading.row.strength == "weak" or _is_plain_verb(following, reading):
        return None
    else:
        first = hit.after + 1 if following.low == "," else hit.after
        if any(h.first == first and {r.kind for r in h.rows} & {"verb", "quotative"} for h in reading.sentence.cues):
            return None
        begin = without_opening(reading.words, 0, hit.first, lex)
        left = _clause_before(reading) if begin < hit.first else None
        if reading.prior is not None and reading.prior.low in lex.relatives:
            if reading.row.stance == "accuses":
                return None  # "yang diduga": a formula of the law
            left = None
        elif following.low == "," and left is not None:
            return None
    end = _clause_behind(reading, first, clause_end(reading.sentence, first, lex))
    if left is None and reading.prior is not None and _adjunct_at(reading, first):
        return None  # ", diduga karena": only a reason is reported
    pieces = reading.parts(left, (first, end)) if end > first else ()
    if not pieces or pieces[-1][1] <= reading.words[hit.first].start or sum(b - a for a, b in pieces) < _LEAST:
        return None
    return reading.draft("agentless", pieces, None, "agentless")


def _adjunct_at(reading: Reading, first: int) -> bool:
    """Whether an adjunct begins at a word."""
    return first < len(reading.words) and reading.words[first].low in reading.lex.subordinators & reading.lex.adjuncts


def _is_denied(prior: Word | None, reading: Reading) -> bool:
    """Whether the word before says that it is not reported, or only as an adjunct."""
    if prior is None:
        return False
    lex = reading.lex
    return (is_unsaid(prior, lex) and prior.low not in lex.auxiliaries) or prior.low in lex.stops


def _is_plain_verb(following: Word, reading: Reading) -> bool:
    """Whether what follows makes the cue a plain verb ("dilaporkan ke polisi")."""
    return following.low in reading.lex.unreported or following.kind == "quote" or following.low in ".;:)"


def _clause_before(reading: Reading) -> Words | None:
    """The part of the clause that stands before the cue."""
    words, lex = reading.words, reading.lex
    first = end = reading.hit.first
    while first:
        word = words[first - 1]
        if word.kind == "quote" or (word.kind == "mark" and word.low in ",;:–—"):
            break
        if not word.cap and word.low in lex.contrasts | (lex.that - lex.relatives):
            break
        first -= 1
    first = without_lead(words, first, end, lex)
    while end > first and words[end - 1].low in lex.fillers:
        end -= 1
    return (first, end) if end > first else None


def _clause_behind(reading: Reading, first: int, end: int) -> int:
    """Where the clause behind the cue ends: before a dash, or before a comma and a conjunction that opens a sister."""
    words, lex = reading.words, reading.lex
    for n in range(first + 1, end - 1):
        sister = words[n].low == "," and words[n + 1].low in lex.conjunctions | lex.contrasts and end - n > 4
        if words[n].low in "–—" or sister:
            return n
    return end


def by_noun(reading: Reading) -> Draft | None:
    """The claim of "pernyataan X bahwa C" and of "the army's claim that C"."""
    words, lex, hit = reading.words, reading.lex, reading.hit
    reach = range(hit.after, min(len(words), hit.after + _REACH))
    opened = next((n for n in reach if words[n].low in lex.that), None)
    if opened is None:
        return None
    between = words[hit.after : opened]
    if any(w.kind == "quote" or w.low in lex.cues or w.low in lex.relatives for w in between):
        return None
    first = hit.after + (1 if between and between[0].low in lex.by else 0)
    source = piece(reading.sentence, first, opened) if between else _possessor(reading)
    if source is None or (between and between[0].low in lex.stops):
        return None
    said = (opened + 1, clause_end(reading.sentence, opened + 1, lex))
    return reading.draft("noun", reading.parts(said), source, "phrase")


def _possessor(reading: Reading) -> Piece | None:
    """The owner of a noun: "the army's" before "claim"."""
    words, lex = reading.words, reading.lex
    for n in range(reading.hit.first - 1, max(-1, reading.hit.first - 4), -1):
        if words[n].low.endswith(("'s", "s'")):
            first = n
            while (
                first
                and words[first - 1].kind == "word"
                and (words[first - 1].cap or words[first - 1].low in lex.articles)
            ):
                first -= 1
            return words[first].start, words[n].end - (2 if words[n].low.endswith("'s") else 1)
    return None
