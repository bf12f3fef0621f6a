"""Who took part in an event, and as what: agent, patient, victim."""

from __future__ import annotations

from typing import NamedTuple

from saksi.assemble.actors import Actor
from saksi.assemble.sentences import Sentence
from saksi.lang.base import EventRow, Pack
from saksi.lang.forms import class_of

BEHIND = 8
"""Tokens between a verb and its object."""
NEAR_NOUN = 5
"""Tokens between a noun (or its agent) and what it is directed at ("serangan besar-besaran terhadap X")."""
_MARKS = frozenset(',;:.!?"“”()–—-')


class Parts(NamedTuple):
    """The actors of one event."""

    agents: tuple[Actor, ...] = ()
    patients: tuple[Actor, ...] = ()
    victim: bool = False
    """The patient is the victim of something without an agent ("tewas")."""


def clause_of(s: Sentence, first: int, end: int, lang: Pack) -> tuple[int, int]:
    """The tokens around an event up to the marks and words that begin another clause."""
    breaks = class_of(lang.code, "clause_breaks")
    left = first
    while left > 0 and not _is_break(s, left - 1, breaks):
        left -= 1
    right = end
    while right < len(s.tokens) and not _is_break(s, right, breaks):
        right += 1
    return left, right


def _is_break(s: Sentence, k: int, breaks: frozenset[str]) -> bool:
    token = s.tokens[k]
    if token.text not in _MARKS:
        return token.fold in breaks
    if token.text == "." and k + 1 < len(s.tokens):  # "U.S.", "Col."
        return False
    return not (token.text == "," and 0 < k < len(s.tokens) - 1 and s.tokens[k - 1].text.isdigit())


def parts_of(s: Sentence, actors: list[Actor], row: EventRow, first: int, end: int, lang: Pack) -> Parts:
    """The actors of the event at tokens ``first`` to ``end``."""
    if row.voice == "happening":
        return Parts()
    reader = _Reader(s, actors, first, end, lang)
    subject, object_ = reader.subject(row.voice in ("passive", "state")), reader.object()
    if row.voice == "active":
        return Parts(subject, object_)
    if row.voice == "alone":
        return Parts(subject)
    if row.voice == "passive":
        return Parts(reader.agent(), subject)
    if row.voice == "mutual":
        return Parts(subject + reader.partners())
    if row.voice == "state":
        return Parts((), subject or reader.undergoer(), victim=True)
    if row.voice == "deed":
        return Parts(reader.by(), reader.done_to() or object_)
    partners = reader.partners()
    agents = reader.by() or partners or reader.beside()
    if row.kind == "protest":  # "kerusuhan Papua": where, not who
        agents = tuple(a for a in agents if a.kind != "place")
    return Parts(agents, () if partners and agents == partners else reader.onto(agents))


class _Reader:
    def __init__(self, s: Sentence, actors: list[Actor], first: int, end: int, lang: Pack) -> None:
        self.s, self.first, self.end, code = s, first, end, lang.code
        self.left, self.right = clause_of(s, first, end, lang)
        self.before = [a for a in actors if self.left <= a.first and a.end <= first]
        self.behind = [a for a in actors if end <= a.first < self.right]
        self.earlier = [a for a in actors if a.end < self.left]
        self.patient_words = class_of(code, "patient_prepositions")
        self.agent_words = class_of(code, "agent_prepositions")
        self.of_words = class_of(code, "of_words")
        self.with_words = class_of(code, "with_prepositions")
        self.and_words = class_of(code, "and_words")
        self.bare = bool(class_of(code, "agent_bare"))
        self.noun_first = "before" in class_of(code, "title_order")

    def subject(self, undergoes: bool) -> tuple[Actor, ...]:  # noqa: FBT001 (of a verb that it undergoes)
        """The nearest free actor before the event in its clause; over an aside between commas, the one before it.

        Behind "dan" it is the first of the clause: what stands between belongs to the verb before.
        """
        free = [a for a in self.before if not a.preposed or (undergoes and a.preposed in self.with_words)]
        if free:
            joined = self.first > 0 and self.s.tokens[self.first - 1].fold in self.and_words
            return (free[0] if joined else free[-1],)
        if self.before or self.left < 2 or self.s.tokens[self.left - 1].text != ",":
            return ()
        near = [a for a in self.earlier if not a.preposed and a.kind != "place"]
        if near and any(t.text == "," for t in self.s.tokens[near[0].end : self.left - 1]):
            return (near[0],)
        return (near[-1],) if near and near[-1].end == self.left - 1 else ()

    def object(self) -> tuple[Actor, ...]:
        """The first actor behind the event that no foreign preposition governs."""
        for actor in self.behind:
            if actor.first == self.end:
                return (actor,)
            if actor.first - self.end <= BEHIND and (not actor.preposed or actor.preposed in self.patient_words):
                return (actor,)
        return ()

    def undergoer(self) -> tuple[Actor, ...]:
        return tuple(a for a in self.behind[:1] if a.first == self.end)

    def agent(self) -> tuple[Actor, ...]:
        """Of a passive: the actor after "oleh"/"by", or, where the language allows it, right behind."""
        by = self.by()
        if by or not self.bare:
            return by
        return tuple(a for a in self.behind[:1] if a.first == self.end and not a.preposed)

    def by(self) -> tuple[Actor, ...]:
        return tuple(a for a in self.behind if a.preposed in self.agent_words)[:1]

    def partners(self) -> tuple[Actor, ...]:
        """Those "with" or "between" whom it happens."""
        some = [a for a in self.behind if a.preposed in self.with_words]
        if some and len(self.behind) > self.behind.index(some[0]) + 1:
            following = self.behind[self.behind.index(some[0]) + 1]
            if following.first - some[0].end == 1 and not following.preposed:
                some = [some[0], following]
        return tuple(dict.fromkeys(some))[:2]

    def beside(self) -> tuple[Actor, ...]:
        """The actor right beside a noun: behind it, or before it where the language puts it there."""
        if self.noun_first:
            found = tuple(a for a in self.before if a.end == self.first)[-1:]
            if found:
                return found
        return tuple(a for a in self.behind[:1] if a.first <= self.end + 1 and not a.preposed)

    def done_to(self) -> tuple[Actor, ...]:
        """Of a deed: the actor right behind it, "of" or not."""
        return tuple(
            a for a in self.behind[:1] if a.first <= self.end + 2 and (not a.preposed or a.preposed in self.of_words)
        )

    def onto(self, agents: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """The actor that a noun is directed at: "terhadap X"."""
        start = max((a.end for a in agents), default=self.end)
        return tuple(
            a
            for a in self.behind
            if a.preposed in self.patient_words and a not in agents and 0 <= a.first - max(start, self.end) <= NEAR_NOUN
        )[:1]
