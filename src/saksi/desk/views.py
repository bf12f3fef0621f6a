"""What each page of the desk shows, as values: the same for the page and for its JSON twin."""

from __future__ import annotations

import msgspec

from saksi.model.claims import Claim
from saksi.model.journal import Decision, Record
from saksi.store.search import ClaimRow, Found


class View(msgspec.Struct, frozen=True, kw_only=True):
    """What a page shows."""


class StoryLine(View, frozen=True, kw_only=True):
    """One story in a list: "14 articles, 9 outlets, 1-3 origins"."""

    id: str
    title: str
    articles: int
    outlets: int
    at_least: int
    at_most: int
    first: str | None
    last: str | None


class Front(View, frozen=True, kw_only=True):
    """The front page."""

    latest: tuple[Found, ...]
    popular: tuple[StoryLine, ...]
    """Stories of the last day with the most independent origins."""
    picks: tuple[Pick, ...]
    stories: tuple[StoryLine, ...]
    articles: int
    claims: int


class Pick(View, frozen=True, kw_only=True):
    """An editor's pick: a decision with a name and a reason."""

    article: Found
    by: str
    because: str


class Related(View, frozen=True, kw_only=True):
    """An article that shares something, and what."""

    article: Found
    because: str


class ArticleView(View, frozen=True, kw_only=True):
    """An article: its record, its versions, what is related."""

    record: Record
    claims: tuple[Claim, ...]
    versions: tuple[tuple[int, str, str], ...]
    """(version, id, when it was added), the oldest first."""
    related: tuple[Related, ...]
    decisions: tuple[Decision, ...]
    aside: int


class ClaimView(View, frozen=True, kw_only=True):
    """A claim: where it stands, who else carries it, what contradicts it, what was decided."""

    claim: Claim
    article: Found
    sentence: str
    same: tuple[ClaimRow, ...]
    against: tuple[ClaimRow, ...]
    decisions: tuple[Decision, ...]


class StoryView(View, frozen=True, kw_only=True):
    """A story: who carried it, what is claimed, where the accounts differ."""

    line: StoryLine
    articles: tuple[Found, ...]
    claims: tuple[ClaimRow, ...]
    grid: tuple[GridRow, ...]
    days: tuple[tuple[str, int], ...]


class GridRow(View, frozen=True, kw_only=True):
    """One question, and what each origin answers: origin -> (value, the words, the claim or article)."""

    question: str
    answers: dict[str, tuple[str, str, str]]
    differ: bool


class Office(View, frozen=True, kw_only=True):
    """One line of an office's or a person's list."""

    holder: str
    title: str
    org: str | None
    status: str
    term_start: str | None
    term_end: str | None
    published: str | None
    article: str
    words: str


class NameView(View, frozen=True, kw_only=True):
    """A person or a body: what they said, where they are named, which offices."""

    name: str
    kind: str
    forms: tuple[tuple[str, int], ...]
    said: tuple[ClaimRow, ...]
    articles: tuple[Found, ...]
    offices: tuple[Office, ...]


class PlaceView(View, frozen=True, kw_only=True):
    """A place: where it lies, how closely that is known, what is said to have happened there."""

    id: str
    name: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: str
    kind: str
    events: tuple[EventLine, ...]
    articles: tuple[Found, ...]


class EventLine(View, frozen=True, kw_only=True):
    """A reported event."""

    id: str
    kind: str
    subkind: str
    reality: str
    happened: str | None
    words: str
    article: str
    published: str | None
    origin: str | None
    place: str | None
    place_id: str | None
    lat: float | None
    lon: float | None
    precision: str | None


class How(View, frozen=True, kw_only=True):
    """How the record was made: versions, counts, what was dropped and why."""

    rooms: tuple[tuple[str, int], ...]
    languages: tuple[tuple[str, int], ...]
    outlets: tuple[tuple[str, int], ...]
    dropped: tuple[tuple[str, int], ...]
    counts: dict[str, int]
    decisions: dict[str, int]


class Review(View, frozen=True, kw_only=True):
    """What waits for a decision, and what was decided last."""

    waiting: tuple[tuple[Decision, str, str], ...]
    """The decision, and its two sides in words."""
    decided: tuple[Decision, ...]
