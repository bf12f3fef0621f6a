"""Claims of reporting verbs: "X mengatakan bahwa C", "Q," X said; "C, said X"; "C1, X said, C2"; ", adding that C"."""

from __future__ import annotations

import msgspec

from saksi.attribute.contents import (
    Complement,
    before,
    clause_end,
    complement,
    piece,
    spoken,
    without_lead,
    without_opening,
)
from saksi.attribute.drafts import Draft, Piece
from saksi.attribute.lexicon import Lexicon
from saksi.attribute.phrases import Found, behind_connectives, is_unsaid, source_before, source_behind
from saksi.attribute.words import CueHit, Sentence
from saksi.lang.base import CueRow


_RESUMED = 26
"""Words between a tag's source and the quotation that goes on behind it."""


def by_verb(
    text: str, sentence: Sentence, hit: CueHit, row: CueRow, earlier: list[Draft], lex: Lexicon
) -> Draft | None:
    """The claim of a verb whose source stands before it; None when it reports nothing."""
    words = sentence.words
    if row.side != "before":
        turned = _inverted(text, sentence, hit, row, lex)
        if turned is not None:
            return turned
    found = source_before(sentence, hit.first, _floor(sentence, hit, earlier), lex, clitic=hit.clitic)
    if found is None:
        return None
    if row.strength == "weak" and found.first is not None:
        inside = words[found.first : found.after]
        if any(w.low in lex.documents for w in inside):
            row = msgspec.structs.replace(row, strength="sure")  # a report that shows something says so
    if found.first is not None and words[found.after - 1].low.endswith(("'s", "s'")):
        return None  # the army's claim
    said = complement(sentence, hit, row, lex)
    if said is None and found.first == 1 and words[0].low in lex.likenings:
        said = _likened(sentence, hit, lex)
    if said is not None:
        return _forward(text, sentence, hit, row, found, said, earlier, lex)
    if found.how in ("shared", "relative", "none") or found.first is None:
        return None
    return _backward(text, sentence, hit, row, found, lex)


def by_participle(
    text: str, sentence: Sentence, hit: CueHit, row: CueRow, earlier: list[Draft], lex: Lexicon
) -> Draft | None:
    """The claim of a participle: its source is the one of the claim before, or the subject of its sentence."""
    words = sentence.words
    if hit.first == 0:
        return None
    if words[hit.first - 1].low not in lex.conjunctions | {","} and words[hit.first - 1].kind != "quote":
        return by_verb(text, sentence, hit, row, earlier, lex)
    if hit.after < len(words) and words[hit.after].low in lex.addressees | lex.stops:
        return None
    said = complement(sentence, hit, row, lex)
    if said is None:
        return None
    source, how = _shared(sentence, hit, earlier, lex)
    return _draft("participle", text, sentence, hit, row, said, source, how) if source or how == "shared" else None


def _likened(sentence: Sentence, hit: CueHit, lex: Lexicon) -> Complement | None:
    """The content behind "As X put it,"."""
    words = sentence.words
    if hit.after + 2 >= len(words) or words[hit.after].low != ",":
        return None
    first = hit.after + 1
    if words[first].kind == "quote":
        return Complement(first, first + 1, direct=True, marked=True)
    return Complement(first, clause_end(sentence, first, lex), direct=False, marked=True)


def _floor(sentence: Sentence, hit: CueHit, earlier: list[Draft]) -> int:
    """The first word that a source before this cue may take in: behind the last quotation, or the last cue whose content
    nothing opens ("said the clerk admitted")."""
    cues = {d.cue[1] for d in earlier if d.bare and d.cue is not None and d.rule == "verb"}
    for n in range(hit.first - 1, -1, -1):
        if sentence.words[n].kind == "quote" or sentence.words[n].end in cues:
            return n + 1
    return 0


def _forward(
    text: str, sentence: Sentence, hit: CueHit, row: CueRow, found: Found, said: Complement, earlier: list[Draft],
    lex: Lexicon,
) -> Draft | None:  # fmt: skip
    """X CUE C."""
    if found.how == "none":
        lead = without_lead(sentence.words, 0, hit.first, lex) >= hit.first
        if not (lead and said.marked) or row.side != "before":
            return None
        return _draft("verb-dropped", text, sentence, hit, row, said, None, "none")
    if found.how == "shared":
        source, how = _shared(sentence, hit, earlier, lex)
        return _draft("verb-shared", text, sentence, hit, row, said, source, how) if source else None
    assert found.first is not None
    source = piece(sentence, found.first, found.after)
    name = "verb-relative" if found.how == "relative" else "verb"
    return _draft(name, text, sentence, hit, row, said, source, found.how)


def _draft(
    rule: str, text: str, sentence: Sentence, hit: CueHit, row: CueRow, said: Complement, source: Piece | None, how: str
) -> Draft | None:
    pieces = pieces_of(text, sentence, said.first, said.after, direct=said.direct)
    if not pieces:
        return None
    return Draft(
        rule=rule, pieces=pieces, direct=said.direct, cue=cue_of(sentence, hit), row=row, source=source, how=how,
        passage=sentence.passage, sentence=sentence.number, bare=not said.marked,
        tag_end=sentence.words[said.after - 1].end if said.direct else 0,
    )  # fmt: skip


