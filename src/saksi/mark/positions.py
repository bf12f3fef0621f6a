"""Positions: title phrases as they stand, each with the person whom the text gives it to by standing next to it."""

from __future__ import annotations

from typing import NamedTuple, TypeVar

from saksi.lang.base import Pack
from saksi.lang.forms import Token, class_of, phrases_of, tokens_in
from saksi.mark.titles import Title, title_forms, titles_in
from saksi.model.marks import Mention, Timex
from saksi.model.pages import Article

M = TypeVar("M", Mention, Timex)

RELATIVE = 14
"""Tokens of a clause between a title and its comma ("yang berlokasi di Khmeimim,")."""


def positions_in(
    article: Article,
    sentences: tuple[tuple[int, int], ...],
    names: tuple[Mention, ...],
    times: tuple[Timex, ...],
    lang: Pack,
) -> tuple[Mention, ...]:
    """The positions in the sentences, in text order; ``holder_id`` is the person beside it, if one stands there.

    In: names of people, bodies and places, and times, in text order.
    """
    found: list[Mention] = []
    name_at = time_at = 0
    for start, end in sentences:
        while name_at < len(names) and names[name_at].span.end <= start:
            name_at += 1
        while time_at < len(times) and (times[time_at].span is None or times[time_at].span.end <= start):  # type: ignore[union-attr]
            time_at += 1
        here = _until(names, name_at, end)
        dated = [t.span for t in _until(times, time_at, end) if t.span is not None]
        tokens = tokens_in(article.text, start, end) if end - start > 1 else []
        if not tokens:
            continue
        found.extend(_positions(article, tokens, here, [(s.start, s.end) for s in dated], lang))
    return tuple(found)


def _until(marks: tuple[M, ...], at: int, end: int) -> list[M]:
    some: list[M] = []
    while at < len(marks):
        span = marks[at].span
        if span is not None and span.start >= end:
            break
        some.append(marks[at])
        at += 1
    return some


class _Person(NamedTuple):
    first: int
    end: int
    mention: Mention


def _positions(
    article: Article, tokens: list[Token], names: list[Mention], dated: list[tuple[int, int]], lang: Pack
) -> list[Mention]:
    """The positions of one sentence."""
    index = {t.start: i for i, t in enumerate(tokens)}
    stops = {t.end: i + 1 for i, t in enumerate(tokens)}
    people: list[_Person] = []
    solid: dict[int, int] = {}
    closed: set[int] = set()
    for name in names:
        first, end = index.get(name.span.start), stops.get(name.span.end)
        if first is None or end is None or end <= first:
            continue
        if name.kind == "person":
            people.append(_Person(first, end, name))
            closed.update(range(first, end))
        elif not title_forms(lang.code).at(tokens, first):
            solid[first] = end
    for start, stop in dated:
        closed.update(i for i, t in enumerate(tokens) if start <= t.start < stop)
    titles = titles_in(tokens, solid, frozenset(closed), lang)
    titles = [t for n, t in enumerate(titles) if not n or not _in_brackets(tokens, titles[n - 1], t)]
    holders = _holders(tokens, titles, people, lang)
    return [
        _mention(article, tokens, title, holder)
        for title, holder in zip(titles, holders, strict=True)
        if holder is not None or _stands_alone(tokens, title, lang)
    ]


def _mention(article: Article, tokens: list[Token], title: Title, holder: tuple[_Person, str] | None) -> Mention:
    span = article.span(tokens[title.adjective].start, tokens[title.end - 1].end)
    return Mention(
        article_id=article.id,
        span=span,
        kind="position",
        head=article.text[tokens[title.first].start : tokens[title.end - 1].end],
        holder_id=holder[0].mention.id if holder else None,
        rule=f"{title.status} {title.kind}{' ' + holder[1] if holder else ''}",
    )


