"""Drafts -> Claims: sources resolved, claims put inside the claims that tell them, chains from the publisher on."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import groupby

from saksi.attribute.drafting import Subject
from saksi.attribute.drafts import Draft, Piece
from saksi.attribute.lexicon import Lexicon
from saksi.attribute.resolve import Party, Speakers
from saksi.known.outlets import folded, is_outlet, outlet_named
from saksi.model.claims import Claim, Content, Cue, Hop, Mode, Source
from saksi.model.marks import Marks, Mention
from saksi.model.pages import Article
from saksi.model.spans import Span

_UNKNOWN_PUBLISHER = "-"
_NEXT = re.compile(r"\w{2}[.!?][\"”']?\s+[\"“A-Z]")
"""Where a sentence ends and the next begins."""
_OWN = 5
"""Letters: a shorter beginning in common is chance ("CNN" is not "CNN Indonesia", "detikJateng" is "detikcom")."""


def claims_of(
    article: Article, marks: Marks, drafts: list[Draft], subjects: list[Subject], lex: Lexicon
) -> tuple[Claim, ...]:
    """The claims that the drafts make, in text order of their content; each once."""
    builder = _Builder(article, marks, lex)
    builder.publish(drafts)
    at = 0
    for _, group in groupby(sorted(drafts, key=_sentence), key=_sentence):
        near = list(group)
        for draft in sorted(near, key=lambda d: (_depth(d, near), d.cue[0] if d.cue else d.start)):
            while at < len(subjects) and subjects[at].at[0] < draft.start:
                builder.mention(subjects[at])
                at += 1
            builder.add(draft, near)
    return tuple(
        sorted(builder.claims, key=lambda c: (c.content.spans[0].start, len(c.chain), -c.content.spans[-1].end))
    )


def _sentence(draft: Draft) -> tuple[int, int]:
    return draft.passage, draft.sentence


def _depth(draft: Draft, drafts: list[Draft]) -> int:
    return sum(_holds(other, draft) for other in drafts)


def _holds(outer: Draft, inner: Draft) -> bool:
    """Whether one claim is told within another: its cue stands in the other's content."""
    at = inner.cue or inner.pieces[0]
    if outer is inner or not outer.holds(at):
        return False
    return not (inner.cue and outer.cue and outer.cue == inner.cue)


def _may_relate(draft: Draft) -> bool:
    """Whether a cue in a relative clause may report without a mark ("keputusan yang menyebut")."""
    return draft.row is not None and draft.row.side == "before" and draft.row.takes == "clause"


