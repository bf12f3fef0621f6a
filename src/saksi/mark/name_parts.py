"""Names that the tagger ran together ("Los Angeles Karen Bass") and heads that it cut off ("Provinsi" Aceh)."""

from __future__ import annotations

from collections.abc import Iterator

from saksi.mark.name_edges import OFTEN, ORGANIZATION, PERSON, PLACE, Found
from saksi.mark.name_lexicon import Lexicon

_SIDES = frozenset(
    "Utara Selatan Timur Barat Tengah Tenggara Raya Baru Lama Kidul Lor Wetan Kulon Besar Kecil Hilir Hulu Dalam Luar".split()
)
"""Words that go on a place's name."""
_SURE = ("B-country", "B-admin", "B-city1", "B-district")


def split(words: list[str], found: list[Found], lexicon: Lexicon) -> list[Found]:
    """The names, with those apart that stand side by side, and each place with the word that says what it is."""
    persons = {w for n in found if n.kind == PERSON for w in words[n.start : n.end] if w[0].isupper() and len(w) > 2}
    out: list[Found] = []
    for name in found:
        for part in _parts(words, name, persons, lexicon):
            out.append(_with_head(words, part, out, lexicon))
    return out


def _parts(words: list[str], name: Found, persons: set[str], lexicon: Lexicon) -> Iterator[Found]:
    if name.end - name.start < 2 or name.kind == PERSON:
        yield name
        return
    inside = words[name.start : name.end]
    codes = lexicon.codes_of(inside)
    first = 1
    while first < len(codes) and codes[first] == "I" + codes[0][1:]:
        first += 1
    rest = inside[first:]
    if not codes[0] or not rest or not rest[0][0].isupper() or rest[0] in _SIDES:
        yield name
        return
    a, b = name.start, name.start + first
    place = codes[0][2:] in ("country", "admin", "city1", "city2", "region", "district")
    is_person = all(w in persons or lexicon.habit_of(w, "P") >= OFTEN for w in rest if w[0].isalpha()) and any(
        w in persons for w in rest
    )
    if is_person and (place or codes[0] == "B-body"):
        yield name._replace(end=b, kind=PLACE if place else ORGANIZATION, rule="split")
        yield name._replace(start=b, kind=PERSON, rule="split")
    elif name.kind == PLACE and place and codes[first] in _SURE and codes[first:] == _one(codes[first:]):
        yield name._replace(end=b, rule="split")
        yield name._replace(start=b, rule="split")
    else:
        yield name


def _one(codes: list[str]) -> list[str]:
    """The codes of one known name of this length."""
    return [codes[0]] + ["I" + codes[0][1:]] * (len(codes) - 1)


def _with_head(words: list[str], name: Found, before: list[Found], lexicon: Lexicon) -> Found:
    a = name.start
    if name.kind != PLACE or a == 0 or (before and before[-1].end >= a):
        return name
    head = words[a - 1]
    if not lexicon.is_place_head(head) or not words[a][0].isupper() or lexicon.is_place_head(words[a]):
        return name
    if a > 1 and lexicon.is_office(words[a - 2]) and words[a - 2][0].isupper():
        return name
    return name._replace(start=a - 1, rule="head")
