"""Claims of cues that are no verb with a subject: "Q," kata X; Menurut X, C; C, according to X; konon C; hal itu dikatakan X."""

from __future__ import annotations

from saksi.attribute.contents import before, clause_end, piece, spoken, without_opening
from saksi.attribute.drafts import Draft, Piece
from saksi.attribute.lexicon import Lexicon
from saksi.attribute.phrases import Found, is_unsaid, source_behind, without_lead
from saksi.attribute.verbs import cue_of, medial
from saksi.attribute.words import CueHit, Sentence
from saksi.lang.base import CueRow


_RESUMED = 26
"""Words between a tag's source and the quotation that goes on behind it."""


def by_quotative(text: str, sentence: Sentence, hit: CueHit, row: CueRow, lex: Lexicon) -> Draft | None:
    """The claim of a cue that follows or splits its content, with its source behind it."""
    words = sentence.words
    edge = hit.first
    while (
        edge
        and (words[edge - 1].low in lex.fillers or words[edge - 1].low in lex.anaphors)
        and words[edge - 1].low != ","
    ):
        edge -= 1
    opened = (
        edge == 0
        or (words[edge - 1].kind == "mark" and words[edge - 1].low in ",–—-?!…")
        or words[edge - 1].kind == "quote"
    )
    if not opened or any(w.low in lex.anaphors for w in words[edge : hit.first] if edge == 0):
        return None
    while edge and words[edge - 1].kind == "mark" and words[edge - 1].low in ",–—-?!…":
        edge -= 1
    quoted = bool(edge) and words[edge - 1].kind == "quote"
    found: Found | None
    if hit.clitic:
        found = Found(None, hit.after, "none")
    else:
        found = source_behind(sentence, hit.after, lex, medial=not quoted)
    if found is None:
        return None
    source = piece(sentence, found.first, found.after) if found.first is not None else None
    if quoted:
        return _quotation(text, sentence, hit, row, (source, found.how), (edge, found.after), lex)
    left = before(sentence, edge, lex) if edge else None
    right = medial(sentence, found.after, lex)
    if right is None and not edge and found.after < len(words) and words[found.after].kind == "quote":
        return _quotation(text, sentence, hit, row, (source, found.how), (0, found.after), lex)
    if left is not None and right is None and words[left[0]].low in lex.stops and left[1] - left[0] < 4:
        return None
    pieces = tuple(p for part in (left, right) if part and (p := piece(sentence, *part)))
    if not pieces or (not left and not right):
        return None
    return Draft(
        rule="clause-tag", pieces=pieces, direct=False, cue=cue_of(sentence, hit), row=row, source=source, how=found.how,
        passage=sentence.passage, sentence=sentence.number, tag_end=words[found.after - 1].end,
    )  # fmt: skip


def _quotation(
    text: str, sentence: Sentence, hit: CueHit, row: CueRow, source: tuple[Piece | None, str], where: tuple[int, int],
    lex: Lexicon,
) -> Draft | None:  # fmt: skip
    """The claim of the quotation before a tag, with what it goes on with behind the tag."""
    words = sentence.words
    edge, after = where
    pieces: list[Piece] = []
    for n in range(edge - 1, -1, -1):
        if words[n].kind != "quote":
            break
        pieces.insert(0, spoken(words[n], text))
    resumed = after
    while resumed < len(words) and words[resumed].kind != "quote" and resumed - after < _RESUMED:
        resumed += 1
    if resumed < len(words) and words[resumed].kind == "quote" and (not pieces or words[resumed - 1].low in ",:.–—"):
        pieces.append(spoken(words[resumed], text))
        after = resumed + 1
    if not pieces:
        return None
    return Draft(
        rule="quote-tag", pieces=tuple(pieces), direct=True, cue=cue_of(sentence, hit), row=row, source=source[0],
        how=source[1], passage=sentence.passage, sentence=sentence.number, tag_end=words[after - 1].end,
    )  # fmt: skip


