"""What is said to have happened: offices held and lost, events reported."""

from __future__ import annotations

from typing import ClassVar, Literal

from saksi.model.frozen import Frozen, Named
from saksi.model.spans import Evidence, Span

OfficeStatus = Literal["holds", "held", "appointed", "dismissed", "acting", "resigned", "candidate"]
Reality = Literal["actual", "historical", "future", "hypothetical", "negated"]


class Position(Named, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An office, whoever holds it. Source: Popolo (post), FollowTheMoney (Position)."""

    NOUN: ClassVar[str] = "position"
    SAYS: ClassVar[tuple[str, ...]] = ("title", "organization", "place")

    title: str
    organization: str | None = None
    place: str | None = None


class Occupancy(Named, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """That somebody holds, held, gets or loses a position. Source: FollowTheMoney (Occupancy)."""

    NOUN: ClassVar[str] = "occupancy"
    SAYS: ClassVar[tuple[str, ...]] = ("article_id", "holder", "position", "status")

    article_id: str
    holder: str
    """The person's name, in its fullest form in the article."""
    holder_id: str | None = None
    """The mention of the person."""
    position: Position
    status: OfficeStatus
    start: str | None = None
    """TIMEX3 value, of the term of this holder."""
    end: str | None = None
    evidence: tuple[Evidence, ...]
    """First the one that gave it; the others follow in text order."""
    claim_ids: tuple[str, ...] = ()
    rule: str = ""


class Role(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who or what took part, and as what: actor, target, victim, place lost ..."""

    role: str
    span: Span
    mention_id: str | None = None


class Slot(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question that a report answers in a form that can be compared: (subject, predicate) -> value.

    Example: ("Hama", "controlled_by") -> "pemberontak"; ("", "killed") -> low 10, high 10.
    """

    predicate: str
    subject: str = ""
    value: str | None = None
    low: float | None = None
    high: float | None = None
    negated: bool = False
    span: Span


class EventReport(Named, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """That an event is reported, by whom (the claim), of which kind. Source: PLOVER, ACLED (event types)."""

    NOUN: ClassVar[str] = "event"
    SAYS: ClassVar[tuple[str, ...]] = ("article_id", "kind", "subkind", "trigger", "claim_id")

    article_id: str
    claim_id: str | None = None
    """None: the publisher in its own voice."""
    kind: str
    """PLOVER class, in lower case."""
    subkind: str = ""
    """ACLED sub-event type, where one fits."""
    trigger: Span
    sentence: Span
    when: str | None = None
    where: str | None = None
    """The place mention's id."""
    roles: tuple[Role, ...] = ()
    figures: tuple[str, ...] = ()
    """Ids of figures."""
    slots: tuple[Slot, ...] = ()
    reality: Reality = "actual"
    rule: str = ""
