"""Quotations without a tag: the second half of the one before, or words carried over from a neighbouring speaker."""

from __future__ import annotations

from saksi.attribute.contents import spoken
from saksi.attribute.drafts import Draft, Piece
from saksi.attribute.words import Sentence, Word

_GAP = 160
"""Characters between a tag and the quotation that goes on behind it."""
_LEAST = 5
"""Words: a shorter quotation that stands alone is a term or a title."""


def with_stray_quotes(text: str, sentences: list[Sentence], drafts: list[Draft]) -> list[Draft]:
    """The drafts of a passage with each quotation that has no tag of its own put to the tag before it, or carried."""
    taken = {p for d in drafts if d.direct for p in d.pieces}
    found: dict[int, list[Draft]] = {}
    for draft in drafts:
        found.setdefault(draft.sentence, []).append(draft)
    for sentence in sentences:
        for word in sentence.words:
            if word.kind != "quote":
                continue
            piece = spoken(word, text)
            if piece in taken or piece[1] <= piece[0]:
                continue
            near = [*found.get(sentence.number - 1, ()), *found.get(sentence.number, ())]
            joined = _resumed(near, sentence, word.start, text)
            if joined is not None:
                same = found[joined.sentence]
                same[same.index(joined)] = joined._replace(pieces=(*joined.pieces, piece), tag_end=word.end)
            elif _stands_alone(text, piece, word):
                found.setdefault(sentence.number, []).append(_carried(sentence, piece))
    return sorted((d for some in found.values() for d in some), key=lambda d: (d.start, -d.pieces[-1][1]))


def _carried(sentence: Sentence, piece: Piece) -> Draft:
    return Draft(
        rule="untagged-quote", pieces=(piece,), direct=True, cue=None, row=None, source=None, how="none",
        passage=sentence.passage, sentence=sentence.number, carried_from=(sentence.start, sentence.end),
    )  # fmt: skip


def _resumed(near: list[Draft], sentence: Sentence, at: int, text: str) -> Draft | None:
    """The quotation whose tag ended the sentence just before, or stands just before in this one."""
    for draft in near:
        if not draft.direct or draft.cue is None or not draft.tag_end or draft.tag_end > at:
            continue
        if draft.cue[0] < draft.pieces[0][0] or at - draft.tag_end > _GAP or "\n" in text[draft.tag_end : at]:
            continue
        if draft.sentence == sentence.number or sentence.words[0].kind == "quote":
            return draft
    return None


def _stands_alone(text: str, piece: Piece, word: Word) -> bool:
    """Whether a quotation without a tag is an utterance of its own: it ends like one and is no title."""
    said = text[piece[0] : piece[1]].split()
    assert word.quote is not None
    if word.quote.start == word.quote.inner[0]:
        return False  # its opening mark is lost: nobody knows where it begins
    ended = text[slice(*word.quote.inner)].rstrip()[-1:] in ".!?…,"
    plain = sum(not w[:1].isupper() for w in said)
    return len(said) >= _LEAST and ended and plain * 2 >= len(said)
