"""The noun phrases that stand for sources before their cue, without names or a parser to lean on."""

from __future__ import annotations

from typing import Literal, NamedTuple

from saksi.attribute.lexicon import Lexicon
from saksi.attribute.words import Sentence, Word

LONGEST = 45
"""Words: a source with titles and a relative clause is rarely longer."""
_APPOSITION = 16
"""Words: an apposition is rarely longer."""


class Found(NamedTuple):
    """A source phrase: its words from ``first`` (None: it has no words) up to ``after``, and how it was found."""

    first: int | None
    after: int
    how: Literal["phrase", "pronoun", "shared", "relative", "none"]


def source_before(sentence: Sentence, cue: int, floor: int, lex: Lexicon, *, clitic: bool = False) -> Found | None:
    """The source that stands before a cue; None where nobody has said it ("belum menjelaskan") or none can be found.

    ``floor`` is the first word that it may take in. A cue with its object as a clitic behind a comma ("menyebutnya
    sebagai") shares its source with the clause before.
    """
    words = sentence.words
    k = cue - 1
    while k >= floor and words[k].kind == "word":
        if is_unsaid(words[k], lex):
            return None
        if words[k].low in lex.fillers and (not words[k].cap or not k):
            k -= 1
            continue
        break
    if k < floor:
        return Found(None, floor, "none")
    word = words[k]
    if word.low in lex.conjunctions or word.low in lex.manners or (k > floor and word.low in lex.contrasts):
        return Found(None, k, "shared")
    if word.low in lex.pronouns:
        return Found(k, k + 1, "pronoun")
    if word.low in lex.adjuncts and not word.cap and word.kind == "word":
        return None  # "dalam menyampaikan"
    if word.low in lex.relatives:
        return _before_relative(words, k, floor, lex)
    if word.kind == "quote":
        return Found(None, k + 1, "none")
    if clitic and word.low == ",":
        return Found(None, k, "shared")
    chunks = _chunks(words, floor, k + 1)
    if word.kind == "mark" and word.low in ",–—-":
        return _closed_by_comma(words, chunks, lex)
    if word.kind == "mark" and word.low not in ")\"”’'»]%.":
        return None
    return _open(words, chunks, lex)


def is_unsaid(word: Word, lex: Lexicon) -> bool:
    """Whether a word before a cue says that nobody has said it."""
    return word.low in lex.unsaid or word.low.endswith("n't")


def _chunks(words: tuple[Word, ...], floor: int, after: int) -> list[tuple[int, int]]:
    """The stretches between commas from ``floor`` up to ``after``, nearest first."""
    found = []
    end = after
    depth = 0
    for n in range(after - 1, floor - 2, -1):
        if n < floor or _divides(words[n]):
            if depth == 0:
                if end > n + 1:
                    found.append((n + 1, end))
                end = n
        elif words[n].low == ")":
            depth += 1
        elif words[n].low == "(":
            depth = max(0, depth - 1)
    return found


def _divides(word: Word) -> bool:
    return word.kind == "quote" or (word.kind == "mark" and word.low in ",;:–—")


def _open(words: tuple[Word, ...], chunks: list[tuple[int, int]], lex: Lexicon) -> Found | None:
    """Of "Ketua RT, Mulyono dalam acara itu": the nearest chunk, and the one before where that is its title."""
    if not chunks:
        return None
    first, after = chunks[0]
    first = without_lead(words, first, after, lex)
    if first >= after:
        return None
    if words[first].low in lex.adjuncts:
        if words[first].low in lex.manners and first + 1 < after and words[first + 1].cap:
            return _subject(words, first + 1, after, lex)  # "..., dengan Peru mengecam"
        if len(chunks) > 1:
            found = _closed_by_comma(words, chunks, lex)
            if found is not None:
                return found
        inside = _noun_inside(words, first, after, lex)
        return Found(inside, after, "phrase") if inside is not None else None
    if words[first].low in lex.relatives and len(chunks) > 1:
        return _closed_by_comma(words, chunks, lex)
    whole, after = after, without_tail(words, first, after, lex)
    if _goes_on_as_clause(words, after, whole, lex):
        return None
    if len(chunks) > 1 and words[first].cap and words[first].low not in lex.pronouns:
        title = _title_chunk(words, chunks[1], lex)
        if title is not None:
            first = title
    return _subject(words, first, after, lex)


