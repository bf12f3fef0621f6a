"""Subjects of sentences and clauses, as far as the pack's words tell where a verb begins."""

from __future__ import annotations

from collections.abc import Sequence

from saksi.attribute.contents import piece
from saksi.attribute.drafts import Piece
from saksi.attribute.lexicon import Lexicon
from saksi.attribute.phrases import behind_connectives
from saksi.attribute.words import Sentence, Word

_UNITS = 3
"""Words: "Hours before", "Beberapa jam setelah"."""
_LONGEST = 16
"""Words: a subject that is looked for without its verb is rarely longer."""


def subject_of(sentence: Sentence, lex: Lexicon) -> Piece | None:
    """The phrase that a sentence begins with, up to its first verb as far as the pack's words tell."""
    words = sentence.words
    first = behind_connectives(words, 0, len(words), lex)
    later = any(w.low in lex.subordinators & lex.adjuncts for w in words[first + 1 : first + _UNITS])
    if first < len(words) and (words[first].low in lex.adjuncts or later):
        comma = next((n for n in range(first, min(len(words), first + _LONGEST)) if words[n].low == ","), len(words))
        first = behind_connectives(words, comma, len(words), lex)
    if first >= len(words) or words[first].kind != "word" or words[first].low in lex.adjuncts | lex.anaphors:
        return None
    if words[first].low in lex.pronouns:
        return words[first].start, words[first].end
    if words[first].low in lex.predicates:
        return None
    seen = False
    for n in range(first, min(len(words), first + _LONGEST)):
        word = words[n]
        seen = seen or word.cap or word.low in lex.titles
        plain = word.kind == "word" and not word.cap and word.low not in lex.articles and word.low not in lex.titles
        verb = n > first and (word.low in lex.predicates or word.low in lex.fillers or word.low in lex.cues)
        if n > first and word.low in lex.that - lex.relatives:
            return piece(sentence, first, _end_of_name(words, first, n)) if seen else None
        if verb or (n > first + 1 and plain and words[n - 1].cap) or word.low == ",":
            return piece(sentence, first, n) if seen else None
    return None


def _end_of_name(words: Sequence[Word], first: int, that: int) -> int:
    """The first word behind ``first`` without a capital, the "that" at ``that`` at the latest."""
    return next((k for k in range(first + 1, that) if not words[k].cap), that)


def fronted_subject(sentence: Sentence, lex: Lexicon) -> Piece | None:
    """The subject of the clause that a sentence begins with: of "When President Adams came, he said"."""
    words = sentence.words
    if len(words) < 6 or words[0].low not in lex.subordinators or words[0].low in lex.contrasts:
        return None
    after = 1
    named = lex.titles | lex.articles
    while after < min(len(words), _LONGEST) and (words[after].cap or words[after].low in named):
        after += 1
    return piece(sentence, 1, after) if after > 1 else None
