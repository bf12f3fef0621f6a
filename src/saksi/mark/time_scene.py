"""What a time expression is read against: the day of publication, the times before it, the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from saksi.lang.dates import day_of, month_of, year_of
from saksi.mark.time_words import Word
from saksi.model.marks import Basis, TimexType

TENSE_BACK, TENSE_ON = 14, 8


SENTENCE_ENDS = frozenset(".!?:;\"“‘'|")


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What a rule reads: a TIMEX3 value and why; ``span`` where it is less than the whole match."""

    type: TimexType
    value: str
    mod: str | None = None
    anchor: str | None = None
    candidates: tuple[str, ...] = ()
    basis: Basis = "explicit"
    bounds: tuple[str | None, str | None] = (None, None)
    why: str = ""
    span: tuple[int, int] | None = None


Readings = tuple[Reading, ...]


class Scene:
    """The state of reading one article, from its first time expression to its last."""

    def __init__(self, published: str | None, ceiling: str | None, code: str, *, day_first: bool) -> None:
        self.published = day_of(published)
        self.published_value = published
        self.ceiling = ceiling
        self.told: date | None = None
        """Where the page does not say when it was published: the latest full date that its text tells."""
        self.code = code
        self.day_first = day_first
        self.text = ""
        self.words: Sequence[Word] = ()
        self.at = 0
        self.end = 0
        self.sentence = 0
        self.last_day: date | None = None
        self.last_day_sentence = -99
        self.last: str | None = None
        self.last_fine = False
        """The last time told was a day or a month with its year: days and months after it may be of that year."""
        self.quarter: str | None = None
        self.last_sentence = -99
        self.after_dark = False
        """The last day was told with an afternoon, evening or night: a small hour after it is of the next day."""

    @property
    def today(self) -> date | None:
        """The day to reckon from: of publication, else the latest full day that the text tells."""
        return self.published or self.told

    @property
    def limit(self) -> date | None:
        """The day that years are sought up to: of publication, else of the fetch, from which nothing is reckoned."""
        return self.today or day_of(self.ceiling)

    def keep(self, reading: Reading, makes: str) -> None:
        """Remember a reading for those that follow it."""
        if makes == "quarter":
            self.quarter = reading.value
        if makes in ("year_earlier", "that_quarter", "whole_year"):
            return
        if reading.type in ("DURATION", "SET") or reading.value.endswith("_REF"):
            return
        value = reading.value
        there = day_of(value)
        if there:
            self.last_day, self.last_day_sentence = there, self.sentence
            self.after_dark = value[10:13] in ("TAF", "TEV", "TNI") or "T12" <= value[10:13] <= "T24"
        if year_of(value) or month_of(value):
            self.last, self.last_sentence = value, self.sentence
            self.last_fine = reading.basis == "explicit" and month_of(value) is not None

    def begins(self, i: int) -> bool:
        """Whether a word begins the line or a sentence of it."""
        return i == 0 or self.words[i - 1].lower in SENTENCE_ENDS

    def tense(self) -> int:
        """1 where the words around say that it is still to come, -1 where they tell of what was, else 0."""
        words = self.words
        for i in range(self.at - 1, max(-1, self.at - 1 - TENSE_BACK), -1):
            kinds = words[i].kinds
            if "will" in kinds:
                return 0 if any("was" in words[n].kinds for n in range(max(0, i - 3), i)) else 1
            if "did" in kinds:
                return -1
            if words[i].lower in ".!?;":
                break
        for i in range(self.end, min(len(words), self.end + TENSE_ON)):
            kinds = words[i].kinds
            if "will" in kinds:
                return 1
            if "did" in kinds:
                return -1
            if words[i].lower in ".!?;,":
                break
        return 0
