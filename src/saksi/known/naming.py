"""What is known of names: letters in Latin, legal forms, words that say little, variants of one word."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from saksi.lang.tables import folder, table

WordKind = Literal["honorific", "particle", "generic"]


class LetterRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A letter and its Latin spelling, "-" for none."""

    letter: str
    latin: str
    script: str


class LegalFormRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A legal form as it stands in a company's name, folded, and its class."""

    form: str
    kind: str


class WordRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word of names that says less than the others."""

    word: str
    kind: WordKind


class VariantRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Two forms of one word ("labor", "labour") or of one given name ("Benjamin", "Bibi")."""

    form: str
    variant: str
    kind: Literal["same", "nickname"]


@cache
def letters() -> dict[int, str]:
    """The table for ``str.translate``: code point of a letter -> its Latin spelling."""
    rows = table(folder("saksi.known") / "tables" / "letters.tsv", LetterRow)
    return {ord(r.letter): "" if r.latin == "-" else r.latin for r in rows}


@cache
def consonantal() -> frozenset[int]:
    """The code points of letters of scripts that leave vowels out."""
    rows = table(folder("saksi.known") / "tables" / "letters.tsv", LetterRow)
    return frozenset(ord(r.letter) for r in rows if r.script in ("Arab", "Hebr"))


@cache
def legal_forms() -> dict[tuple[str, ...], str]:
    """Legal form, as its words -> its class."""
    rows = table(folder("saksi.known") / "tables" / "legal_forms.tsv", LegalFormRow)
    return {tuple(r.form.split()): r.kind for r in rows}


@cache
def words(kind: WordKind) -> frozenset[str]:
    """The words of a kind."""
    rows = table(folder("saksi.known") / "tables" / "name_words.tsv", WordRow)
    return frozenset(r.word for r in rows if r.kind == kind)


@cache
def variants(kind: Literal["same", "nickname"]) -> dict[str, frozenset[str]]:
    """Form -> its variants, both ways."""
    out: dict[str, set[str]] = {}
    for r in table(folder("saksi.known") / "tables" / "name_variants.tsv", VariantRow):
        if r.kind == kind:
            out.setdefault(r.form, set()).add(r.variant)
            out.setdefault(r.variant, set()).add(r.form)
    return {form: frozenset(some) for form, some in out.items()}


class OfficeWordRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word of offices that several people hold at once."""

    word: str


@cache
def shared_offices() -> frozenset[str]:
    """Words of offices that several people hold at once ("anggota", "deputy")."""
    rows = table(folder("saksi.known") / "tables" / "shared_offices.tsv", OfficeWordRow)
    return frozenset(r.word for r in rows)
