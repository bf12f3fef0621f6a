"""Claims of cues that stand behind their content: "Q," kata X; C1, ujar X, C2; hal itu disampaikan X."""

from __future__ import annotations

from saksi.attribute.behind import source_behind
from saksi.attribute.contents import before, clause_end, piece
from saksi.attribute.drafts import Draft
from saksi.attribute.phrases import Found, is_unsaid, without_lead
from saksi.attribute.reading import Reading, clause_tag, left_edge, medial, quote_tag
from saksi.attribute.words import Sentence

_BREAKS = ",–—-?!…"


def by_quotative(reading: Reading) -> Draft | None:
    """The claim of a cue that follows or splits its content, with its source behind it."""
    words, lex, hit = reading.words, reading.lex, reading.hit
    edge = hit.first
    while edge and words[edge - 1].low in lex.fillers | lex.anaphors:
        edge -= 1
    prior = words[edge - 1] if edge else None
    if prior is None and any(w.low in lex.anaphors for w in words[: hit.first]):
        return None
    if prior is not None and prior.kind != "quote" and not (prior.kind == "mark" and prior.low in _BREAKS):
        return _unmarked(reading)
    edge = left_edge(words, edge, _BREAKS)
    quoted = bool(edge) and words[edge - 1].kind == "quote"
    found = _source(reading, medial_tag=not quoted)
    if found is None:
        return None
    if quoted:
        return quote_tag(reading, "quote-tag", found, edge - 1, found.after)
    if reading.row.strength == "weak":
        return None  # ", cerita itu ...": a noun as well
    left = before(reading.sentence, edge, lex) if edge else None
    right = medial(reading, found.after)
    if right is None and not edge and found.after < len(words) and words[found.after].kind == "quote":
        return quote_tag(reading, "quote-tag", found, None, found.after)
    if left is not None and right is None and words[left[0]].low in lex.stops and left[1] - left[0] < 4:
        return None
    return clause_tag(reading, "clause-tag", found, left, right)


def _unmarked(reading: Reading) -> Draft | None:
    """The claim of a tag within its clause whose first comma was left out: "Susunan itu kata dia, sangat berbeda"."""
    words, hit = reading.words, reading.hit
    if hit.clitic or hit.after + 1 >= len(words) or words[hit.after].low not in reading.lex.pronouns:
        return None
    left, right = before(reading.sentence, hit.first, reading.lex), medial(reading, hit.after + 1)
    if left is None or right is None:
        return None
    return clause_tag(reading, "clause-tag", Found(hit.after, hit.after + 1, "pronoun"), left, right)


def _source(reading: Reading, *, medial_tag: bool) -> Found | None:
    if reading.hit.clitic:
        return Found(None, reading.hit.after, "none")
    return source_behind(reading.sentence, reading.hit.after, reading.lex, medial=medial_tag)


def by_passive(reading: Reading, before_it: Sentence | None) -> Draft | None:
    """The claim of "hal itu disampaikan X", of "C, disebutkan X", and of "dikatakan bahwa C"."""
    words, lex, hit = reading.words, reading.lex, reading.hit
    first = without_lead(words, 0, hit.first, lex)
    if reading.following is not None and reading.following.low in lex.that:
        if first < hit.first:
            return _in_document(reading, first)
        said = (hit.after + 1, clause_end(reading.sentence, hit.after + 1, lex))
        return reading.draft("passive-that", reading.parts(said), None, "none")
    if first >= hit.first:
        return _opening(reading)
    if reading.prior is not None and (reading.prior.low == "," or reading.prior.kind == "quote"):
        return by_quotative(reading)
    if hit.first - first > 4 or words[first].low not in lex.anaphors:
        return None
    if any(is_unsaid(w, lex) for w in words[first : hit.first]):
        return None
    return _anaphor(reading, before_it)


def _in_document(reading: Reading, first: int) -> Draft | None:
    """The claim of "Dalam Peraturan Menteri 29/2017, disebutkan bahwa C"."""
    words, lex, hit = reading.words, reading.lex, reading.hit
    after = left_edge(words, hit.first)
    head = words[first + 1 : after]
    if words[first].low not in lex.adjuncts or not head or any(w.kind == "quote" or w.low == "," for w in head):
        return None
    if not (head[0].cap or any(w.low in lex.documents for w in head[:2])) or head[0].low in lex.weekdays:
        return None
    said = (hit.after + 1, clause_end(reading.sentence, hit.after + 1, lex))
    return reading.draft("passive-document", reading.parts(said), piece(reading.sentence, first + 1, after), "phrase")


def _opening(reading: Reading) -> Draft | None:
    """The claim of "Dijelaskan X, C"."""
    found = _source(reading, medial_tag=True)
    right = medial(reading, found.after) if found is not None else None
    return clause_tag(reading, "passive-source", found, None, right) if found is not None and right else None


def _anaphor(reading: Reading, before_it: Sentence | None) -> Draft | None:
    """The claim of "hal itu disampaikan X": all that the sentence before says in the writer's own words."""
    if before_it is None or any(w.kind == "quote" for w in before_it.words):
        return None
    found = _source(reading, medial_tag=False)
    content = before(before_it, len(before_it.words), reading.lex)
    said = piece(before_it, *content) if content else None
    if found is None or said is None:
        return None
    return reading.draft("passive-anaphor", (said,), reading.source(found), found.how)
