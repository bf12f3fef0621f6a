"""The same source under its names, within the pages given: what is sure, and what is only possible."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from saksi.link.fold import folded, initials, key, words
from saksi.model.claims import Claim, Source
from saksi.model.frozen import Frozen
from saksi.model.marks import Mention

_DEFINED = re.compile(r"^(?P<long>[^()]{2,200}?)\s*\((?P<short>[^()]{2,40})\)\s*$")
_NAMELESS = ("unnamed", "collective")
_PERSON = ("person", "social")
_LEAST_ABBREVIATION = 2

Where = tuple[str, str]
"""An article's id and the key of a source's name in it."""


class Naming(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which names in which articles stand for one source.

    ``sure`` and ``possible`` lead from (article, folded name) to a group's name; ``possible`` joins all that ``sure``
    does and more. ``because`` says each union in words.
    """

    sure: dict[Where, str]
    possible: dict[Where, str]
    because: tuple[str, ...] = ()


class Unions:
    """Things joined in groups; the group's name is its longest member, the first in the alphabet among equals."""

    def __init__(self) -> None:
        self._up: dict[Where, Where] = {}

    def find(self, thing: Where) -> Where:
        """The member that stands for the group."""
        self._up.setdefault(thing, thing)
        while self._up[thing] != thing:
            self._up[thing] = self._up[self._up[thing]]
            thing = self._up[thing]
        return thing

    def join(self, a: Where, b: Where) -> bool:
        """Whether the two were apart until now."""
        a, b = self.find(a), self.find(b)
        if a != b:
            self._up[max(a, b)] = min(a, b)
        return a != b

    def groups(self) -> dict[Where, list[Where]]:
        """The members of each group, by the member that stands for it."""
        out: dict[Where, list[Where]] = defaultdict(list)
        for thing in sorted(self._up):
            out[self.find(thing)].append(thing)
        return dict(out)


class _Name(Frozen, frozen=True, kw_only=True):
    where: Where
    kind: str
    shown: str
    words: tuple[str, ...]
    short: str | None


def is_named(source: Source) -> bool:
    """Whether the source is one that can be told from another: not "a source", not "residents"."""
    return source.name is not None and source.kind not in _NAMELESS


def naming(claims: Iterable[Claim], mentions: Iterable[Mention] = ()) -> Naming:
    """The groups of names in the chains of the claims.

    In: the mentions of the same articles, if at hand: their abbreviations ("HUR") and fullest forms count as said.
    Out: surely one: the same folded name; a name and the abbreviation that the text gives it; within an article a name
    whose words all stand, in order, in one other of its kind and in no second one ("Intelijen Ukraina"). Across
    articles the last is possible only; so is an abbreviation that no text explains.
    """
    by_span = {(m.article_id, m.span.start, m.span.end): m for m in mentions}
    by_id = {m.id: m for m in by_span.values()}
    names: dict[Where, _Name] = {}
    for claim in claims:
        for hop in claim.chain:
            if is_named(hop.source):
                for name in _names_of(claim.article_id, hop.source, by_id):
                    old = names.get(name.where)
                    names[name.where] = name if old is None or (name.short and not old.short) else old
    sure, because = Unions(), []
    for where in names:
        sure.find(where)
    by_key: dict[str, list[_Name]] = defaultdict(list)
    for name in names.values():
        by_key[name.where[1]].append(name)
    for same in by_key.values():
        for other in same[1:]:
            sure.join(same[0].where, other.where)
    because += _defined(names.values(), by_key, sure)
    because += _contained(names.values(), sure, within=True)
    possible = Unions()
    for first, members in sure.groups().items():
        for member in members:
            possible.join(first, member)
    _contained(names.values(), possible, within=False)
    _initialled(names.values(), possible)
    return Naming(sure=_named(sure, names), possible=_named(possible, names), because=tuple(dict.fromkeys(because)))