class _Builder:
    def __init__(self, article: Article, marks: Marks, lex: Lexicon) -> None:
        self._article = article
        self._marks = marks
        self._lex = lex
        self._speakers = Speakers(article.text, marks, lex)
        self._outlets = Speakers(article.text, marks, lex)
        self._made: dict[int, Claim] = {}
        self._passage = 0
        self._told: dict[int, Party] = {}
        """Who told a claim, by the draft that it was made of."""
        self._sticky: dict[int, tuple[Hop, ...]] = {}
        self._ids: set[str] = set()
        self._times = [t for t in marks.times if t.span is not None]
        self._time_starts = [t.span.start for t in self._times if t.span is not None]
        self._name_starts = [m.span.start for m in marks.names]
        self._body = article.body
        self._body_starts = [b.start for b in self._body]
        name = article.outlet.name if article.outlet else _UNKNOWN_PUBLISHER
        self._publisher = Hop(source=Source(kind="outlet", name=name))
        self._own_names = _own_names(article)
        self.claims: list[Claim] = []

    def publish(self, drafts: list[Draft]) -> None:
        """Where nobody knows who publishes: the outlet of the article's language that somebody told something."""
        if self._article.outlet is not None:
            return
        text, told = self._article.text, self._lex.addressees | self._lex.interviewers
        for draft in drafts:
            for a, b in draft.relays:
                before = text[max(0, a - 20) : a].split()
                outlet = outlet_named(text[a:b]) if before and before[-1].casefold() in told else None
                if outlet is not None and outlet.kind == "outlet" and self._article.lang in outlet.langs:
                    self._publisher = Hop(source=Source(kind="outlet", name=outlet.name))
                    self._own_names = (*self._own_names, folded(outlet.name), folded(text[a:b]))
                    return

    def mention(self, subject: Subject) -> None:
        """Note a sentence's subject, if it is a person: whoever speaks next without a name is this one."""
        if self._speakers.may_be_person(subject.at):
            self._speakers.speak(self._speakers.by_phrase(subject.at))

    def add(self, draft: Draft, near: list[Draft]) -> None:
        """Make the claim of a draft and keep it, unless it is refused or made already. In: its sentence's drafts."""
        parents = [d for d in near if _holds(d, draft) and id(d) in self._made]
        outer = min(parents, key=lambda d: sum(b - a for a, b in d.pieces)) if parents else None
        parent = self._made[id(outer)] if outer is not None else None
        if draft.how == "relative" and draft.bare and (parent is None or not _may_relate(draft)):
            return
        if draft.rule == "agentless" and parent is not None and parent.content.mode == "direct":
            return
        party = self._party(draft)
        if parent is not None and party is not None and self._retold(draft, party, parent):
            return
        relays = self._relays(draft)
        if party is not None and not relays and parent is None:
            relays = self._sticky.get(party.key, ()) or self._sticky.get(party.like or -1, ())
        origin = Hop(source=self._source(draft, party), cue=self._cue(draft), said_at=self._said_at(draft))
        base = parent.chain if parent is not None else (self._publisher,)
        claim = self._claim(draft, (*base, *relays, origin), parent)
        if party is not None and (parent is None or parent.content.mode != "direct"):
            self._speakers.speak(party)
            self._passage = draft.passage
            self._told[id(draft)] = party
        if id(outer) in self._told:
            self._speakers.speak(self._told[id(outer)])  # who is quoted by another does not speak next
        if party is not None and relays and party.kind in ("unnamed", "collective"):
            self._sticky[party.key] = relays
        if claim.id not in self._ids:
            self._ids.add(claim.id)
            self.claims.append(claim)
        self._made[id(draft)] = claim

    def _retold(self, draft: Draft, party: Party, parent: Claim) -> bool:
        """Whether somebody only tells what he himself said, or a verb shares the clause that it stands in."""
        return parent.origin.name == party.name or draft.rule == "verb-shared"

    def _party(self, draft: Draft) -> Party | None:
        if draft.how == "agentless":
            return None
        if draft.rule == "untagged-quote" and draft.passage - self._passage > 1:
            return None  # nobody has spoken near it
        if draft.source is None:
            return self._speakers.last
        text = self._article.text[draft.source[0] : draft.source[1]]
        refers = self._lex.pronouns.get(" ".join(text.casefold().split()))
        if refers is not None:
            return self._speakers.by_pronoun(refers)
        return self._speakers.by_phrase(draft.source)

    def _relays(self, draft: Draft) -> tuple[Hop, ...]:
        hops = []
        for at in draft.relays:
            name = " ".join(self._article.text[at[0] : at[1]].split())
            if self._is_own(name):
                continue
            party = self._outlets.by_phrase(at)
            self._outlets.speak(party)
            hops.append(Hop(source=Source(kind="outlet", name=party.name, span=self._article.span(*at))))
        return tuple(hops) or self._source_of_outlet(draft)

    def _source_of_outlet(self, draft: Draft) -> tuple[Hop, ...]:
        """The outlet that an unnamed source is called after ("sumber intelijen Kyiv Post")."""
        if draft.source is None:
            return ()
        said = self._article.text[draft.source[0] : draft.source[1]].split()
        if not any(w.casefold() in self._lex.persons for w in said[:3]):
            return ()
        for length in (3, 2, 1):
            name = " ".join(said[-length:])
            if len(said) > length and name[:1].isupper() and is_outlet(name) and not self._is_own(name):
                return (Hop(source=Source(kind="outlet", name=name)),)
        return ()

    def _is_own(self, name: str) -> bool:
        low = folded(name)
        if low in self._own_names:
            return True
        return len(low) >= _OWN and any(low.startswith(own) or own.startswith(low) for own in self._own_names)

    def _source(self, draft: Draft, party: Party | None) -> Source:
        span = self._article.span(*draft.source) if draft.source else None
        if party is None:
            return Source(kind="unnamed", name=None, span=span)
        person = self._speakers.person_in(draft.source) if draft.source else None
        return Source(kind=party.kind, name=party.name, span=span, mention_id=person.id if person else None)

    def _cue(self, draft: Draft) -> Cue | None:
        if draft.cue is None or draft.row is None:
            return None
        return Cue(span=self._article.span(*draft.cue), lemma=draft.row.lemma, stance=draft.row.stance)

    def _said_at(self, draft: Draft) -> str | None:
        """The value of the first date of its sentence's tag: behind the cue and outside of the content."""
        if draft.cue is None:
            return None
        first = bisect_left(self._time_starts, draft.cue[1])
        for time in self._times[first : first + 2]:
            assert time.span is not None
            if _NEXT.search(self._article.text, draft.cue[1], time.span.start):
                return None
            if time.value.endswith("_REF"):
                continue
            inside = any(a <= time.span.start < b for a, b in draft.pieces)
            if not inside and time.type == "DATE" and "\n" not in self._article.text[draft.cue[1] : time.span.start]:
                return time.value if time.span.start - draft.cue[1] < 200 else None
        return None

    def _claim(self, draft: Draft, chain: tuple[Hop, ...], parent: Claim | None) -> Claim:
        spans = tuple(self._article.span(*p) for piece in draft.pieces for p in self._clipped(piece))
        row = draft.row
        return Claim(
            article_id=self._article.id,
            chain=chain,
            content=Content(spans=spans, mode=self._mode(draft)),
            about=tuple(m.id for s in spans for m in self._named(s)),
            inside=parent.id if parent else None,
            hedged=row is not None and (row.stance in ("expects", "doubts") or row.kind == "agentless"),
            negated=self._negated(draft),
            carried_from=self._article.span(*draft.carried_from) if draft.carried_from else None,
            rule=draft.rule,
        )  # fmt: skip

    def _named(self, span: Span) -> list[Mention]:
        """The names within a span."""
        first = bisect_left(self._name_starts, span.start)
        last = bisect_left(self._name_starts, span.end)
        return [m for m in self._marks.names[first:last] if m.span.end <= span.end]

    def _clipped(self, piece: Piece) -> list[Piece]:
        """The parts of a stretch that are the article's body: a line of furniture within a content is left out."""
        a, b = piece
        found: list[Piece] = []
        first = max(0, bisect_right(self._body_starts, a) - 1)
        last = bisect_left(self._body_starts, b)
        for block in self._body[first:last]:
            x, y = max(a, block.start), min(b, block.end)
            if x >= y:
                continue
            if found and not self._article.text[found[-1][1] : x].strip():
                found[-1] = (found[-1][0], y)
            else:
                found.append((x, y))
        return found or [piece]

    def _mode(self, draft: Draft) -> Mode:
        if draft.direct:
            return "direct"
        said = "".join(self._article.text[a:b] for a, b in draft.pieces)
        return "mixed" if any(mark in said for mark in '"“”«»') else "indirect"

    def _negated(self, draft: Draft) -> bool:
        """Whether the main clause of an indirect content is denied."""
        if draft.row is not None and draft.row.stance == "denies":
            return True
        if draft.direct:
            return False
        said = " ".join(self._article.text[a:b] for a, b in draft.pieces).casefold().split()
        for word in said[:12]:
            if word in self._lex.relatives or word in self._lex.subordinators:
                return False
            if word.removesuffix("lah") in self._lex.negations:
                return True
        return False


def _own_names(article: Article) -> tuple[str, ...]:
    """What the publisher calls itself, folded: its name and its site's."""
    found = []
    if article.outlet is not None:
        found.append(folded(article.outlet.name))
        if article.outlet.domain:
            found.append(
                folded(article.outlet.domain.split(".")[-2] if "." in article.outlet.domain else article.outlet.domain)
            )
    if article.url and "//" in article.url:
        labels = article.url.split("//", 1)[1].split("/", 1)[0].split(".")
        found.extend(folded(label) for label in labels if len(label) > 4)
    return tuple(n for n in found if len(n) > 3)
