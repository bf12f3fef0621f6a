"""What follows a cue as its content: a quotation, a marked clause, a bare one, an order."""

from __future__ import annotations

from typing import NamedTuple

from saksi.attribute.contents import clause_end, piece, spoken
from saksi.attribute.drafts import Piece
from saksi.attribute.lexicon import Lexicon
from saksi.attribute.words import CueHit, Sentence, Word
from saksi.lang.base import CueRow

_REACH = 26
"""Words between a cue and its complementizer: "said in a statement to the press on Monday that"."""
_SUBJECT = 8
"""Words of the subject of a clause that nothing opens."""
_NAMED = 4
"""Words between a denial and the noun for what is denied."""
_NEAR = 9
"""Words between a cue and an unambiguous complementizer without an adjunct between."""
_ASKED = 5
"""Words between a cue that asks and its question word ("menanyakan produk es apa yang")."""
_ORDERED = 14
"""Words between a request and what is requested ("meminta semua warga di tepi sungai agar")."""


class Complement(NamedTuple):
    """Words of a sentence that are a content: from ``first`` up to ``after``; marked when a word or mark opens it."""

    first: int
    after: int
    direct: bool
    marked: bool


def complement(sentence: Sentence, hit: CueHit, row: CueRow, lex: Lexicon) -> Complement | None:
    """What follows a cue as its content; None when nothing does."""
    words = sentence.words
    j, n = hit.after, len(words)
    if j >= n:
        return None
    word = words[j]
    if word.kind == "quote":
        return _spoken(sentence, j, lex)
    if word.low == ":":
        return _from(sentence, j + 1, lex, marked=True)
    if word.low == ",":
        return _behind_comma(sentence, j, row, lex)
    opened = _opener(words, j, row, lex)
    if opened is not None:
        return _from(sentence, opened + 1, lex, marked=True)
    adjunct = word.low in lex.stops or word.low in lex.weekdays or word.low in lex.addressees or word.low == "("
    if row.takes == "order" and word.low in lex.infinitive:
        return _from(sentence, j, lex, marked=True)
    if adjunct or row.takes != "clause":
        spoken = _quote_ahead(words, j, 16 if adjunct else 7, lex)
        if spoken is not None:
            return _spoken(sentence, spoken, lex)
    if adjunct:
        return _behind_adjunct(sentence, j, row, lex)
    if row.stance == "asks" and any(w.low in lex.questions for w in words[j : j + _ASKED]):
        return _from(sentence, j, lex, marked=True)
    if j + 3 >= n and word.low in lex.anaphors:
        return None  # "menyampaikan hal serupa"
    if row.strength == "weak":
        refused = row.stance == "denies" and any(_names_claim(w, lex) for w in words[j : j + _NAMED])
        counted = row.takes == "count" and word.kind == "number"
        return _from(sentence, j, lex, marked=False) if refused or counted or _finite(words, j, lex) else None
    if row.takes == "order":
        hearer = row.side == "before" and word.low in lex.hearers and _acts(words, j + 1, lex)
        return _from(sentence, j, lex, marked=False) if hearer or _requests(words, j, lex) else None
    if row.takes == "hearer":
        j = _behind_hearer(words, j, row, lex)
    if row.side != "before" and j < n and words[j].low in lex.adjuncts - lex.infinitive - lex.questions:
        return None
    return _from(sentence, j, lex, marked=False)


def _finite(words: tuple[Word, ...], j: int, lex: Lexicon) -> bool:
    """Whether a bare clause begins here: a short subject and a finite verb's sign ("mengungkap jembatan itu sudah")."""
    for n in range(j, min(len(words), j + _SUBJECT)):
        word = words[n]
        if n > j and word.low in lex.finite:
            return True
        if word.kind not in ("word", "number") or word.low in lex.relatives | lex.stops | lex.conjunctions:
            return False
    return False


def _names_claim(word: Word, lex: Lexicon) -> bool:
    """Whether a word is a noun for what is said ("the claims" that somebody rejected)."""
    forms = (word.low, word.low.removesuffix("s"))
    return any(r.kind == "noun" for form in forms for parts, rows in lex.cues.get(form, ()) for r in rows)


