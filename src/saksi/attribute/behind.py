"""The noun phrases that stand for sources behind their cue ("kata X, pengemudi ojek, kepada wartawan")."""

from __future__ import annotations

from saksi.attribute.lexicon import Lexicon
from saksi.attribute.phrases import LONGEST, Found, within
from saksi.attribute.words import Sentence, Word

_APPOSITION = 16
"""Words: an apposition is rarely longer."""


def source_behind(sentence: Sentence, first: int, lex: Lexicon, *, medial: bool = False) -> Found | None:
    """The source that stands behind its cue ("kata X, pengemudi ojek, kepada wartawan").

    ``medial``: what follows its first comma is content unless it is plainly its apposition.
    """
    words = sentence.words
    at = first
    while at < len(words) and words[at].low in lex.by | lex.fillers and not words[at].cap:
        at += 1
    if at >= len(words) or words[at].kind == "quote":
        return None
    if words[at].low in lex.pronouns and not _longer(words, at):
        return Found(at, at + 1, "pronoun")
    if (
        words[at].kind == "mark"
        or (words[at].low in lex.adjuncts and not words[at].cap)
        or words[at].low in lex.weekdays
    ):
        return None
    end = _phrase_end(words, at, lex)
    if end == at:
        return None
    while end < len(words) and words[end].low == ",":
        piece = _apposition(words, end + 1, lex, medial=medial)
        if piece is None:
            break
        end = piece
    return within(words, at, end)


def _longer(words: tuple[Word, ...], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1].cap and words[at + 1].kind == "word" and words[at].cap


def _phrase_end(words: tuple[Word, ...], first: int, lex: Lexicon) -> int:
    """Where a phrase that begins at ``first`` ends: before an adjunct, a mark, a day or a quotation."""
    depth = 0
    relative = False
    for n in range(first, min(len(words), first + LONGEST)):
        word = words[n]
        if word.low == "(":
            depth += 1
        elif word.low == ")":
            depth -= 1
        elif depth > 0:
            continue
        elif word.kind == "quote" or (word.kind == "mark" and word.low not in "-/&.'’\"“”%"):
            return n
        elif word.low in lex.relatives:
            relative = True
        elif (n > first and word.low in lex.weekdays and word.cap) or (
            n > first and not word.cap and word.low in lex.stops and not (relative and word.low not in lex.addressees)
        ):
            return n
    return min(len(words), first + LONGEST)


def _apposition(words: tuple[Word, ...], first: int, lex: Lexicon, *, medial: bool) -> int | None:
    """Where the apposition ends that begins behind a comma; None when there is none."""
    if first >= len(words):
        return None
    word = words[first]
    if word.kind == "quote" or word.low in lex.weekdays or (word.low in lex.adjuncts and word.low not in lex.articles):
        age = word.kind == "number"
        return None if not age else first + 1
    if word.low in lex.subordinators - lex.relatives or word.low in lex.conjunctions or word.low in lex.contrasts:
        return None
    if word.kind == "number":
        return first + 1
    if word.low in lex.cues and not word.cap:
        return None
    if word.low in lex.relatives and first + 2 < len(words) and words[first + 2].low in lex.that:
        return None  # ", yang mencatat bahwa": a claim of its own
    end = _phrase_end(words, first, lex)
    if end - first > _APPOSITION or end == first:
        return None
    closed = end >= len(words) or words[end].low == ","
    if medial:
        named = word.low in lex.titles or word.low in lex.relatives
        return (
            end
            if named and end < len(words) and words[end].low == "," and not _is_clause(words, first, end, lex)
            else None
        )
    if _is_clause(words, first, end, lex) and word.low not in lex.relatives:
        return None
    return end if closed or words[end].low in lex.stops or words[end].low in lex.weekdays else None


def _is_clause(words: tuple[Word, ...], first: int, after: int, lex: Lexicon) -> bool:
    """Whether a stretch has a predicate of its own outside of a relative clause."""
    for word in words[first:after]:
        if word.low in lex.relatives:
            return False
        if not word.cap and word.low in lex.predicates and word.low not in lex.demonstratives:
            return True
    return False
