"""Readings of holidays and fasting months."""

from __future__ import annotations

from datetime import date

from saksi.lang.dates import EARLIEST, LATEST, easter, hijri_day, hijri_days_in, known_day, moved, weekday_near
from saksi.mark.time_parts import direction_of, got, timed
from saksi.mark.time_rules import Found
from saksi.mark.time_scene import Reading, Readings, Scene
from saksi.mark.time_words import Word
from saksi.model.marks import Basis


def holiday(found: Found, scene: Scene) -> Readings:
    """Lebaran 2025; Hari Kemerdekaan; Thanksgiving."""
    what = str(got(found, "holiday"))
    before = scene.words[found.first - 1] if found.first else None
    if before is not None and "num" in before.kinds:
        return ()
    if before is not None and found.end - found.first == 1 and _of_a_name(scene.text, before, scene.words[found.first]):
        return ()
    y = got(found, "year")
    today = scene.today
    if isinstance(y, int):
        there = _hijri_in(what, y) if y < HIJRI_BEFORE else _holiday_in(what, y)
        basis: Basis = "explicit"
    elif today is None:
        return ()
    else:
        basis = "anchored"
        step = -1 if "last" in found.parts else 1 if "next" in found.parts else 0
        options = [d for n in (-1, 0, 1) if (d := _holiday_in(what, today.year + n))]
        if not options:
            return ()
        if "year_word" in found.parts or "this" in found.parts:
            there = _holiday_in(what, today.year + step)
        else:
            direction = step or direction_of(found, scene)
            past, ahead = [d for d in options if d <= today], [d for d in options if d >= today]
            pool = past[-1:] if direction < 0 else ahead[:1] if direction > 0 else options
            there = min(pool or options, key=lambda d: abs((d - today).days))
    if there is None:
        return ()
    if what.count("-") == 1 and what.startswith("hijri"):
        end = moved(there, 29)
        bounds = (there.isoformat(), end.isoformat() if end else None)
        return (
            Reading(type="DATE", value=f"{there.year:04d}-{there.month:02d}", basis=basis, bounds=bounds, why="hijri"),
        )
    return timed(found, Reading(type="DATE", value=there.isoformat(), basis=basis, why="holiday"))


def _of_a_name(text: str, before: Word, here: Word) -> bool:
    """Whether a holiday's one word is the last of somebody's name ("Gilang Ramadan")."""
    single = " " not in here.lower and not before.kinds
    return single and text[before.start].isupper() and text[before.start + 1 : before.end].islower()


HIJRI_BEFORE = 1700
"""A year before this beside a holiday is of the Islamic calendar ("Idul Fitri 1446 H")."""


def _hijri_in(what: str, y: int) -> date | None:
    """The day of an Islamic holiday in a year of its own calendar."""
    if not what.startswith("hijri-"):
        return None
    m, _, d = what[6:].partition("-")
    return hijri_day(y, int(m), int(d or 1))


def _holiday_in(what: str, y: int) -> date | None:
    """The day of a holiday in a year: "12-25", "easter-2", "hijri-10-01", "nth-11-4-4" (4th Thursday of November)."""
    if not EARLIEST <= y <= LATEST:
        return None
    if what.startswith("eve-"):
        return known_day(y - 1, 12, 31)
    if what.startswith("easter"):
        return moved(easter(y), int(what[6:]))
    if what.startswith("hijri-"):
        m, _, d = what[6:].partition("-")
        found = hijri_days_in(y, int(m), int(d or 1))
        return found[0] if found else None
    if what.startswith("nth-"):
        m_, which, nth = (int(n) for n in what[4:].split("-"))
        if nth == 5:
            return weekday_near(date(y, m_, 31), which, ahead=False)
        return moved(weekday_near(date(y, m_, 1), which, ahead=True), 7 * (nth - 1))
    month_, day_ = what.split("-")
    return known_day(y, int(month_), int(day_))