def by_preposition(text: str, sentence: Sentence, hit: CueHit, row: CueRow, lex: Lexicon) -> Draft | None:
    """The claim of "menurut X" before, behind or within its content."""
    words = sentence.words
    begin = without_opening(words, 0, hit.first, lex)
    initial = begin >= hit.first or _led(words, begin, hit.first, lex)
    if not initial and (row.side == "before" and words[hit.first - 1].low != ","):
        return None
    initial = initial or row.side == "before"
    related = not initial and words[hit.first - 1].low in lex.relatives
    found = Found(None, hit.after, "none") if hit.clitic else _object(sentence, hit.after, row, lex, initial=initial)
    if found is None:
        return None
    source = piece(sentence, found.first, found.after) if found.first is not None else None
    after = found.after
    open_clause = initial or related
    if open_clause:
        first = after + 1 if after < len(words) and words[after].low == "," else after
        if first == after and not hit.clitic and found.how != "pronoun":
            return None
        end = clause_end(sentence, first, lex)
        right = (first, end) if end - first >= 2 else None
        left = _noun_before(sentence, hit.first - 1, lex) if related else None
    else:
        edge = hit.first
        right = medial(sentence, after, lex)
        left = before(sentence, edge, lex)
        if words[edge - 1].low != "," and right is not None:
            right = None
    parts = [p for part in (left, right) if part and (p := piece(sentence, *part))]
    if not parts or (open_clause and right is None):
        return None
    spoken_only = len(parts) == 1 and _only_quotes(sentence, right or left)
    pieces = tuple(parts)
    if spoken_only:
        part = right or left
        assert part is not None
        pieces = tuple(spoken(w, text) for w in words[part[0] : part[1]] if w.kind == "quote")
    return Draft(
        rule="preposition", pieces=pieces, direct=spoken_only, cue=cue_of(sentence, hit), row=row, source=source,
        how=found.how, passage=sentence.passage, sentence=sentence.number, tag_end=words[after - 1].end,
    )  # fmt: skip


def _led(words: tuple, first: int, after: int, lex: Lexicon) -> bool:  # type: ignore[type-arg]
    """Whether only a short connective of unknown form stands in front ("Kemudian,")."""
    leads = lex.conjunctions | lex.contrasts | lex.fillers
    return after - first <= 3 and all(w.low in leads or w.low == "," for w in words[first:after])


def _only_quotes(sentence: Sentence, part: tuple[int, int] | None) -> bool:
    if part is None:
        return False
    inside = sentence.words[part[0] : part[1]]
    return any(w.kind == "quote" for w in inside) and all(w.kind in ("quote", "mark") for w in inside)


def _object(sentence: Sentence, first: int, row: CueRow, lex: Lexicon, *, initial: bool) -> Found | None:
    """The source behind a preposition: up to its comma, with an apposition that is a name or a title."""
    words = sentence.words
    if first >= len(words):
        return None
    if words[first].low in lex.pronouns:
        return Found(first, first + 1, "pronoun")
    if row.strength == "weak" and not any(w.low in lex.documents for w in words[first : first + 2]):
        return None
    if words[first].kind == "quote":
        return None
    while first + 1 < len(words) and words[first].low in lex.by:
        first += 1
    end = first
    depth = 0
    while end < len(words) and (depth > 0 or not (words[end].kind == "quote" or words[end].low in ",:;–—")):
        depth += (words[end].low == "(") - (words[end].low == ")")
        end += 1
    if end == first or (initial and end >= len(words)):
        return None
    while end < len(words) and words[end].low == ",":
        stop = end + 1
        named = stop < len(words) and (
            words[stop].cap or words[stop].low in lex.titles or words[stop].low in lex.relatives
        )
        while stop < len(words) and words[stop].low not in ",:;–—" and words[stop].kind != "quote":
            stop += 1
        closed = words[stop].low == "," if stop < len(words) else not initial
        inside = words[end + 1 : stop]
        if (
            not (named and closed and 0 < len(inside) <= 10)
            or _predicated(inside, lex)
            or inside[0].low in lex.weekdays
        ):
            break
        if initial and (stop + 1 >= len(words) or words[stop + 1].low in lex.predicates | lex.fillers):
            break
        if initial and not (_titled(words, first, end, lex) and inside[0].cap) and inside[0].low not in lex.relatives:
            break
        end = stop
    if not initial:
        end = min(end, _tail(words, first, end, lex))
    return Found(first, end, "phrase")


