"""Stretches of a sentence that may be places, longest first, with the evidence for each."""

from __future__ import annotations

from typing import NamedTuple

from saksi.known.places import Gazetteer, Place, folded
from saksi.mark.place_tokens import Token, linked, phrases_after, phrases_before
from saksi.mark.place_words import PlaceWords

LONGEST = 6
"""Words in a place's name."""
FACILITY_WORDS = 7
"""Words in the name of a building or street that the gazetteer does not know."""
INSIDE = frozenset("de del di do la le les el al as an ad az of the and dan e y sur upon on in am der".split())
"""Words without a capital inside a name."""


class Found(NamedTuple):
    """A stretch that may be a place. Token numbers count in the sentence."""

    first: int
    last: int
    core: int
    """The first token of the name itself, after its kind word."""
    key: str
    places: tuple[Place, ...]
    kind: str | None
    """What a word beside it says it is."""
    word: str
    """That word."""


def found_in(text: str, tokens: list[Token], words: PlaceWords, places: Gazetteer) -> list[Found]:
    """The stretches that may be places, in order, none within another."""
    out: list[Found] = []
    i = 0
    while i < len(tokens):
        found = _at(text, tokens, i, words, places)
        if found is None:
            i += 1
            continue
        out.append(found)
        i = found.last + 1
    return out


def _at(text: str, tokens: list[Token], i: int, words: PlaceWords, places: Gazetteer) -> Found | None:
    token = tokens[i]
    if not token.text[0].isalpha():
        return None
    phrase = _kind_phrase(tokens, i, words)
    if phrase is None and not token.upper:
        return None
    whole = _longest(text, tokens, i, places) if token.upper else None
    if phrase is not None:
        size, kind, word = phrase
        core = i + size
        if whole and whole[1] >= core:
            return Found(i, whole[1], i, whole[0], whole[2], kind, word)
        if core < len(tokens) and tokens[core].upper and linked(tokens, core - 1):
            named = _longest(text, tokens, core, places)
            first = i if token.upper else core
            if kind in ("facility", "street"):
                return _facility(text, tokens, (i, core), words, (kind, word))
            if named:
                return Found(first, named[1], core, named[0], named[2], kind, word)
            last = _run(tokens, core, 4)
            return Found(first, last, core, folded(text[tokens[core].start : tokens[last].end]), (), kind, word)
        if whole is None:
            return None
    after = _kind_after(text, tokens, i, words, places) if token.upper else None
    if after and (whole is None or after.last > whole[1]):
        return after
    if whole is None:
        return None
    return Found(i, whole[1], i, whole[0], whole[2], None, "")


def _kind_phrase(tokens: list[Token], i: int, words: PlaceWords) -> tuple[int, str, str] | None:
    """A kind word at the token: how many tokens it takes, the kind, the word."""
    said = tokens[i].text
    best = None
    for size in range(1, 4):
        if size > 1:
            if i + size > len(tokens) or not linked(tokens, i + size - 2):
                break
            said += " " + tokens[i + size - 1].text
        kind = words.kinds_before.get(said)
        stop = i + size < len(tokens) and tokens[i + size].text == "."
        if kind is None and stop and (kind := words.kinds_before.get(said + ".")):
            return size + 1, kind, said
        if kind:
            best = size + 1 if stop and len(said) <= 4 else size, kind, said
    return best


