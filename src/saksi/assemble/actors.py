"""Who can take part in an event: names, and the common nouns of people and bodies with what belongs to them."""

from __future__ import annotations

from typing import NamedTuple

from saksi.assemble.sentences import Sentence
from saksi.lang.base import Pack
from saksi.lang.forms import class_of

PREPOSED = 3
"""Words between a preposition and the name that it governs ("di wilayah utara Awan")."""


LONGEST_TITLE = 16
"""Tokens of a title."""


class Actor(NamedTuple):
    """Tokens ``first`` to ``end`` of a sentence; ``common`` where no name stands in them."""

    first: int
    end: int
    mention_id: str | None
    kind: str
    """person, organization, place, people (a common noun of people)."""
    preposed: str
    """The preposition before it, or ""."""


def actors_in(s: Sentence, trigger: range, lang: Pack) -> list[Actor]:
    """The actors of a sentence beside the event's own words, in order."""
    code = lang.code
    people, groups = class_of(code, "people_words"), class_of(code, "group_words")
    further = people | groups | class_of(code, "group_modifiers")
    prepositions, after = class_of(code, "prepositions"), "after" in class_of(code, "title_order")
    shut = class_of(code, "office_this") | class_of(code, "clause_breaks")
    by_first = _names(s)
    found: list[Actor] = []
    k = 0
    titles = {p.first: p for p in s.positions if p.end - p.first <= LONGEST_TITLE}
    while k < len(s.tokens):
        if k in titles and k not in by_first:
            title = titles[k]
            if title.mention.holder_id is None:
                before = _preposition(s, k, found[-1].end if found else 0, trigger, prepositions, shut)
                found.append(Actor(k, title.end, title.mention.id, "person", before))
            k = title.end
            continue
        name = by_first.get(k)
        last = found[-1].end if found else 0
        noun = s.tokens[k].fold in people or s.tokens[k].fold in groups
        if k in trigger or (name is None and not noun):
            k += 1
            continue
        first, end = k, (name[0] if name else k + 1)
        kind, mention_id = (name[1], name[2]) if name else ("people", None)
        if name is None and after:  # "pasukan" + "Rusia", "warga" + "desa"
            while end < len(s.tokens) and s.tokens[end].fold in further and end not in trigger:
                end += 1
            name = by_first.get(end)
            if name is not None:
                end, mention_id = name[0], name[2]
        elif name is not None and not after and kind == "place":  # "Cloudland" + "troops"
            while end < len(s.tokens) and s.tokens[end].fold in further and end not in trigger:
                end += 1
                kind = "people"
        elif name is None and not after:
            while end < len(s.tokens) and s.tokens[end].fold in further and end not in trigger:
                end += 1
        found.append(Actor(first, end, mention_id, kind, _preposition(s, first, last, trigger, prepositions, shut)))
        k = end
    return found


def _names(s: Sentence) -> dict[int, tuple[int, str, str]]:
    """Of each name and place by its first token: the token after it, its kind, its mention's id."""
    starts = {t.start: i for i, t in enumerate(s.tokens)}
    ends = {t.end: i + 1 for i, t in enumerate(s.tokens)}
    found = {n.first: (n.end, str(n.mention.kind), n.mention.id) for n in s.names}
    taken = {k for n in s.names for k in range(n.first, n.end)}
    for place in s.places:
        first, end = starts.get(place.span.start), ends.get(place.span.end)
        if first is not None and end is not None and first < end and first not in taken:
            found[first] = (end, "place", place.id)
    return found


def _preposition(
    s: Sentence, first: int, last: int, trigger: range, prepositions: frozenset[str], shut: frozenset[str]
) -> str:
    """The preposition that governs the actor at ``first``; ``last`` is the token after the actor before it."""
    for back in range(first - 1, max(-1, first - 1 - PREPOSED), -1):
        token = s.tokens[back]
        if back in trigger:
            break
        if token.fold in prepositions:
            return token.fold
        if not token.text[0].isalpha() or token.fold in shut or (back < last and back < first - 2):
            break
    return ""
