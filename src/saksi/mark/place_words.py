"""The pack's words that stand beside places, ready for lookup by the words before or after a token."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from saksi.lang.base import Pack, pack


class PlaceWords(NamedTuple):
    """Phrases of up to three words, each as it is written, with what they say of a place beside them."""

    kind_starts: frozenset[str]
    """The first words of the kinds and bodies that stand before a name: nothing else needs a look."""
    kinds_before: dict[str, str]
    kinds_after: dict[str, str]
    areas_after: dict[str, str]
    """The same, but only behind a known name ("Zabul province")."""
    bodies: dict[str, str]
    """Agencies whose name is also their building ("Polsek")."""
    cues: frozenset[str]
    at: frozenset[str]
    """Cues that say that something is there ("di", "menuju")."""
    only: frozenset[str]
    """Cues that nothing but a place follows ("warga", "kawasan")."""
    offices: frozenset[str]
    organizations: frozenset[str]
    organizations_after: frozenset[str]
    """Words behind a place's name that make it a newspaper's or a firm's ("Kyiv Post")."""
    adjectives: frozenset[str]
    """Words that take a country's name as an adjective ("pasukan")."""
    never: frozenset[str]
    """Names of places that mean something else in the news ("Sunday")."""
    sayings: frozenset[str]
    """Words that their speaker follows ("kata")."""
    people: frozenset[str]
    """Ranks, honorifics and degrees: a person's name is next."""
    home: tuple[str, ...]
    """The countries that a page in the language speaks of where it does not say so."""


def place_words(lang: Pack) -> PlaceWords:
    """The pack's place words by use."""
    return _of(lang.code)


@cache
def _of(code: str) -> PlaceWords:
    lang = pack(code)
    rows = lang.place_words
    before = [r.form for r in rows if r.use in ("kind", "body") and r.side == "before"]
    return PlaceWords(
        kind_starts=frozenset(form.split()[0].rstrip(".") for form in before),
        kinds_before={r.form: r.kind for r in rows if r.use == "kind" and r.side == "before"},
        kinds_after={r.form: r.kind for r in rows if r.use == "kind" and r.side == "after"},
        areas_after={r.form: r.kind for r in rows if r.use == "area"},
        bodies={r.form: r.kind for r in rows if r.use == "body"},
        cues=frozenset(r.form for r in rows if r.use == "cue"),
        at=frozenset(r.form for r in rows if r.use == "cue" and r.kind in ("at", "only")),
        only=frozenset(r.form for r in rows if r.use == "cue" and r.kind == "only"),
        offices=frozenset(r.form for r in rows if r.use == "office"),
        organizations=frozenset(r.form for r in rows if r.use == "organization" and r.side == "before"),
        organizations_after=frozenset(r.form for r in rows if r.use == "organization" and r.side == "after"),
        adjectives=frozenset(r.form for r in rows if r.use == "adjective"),
        never=frozenset(r.form for r in rows if r.use == "never"),
        sayings=frozenset(c.form for c in lang.cues if c.kind == "quotative"),
        people=frozenset(t.form for t in lang.titles if t.kind in ("rank", "honorific", "degree")),
        home=lang.words.get("home_countries", ()),
    )