def _longest(text: str, tokens: list[Token], i: int, places: Gazetteer) -> tuple[str, int, tuple[Place, ...]] | None:
    """The longest known name that begins at the token: its key, its last token, its places."""
    last = i
    ends = [i]
    while len(ends) < LONGEST and last + 1 < len(tokens):
        gap = tokens[last + 1].start - tokens[last].end
        nxt = tokens[last + 1]
        if nxt.text == "-" and gap == 0 and last + 2 < len(tokens) and tokens[last + 2].start == nxt.end:
            last += 2
        elif nxt.text == "." and gap == 0 and tokens[last].text in ("St", "Ft", "Mt", "Kep", "Sta"):
            last += 2
        elif nxt.text[0].isalpha() and gap == 1 and (nxt.upper or nxt.text in INSIDE):
            last += 1
        else:
            break
        if last >= len(tokens):
            break
        if tokens[last].text[0].isalpha() and (tokens[last].upper or tokens[last].text not in INSIDE):
            ends.append(last)
    for end in reversed(ends):
        said = text[tokens[i].start : tokens[end].end]
        if end == i and (short := _abbreviation(tokens, i, places)):
            return short
        if end == i and len(said) <= 3 and said.isupper():
            return None
        key = folded(said)
        known = places.named(key)
        if known:
            return key, end, known
    return None


def _abbreviation(tokens: list[Token], i: int, places: Gazetteer) -> tuple[str, int, tuple[Place, ...]] | None:
    said = tokens[i].text
    if said.isupper() and len(said) <= 6:
        known = places.named("=" + said) or (places.named("=" + said.rstrip(".")) if said.endswith(".") else ())
        if known:
            return "=" + said, i, known
    dotted = i + 1 < len(tokens) and tokens[i + 1].text == "." and tokens[i + 1].start == tokens[i].end
    if dotted and i and tokens[i - 1].text in ",-(":
        known = places.named(f"={said}.")
        if known:
            return f"={said}.", i, known
    return None


def _run(tokens: list[Token], i: int, most: int) -> int:
    """The last token of the run of capitalised words that begins at the token."""
    last = i
    for _ in range(most - 1):
        nxt = last + 1
        if nxt < len(tokens) and tokens[nxt].text == "-" and tokens[nxt].start == tokens[last].end:
            nxt += 1
        if nxt >= len(tokens) or tokens[nxt].start - tokens[nxt - 1].end > 1 or not tokens[nxt].upper:
            break
        last = nxt
    return last


def _facility(
    text: str, tokens: list[Token], begin: tuple[int, int], words: PlaceWords, said: tuple[str, str]
) -> Found | None:
    """A building or street by its kind word and the run of capitals after it."""
    first, core = begin
    last = _run(tokens, core, FACILITY_WORDS)
    key = folded(text[tokens[core].start : tokens[last].end])
    return Found(first, last, core, key, (), said[0], said[1])


def _kind_after(text: str, tokens: list[Token], i: int, words: PlaceWords, places: Gazetteer) -> Found | None:
    """A name with a kind word behind it ("Zabul province", "Metcalfe County", "Dufferin Street")."""
    if not words.kinds_after:
        return None
    last = _run(tokens, i, FACILITY_WORDS)
    for end in range(last, i - 1, -1):
        for phrase in phrases_after(tokens, end):
            kind = words.kinds_after.get(phrase)
            if kind is None:
                continue
            size = phrase.count(" ") + 1
            key = folded(text[tokens[i].start : tokens[end].end])
            whole = folded(text[tokens[i].start : tokens[end + size].end] if end + size < len(tokens) else "")
            known = places.named(whole) if whole else ()
            if not known and kind not in ("facility", "street"):
                known = tuple(p for p in places.named(key) if fits(p, kind))
            if known or phrase[0].isupper():
                return Found(i, end + size, i, whole if known else key, known, kind, phrase)
    return None


def fits(place: Place, kind: str | None) -> bool:
    """Whether a place can be what a kind word says."""
    return kind is None or place.kind in _FITS.get(kind, (kind,))


_FITS = {
    "city": ("city", "admin2", "village", "admin1", "district"),
    "admin2": ("admin2", "admin1"),
    "district": ("district", "city", "village", "admin2"),
    "village": ("village", "city", "district"),
    "island": ("island", "region"),
    "region": ("region", "island", "admin1"),
    "admin1": ("admin1", "region"),
    "mountain": ("mountain",),
    "water": ("water",),
}

before, after = phrases_before, phrases_after
