"""Counts and amounts, with what is counted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from saksi.lang.base import Pack
from saksi.lang.numbers import Number
from saksi.mark.figure_measure import measure_of
from saksi.mark.figure_words import FigureWords, figure_words
from saksi.mark.time_words import Word, words_in
from saksi.model.marks import Figure, Measure, Timex
from saksi.model.pages import Article

YEARS = range(1800, 2101)
LARGE = 1000
"""From here a number without a noun counts something told before ("18.000 di antaranya")."""


def figures_in(
    article: Article, sentences: tuple[tuple[int, int], ...], times: tuple[Timex, ...], lang: Pack
) -> tuple[Figure, ...]:
    """The figures in the sentences that are no part of a time, in text order; () when there are none."""
    known = figure_words(lang.code)
    spans = [(t.span.start, t.span.end, t.type) for t in times if t.span is not None]
    taken = iter(spans)
    now = next(taken, None)
    starts = [start for start, _ in sentences]
    out: list[Figure] = []
    for block in article.body:
        words = words_in(article.text, block.start, block.end, lang.code)
        i = 0
        while i < len(words):
            word = words[i]
            if "num" not in word.kinds and word.lower not in known.singles:
                i += 1
                continue
            at = bisect_right(starts, word.start) - 1
            sentence = sentences[at] if at >= 0 else (block.start, block.end)
            while now is not None and now[1] <= word.start:
                now = next(taken, None)
            inside = now is not None and now[0] < word.end
            if inside and now is not None and now[2] != "DURATION":
                i += 1
                continue
            if word.lower in known.singles:
                found = _single(words, i, sentence, known)
            else:
                found = _duration(words, i, known) if inside else _figure(article.text, words, i, sentence, known)
            if found is None:
                i += 1
                continue
            figure, end = found
            out.append(_record(article, words, figure, sentence, known))
            i = max(end, i + 1)
    return tuple(out)


class _Draft:
    """A figure before it is a record: words from ``first`` to ``end``, the word of its unit, what it measures."""

    __slots__ = ("end", "first", "high", "low", "measure", "rule", "unit")

    def __init__(
        self, first: int, end: int, low: float, high: float, unit: str, measure: Measure | None, rule: str
    ) -> None:
        self.first, self.end, self.low, self.high = first, end, low, high
        self.unit, self.measure, self.rule = unit, measure, rule


def _record(
    article: Article, words: Sequence[Word], draft: _Draft, sentence: tuple[int, int], known: FigureWords
) -> Figure:
    measure = draft.measure or measure_of(words, draft.first, draft.end, sentence, known)
    return Figure(
        article_id=article.id,
        span=article.span(words[draft.first].start, words[draft.end - 1].end),
        low=float(draft.low),
        high=float(draft.high),
        unit=draft.unit,
        measure=measure,
        rule=draft.rule,
    )


def _range(words: Sequence[Word], i: int, known: FigureWords) -> tuple[float, float, int]:
    """Low, high and the place after a number or a range of two ("3.600-3.700", "between four to six")."""
    one: Number = words[i].kinds["num"]
    low, high, end = one.low, one.high, i + 1
    if end + 1 < len(words):
        two = words[end + 1].kinds.get("num")
        joint = words[end]
        dashed = "dash" in joint.kinds
        opened = i > 0 and words[i - 1].lower in known.openers
        if two is not None and (dashed or joint.lower in known.ranges or (opened and joint.lower in ("and", "dan"))):
            scale = _scale(two)
            first = low * scale if low * scale < two.high and low < 1000 else low
            if first < two.high:
                return first, two.high, end + 2
    return low, high, end


def _scale(number: Number) -> float:
    """The scale of a number that has one in words ("3,5 juta": a million), for the first end of its range."""
    return float(number.low) / number.plain if (number.plain and number.low) else 1.0


def _in_name(text: str, words: Sequence[Word], i: int, end: int) -> bool:
    """Whether a small number stands between two words with capitals: "SMP 5 Ende", "Liga 1 Indonesia"."""
    if i < 2 or end >= len(words) or not words[i].lower.isdigit() or len(words[i].lower) > 3:
        return False
    before, after = words[i - 1], words[end]
    return text[before.start].isupper() and text[after.start].isupper() and words[i - 2].lower not in '.!?:;|"“'


def _figure(
    text: str, words: Sequence[Word], i: int, sentence: tuple[int, int], known: FigureWords
) -> tuple[_Draft, int] | None:
    """The figure whose number stands at a word and is no time, and the place after it."""
    money = known.before("currency", words, i)
    low, high, end = _range(words, i, known)
    if money is not None:
        row, sign = money
        first = _with_front(words, sign, end, known)
        scale = known.scales.get(words[end].lower) if end < len(words) else None
        if scale and (words[end].start - words[end - 1].end) <= 1 and high < LARGE:
            low, high, end = low * scale, high * scale, end + 1
        return _Draft(first, end, low, high, row.form, row.measure, "currency"), end
    if end + 1 < len(words) and "dash" in words[end].kinds and "decade_suffix" in words[end + 1].kinds:
        end += 2
    if not _free(words, i, end, known):
        return None
    named = _in_name(text, words, i, end)
    unit = known.at("unit", words, end)
    if unit is None and end + 1 < len(words) and "dash" in words[end].kinds:
        unit = known.at("unit", words, end + 1)
    first = _with_front(words, i, end, known)
    if unit is not None:
        row, after = unit
        after = _with_bracket(words, after)
        return _Draft(first, after, low, high, row.form, row.measure, "unit"), after
    if named or known.at("loose", words, end) is not None:
        return None
    noun = _noun(words, end, known)
    word = words[i]
    if noun is None:
        ranged = end > i + 1
        years = "year" in word.kinds or (ranged and low in YEARS)
        last = words[end - 1]
        plain = last.lower.isdigit() and last.end - last.start == len(last.lower)
        bare = (low >= LARGE and not years and not plain) or (low != high and not ranged)
        beside = _beside(words, i, end, known)
        measured = measure_of(words, first, end, sentence, known) != "other"
        elliptic = any(_follows(words, end, form) for form in known.elliptic) or _part_of(words, end, known)
        elliptic = elliptic or (i > 0 and words[i - 1].lower in known.counters and measured)
        if not (bare or beside or elliptic):
            return None
        return _Draft(first, end, low, high, "", None, "bare"), end
    one = word.lower in known.ones and low == high == 1 and words[noun - 1].lower not in known.ones_of
    if one and not _beside(words, i, noun, known):
        return None
    if "year" in word.kinds and low in YEARS and not _beside(words, i, noun, known):
        return None
    return _Draft(first, noun, low, high, words[noun - 1].lower, None, "count"), noun


def _follows(words: Sequence[Word], i: int, form: tuple[str, ...]) -> bool:
    return all(i + n < len(words) and words[i + n].lower == part for n, part in enumerate(form))


def _part_of(words: Sequence[Word], end: int, known: FigureWords) -> bool:
    """Whether the number is so many of another number: "tiga dari lima", "two of the 12"."""
    if end >= len(words) or words[end].lower not in known.parts or words[end - 1].lower in known.ones:
        return False
    return any("num" in word.kinds for word in words[end + 1 : end + 3])


def _single(words: Sequence[Word], i: int, sentence: tuple[int, int], known: FigureWords) -> tuple[_Draft, int] | None:
    """One person told of in a word, where a word close by says what befell: "menewaskan seorang warga"."""
    noun = _noun(words, i + 1, known) or i + 1
    measure = measure_of(words, i, noun, sentence, known, reach=SINGLE_REACH)
    return (
        None
        if measure in ("other", "deployed")
        else (_Draft(i, noun, 1, 1, words[noun - 1].lower, measure, "single"), noun)
    )


SINGLE_REACH = 2
"""Words: nearer than other measures, as "seorang" is mostly no count."""


def _beside(words: Sequence[Word], i: int, end: int, known: FigureWords) -> bool:
    """Whether a word that says what is counted stands right before or right after."""
    before, after = known.ending_at("side", words, i), known.at("side", words, end)
    return (before is not None and before.kind != "after") or (after is not None and after[0].kind != "before")


def _free(words: Sequence[Word], i: int, end: int, known: FigureWords) -> bool:
    """Whether the number is a number of something: no ordinal, age, score, part of a code, name or list."""
    here = words[i]
    before = words[i - 1] if i else None
    after = words[end] if end < len(words) else None
    if here.lower[0] == "0" and here.lower.isdigit() and len(here.lower) > 1:
        return False
    listed = i > 1 and "num" in words[i - 2].kinds and words[i - 1].lower in known.lists
    if listed and known.ending_at("plain", words, i - 2):
        return False
    if before is not None:
        touches = before.end == here.start
        if known.ending_at("plain", words, i):
            return False
        if touches and (before.lower in "./:_#&+=@" or before.lower.isalnum()):
            return False
        if "dash" in before.kinds and (touches or (i > 1 and words[i - 2].lower == "ke")):
            return False
        if before.lower in ".:" and i > 1 and known.ending_at("plain", words, i - 1):
            return False
        if "open" in before.kinds and after is not None and "close" in after.kinds:
            return False
        if (
            before.lower == ","
            and after is not None
            and after.lower == ","
            and here.lower.isdigit()
            and words[i].end - here.start <= 3
        ):
            return False
    if after is not None and after.start == words[end - 1].end:
        if after.lower in "/_@=+" or (
            after.lower == ":" and end + 1 < len(words) and words[end + 1].lower[0].isdigit()
        ):
            return False
        if "dash" in after.kinds and end + 1 < len(words) and words[end + 1].start == after.end:
            further = words[end + 1]
            return known.at("unit", words, end + 1) is not None or (
                further.lower.isalpha() and not here.lower.isdigit()
            )
    return True


def _with_front(words: Sequence[Word], i: int, end: int, known: FigureWords) -> int:
    """The first word of the figure: "sekitar", "up to" and the like belong to it."""
    first = i
    for _ in range(2):
        if first and "approx" in words[first - 1].kinds:
            first -= 1
            continue
        for form in known.fronts:
            if first >= len(form) and _follows(words, first - len(form), form):
                first -= len(form)
                break
    if first == i and i and words[i - 1].lower in known.openers and "approx" not in words[i - 1].kinds:
        return i - 1 if end > i + 1 else i
    return first


def _with_bracket(words: Sequence[Word], after: int) -> int:
    """The place after a unit's abbreviation in brackets ("hektare (ha)") or its suffix ("cm-an")."""
    bracketed = after + 2 < len(words) and "open" in words[after].kinds and "close" in words[after + 2].kinds
    if bracketed and len(words[after + 1].lower) <= 4 and words[after + 1].lower[0].isalpha():
        return after + 3
    if after + 1 < len(words) and "dash" in words[after].kinds and "decade_suffix" in words[after + 1].kinds:
        return after + 2
    return after


