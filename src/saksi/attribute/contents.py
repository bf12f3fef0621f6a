"""What was said: where the content of a cue begins and ends, by the rules of the record's annotation."""

from __future__ import annotations

from saksi.attribute.drafts import Piece
from saksi.attribute.lexicon import Lexicon
from saksi.attribute.words import CueHit, Sentence, Word

_ASIDE = 6
"""Words behind a dash: fewer are an afterthought and no clause."""


def clause_end(sentence: Sentence, first: int, lex: Lexicon, *, whole: bool = False, tagged: bool = False) -> int:
    """Where the clause that begins at ``first`` ends: at the sentence's end, or before the next attribution.

    ``whole``: the content is all that follows, with what others are told to have said in it; ``tagged``: its source is
    the one of a tag within it, so that a verb that shares its subject ("A, kata X, B serta melarang C") is part of it.
    """
    words = sentence.words
    last = _aside(words, first, lex)
    for hit in sentence.cues:
        if hit.first <= first:
            continue
        if hit.first >= last:
            break
        if tagged and words[hit.first - 1].low in lex.conjunctions:
            continue
        end = _parts(words, first, hit, lex, whole=whole)
        if end is not None:
            return end
    return last


def _aside(words: tuple[Word, ...], first: int, lex: Lexicon) -> int:
    """Where the writer's own turn begins behind a dash ("... to help — but nobody knows"); else the sentence's end."""
    for n in range(first + 3, len(words) - 1):
        if words[n].low in "–—" and words[n + 1].low in lex.contrasts:
            return n
    return len(words)


def _parts(words: tuple[Word, ...], first: int, hit: CueHit, lex: Lexicon, *, whole: bool) -> int | None:
    """Where a later cue ends the clause before it; None when it stands within it."""
    before = words[hit.first - 1]
    kinds = {row.kind for row in hit.rows}
    likened = before.low in lex.adjuncts and hit.first - 2 > first
    if "relay" in kinds and (before.low == "," or (likened and words[hit.first - 2].low == ",")):
        return hit.first - 1 if before.low == "," else hit.first - 2
    if "relay" in kinds and likened and before.low not in lex.stops - lex.manners:
        return hit.first - 1
    if kinds & {"quotative", "preposition"} and before.low == ",":
        return hit.first - 1
    if whole:
        return None
    if "preposition" in kinds and not hit.clitic and hit.rows[0].side == "either" and hit.first - first > 3:
        return hit.first
    if "participle" in kinds and before.low == ",":
        return hit.first - 1
    if "verb" in kinds:
        return _other_claim(words, first, hit, lex)
    return None


def _other_claim(words: tuple[Word, ...], first: int, hit: CueHit, lex: Lexicon) -> int | None:
    """Where a second claim of its own source begins: "A, sementara oposisi menyebut B"; "A, seraya menambahkan B"."""
    sure = any(row.strength == "sure" for row in hit.rows)
    if words[hit.first - 1].low in lex.unsaid:
        return None  # "tetapi fondasi untuk memastikan"
    if words[hit.first - 1].low in lex.manners or (sure and words[hit.first - 1].low in lex.parting):
        at = hit.first - 1
        return at - 1 if words[at - 1].low == "," else at
    if hit.clitic and words[hit.first - 1].low == ",":
        return hit.first - 1
    comma = _main_clause(words, first, hit, lex)
    if comma is not None:
        return comma
    for n in range(hit.first - 1, max(first, hit.first - 16), -1):
        if words[n].kind == "quote" or words[n].low in lex.that or words[n].low in lex.relatives:
            return None
        if words[n].low in lex.contrasts:
            return n - 1 if words[n - 1].low == "," else n
        if (
            words[n].low in lex.conjunctions
            and words[n - 1].low == ","
            and hit.first - n <= 5
            and hit.rows[0].strength == "sure"
        ):
            return n - 1
        if words[n].low in lex.subordinators:
            return None
    return None


def _main_clause(words: tuple[Word, ...], first: int, hit: CueHit, lex: Lexicon) -> int | None:
    """The comma before a tag that ends the sentence ("..., HUR melaporkan pada hari Senin"), or before a main clause.

    A new main clause is known by its pronoun ("..., he said ...").
    """
    final = hit.after >= len(words) or words[hit.after].low in lex.stops
    if final and any(w.kind == "quote" or w.low in lex.that for w in words[hit.after :]):
        final = False
    for n in range(hit.first - 1, max(first, hit.first - 14), -1):
        word = words[n]
        if word.kind == "quote":
            return n + 1 if final else None
        if word.low == ",":
            pronoun = hit.first - n == 2 and words[n + 1].low in lex.pronouns and hit.rows[0].strength == "sure"
            return n if pronoun or (final and hit.first - n > 1) else None
        if word.low in lex.that or word.low in lex.subordinators or word.low in lex.relatives:
            return None
    return None


def before(sentence: Sentence, after: int, lex: Lexicon) -> tuple[int, int] | None:
    """The words of a clause that ends at ``after``, without what stands in front of it; None when there are none."""
    first = without_opening(sentence.words, _behind_dash(sentence.words, after), after, lex)
    while after > first and sentence.words[after - 1].kind == "mark" and sentence.words[after - 1].low in ",–—-":
        after -= 1
    if sum(w.kind != "mark" for w in sentence.words[first:after]) < 2:
        return None
    return first, after


def _behind_dash(words: tuple[Word, ...], after: int) -> int:
    """Where the clause begins that a single dash parts from the one before it ("A — and B, according to X")."""
    dashes = [n for n in range(after - 1) if words[n].low in ("–", "—")]
    if len(dashes) != 1 or after - dashes[0] < _ASIDE:
        return 0
    return dashes[0] + 1


def without_opening(words: tuple[Word, ...], first: int, after: int, lex: Lexicon) -> int:
    """Where a content begins without its connective ("Selain itu,"), contrast ("Sementara") and opening marks."""
    at = first
    while at < after:
        low = words[at].low
        phrase = next(
            (
                len(parts)
                for parts in lex.connectives.get(low, ())
                if at + len(parts) <= after and tuple(w.low for w in words[at : at + len(parts)]) == parts
            ),
            0,
        )
        if phrase:
            at += phrase
        elif (words[at].kind == "mark" and low in ",-–—:") or (at == first and low in lex.contrasts):
            at += 1
        else:
            break
    return at


def piece(sentence: Sentence, first: int, after: int) -> Piece | None:
    """The stretch of text of some words, without marks at its ends that do not belong; None when none is left."""
    words = sentence.words
    while after > first and words[after - 1].kind == "mark" and words[after - 1].low in ",;:-–—.":
        after -= 1
    while after > first and words[first].kind == "mark" and words[first].low in ",;:-–—.":
        first += 1
    if after <= first:
        return None
    return words[first].start, words[after - 1].end


def spoken(word: Word, text: str) -> Piece:
    """The stretch of text between a quotation's marks, without the comma or full stop that closes it."""
    assert word.quote is not None
    a, b = word.quote.inner
    inner = text[a:b]
    left = len(inner) - len(inner.lstrip())
    return a + left, a + len(inner.rstrip().rstrip(",.;:").rstrip())
