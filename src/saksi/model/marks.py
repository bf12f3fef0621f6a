"""What stands in the text: names, times, places, figures."""

from __future__ import annotations

from typing import ClassVar, Literal

import msgspec

from saksi.model.frozen import Frozen, Named
from saksi.model.spans import Span

MentionKind = Literal["person", "organization", "place", "position", "facility", "other"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Basis = Literal["explicit", "weekday", "anchored", "inherited", "given", "undecided"]
Measure = Literal[
    "killed", "injured", "missing", "displaced", "arrested", "deployed",
    "damaged", "money", "percent", "size", "duration", "other",
]  # fmt: skip


class Mention(Named, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A name, or a title, as it stands. A mention is never an entity."""

    NOUN: ClassVar[str] = "mention"
    SAYS: ClassVar[tuple[str, ...]] = ("article_id", "span", "kind")

    article_id: str
    span: Span
    kind: MentionKind
    head: str
    """The fullest form of the same name in the article ("Sergey Kiselyov" for "Kiselyov"); a position's own words."""
    short: str | None = None
    """The abbreviation that the text defines for it ("HUR"), if any."""
    holder_id: str | None = None
    """Of a position: the mention of the person whom the text gives it to by standing next to it."""
    rule: str = ""


class Timex(Named, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A time expression with its TIMEX3 value, and why it has that value.

    Source: TimeML TIMEX3 (ISO 24617-1).
    """

    NOUN: ClassVar[str] = "timex"
    SAYS: ClassVar[tuple[str, ...]] = ("article_id", "span", "value")

    article_id: str = ""
    span: Span | None = None
    """None where the value is not from the text (a page's metadata)."""
    type: TimexType
    value: str
    mod: str | None = None
    anchor: str | None = None
    """The value that it was reckoned from."""
    candidates: tuple[str, ...] = ()
    basis: Basis
    bounds: tuple[str | None, str | None] = (None, None)
    """No earlier than, no later than: what limited the candidates."""
    rule: str = ""


class PlaceMention(Named, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A mention of a place, with the place that was chosen for it or None for unknown."""

    NOUN: ClassVar[str] = "placemention"
    SAYS: ClassVar[tuple[str, ...]] = ("article_id", "span", "place_id")

    article_id: str
    span: Span
    place_id: str | None = None
    name: str
    """The place's usual English name if there is one, else its own."""
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    lat: float | None = None
    lon: float | None = None
    kind: str = "other"
    """country admin1 admin2 district village city facility region water mountain street other."""
    precision: Literal["exact", "town", "district", "region", "country", "unknown"] = "unknown"
    candidates: tuple[str, ...] = ()
    rule: str = ""


class Figure(Named, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A count or an amount. ``low`` and ``high`` are equal unless the text gives a range ("ratusan" is 100 to 999)."""

    NOUN: ClassVar[str] = "figure"
    SAYS: ClassVar[tuple[str, ...]] = ("article_id", "span", "low", "high", "measure")

    article_id: str
    span: Span
    low: float
    high: float
    unit: str
    measure: Measure
    rule: str = ""

    def __post_init__(self) -> None:
        for bound in ("low", "high"):  # 3 and 3.0 say the same, and so must make the same id
            msgspec.structs.force_setattr(self, bound, float(getattr(self, bound)))
        super().__post_init__()


class Marks(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All that was marked in one article, each in text order."""

    article_id: str
    sentences: tuple[tuple[int, int], ...]
    """Start and end of each sentence of the body, in order."""
    names: tuple[Mention, ...] = ()
    """Names of people, organisations and places, and positions (titles, offices)."""
    times: tuple[Timex, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    figures: tuple[Figure, ...] = ()
