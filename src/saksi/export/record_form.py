"""The form of the JSON record: what `saksi read --json` prints, one object per page (docs/record.md)."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from saksi.model.claims import Mode, Stance
from saksi.model.happenings import OfficeStatus, Reality
from saksi.model.marks import Basis, Measure, TimexType
from saksi.model.pages import Role


class Form(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of the JSON record."""


class At(Form, frozen=True, kw_only=True):
    """Where it stands. Units: Unicode code points, half-open."""

    start: int
    end: int


class LineForm(At, frozen=True, kw_only=True):
    """One line of the page and its role."""

    role: Role


class NameForm(At, frozen=True, kw_only=True):
    """A name. ``head`` is the fullest form of the same name in the article."""

    type: Literal["PER", "ORG", "LOC"]
    head: str


class TimeForm(At, frozen=True, kw_only=True):
    """A time expression: its TIMEX3 value, and why it has that value."""

    type: TimexType
    value: str
    mod: str | None
    basis: Basis
    candidates: tuple[str, ...]
    rule: str


class PlaceForm(At, frozen=True, kw_only=True):
    """A mention of a place; ``country``, ``lat`` and ``lon`` are null where the place is unknown."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    kind: str
    precision: str


class FigureForm(At, frozen=True, kw_only=True):
    """A count or an amount: the least and the most that the words say."""

    low: float
    high: float
    unit: str
    measure: Measure


class ClaimForm(Form, frozen=True, kw_only=True):
    """Who said what: ``chain`` has names, the publisher first and the origin last, null for an unnamed source."""

    id: str
    content: tuple[At, ...]
    source: At | None
    source_name: str | None
    source_kind: str
    cue: tuple[At, ...]
    stance: Stance
    kind: Mode
    chain: tuple[str | None, ...]
    hedged: bool
    negated: bool
    speech_date: str | None
    inside: str | None
    carried: bool
    rule: str


class OfficeForm(At, frozen=True, kw_only=True):
    """That a person holds, held, gets or loses an office."""

    person: str
    title: str
    org: str | None
    place: str | None
    relation: OfficeStatus
    term_start: str | None
    term_end: str | None


class RoleForm(At, frozen=True, kw_only=True):
    """Who or what took part in an event, and as what."""

    role: str


class SlotForm(At, frozen=True, kw_only=True):
    """A question that an event report answers in a form that can be compared."""

    predicate: str
    subject: str
    value: str | None
    low: float | None
    high: float | None
    negated: bool


class EventForm(At, frozen=True, kw_only=True):
    """A reported event, at the word that reports it."""

    kind: str
    subkind: str
    reality: Reality
    when: str | None
    where: At | None
    claim: str | None
    roles: tuple[RoleForm, ...]
    slots: tuple[SlotForm, ...]
    rule: str


class RecordForm(Form, frozen=True, kw_only=True):
    """The record of one page."""

    doc: str
    url: str | None
    outlet: str | None
    lang: str
    title: str | None
    published: str | None
    published_basis: Basis | None
    text: str | msgspec.UnsetType = msgspec.UNSET
    lines: tuple[LineForm, ...]
    names: tuple[NameForm, ...]
    times: tuple[TimeForm, ...]
    places: tuple[PlaceForm, ...]
    figures: tuple[FigureForm, ...]
    claims: tuple[ClaimForm, ...]
    offices: tuple[OfficeForm, ...]
    events: tuple[EventForm, ...]


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the record."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(RecordForm)}