def _goes_on_as_clause(words: tuple[Word, ...], first: int, after: int, lex: Lexicon) -> bool:
    """Whether a verb's sign stands in the adjunct behind a phrase ("Wabah di kota hanya mengenai X mendorong")."""
    tail = words[first:after]
    if not tail or tail[0].low in lex.subordinators or any(w.low in lex.relatives for w in tail):
        return False
    return any(not w.cap and w.low in lex.predicates & lex.fillers for w in tail)


def _closed_by_comma(words: tuple[Word, ...], chunks: list[tuple[int, int]], lex: Lexicon) -> Found | None:
    """Of "Mulyono, yang rumahnya terendam,": the chunks that make one phrase, from the nearest back."""
    while chunks and _is_adjunct(words, chunks[0], lex):
        chunks = chunks[1:]
    if not chunks:
        return None
    after = chunks[0][1]
    taken = 0
    for n, (first, end) in enumerate(chunks):
        start = behind_connectives(words, first, end, lex)
        if start < end and words[start].low not in lex.relatives:
            start = without_lead(words, first, end, lex)
        if start >= end:
            break
        if words[start].low in lex.relatives or words[start].kind == "number" or _goes_back(words, first, end, lex):
            taken = n + 1
            continue
        if n and (_is_adjunct(words, (first, end), lex) or end - start > _APPOSITION * 2):
            break
        taken = n
        if n >= 1 or len(chunks) == 1 or start > first:
            break
    taken = min(taken, len(chunks) - 1)
    first, end = chunks[taken]
    first = without_lead(words, first, end, lex)
    if first >= end or words[first].low in lex.relatives:
        return None
    if lex.pronouns.get(words[first].low) == "person" and end - first > 1 and words[first + 1].low not in lex.relatives:
        return Found(first, first + 1, "pronoun")  # "Ia mengunggah lagi pada hari Minggu, mengatakan"
    if taken == 0 and len(chunks) > 1 and words[first].cap:
        title = _title_chunk(words, chunks[1], lex)
        first = title if title is not None else first
    return _subject(words, first, after, lex)


def _goes_back(words: tuple[Word, ...], first: int, after: int, lex: Lexicon) -> bool:
    """Whether a chunk only ends a phrase: "dan Komisioner Kawiyan", a degree ("S.H.")."""
    degree = all((w.cap and len(w.low) <= 3) or w.low == "." for w in words[first:after])
    return words[first].low in lex.conjunctions or degree


def _subject(words: tuple[Word, ...], first: int, after: int, lex: Lexicon) -> Found | None:
    """A phrase before its cue, if it is one: a stretch with a predicate or a denial of its own is a clause."""
    behind = words[first + 1] if after - first > 1 and lex.pronouns.get(words[first].low) == "person" else None
    if behind is not None and behind.kind == "word" and behind.low not in lex.relatives and not behind.cap:
        return None  # "Ia amat menyesal telah": a clause
    if any(r.kind == "participle" for _, rows in lex.cues.get(words[first].low, ()) for r in rows):
        return None  # "Noting that ..., a bridge called"
    for n, word in enumerate(words[first:after]):
        if word.low in lex.relatives or word.low == ",":
            break
        verbal = lex.finite | (lex.predicates & lex.fillers)
        if n and not word.cap and (word.low in verbal or _reports(word, lex)):
            return None
        if word.low in lex.negations or (not word.cap and (word.low in lex.unsaid or word.low in lex.auxiliaries)):
            return None
    for n in range(first + 1, after):
        if words[n].cap and words[n - 1].kind == "word" and words[n].start - words[n - 1].end > 1:
            first = n  # two lines that a page ran together
    return within(words, first, after)


def _reports(word: Word, lex: Lexicon) -> bool:
    """Whether a word is a verb that reports and nothing else."""
    return any(
        len(parts) == 1 and any(r.kind in ("verb", "agentless", "passive") and r.strength == "sure" for r in rows)
        for parts, rows in lex.cues.get(word.low, ())
    )


def _is_adjunct(words: tuple[Word, ...], chunk: tuple[int, int], lex: Lexicon) -> bool:
    first, after = chunk
    first = without_lead(words, first, after, lex)
    return first >= after or words[first].low in lex.adjuncts or words[first].low in lex.weekdays


def _title_chunk(words: tuple[Word, ...], chunk: tuple[int, int], lex: Lexicon) -> int | None:
    """Where a title begins that is all of a chunk ("Sementara itu Ketua RT setempat,"); None where it is no title."""
    first, after = chunk
    first = without_lead(words, first, after, lex)
    if not 0 < after - first <= _APPOSITION or words[first].low in lex.adjuncts:
        return None
    if words[first].low in lex.titles or words[first].low in lex.persons:
        return first
    return None


