"""A passage as words and marks, each whole quotation one of them, cut into sentences."""

from __future__ import annotations

import re
from typing import NamedTuple

from saksi.attribute.lexicon import Lexicon
from saksi.attribute.passages import Passage
from saksi.attribute.quotes import Quote
from saksi.lang.base import CueRow

_WORD = re.compile(
    r"(?P<number>\d+(?:[.,:/]\d+)*\w*)"
    r"|(?P<word>[^\W\d_](?:\w|[-’'/&](?=\w)|(?<=\d)[.,](?=\d)|\.(?=(?:com|id|co|net|org|go|ac|S|K|N)\b)(?=\w))*)"
    r"|(?P<mark>\.\.\.+|[^\w\s]|_)"
)
_FINAL = ".!?…"
_TAG_REACH = 9
"""Words between a quotation and the cue of a tag whose source stands first ("...?" Mayor Helen Brook said)."""


_GAP = 3
"""Blanks between two words: so many stand where a line broke."""
_LONGEST = 400
"""Words: a longer sentence is a list without marks, and is cut, so that the work stays linear."""


class Word(NamedTuple):
    """A word, number, mark or whole quotation of a passage."""

    start: int
    end: int
    low: str
    """In lower case, with straight apostrophes; the mark itself; '"' for a quotation."""
    kind: str
    """word, number, mark or quote."""
    cap: bool
    quote: Quote | None = None


class CueHit(NamedTuple):
    """A cue in a sentence: its words from ``first`` up to ``after``, and what the pack says of it."""

    first: int
    after: int
    rows: tuple[CueRow, ...]
    clitic: bool


class Sentence(NamedTuple):
    """A sentence of a passage: its words, without the mark that ends it; its cues."""

    words: tuple[Word, ...]
    passage: int
    number: int
    start: int
    end: int
    cues: tuple[CueHit, ...]

    @property
    def cues_of_speech(self) -> bool:
        """Whether it has a cue that needs a speaker, found to report or not ("belum menjelaskan")."""
        return any(row.kind in ("verb", "quotative", "passive") for hit in self.cues for row in hit.rows)


def sentences_in(text: str, passage: Passage, quotes: tuple[Quote, ...], number: int, lex: Lexicon) -> list[Sentence]:
    """The sentences of a passage; a quotation that is somebody's words is one word of its sentence."""
    raw = _words(text, passage, quotes, lex)
    raw = raw[_dateline(raw) :]
    found: list[Sentence] = []
    begin = 0
    for n, word in enumerate(raw):
        if not (_ends(text, raw, n, lex) or n - begin >= _LONGEST):
            continue
        last = n if word.kind == "mark" and word.low in lex.ends else n + 1
        words = tuple(raw[begin:last])
        if words:
            found.append(Sentence(words, number, len(found), words[0].start, word.end, tuple(cues_of(words, lex))))
        begin = n + 1
    return found


def _dateline(words: list[Word]) -> int:
    """How many words of a passage are its dateline ("JAKARTA, KOMPAS.com -", "(Reuters) —")."""
    for n, word in enumerate(words[:12]):
        if word.kind == "mark" and word.low in "-–—" and n:
            return n + 1
        if not (word.cap or word.kind in ("mark", "number") or "." in word.low):
            return 0
    return 0


def cues_of(words: tuple[Word, ...], lex: Lexicon) -> list[CueHit]:
    """The cues among some words, in order, the longest where several begin alike."""
    found: list[CueHit] = []
    after = 0
    for n, word in enumerate(words):
        if n < after or word.kind != "word":
            continue
        hit = _cue_at(words, n, lex)
        if hit is not None:
            found.append(hit)
            after = hit.after
    return [hit for n, hit in enumerate(found) if not _names_a_document(words, hit, found[n + 1 : n + 2], lex)]


def _names_a_document(words: tuple[Word, ...], hit: CueHit, following: list[CueHit], lex: Lexicon) -> bool:
    """Whether a cue is the noun of the same form: "An internal report said"."""
    if hit.after - hit.first > 1 or words[hit.first].low not in lex.documents:
        return False
    return any(next_.first == hit.after and any(r.kind == "verb" for r in next_.rows) for next_ in following)


def _cue_at(words: tuple[Word, ...], n: int, lex: Lexicon) -> CueHit | None:
    low = words[n].low
    if words[n].cap and n and words[n - 1].kind == "word" and not words[n].low.isupper():
        return None
    for parts, rows in lex.cues.get(low, ()):
        if len(parts) == 1 or tuple(w.low for w in words[n : n + len(parts)]) == parts:
            return CueHit(n, n + len(parts), rows, clitic=False)
    for clitic in lex.clitics:
        if low.endswith(clitic):
            for parts, rows in lex.cues.get(low.removesuffix(clitic), ()):
                if len(parts) == 1:
                    return CueHit(n, n + 1, rows, clitic=True)
    return None


