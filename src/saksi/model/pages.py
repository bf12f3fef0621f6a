"""Pages as they come and articles as they are read."""

from __future__ import annotations

from typing import ClassVar, Literal

from saksi.errors import BrokenRecord
from saksi.model.frozen import Frozen, Named
from saksi.model.marks import Timex
from saksi.model.spans import OffsetMap, Span

Role = Literal[
    "headline", "subhead", "lead", "body", "caption", "byline", "dateline", "readalso",
    "related", "popular", "picks", "latest", "advert", "tags", "share", "note", "other",
]  # fmt: skip
BODY: frozenset[str] = frozenset({"body", "subhead", "lead"})
LISTS: frozenset[str] = frozenset({"related", "popular", "picks", "latest"})


class Page(Named, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One page as it was fetched or found."""

    NOUN: ClassVar[str] = "page"
    SAYS: ClassVar[tuple[str, ...]] = ("url", "digest")

    doc: str
    """The name that its collection gives it (a file name, a record's ``doc``)."""
    url: str | None = None
    final_url: str | None = None
    fetched_at: str | None = None
    media_type: str = "text/plain"
    charset: str = "utf-8"
    digest: str
    """BLAKE2b-128 of the bytes, in hexadecimal."""
    size: int
    """Units: bytes."""


class Given(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the collection that a page comes from says of it; the page's own words are preferred where they differ."""

    title: str | None = None
    published: str | None = None
    lang: str | None = None
    outlet: str | None = None


class RawPage(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A page with its text or HTML, decoded: what intake gives and read takes."""

    page: Page
    content: str
    given: Given = Given()
    clean: bool = False
    """The content is article text already: no line of it is furniture."""
    fast: bool = False
    """Read it fast rather than as well as can be."""


class Outlet(Named, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who publishes."""

    NOUN: ClassVar[str] = "outlet"
    SAYS: ClassVar[tuple[str, ...]] = ("name",)

    name: str
    domain: str | None = None
    country: str | None = None
    kind: Literal["outlet", "wire", "agency", "government", "aggregator"] = "outlet"
    langs: tuple[str, ...] = ()


class Block(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One line of an article's text and what it is. ``rank`` counts the items of a side list from 1."""

    start: int
    end: int
    role: Role
    rank: int | None = None
    rule: str = ""


class Article(Named, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A page, read: its text with each line's role, and what the page says of itself.

    ``text`` is what all later spans count in: the page's own text with lost word boundaries put back
    and nothing else changed. ``offsets`` leads from it to the page's content.
    """

    NOUN: ClassVar[str] = "article"
    SAYS: ClassVar[tuple[str, ...]] = ("page_id", "text")

    page_id: str
    doc: str
    url: str | None = None
    outlet: Outlet | None = None
    lang: str
    """A pack's code, or "other"."""
    lang_note: str = ""
    """Why the language is unsure: "short", "mixed", "malay?"."""
    headline: str | None = None
    byline: str | None = None
    dateline: str | None = None
    section: str | None = None
    published: Timex | None = None
    fetched: Timex | None = None
    """When the page was fetched, if known or bounded by its side lists."""
    text: str
    blocks: tuple[Block, ...]
    offsets: OffsetMap = OffsetMap()
    derived_from: str | None = None
    """The outlet or agency that the article says it is a rewrite of."""

    def __post_init__(self) -> None:
        super().__post_init__()
        last = 0
        for block in self.blocks:
            if not last <= block.start <= block.end <= len(self.text):
                raise BrokenRecord("blocks out of order or out of the text", start=block.start, end=block.end)
            last = block.end

    @property
    def body(self) -> tuple[Block, ...]:
        """The blocks that are the article itself, in order."""
        return tuple(b for b in self.blocks if b.role in BODY)

    def span(self, start: int, end: int) -> Span:
        """The span of the article's text from ``start`` to ``end``."""
        return Span.of(self.text, start, end)


class Dropped(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A page that gave no record, and why."""

    doc: str
    reason: str
    """A slug: what is counted."""
    detail: str = ""
