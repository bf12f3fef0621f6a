"""Who carried a claim: "seperti dilansir AFP", "dikutip dari X", "kepada CNN", "told Reuters"."""

from __future__ import annotations

from typing import NamedTuple

from saksi.attribute.behind import source_behind
from saksi.attribute.contents import before, clause_end, piece
from saksi.attribute.drafts import Draft, Piece
from saksi.attribute.lexicon import Lexicon
from saksi.attribute.phrases import without_lead
from saksi.attribute.reading import Reading, medial
from saksi.attribute.words import CueHit, Sentence
from saksi.known.outlets import is_outlet
from saksi.lang.base import CueRow


class Relay(NamedTuple):
    """An outlet or document that carried what a sentence tells: its words, its cue if it has one, where it stands."""

    first: int
    after: int
    source: Piece
    cue: Piece | None
    hit: CueHit | None
    row: CueRow | None
    cut: int
    """The word that the relay's own words begin with ("seperti", "yang", "kepada")."""


def relays_in(text: str, sentence: Sentence, lex: Lexicon) -> list[Relay]:
    """The relays of a sentence, in text order."""
    found = [
        part for hit in sentence.cues if (r := _cited(text, sentence, hit, lex)) for part in _parted(r, sentence, lex)
    ]
    found.extend(_told(text, sentence, lex))
    return sorted(found, key=lambda r: r.first)


def _cited(text: str, sentence: Sentence, hit: CueHit, lex: Lexicon) -> Relay | None:
    words = sentence.words
    row = next((r for r in hit.rows if r.kind == "relay"), None)
    if row is None or hit.clitic:
        return None
    found = source_behind(sentence, hit.after, lex, medial=True)
    if found is None or found.first is None:
        return None
    doubtful = any(r.kind != "relay" for r in hit.rows)
    prior = words[hit.first - 1].low if hit.first else ""
    likened = prior in lex.likenings
    name = text[words[found.first].start : words[found.after - 1].end]
    outlet = looks_like_outlet(name, lex)
    if doubtful and not (likened or outlet):
        return None
    named = words[found.first].cap or any(w.low in lex.documents for w in words[found.first : found.first + 2])
    opens = (
        without_lead(words, 0, hit.first, lex) >= hit.first
        and found.after < len(words)
        and words[found.after].low == ","
    )
    if not (outlet or named or opens):
        return None
    own = hit.after - hit.first > 2 and not words[found.first].cap and not outlet  # "dikutip dari laman resminya"
    source = piece(sentence, hit.after - 1 if own else found.first, found.after)
    if source is None:
        return None
    cut = hit.first
    while cut and words[cut - 1].low in lex.likenings | lex.relatives | lex.fillers:
        cut -= 1
    cue = (words[hit.first].start, words[hit.after - 1].end)
    return Relay(hit.first, found.after, source, cue, hit, row, cut)


def _parted(relay: Relay, sentence: Sentence, lex: Lexicon) -> list[Relay]:
    """Of "dikutip Harian Senja dari Antaranews": the two that carried it, the one cited first."""
    words = sentence.words
    first = next((n for n in range(relay.first, relay.after) if words[n].start == relay.source[0]), relay.first)
    for n in range(first + 1, relay.after - 1):
        if words[n].low in lex.by and words[n + 1].cap:
            outer = relay._replace(source=(relay.source[0], words[n - 1].end))
            inner = relay._replace(source=(words[n + 1].start, relay.source[1]), first=relay.first)
            return [inner, outer]
    return [relay]


def _told(text: str, sentence: Sentence, lex: Lexicon) -> list[Relay]:
    """Outlets that were told: behind "kepada", or as the hearer of the cue itself."""
    words = sentence.words
    told = lex.addressees | lex.interviewers
    starts = [n + 1 for n, w in enumerate(words) if w.low in told and not w.cap]
    starts += [h.after for h in sentence.cues if any(r.takes == "hearer" for r in h.rows)]
    found = _broadcast(sentence, lex)
    for first in starts:
        after = first
        while after < len(words) and after - first < 6 and _name_like(words[after].low, cap=words[after].cap, lex=lex):
            after += 1
        while after > first:
            name = text[words[first].start : words[after - 1].end]
            if looks_like_outlet(name, lex):
                source = words[first].start, words[after - 1].end
                found.append(Relay(first, after, source, None, None, None, first - 1))
                break
            after -= 1
    return found


