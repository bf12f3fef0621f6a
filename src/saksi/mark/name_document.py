"""The second look: what the article as a whole says of its names."""

from __future__ import annotations

from collections import defaultdict

from saksi.mark.name_definitions import Definition, bracketed_after, definitions_in
from saksi.mark.name_edges import ORGANIZATION, PERSON, PLACE, Found
from saksi.mark.name_lexicon import Lexicon

_LIKELY = 0.5
"""From this probability on, a full name's first and last words stand for it elsewhere."""
SURE = 0.7
"""A name found with this probability somewhere is one wherever it stands."""
LEAST_PART = 3
"""Letters of a part of a person's name that stands for the whole name."""
PAGE = 4
"""An article has so many stretches or more; in less text there is too little to judge by."""
_COMMON = 6
"""Tenths of a word's use in news that is no name, from which it is taken for a common word."""

Key = tuple[str, ...]


def agreed(words: list[str], firsts: list[int], found: list[Found], lexicon: Lexicon) -> list[Found]:
    """The names after the article's own evidence: definitions, one type for one name, names found elsewhere."""
    names = _defined(words, found, definitions_among(words, found, lexicon), lexicon)
    names = _one_kind(words, names)
    names = _short_persons(words, names, lexicon)
    if len(firsts) >= PAGE:
        names = _known(words, names, lexicon)
    return _everywhere(words, firsts, names, lexicon)


def definitions_among(words: list[str], found: list[Found], lexicon: Lexicon) -> list[Definition]:
    """The definitions in the text: by their letters, and by a name that stands right before the brackets."""
    defined = [d for d in definitions_in(words) if words[d.short_start] not in lexicon.leads]
    done = {d.short_start for d in defined}
    for name in found:
        d = bracketed_after(words, name.start, name.end)
        if d is None or d.short_start in done:
            continue
        if name.kind == ORGANIZATION or not lexicon.is_body(words, d.short_start, d.short_end):
            defined.append(d)
            done.add(d.short_start)
    return defined


def _key(words: list[str], name: Found) -> Key:
    return tuple(words[name.start : name.end])


def _defined(words: list[str], found: list[Found], defined: list[Definition], lexicon: Lexicon) -> list[Found]:
    """Names with those of the definitions made to agree: the long form whole, the short form of the same type."""
    names = list(found)
    verdicts: dict[Key, str | None] = {}
    for plain in defined:
        d = _widened(plain, names)
        kind = _kind_of_long(words, names, d, lexicon)
        short = tuple(words[d.short_start : d.short_end])
        verdicts.setdefault(short, kind)
        names = [n for n in names if n.end <= d.long_start or n.start >= d.short_end or _whole_outside(n, d)]
        if kind:
            names.append(Found(d.long_start, d.long_end, kind, 1.0, "definition"))
            names.append(Found(d.short_start, d.short_end, kind, 1.0, "definition"))
        else:
            names += [n for n in found if d.long_start <= n.start and n.end <= d.long_end and n.kind == PLACE]
    for short, kind in verdicts.items():
        if kind is None:
            names = [n for n in names if _key(words, n) != short]
    return sorted(set(names))


def _widened(d: Definition, names: list[Found]) -> Definition:
    """With the long form from where the name begins that it ends in ("Kementerian Energi ... (ESDM)")."""
    starts = [n.start for n in names if n.start < d.long_start < n.end <= d.short_end]
    return d._replace(long_start=min(starts)) if starts else d


def _whole_outside(n: Found, d: Definition) -> bool:
    return n.start < d.long_start and n.end > d.short_end


def _kind_of_long(words: list[str], names: list[Found], d: Definition, lexicon: Lexicon) -> str | None:
    short = [n for n in names if n.start <= d.short_start and n.end >= d.short_end]
    if lexicon.is_body(words, d.long_start, d.long_end) or (
        lexicon.is_body(words, d.short_start, d.short_end) and _is_clear(words, d.short_start, d.short_end, lexicon)
    ):
        return ORGANIZATION
    if lexicon.is_office(words[d.long_start]):
        return None
    if lexicon.is_head(words[d.long_start]):
        return ORGANIZATION
    inside = [n for n in names if n.start < d.long_end and n.end > d.long_start]
    covered: dict[str, int] = defaultdict(int)
    for n in inside:
        covered[n.kind] += min(n.end, d.long_end) - max(n.start, d.long_start)
    size = d.long_end - d.long_start
    if covered:
        kind = max(covered, key=lambda k: covered[k])
        if kind == PLACE and max(n.chance for n in inside) < SURE:
            return None
        starts = any(n.start <= d.long_start and n.kind == kind for n in inside)
        if covered[kind] * 2 >= size and (starts or kind == ORGANIZATION):
            return kind
    return short[0].kind if short and short[0].chance >= SURE and not covered else None


