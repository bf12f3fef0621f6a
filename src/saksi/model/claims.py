"""Who said what, on whose word. Source: PARC 3.0 and PolNeAR (source, cue, content)."""

from __future__ import annotations

from typing import ClassVar, Literal

from saksi.errors import BrokenRecord
from saksi.model.frozen import Frozen, Named
from saksi.model.spans import Span

SourceKind = Literal["person", "office", "organization", "outlet", "document", "social", "collective", "unnamed"]
Stance = Literal["asserts", "denies", "accuses", "confirms", "expects", "doubts", "asks"]
Mode = Literal["direct", "indirect", "mixed"]


class Source(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A source: as it stands (``span``: "laporan itu") and whom it stands for (``name``: "HUR")."""

    kind: SourceKind
    name: str | None
    """None for an unnamed source."""
    span: Span | None = None
    """None where the text has no words for it (a publisher, an agentless "dilaporkan", the "-nya" of "katanya")."""
    mention_id: str | None = None


class Cue(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The word that reports."""

    span: Span
    lemma: str
    stance: Stance = "asserts"


class Hop(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One link of a chain: a source, the cue that it speaks by, and when it said so (TIMEX3) if the text tells."""

    source: Source
    cue: Cue | None = None
    said_at: str | None = None


class Content(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was said: one or more pieces of the text, in text order."""

    spans: tuple[Span, ...]
    mode: Mode


class Claim(Named, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was said, and the chain it came by: the publisher first, the origin last."""

    NOUN: ClassVar[str] = "claim"
    SAYS: ClassVar[tuple[str, ...]] = ("article_id", "content", "chain")

    article_id: str
    chain: tuple[Hop, ...]
    content: Content
    about: tuple[str, ...] = ()
    """Ids of the mentions in the content."""
    inside: str | None = None
    """The claim that this one is told within."""
    hedged: bool = False
    negated: bool = False
    carried_from: Span | None = None
    """The sentence that the attribution flows from, where this one has no cue of its own."""
    rule: str = ""
    """The rule that found it, and what it rests on."""

    def __post_init__(self) -> None:
        if not self.chain or not self.content.spans:
            raise BrokenRecord("a claim without a chain or a content", article_id=self.article_id)
        super().__post_init__()

    @property
    def origin(self) -> Source:
        """The last source of the chain: on whose word it stands."""
        return self.chain[-1].source

    @property
    def cue(self) -> Cue | None:
        """The cue of the origin."""
        return self.chain[-1].cue
