"""Whom a source stands for: names, roles, pronouns and "-nya", by who spoke before in the article."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import NamedTuple

from saksi.attribute.drafts import Piece
from saksi.attribute.lexicon import Lexicon
from saksi.attribute.relays import looks_like_outlet
from saksi.model.claims import SourceKind
from saksi.model.marks import Marks, Mention

_TITLE = 4
"""Words of a title between the name of a body and that of a person."""
_BACK = 2000
"""Characters back that a role is looked for."""
_FAR = 60
"""Parties back that a name is looked for: articles have fewer, lists of them stay linear."""


class Party(NamedTuple):
    """Somebody who spoke, under every form that the article gives him so far."""

    key: int
    name: str
    kind: SourceKind
    core: frozenset[str]
    """The words of its name."""
    words: frozenset[str]
    """All words that described it."""
    like: int | None = None
    """An unnamed party before it that it may be one of ("salah satu sumber itu")."""


def _full_name(person: Mention) -> str:
    """A person's fullest name; his own form where the two do not end alike."""
    said, full = _bare(person.span.text), _bare(person.head)
    return person.head if said and said[-1] in full else person.span.text


class Speakers:
    """Those who spoke so far in an article, the last one last."""

    def __init__(self, text: str, marks: Marks, lex: Lexicon) -> None:
        self._text = text
        self._lex = lex
        self._people = [m for m in marks.names if m.kind == "person"]
        self._starts = [m.span.start for m in self._people]
        self._places = frozenset(
            w for m in marks.places if m.span is not None and len(m.span.text.split()) < 3 for w in _bare(m.span.text)
        )
        self._bodies = [m for m in marks.names if m.kind == "organization"]
        self._body_starts = [m.span.start for m in self._bodies]
        self._parties: dict[int, Party] = {}
        self._order: list[int] = []

    @property
    def last(self) -> Party | None:
        """The party that spoke last."""
        return self._parties[self._order[-1]] if self._order else None

    def speak(self, party: Party) -> None:
        """Note that a party spoke."""
        self._parties[party.key] = party
        if party.key in self._order:
            self._order.remove(party.key)
        self._order.append(party.key)

    def by_pronoun(self, refers: str) -> Party | None:
        """The party that a pronoun stands for: the last that it may stand for, else the last of all."""
        fits: dict[str, tuple[str, ...]] = {
            "person": ("person", "office"),
            "people": ("collective", "organization", "unnamed", "person"),
            "organization": ("organization", "outlet", "document"),
            "document": ("document", "organization", "outlet"),
        }
        kinds = fits.get(refers)
        for key in reversed(self._order[-6:]):
            if kinds is None or self._parties[key].kind in kinds:
                return self._parties[key]
        return self.last

    def by_phrase(self, at: Piece) -> Party:
        """The party that a phrase names; a new one when nobody fits."""
        full = self._text[at[0] : at[1]]
        phrase = self._head(full)
        words = frozenset(_bare(phrase))
        person = self.person_in(at)
        own = _full_name(person) if person else self._apposed(phrase)
        core = frozenset(_bare(own)) if person else self._core(phrase)
        kind = self._kind(phrase, person, words)
        if person is None and self._owners(at):
            core, kind = frozenset(), "collective"
        for key in reversed(self._order[-_FAR:]):
            party = self._parties[key]
            if kind == "unnamed" or party.kind == "unnamed":
                if words == party.words:
                    return party
                continue
            if self._same(party, core, person=person is not None):
                name = own if len(own) > len(party.name) else party.name
                return party._replace(
                    words=party.words | words, name=name, core=party.core | (core if person else frozenset())
                )
        held = self._held(phrase, words, kind, at[0]) if kind != "unnamed" else None
        if held is not None:
            return held._replace(words=held.words | words)
        like = next(
            (k for k in reversed(self._order[-_FAR:]) if kind == "unnamed" and self._alike_unnamed(k, words)), None
        )
        name = own or " ".join((full if kind == "unnamed" else phrase).split())
        return Party(len(self._parties) + 1000 * at[0], name, kind, core, words, like)

    def person_in(self, at: Piece) -> Mention | None:
        """The person whom a phrase names as its head, not as the owner of an office, a family or a report."""
        first = _bare(self._text[at[0] : at[1]])[:3]
        if first and (
            first[0] in self._lex.institutions
            or (first[0] in self._lex.articles and len(first) > 1 and first[1] in self._lex.institutions)
        ):
            at_comma = self._text.find(",", at[0], at[1])
            if at_comma < 0:
                return None
            at = (at_comma, at[1])
        people = self._people_within(at)
        for n, m in enumerate(people):
            if n + 1 < len(people) and self._leads(m, people[n + 1]):
                continue
            if self._owned(at[0], m.span.start):
                continue
            behind = self._text[m.span.end : at[1]].lstrip()
            if behind[:2] in ("'s", "’s"):
                continue
            return m
        return None

    def _leads(self, body: Mention, person: Mention) -> bool:
        """Whether only a title parts two names: the first is the body of the second ("Jefferson analyst Ed Malone")."""
        between = self._text[body.span.end : person.span.start].casefold().split()
        return 0 < len(between) <= _TITLE and any(w in self._lex.titles | self._lex.persons for w in between)

    def _apposed(self, phrase: str) -> str:
        """The name behind a title's comma that nobody marked ("Kepala Badan Kota Batu, Agung Sedayu"); else ""."""
        title, _, name = phrase.rpartition(", ")
        said = name.split()
        head = _bare(title)[:1]
        if not head or head[0] not in self._lex.titles or not 0 < len(said) <= _TITLE:
            return ""
        return name if all(w[:1].isupper() and w.casefold() not in self._lex.titles for w in said) else ""

    def _people_within(self, at: Piece) -> list[Mention]:
        first = bisect_left(self._starts, at[0])
        return [m for m in self._people[first : first + 6] if m.span.end <= at[1]]

    def _owners(self, at: Piece) -> bool:
        return any(self._owned(at[0], m.span.start) for m in self._people_within(at))

    def _owned(self, start: int, at: int) -> bool:
        """Whether a name only tells whose a group is ("para petani dari basis Rahmat", "supporters of Lund")."""
        lex = self._lex
        lead = _bare(self._text[start:at])
        if not lead or not (lead[0] in lex.articles or lead[0] in lex.persons) or lead[0] in lex.definite:
            return False
        last = max((n for n, w in enumerate(lead) if w in lex.adjuncts), default=0)
        return last > 0 and not any(w in lex.titles for w in lead[last:])

    def _alike_unnamed(self, key: int, words: frozenset[str]) -> bool:
        party = self._parties[key]
        heads = {w.split("-")[0] for w in words} & {w.split("-")[0] for w in party.words} & self._lex.persons
        return party.kind == "unnamed" and bool(heads)

    def _head(self, phrase: str) -> str:
        """A phrase without the relative clause behind it."""
        said = phrase.split()
        for n, word in enumerate(said):
            if n and word.casefold().strip(",") in self._lex.relatives:
                return " ".join(said[:n]).rstrip(",")
        return phrase

    def _titled_name(self, phrase: str) -> bool:
        """Whether a title stands in a phrase and a capital that is none at its end ("Police Chief Ed Alvarez")."""
        said = phrase.split()
        last = said[-1].casefold().strip(".,)")
        return (
            len(said) > 2
            and said[-1][:1].isupper()
            and last not in self._lex.titles
            and any(w.casefold() in self._lex.titles and w[:1].isupper() for w in said[:-1])
        )

    def may_be_person(self, at: Piece) -> bool:
        """Whether a phrase names a person: a name that was marked, or a title before a capital."""
        person = self.person_in(at)
        if person is not None:
            lead = _bare(self._text[at[0] : person.span.start])
            return not any(w in self._lex.adjuncts or w in self._lex.conjunctions for w in lead)
        said = self._text[at[0] : at[1]].split()
        return len(said) > 1 and said[0].casefold() in self._lex.titles and said[-1][:1].isupper()

    def _core(self, phrase: str) -> frozenset[str]:
        """The name's words of a phrase: its capitals without titles, in front of a relative clause."""
        found = []
        said = phrase.split()
        first = len(said) > 1 and said[0][:1].isupper() and not any(w[:1].isupper() for w in said[1:])
        for word in said[1:] if first else phrase.replace("(", " ").replace(")", " ").replace(",", " ").split():
            low = word.casefold().strip('."“”')
            if low in self._lex.relatives:
                break
            if word[:1].isupper() and low not in self._lex.titles and low not in self._lex.articles:
                found.append(low.removesuffix("'s").removesuffix("’s"))
        return frozenset(found)

    def _same(self, party: Party, core: frozenset[str], *, person: bool) -> bool:
        if party.core and core:
            if person != (party.kind == "person") and core != party.core:
                return False
            if not person and len(core) != len(party.core) and (core <= self._places or party.core <= self._places):
                return False  # "China" is not "Kementerian Pertahanan China"
            return core <= party.core or party.core <= core
        return False

    def _held(self, phrase: str, words: frozenset[str], kind: str, at: int) -> Party | None:
        """The party that a role, a report or a phrase with "itu" stands for."""
        lex = self._lex
        plain = frozenset(w for w in _expanded(words, lex) if w not in lex.demonstratives | lex.articles)
        bare = _bare(phrase)
        named = any(w[:1].isupper() for w in phrase.split()[1:])
        pointed = bool(bare) and (
            bare[-1] in lex.demonstratives or (bare[0] in lex.definite and len(bare) <= 3 and not named)
        )
        if not plain:
            return self.last if pointed else None
        light = plain - lex.documents if plain & lex.documents else plain
        for key in reversed(self._order[-12:]):
            party = self._parties[key]
            known = frozenset(_expanded(party.words, lex))
            if light and light <= known and (pointed or self._is_role(phrase) or plain & lex.documents):
                return party
        if not pointed or any(w[:1].isdigit() for w in plain):
            return None
        if kind == "document":
            return self.by_pronoun("document")
        if kind in ("person", "office"):
            if self._mentioned(next((w for w in bare if w in plain), ""), at):
                return None  # "pedagang tersebut": the one that the text told of
            for key in reversed(self._order[-4:]):
                if self._parties[key].kind in ("person", "office", "unnamed"):
                    return self._parties[key]
            return None
        return self._alike(plain) or (self._company(at) if plain & lex.companies else None)

    def _mentioned(self, role: str, at: int) -> bool:
        """Whether a role's word stands before in the text in its plain form, beside no name of a party."""
        if not role or any(role in self._parties[key].words for key in self._order[-12:]):
            return False
        return re.search(rf"\b{re.escape(role)}\b", self._text[max(0, at - _BACK) : at]) is not None

    def _company(self, at: int) -> Party | None:
        """The body that "the company" means: the last that spoke, else the one that is named most often before."""
        for key in reversed(self._order[-4:]):
            if self._parties[key].kind == "organization":
                return self._parties[key]
        before = self._bodies[: bisect_left(self._body_starts, at)]
        bodies = (m.head for m in before if not looks_like_outlet(m.head, self._lex))
        named = Counter(b for b in bodies if not any(w in self._lex.titles for w in _bare(b)[-2:]))
        if not named:
            return None
        name = named.most_common(1)[0][0]
        return Party(1000 * at + 1, name, "organization", frozenset(_bare(name)), frozenset(_bare(name)))

    def _alike(self, plain: frozenset[str]) -> Party | None:
        for key in reversed(self._order[-8:]):
            if (plain - self._lex.pronouns.keys()) & self._parties[key].words:
                return self._parties[key]
        return None

    def _is_role(self, phrase: str) -> bool:
        words = _bare(phrase)
        return bool(words) and (
            words[0] in self._lex.titles
            or words[0] in self._lex.long_titles
            or words[0] in self._lex.persons
            or words[0] in self._lex.articles
        )

    def _kind(self, phrase: str, person: Mention | None, words: frozenset[str]) -> SourceKind:
        lex = self._lex
        if person is not None:
            return "person"
        bare = [w for w in _bare(phrase) if w not in lex.articles]
        head = bare[0] if bare else ""
        if looks_like_outlet(phrase, lex):
            return "outlet"
        if head in lex.documents:
            return "document"
        if words & lex.social:
            return "social"
        if any(w.split("-")[0] in lex.persons for w in bare[:3]) and not self._titled_name(phrase):
            return "unnamed"
        if head in lex.titles or head in lex.long_titles or self._titled_name(phrase):
            return "person"
        if any(w[:1].isupper() and w.casefold() not in lex.articles for w in phrase.split()):
            return "organization"
        return "collective"


def _bare(phrase: str) -> list[str]:
    found = []
    for word in phrase.casefold().replace("’", "'").replace("/", " ").split():
        bare = word.strip("().,;:\"“”'").removesuffix("'s")
        if bare:
            found.append(bare)
    return found


def _expanded(words: frozenset[str], lex: Lexicon) -> list[str]:
    """The words with abbreviated titles written out ("menkes": "menteri kesehatan")."""
    found: list[str] = []
    for word in words:
        found.append(word)
        if word in lex.long_titles:
            found.remove(word)
            found.extend(lex.long_titles[word].split())
    return found
