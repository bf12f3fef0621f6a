"""Calendar arithmetic on days and TIMEX3 values; every function is pure and knows no language.

Source: the proleptic Gregorian calendar (ISO 8601); Easter by the anonymous Gregorian algorithm (Meeus);
the Islamic months by the tabular calendar (civil epoch), which may differ by a day from a country's own announcement.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)(?!\d)")
_YEAR = re.compile(r"\d{4}(?![\dX])")
EARLIEST, LATEST = 1000, 2999


def day_of(value: str | None) -> date | None:
    """The day that a TIMEX3 value begins with, or None when it is coarser than a day."""
    found = _DAY.match(value or "")
    return known_day(int(found[1]), int(found[2]), int(found[3])) if found else None


def month_of(value: str | None) -> tuple[int, int] | None:
    """Year and month of a value that is at least as fine as a month."""
    found = _MONTH.match(value or "")
    return (int(found[1]), int(found[2])) if found and 1 <= int(found[2]) <= 12 else None


def year_of(value: str | None) -> int | None:
    """The year of a value that is at least as fine as a year."""
    found = _YEAR.match(value or "")
    return int(found[0]) if found else None


def known_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day or the year is out of what news tells of."""
    if EARLIEST <= year <= LATEST and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
        return date(year, month, day)
    return None


def moved(day: date, days: int) -> date | None:
    """The day so many days later (earlier when negative), or None out of range."""
    if abs(days) > 1_000_000:
        return None
    try:
        there = day + timedelta(days=days)
    except OverflowError:
        return None
    return there if EARLIEST <= there.year <= LATEST else None


def months_on(year: int, month: int, months: int) -> tuple[int, int]:
    """Year and month so many months later (earlier when negative)."""
    count = year * 12 + month - 1 + months
    return count // 12, count % 12 + 1


def same_day_on(day: date, months: int) -> date | None:
    """The same day of the month so many months later, or the month's last day."""
    year, month = months_on(day.year, day.month, months)
    if not EARLIEST <= year <= LATEST:
        return None
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def week_of(day: date) -> str:
    """The ISO week of a day: "2025-W23"."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_of(month: int) -> int:
    """The quarter that a month is in, 1 to 4."""
    return (month - 1) // 3 + 1


def weekday_near(day: date, weekday: int, *, ahead: bool, itself: bool = True) -> date:
    """The nearest day with this weekday (1 Monday ... 7 Sunday) not after ``day``, or with ``ahead`` not before it."""
    step = (weekday - day.isoweekday()) % 7 if ahead else (day.isoweekday() - weekday) % 7
    if step == 0 and not itself:
        step = 7
    return day + timedelta(days=step if ahead else -step)


def years_with(month: int, day: int, weekday: int, first: int, last: int) -> tuple[int, ...]:
    """The years from ``first`` to ``last`` in which this day of the month has this weekday, ascending."""
    return tuple(
        year
        for year in range(max(first, EARLIEST), min(last, LATEST) + 1)
        if (there := known_day(year, month, day)) and there.isoweekday() == weekday
    )


def easter(year: int) -> date:
    """Easter Sunday of the Western church."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def hijri_day(year: int, month: int, day: int) -> date:
    """The Gregorian day of a day of the tabular Islamic calendar."""
    days = day + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(227014 + days)


def hijri_days_in(year: int, month: int, day: int) -> tuple[date, ...]:
    """The days of a Gregorian year on which this day of the Islamic calendar falls (one, at times none or two)."""
    first = int((year - 622) * 33 / 32)
    found = (hijri_day(first + n, month, day) for n in range(-1, 3))
    return tuple(d for d in found if d.year == year)
