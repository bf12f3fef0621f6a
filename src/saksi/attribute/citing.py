"""Outlets that cite: in "The Post reported, citing officials, that C" the officials speak; the Post carried it."""

from __future__ import annotations

from saksi.attribute.behind import source_behind
from saksi.attribute.contents import piece
from saksi.attribute.drafts import Draft, Piece
from saksi.attribute.lexicon import Lexicon
from saksi.attribute.relays import looks_like_outlet
from saksi.attribute.words import CueHit, Sentence

_BETWEEN = 30
"""Characters between an outlet's cue and the one that cites: a day, a comma and a blank."""


def with_cited(text: str, sentence: Sentence, drafts: list[Draft], lex: Lexicon) -> list[Draft]:
    """The drafts of a sentence with an outlet's claim put to the one whom it cites; the outlet carried it."""
    for hit in sentence.cues:
        if not any(row.takes == "source" for row in hit.rows):
            continue
        cited = _cited(sentence, hit, lex)
        start = sentence.words[hit.first].start
        for n, draft in enumerate(drafts):
            if cited is None or not (_outlet_before(text, draft, start, lex) or _takes_over(text, draft, cited, lex)):
                continue
            assert draft.source is not None
            others = tuple(r for r in draft.relays if r[0] < start and r != cited)
            drafts[n] = draft._replace(source=cited, relays=(*others, draft.source))
            cue = (start, sentence.words[hit.after - 1].end)
            return [d for d in drafts if d.cue != cue]
    return drafts


def _cited(sentence: Sentence, hit: CueHit, lex: Lexicon) -> Piece | None:
    """Who is cited: somebody named, a document, or people whom the pack knows for sources."""
    found = source_behind(sentence, hit.after, lex, medial=True)
    if found is None or found.first is None:
        return None
    inside = sentence.words[found.first : found.after]
    known = lex.persons | lex.documents | lex.titles
    if not any(w.cap or w.low in known for w in inside):
        return None
    return piece(sentence, found.first, found.after)


def _takes_over(text: str, draft: Draft, cited: Piece, lex: Lexicon) -> bool:
    """Whether an outlet's own claim names, behind it or within its tag, somebody cited who is no outlet."""
    if draft.source is None or draft.cue is None or draft.how != "phrase":
        return False
    within = draft.source[1] <= cited[0] and cited[1] <= draft.cue[0]
    if not (within or cited in draft.relays):
        return False
    return looks_like_outlet(text[slice(*draft.source)], lex) and not looks_like_outlet(text[slice(*cited)], lex)


def _outlet_before(text: str, draft: Draft, start: int, lex: Lexicon) -> bool:
    """Whether a draft is an outlet's own, with its tag right before a place."""
    if draft.source is None or draft.cue is None or draft.how != "phrase":
        return False
    tag = max(draft.cue[1], draft.source[1])
    between = text[tag:start].rstrip()
    near = start - tag <= _BETWEEN and between.count(",") == 1 and between.endswith(",")
    return near and looks_like_outlet(text[slice(*draft.source)], lex)
