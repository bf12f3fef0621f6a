"""Stretches of a sentence that may be places, longest first, with what a word beside each says it is."""

from __future__ import annotations

from typing import NamedTuple

from saksi.known.places import Gazetteer, Place, folded
from saksi.mark.place_tokens import Token, linked, phrases_after, phrases_before
from saksi.mark.place_words import PlaceWords

LONGEST = 6
"""Words in a place's name."""
LONGEST_BUILT = 7
"""Words in the name of a building or street."""
INSIDE = frozenset(
    (
        "de", "del", "di", "do", "da", "dos", "la", "le", "les", "el", "al", "as", "an", "ad", "ar", "at", "az", "ed",
        "er", "es", "ez", "ash", "esh", "of", "the", "and", "dan", "e", "y", "i", "na", "sur", "upon", "bin",
    )
)  # fmt: skip
"""Words without a capital inside a name."""
STOPPED = frozenset(("St", "Ft", "Mt", "Kep", "Sta", "Ste"))
"""Abbreviations inside a name that keep their stop."""
POST = 2
"""Letters of a state's postal code, which is one only behind a comma ("Louisville, KY")."""
BUILT = frozenset(("facility", "street"))
NATURAL = frozenset(("water", "mountain", "island"))


class Found(NamedTuple):
    """A stretch that may be a place. Token numbers count in the sentence."""

    first: int
    last: int
    core: int
    """The first token of the name itself, after its kind word."""
    key: str
    """What the mentions of one place in the article share."""
    places: tuple[Place, ...]
    kind: str | None
    """What a word beside it says it is."""
    word: str
    """That word."""
    inner: str = ""
    """The key of the place inside the name of a building or street ("RSUD Blitar")."""
    inner_places: tuple[Place, ...] = ()


def found_in(text: str, tokens: list[Token], words: PlaceWords, places: Gazetteer) -> list[Found]:
    """The stretches that may be places, in order, none within another."""
    out: list[Found] = []
    i = 0
    while i < len(tokens):
        looks = tokens[i].upper or tokens[i].text in words.kind_starts
        listed = bool(out) and out[-1].kind in BUILT and out[-1].last == i - 2 and tokens[i - 1].text == ","
        found = _at(text, tokens, i, words, places, listed=listed) if looks else None
        if found is None:
            i += 1
            continue
        out.append(found)
        i = found.last + 1
    return out


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
}


def _at(text: str, tokens: list[Token], i: int, words: PlaceWords, places: Gazetteer, *, listed: bool) -> Found | None:
    token = tokens[i]
    if _is_office(tokens, i, words):
        return None
    phrase = _kind_phrase(tokens, i, words, listed=listed)
    if phrase is None and not token.upper:
        return None
    whole = _longest(text, tokens, i, places) if token.upper else None
    if phrase is not None:
        found = _after_kind(text, tokens, i, phrase, whole, words, places)
        if found is not None:
            return found
    if not token.upper:
        return None
    after = _before_kind(text, tokens, i, words, places)
    if after and (whole is None or after.last > whole[1]):
        return after
    if whole is None or _means_nothing(tokens[i : whole[1] + 1], whole[2], words):
        return None
    return Found(i, whole[1], i, whole[0], whole[2], None, "")


def _means_nothing(name: list[Token], places: tuple[Place, ...], words: PlaceWords) -> bool:
    """Whether a name is a word of another meaning ("Sunday", "Masjid") or a court's part ("Southern District")."""
    first, last = name[0].text, name[-1].text
    if len(name) == 1:
        return first in words.never or (first in words.kinds_before and not any(p.kind == "region" for p in places))
    return last in words.areas_after and all(t.text in words.never for t in name[:-1])


_Known = tuple[str, int, tuple[Place, ...]]
"""A name's key, its last token, its places."""


