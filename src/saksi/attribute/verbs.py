"""Claims of reporting verbs: "X mengatakan bahwa C", "Q," X said; "C, said X"; "C1, X said, C2"; ", adding that C"."""

from __future__ import annotations

import msgspec

from saksi.attribute.behind import source_behind
from saksi.attribute.complements import Complement, complement, pieces_of
from saksi.attribute.contents import before, clause_end
from saksi.attribute.drafts import Draft, Piece
from saksi.attribute.phrases import Found, is_unsaid, source_before, without_lead
from saksi.attribute.reading import Reading, Words, clause_tag, left_edge, medial, quote_tag
from saksi.attribute.subjects import subject_of

_SHORT = 6
"""Words: a day with its date is no longer."""
_VERB = 6
"""Letters: a shorter word may begin like a verb by chance ("desa", "dia", "teras")."""
_CLAUSE = 24
"""Words: so many without a verb that the pack knows are taken for a clause all the same."""


def by_verb(reading: Reading, earlier: list[Draft]) -> Draft | None:
    """The claim of a verb whose source stands before it, or behind it where its language turns the two round.

    In: the drafts found before it in its sentence. Out: None when it reports nothing.
    """
    hit, lex, words = reading.hit, reading.lex, reading.words
    if reading.row.side != "before" and reading.row.takes != "hearer":
        turned = _inverted(reading)
        if turned is not None:
            return turned
    found = source_before(reading.sentence, hit.first, _floor(reading, earlier), lex, clitic=hit.clitic)
    if found is None:
        return None
    if found.first is not None:
        if words[found.after - 1].low.endswith(("'s", "s'")):
            return None  # the army's claim
        if any(w.low in lex.documents for w in words[found.first : found.after]):
            row = msgspec.structs.replace(reading.row, strength="sure")
            reading = reading._replace(row=row)  # a report that shows something says so
    if found.first is not None and found.how != "relative" and _closes_quote(reading, found.first):
        return _backward(reading, found)
    said = complement(reading.sentence, hit, reading.row, lex)
    if said is None and found.first == 1 and words[0].low in lex.likenings:
        said = _likened(reading)
    if said is not None:
        return _forward(reading, found, said, earlier)
    if found.first is None or found.how == "relative":
        return None
    return _backward(reading, found)


def by_participle(reading: Reading, earlier: list[Draft]) -> Draft | None:
    """The claim of a participle: its source is the one of the claim before, or the subject of its sentence."""
    prior, following, lex = reading.prior, reading.following, reading.lex
    if prior is None:
        return _fronted(reading)
    if prior.low not in lex.conjunctions | {","} and prior.kind != "quote":
        return by_verb(reading, earlier)
    if following is not None and following.low in lex.addressees | lex.stops:
        return None
    said = complement(reading.sentence, reading.hit, reading.row, lex)
    if said is None:
        return None
    source, how = _shared(reading, earlier)
    return _claim(reading, "participle", said, source, how) if source or how == "shared" else None


def _fronted(reading: Reading) -> Draft | None:
    """The claim of "Noting that C, X asked": its source is the subject of the main clause."""
    words, lex, following = reading.words, reading.lex, reading.following
    if following is None or following.low not in lex.that:
        return None
    for main in reading.sentence.cues[1:]:
        if not any(r.kind == "verb" for r in main.rows):
            continue
        found = source_before(reading.sentence, main.first, reading.hit.after, lex)
        if found is not None and found.first is not None and words[found.first - 1].low == ",":
            said = reading.parts((reading.hit.after + 1, found.first - 1))
            return reading.draft("participle-fronted", said, reading.source(found), found.how)
    return None


def _likened(reading: Reading) -> Complement | None:
    """The content behind "As X put it,"."""
    words, first = reading.words, reading.hit.after + 1
    if first + 1 >= len(words) or words[first - 1].low != ",":
        return None
    if words[first].kind == "quote":
        return Complement(first, first + 1, direct=True, marked=True)
    return Complement(first, clause_end(reading.sentence, first, reading.lex), direct=False, marked=True)


def _floor(reading: Reading, earlier: list[Draft]) -> int:
    """The first word that a source before this cue may take in.

    It lies behind the last quotation, and behind the last cue whose content nothing opens ("said the clerk admitted").
    """
    cues = {d.cue[1] for d in earlier if d.bare and d.cue is not None and d.rule == "verb"}
    for n in range(reading.hit.first - 1, -1, -1):
        if reading.words[n].kind == "quote" or reading.words[n].end in cues:
            return n + 1
    return 0


def _forward(reading: Reading, found: Found, said: Complement, earlier: list[Draft]) -> Draft | None:
    """X CUE C."""
    if found.how == "none":
        lead = without_lead(reading.words, 0, reading.hit.first, reading.lex) >= reading.hit.first
        if not (lead and said.marked) or reading.row.side != "before":
            return None
        return _claim(reading, "verb-dropped", said, None, "none")
    if found.how == "shared":
        source, how = _shared(reading, earlier)
        return _claim(reading, "verb-shared", said, source, how) if source else None
    if found.how == "relative" and reading.row.side == "before" and reading.row.takes == "clause":
        at = reading.hit.first - 1
        said = said._replace(
            marked=said.marked or (at > 1 and reading.words[at - 1].low == ",")
        )  # "Peru, yang menilai"
    rule = "verb-relative" if found.how == "relative" else "verb"
    return _claim(reading, rule, said, reading.source(found), found.how)


