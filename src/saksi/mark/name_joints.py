"""Marks inside and beside names: genitives, initials, line breaks, addresses of outlets, governments, aliases."""

from __future__ import annotations

from collections.abc import Iterator

from saksi.mark.name_edges import ORGANIZATION, PERSON, PLACE, Found
from saksi.mark.name_lexicon import Lexicon

_APOSTROPHES = frozenset({"'", "’", "_'", "_’"})
_DOTS = frozenset({".", "_."})
_DOMAINS = frozenset({"com", "co", "net", "id", "tv"})
_APART = frozenset({"/", "|", "•", "·", "★"})
_SENTENCE_ENDS = frozenset(".!?:;")
_LONGEST_INITIALS = 3
_LONGEST_PLACE = 4
_PLACES = ("country", "admin", "city1", "city2", "region", "world")
_LEAST_NAME = 2
"""Words of a person's name that is told from another before it without a mark between."""


def jointed(words: list[str], found: list[Found], breaks: frozenset[int], lexicon: Lexicon) -> list[Found]:
    """The names, told apart at line breaks, genitives and marks, and with the initials before them."""
    whole = _placed(
        words, _addressed(words, _completed(words, _with_aliases(words, found, lexicon), lexicon)), breaks, lexicon
    )
    out: list[Found] = []
    for name in whole:
        for part in _unbroken(words, name, breaks):
            for piece in _possessed(words, part, lexicon):
                kept = _governed(words, _initialled(words, piece, out, breaks), lexicon)
                if kept is not None:
                    out.append(kept)
    return out


def _unbroken(words: list[str], name: Found, breaks: frozenset[int]) -> Iterator[Found]:
    """No name goes on over a line break, nor over a bullet or a stroke with spaces."""
    if name.rule == "address":
        yield name
        return
    a = name.start
    for i in range(name.start + 1, name.end + 1):
        if i == name.end or i in breaks or words[i] in _APART:
            if a < i:
                yield name._replace(start=a, end=i)
            a = i + 1 if i < name.end and words[i] in _APART else i


def _possessed(words: list[str], name: Found, lexicon: Lexicon) -> Iterator[Found]:
    """Owner and owned ("Saturn's Titan") are two names, unless the genitive is one name ("St. Mary's Hospital")."""
    for i in range(name.start + 1, name.end - 1):
        if words[i] not in _APOSTROPHES or words[i + 1] != "s":
            continue
        rest = words[i + 2 : name.end]
        if not rest:
            if not lexicon.is_body(words, name.start, name.end):
                name = name._replace(end=i)
            break
        if not lexicon.tails or lexicon.tails.intersection(rest) or words[name.start] == "St":
            break
        left, right = name._replace(end=i, rule="owner"), name._replace(start=i + 2, rule="owned")
        yield left._replace(kind=_kind_of(words, left, lexicon))
        if any(w[0].isupper() for w in rest):
            yield right._replace(kind=_kind_of(words, right, lexicon))
        return
    yield name


def _kind_of(words: list[str], name: Found, lexicon: Lexicon) -> str:
    """The type that the tables give a name; its own where they give none."""
    inside = words[name.start : name.end]
    code = lexicon.codes_of(inside)[0][2:]
    if code == "body" or lexicon.is_body(words, name.start, name.end):
        return ORGANIZATION
    if code in _PLACES:
        return PLACE
    return PERSON if len(inside) > 1 and all(lexicon.is_person_name(w) for w in inside if w[0].isalpha()) else name.kind


def _initialled(words: list[str], name: Found, before: list[Found], breaks: frozenset[int]) -> Found:
    """A person with the initials before the name ("J.R. Hale"), also where they were taken for a name of their own."""
    a = name.start
    if name.kind != PERSON:
        return name
    while a >= 2 and words[a - 1] in _DOTS and len(words[a - 2]) == 1 and words[a - 2].isupper() and a not in breaks:
        a -= 2
    if a == name.start:
        return name
    while before and before[-1].start >= a:
        before.pop()
    return name if before and before[-1].end > a else name._replace(start=a, rule="initials")


def _completed(words: list[str], found: list[Found], lexicon: Lexicon) -> list[Found]:
    """Initials alone ("J.J.") with the name behind them, where the tagger stopped at the full stop."""
    taken = {n.start for n in found}
    out: list[Found] = []
    for n in found:
        b = n.end + 1 if n.end < len(words) and words[n.end] in _DOTS else n.end
        alone = all(w in _DOTS or (len(w) == 1 and w.isupper()) for w in words[n.start : b])
        follows = alone and n.kind != ORGANIZATION and words[b - 1] in _DOTS and b < len(words) and b not in taken
        known = follows and lexicon.place_kind("".join(words[n.start : b]).replace("_", "")) != ""
        if follows and not known and words[b].istitle() and lexicon.everyday(words[b]) == "n":
            out.append(n._replace(end=b + 1, kind=PERSON, rule="initials"))
        else:
            out.append(n)
    return out


