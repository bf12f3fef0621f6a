"""When a page was published: what it says in a line of its own, in its address, or in its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

import msgspec

from saksi.lang.base import codes, pack
from saksi.lang.dates import known_day, years_with
from saksi.model.marks import Timex
from saksi.model.pages import LISTS, Block
from saksi.model.spans import Span
from saksi.read.dateline import dateline_at

KNOWN_UNTIL = 2026
"""The last year that a date without a year is given where nothing says when the page was fetched: that of this
version's calendars, not the clock's, so that a page reads the same tomorrow."""
_SINCE = 1995
"""News pages are not older than the web."""
_SAID = frozenset({"dateline", "byline", "headline"})
_FIRST = 8
"""Paragraphs of the article in which its own day is sought."""
_LINE = 400
"""Characters at the start of a line or paragraph that are looked at."""
_URL = re.compile(r"(?<!\d)((?:19|20)\d\d)([/-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d{3})")
_AHEAD = 24
_DIGIT = re.compile(r"\d")
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")


class Day(msgspec.Struct, frozen=True):
    """A day as it stands in a text: its parts, those that are missing None."""

    start: int
    end: int
    day: int
    month: int
    year: int | None
    weekday: int | None

    def value(self) -> date | None:
        """The day, or None without a year, or when its weekday is not the one told."""
        there = known_day(self.year, self.month, self.day) if self.year else None
        return there if there and self.weekday in (None, there.isoweekday()) else None


def published_in(text: str, blocks: tuple[Block, ...], url: str | None, ceiling: str | None, code: str) -> Timex | None:
    """The day that the page says, by the first of: a line about itself, its address, the day its text tells of."""
    body = [b for b in blocks if b.role in ("body", "lead")]
    end = body[-1].end if body else len(text)
    for block in (b for b in blocks if b.role in _SAID and b.start < end):
        for day in days_in(text, block.start, min(block.end, block.start + _LINE), code):
            if there := day.value():
                return _timex(text, day, there, "line")
    if there := day_of_url(url):
        return Timex(type="DATE", value=there.isoformat(), basis="given", rule="url")
    if body and (placed := dateline_at(text, body[0].start, body[0].end)):
        for day in days_in(text, *placed, code):
            if there := day.value():
                return _timex(text, day, there, "dateline")
    limit = ceiling or f"{KNOWN_UNTIL}-12-31"
    every: list[Day] = []
    for block in body[:_FIRST]:
        some = [d for d in days_in(text, block.start, min(block.end, block.start + 2 * _LINE), code) if d.weekday]
        told = [(v, d) for d in some if (v := d.value()) and v.isoformat() <= limit]
        if told:
            there, day = max(told, key=lambda pair: (pair[0], -pair[1].start))
            return _timex(text, day, there, "text")
        every += some
    return _by_weekday(text, [d for d in every if d.year is None], limit) or _slipped(text, every, limit)


def _slipped(text: str, days: list[Day], limit: str) -> Timex | None:
    """The first full date whose weekday is not its own: the page's slip, and still its best word."""
    for day in days:
        there = known_day(day.year, day.month, day.day) if day.year and day.year >= _SINCE else None
        if there and there.isoformat() <= limit:
            return _timex(text, day, there, "text, weekday slips")
    return None


def fetched_in(text: str, blocks: tuple[Block, ...], code: str) -> Timex | None:
    """The latest day that an item of a side list bears: the page was fetched then or later."""
    found = [
        (there, day)
        for b in blocks
        if b.role in LISTS
        for day in days_in(text, b.start, min(b.end, b.start + _LINE), code)
        if (there := day.value()) and there.year <= KNOWN_UNTIL
    ]
    if not found:
        return None
    there, day = max(found, key=lambda pair: (pair[0], -pair[1].start))
    value = there.isoformat()
    span = Span.of(text, day.start, day.end)
    return Timex(
        span=span,
        type="DATE",
        value=value,
        mod="ON_OR_AFTER",
        basis="explicit",
        bounds=(value, None),
        rule="side lists",
    )


def day_of_url(url: str | None) -> date | None:
    """The day in an address ("/2025/06/19/", "/20250619", "2025-06-19"), or None."""
    for m in _URL.finditer(url or ""):
        if m[2] or m.start() == 0 or not (url or "")[m.start() - 1].isalnum():
            there = known_day(int(m[1]), int(m[3]), int(m[4]))
            if there and _SINCE <= there.year <= KNOWN_UNTIL:
                return there
    return None