def _quoted(sentence: Sentence, first: int) -> Complement:
    after = first + 1
    while after < len(sentence.words) and sentence.words[after].kind == "quote":
        after += 1
    return Complement(first, after, direct=True, marked=True)


def _spoken(sentence: Sentence, first: int, lex: Lexicon) -> Complement:
    """The quotation behind a cue; the whole clause where the writer's words go on with it."""
    said = _quoted(sentence, first)
    words = sentence.words
    after = said.after
    tagged = any(
        after <= h.first <= after + 9 and (h.after >= len(words) or words[h.after].low in lex.stops)
        for h in sentence.cues
    )
    if after < len(words) and words[after].kind == "word" and words[after].low not in lex.cues and not tagged:
        end = clause_end(sentence, after, lex)
        if end > after:
            return Complement(first, end, direct=False, marked=True)
    return said


def _from(sentence: Sentence, first: int, lex: Lexicon, *, marked: bool) -> Complement | None:
    words = sentence.words
    if first < len(words) and words[first].low in lex.that - lex.relatives:
        first += 1
    if first >= len(words):
        return None
    if words[first].kind == "quote":
        return _quoted(sentence, first)
    after = clause_end(sentence, first, lex)
    if sum(w.kind != "mark" for w in words[first:after]) < (1 if marked else 2):
        return None
    return Complement(first, after, direct=False, marked=marked)


def _behind_comma(sentence: Sentence, j: int, row: CueRow, lex: Lexicon) -> Complement | None:
    words = sentence.words
    if j + 1 < len(words) and words[j + 1].kind == "quote":
        return _spoken(sentence, j + 1, lex)
    cited = next((h for h in sentence.cues if h.first == j + 1 and any(r.takes == "source" for r in h.rows)), None)
    if cited is not None:
        return _behind_cited(sentence, cited, lex)
    if row.side != "before" or j + 1 >= len(words):
        return None
    first = j + 1
    if words[first].low in lex.weekdays or words[first].low in lex.manners:
        comma = _comma(words, first, 12)
        if comma is None:
            return None
        first = comma + 1
    if any(r.kind == "relay" for h in sentence.cues if h.first in (first, first + 1) for r in h.rows):
        return None
    return _from(sentence, first, lex, marked=True)


def _behind_cited(sentence: Sentence, cited: CueHit, lex: Lexicon) -> Complement | None:
    """Of "reported, citing two officials, that the talks had failed"."""
    comma = _comma(sentence.words, cited.after, 18)
    if comma is None or comma + 2 >= len(sentence.words):
        return None
    opened = sentence.words[comma + 1].low in lex.that
    return _from(sentence, comma + (2 if opened else 1), lex, marked=True)


def _comma(words: tuple[Word, ...], first: int, reach: int) -> int | None:
    depth = 0
    for n in range(first, min(len(words), first + reach)):
        if words[n].low == "(":
            depth += 1
        elif words[n].low == ")":
            depth -= 1
        elif words[n].low == "," and depth <= 0:
            return n
    return None


def _opener(words: tuple[Word, ...], j: int, row: CueRow, lex: Lexicon) -> int | None:
    """The complementizer that opens the content behind a cue."""
    plain = lex.that - lex.relatives
    begins = words[j].low
    far = begins in lex.stops or begins in lex.addressees or begins in lex.weekdays or row.takes == "hearer"
    for n in range(j, min(len(words), j + _REACH)):
        low = words[n].low
        if words[n].kind == "quote":
            return None
        if low in lex.that and (n == j or far or (low in plain and n - j <= _NEAR)):
            return n
        if low in lex.purpose and (n == j or (row.takes != "clause" and n - j <= _ORDERED)):
            return n
        if n > j and not far and low in lex.manners:
            return None
        if n > j and is_verb_cue(words[n], lex):
            return None
    return None