def _backward(text: str, sentence: Sentence, hit: CueHit, row: CueRow, found: Found, lex: Lexicon) -> Draft | None:
    """Q X CUE; C, X CUE; C1, X CUE, C2."""
    words = sentence.words
    assert found.first is not None
    edge = found.first
    if (
        hit.after < len(words)
        and words[hit.after].kind == "word"
        and not (words[hit.after].low in lex.stops or words[hit.after].low in lex.weekdays or row.takes == "hearer")
    ):
        return None
    while edge and words[edge - 1].low in ",–—-" and words[edge - 1].kind == "mark":
        edge -= 1
    source = piece(sentence, found.first, found.after)
    if edge and words[edge - 1].kind == "quote":
        return _tag("quote-source-cue", text, sentence, hit, row, source, found.how, (edge - 1, hit.after), lex)
    if edge == found.first or row.takes == "order":
        return None
    left = before(sentence, edge, lex)
    right = medial(sentence, hit.after, lex)
    if left is None or (right is None and words[left[0]].low in lex.stops and left[1] - left[0] < 6):
        return None
    if row.strength == "weak" and not _has_predicate(sentence, *left, lex):
        return None
    return _clause_tag("clause-source-cue", text, sentence, hit, row, source, found.how, (left, right, hit.after))


def _inverted(text: str, sentence: Sentence, hit: CueHit, row: CueRow, lex: Lexicon) -> Draft | None:
    """Q CUE X; C, CUE X; C1, CUE X, C2."""
    words = sentence.words
    if not hit.first or hit.clitic:
        return None
    edge = hit.first
    while edge and words[edge - 1].low in ",–—-" and words[edge - 1].kind == "mark":
        edge -= 1
    quoted = bool(edge) and words[edge - 1].kind == "quote"
    if not quoted and edge == hit.first:
        return None
    found = source_behind(sentence, hit.after, lex, medial=not quoted)
    if found is None or found.first is None:
        return None
    source = piece(sentence, found.first, found.after)
    if quoted:
        return _tag("quote-cue-source", text, sentence, hit, row, source, found.how, (edge - 1, found.after), lex)
    behind = words[hit.after : found.after]
    if row.strength == "weak" or any(w.low in lex.auxiliaries or w.low in lex.cues for w in behind if not w.cap):
        return None
    if found.after < len(words) and words[found.after].low != "," and words[found.after].low not in lex.stops:
        return None
    left = before(sentence, edge, lex)
    if left is None or not _has_predicate(sentence, *left, lex):
        return None
    right = medial(sentence, found.after, lex)
    return _clause_tag("clause-cue-source", text, sentence, hit, row, source, found.how, (left, right, found.after))


def _has_predicate(sentence: Sentence, first: int, after: int, lex: Lexicon) -> bool:
    """Whether some words may be a clause: they are many, or hold a verb's sign."""
    inside = sentence.words[first:after]
    return (
        any(w.low in lex.predicates or w.low in lex.fillers or w.low.endswith("ed") for w in inside) or len(inside) > 24
    )


def _tag(
    rule: str, text: str, sentence: Sentence, hit: CueHit, row: CueRow, source: Piece | None, how: str,
    where: tuple[int, int], lex: Lexicon,
) -> Draft | None:  # fmt: skip
    """The claim of a quotation and its tag: ``where`` is the quotation's word and the word behind the tag."""
    words = sentence.words
    quote, after = where
    if is_unsaid(words[hit.first - 1], lex):
        return None
    pieces = quotations(text, sentence, quote, lex)
    direct = pieces[0][0] >= words[quote].start or len(pieces) > 1
    resumed = after if direct else len(words)
    while resumed < len(words) and words[resumed].kind != "quote" and resumed - after < _RESUMED:
        resumed += 1
    if resumed < len(words) and words[resumed].kind == "quote" and words[resumed - 1].low in ",:.–—":
        pieces.append(spoken(words[resumed], text))
        after = resumed + 1
    return Draft(
        rule=rule, pieces=tuple(pieces), direct=direct, cue=cue_of(sentence, hit), row=row, source=source, how=how,
        passage=sentence.passage, sentence=sentence.number, tag_end=words[after - 1].end,
    )  # fmt: skip


def quotations(text: str, sentence: Sentence, last: int, lex: Lexicon) -> list[Piece]:
    """The quotations that end with the word ``last``; the whole clause where the quotation only goes on with it."""
    words = sentence.words
    first = last
    while first and words[first - 1].kind == "quote":
        first -= 1
    quote = words[first].quote
    assert quote is not None
    opening = text[slice(*quote.inner)].lstrip()[:1]
    told = any(0 < first - h.after <= 3 and any(r.kind == "verb" for r in h.rows) for h in sentence.cues)
    goes_on = opening.islower() and not any(h.first < first for h in sentence.cues)
    if first == last and (goes_on or (told and words[first - 1].low in ",:")):
        begin = without_opening(words, 0, first, lex)
        if sum(w.kind == "word" for w in words[begin:first]) >= 2:
            return [(words[begin].start, words[first].end if goes_on else spoken(words[first], text)[1])]
    return [spoken(word, text) for word in words[first : last + 1]]