def _names_of(article_id: str, source: Source, by_id: Mapping[str, Mention]) -> list[_Name]:
    assert source.name is not None
    mention = by_id.get(source.mention_id or "")
    defined = _DEFINED.match(source.name)
    long = defined["long"] if defined else source.name
    short = defined["short"] if defined else None
    if short and not _abbreviates(short, long, source.kind):
        short = None
    if mention and mention.short:
        short = mention.short
    if mention and mention.head and set(words(long)) < set(words(mention.head)):
        long = mention.head
    made = [long] if key(long) == key(source.name) else [long, source.name]
    return [
        _Name(where=(article_id, key(n)), kind=source.kind, shown=long if n == source.name and defined else n,
              words=words(long), short=short)
        for n in made if key(n)
    ]  # fmt: skip


def _abbreviates(short: str, long: str, kind: str) -> bool:
    """Whether the words in brackets name the same: not an age, not a place, not a degree."""
    if any(c.isdigit() for c in short) and not any(c.isalpha() for c in short):
        return False
    if kind in _PERSON:
        return folded(short[:1]) in folded(long)
    return any(c.isupper() for c in short) and len(short.split()) <= len(long.split())


def _defined(names: Iterable[_Name], by_key: Mapping[str, list[_Name]], sure: Unions) -> list[str]:
    """Joins a name and its abbreviation: in the article that defines it, and in others if all define it alike."""
    because = []
    longs: dict[str, set[str]] = defaultdict(set)
    some = list(names)
    for name in some:
        if name.short:
            longs[key(name.short)].add(key(" ".join(name.words)))
    for name in some:
        if not name.short:
            continue
        for target in by_key.get(key(name.short), ()):
            if target.where[0] == name.where[0] or len(longs[key(name.short)]) == 1:
                sure.join(name.where, target.where)
                because.append(f"{target.shown} = {name.shown}: the text says so")
        for target in by_key.get(key(" ".join(name.words)), ()):
            sure.join(name.where, target.where)
    return because


def _contained(names: Iterable[_Name], joined: Unions, *, within: bool) -> list[str]:
    """Joins a name with the one other of its kind that holds all its words in order."""
    because = []
    by_word: dict[str, list[_Name]] = defaultdict(list)
    some = list(names)
    for name in some:
        for word in set(name.words):
            by_word[word].append(name)
    for name in some:
        if not name.words:
            continue
        rarest = min((by_word[w] for w in name.words), key=len)
        longer = {
            joined.find(o.where): o
            for o in rarest
            if o.where != name.where and (not within or o.where[0] == name.where[0])
            and len(o.words) > len(name.words) and _alike(name, o) and _in_order(name.words, o.words)
        }  # fmt: skip
        longer.pop(joined.find(name.where), None)
        if len(longer) == 1 and (not within or _heavy(name)):
            other = next(iter(longer.values()))
            joined.join(name.where, other.where)
            because.append(f"{name.shown} = {other.shown}: the one name of the page that holds it")
    return because


def _heavy(name: _Name) -> bool:
    """A single word of a body ("Kementerian") is no name of one; a person's is ("Kiselyov")."""
    return name.kind in _PERSON or len(name.words) > 1 or (name.shown.isupper() and len(name.shown) > 2)


def _alike(a: _Name, b: _Name) -> bool:
    return (a.kind in _PERSON) == (b.kind in _PERSON)


def _in_order(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    rest = iter(many)
    return all(word in rest for word in few)


def _initialled(names: Iterable[_Name], possible: Unions) -> None:
    some = list(names)
    longs: dict[str, list[_Name]] = defaultdict(list)
    for name in some:
        if len(name.words) > 1 and name.kind not in _PERSON:
            longs[initials(name.shown)].append(name)
    for name in some:
        if name.shown.isupper() and len(name.shown) > _LEAST_ABBREVIATION:
            for other in longs.get(folded(name.shown), ()):
                possible.join(name.where, other.where)


def _named(joined: Unions, names: Mapping[Where, _Name]) -> dict[Where, str]:
    out: dict[Where, str] = {}
    for members in joined.groups().values():
        best = min((names[m].shown for m in members if m in names), key=lambda s: (-len(words(s)), -len(s), s))
        for member in members:
            out[member] = best
    return out