def _addressed(words: list[str], found: list[Found]) -> list[Found]:
    """Outlets by their addresses ("Lampung.co", "TRIBUN. COM")."""
    out = list(found)
    for i in range(len(words) - 2):
        if words[i + 1] not in _DOTS or words[i + 2].lower() not in _DOMAINS or not words[i][0].isupper():
            continue
        if words[i + 1] == "." and not words[i].isupper():
            continue
        j = i + 3
        while j + 1 < len(words) and words[j] == "_." and words[j + 1] in _DOMAINS:
            j += 2
        hits = [n for n in out if n.start < j and n.end > i]
        if any(n.kind == ORGANIZATION and n.start <= i and n.end >= j for n in hits):
            continue
        if words[i + 1] == "_." and not hits and i and words[i - 1] in ("_.", "_@", "_/"):
            continue
        out = [n for n in out if n not in hits]
        out += [n._replace(end=i) for n in hits if n.start < i]
        out.append(Found(i, j, ORGANIZATION, 0.8, "address"))
    return sorted(out)


def _placed(words: list[str], found: list[Found], breaks: frozenset[int], lexicon: Lexicon) -> list[Found]:
    """Names that end in a word for a place ("Cedar Mill Road") are places, from the first word with a capital on."""
    out = list(found)
    for i in range(1, len(words)):
        if words[i] not in lexicon.place_ends or (i + 1 < len(words) and words[i + 1][0].isupper()):
            continue
        a = i
        while a and i - a < _LONGEST_PLACE and a not in breaks and words[a - 1][0].isupper() and words[a - 1].isalpha():
            a -= 1
        hits = [n for n in out if n.start <= i and n.end > a]
        if a == i or any(n.start < a or n.end > i + 1 or n.kind == PERSON for n in hits):
            continue
        while a < i - 1 and (words[a] in lexicon.leads or words[a] in lexicon.never):
            a += 1
        if hits:
            a = hits[0].start if hits[0].end == i + 1 else a
        elif words[a - 1] in _SENTENCE_ENDS or a == 0 or lexicon.everyday(words[a]) == "y":
            continue
        out = [n for n in out if n not in hits]
        out.append(Found(a, i + 1, PLACE, 0.8, "place word"))
    return sorted(out)


def _with_aliases(words: list[str], found: list[Found], lexicon: Lexicon) -> list[Found]:
    """Initials on both sides of "alias" are people ("RD alias T")."""
    out = list(found)
    taken = {i for n in found for i in range(n.start, n.end)}
    for i in range(1, len(words) - 1):
        if words[i] not in lexicon.aliases:
            continue
        for k in (i - 1, i + 1):
            if k not in taken and words[k].isalpha() and words[k].isupper() and len(words[k]) <= _LONGEST_INITIALS:
                out.append(Found(k, k + 1, PERSON, 0.9, "alias"))
                taken.add(k)
    return sorted(out)


def _governed(words: list[str], name: Found, lexicon: Lexicon) -> Found | None:
    """A country's government is the country, a district's is a body; the country of a currency is no name."""
    first, a, b = words[name.start], name.start, name.end
    if a and b - a == 1 and words[a - 1].lower() in lexicon.currencies:
        return None
    if name.kind == ORGANIZATION and first in lexicon.governments and b - a > 1:
        country = lexicon.place_kind(" ".join(words[a + 1 : b])) == "country"
        return name._replace(start=a + 1, kind=PLACE, rule="government") if country else name
    country = lexicon.place_kind(" ".join(words[a:b])) == "country"
    if (
        name.kind == PLACE
        and a
        and words[a - 1] in lexicon.governments
        and lexicon.is_place_head(first)
        and not country
    ):
        return name._replace(start=a - 1, kind=ORGANIZATION, rule="government")
    return name


def without_bare(words: list[str], found: list[Found], lexicon: Lexicon) -> list[Found]:
    """The names without titles and peoples alone, without events and prizes; states after their towns put in."""
    out: list[Found] = []
    for name in found:
        if _is_no_name(words, name, lexicon):
            continue
        out.append(name)
        b = name.end
        if name.kind == PLACE and b + 2 < len(words) and words[b] == "," and words[b + 1] in lexicon.states:
            out.append(Found(b + 1, b + 3 if words[b + 2] in _DOTS else b + 2, PLACE, 0.9, "state"))
    return out


def _is_no_name(words: list[str], name: Found, lexicon: Lexicon) -> bool:
    a, b = name.start, name.end
    if b - a > 1 and words[a][0].isupper() and words[a].lower() in lexicon.works:
        return True
    if words[b - 1] in lexicon.events or (b < len(words) and words[b] in lexicon.events and name.kind != PERSON):
        return True
    if b - a > 1:
        return False
    word = words[a]
    return (
        word in lexicon.bare_titles or word in lexicon.never or (a > 0 and words[a - 1].lower() in lexicon.currencies)
    )


def pairs_apart(words: list[str], found: list[Found]) -> list[Found]:
    """A person run together with one that stands elsewhere by that name ("Rina Astuti Joko Santoso") is two."""
    known = {tuple(words[n.start : n.end]) for n in found if n.kind == PERSON and n.end - n.start >= _LEAST_NAME}
    out: list[Found] = []
    for name in found:
        cut = next(
            (
                i
                for i in range(name.start + _LEAST_NAME, name.end - _LEAST_NAME + 1)
                if tuple(words[i : name.end]) in known
            ),
            -1,
        )
        if name.kind == PLACE or cut < 0 or not all(w[0].isupper() for w in words[name.start : name.end]):
            out.append(name)
            continue
        out += [name._replace(end=cut, kind=PERSON, rule="pair"), name._replace(start=cut, kind=PERSON, rule="pair")]
    return out