def _clause_tag(
    rule: str, text: str, sentence: Sentence, hit: CueHit, row: CueRow, source: Piece | None, how: str,
    where: tuple[tuple[int, int] | None, tuple[int, int] | None, int],
) -> Draft | None:  # fmt: skip
    """The claim of a clause and a tag behind or within it: ``where`` is the clause's words and the word behind the tag."""
    left, right, after = where
    pieces = [p for part in (left, right) if part and (p := piece(sentence, *part))]
    if not pieces:
        return None
    return Draft(
        rule=rule, pieces=tuple(pieces), direct=False, cue=cue_of(sentence, hit), row=row, source=source, how=how,
        passage=sentence.passage, sentence=sentence.number, tag_end=sentence.words[after - 1].end,
    )  # fmt: skip


def medial(sentence: Sentence, after: int, lex: Lexicon) -> tuple[int, int] | None:
    """The rest of a clause that a tag stands in the middle of; None when only an adjunct, a day or a relay follows."""
    words = sentence.words
    if after >= len(words) or words[after].low not in (",", "–", "—"):
        return None
    first = after + 1
    if first < len(words) and words[first].low in lex.weekdays:
        first = next((n + 1 for n in range(first, min(len(words), first + 14)) if words[n].low == ","), len(words))
    if first >= len(words):
        return None
    low = words[first].low
    if low in lex.weekdays or low in lex.manners or low in lex.addressees or words[first].kind == "quote":
        return None
    if any(h.first in (first, first + 1) and {r.kind for r in h.rows} & {"relay", "participle"} for h in sentence.cues):
        return None
    if low in lex.stops - lex.conjunctions and not any(w.low == "," for w in words[first:]):
        return None
    end = clause_end(sentence, first, lex)
    return (first, end) if sum(w.kind != "mark" for w in words[first:end]) >= 2 else None


def _shared(sentence: Sentence, hit: CueHit, earlier: list[Draft], lex: Lexicon) -> tuple[Piece | None, str]:
    """The source of the claim before in this sentence, or the sentence's subject."""
    for draft in reversed(earlier):
        if draft.cue is not None and draft.cue[1] <= sentence.words[hit.first].start and draft.rule != "relay":
            return draft.source, "shared" if draft.source is None else draft.how
    subject = subject_of(sentence, lex)
    return subject, "phrase"


def subject_of(sentence: Sentence, lex: Lexicon) -> Piece | None:
    """The phrase that a sentence begins with, up to its first verb as far as the pack's words tell."""
    words = sentence.words
    first = behind_connectives(words, 0, len(words), lex)
    if first < len(words) and words[first].low in lex.adjuncts:
        comma = next((n for n in range(first, min(len(words), first + 16)) if words[n].low == ","), len(words))
        first = behind_connectives(words, comma, len(words), lex)
    if first >= len(words) or words[first].kind != "word" or words[first].low in lex.adjuncts:
        return None
    if words[first].low in lex.pronouns:
        return words[first].start, words[first].end
    seen = False
    for n in range(first, min(len(words), first + 16)):
        word = words[n]
        seen = seen or word.cap or word.low in lex.titles
        plain = word.kind == "word" and not word.cap and word.low not in lex.articles and word.low not in lex.titles
        if n > first and (word.low in lex.predicates or word.low in lex.fillers or word.low in lex.cues):
            return piece(sentence, first, n) if seen else None
        if (n > first + 1 and plain and words[n - 1].cap) or word.low == ",":
            return piece(sentence, first, n) if seen else None
    return None


def fronted_subject(sentence: Sentence, lex: Lexicon) -> Piece | None:
    """The subject of the clause that a sentence begins with: of "When President Adams came, he said"."""
    words = sentence.words
    if len(words) < 6 or words[0].low not in lex.subordinators or words[0].low in lex.contrasts:
        return None
    after = 1
    while after < min(len(words), 12) and (
        words[after].cap or words[after].low in lex.titles or words[after].low in lex.articles
    ):
        after += 1
    return piece(sentence, 1, after) if after > 1 else None


def cue_of(sentence: Sentence, hit: CueHit) -> Piece:
    """The stretch of text of a cue."""
    return sentence.words[hit.first].start, sentence.words[hit.after - 1].end


def pieces_of(text: str, sentence: Sentence, first: int, after: int, *, direct: bool) -> tuple[Piece, ...]:
    """The content's stretches of text: the quotations alone, or all of the words."""
    if direct:
        return tuple(spoken(w, text) for w in sentence.words[first:after] if w.kind == "quote")
    whole = piece(sentence, first, after)
    return (whole,) if whole else ()
