"""Claims of prepositions: "Menurut X, C"; "C, according to X"; "C1, menurut X, C2"; "N yang menurutnya C"."""

from __future__ import annotations

from saksi.attribute.contents import before, clause_end, spoken, without_opening
from saksi.attribute.drafts import Draft
from saksi.attribute.lexicon import Lexicon
from saksi.attribute.phrases import Found
from saksi.attribute.reading import Reading, Words, medial
from saksi.attribute.words import Word

_SHORT = 4
"""Words: so short a stretch before a tag without a comma is the front of its clause ("Hal ini menurut dia, ...")."""
_APPOSITION = 10
"""Words: a name or a title behind a source's comma is rarely longer."""


def by_preposition(reading: Reading) -> Draft | None:
    """The claim of a preposition before, behind or within its content."""
    words, lex, hit = reading.words, reading.lex, reading.hit
    begin = without_opening(words, 0, hit.first, lex)
    initial = begin >= hit.first or _led(words[begin : hit.first], lex)
    if not initial and reading.row.side == "before":
        if words[hit.first - 1].low != ",":
            return None
        initial = True
    related = not initial and words[hit.first - 1].low in lex.relatives
    found = Found(None, hit.after, "none") if hit.clitic else _object(reading, initial=initial)
    if found is None:
        return None
    if initial or related:
        left, right = _opened(reading, found, related=related)
    else:
        left, right = before(reading.sentence, hit.first, lex), medial(reading, found.after)
        if right is None and found.after < len(words) and words[found.after].low in lex.auxiliaries:
            right = found.after, clause_end(reading.sentence, found.after, lex)  # "batas itu menurut X adalah ..."
        elif words[hit.first - 1].low != "," and (left is None or left[1] - left[0] > _SHORT):
            right = None
    if (initial or related) and right is None:
        return None
    return _claim(reading, found, left, right)


def _claim(reading: Reading, found: Found, left: Words | None, right: Words | None) -> Draft | None:
    only = left if right is None else right if left is None else None
    inside = reading.words[only[0] : only[1]] if only else ()
    draft = reading.draft("preposition", reading.parts(left, right), reading.source(found), found.how)
    if draft is None or not inside or any(w.kind not in ("quote", "mark") for w in inside):
        return draft
    quotes = (spoken(w, reading.text) for w in inside if w.kind == "quote")
    pieces = tuple(p for p in quotes if p[0] < p[1])
    return draft._replace(direct=True, pieces=pieces) if pieces else None


def _opened(reading: Reading, found: Found, *, related: bool) -> tuple[Words | None, Words | None]:
    """The content behind a source that opens its clause; before it the noun of a relative clause."""
    words = reading.words
    comma = found.after < len(words) and words[found.after].low == ","
    if not comma and found.how == "phrase":
        return None, None
    first = found.after + 1 if comma else found.after
    if first < len(words) and words[first].low in reading.lex.that - reading.lex.relatives:
        first += 1
    end = clause_end(reading.sentence, first, reading.lex)
    left = _noun_before(reading, reading.hit.first - 1) if related else None
    return left, ((first, end) if end - first >= 2 else None)


def _led(lead: tuple[Word, ...], lex: Lexicon) -> bool:
    """Whether only a short connective stands in front ("Kemudian,")."""
    words = lex.conjunctions | lex.contrasts | lex.fillers | {","}
    return len(lead) <= 3 and all(w.low in words for w in lead)


def _object(reading: Reading, *, initial: bool) -> Found | None:
    """The source behind a preposition: up to its comma, with an apposition that is a name or a title."""
    words, lex, first = reading.words, reading.lex, reading.hit.after
    if first >= len(words) or words[first].kind == "quote":
        return None
    if words[first].low in lex.pronouns:
        return Found(first, first + 1, "pronoun")
    if reading.row.strength == "weak" and not any(w.low in lex.documents for w in words[first : first + 2]):
        return None
    while first + 1 < len(words) and words[first].low in lex.by:
        first += 1
    end = _mark_behind(words, first)
    if end == first or (initial and end >= len(words)):
        return None
    while end < len(words) and words[end].low == ",":
        stop = _mark_behind(words, end + 1)
        if not _is_apposition(reading, (first, end), (end + 1, stop), initial=initial):
            break
        end = stop
    if not initial:
        closing = lex.weekdays | lex.contrasts | lex.auxiliaries
        end = next(
            (n for n in range(first + 1, end) if words[n].low in closing and not _in_relative(words, first, n, lex)),
            end,
        )
        while end - first > 1 and not words[end - 1].cap and words[end - 1].low in lex.stops:
            end -= 1
    return Found(first, end, "phrase")


def _in_relative(words: tuple[Word, ...], first: int, at: int, lex: Lexicon) -> bool:
    """Whether a verb's sign stands in a relative clause of the phrase before it."""
    return words[at].low in lex.auxiliaries and any(w.low in lex.relatives for w in words[first:at])


def _mark_behind(words: tuple[Word, ...], first: int) -> int:
    """The next comma, colon, dash or quotation, brackets passed over."""
    depth = 0
    for n in range(first, len(words)):
        depth += (words[n].low == "(") - (words[n].low == ")")
        if depth <= 0 and (words[n].kind == "quote" or words[n].low in ",:;–—"):
            return n
    return len(words)


def _is_apposition(reading: Reading, phrase: Words, part: Words, *, initial: bool) -> bool:
    """Whether the words behind a source's comma belong to it; before a clause they must name whom a title means."""
    words, lex = reading.words, reading.lex
    inside, stop = words[part[0] : part[1]], part[1]
    if not 0 < len(inside) <= _APPOSITION or inside[0].low in lex.weekdays or _has_predicate(inside, lex):
        return False
    head = inside[0]
    if not (head.cap or head.low in lex.titles or head.low in lex.relatives):
        return False
    if not initial:
        return stop >= len(words) or words[stop].low == ","
    if stop + 1 >= len(words) or words[stop].low != "," or words[stop + 1].low in lex.predicates | lex.fillers:
        return False
    if head.low in lex.titles and head.cap and all(w.cap or w.kind != "word" for w in inside) and len(inside) > 1:
        return True  # "Menurut Deputi Bidang Komunikasi, Marsda Eko Wijaya, ..."
    return head.low in lex.relatives or (head.cap and _names_nobody(words[phrase[0] : phrase[1]], lex))


def _names_nobody(phrase: tuple[Word, ...], lex: Lexicon) -> bool:
    """Whether a phrase begins with a title or a role and does not end with a name: one may stand behind its comma."""
    if phrase[0].low not in lex.titles and phrase[0].low not in lex.persons:
        return False
    return len(phrase) < 2 or not (phrase[-1].cap and phrase[-2].cap and phrase[-2].low not in lex.titles)


def _has_predicate(inside: tuple[Word, ...], lex: Lexicon) -> bool:
    if inside[0].low in lex.relatives:
        return False
    return any(not w.cap and w.low in lex.predicates and w.low not in lex.demonstratives for w in inside)


def _noun_before(reading: Reading, after: int) -> Words | None:
    """The phrase that a relative clause belongs to: back to the mark or preposition before it."""
    words, lex = reading.words, reading.lex
    end = after
    while end and words[end - 1].low == ",":
        end -= 1
    first = end
    while first and words[first - 1].kind == "word" and words[first - 1].low not in lex.adjuncts | lex.conjunctions:
        first -= 1
    return (first, end) if end > first else None