def _names_a_body(tokens: list[Token], title: Title) -> bool:
    """Whether a title has a name beside its own words ("kader PDI-P"); a capital that opens a sentence is none."""
    return any(
        tokens[k].text[0].isupper() and (k > 0 or tokens[k].text.endswith(("'s", "’s")))
        for k in range(title.first, title.end)
        if not title.head <= k < title.core
    )


def _in_brackets(tokens: list[Token], title: Title, further: Title) -> bool:
    """Whether a title is another's abbreviation ("Menteri Dalam Negeri (Mendagri)")."""
    opens, closes = further.adjective - 1, further.end
    return opens == title.end and tokens[opens].text == "(" and closes < len(tokens) and tokens[closes].text == ")"


def _stands_alone(tokens: list[Token], title: Title, lang: Pack) -> bool:
    """Whether a title without a holder is a position all the same, and no common noun ("anggota", "wakil")."""
    if title.kind != "office":
        return title.status != "holds"
    given = title.adjective > 0 and tokens[title.adjective - 1].fold in class_of(lang.code, "office_as")
    return given or tokens[title.head].text[0].isupper() or not title.bare


def _holders(
    tokens: list[Token], titles: list[Title], people: list[_Person], lang: Pack
) -> list[tuple[_Person, str] | None]:
    """Of each title, the person beside it and the rule that found them."""
    by_first = {p.first: p for p in people}
    by_end = {p.end: p for p in people}
    beside = _Beside(tokens, by_first, by_end, lang)
    held: list[tuple[_Person, str] | None] = []
    titled: set[int] = set()
    for n, title in enumerate(titles):
        limit = titles[n + 1].adjective if n + 1 < len(titles) else len(tokens)
        person = beside.next_to(title.end)
        rule = "before the name"
        if person is None and not (title.kind == "role" and not _names_a_body(tokens, title)):
            person, rule = beside.behind(title, titled), "after the name"
        if person is None:
            person, rule = (
                beside.after_comma(title.end, limit, bare=title.bare and tokens[title.head].text[0].islower()),
                "before the name, after a comma",
            )
        if person is not None and title.kind == "role" and not _names_a_body(tokens, title):
            person = None
        if person is not None and rule.startswith("before"):
            titled.add(person.first)
        held.append((person, rule) if person else None)
    for n in range(len(titles) - 2, -1, -1):  # "founder and former CEO, Adam Neumann"; "Ketua X sekaligus Menteri Y Z"
        between = tokens[titles[n].end : titles[n + 1].adjective]
        if held[n] is None and held[n + 1] is not None and len(between) == 1:
            told = titles[n + 1].adjective < titles[n + 1].first
            if between[0].fold in beside.ands or (told and between[0].fold in beside.links):
                held[n] = held[n + 1]
    return held


