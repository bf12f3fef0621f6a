"""A pack's words as the room looks them up: closed classes as sets, cues by their first word."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from saksi.lang.base import CueRow, Pack, pack


class Lexicon(NamedTuple):
    """The pack's words for reported speech, in lower case, ready for look-up."""

    that: frozenset[str]
    purpose: frozenset[str]
    infinitive: frozenset[str]
    by: frozenset[str]
    relatives: frozenset[str]
    demonstratives: frozenset[str]
    articles: frozenset[str]
    definite: frozenset[str]
    clitics: tuple[str, ...]
    past: tuple[str, ...]
    verb_prefixes: tuple[str, ...]
    addressees: frozenset[str]
    fillers: frozenset[str]
    unsaid: frozenset[str]
    adjuncts: frozenset[str]
    stops: frozenset[str]
    subordinators: frozenset[str]
    contrasts: frozenset[str]
    conjunctions: frozenset[str]
    manners: frozenset[str]
    hearers: frozenset[str]
    anaphors: frozenset[str]
    documents: frozenset[str]
    outlet_heads: tuple[tuple[str, ...], ...]
    persons: frozenset[str]
    social: frozenset[str]
    titles_of_works: frozenset[str]
    predicates: frozenset[str]
    finite: frozenset[str]
    auxiliaries: frozenset[str]
    negations: frozenset[str]
    questions: frozenset[str]
    likenings: frozenset[str]
    unreported: frozenset[str]
    institutions: frozenset[str]
    outlet_tails: frozenset[str]
    parting: frozenset[str]
    openers: frozenset[str]
    indefinite: frozenset[str]
    companies: frozenset[str]
    interviewers: frozenset[str]
    broadcasts: tuple[tuple[str, ...], ...]
    connectives: dict[str, tuple[tuple[str, ...], ...]]
    """By first word, the longest first."""
    cues: dict[str, tuple[tuple[tuple[str, ...], tuple[CueRow, ...]], ...]]
    """By first word: the cue's words and its rows, the longest first."""
    pronouns: dict[str, str]
    titles: frozenset[str]
    """First words of titles, ranks, offices and roles."""
    long_titles: dict[str, str]
    """The long form of an abbreviated title."""
    weekdays: frozenset[str]
    abbreviations: frozenset[str]
    ends: frozenset[str]


_SETS = (
    "that", "purpose", "infinitive", "by", "relatives", "demonstratives", "articles", "definite", "addressees",
    "fillers", "unsaid", "adjuncts", "stops", "subordinators", "contrasts", "conjunctions", "manners", "hearers",
    "anaphors", "documents", "persons", "social", "titles_of_works", "predicates", "finite", "auxiliaries", "negations",
    "questions", "indefinite", "companies",
    "likenings", "unreported", "institutions", "outlet_tails", "parting", "openers", "interviewers",
)  # fmt: skip
"""The classes of [words] in pack.toml that are looked up as sets."""


@cache
def lexicon_of(code: str) -> Lexicon:
    """The look-up of the pack with this code."""
    return _compiled(pack(code))


def _compiled(lang: Pack) -> Lexicon:
    words = lang.words
    sets = {name: frozenset(words.get(name, ())) for name in _SETS}
    calendar = lang.calendar
    days = {day.casefold() for day in calendar.get("weekdays", {})} | {m.casefold() for m in calendar.get("months", {})}
    return Lexicon(
        **sets,
        clitics=tuple(words.get("clitics", ())),
        past=tuple(words.get("past", ())),
        verb_prefixes=tuple(words.get("verb_prefixes", ())),
        outlet_heads=tuple(tuple(head.split()) for head in words.get("outlet_heads", ())),
        broadcasts=tuple(tuple(b.split()) for b in words.get("broadcasts", ())),
        connectives=_by_first(words.get("connectives", ())),
        cues=_cues(lang),
        pronouns={row.form.casefold(): row.refers for row in lang.pronouns},
        titles=frozenset(row.form.split()[0].casefold() for row in lang.titles if row.kind != "degree")
        - frozenset(words.get("articles", ()))
        - frozenset(words.get("relatives", ()))
        - frozenset(words.get("conjunctions", ()))
        - frozenset(words.get("adjuncts", ())),
        long_titles={row.form.casefold(): row.means.casefold() for row in lang.titles if row.means},
        weekdays=frozenset(days),
        abbreviations=frozenset(a.casefold().removesuffix(".") for a in lang.abbreviations),
        ends=frozenset(lang.ends),
    )


def _by_first(phrases: tuple[str, ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        parts = tuple(phrase.casefold().split())
        found.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(some, key=len, reverse=True)) for first, some in found.items()}


def _cues(lang: Pack) -> dict[str, tuple[tuple[tuple[str, ...], tuple[CueRow, ...]], ...]]:
    rows: dict[tuple[str, ...], list[CueRow]] = {}
    for row in lang.cues:
        rows.setdefault(tuple(row.form.casefold().split()), []).append(row)
    found: dict[str, list[tuple[tuple[str, ...], tuple[CueRow, ...]]]] = {}
    for parts, some in rows.items():
        found.setdefault(parts[0], []).append((parts, tuple(some)))
    return {first: tuple(sorted(some, key=lambda s: -len(s[0]))) for first, some in found.items()}
