"""People whom only the title beside them shows to be people: for texts whose names no tagger has found."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from saksi.lang.base import Pack
from saksi.lang.forms import Token, class_of, tokens_in
from saksi.mark.titles import Title, title_forms, titles_in
from saksi.model.marks import Mention, Timex
from saksi.model.pages import Article

LONGEST = 4
"""Words of a name beside a title."""


def bearers_in(
    article: Article,
    sentences: tuple[tuple[int, int], ...],
    names: tuple[Mention, ...],
    times: tuple[Timex, ...],
    lang: Pack,
) -> tuple[Mention, ...]:
    """The people beside titles, and every mention of them by full or last name, in text order.

    Out: () where a tagger has found a person already: it knows better.
    """
    if any(n.kind == "person" for n in names):
        return ()
    taken = sorted([(n.span.start, n.span.end) for n in names] + [(t.span.start, t.span.end) for t in times if t.span])
    read = [_Read.of(tokens_in(article.text, a, b), taken, lang) for a, b in sentences if b - a > 1]
    full: dict[str, str] = {}
    for one in read:
        for title in one.titles:
            for first, end in (_after(one, title.end, lang), _before(one, title.adjective, lang)):
                if end > first:
                    name = article.text[one.tokens[first].start : one.tokens[end - 1].end]
                    name = name.removesuffix("'s").removesuffix("’s")
                    full.setdefault(_last(name), name)
    return tuple(mention for one in read for mention in _again(article, one, full)) if full else ()


class _Read(NamedTuple):
    """One sentence: its tokens, its titles, and the tokens that are no part of a person's name."""

    tokens: list[Token]
    titles: list[Title]
    taken: frozenset[int]

    @classmethod
    def of(cls, tokens: list[Token], spans: list[tuple[int, int]], lang: Pack) -> _Read:
        if not tokens:
            return cls([], [], frozenset())
        near = spans[bisect_left(spans, (tokens[0].start, 0)) : bisect_left(spans, (tokens[-1].end, 0))]
        closed = frozenset(i for i, t in enumerate(tokens) for a, b in near if a <= t.start < b)
        titles = titles_in(tokens, {}, closed, lang)
        return cls(tokens, titles, closed | {k for t in titles for k in range(t.first, t.end)})


def _again(article: Article, one: _Read, full: dict[str, str]) -> list[Mention]:
    found: list[Mention] = []
    for k, token in enumerate(one.tokens):
        bare = token.text.removesuffix("'s").removesuffix("’s")
        if k in one.taken or bare not in full or not bare[0].isupper():
            continue
        name = full[bare]
        span = article.span(token.start, token.start + len(bare))
        start = max(0, token.start - name.rfind(bare))
        if article.text.startswith(name, start):
            span = article.span(start, start + len(name))
        found.append(Mention(article_id=article.id, span=span, kind="person", head=name, rule="beside a title"))
    return found


def _last(name: str) -> str:
    """The word that later mentions use: the last, without "Jr."."""
    words = [w for w in name.replace(",", " ").split() if w.rstrip(".") not in ("Jr", "Sr", "II", "III")]
    return words[-1]


def _named(tokens: list[Token], k: int, taken: frozenset[int], lang: Pack) -> bool:
    token = tokens[k]
    if k in taken or not token.text[0].isupper() or token.fold in class_of(lang.code, "title_not_first"):
        return False
    row = title_forms(lang.code).at(tokens, k)
    return row is None or row[0].kind in ("rank", "honorific", "degree", "role")


def _after(one: _Read, k: int, lang: Pack) -> tuple[int, int]:
    """First token and end of the run of capitalised words at ``k``, over a rank or a comma; (k, k) for none."""
    tokens, taken = one.tokens, one.taken
    while k < len(tokens):
        row = title_forms(lang.code).at(tokens, k)
        if row is None or row[0].kind not in ("rank", "honorific", "degree"):
            break
        k = row[1]
    comma = k < len(tokens) and tokens[k].text == ","
    first = k + 1 if comma else k
    end = first
    while (
        end < len(tokens) and end - first < LONGEST + 2 and (_named(tokens, end, taken, lang) or _initial(tokens, end))
    ):
        end += 1
    words = [t for t in tokens[first:end] if t.text != "."]
    least = 2 if comma else 1
    return (first, end) if least <= len(words) <= LONGEST else (k, k)


def _before(one: _Read, k: int, lang: Pack) -> tuple[int, int]:
    """The same for the run before a comma and an article: "X, the U.S. Attorney"."""
    tokens, taken = one.tokens, one.taken
    articles = class_of(lang.code, "title_not_first")
    while k > 0 and tokens[k - 1].fold in articles:
        k -= 1
    if k < 2 or tokens[k - 1].text != ",":
        return k, k
    end = first = k - 1
    while (
        first > 0
        and end - first < LONGEST + 2
        and (_named(tokens, first - 1, taken, lang) or _initial(tokens, first - 1))
    ):
        first -= 1
    while first < end and tokens[first].text == ".":
        first += 1
    words = [t for t in tokens[first:end] if t.text != "."]
    return (first, end) if 2 <= len(words) <= LONGEST else (k, k)


def _initial(tokens: list[Token], k: int) -> bool:
    """Whether a full stop belongs to an initial or to "Jr."."""
    before = tokens[k - 1].text if k else ""
    return tokens[k].text == "." and (len(before) == 1 or before in ("Jr", "Sr")) and before[:1].isupper()
