"""A claim before its source is resolved: what a rule found in one sentence."""

from __future__ import annotations

from typing import NamedTuple

from saksi.lang.base import CueRow

Piece = tuple[int, int]


class Draft(NamedTuple):
    """A claim as a rule found it. Offsets count in the article's text."""

    rule: str
    pieces: tuple[Piece, ...]
    direct: bool
    cue: Piece | None
    row: CueRow | None
    source: Piece | None
    how: str
    """How the source stands there: phrase, pronoun, shared, relative or none."""
    passage: int
    sentence: int
    relays: tuple[Piece, ...] = ()
    """Who carried it, the outermost first."""
    bare: bool = False
    """Neither a complementizer, a comma nor a quotation marks its content."""
    carried_from: Piece | None = None
    tag_end: int = 0
    """Where its tag ends: what follows in the sentence may go on with the quotation."""

    @property
    def start(self) -> int:
        """Where its content begins."""
        return self.pieces[0][0]

    def holds(self, at: Piece) -> bool:
        """Whether a stretch lies within its content."""
        return any(a <= at[0] and at[1] <= b for a, b in self.pieces)