def _noun(words: Sequence[Word], end: int, known: FigureWords) -> int | None:
    """The place after the noun that is counted, adjectives before it left in; None where none follows."""
    if end >= len(words):
        return None
    if words[end].lower in known.of and end + 1 < len(words) and words[end - 1].kinds.get("num") is not None:
        vague = words[end - 1].kinds["num"]
        end += vague.low != vague.high
    first = words[end]
    if not first.lower[0].isalpha() or first.lower in known.stop or len(first.lower) < 2:
        return None
    if first.kinds.keys() & {"weekday", "month", "deictic"}:
        return None
    if first.lower.startswith(known.verb_starts) and first.lower not in known.nouns:
        return None
    beside = known.at("side", words, end)
    if beside is not None and beside[0].kind != "before":
        return beside[1]
    if not known.plural_end:
        return end + 1
    for n in range(end, min(end + 4, len(words))):
        form = words[n].lower
        if "dash" in words[n].kinds:
            continue
        if not form[0].isalpha() or form in known.stop:
            break
        if form.endswith(known.plural_end) or form in known.plurals:
            return n + 1
    return end + 1


def _duration(words: Sequence[Word], i: int, known: FigureWords) -> tuple[_Draft, int] | None:
    """The figure of a length of time ("lima tahun"), unless it only tells when ("enam hari setelah")."""
    low, high, end = _range(words, i, known)
    while end < len(words) and "dash" in words[end].kinds:
        end += 1
    if (
        end >= len(words)
        or "unit" not in words[end].kinds
        or (low != high and words[i].kinds["num"].low != words[i].kinds["num"].high)
    ):
        return None
    after = words[end + 1].lower if end + 1 < len(words) else ""
    before = words[i - 1].lower if i else ""
    if after in known.points or before in known.points_before or known.ending_at("plain", words, i) is not None:
        return None
    if i > 1 and words[i - 1].lower in known.ranges and "num" in words[i - 2].kinds and low == high:
        begin: Number = words[i - 2].kinds["num"]
        if begin.low == begin.high < high:
            i, low = i - 2, begin.low
    first = _with_front(words, i, end, known)
    return _Draft(first, end + 1, low, high, words[end].lower, "duration", "duration"), end + 1