def _titled(words: tuple, first: int, end: int, lex: Lexicon) -> bool:  # type: ignore[type-arg]
    """Whether a phrase begins with a title or a role and names nobody yet: a name may stand behind its comma."""
    if words[first].low not in lex.titles and words[first].low not in lex.persons:
        return False
    return not (words[end - 1].cap and words[end - 2].cap and words[end - 2].low not in lex.titles)


def _tail(words: tuple, first: int, end: int, lex: Lexicon) -> int:  # type: ignore[type-arg]
    """Where a source at a sentence's end stops before a day or the next clause."""
    for n in range(first + 1, end):
        if words[n].low in lex.weekdays or words[n].low in lex.contrasts:
            return n
    return end


def _predicated(inside: tuple, lex: Lexicon) -> bool:  # type: ignore[type-arg]
    if inside[0].low in lex.relatives:
        return False
    return any(not w.cap and w.low in lex.predicates and w.low not in lex.demonstratives for w in inside)


def _noun_before(sentence: Sentence, after: int, lex: Lexicon) -> tuple[int, int] | None:
    """The phrase that a relative clause belongs to: back to the mark or preposition before it."""
    words = sentence.words
    end = after
    while end and words[end - 1].low == ",":
        end -= 1
    first = end
    while first and words[first - 1].kind == "word" and words[first - 1].low not in lex.adjuncts | lex.conjunctions:
        first -= 1
    return (first, end) if end > first else None


def by_agentless(text: str, sentence: Sentence, hit: CueHit, row: CueRow, lex: Lexicon) -> Draft | None:
    """The claim of a report without anybody who reports ("dilaporkan", "konon", "reportedly")."""
    words = sentence.words
    after = hit.after
    if after >= len(words) or hit.clitic:
        return None
    begin = without_opening(words, 0, hit.first, lex)
    prior = words[hit.first - 1] if hit.first else None
    if prior is not None and ((is_unsaid(prior, lex) and prior.low not in lex.auxiliaries) or prior.low in lex.stops):
        return None
    following = words[after]
    if following.low in lex.that:
        first, left = after + 1, None
    elif row.strength == "weak":
        return None
    elif following.low in lex.unreported or following.kind == "quote" or following.low in ".;:)":
        return None
    else:
        first = after + 1 if following.low == "," else after
        if any(h.first == first and {r.kind for r in h.rows} & {"verb", "quotative"} for h in sentence.cues):
            return None
        left = None if begin >= hit.first else _clause_before(sentence, hit.first, lex)
        if prior is not None and prior.low in lex.relatives:
            if row.stance == "accuses":
                return None
            left = None
        elif following.low == "," and left is not None:
            return None
    end = _coordinate_end(sentence, first, clause_end(sentence, first, lex), lex)
    right = (first, end) if end > first else None
    pieces = tuple(p for part in (left, right) if part and (p := piece(sentence, *part)))
    if right is None or not pieces or sum(b - a for a, b in pieces) < 12:
        return None
    return Draft(
        rule="agentless", pieces=pieces, direct=False, cue=cue_of(sentence, hit), row=row, source=None, how="agentless",
        passage=sentence.passage, sentence=sentence.number,
    )  # fmt: skip


def _clause_before(sentence: Sentence, after: int, lex: Lexicon) -> tuple[int, int] | None:
    words = sentence.words
    first = after
    while first:
        word = words[first - 1]
        if word.kind == "quote" or (word.kind == "mark" and word.low in ",;:–—"):
            break
        if not word.cap and word.low in lex.contrasts | (lex.that - lex.relatives):
            break
        first -= 1
    first = without_lead(words, first, after, lex)
    end = after
    while end > first and words[end - 1].low in lex.fillers:
        end -= 1
    return (first, end) if end > first else None


