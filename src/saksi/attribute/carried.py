"""Sentences without a cue that plainly go on with what the sentence before reports."""

from __future__ import annotations

from saksi.attribute.contents import before, piece
from saksi.attribute.drafts import Draft
from saksi.attribute.lexicon import Lexicon
from saksi.attribute.words import Sentence

_NEAR = 7
"""Words: an anaphor this near to the sentence's start ties it to the one before: in record-dev and record-seed seven of
seven such sentences are the source's words, without an anaphor eight of eleven (in English four of nine)."""


def carried(sentence: Sentence, prior: Sentence, told: list[Draft], lex: Lexicon) -> Draft | None:
    """The claim of a sentence that points back to the claim before it ("Hal itu ...", "Rencana tersebut ...").

    In: a sentence without a draft of its own, the one before in its paragraph, and that one's drafts.
    """
    if not told or told[-1].direct or told[-1].how not in ("phrase", "pronoun", "none"):
        return None
    if any(w.kind == "quote" for w in sentence.words) or sentence.cues_of_speech:
        return None
    if not any(w.low in lex.demonstratives for w in sentence.words[:_NEAR]):
        return None
    content = before(sentence, len(sentence.words), lex)
    said = piece(sentence, *content) if content else None
    if said is None:
        return None
    return Draft(
        rule="carried", pieces=(said,), direct=False, cue=None, row=None, source=None, how="none",
        passage=sentence.passage, sentence=sentence.number, carried_from=(prior.start, prior.end),
    )  # fmt: skip
