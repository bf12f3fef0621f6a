"""Who holds, held, was given or lost which office."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from saksi.assemble.same_office import same_office, same_person, words_of
from saksi.assemble.sentences import Sentence, Told, sentences_of
from saksi.assemble.terms import Term, is_over, term_after
from saksi.lang.base import OfficeVerbRow, Pack, pack
from saksi.lang.forms import Forms, class_of, phrases_of, tokens_in
from saksi.model.claims import Claim
from saksi.model.happenings import Occupancy, OfficeStatus, Position
from saksi.model.marks import Marks, Mention
from saksi.model.pages import Article
from saksi.model.spans import Evidence, Span

OBJECT = 12
"""Tokens between a verb and the person that it gives or takes an office ("melantik Kepala Dinas Sosial ... X")."""
SUBJECT = 24
"""Tokens between a verb and the person before it."""


class Found(NamedTuple):
    """One telling of an office."""

    holder: str
    holder_id: str | None
    position: Position
    status: OfficeStatus
    term: Term
    span: Span
    rule: str


@cache
def verb_forms(code: str) -> Forms[OfficeVerbRow]:
    """The words that give, take or say an office."""
    return Forms(row for row in pack(code).office_verbs if row.kind != "adjective")


@cache
def status_forms(code: str) -> Forms[OfficeVerbRow]:
    """The words before a title that say whether it is held."""
    return Forms(row for row in pack(code).office_verbs if row.kind == "adjective")


def offices_in(article: Article, marks: Marks, claims: tuple[Claim, ...], lang: Pack) -> tuple[Occupancy, ...]:
    """The occupancies that the article tells of, once per person, position and status, in text order."""
    teller = _Teller(article, claims, lang)
    for sentence in sentences_of(article, marks):
        teller.read(sentence)
    return _once(article, teller.found, claims, lang)


class _Teller:
    """Reads the sentences in order and remembers who was spoken of and which office was lost."""

    def __init__(self, article: Article, claims: tuple[Claim, ...], lang: Pack) -> None:
        self.article, self.claims, self.lang = article, claims, lang
        self.found: list[Found] = []
        self.last: Mention | None = None
        self.lost: Position | None = None
        code = lang.code
        self.verbs = verb_forms(code)
        self.as_words = phrases_of(code, "office_as")
        self.blocks = class_of(code, "office_blocks")
        self.this = class_of(code, "office_this")
        self.who = class_of(code, "office_who")
        self.me = class_of(code, "office_me")
        self.bodies = class_of(code, "office_bodies")
        self.past = class_of(code, "term_past")

    def read(self, s: Sentence) -> None:
        """Adds what one sentence tells."""
        used: set[str] = set()
        i = 0
        while i < len(s.tokens):
            match = self.verbs.at(s.tokens, i)
            if match is None:
                i += 1
                continue
            row, end = match
            if not self._blocked(s, i):
                self._verb(s, row, i, end, used)
            i = end
        for position in s.positions:
            if position.mention.id not in used:
                self._beside(s, position)
        if s.people:
            self.last = s.people[0].mention

    def _blocked(self, s: Sentence, i: int) -> bool:
        return any(t.fold in self.blocks for t in s.tokens[max(0, i - 2) : i])

    def _verb(self, s: Sentence, row: OfficeVerbRow, i: int, end: int, used: set[str]) -> None:
        if row.kind == "lead":
            self._lead(s, row, i, end)
            return
        if row.kind in ("verb", "noun"):
            person = next((p for p in s.people if end <= p.first <= end + OBJECT), None)
        else:
            person = self._subject(s, i)
        stated = self._stated(s, end if person is None else max(end, person.end if person.first >= end else end), end)
        beside = self._held_by(s, person, i, end, row) if person else None
        position: Position | None = None
        told: Told | None = stated or (beside if row.needs != "stated" else None)
        if told is not None:
            position = self._position(s, told)
        elif row.needs == "":
            position = self._known(s, row, person)
        holder = (
            person.mention
            if person
            else (self.last if row.kind in ("passive", "self") and row.needs != "beside" else None)
        )
        if row.status == "dismissed" and position is None and person is None:
            near = next((p for p in s.positions if end <= p.first <= end + 2), None)
            self.lost = self._position(s, near) if near else self.lost
        if position is None or holder is None:
            return
        if told is not None:
            used.add(told.mention.id)
        if row.status in ("dismissed", "resigned"):
            self.lost = position
        spans = [
            (s.tokens[i].start, s.tokens[end - 1].end),
            (told.mention.span.start, told.mention.span.end) if told else None,
        ]
        if person:
            spans.append((person.mention.span.start, person.mention.span.end))
        term = term_after(s.tokens, told.end, s.times, self.lang) if told else Term()
        self._add(holder, position, row.status, term, spans, f"{row.kind} {row.form}")

    def _subject(self, s: Sentence, i: int) -> Told | None:
        before = [p for p in s.people if p.end <= i and i - p.end <= SUBJECT]
        return before[-1] if before else None

    def _stated(self, s: Sentence, after: int, end: int) -> Told | None:
        """The position behind the verb or the person: right there, or after "sebagai" and its like."""
        for p in s.positions:
            if p.first < end or p.first > end + SUBJECT:
                continue
            if p.first in (end, after):
                return p
            for length in (3, 2, 1):
                words = tuple(t.fold for t in s.tokens[max(0, p.first - length) : p.first])
                if len(words) == length and words in self.as_words and p.first - length <= max(after, end) + OBJECT:
                    return p
        return None

    def _held_by(self, s: Sentence, person: Told, i: int, end: int, row: OfficeVerbRow) -> Told | None:
        own = [p for p in s.positions if p.mention.holder_id == person.mention.id]
        return own[0] if own else None

    def _known(self, s: Sentence, row: OfficeVerbRow, person: Told | None) -> Position | None:
        """The position that is lost or given without being named: the person's own, or the one that just fell free."""
        if row.status == "appointed":
            return self.lost
        if person is None:
            return None
        name = person.mention.head
        for found in reversed(self.found):
            if same_person(found.holder, name):
                return found.position
        return self.lost if row.status == "dismissed" else None

    def _lead(self, s: Sentence, row: OfficeVerbRow, i: int, end: int) -> None:
        """ "X, yang memimpin pasukan Y dari 2017 hingga 2019"."""
        if end >= len(s.tokens):
            return
        body = next((b for b in s.names if b.first == end and b.mention.kind != "person"), None)
        if body is None and s.tokens[end].fold not in self.bodies:
            return
        stop = self._body_end(s, end)
        if stop == end:
            return
        before = s.tokens[max(0, i - 4) : i]
        relative = any(t.fold in self.who for t in before)
        person = self._subject(s, i)
        if person is None or not (relative or i - person.end <= 1):
            return
        if s.tokens[stop - 1].fold in self.this or (stop < len(s.tokens) and s.tokens[stop].fold in self.this):
            return
        term = term_after(s.tokens, stop, s.times, self.lang)
        over = is_over(term, self.article.published) or any(t.fold in self.past for t in before)
        span = self.article.span(s.tokens[end].start, s.tokens[stop - 1].end)
        title = self.article.text[s.tokens[i].start : span.end]
        org = self._organization(s, end, stop) or span.text
        position = Position(title=title, organization=org, place=self._place(s, span.start, span.end))
        spans = [(s.tokens[i].start, span.end), (person.mention.span.start, person.mention.span.end)]
        self._add(person.mention, position, "held" if over else row.status, term, spans, f"lead {row.form}")

    def _body_end(self, s: Sentence, k: int) -> int:
        """The token after the body that begins at ``k``: lower-case words of bodies, names, "di" and a place."""
        names = {n.first: n.end for n in s.names if n.mention.kind != "person"}
        parts = self.bodies | class_of(self.lang.code, "title_parts")
        links = class_of(self.lang.code, "office_in")
        start = k
        while k < len(s.tokens):
            if k in names:
                k = names[k]
            elif s.tokens[k].fold in parts or (k > start and s.tokens[k].text[0].isupper() and k not in names):
                k += 1
            elif k > start and s.tokens[k].fold in links and k + 1 in names:
                k = names[k + 1]
            else:
                break
        return k

    def _beside(self, s: Sentence, told: Told) -> None:
        """A position with its holder beside it, or one that a pronoun or "ini" leads to."""
        mention = told.mention
        status, rule = self._status(mention), f"beside: {mention.rule}"
        holder: Mention | None = next((p.mention for p in s.people if p.mention.id == mention.holder_id), None)
        if holder is None:
            following = s.tokens[told.end].fold if told.end < len(s.tokens) else ""
            if (
                (following in self.this
                and self.last is not None
                and " " in mention.span.text
                and "office" in mention.rule)
                or (following in self.this and status == "held")
            ):
                holder, rule = self.last, "anaphor"
            elif told.first >= 2 and s.tokens[told.first - 2].fold in self.me:
                speaker = self._speaker(mention.span)
                if speaker is not None:
                    term = term_after(s.tokens, told.end, s.times, self.lang)
                    span = [(mention.span.start, mention.span.end)]
                    self._add(speaker, self._position(s, told), status, term, span, "speaker")
                return
        if holder is None:
            return
        term = term_after(s.tokens, told.end, s.times, self.lang)
        if status == "holds" and is_over(term, self.article.published):
            status = "held"
        spans = [(mention.span.start, mention.span.end)]
        if s.start <= holder.span.start and holder.span.end <= s.end:
            spans.append((holder.span.start, holder.span.end))
        self._add(holder, self._position(s, told), status, term, spans, rule)

    def _speaker(self, span: Span) -> Mention | str | None:
        """Whoever says the words at ``span``, if it is a person."""
        for claim in self.claims:
            if any(piece.holds(span) for piece in claim.content.spans) and claim.origin.kind == "person":
                return claim.origin.name
        return None

    def _status(self, mention: Mention) -> OfficeStatus:
        if mention.span.text.startswith(mention.head):
            return "holds"
        match = status_forms(self.lang.code).at(tokens_in(mention.span.text, 0, len(mention.span.text)), 0)
        return match[0].status if match else "holds"

    def _position(self, s: Sentence, told: Told) -> Position:
        start = told.mention.span.end - len(told.mention.head)
        return Position(
            title=told.mention.head,
            organization=self._organization(s, told.first, told.end) or self._place(s, start, told.mention.span.end),
            place=self._place(s, start, told.mention.span.end),
        )

    def _organization(self, s: Sentence, first: int, end: int) -> str | None:
        inside = [b.mention.span.text for b in s.bodies if first <= b.first and b.end <= end]
        return inside[-1] if inside else None

    def _place(self, s: Sentence, start: int, end: int) -> str | None:
        inside = [p.span.text for p in s.places if start <= p.span.start and p.span.end <= end]
        return inside[-1] if inside else None

    def _add(
        self,
        holder: Mention | str,
        position: Position,
        status: OfficeStatus,
        term: Term,
        spans: list[tuple[int, int] | None],
        rule: str,
    ) -> None:
        some = [s for s in spans if s]
        span = self.article.span(min(a for a, _ in some), max(b for _, b in some))
        name, holder_id = (holder, None) if isinstance(holder, str) else (holder.head, holder.id)
        self.found.append(Found(name, holder_id, position, status, term, span, rule))