def _before_relative(words: tuple[Word, ...], k: int, floor: int, lex: Lexicon) -> Found | None:
    """Of "keputusan yang menyebut": the phrase that the clause belongs to."""
    end = k - 1 if k - 1 >= floor and words[k - 1].low == "," else k
    chunks = _chunks(words, floor, end)
    if not chunks:
        return None
    first, after = chunks[0]
    first = without_lead(words, first, after, lex)
    inside = _noun_inside(words, first, after, lex)
    while after > first and words[after - 1].low in lex.fillers and not words[after - 1].cap:
        after -= 1
    return Found(inside, after, "relative") if inside is not None and inside < after else None


def _noun_inside(words: tuple[Word, ...], first: int, after: int, lex: Lexicon) -> int | None:
    """The start of the last name or title in a stretch: its last run of capitals, with what a title word begins."""
    run = None
    for n in range(after - 1, first - 1, -1):
        word = words[n]
        if word.cap and word.low not in lex.weekdays and not (n == first and word.low in lex.adjuncts):
            run = n
        elif run is not None and not (word.kind == "number" or word.low in "()/.&-"):
            joined = n > first and (words[n - 1].cap or words[n - 1].kind == "number")
            if joined and word.low in lex.conjunctions | lex.adjuncts:
                continue
            break
    if run is None:
        return None
    for n in range(run, max(first, run - 6) - 1, -1):
        if words[n].low in lex.titles or words[n].low in lex.articles:
            run = n
    return run


def without_lead(words: tuple[Word, ...], first: int, after: int, lex: Lexicon) -> int:
    """Where a stretch begins without the connectives, fillers and clauses in front of it."""
    return _behind_subordinator(words, behind_connectives(words, first, after, lex), after, lex)


def behind_connectives(words: tuple[Word, ...], first: int, after: int, lex: Lexicon) -> int:
    """Where a stretch begins without the connectives and fillers in front of it."""
    at = first
    while at < after:
        word = words[at]
        phrase = _connective(words, at, after, lex)
        if phrase:
            at += phrase
        elif (
            (word.kind == "mark" and (word.low not in "(\"“‘'«" or _unpaired(words, at, after)))
            or (not word.cap and word.low in lex.subordinators | lex.conjunctions | lex.contrasts)
            or (at == first and word.low in lex.contrasts | lex.subordinators | lex.conjunctions and at + 1 < after)
            or word.low in lex.weekdays
            or (at > first and word.kind == "number" and words[at - 1].low in lex.weekdays)
        ):
            at += 1
        else:
            break
    return at


def _unpaired(words: tuple[Word, ...], at: int, after: int) -> bool:
    """Whether a mark that opens has nothing that closes it: it closed what stands before."""
    return words[at].low in '"“' and not any(w.low in '"”' for w in words[at + 1 : after])


def _behind_subordinator(words: tuple[Word, ...], first: int, after: int, lex: Lexicon) -> int:
    for n in range(after - 2, first, -1):
        word = words[n]
        if word.low in lex.relatives:
            return first
        if not word.cap and word.low in lex.contrasts | lex.subordinators | (lex.that - lex.relatives):
            return n + 1
    return first


def _connective(words: tuple[Word, ...], at: int, after: int, lex: Lexicon) -> int:
    for parts in lex.connectives.get(words[at].low, ()):
        if at + len(parts) <= after and tuple(w.low for w in words[at : at + len(parts)]) == parts:
            return len(parts)
    return 0


def without_tail(words: tuple[Word, ...], first: int, after: int, lex: Lexicon) -> int:
    """Where a source before its cue ends without the adjunct behind it ("Ade Jubaidah dalam acara itu")."""
    relative = any(w.low in lex.documents for w in words[first : first + 3])
    for n in range(first + 1, after):
        word = words[n]
        relative = relative or word.low in lex.relatives
        if not word.cap and word.low in lex.stops - lex.conjunctions and not relative and n - first >= 1:
            return n
    return after


def within(words: tuple[Word, ...], first: int, after: int) -> Found | None:
    """A phrase without the marks behind it; None when nothing or too much is left."""
    while after > first and words[after - 1].kind == "mark" and words[after - 1].low not in ')."”’':
        after -= 1
    if not 0 < after - first <= LONGEST:
        return None
    return Found(first, after, "phrase")