def _kind_phrase(tokens: list[Token], i: int, words: PlaceWords, *, listed: bool) -> tuple[int, str, str] | None:
    """A kind word at the token: how many tokens it takes, the kind, the word.

    An agency ("Polsek") is one where a word before it says that something is there, or where a building's name is.
    """
    said = tokens[i].text
    if said not in words.kind_starts or (i + 1 < len(tokens) and f"{said} {tokens[i + 1].text}" in words.never):
        return None
    best = None
    for size in range(1, 4):
        if size > 1:
            if i + size > len(tokens) or not linked(tokens, i + size - 2):
                break
            said += " " + tokens[i + size - 1].text
        stop = (
            i + size < len(tokens)
            and tokens[i + size].text == "."
            and tokens[i + size].start == tokens[i + size - 1].end
        )
        if stop and (kind := words.kinds_before.get(said + ".")):
            return size + 1, kind, said
        kind = words.kinds_before.get(said)
        if kind == "facility" and said[0].islower() and not _there(tokens, i, words):
            kind = None
        elif kind is None and (body := words.bodies.get(said)) and (listed or _there(tokens, i, words)):
            kind = body
        if kind:
            best = size, kind, said
    return best


def _is_office(tokens: list[Token], i: int, words: PlaceWords) -> bool:
    """Whether the word is the last of an office or a direction ("Wali Kota", "timur laut"), and so no kind of place."""
    if tokens[i].text not in words.kind_starts or not linked(tokens, i - 1):
        return False
    both = f"{tokens[i - 1].text} {tokens[i].text}"
    return both in words.offices or both in words.cues or both in words.never


def _there(tokens: list[Token], i: int, words: PlaceWords) -> bool:
    return any(p in words.at for p in phrases_before(tokens, i))


def _after_kind(
    text: str,
    tokens: list[Token],
    i: int,
    phrase: tuple[int, str, str],
    whole: _Known | None,
    words: PlaceWords,
    places: Gazetteer,
) -> Found | None:
    """The name behind a kind word ("Kabupaten Demak", "Jalan Kaligawe", "Pulau Lipan")."""
    size, kind, word = phrase
    core = i + size
    if whole and whole[1] >= core:
        named = _longest(text, tokens, core, places) if kind not in NATURAL and kind not in BUILT else None
        if named and named[1] == whole[1]:
            whole = named[0], named[1], tuple(dict.fromkeys((*named[2], *whole[2])))
        return Found(i, whole[1], i, whole[0], whole[2], kind, word)
    if core >= len(tokens) or not tokens[core].upper or not _near(tokens, core - 1):
        return None
    if kind in BUILT:
        last = _run(tokens, core, LONGEST_BUILT)
        return _built(text, tokens, Found(i, last, core, "", (), kind, word), places)
    named = _longest(text, tokens, core, places)
    first = i if tokens[i].upper else core
    last = _run(tokens, core, 4, words)
    if named and named[1] < last and not any(fits(p, kind) for p in named[2]):
        more = tokens[named[1] + 1]
        if more.upper and not _longest(text, tokens, named[1] + 1, places):
            named = None
    if named:
        known = tuple(p for p in named[2] if fits(p, kind)) if kind in NATURAL else named[2]
        return Found(first, named[1], core, named[0] if known else f"{kind}:{named[0]}", known, kind, word)
    name = tokens[core].text
    if kind == "country" or (last == core and (name in words.never or name in words.kinds_before)):
        return None
    return Found(first, last, core, f"{kind}:" + folded(text[tokens[core].start : tokens[last].end]), (), kind, word)


def _near(tokens: list[Token], i: int) -> bool:
    return tokens[i + 1].start - tokens[i].end <= 1


def _built(text: str, tokens: list[Token], found: Found, places: Gazetteer) -> Found:
    """A building or street, with the last known place inside its name."""
    inner: _Known | None = None
    for j in range(found.core, found.last + 1):
        if tokens[j].upper and (known := _longest(text, tokens, j, places)) and known[1] <= found.last:
            inner = known
    key = "built:" + folded(text[tokens[found.first].start : tokens[found.last].end])
    return found._replace(key=key, inner=inner[0] if inner else "", inner_places=inner[2] if inner else ())


def _longest(text: str, tokens: list[Token], i: int, places: Gazetteer) -> _Known | None:
    """The longest known name that begins at the token."""
    ends = _ends(tokens, i)
    for end in reversed(ends):
        if end == i and (short := _abbreviation(tokens, i, places)):
            return short
        said = text[tokens[i].start : tokens[end].end]
        if end == i and len(said) <= 3 and said.isupper():
            return None
        key = folded(said)
        if known := places.named(key):
            return _with_comma(text, tokens, i, (key, end, known), places)
    return None


