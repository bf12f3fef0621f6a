"""Names that the tagger ran together ("Los Angeles Karen Bass"), took apart ("Jalan X-Y") or cut ("Provinsi" Aceh)."""

from __future__ import annotations

from collections.abc import Iterator

from saksi.mark.name_edges import OFTEN, ORGANIZATION, PARTICLES, PERSON, PLACE, Found
from saksi.mark.name_lexicon import Lexicon

_SIDES = frozenset({
    "Utara", "Selatan", "Timur", "Barat", "Tengah", "Tenggara", "Raya", "Baru", "Lama", "Kidul", "Lor", "Wetan",
    "Kulon", "Besar", "Kecil", "Hilir", "Hulu", "Dalam", "Luar", "North", "South", "East", "West",
})  # fmt: skip
"""Words that go on a place's name."""
_SURE = ("B-country", "B-admin", "B-city1", "B-district")
_DASHES = frozenset("-–—")
_ADDRESS = 6
"""Pieces of a number or an address ("LP/B/250/V/2025/SPKT/Bareskrim") that are looked back over."""


def split(words: list[str], found: list[Found], lexicon: Lexicon) -> list[Found]:
    """The names, with those apart that stand side by side, and each place with the word that says what it is."""
    persons = {
        w
        for n in found
        if n.kind == PERSON and "_-" not in words[n.start : n.end]
        for w in words[n.start : n.end]
        if w[0].isupper() and len(w) > 2
    }
    out: list[Found] = []
    for whole in found:
        for piece in _between_dashes(words, whole, lexicon):
            for part in _parts(words, _without_lead(words, piece, lexicon), persons, lexicon):
                out.append(_with_head(words, part, out, lexicon))
    return settled(words, _joined(words, out, lexicon), lexicon)


def settled(words: list[str], found: list[Found], lexicon: Lexicon) -> list[Found]:
    """The names after what stands beside them: an age, an alias, a number that they are a piece of, an office."""
    out: list[Found] = []
    for name in found:
        if _in_address(words, name) or _is_portfolio(words, name, lexicon):
            continue
        last = out[-1] if out else None
        aliased = last is not None and name.start == last.end + 1 and words[last.end] in lexicon.aliases
        if aliased and last is not None and last.kind == PERSON:
            out.append(name._replace(kind=PERSON, rule="alias"))
        else:
            out.append(_aged(words, name))
    return out


def _between_dashes(words: list[str], name: Found, lexicon: Lexicon) -> Iterator[Found]:
    """A dash with a space beside it is in no name; nor is a verb, in a language that lists what may be in one."""
    a = name.start
    for i in range(name.start, name.end + 1):
        if (
            i == name.end
            or words[i] in _DASHES
            or (lexicon.inner and words[i].islower() and words[i] not in lexicon.inner)
        ):
            if a < i:
                yield name._replace(start=a, end=i)
            a = i + 1


def _is_foreign_to_names(word: str, lexicon: Lexicon) -> bool:
    return bool(lexicon.inner) and word.islower() and word not in lexicon.inner


def _without_lead(words: list[str], name: Found, lexicon: Lexicon) -> Found:
    a = name.start
    while a < name.end - 1 and words[a] in lexicon.leads:
        a += 1
    return name._replace(start=a)


def _parts(words: list[str], name: Found, persons: set[str], lexicon: Lexicon) -> Iterator[Found]:
    if name.kind == PERSON:
        yield from _pair(words, name, persons, lexicon)
        return
    if name.end - name.start < 2:
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
    b = name.start + first
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


def _pair(words: list[str], name: Found, persons: set[str], lexicon: Lexicon) -> Iterator[Found]:
    """Two people with a hyphen ("Budi Santoso-Siti Rahma") or a common word between them, told from one."""
    for i in range(name.start + 1, name.end - 1):
        if words[i].islower() and words[i] not in PARTICLES and words[i + 1][0].isupper():
            yield name._replace(end=i, rule="pair")
            yield name._replace(start=i + 1, rule="pair")
            return
        if lexicon.hyphenated and words[i] in ("_-", "_–") and words[i + 1][0].isupper() and words[i - 1][0].isupper():
            left, right = words[name.start : i], words[i + 1 : name.end]
            known = left[-1] in persons and right[0] in persons and len(left) == len(right) == 1
            if known or (len(left) > 1 and len(right) > 1 and not {"al", "Al", "el", "bin"} & {left[-1], left[-2]}):
                yield name._replace(end=i, rule="pair")
                yield name._replace(start=i + 1, rule="pair")
                return
    yield name


def _one(codes: list[str]) -> list[str]:
    """The codes of one known name of this length."""
    return [codes[0]] + ["I" + codes[0][1:]] * (len(codes) - 1)


def _with_head(words: list[str], name: Found, before: list[Found], lexicon: Lexicon) -> Found:
    """The name with "Provinsi" before Aceh; with "Gedung" or "Mabes" before a body, its building."""
    a = name.start
    if name.kind == ORGANIZATION and lexicon.is_outlet(words[name.end - 1]):
        return name
    if name.kind == ORGANIZATION and name.end - a > 1 and lexicon.is_building(words[a]):
        return name._replace(kind=PLACE, rule="building")
    if name.kind == PERSON or a == 0 or (before and before[-1].end >= a) or not words[a][0].isupper():
        return name
    head = words[a - 1]
    if name.kind == ORGANIZATION:
        return name._replace(start=a - 1, kind=PLACE, rule="building") if lexicon.is_building(head) else name
    if not lexicon.is_place_head(head) or lexicon.is_place_head(words[a]):
        return name
    if a > 1 and lexicon.is_office(words[a - 2]) and words[a - 2][0].isupper():
        return name
    return name._replace(start=a - 1, rule="head")


def _aged(words: list[str], name: Found) -> Found:
    """A name with an age in brackets behind it is a person's ("Wawan (35)")."""
    after = words[name.end : name.end + 3]
    if len(after) < 3 or after[0] != "(" or after[2] != ")":
        return name
    age = after[1]
    return name._replace(kind=PERSON, rule="age") if age.isdigit() and len(age) == 2 else name


def _in_address(words: list[str], name: Found) -> bool:
    """Whether the name is a piece of a number ("2683/PAN.3/W10", "LP/B/250/SPKT/Bareskrim")."""
    i, joints = name.start - 1, 0
    while i > 0 and joints < _ADDRESS and words[i] in ("_/", "_."):
        if words[i - 1][0].isdigit():
            return True
        i -= 2
        joints += 1
    return False


def _is_portfolio(words: list[str], name: Found, lexicon: Lexicon) -> bool:
    """Whether a short form says what a minister is for ("Menteri ESDM"), and so names no body."""
    return (
        name.kind == ORGANIZATION
        and name.end - name.start == 1
        and name.start > 0
        and words[name.start - 1] in lexicon.portfolios
    )


def _joined(words: list[str], found: list[Found], lexicon: Lexicon) -> list[Found]:
    """Streets from place to place ("Jalan Brebes-Tegal") and bodies of bodies ("Bareskrim" "Polri") are one name."""
    out: list[Found] = []
    for name in found:
        last = out[-1] if out else None
        if (last is not None and name.kind == last.kind == ORGANIZATION and name.start == last.end) or (
            last is not None
            and name.kind == last.kind == PLACE
            and name.start == last.end + 1
            and words[last.end] in ("_-", "_–")
            and lexicon.is_street(words[last.start])
        ):
            out[-1] = last._replace(end=name.end, rule="joined")
        else:
            out.append(name)
    return out