def _broadcast(sentence: Sentence, lex: Lexicon) -> list[Relay]:
    """State television and its like behind a tag: "in a speech on state television"."""
    words = sentence.words
    found = []
    for n in range(1, len(words)):
        for parts in lex.broadcasts:
            if words[n].low == parts[0] and tuple(w.low for w in words[n : n + len(parts)]) == parts:
                after = n + len(parts)
                if words[n - 1].low in lex.stops:
                    found.append(Relay(n, after, (words[n].start, words[after - 1].end), None, None, None, n - 1))
    return found


def _name_like(low: str, *, cap: bool, lex: Lexicon) -> bool:
    return cap or low in lex.articles or any(low in head for head in lex.outlet_heads) or low in ".-"


def looks_like_outlet(name: str, lex: Lexicon) -> bool:
    """Whether a phrase names an outlet or an agency: a known name, or one that says so ("kantor berita", "Post")."""
    if is_outlet(name) or is_outlet(name.rstrip("0123456789")):
        return True
    low = name.casefold().split()
    if not low:
        return False
    for head in lex.outlet_heads:
        if tuple(low[: len(head)]) == head and (len(low) > len(head) or head[0] in lex.articles):
            return True
    tail = low[-1].strip(".,")
    named = name.rsplit(maxsplit=1)[-1][:1].isupper()
    return (len(low) > 1 and named and tail in lex.outlet_tails) or tail.endswith(".com")


def relay_claim(text: str, sentence: Sentence, relays: list[Relay], drafts: list[Draft], lex: Lexicon) -> Draft | None:
    """The claim of a relay that is the only source of its content ("Dilansir Reuters, C"; "C, dilansir AFP").

    In: relays that have a cue; drafts found so far in the sentence.
    """
    words = sentence.words
    first = relays[0]
    lead = without_lead(words, 0, first.cut, lex) >= first.cut
    name = text[first.source[0] : first.source[1]]
    document = any(w in lex.documents for w in name.casefold().split()[:2])
    if lead and drafts and not (document or looks_like_outlet(name, lex)):
        return None  # "Mengutip pasal 33, Budi mengatakan ..."
    if lead:
        return _initial(sentence, relays, lex)
    outside = [d for d in drafts if d.cue and d.cue[0] < words[first.cut].start]
    if outside:
        return None
    edge = first.cut
    if words[edge - 1].low != ",":
        return None
    left = before(sentence, edge, lex)
    last = relays[-1]
    at = last.after
    if at < len(words) and words[at].low == "," and at + 1 < len(words) and words[at + 1].low in lex.weekdays:
        at = _behind_day(sentence, at, lex)
    assert first.hit is not None
    assert first.row is not None
    right = medial(Reading(text, sentence, first.hit, first.row, lex), at)
    pieces = tuple(p for part in (left, right) if part and (p := piece(sentence, *part)))
    if left is None or not pieces:
        return None
    return _draft(sentence, relays, pieces, origin=0)


def _initial(sentence: Sentence, relays: list[Relay], lex: Lexicon) -> Draft | None:
    words = sentence.words
    at = relays[0].after
    others = [r for r in relays[1:] if r.first - at <= 3]
    at = others[-1].after if others else at
    comma = next((n for n in range(at, min(len(words), at + 14)) if words[n].low == ","), None)
    if comma is None:
        return None
    if comma + 1 < len(words) and words[comma + 1].low in lex.weekdays:
        comma = _behind_day(sentence, comma, lex)
    first = comma + 1
    if first >= len(words):
        return None
    end = clause_end(sentence, first, lex, whole=True)
    said = piece(sentence, first, end)
    if said is None or words[first].kind == "quote":
        return None
    return _draft(sentence, [relays[0], *others], (said,), origin=0)


def _behind_day(sentence: Sentence, comma: int, lex: Lexicon) -> int:
    """The comma behind ", Selasa (22/10/2025),"; the sentence's end where there is none."""
    words = sentence.words
    for n in range(comma + 1, min(len(words), comma + 14)):
        if words[n].low == "," and words[n - 1].low not in lex.weekdays:
            return n
    return len(words)


def _draft(sentence: Sentence, relays: list[Relay], pieces: tuple[Piece, ...], *, origin: int) -> Draft:
    own = relays[origin]
    others = tuple(r.source for r in reversed(relays) if r is not own)
    return Draft(
        rule="relay", pieces=pieces, direct=False, cue=own.cue, row=own.row, source=own.source, how="phrase",
        passage=sentence.passage, sentence=sentence.number, relays=others,
    )  # fmt: skip
