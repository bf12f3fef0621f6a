"""One sentence with its marks, as the room sees it: tokens, people, positions, bodies, places, times and figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, NamedTuple, TypeVar

from saksi.lang.forms import Token, tokens_in
from saksi.model.marks import Figure, Marks, Mention, PlaceMention, Timex
from saksi.model.pages import Article

M = TypeVar("M", Mention, Timex, PlaceMention, Figure)


LEAST = 2
"""Tokens of a sentence that can tell anything: a list's marks are sentences too."""


class Told(NamedTuple):
    """A mark and the tokens that it covers."""

    first: int
    end: int
    mention: Mention


class Sentence(NamedTuple):
    """One sentence of an article with all that was marked in it, each in text order."""

    start: int
    end: int
    tokens: list[Token]
    people: list[Told]
    positions: list[Told]
    bodies: list[Told]
    names: list[Told]
    """People, bodies and places."""
    places: list[PlaceMention]
    times: list[Timex]
    figures: list[Figure]


def sentences_of(article: Article, marks: Marks) -> Iterator[Sentence]:
    """The sentences of the body with their marks, in order; those of one token are left out."""
    names = _Walk(marks.names)
    places, times, figures = _Walk(marks.places), _Walk(marks.times), _Walk(marks.figures)
    for start, end in marks.sentences:
        tokens = tokens_in(article.text, start, end)
        if len(tokens) < LEAST:
            continue
        told = _told(tokens, names.within(start, end))
        yield Sentence(
            start,
            end,
            tokens,
            [t for t in told if t.mention.kind == "person"],
            [t for t in told if t.mention.kind == "position"],
            [t for t in told if t.mention.kind == "organization"],
            [t for t in told if t.mention.kind in ("person", "organization", "place")],
            places.within(start, end),
            times.within(start, end),
            figures.within(start, end),
        )


def _told(tokens: list[Token], mentions: list[Mention]) -> list[Told]:
    starts = {t.start: i for i, t in enumerate(tokens)}
    ends = {t.end: i + 1 for i, t in enumerate(tokens)}
    found: list[Told] = []
    for mention in mentions:
        first, end = starts.get(mention.span.start), ends.get(mention.span.end)
        if first is not None and end is not None and first < end:
            found.append(Told(first, end, mention))
    return found


class _Walk(Generic[M]):
    """Marks in text order, given out by stretch; each stretch begins after the one before."""

    def __init__(self, marks: tuple[M, ...]) -> None:
        self.marks: tuple[M, ...] = marks
        self.at = 0

    def within(self, start: int, end: int) -> list[M]:
        found: list[M] = []
        while self.at < len(self.marks):
            mark = self.marks[self.at]
            if mark.span is None:
                self.at += 1
                continue
            if mark.span.start >= end:
                break
            if mark.span.start >= start and mark.span.end <= end:
                found.append(mark)
            self.at += 1
        return found