def _with_comma(text: str, tokens: list[Token], i: int, found: _Known, places: Gazetteer) -> _Known:
    """The name with what stands behind a comma, where that is part of it ("Washington, D.C.")."""
    end = found[1] + 2
    if end < len(tokens) and tokens[end - 1].text == "," and tokens[end].upper and len(tokens[end].text) <= 4:
        key = folded(text[tokens[i].start : tokens[end].end])
        known = tuple(p for p in places.named(key) if "," in p.name)
        if known:
            return key, end, known
    return found


def _ends(tokens: list[Token], i: int) -> list[int]:
    """Where a name that begins at the token may end."""
    last = i
    ends = [i]
    while len(ends) < LONGEST and last + 1 < len(tokens):
        nxt = tokens[last + 1]
        gap = nxt.start - tokens[last].end
        joins = nxt.text in "-–" or (nxt.text == "." and tokens[last].text in STOPPED)
        if gap == 0 and joins and last + 2 < len(tokens) and tokens[last + 2].start - nxt.end <= (nxt.text == "."):
            last += 2
        elif gap == 1 and (nxt.upper or nxt.text in INSIDE):
            last += 1
        else:
            break
        if tokens[last].upper or (tokens[last].text[0].isalpha() and tokens[last].text not in INSIDE):
            ends.append(last)
    return ends


def _abbreviation(tokens: list[Token], i: int, places: Gazetteer) -> _Known | None:
    """A name written short: in capitals ("NTT", "U.S."), or with a stop or a postal code behind a comma (", Ky.")."""
    said = tokens[i].text
    if said.isupper() and len(said) <= 6 and not (i + 1 < len(tokens) and tokens[i + 1].text == "$"):
        known = places.named("=" + said) or (places.named("=" + said.rstrip(".")) if said.endswith(".") else ())
        if known:
            return "=" + said, i, known
    dotted = i + 1 < len(tokens) and tokens[i + 1].text == "." and tokens[i + 1].start == tokens[i].end
    if dotted and i and tokens[i - 1].text in ",-(" and (known := places.named(f"={said}.")):
        return f"={said}.", i, known
    if i and tokens[i - 1].text == "," and len(said) == POST and said.isupper():
        known = places.named("," + said)
        if known:
            return "," + said, i, known
    return None


def _run(tokens: list[Token], i: int, most: int, words: PlaceWords | None = None) -> int:
    """The last token of the run of capitalised words from the token on; with words, it ends before a kind word."""
    last = i
    for _ in range(most - 1):
        nxt = last + 1
        if nxt + 1 < len(tokens) and tokens[nxt].text in "-–" and tokens[nxt].start == tokens[last].end:
            nxt += 1
        if nxt >= len(tokens) or not _near(tokens, nxt - 1) or not tokens[nxt].upper:
            break
        if words and tokens[nxt].text in words.kinds_before:
            break
        last = nxt
    return last


def _before_kind(text: str, tokens: list[Token], i: int, words: PlaceWords, places: Gazetteer) -> Found | None:
    """A name with a kind word behind it ("Zabul province", "Metcalfe County", "Dufferin Street")."""
    if not words.kinds_after:
        return None
    last = _run(tokens, i, LONGEST_BUILT)
    for end in range(last, i - 1, -1):
        for phrase in phrases_after(tokens, end):
            sure = words.kinds_after.get(phrase)
            kind = sure or words.areas_after.get(phrase)
            if kind is None or (not sure and end == i and tokens[i].text in words.never):
                continue
            to = end + phrase.count(" ") + 1
            if kind in BUILT:
                first = i + 1 if tokens[i].text in ("The", "A", "An") and end > i else i
                return _built(text, tokens, Found(first, to, first, "", (), kind, phrase), places)
            whole = folded(text[tokens[i].start : tokens[to].end])
            key = folded(text[tokens[i].start : tokens[end].end])
            known = places.named(whole)
            if known:
                return Found(i, to, i, whole, known, kind, phrase)
            known = tuple(p for p in places.named(key) if fits(p, kind))
            new = sure and phrase[0].isupper() and tokens[i].text not in words.never
            if known or (
                new
                and not any(places.named(folded(text[tokens[j].start : tokens[to].end])) for j in range(i + 1, end + 1))
            ):
                return Found(i, to, i, key if known else f"{kind}:{key}", known, kind, phrase)
    return None