def _coordinate_end(sentence: Sentence, first: int, end: int, lex: Lexicon) -> int:
    """A clause without its sister: before a comma and a conjunction."""
    words = sentence.words
    for n in range(first + 1, end - 1):
        if words[n].low in "–—" or (
            words[n].low == "," and words[n + 1].low in lex.conjunctions | lex.contrasts and end - n > 4
        ):
            return n
    return end


def by_passive(
    text: str, sentence: Sentence, hit: CueHit, row: CueRow, prior: Sentence | None, lex: Lexicon
) -> Draft | None:
    """The claim of "hal itu disampaikan X", of "C, disebutkan X", and of "dikatakan bahwa C"."""
    words = sentence.words
    if hit.after < len(words) and words[hit.after].low in lex.that:
        if without_lead(words, 0, hit.first, lex) < hit.first:
            return None
        end = clause_end(sentence, hit.after + 1, lex)
        said = piece(sentence, hit.after + 1, end)
        if said is None:
            return None
        return Draft(
            rule="passive-that", pieces=(said,), direct=False, cue=cue_of(sentence, hit), row=row, source=None, how="none",
            passage=sentence.passage, sentence=sentence.number,
        )  # fmt: skip
    if hit.first and (words[hit.first - 1].low == "," or words[hit.first - 1].kind == "quote"):
        return by_quotative(text, sentence, hit, row, lex)
    first = without_lead(words, 0, hit.first, lex)
    if prior is None or first >= hit.first or hit.first - first > 4 or words[first].low not in lex.anaphors:
        return None
    if any(is_unsaid(w, lex) for w in words[first : hit.first]):
        return None
    found = Found(None, hit.after, "none") if hit.clitic else source_behind(sentence, hit.after, lex)
    if found is None:
        return None
    spoken_before = [w for w in prior.words if w.kind == "quote"]
    content = before(prior, len(prior.words), lex)
    if content is None or spoken_before:
        return None
    said = piece(prior, *content)
    if said is None:
        return None
    source = piece(sentence, found.first, found.after) if found.first is not None else None
    return Draft(
        rule="passive-anaphor", pieces=(said,), direct=False, cue=cue_of(sentence, hit), row=row, source=source,
        how=found.how, passage=sentence.passage, sentence=sentence.number, tag_end=words[found.after - 1].end,
    )  # fmt: skip


def by_noun(text: str, sentence: Sentence, hit: CueHit, row: CueRow, lex: Lexicon) -> Draft | None:
    """The claim of "pernyataan X bahwa C" and of "the army's claim that C"."""
    words = sentence.words
    opened = next((n for n in range(hit.after, min(len(words), hit.after + 10)) if words[n].low in lex.that), None)
    if opened is None:
        return None
    if opened > hit.after:
        between = words[hit.after : opened]
        if any(w.kind == "quote" or w.low in lex.cues or w.low in lex.relatives for w in between):
            return None
        source = piece(sentence, hit.after, opened)
    else:
        source = _possessor(sentence, hit.first, lex)
    if source is None:
        return None
    end = clause_end(sentence, opened + 1, lex)
    said = piece(sentence, opened + 1, end)
    if said is None:
        return None
    return Draft(
        rule="noun", pieces=(said,), direct=False, cue=cue_of(sentence, hit), row=row, source=source, how="phrase",
        passage=sentence.passage, sentence=sentence.number,
    )  # fmt: skip


def _possessor(sentence: Sentence, after: int, lex: Lexicon) -> Piece | None:
    """The owner of a noun: "the army's" before "claim"."""
    words = sentence.words
    for n in range(after - 1, max(-1, after - 4), -1):
        if words[n].low.endswith("'s") or words[n].low.endswith("s'"):
            first = n
            while (
                first
                and (words[first - 1].cap or words[first - 1].low in lex.articles)
                and words[first - 1].kind == "word"
            ):
                first -= 1
            return words[first].start, words[n].end - 2
    return None


__all__ = ["by_agentless", "by_noun", "by_passive", "by_preposition", "by_quotative"]
