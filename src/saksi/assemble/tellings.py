"""Every telling of an office: titles beside names, and verbs that give, take or say one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from saksi.assemble.claimed import Claimed
from saksi.assemble.same_office import same_person
from saksi.assemble.sentences import Sentence, Told
from saksi.assemble.terms import Term, is_over, term_after
from saksi.lang.base import OfficeVerbRow, Pack, TitleRow, pack
from saksi.lang.forms import Forms, class_of, phrases_of, tokens_in
from saksi.model.claims import Claim
from saksi.model.happenings import OfficeStatus, Position
from saksi.model.marks import Mention
from saksi.model.pages import Article
from saksi.model.spans import Span

OBJECT = 12
"""Tokens between a verb and the person that it gives or takes an office ("melantik Kepala Dinas Sosial ... X")."""
SUBJECT = 24
"""Tokens between a verb and the person before it."""
COPULA = 6
"""The same for "adalah" and its like."""


class Telling(NamedTuple):
    """One telling of an office."""

    holder: str
    holder_id: str | None
    position: Position
    status: OfficeStatus
    term: Term
    span: Span
    rule: str
    trigger: Span | None = None
    """The word that gives or takes it; None for a title beside a name."""
    sentence: Span | None = None
    holder_span: Span | None = None
    later: bool = False
    """Whether it is still to come ("akan melantik")."""


@cache
def verb_forms(code: str) -> Forms[OfficeVerbRow]:
    """The words that give, take or say an office."""
    return Forms(row for row in pack(code).office_verbs if row.kind != "adjective")


@cache
def status_forms(code: str) -> Forms[OfficeVerbRow]:
    """The words before a title that say whether it is held."""
    return Forms(row for row in pack(code).office_verbs if row.kind == "adjective")


@cache
def candidate_forms(code: str) -> Forms[TitleRow]:
    """The titles that say by themselves that their office is not held ("cawapres")."""
    return Forms(row for row in pack(code).titles if row.status != "holds")


def tellings_in(
    article: Article, sentences: Sequence[Sentence], claims: tuple[Claim, ...], lang: Pack
) -> list[Telling]:
    """Every telling of an office, in the order of the sentences."""
    teller = _Teller(article, claims, lang)
    for sentence in sentences:
        teller.read(sentence)
    return teller.found


def gives_or_takes(sentences: Sequence[Sentence], lang: Pack) -> bool:
    """Whether any word of the sentences may give or take an office: cheaper to ask than to read."""
    firsts = _giving(lang.code)
    return any(t.fold in firsts for s in sentences for t in s.tokens)


@cache
def _giving(code: str) -> frozenset[str]:
    rows = (
        r for r in pack(code).office_verbs if r.kind not in ("adjective", "lead") and r.status not in ("holds", "held")
    )
    return frozenset(r.form.split()[0].casefold() for r in rows)


class _Teller:
    """Reads the sentences in order and remembers who was spoken of and which office was lost."""

    def __init__(self, article: Article, claims: tuple[Claim, ...], lang: Pack) -> None:
        self.article, self.claimed, self.lang = article, Claimed(claims), lang
        self.found: list[Telling] = []
        self.last: Mention | None = None
        self.lost: Position | None = None
        self.lost_at = self.read_so_far = 0
        code = lang.code
        self.verbs = verb_forms(code)
        self.as_words = phrases_of(code, "office_as")
        self.as_ends = class_of(code, "office_says")
        self.blocks = class_of(code, "office_blocks")
        self.this = class_of(code, "office_this")
        self.who = class_of(code, "office_who")
        self.me = class_of(code, "office_me")
        self.articles = class_of(code, "title_not_first")
        self.later = class_of(code, "office_later")
        self.is_words = class_of(code, "office_is")
        self.past = class_of(code, "term_past")
        self.pronouns = frozenset(p.form.casefold() for p in lang.pronouns if p.refers == "person")
        self.heads = class_of(code, "office_bodies")
        self.bodies = self.heads | class_of(code, "title_parts")

    def read(self, s: Sentence) -> None:
        """Adds what one sentence tells."""
        used: set[str] = set()
        self.read_so_far += 1
        i = 0
        while i < len(s.tokens):
            match = self.verbs.at(s.tokens, i)
            if match is None:
                i += 1
                continue
            row, end = match
            if not any(t.fold in self.blocks for t in s.tokens[max(0, i - 2) : i]):
                if row.kind == "lead":
                    self._lead(s, row, i, end)
                else:
                    self._verb(s, row, i, end, used)
            i = end
        for position in s.positions:
            if position.mention.id not in used:
                self._beside(s, position)
        if s.people:
            self.last = s.people[0].mention

    def _verb(self, s: Sentence, row: OfficeVerbRow, i: int, end: int, used: set[str]) -> None:
        """What a verb, or a noun made of one, gives or takes."""
        person = self._person(s, row, i, end)
        after = person.end if person is not None and person.first >= end else end
        copula = row.kind == "self" and row.status in ("holds", "held")
        told = self._stated(
            s,
            after,
            end,
            person.mention.id if person else None,
            copula=copula and s.tokens[end - 1].fold not in self.as_ends,
        )
        if told is None and row.needs != "stated" and person is not None:
            told = next((p for p in s.positions if p.mention.holder_id == person.mention.id and not _rank(p)), None)
        if row.status == "dismissed" and person is None and told is not None:
            self.lost, self.lost_at = (
                self._position(s, told),
                self.read_so_far,
            )  # "mengganti komandan pasukannya": who comes next may be named later
        holder = person.mention if person else self._unnamed(s, row, i)
        if holder is None:
            return
        position = self._position(s, told) if told else self._known(row, holder) if row.needs == "" else None
        if position is None:
            return
        status = row.status
        if told is not None:
            used.add(told.mention.id)
            own = self._status(told.mention)
            status = own if status == "holds" or own == "candidate" else status
        if status in ("dismissed", "resigned"):
            self.lost, self.lost_at = position, self.read_so_far
        spans = [(s.tokens[i].start, s.tokens[end - 1].end)]
        if told is not None:
            spans.append((told.mention.span.start, told.mention.span.end))
        term = term_after(s.tokens, told.end, s.times, self.lang) if told else Term()
        trigger = self.article.span(*spans[0])
        self._add(s, holder, position, status, term, spans, f"{row.kind} {row.form}", trigger)
        if any(t.fold in self.later for t in s.tokens[max(0, i - 2) : i]):
            self.found[-1] = self.found[-1]._replace(later=True)

    def _person(self, s: Sentence, row: OfficeVerbRow, i: int, end: int) -> Told | None:
        """Whom the verb is about: its object, or its subject."""
        if row.kind in ("verb", "noun"):
            return next((p for p in s.people if end <= p.first <= end + OBJECT), None)
        bare = row.status in ("holds", "held") and s.tokens[end - 1].fold not in self.as_ends
        reach = COPULA if bare else SUBJECT
        before = [p for p in s.people if p.end <= i and i - p.end <= reach]
        return before[-1] if before else None

    def _unnamed(self, s: Sentence, row: OfficeVerbRow, i: int) -> Mention | None:
        """The person spoken of last, where a pronoun stands before the verb."""
        near = s.tokens[max(0, i - 3) : i]
        return self.last if row.kind in ("passive", "self") and any(t.fold in self.pronouns for t in near) else None

    def _stated(self, s: Sentence, after: int, end: int, holder_id: str | None, *, copula: bool) -> Told | None:
        """The position right behind the verb or the person, or after "sebagai" and its like."""
        for p in s.positions:
            if p.first < end or p.first > end + SUBJECT or p.mention.holder_id not in (None, holder_id):
                continue
            if p.first in (end, after) and not (after > end and p.first == end):
                return p
            if copula:
                continue
            for length in (3, 2, 1):
                words = tuple(t.fold for t in s.tokens[max(0, p.first - length) : p.first])
                if len(words) == length and words in self.as_words and p.first - length <= after + OBJECT:
                    return p
        return None

    def _known(self, row: OfficeVerbRow, holder: Mention) -> Position | None:
        """The position that is lost or given without being named: the person's own, or the one that just fell free."""
        if row.status == "appointed":
            return self.lost if self.read_so_far - self.lost_at <= 1 else None
        own = [t.position for t in self.found if same_person(t.holder, holder.head)]
        return own[-1] if own else self.lost if row.status == "dismissed" else None

    def _lead(self, s: Sentence, row: OfficeVerbRow, i: int, end: int) -> None:
        """What "X, yang memimpin pasukan Y dari 2017 hingga 2019" says."""
        stop = self._body_end(s, end)
        if (
            stop == end
            or s.tokens[stop - 1].fold in self.articles
            or s.tokens[min(stop, len(s.tokens) - 1)].fold in self.this
        ):
            return
        before = s.tokens[max(0, i - 4) : i]
        if any(t.fold in self.later for t in before[-2:]):
            return
        person = next((p for p in reversed(s.people) if p.end <= i and i - p.end <= SUBJECT), None)
        if person is None or not (any(t.fold in self.who for t in before) or i - person.end <= 1):
            return
        term = term_after(s.tokens, stop, s.times, self.lang)
        over = is_over(term, self.article.published) or any(t.fold in self.past for t in before)
        span = self.article.span(s.tokens[i].start, s.tokens[stop - 1].end)
        place = _inside(s, span.start, span.end)
        body = self.article.text[s.tokens[end].start : span.end]
        position = Position(title=span.text, organization=_body_in(s, end, stop) or body, place=place)
        self._add(s, person.mention, position, "held" if over else row.status, term, [(span.start, span.end)], "lead")

    def _body_end(self, s: Sentence, k: int) -> int:
        """The token after the body that begins at ``k``: lower-case words of bodies, names, "di" and a place."""
        names = {n.first: n.end for n in s.names if n.mention.kind != "person"}
        links = class_of(self.lang.code, "office_in")
        start = k
        opens = k
        while opens < len(s.tokens) and s.tokens[opens].fold in self.articles:
            opens += 1
        if opens >= len(s.tokens) or not (opens in names or s.tokens[opens].fold in self.heads):
            return start
        while k < len(s.tokens):
            if k in names:
                k = names[k]
            elif s.tokens[k].fold in self.bodies:
                k += 1
            elif k > start and s.tokens[k].fold in links and k + 1 in names:
                k = names[k + 1]
            else:
                break
        return k

    def _beside(self, s: Sentence, told: Told) -> None:
        """A position with its holder beside it, or one that "ini" or "saya selaku" leads to."""
        mention = told.mention
        status, rule = self._status(mention), mention.rule
        holder: Mention | str | None
        holder = next((p.mention for p in s.people if p.mention.id == mention.holder_id), None)
        if holder is None and told.end < len(s.tokens) and s.tokens[told.end].fold in self.this:
            holder, rule = self._anaphor(mention, status), "anaphor"
        led = told.first >= 2 and s.tokens[told.first - 1].fold in self.is_words
        if holder is None and led and s.tokens[told.first - 2].fold in self.me:
            holder, rule = self._speaker(mention.span), "speaker"
        if holder is None:
            return
        term = term_after(s.tokens, told.end, s.times, self.lang)
        if status == "holds" and is_over(term, self.article.published):
            status = "held"
        self._add(s, holder, self._position(s, told), status, term, [(mention.span.start, mention.span.end)], rule)

    def _anaphor(self, mention: Mention, status: OfficeStatus) -> Mention | None:
        """The person whom "eks Kepala BIN ini" means: the one spoken of last.

        Only for an office that is no longer held: of "Ketua X itu", two of three in 80 news pages meant somebody else.
        """
        if self.last is None or status == "holds":
            return None
        if any(c.content.mode == "direct" for c in self.claimed.around(mention.span.start, mention.span.end)):
            return None
        return self.last

    def _speaker(self, span: Span) -> str | None:
        """Whoever says the words at ``span``, if it is a person."""
        said = self.claimed.around(span.start, span.end)
        return next((c.origin.name for c in said if c.origin.kind == "person"), None)

    def _status(self, mention: Mention) -> OfficeStatus:
        if mention.span.text.startswith(mention.head):
            words = tokens_in(mention.head, 0, len(mention.head))
            told = (candidate_forms(self.lang.code).at(words, k) for k in range(len(words)))
            return next((m[0].status for m in told if m is not None), "holds")
        match = status_forms(self.lang.code).at(tokens_in(mention.span.text, 0, len(mention.span.text)), 0)
        return match[0].status if match else "holds"

    def _position(self, s: Sentence, told: Told) -> Position:
        place = _inside(s, told.mention.span.end - len(told.mention.head), told.mention.span.end)
        return Position(title=told.mention.head, organization=_body_in(s, told.first, told.end) or place, place=place)

    def _add(  # noqa: PLR0913 (one place where a telling is put together)
        self, s: Sentence, holder: Mention | str, position: Position, status: OfficeStatus, term: Term,
        spans: list[tuple[int, int]], rule: str, trigger: Span | None = None,
    ) -> None:  # fmt: skip
        name, holder_id = (holder, None) if isinstance(holder, str) else (holder.head, holder.id)
        holder_span = None
        if not isinstance(holder, str) and s.start <= holder.span.start and holder.span.end <= s.end:
            holder_span = holder.span
            spans = [*spans, (holder_span.start, holder_span.end)]
        span = self.article.span(min(a for a, _ in spans), max(b for _, b in spans))
        sentence = self.article.span(s.start, s.end)
        self.found.append(Telling(name, holder_id, position, status, term, span, rule, trigger, sentence, holder_span))


def _rank(told: Told) -> bool:
    """Whether a title is a rank only ("purnawirawan jenderal")."""
    return " rank" in told.mention.rule


def _body_in(s: Sentence, first: int, end: int) -> str | None:
    """The last name of a body among the tokens."""
    inside = [b.mention.span.text for b in s.bodies if first <= b.first and b.end <= end]
    return inside[-1] if inside else None


def _inside(s: Sentence, start: int, end: int) -> str | None:
    """The last place between two offsets."""
    inside = [p.span.text for p in s.places if start <= p.span.start and p.span.end <= end]
    return inside[-1] if inside else None