class _Beside:
    """Who stands beside a title, in one sentence."""

    def __init__(
        self, tokens: list[Token], by_first: dict[int, _Person], by_end: dict[int, _Person], lang: Pack
    ) -> None:
        self.tokens, self.by_first, self.by_end = tokens, by_first, by_end
        self.forms = title_forms(lang.code)
        self.gaps = phrases_of(lang.code, "title_gaps")
        self.intros = phrases_of(lang.code, "title_intros")
        self.relatives = class_of(lang.code, "title_relatives")
        self.led = class_of(lang.code, "prepositions")
        self.links = class_of(lang.code, "title_links")
        self.ands = class_of(lang.code, "title_ands")
        self.as_words = class_of(lang.code, "title_as")

    def next_to(self, k: int) -> _Person | None:
        """The person right after token ``k``, over ranks, honorifics, abbreviations in brackets and the like."""
        for _ in range(8):
            if k in self.by_first:
                return self.by_first[k]
            ahead = self._over(k)
            if ahead == k:
                return None
            k = ahead
        return None

    def after_comma(self, k: int, limit: int, *, bare: bool) -> _Person | None:
        """The person after a title's comma, over "lainnya", "yang berlokasi di ..." or "dari Fraksi ..."."""
        if k < len(self.tokens) and self.tokens[k].fold in self.relatives:
            for j in range(k + 1, min(k + RELATIVE, limit, len(self.tokens))):
                if j in self.by_first:
                    led = self.tokens[j - 1].text in ",)" or self.tokens[j - 1].text[0].isupper()
                    return self.by_first[j] if led else None
                if self.tokens[j].text == ",":
                    person = self.next_to(j + 1)
                    return (
                        person
                        if person is not None and (person.first > j + 1 or person.end - person.first > 1)
                        else None
                    )
            return None
        if k < len(self.tokens) and self.tokens[k].text == ",":
            person = self.next_to(k + 1)
            lone = person is not None and person.first == k + 1 and person.end == k + 2
            return None if lone and bare else person
        return None

    def behind(self, title: Title, titled: set[int]) -> _Person | None:
        """The person before a title: "X, Ketua KPU,", "X selaku Ketua KPU", "X (Ketua KPU)"."""
        k = title.adjective
        marked = False
        for _ in range(2):
            for length in (5, 4, 3, 2, 1):
                words = tuple(t.fold for t in self.tokens[max(0, k - length) : k])
                if len(words) == length and words in self.intros:
                    k -= length
                    marked = marked or any(w in self.as_words for w in words)
                    break
        if k - 1 >= 0 and self.tokens[k - 1].text == ")" and k >= 4:
            for open_ in range(k - 2, max(k - 6, 0), -1):
                if self.tokens[open_].text == "(":
                    k = open_
                    break
        if marked and k in self.by_end:
            return self.by_end[k]
        if k < 1 or self.tokens[k - 1].text not in ",(–—":
            return None
        stop = k - 2 if self.tokens[k - 2].text == "." else k - 1  # "James Kennedy Jr.,"
        person = self.by_end.get(k - 1) or self.by_end.get(stop) or self.by_end.get(self._before_brackets(k - 1))
        if person is None or self._rather_the_next(person, title, titled):
            return None
        after = self.tokens[title.end].text if title.end < len(self.tokens) else "."
        if after in ',.;)–—:"”' or after.casefold() in self.relatives or marked:
            return person
        return None

    def _rather_the_next(self, person: _Person, title: Title, titled: set[int]) -> bool:
        """Whether a title between two people is the second one's: "menurut X, komandan Y, Laksamana Z"."""
        if title.end < len(self.tokens) and self.tokens[title.end].fold in self.relatives:
            following = self.after_comma(title.end, title.end + RELATIVE, bare=False)
            return following is not None and self.tokens[following.first - 1].text != ","
        if title.end >= len(self.tokens) or self.tokens[title.end].text != ",":
            return False
        following = self.next_to(title.end + 1)
        if following is None:
            return False
        ranked = following.first > title.end + 1
        led = person.first > 0 and self.tokens[person.first - 1].fold in self.led
        return person.first in titled or ranked or led

    def _before_brackets(self, k: int) -> int:
        """The token that "(35)" before token ``k`` opens at, or ``k``."""
        if k >= 3 and self.tokens[k - 1].text == ")" and self.tokens[k - 3].text == "(":
            return k - 3
        return k

    def _over(self, k: int) -> int:
        """The token after what may stand between a title and a name at ``k``, or ``k``."""
        if k >= len(self.tokens):
            return k
        row = self.forms.at(self.tokens, k)
        if row is not None and row[0].kind in ("rank", "honorific", "degree", "person"):
            return row[1]
        token = self.tokens[k]
        if token.text == ".":
            return k + 1
        if token.text == "(":
            for close in range(k + 2, min(k + 6, len(self.tokens))):
                if self.tokens[close].text == ")":
                    return close + 1
        for length in (2, 1):
            if tuple(t.fold for t in self.tokens[k : k + length]) in self.gaps:
                ahead = k + length
                return ahead + 1 if ahead < len(self.tokens) and self.tokens[ahead].text == "," else ahead
        return k