def _one_kind(words: list[str], names: list[Found]) -> list[Found]:
    votes: dict[Key, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for n in names:
        votes[_key(words, n)][n.kind] += n.chance + (3 if n.rule in ("definition", "age", "alias") else 0)
    out = []
    for n in names:
        kinds = votes[_key(words, n)]
        best = max(kinds, key=lambda k: kinds[k])
        out.append(n if best == n.kind else n._replace(kind=best, rule="vote"))
    return out


def _short_persons(words: list[str], names: list[Found], lexicon: Lexicon) -> list[Found]:
    """Parts of a person's full name, where they were taken for something else, are the person."""
    parts: dict[str, float] = defaultdict(float)
    for n in names:
        if n.kind == PERSON and n.end - n.start > 1:
            for w in words[n.start : n.end]:
                if len(w) >= LEAST_PART and w[0].isupper():
                    parts[w] = max(parts[w], n.chance)
    defined = {_key(words, n): n.kind for n in names if n.rule == "definition"}
    out = []
    for n in names:
        word = words[n.start]
        if n.kind == PERSON and any(defined.get((w,)) == ORGANIZATION for w in words[n.start : n.end]):
            out.append(n._replace(kind=ORGANIZATION, rule="definition"))
            continue
        if n.rule == "definition":
            out.append(n)
            continue
        place = lexicon.place_kind(word)
        known = place == "country" or (place == "admin" and lexicon.habit(word)[:1] == "L")
        if n.kind != PERSON and n.end - n.start == 1 and parts.get(word, 0) > n.chance - 0.3 and not known:
            out.append(n._replace(kind=PERSON, rule="short form"))
        else:
            out.append(n)
    return out


def _known(words: list[str], names: list[Found], lexicon: Lexicon) -> list[Found]:
    """Countries, provinces and bodies that the tagger passed over."""
    taken = _taken(words, names)
    out = list(names)
    codes = lexicon.codes_of(words)
    i = 0
    while i < len(words):
        code = codes[i]
        j = i + 1
        while j < len(words) and codes[j] == "I" + code[1:]:
            j += 1
        if (
            code in _TRUSTED
            and (j - i > 1 or lexicon.everyday(words[i]) != "y")
            and not any(taken[i:j])
            and not _joined(words, i, j)
        ):
            out.append(Found(i, j, PLACE, 0.8, "known place"))
        elif not code and words[i].isupper() and len(words[i]) >= LEAST_PART and lexicon.is_outlet(words[i]):
            if not taken[i] and not _joined(words, i, j):
                out.append(Found(i, j, ORGANIZATION, 0.8, "known outlet"))
        elif code == "B-body" and (
            _in_list(words, codes, i) or (not _joined(words, i, j) and _is_clear(words, i, j, lexicon))
        ):
            inside = [n for n in out if n.start < j and n.end > i]
            if all(i <= n.start and n.end <= j and n.end - n.start < j - i for n in inside):
                out = [n for n in out if n not in inside]
                out.append(Found(i, j, ORGANIZATION, 0.8, "known body"))
        i = j
    return sorted(out)


_TRUSTED = frozenset({"B-country", "B-admin", "B-city1", "B-region"})


def _in_list(words: list[str], codes: list[str], i: int) -> bool:
    """Whether a body stands behind another with a stroke between ("MPR/DPR/DPD")."""
    return i > 1 and words[i - 1] == "_/" and codes[i - 2].endswith("-body")


def _is_clear(words: list[str], i: int, j: int, lexicon: Lexicon) -> bool:
    return j - i > 1 or lexicon.habit_of(words[i], "G") >= _COMMON or lexicon.everyday(words[i]) == "n"


def _taken(words: list[str], names: list[Found]) -> list[bool]:
    taken = [False] * len(words)
    for n in names:
        taken[n.start : n.end] = [True] * (n.end - n.start)
    return taken


def _joined(words: list[str], i: int, j: int) -> bool:
    """Whether it is a piece of a number or an address ("SPKT/Bareskrim", "PN.Jkt")."""
    return (i > 0 and words[i - 1] in ("_/", "_.", "_@", "_#", "@", "#")) or (
        j < len(words) and words[j] in ("_@", "_/")
    )


def _is_own(word: str, lexicon: Lexicon) -> bool:
    """Whether a word with a capital is no common word."""
    return lexicon.habit_of(word, "O") < _COMMON and lexicon.everyday(word) != "y"


def _everywhere(words: list[str], firsts: list[int], names: list[Found], lexicon: Lexicon) -> list[Found]:
    """Names found with enough certainty, also where they were passed over."""
    best: dict[Key, Found] = {}
    for n in names:
        key = _key(words, n)
        if n.kind == PERSON and len(key) > 1 and n.chance >= _LIKELY:
            for w in (key[0], key[-1]):
                if len(w) >= LEAST_PART and w[0].isupper() and _is_own(w, lexicon):
                    best.setdefault((w,), n)
        if n.chance >= SURE and key[0][0].isupper() and (key not in best or n.chance > best[key].chance):
            best[key] = n
    starts: dict[str, list[Key]] = defaultdict(list)
    for key in best:
        starts[key[0]].append(key)
    for keys in starts.values():
        keys.sort(key=len, reverse=True)
    taken = _taken(words, names)
    out = list(names)
    opening = set(firsts)
    for i, word in enumerate(words):
        if taken[i] or word not in starts:
            continue
        for key in starts[word]:
            j = i + len(key)
            if words[i:j] != list(key) or any(taken[i:j]) or _joined(words, i, j):
                continue
            if len(key) == 1 and i in opening and not _is_own(word, lexicon):
                continue
            out.append(Found(i, j, best[key].kind, 0.6, "elsewhere"))
            taken[i:j] = [True] * len(key)
            break
    return sorted(out)