def _words(text: str, passage: Passage, quotes: tuple[Quote, ...], lex: Lexicon) -> list[Word]:
    found: list[Word] = []
    spoken = iter(sorted(quotes))
    quote = next(spoken, None)
    skip = passage.start
    for start, end in passage.stretches:
        at = start
        while at < end:
            while quote is not None and quote.start < at:
                quote = next(spoken, None)
            stop = min(end, quote.start) if quote is not None else end
            found.extend(_plain(text, max(at, skip), stop))
            at = stop
            if quote is not None and at == quote.start:
                if is_utterance(text, quote, found, end, lex):
                    found.append(Word(quote.start, quote.end, '"', "quote", cap=True, quote=quote))
                    at = skip = quote.end
                else:
                    found.extend(_plain(text, quote.start, min(quote.end, end)))
                    at = skip = min(quote.end, end) if quote.end <= end else quote.end
                quote = next(spoken, None)
    return found


def _plain(text: str, start: int, end: int) -> list[Word]:
    found = []
    for m in _WORD.finditer(text, start, end):
        kind = m.lastgroup or "mark"
        form = m[0]
        low = form.lower().replace("’", "'") if kind == "word" else form
        found.append(Word(m.start(), m.end(), low, kind, cap=form[0].isupper()))
    return found


def is_utterance(text: str, quote: Quote, before: list[Word], end: int, lex: Lexicon) -> bool:
    """Whether a quotation is somebody's words and not a term, a title or a few words within the writer's sentence."""
    inner = text[slice(*quote.inner)].strip()
    count = len(inner.split())
    if not count:
        return False
    last = inner[-1]
    behind = _plain(text, quote.end, min(end, quote.end + 120))
    tagged = bool(behind) and _opens_tag(behind, lex)
    mark = before[-1] if before else None
    at_start = mark is None or (mark.kind == "mark" and mark.low in _FINAL) or mark.kind == "quote"
    if not quote.whole:
        return tagged or (at_start and quote.start != quote.inner[0])
    if mark is not None and mark.low in lex.titles_of_works:
        return tagged and last == ","
    if last == "," and count >= 2:
        return True
    if at_start and (last in _FINAL or tagged or (not behind and count >= 3)):
        return True
    if mark is not None and mark.low in ",:" and count >= 2 and _cue_near(before, lex):
        return True
    if mark is not None and mark.kind == "word" and count >= 4 and inner[0].isupper():
        return _cue_near(before[-4:], lex) and last in _FINAL
    return bool(tagged and count >= 2 and behind[0].low == ",")


def _opens_tag(behind: list[Word], lex: Lexicon) -> bool:
    """Whether the words behind a quotation are its tag ("kata X", ", said X", ", X said")."""
    words = tuple(behind[1:] if behind[0].low == "," else behind)
    if not words or words[0].kind != "word":
        return False
    for hit in cues_of(words[:_TAG_REACH], lex):
        if hit.first == 0:
            return True
        if any(w.kind == "mark" and w.low in _FINAL for w in words[: hit.first]):
            return False
        return any(row.kind == "verb" and row.side != "before" for row in hit.rows) or behind[0].low == ","
    return False


def _cue_near(before: list[Word], lex: Lexicon) -> bool:
    """Whether a cue stands shortly before, in the same sentence."""
    for n in range(len(before) - 1, max(-1, len(before) - 16), -1):
        word = before[n]
        if word.kind == "mark" and word.low in _FINAL:
            return False
        if word.kind == "word" and (
            word.low in lex.cues
            or any(word.low.endswith(c) and word.low.removesuffix(c) in lex.cues for c in lex.clitics)
        ):
            return True
    return False


def _ends(text: str, words: list[Word], n: int, lex: Lexicon) -> bool:
    """Whether a sentence ends with this word: at an end mark before a new start, or behind a closed quotation."""
    word = words[n]
    following = words[n + 1] if n + 1 < len(words) else None
    if following is None:
        return True
    if word.kind == "quote" and word.quote is not None:
        inner = text[slice(*word.quote.inner)].rstrip()
        if inner[-1:] not in _FINAL and word.quote.whole:
            return following.kind == "quote"
        if following.kind == "mark":
            return False
        if following.kind == "quote":
            return True
        return following.cap and not _opens_tag(words[n + 1 : n + 1 + _TAG_REACH], lex)
    if following.cap and following.start - word.end >= _GAP and not text[word.end : following.start].strip():
        return True  # two lines that a page ran together
    if word.kind != "mark" or word.low not in lex.ends:
        return False
    if following.kind == "word" and not following.cap:
        return False
    if following.kind == "mark" and following.low not in "\"“”„«‘'([-–—":
        return False
    if word.low == "." and n:
        before = words[n - 1]
        short = len(before.low.rsplit("-", 1)[-1]) == 1 and before.kind == "word" and before.cap
        if short or (before.end == word.start and before.low in lex.abbreviations):
            return False
    return True