def _claim(reading: Reading, rule: str, said: Complement, source: Piece | None, how: str) -> Draft | None:
    pieces = pieces_of(reading.text, reading.sentence, said)
    draft = reading.draft(rule, pieces, source, how)
    if draft is None:
        return None
    end = reading.words[said.after - 1].end if said.direct else 0
    return draft._replace(direct=said.direct, bare=not said.marked, tag_end=end)


def _closes_quote(reading: Reading, first: int) -> bool:
    """Whether a quotation ending with a comma stands right before: its tag follows, whatever that goes on with."""
    words = reading.words
    if not first or words[first - 1].quote is None or reading.row.side == "before":
        return False
    quote = words[first - 1].quote
    return quote is not None and quote.whole and reading.text[slice(*quote.inner)].rstrip().endswith(",")


def _backward(reading: Reading, found: Found) -> Draft | None:
    """Q X CUE; C, X CUE; C1, X CUE, C2."""
    words, lex, row, following = reading.words, reading.lex, reading.row, reading.following
    assert found.first is not None
    goes_on = following is not None and following.kind == "word" and following.low not in lex.stops | lex.weekdays
    if goes_on and row.takes != "hearer" and not _closes_quote(reading, found.first):
        return None
    edge = left_edge(words, found.first)
    if edge and words[edge - 1].kind == "quote":
        if is_unsaid(words[reading.hit.first - 1], lex):
            return None
        return quote_tag(reading, "quote-source-cue", found, edge - 1, reading.hit.after)
    if edge == found.first or row.takes == "order":
        return None
    left = before(reading.sentence, edge, lex)
    right = medial(reading, reading.hit.after)
    if left is None or (right is None and words[left[0]].low in lex.stops and left[1] - left[0] < 6):
        return None
    if row.strength == "weak" and not (_is_clause(reading, left) or _has_verb(reading, left)):
        return None
    if right is None and words[left[0]].low in lex.weekdays and left[1] - left[0] < _SHORT:
        return None  # "Selasa kemarin, X mengatakan"
    return clause_tag(reading, "clause-source-cue", found, left, right)


def _inverted(reading: Reading) -> Draft | None:
    """Q CUE X; C, CUE X; C1, CUE X, C2."""
    words, lex, hit = reading.words, reading.lex, reading.hit
    edge = left_edge(words, hit.first)
    quoted = bool(edge) and words[edge - 1].kind == "quote"
    if not hit.first or hit.clitic or (not quoted and edge == hit.first):
        return None
    found = source_behind(reading.sentence, hit.after, lex, medial=not quoted)
    if found is None or found.first is None:
        return None
    if quoted:
        return quote_tag(reading, "quote-cue-source", found, edge - 1, found.after)
    behind = words[hit.after : found.after]
    if reading.row.strength == "weak" or any(
        w.low in lex.auxiliaries or w.low in lex.cues for w in behind if not w.cap
    ):
        return None
    if found.after < len(words) and words[found.after].low != "," and words[found.after].low not in lex.stops:
        return None
    left = before(reading.sentence, edge, lex)
    if left is None or not _is_clause(reading, left) or _is_subject(reading, left):
        return None
    right = medial(reading, found.after)
    if right is not None and words[right[0]].low in lex.indefinite and not _is_clause(reading, right):
        right = None  # "said Anna Sol, a weather agency fellow"
    return clause_tag(reading, "clause-cue-source", found, left, right)


def _is_subject(reading: Reading, part: Words) -> bool:
    """Whether some words are a phrase with a relative clause behind its comma: "Malone, who has led the club"."""
    words, lex = reading.words, reading.lex
    comma = next((n for n in range(*part) if words[n].low == ","), None)
    if comma is None or comma + 1 >= part[1] or words[comma + 1].low not in lex.relatives:
        return False
    return not _is_clause(reading, (part[0], comma)) and not any(w.low == "," for w in words[comma + 1 : part[1]])


def _has_verb(reading: Reading, part: Words) -> bool:
    """Whether some words hold one that is formed as a verb ("meninggalkan")."""
    lex = reading.lex
    inside = reading.words[part[0] : part[1]]
    return any(
        len(w.low) > _VERB and w.low.startswith(lex.verb_prefixes) and not w.cap and w.low not in lex.pronouns
        for w in inside
        if lex.verb_prefixes
    )


def _is_clause(reading: Reading, part: Words) -> bool:
    """Whether some words may be a clause: they are many, or hold a verb's sign."""
    inside, lex = reading.words[part[0] : part[1]], reading.lex
    verbs = lex.predicates | lex.fillers
    return len(inside) > _CLAUSE or any(w.low in verbs or (not w.cap and w.low.endswith(lex.past)) for w in inside)


def _shared(reading: Reading, earlier: list[Draft]) -> tuple[Piece | None, str]:
    """The source of the claim before in this sentence, or the sentence's subject."""
    for draft in reversed(earlier):
        if draft.cue is not None and draft.cue[1] <= reading.cue()[0] and draft.rule != "relay":
            return draft.source, "shared" if draft.source is None else draft.how
    return subject_of(reading.sentence, reading.lex), "phrase"
