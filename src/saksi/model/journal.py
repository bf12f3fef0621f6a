"""What is kept: statements, decisions, origins, activities, and the whole record of one page."""

from __future__ import annotations

from typing import ClassVar, Literal

from saksi.model.claims import Claim
from saksi.model.frozen import Frozen, Named
from saksi.model.happenings import EventReport, Occupancy
from saksi.model.marks import Marks
from saksi.model.pages import Article, Page
from saksi.model.spans import Evidence

Relation = Literal[
    "same_entity",
    "same_claim",
    "same_event",
    "copy_of",
    "translation_of",
    "derived_from",
    "contradicts",
    "update_of",
    "picked",
]
Judgement = Literal["positive", "negative", "unsure"]


class Statement(Named, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One value of one property of one entity, and what it rests on. Source: FollowTheMoney (statements)."""

    NOUN: ClassVar[str] = "statement"
    SAYS: ClassVar[tuple[str, ...]] = ("entity_id", "prop", "value", "evidence", "claim_id")

    entity_id: str
    prop: str
    value: str
    original: str
    lang: str
    evidence: Evidence
    claim_id: str | None = None
    made_by: str = ""
    first_seen: str | None = None
    last_seen: str | None = None


class Decision(Named, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """That two things are, or are not, related so; never erased, only undone. Source: nomenklatura (edges)."""

    NOUN: ClassVar[str] = "decision"
    SAYS: ClassVar[tuple[str, ...]] = ("left", "right", "relation", "judgement", "by", "at")

    left: str
    right: str
    relation: Relation
    judgement: Judgement
    score: float
    because: str
    by: str
    """A rule's name, or a person's."""
    at: str | None = None
    undone_at: str | None = None


class OriginSet(Named, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How many independent origins stand behind some claims: at least, at most."""

    NOUN: ClassVar[str] = "origins"
    SAYS: ClassVar[tuple[str, ...]] = ("claim_ids",)

    claim_ids: tuple[str, ...]
    named: tuple[str, ...]
    unnamed: int
    at_least: int
    at_most: int
    because: str = ""


class Activity(Named, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One run of one room: versions in, counts out. Source: W3C PROV (activity)."""

    NOUN: ClassVar[str] = "activity"
    SAYS: ClassVar[tuple[str, ...]] = ("stage", "stage_version", "pack_versions", "used")

    stage: str
    stage_version: str
    pack_versions: tuple[str, ...] = ()
    used: tuple[str, ...] = ()
    generated: int = 0
    dropped: tuple[tuple[str, int], ...] = ()


class Record(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All that saksi keeps of one page, room by room."""

    page: Page
    article: Article
    marks: Marks
    claims: tuple[Claim, ...] = ()
    occupancies: tuple[Occupancy, ...] = ()
    events: tuple[EventReport, ...] = ()
    origins: OriginSet | None = None
    activities: tuple[Activity, ...] = ()