def is_verb_cue(word: Word, lex: Lexicon) -> bool:
    """Whether a word alone is a reporting verb."""
    if word.cap or word.kind != "word":
        return False
    return any(len(parts) == 1 and any(r.kind == "verb" for r in rows) for parts, rows in lex.cues.get(word.low, ()))


def _quote_ahead(words: tuple[Word, ...], j: int, reach: int, lex: Lexicon) -> int | None:
    for n in range(j, min(len(words), j + reach)):
        if n > j and is_verb_cue(words[n], lex):
            return None
        if words[n].kind == "quote":
            return n if words[n - 1].low in ",:" or n - j <= 3 else None
    return None


def _behind_adjunct(sentence: Sentence, j: int, row: CueRow, lex: Lexicon) -> Complement | None:
    """Of "mengatakan melalui akunnya, kapal itu ..." and "said on Tuesday it would ..."."""
    words = sentence.words
    at = j
    if words[at].low not in lex.weekdays and at + 1 < len(words) and words[at + 1].low in lex.weekdays:
        at += 1
    if words[at].low in lex.weekdays:
        at += 1
        while at < len(words) and (
            words[at].kind == "number" or words[at].low in "()./" or words[at].low in lex.weekdays
        ):
            at += 1
        if row.strength == "sure" and at < len(words) and words[at].low != "," and words[at].low not in lex.stops:
            return _from(sentence, at, lex, marked=False)
    if row.side != "before":
        opens = row.strength == "sure" and words[j].low in lex.openers and len(words) - j > 5
        return _from(sentence, j, lex, marked=False) if opens else None
    comma = _comma(words, j, 18)
    if comma is None or comma + 3 >= len(words):
        told = words[j].low in lex.addressees or words[j].low in lex.weekdays or words[j].low == "("
        clause = words[j].low in lex.openers or (not told and any(w.low in lex.auxiliaries for w in words[j:]))
        said = row.strength == "sure" and clause and len(words) - j > 5
        return _from(sentence, j, lex, marked=False) if said else None
    if words[comma + 1].low in lex.weekdays or words[comma + 1].low in lex.manners:
        return None
    clause = row.strength == "sure" or any(w.low in lex.finite for w in words[comma + 1 : comma + _ORDERED])
    if is_verb_cue(words[comma + 1], lex) or not clause:
        return None
    if words[comma + 1].low in lex.contrasts | lex.conjunctions:
        return _from(sentence, j, lex, marked=False)  # the adjunct is the content's own
    return _from(sentence, comma + 1, lex, marked=True)


def _requests(words: tuple[Word, ...], j: int, lex: Lexicon) -> bool:
    """Whether somebody is asked to do something: a verb's sign stands shortly behind."""
    for n in range(j, min(len(words), j + _ORDERED)):
        low = words[n].low
        if low == ",":
            return False
        if (
            low in lex.infinitive
            or (n > j and low in lex.predicates | lex.fillers | lex.unsaid)
            or (n == j and low in lex.questions)
        ):
            return True
    return False


def _acts(words: tuple[Word, ...], at: int, lex: Lexicon) -> bool:
    """Whether a plain word follows that may be what somebody is asked to do ("meminta warga mengungsi")."""
    return at < len(words) and words[at].kind == "word" and words[at].low not in lex.stops | lex.adjuncts


def _behind_hearer(words: tuple[Word, ...], j: int, row: CueRow, lex: Lexicon) -> int:
    """Behind the one who is told, where a language names him before a bare clause ("told CNN he would")."""
    if row.side == "before":
        return j
    at = j
    if words[at].low in lex.articles:
        at += 1
    if at < len(words) and words[at].low in lex.hearers:
        return at + 1
    while at < len(words) and words[at].cap and words[at].kind == "word":
        at += 1
    return at


def pieces_of(text: str, sentence: Sentence, said: Complement) -> tuple[Piece, ...]:
    """The stretches of text of a content: the quotations alone, or all of its words."""
    if said.direct:
        return tuple(spoken(w, text) for w in sentence.words[said.first : said.after] if w.kind == "quote")
    whole = piece(sentence, said.first, said.after)
    return (whole,) if whole else ()