def _once(article: Article, found: list[Found], claims: tuple[Claim, ...], lang: Pack) -> tuple[Occupancy, ...]:
    """One occupancy per person, position and status: the first telling, with the evidence of all."""
    groups: list[tuple[Found, tuple[str, ...], list[Found]]] = []
    for one in found:
        words = words_of(one.position.title, lang)
        for first, told, others in groups:
            if first.status == one.status and same_person(first.holder, one.holder) and same_office(told, words, lang):
                others.append(one)
                break
        else:
            groups.append((one, words, [one]))
    made: dict[str, Occupancy] = {}
    for first, _, others in groups:
        spans = [o.span for o in others]
        occupancy = Occupancy(
            article_id=article.id,
            holder=max((o.holder for o in others), key=len),
            holder_id=first.holder_id,
            position=first.position,
            status=first.status,
            start=next((o.term.start for o in others if o.term.start), None),
            end=next((o.term.end for o in others if o.term.end), None),
            evidence=tuple(Evidence(article_id=article.id, span=span) for span in spans),
            claim_ids=tuple(
                c.id for c in claims if any(piece.holds(span) for piece in c.content.spans for span in spans)
            ),
            rule=first.rule,
        )
        made.setdefault(occupancy.id, occupancy)
    return tuple(made.values())
