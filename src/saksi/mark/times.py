"""Time expressions with their TIMEX3 values."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from saksi.lang.base import Pack
from saksi.lang.dates import day_of, month_of, year_of
from saksi.mark.time_rules import Found, TimeRules, time_rules
from saksi.mark.time_scene import Reading, Scene
from saksi.mark.time_values import MAKERS
from saksi.mark.time_words import words_in
from saksi.model.frozen import replace
from saksi.model.marks import Timex
from saksi.model.pages import Article

WEEKDAY_TOLD = "day:weekday"


def times_in(article: Article, sentences: tuple[tuple[int, int], ...], lang: Pack) -> tuple[Timex, ...]:
    """The time expressions of the article's body, in text order; () when there are none.

    In: the sentences of the body, in order: a clock time takes its day from the sentences before it.
    """
    scene = _scene(article, lang)
    if scene.published is None:
        told = _latest_told(_read(article, sentences, scene, lang), scene)
        scene = _scene(article, lang)
        scene.told = told
    return tuple(_read(article, sentences, scene, lang))


def _scene(article: Article, lang: Pack) -> Scene:
    published = article.published.value if article.published else None
    ceiling = article.fetched.value if article.fetched else None
    return Scene(published, ceiling, lang.code, day_first=bool(lang.calendar["day_first"]))


def _latest_told(times: list[Timex], scene: Scene) -> date | None:
    """The latest day told in full, with its weekday if one has it: what a page without a date is of."""
    limit = day_of(scene.ceiling)
    explicit = [t for t in times if t.basis == "explicit" and t.type in ("DATE", "TIME")]
    full = [
        (t.rule == WEEKDAY_TOLD, there)
        for t in explicit
        if (there := day_of(t.value)) and (limit is None or there <= limit)
    ]
    if not full:
        return None
    with_weekday, there = max(full)
    later = any((year_of(t.value) or 0) > there.year for t in explicit)
    return there if with_weekday or not later else None


def _read(article: Article, sentences: tuple[tuple[int, int], ...], scene: Scene, lang: Pack) -> list[Timex]:
    rules = time_rules(lang.code)
    scene.text = article.text
    starts = [start for start, _ in sentences]
    out: list[Timex] = []
    for block in article.body:
        words = words_in(article.text, block.start, block.end, lang.code)
        scene.words = words
        row = rules.letters(words)
        i = 0
        while i < len(row):
            if not rules.starts(row[i]):
                i += 1
                continue
            scene.sentence = bisect_right(starts, words[i].start)
            found, readings = _reading_at(rules, row, i, scene)
            if found is None:
                i += 1
                continue
            for reading in readings:
                scene.keep(reading, found.rule.makes)
                out.append(_timex(article, scene, found, reading))
                _lend_day(out, article.text)
                _lend_year(out, article.text)
            i = found.end
    return out


def _lend_day(times: list[Timex], text: str) -> None:
    """Give the last day to the clock times that stand right before it: "pukul 18.00-20.00 WIB pada Kamis (12/6)"."""
    day = times[-1]
    if day.type != "DATE" or day_of(day.value) is None or day.basis == "undecided":
        return
    after = day
    for n in range(len(times) - 2, max(-1, len(times) - 4), -1):
        time = times[n]
        assert time.span is not None
        assert after.span is not None
        between = text[time.span.end : after.span.start]
        if not time.rule.startswith("clock") or len(between) > LEND_REACH or any(mark in between for mark in ".\n;"):
            return
        told = time.value[time.value.index("T") :]
        times[n] = replace(time, value=f"{day.value[:10]}{told}", anchor=day.value, basis="anchored")
        after = time


def _lend_year(times: list[Timex], text: str) -> None:
    """Give the year of the last time to those before it in a row: "Maret, April, dan Mei 2024"."""
    after = times[-1]
    year = year_of(after.value)
    if after.basis != "explicit" or year is None or month_of(after.value) is None:
        return
    for n in range(len(times) - 2, max(-1, len(times) - 6), -1):
        time = times[n]
        if time.span is None or after.span is None or time.basis != "inherited" or month_of(time.value) is None:
            return
        between = text[time.span.end : after.span.start].strip()
        if len(between) > ROW_REACH or any(mark in between for mark in ".\n;("):
            return
        earlier = year - (time.value[5:7] > after.value[5:7])
        times[n] = replace(time, value=f"{earlier:04d}{time.value[4:]}", anchor=after.value)
        after = times[n]


ROW_REACH = 8
"""Characters between the times of a row: ", dan", "hingga"."""
LEND_REACH = 12
"""Characters between a clock time and the day after it that it takes: " pada hari "."""


def _rule(found: Found, reading: Reading) -> str:
    if found.rule.makes == "day" and "weekday" in found.parts and not reading.why:
        return WEEKDAY_TOLD
    return f"{found.rule.makes}:{reading.why}" if reading.why else found.rule.makes


def _reading_at(rules: TimeRules, row: str, i: int, scene: Scene) -> tuple[Found | None, tuple[Reading, ...]]:
    """The longest rule at a word that has a reading there."""
    for found in rules.found(row, scene.words, i):
        scene.at, scene.end = found.first, found.end
        readings = MAKERS[found.rule.makes](found, scene)
        if readings:
            return found, readings
    return None, ()


def _timex(article: Article, scene: Scene, found: Found, reading: Reading) -> Timex:
    last = found.end - 1
    while last > found.first and scene.words[last].kinds.keys() & {"comma", "open", "dot"}:
        last -= 1
    start, end = reading.span or (scene.words[found.first].start, scene.words[last].end)
    return Timex(
        article_id=article.id,
        span=article.span(start, end),
        type=reading.type,
        value=reading.value,
        mod=reading.mod,
        anchor=reading.anchor,
        candidates=reading.candidates,
        basis=reading.basis,
        bounds=reading.bounds,
        rule=_rule(found, reading),
    )
