"""What a count is a count of: killed, injured, missing ... by the words of the pack beside it."""

from __future__ import annotations

from collections.abc import Sequence

from saksi.mark.figure_words import FigureWords
from saksi.mark.time_words import Word
from saksi.model.marks import Measure

REACH = 8
"""Words on either side of a figure within which its measure stands. Chosen on record-dev."""


def measure_of(
    words: Sequence[Word], first: int, end: int, sentence: tuple[int, int], known: FigureWords, *, reach: int = REACH
) -> Measure:
    """The measure of the nearest word of the sentence that says one, not beyond another number; else "other"."""
    inside = known.ending_at("side", words, end)
    if inside is not None:
        return inside.measure
    best: tuple[int, Measure] | None = None
    for distance in range(1, reach + 1):
        i = first - distance
        if i < 0 or words[i].start < sentence[0] or words[i].lower == ";":
            break
        if "num" in words[i].kinds and distance > 1:
            break
        row = known.at("side", words, i)
        if row and row[0].kind != "after":
            best = distance, row[0].measure
            break
    for distance in range(reach):
        i = end + distance
        if i >= len(words) or words[i].end > sentence[1] or words[i].lower == ";" or "num" in words[i].kinds:
            break
        if "comma" in words[i].kinds and best is not None:
            break
        row = known.at("side", words, i)
        if row and row[0].kind == "before" and distance:
            break
        if row and row[0].kind != "before":
            if best is None or distance < best[0]:
                best = distance, row[0].measure
            break
    return best[1] if best else "other"
