"""The language pack: what a language's words mean to the rooms, loaded from its folder of data."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.resources.abc import Traversable
from typing import Any, Literal

import msgspec

from saksi.errors import BadConfig, BadPack
from saksi.lang.tables import folder, table
from saksi.model.claims import Stance
from saksi.model.happenings import OfficeStatus, Reality
from saksi.model.marks import Measure
from saksi.model.pages import Role

Side = Literal["either", "before", "after"]


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row of a pack: a form, and an example sentence that holds it and is its test."""

    form: str
    example: str


class CueRow(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A reporting word: a verb ("mengatakan"), preposition ("menurut"), noun ("pernyataan") or adverb ("konon")."""

    lemma: str
    stance: Stance = "asserts"
    kind: Literal["verb", "quotative", "passive", "preposition", "noun", "agentless", "relay", "participle"] = "verb"
    """verb: subject first, content after; quotative: follows or splits its content ("kata", "ujar"); passive: the agent
    after it ("dilansir AFP"); preposition: the source after it ("menurut"); noun: "pernyataan X bahwa"; agentless: no
    source ("konon", "dilaporkan"); relay: names who carried it ("dikutip dari"); participle: its source is the
    subject of the clause before ("saying")."""
    side: Side = "either"
    strength: Literal["sure", "weak"] = "sure"
    """weak: reports only with "bahwa", a quotation or a colon ("menyambut", "ingin")."""
    takes: Literal["clause", "order", "hearer", "count", "source"] = "clause"
    """clause: what follows is said; order: somebody to do something ("meminta warga agar"); hearer: the one who is told
    stands between ("memberi tahu saya bahwa"); count: a number of something as well ("mencatat 20 kasus"); source:
    who is cited ("citing two officials")."""


class TitleRow(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A title, rank, office or degree that stands beside a name."""

    kind: Literal["office", "rank", "honorific", "degree", "role", "person"]
    """office: always a position; role: one when it names a body ("kader", "executive"); person: what somebody is,
    and no position ("aktivis", "victim")."""
    means: str = ""
    """The long form of an abbreviation ("Menkes": "Menteri Kesehatan")."""
    status: OfficeStatus = "holds"
    """What bearing it says of the office ("cawapres" is a candidate for one)."""


class OfficeVerbRow(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word that gives, takes or says an office ("memecat", "menunjuk", "mantan")."""

    status: OfficeStatus
    kind: Literal["verb", "passive", "self", "lead", "adjective", "noun"] = "verb"
    """verb: its object gets or loses the office ("memecat"); passive: its subject does ("dilantik"); self: its subject
    acts ("mundur", "menjabat"); lead: its object is the body ("memimpin"); adjective: before a title ("mantan")."""
    needs: Literal["", "beside", "stated"] = ""
    """What a word with other meanings must have: a title beside the person ("mengganti"), or one after "sebagai" or
    right behind it ("adalah")."""


class PlaceWordRow(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word beside the name of a place ("Kabupaten", "di", "Gubernur", "Universitas")."""

    use: Literal["kind", "area", "body", "cue", "office", "organization", "adjective", "never"]
    kind: str = ""
    """What a place beside it is: country admin1 admin2 district village city facility region water mountain street
    island; of a cue, "at": something is there; "only": nothing but a place follows."""
    side: Literal["before", "after"] = "before"


class EventRow(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word that reports an event ("menyerang", "banjir"), with its type (known/event_codes.tsv)."""

    kind: str
    subkind: str
    voice: Literal["active", "alone", "passive", "mutual", "state", "noun", "deed", "happening"]
    """active: subject is the agent, object the patient; alone: there is no object; passive: the other way; mutual: both
    are agents; state: the subject is what it happens to; noun: the agent stands beside it ("serangan X"); deed: the
    patient does ("penangkapan X"); happening: nobody does it ("banjir")."""
    slot: Literal["", "controls", "loses", "leaves", "dies", "survives", "jails"] = ""
    """What it says that can be compared with another report."""
    needs: Literal["", "actor", "object", "person", "place", "mountain"] = ""
    """What a word with other meanings must have beside it; person, place: what it happens to is one; mountain: a
    volcano. Rows of the kind "none" are sayings that are no events ("mencuri perhatian")."""


class RealityRow(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word that tells whether an event took place ("akan", "jika", "tidak", "pernah")."""

    reality: Reality
    reach: Literal["next", "near", "clause", "sentence"] = "near"
    """How far before the event it tells: right before it, three words, its clause, or the sentence from here on."""


class FurnitureRow(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The heading or line of a page that is not its article ("Baca Juga", "Terpopuler")."""

    role: Role
    where: Literal["start", "whole", "named", "tail"] = "start"
    """start: the line begins with it; whole: it is the whole line; named: it and a name or two are the whole line
    ("By Jane Miller"); tail: a bracket or clause at the line's end begins with it ("(Foto: Siti)")."""
    heads: Literal["line", "list"] = "line"
    """list: the lines below it, up to the next heading, are of the same role."""


class PronounRow(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word that stands for a source ("ia", "laporan itu", "pihaknya")."""

    refers: Literal["person", "people", "organization", "document", "speaker", "any"]


class MeasureRow(Row, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word that says what a number beside it counts, or that it counts nothing."""

    kind: Literal["before", "after", "beside", "unit", "currency", "plain", "loose"]
    """before, after, beside: where the word stands to its number; unit: follows it and says what it is in; currency;
    plain: before a number that counts nothing ("nomor"); loose: after one ("kali lipat")."""
    measure: Measure


class Pack(msgspec.Struct, frozen=True, kw_only=True):
    """All that a language's folder says."""

    code: str
    name: str
    quotes: tuple[tuple[str, str], ...]
    """Opening and closing marks."""
    ends: str
    """Characters that end a sentence."""
    cues: tuple[CueRow, ...]
    titles: tuple[TitleRow, ...]
    office_verbs: tuple[OfficeVerbRow, ...]
    events: tuple[EventRow, ...]
    realities: tuple[RealityRow, ...]
    furniture: tuple[FurnitureRow, ...]
    pronouns: tuple[PronounRow, ...]
    place_words: tuple[PlaceWordRow, ...]
    abbreviations: frozenset[str]
    calendar: dict[str, Any]
    numbers: dict[str, Any]
    measures: tuple[MeasureRow, ...]
    words: dict[str, tuple[str, ...]]
    """Small closed classes of words by name (negations, hedges, connectives, complementizers ...)."""
    stem: Callable[[str], str]
    """The dictionary form of a word, affixes taken off."""


@cache
def pack(code: str) -> Pack:
    """The pack of a language. Raises: BadConfig for a code without a pack, BadPack for a bad row."""
    if code not in codes():
        raise BadConfig("no language pack", code=code, packs=codes())
    where = folder(f"saksi.lang.{code}")
    facts = _toml(where / "pack.toml")
    if facts.get("code") != code:
        raise BadPack("the pack's code is not its folder's", file=f"{code}/pack.toml", line=1)
    abbreviations = (where / "abbreviations.txt").read_text(encoding="utf-8").split("\n")
    return Pack(
        code=code,
        name=facts["name"],
        quotes=tuple((q[0], q[1]) for q in facts["quotes"]),
        ends=facts["ends"],
        cues=table(where / "cues.tsv", CueRow),
        titles=table(where / "titles.tsv", TitleRow),
        office_verbs=table(where / "offices.tsv", OfficeVerbRow),
        events=table(where / "events.tsv", EventRow),
        realities=table(where / "realities.tsv", RealityRow),
        furniture=table(where / "furniture.tsv", FurnitureRow),
        pronouns=table(where / "pronouns.tsv", PronounRow),
        place_words=table(where / "places.tsv", PlaceWordRow),
        abbreviations=frozenset(a.strip() for a in abbreviations if a.strip() and not a.startswith("# ")),
        calendar=_toml(where / "calendar.toml"),
        numbers=_toml(where / "numbers.toml"),
        measures=table(where / "measures.tsv", MeasureRow),
        words={name: tuple(forms) for name, forms in facts.get("words", {}).items()},
        stem=import_module(f"saksi.lang.{code}.morph").stem,
    )


@cache
def codes() -> tuple[str, ...]:
    """The codes of the packs there are, in alphabetical order."""
    return tuple(sorted(p.name for p in folder("saksi.lang").iterdir() if p.is_dir() and (p / "pack.toml").is_file()))


def _toml(where: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(where.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise BadPack(f"cannot read: {error}", file=str(where), line=getattr(error, "lineno", 0)) from error