def days_in(text: str, start: int, end: int, code: str) -> Iterator[Day]:
    """The days told in ``text[start:end]``, in order within each form."""
    day_first = code not in codes() or bool(pack(code).calendar["day_first"])
    if not _DIGIT.search(text, start, end):
        return
    months, weekdays = _names()
    for m in _ISO.finditer(text, start, end):
        yield Day(m.start(), m.end(), int(m[3]), int(m[2]), int(m[1]), None)
    for pattern in _patterns():
        for m in pattern.finditer(text, start, end):
            told = m.groupdict()
            ahead = _weekday_ahead().search(text, max(start, m.start() - _AHEAD), m.start())
            weekday = weekdays[ahead["weekday"].casefold()] if ahead else None
            year = int(told["year"]) if told.get("year") else None
            if year is not None and year < 100:
                year += 2000
            if told.get("name"):
                day, month = int(told["day"]), months[told["name"].casefold().rstrip(".")]
            else:
                if year is None and weekday is None:
                    continue
                day, month = int(told["a"]), int(told["b"])
                if (not day_first and day <= 12) or month > 12:
                    day, month = month, day
            if 1 <= month <= 12 and 1 <= day <= 31:
                yield Day(ahead.start() if ahead else m.start(), m.end(), day, month, year, weekday)


def _by_weekday(text: str, days: list[Day], limit: str) -> Timex | None:
    """The latest year in which every day told has its weekday."""
    if not days:
        return None
    last = int(limit[:4])
    years = [set(years_with(d.month, d.day, d.weekday or 0, _SINCE, last)) for d in days]
    fitting = set.intersection(*years) or years[0]
    latest = max(days, key=lambda d: (d.month, d.day, -d.start))
    values = [f"{y:04d}-{latest.month:02d}-{latest.day:02d}" for y in sorted(fitting)]
    values = [v for v in values if v <= limit]
    if not values:
        return None
    span = Span.of(text, latest.start, latest.end)
    return Timex(
        span=span,
        type="DATE",
        value=values[-1],
        candidates=tuple(values),
        basis="weekday",
        bounds=(None, limit),
        rule="latest year with this weekday",
    )


def _timex(text: str, day: Day, there: date, rule: str) -> Timex:
    span = Span.of(text, day.start, day.end)
    return Timex(span=span, type="DATE", value=there.isoformat(), basis="explicit", rule=rule)


@cache
def _names() -> tuple[dict[str, int], dict[str, int]]:
    """Months and weekdays of every pack, in small letters."""
    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    for code in codes():
        calendar = pack(code).calendar
        for table in ("months_short", "months"):
            months |= {k.casefold(): v for k, v in calendar.get(table, {}).items()}
        for table in ("weekdays_short", "weekdays"):
            weekdays |= {k.casefold(): v for k, v in calendar.get(table, {}).items()}
    return months, weekdays


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    months = _either(_names()[0])
    numeric = r"\b(?P<a>\d{1,2})(?P<s>[/.-])(?P<b>\d{1,2})(?:(?P=s)(?P<year>\d{4}|\d\d))?\b(?![/.:]\d)"
    day = r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    name = rf"(?P<name>{months})\b\.?"
    return (
        re.compile(numeric),
        re.compile(rf"{day}[\s-]{name}(?:,?[\s-](?P<year>(?:19|20)\d\d)\b)?", re.IGNORECASE),
        re.compile(rf"\b{name}\s{day}\b(?:,?\s(?P<year>(?:19|20)\d\d)\b)?", re.IGNORECASE),
    )


@cache
def _weekday_ahead() -> re.Pattern[str]:
    """A weekday right before a day: "Senin (", "Tuesday, ", "Rabu tanggal "."""
    return re.compile(rf"\b(?P<weekday>{_either(_names()[1])})\b[.,]?\s{{0,2}}(?:\w{{3,7}}\s)?\(?\Z", re.IGNORECASE)


def _either(names: Iterable[str]) -> str:
    return "|".join(re.escape(n) for n in sorted(names, key=lambda n: (-len(n), n)))
