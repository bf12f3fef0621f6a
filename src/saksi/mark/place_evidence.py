"""How certain it is that a stretch is a place: points for what it is, what stands beside it and what the names say."""

from __future__ import annotations

from saksi.known.places import UNCOUNTED, Place
from saksi.mark.place_found import BUILT, Found
from saksi.mark.place_tokens import Token, linked, phrases_after, phrases_before
from saksi.mark.place_words import PlaceWords
from saksi.model.marks import Mention

ENOUGH = 1.5
"""Points that make a place. The values below were set on record-dev, places-inageo and places-trnews together."""
UNLIKELY = 20
"""Of a hundred: a name that is a place's this seldom needs more than a capital."""
UNKNOWN = -3.3
"""For a name that only the names helper takes for a place's: the words around it must say so too."""
POSTAL = 0.6
"""For a state's postal code: enough only behind a place."""
ADJECTIVE = 8.0
"""Points less for a country that only says whose something is: nothing outweighs it."""
CAPITALS = 2.0
"""Points for a sentence that begins with the name in capitals."""
HYPHENED = 1.5
"""Points less before a hyphen and a capital ("Obi-Wan"); a pair of places has more than that for being one."""
LARGE, LARGISH, MIDDLING = 500_000, 100_000, 50_000
"""Units: people."""


def name_points(found: Found) -> float:
    """How likely the name is a place's wherever it stands."""
    if not found.places:
        return 0.0 if found.word else UNKNOWN
    if found.key.startswith(","):
        return POSTAL
    p = found.places[0]
    words = found.key.count(" ") + 1
    points = max(_kind_points(q) for q in found.places[:8])
    if words > 1:
        points += 0.7
    if p.likelihood != UNCOUNTED and p.kind != "country":
        known = (
            max((q.population for q in found.places[:8] if q.kind in ("admin1", "city", "region")), default=0) >= LARGE
        )
        points += max((p.likelihood - 55) / 22, -1.0 if known else -3.0)
        if p.likelihood < UNLIKELY and not known:
            points = min(points, 0.5)
    elif words == 1 and len(found.key) <= 4 and not found.key.startswith("="):
        points -= 0.5
    return points


def _kind_points(place: Place) -> float:
    if place.kind == "country":
        return 3.0
    if place.kind == "facility":
        return 1.2
    if place.kind in ("admin1", "region", "water", "mountain", "street"):
        return 2.2
    if place.kind == "admin2":
        return 1.8 if place.country == "ID" or " " in place.name else 0.6
    if place.kind == "district":
        return 0.6
    if place.population >= LARGE:
        return 2.0
    if place.population >= MIDDLING:
        return 1.5 if place.population >= LARGISH else 1.0
    return 0.2 if place.kind == "city" else -0.4


def beside_points(found: Found, tokens: list[Token], words: PlaceWords, *, dateline: bool, headline: bool) -> float:
    """What the words around it say."""
    first = found.first
    if first and tokens[first - 1].text in ("the", "The"):
        first -= 1
    before = phrases_before(tokens, first)
    left = tokens[first - 1] if linked(tokens, first - 1) else None
    right = tokens[found.last + 1] if linked(tokens, found.last) else None
    there = any(b in words.at for b in before)
    strong = bool(found.places) and found.places[0].kind == "country"
    points = _word_points(found, tokens, there=there)
    if dateline:
        points += 2.0
    if has_age(found, tokens):
        points -= 5.0
    if is_speaker(found, tokens, words):
        points -= 3.0
    followed = bool(right and right.upper) and not any(
        a in words.offices or a in words.kinds_after or a in words.kinds_before
        for a in phrases_after(tokens, found.last)
    )
    if any(b in words.adjectives for b in before):
        points -= ADJECTIVE
    elif any(" " in b and b in words.organizations for b in before):
        points -= 4.0
    elif any(b in words.only for b in before):
        points += 2.6
    elif there or any(b in words.cues for b in before):
        points += 1.8
    elif any(b in words.offices for b in before):
        points += 2.0
        followed = False
    elif any(b in words.people for b in before):
        points -= 3.0
    elif any(b.rstrip(".") in words.organizations for b in before):
        points -= 4.0
    elif left and left.upper and found.first > 1 and not any(b in words.kinds_before for b in before):
        points -= 1.2 if headline else 2.5
    hyphened = tokens[found.last + 1 : found.last + 3]
    if len(hyphened) == 2 and hyphened[0].text == "-" and hyphened[1].upper and hyphened[1].start == hyphened[0].end:
        points -= HYPHENED
    if followed and any(a in words.organizations_after for a in phrases_after(tokens, found.last)):
        points -= 4.0
    elif followed:
        points -= 0.8 if strong or headline or found.kind in BUILT else 2.2
    if found.first == 0 and not found.word and not dateline:
        points += CAPITALS if _in_capitals(found, tokens) else -0.6
    return points


def _in_capitals(found: Found, tokens: list[Token]) -> bool:
    """Whether the name, and not what follows, is in capitals, as in "DETROIT A man was arrested"."""
    rest = [t.text for t in tokens[found.last + 1 : found.last + 6] if len(t.text) > 2 and t.text[0].isalpha()]
    long = all(len(t.text) > 3 for t in tokens[found.first : found.last + 1])
    return (
        long and all(t.text.isupper() for t in tokens[found.first : found.last + 1]) and not all(map(str.isupper, rest))
    )


def _well_known(found: Found) -> bool:
    """Whether a name of several words is that of a region, a street or the like: no person has it."""
    return " " in found.key and bool(found.places) and found.places[0].kind not in ("village", "district", "city")


def has_age(found: Found, tokens: list[Token]) -> bool:
    """Whether a number of one or two digits stands in brackets behind it, as behind people ("Budi (27)")."""
    tail = [t.text for t in tokens[found.last + 1 : found.last + 4]]
    return (
        not found.word
        and len(tail) == 3
        and tail[0] == "("
        and tail[2] == ")"
        and tail[1].isdecimal()
        and len(tail[1]) < 3
    )


def is_speaker(found: Found, tokens: list[Token], words: PlaceWords) -> bool:
    """Whether a word that its speaker follows stands before it ("kata Victoria"); countries do speak."""
    if found.word or not found.first or not found.places or found.places[0].kind == "country":
        return False
    return linked(tokens, found.first - 1) and tokens[found.first - 1].text in words.sayings


def _word_points(found: Found, tokens: list[Token], *, there: bool) -> float:
    """What the kind word says; a building is a place where something is there, else perhaps an organisation."""
    if not found.word:
        if found.places and found.places[0].kind == "facility" and not there:
            return -2.0
        return 0.0
    if found.kind == "facility" and not found.places and not there and not tokens[found.first].upper:
        return 0.0
    return 3.5


def names_points(found: Found, start: int, end: int, names: list[Mention]) -> float:
    """What the names helper says of the stretch."""
    points = 0.0
    for m in names:
        if m.span.start < end and start < m.span.end:
            same = m.span.start >= start and m.span.end <= end
            covers = m.span.start <= start and end <= m.span.end
            if m.kind in ("place", "facility") and (covers or found.kind not in BUILT):
                return 1.0 if found.places and found.places[0].likelihood < UNLIKELY else 2.5
            if m.kind == "person":
                points = min(points, -1.0 if found.kind in BUILT or (same and _well_known(found)) else -3.0)
            elif m.kind == "organization":
                points = min(points, -0.5 if same or found.kind in BUILT else -2.5)
    return points
