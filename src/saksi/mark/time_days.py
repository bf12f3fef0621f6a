"""Readings of days, parts of days and clock times."""

from __future__ import annotations

from datetime import date

from saksi.lang.dates import (
    EARLIEST,
    LATEST,
    day_of,
    known_day,
    month_of,
    months_on,
    moved,
    weekday_near,
    year_of,
    years_with,
)
from saksi.mark.time_clock import clock_of
from saksi.mark.time_parts import direction_of, got, timed
from saksi.mark.time_rules import Found
from saksi.mark.time_scene import Reading, Readings, Scene
from saksi.model.marks import Basis

NEAR_SLIP = 10
"""Days: a printed date this near to publication is taken as it stands even if its weekday is another."""
NEAREST = 100
"""Days: a day and month this near to publication are of the nearest year, whatever the tense."""
CLOCK_REACH = 30
"""Sentences: a clock time takes the last day told no further back than this."""


def day(found: Found, scene: Scene) -> Readings:
    """27 November 2024; Senin (16/6); tanggal 12 kemarin."""
    d, m, y = _day_month_year(found, scene)
    if d is None or ("dm" in found.parts and not _is_date(found, scene)):
        return ()
    weekday = found.parts["weekday"].kinds["weekday"] if "weekday" in found.parts else None
    if m is None:
        return _day_of_month(found, scene, d)
    if y is not None:
        there = known_day(y, m, d)
        if there is None:
            return ()
        fixed = _slip(there, weekday, scene)
        reading = Reading(
            type="DATE",
            value=(fixed or there).isoformat(),
            candidates=(fixed.isoformat(), there.isoformat()) if fixed else (),
            basis="anchored" if fixed else "explicit",
            why="slip" if fixed else "",
        )
        return timed(found, reading)
    chosen, candidates, basis = _year_for(m, d, weekday, found, scene)
    if chosen is None:
        return timed(
            found, Reading(type="DATE", value=f"XXXX-{m:02d}-{d:02d}", candidates=candidates, basis="undecided")
        )
    reading = Reading(
        type="DATE",
        value=f"{chosen:04d}-{m:02d}-{d:02d}",
        anchor=scene.published_value,
        candidates=candidates,
        basis=basis,
        bounds=(None, scene.published_value or scene.ceiling),
    )
    return timed(found, reading)


def _is_date(found: Found, scene: Scene) -> bool:
    """Whether a day and month in digits are no fraction: a weekday, a word for a date or brackets tell."""
    if found.parts.keys() & {"weekday", "date_word", "deictic", "first", "day_word", "open"}:
        return True
    before = scene.words[found.first - 1].kinds if found.first else {}
    return "open" in before


def _day_month_year(found: Found, scene: Scene) -> tuple[int | None, int | None, int | None]:
    parts = found.parts
    if "dmy" in parts:
        d, m, y, digits = parts["dmy"].kinds["dmy"]
        if digits == 2:
            y += 2000 if y < 50 else 1900
        if digits and ((m > 12 >= d) or (not scene.day_first and d <= 12)):
            d, m = m, d
        return (d, m, y if EARLIEST <= y <= LATEST else None) if 1 <= m <= 12 and 1 <= d <= 31 else (None, None, None)
    if "dm" in parts:
        d, m = parts["dm"].kinds["dm"]
        if (m > 12 >= d) or (not scene.day_first and d <= 12):
            d, m = m, d
        return (d, m, None) if 1 <= m <= 12 and known_day(2024, m, d) else (None, None, None)
    d = parts["day"].kinds["day"] if "day" in parts else None
    m = parts["month"].kinds["month"] if "month" in parts else parts["mon"].kinds["mon"] if "mon" in parts else None
    y = parts["year"].kinds["year"] if "year" in parts else None
    if m is not None and d is not None and not known_day(y or 2024, m, d):
        return None, None, None
    return d, m, y


def _slip(there: date, weekday: int | None, scene: Scene) -> date | None:
    """The day that was meant where the printed one has another weekday and is far from publication."""
    today = scene.published
    if weekday is None or today is None or there.isoweekday() == weekday or abs((there - today).days) <= NEAR_SLIP:
        return None
    for year, month in ((there.year, today.month), (today.year, there.month)):
        meant = known_day(year, month, there.day)
        if meant and meant.isoweekday() == weekday and 0 <= (today - meant).days <= NEAR_SLIP:
            return meant
    return None


def _year_for(
    m: int, d: int, weekday: int | None, found: Found, scene: Scene
) -> tuple[int | None, tuple[str, ...], Basis]:
    """The year of a day and month that come without one, the candidates, and what decided."""
    today, only_fetched = scene.limit, scene.today is None
    told = year_of(scene.last)
    near = told is not None and scene.last_fine and scene.sentence - scene.last_sentence <= 1
    if weekday is not None:
        last = (today or date(2100, 1, 1)).year
        years = years_with(m, d, weekday, last - 15, last + 1) if today else ()
        candidates = tuple(f"{y:04d}-{m:02d}-{d:02d}" for y in years[-4:])
        if today and years:
            if not only_fetched:
                return min(years, key=lambda y: abs((date(y, m, min(d, 28)) - today).days)), candidates, "weekday"
            past = [y for y in years if date(y, m, min(d, 28)) <= today]
            return (past or list(years))[-1], candidates, "weekday"
    joined = scene.words[found.first - 1].kinds.keys() & {"to", "dash"} if found.first else frozenset[str]()
    follows = known_day(told, m, d) if near and joined and told is not None else None
    if follows and scene.last_day and told is not None and scene.sentence == scene.last_sentence:
        return told + (follows < scene.last_day), (), "inherited"
    if near and told is not None and (today is None or abs(told - today.year) > 1 or "last" in found.parts):
        return told, (), "inherited"
    if today is None:
        return (told, (), "inherited") if told is not None else (None, (), "undecided")
    options = [y for y in (today.year - 1, today.year, today.year + 1) if known_day(y, m, d)]
    if not options:
        return None, (), "undecided"
    gaps = {y: (date(y, m, d) - today).days for y in options}
    closest = min(options, key=lambda y: abs(gaps[y]))
    direction = direction_of(found, scene) or -1
    if only_fetched and any(gap <= 0 for gap in gaps.values()):
        return max(y for y, gap in gaps.items() if gap <= 0), (), "inherited"
    if abs(gaps[closest]) <= NEAREST:
        return closest, (), "inherited"
    if direction < 0 and any(gap <= 1 for gap in gaps.values()):
        return max(y for y, gap in gaps.items() if gap <= 1), (), "inherited"
    if direction > 0 and any(gap >= 0 for gap in gaps.values()):
        soon = min(y for y, gap in gaps.items() if gap >= 0)
        return (soon if gaps[soon] <= 330 else min(options, key=lambda y: abs(gaps[y]))), (), "inherited"
    return closest, (), "inherited"


def _day_of_month(found: Found, scene: Scene, d: int) -> Readings:
    """A day without a month: of the month told before, or of the publication's."""
    today = scene.today
    after = scene.words[found.end] if found.end < len(scene.words) else None
    if after is not None and scene.text[after.start].isupper() and not after.kinds:
        return ()
    told = month_of(scene.last) if scene.sentence - scene.last_sentence <= 2 else None
    if today is None and told is None:
        return ()
    if "month_word" in found.parts and today:
        step = -1 if "last" in found.parts else 1 if "next" in found.parts else 0
        told = months_on(today.year, today.month, step)
    elif got(found, "past_tail") and today:
        told = None
    year, month = told or (today.year, today.month)  # type: ignore[union-attr]
    there = known_day(year, month, d)
    if told is None and today is not None:
        direction = direction_of(found, scene)
        if there is None or (direction < 0 and there > today):
            there = known_day(*months_on(year, month, -1), d)
        elif direction > 0 and there < today:
            there = known_day(*months_on(year, month, 1), d)
    if there is None:
        return ()
    return timed(found, Reading(type="DATE", value=there.isoformat(), anchor=scene.published_value, basis="inherited"))


def days(found: Found, scene: Scene) -> Readings:
    """27-29 November 2024: two days."""
    second = day(found, scene)
    first = found.parts["first"]
    there = day_of(second[0].value) if second else None
    begin = known_day(there.year, there.month, first.kinds["day"]) if there else None
    if there is None or begin is None or begin >= there:
        return ()
    last = next(found.parts[name] for name in ("day", "dmy", "dm") if name in found.parts)
    if last.start < first.start:
        last = found.parts["month"]
    rest = (last.start, scene.words[found.end - 1].end)
    start = scene.words[found.first].start
    one = second[0]
    return (
        Reading(type="DATE", value=begin.isoformat(), anchor=one.anchor, basis=one.basis, span=(start, first.end)),
        Reading(type=one.type, value=one.value, anchor=one.anchor, basis=one.basis, span=rest),
    )


def weekday(found: Found, scene: Scene) -> Readings:
    """Senin malam; Jumat lalu; next Monday."""
    named = found.end - found.first == 1 and found.first and "not_weekday" in scene.words[found.first - 1].kinds
    if named:
        return ()
    today = scene.today
    which = found.parts["weekday"].kinds["weekday"]
    if got(found, "that") and scene.last_day:
        there = weekday_near(scene.last_day, which, ahead=False)
        if scene.last_day.isoweekday() == which or not today:
            there = scene.last_day if scene.last_day.isoweekday() == which else there
            return timed(found, Reading(type="DATE", value=there.isoformat(), basis="anchored", why="that"))
    if today is None:
        return timed(found, Reading(type="DATE", value=f"XXXX-WXX-{which}", basis="undecided"))
    if found.parts.keys() & {"unit", "this"}:
        step = 7 * (-1 if "last" in found.parts else 1 if "next" in found.parts else 0)
        of_week = moved(today, which - today.isoweekday() + step)
        return timed(found, Reading(type="DATE", value=of_week.isoformat(), basis="anchored")) if of_week else ()
    direction = direction_of(found, scene)
    said_last = bool(got(found, "past_tail", "last"))
    there = weekday_near(today, which, ahead=direction > 0, itself=not said_last)
    candidates = tuple(sorted({weekday_near(today, which, ahead=a).isoformat() for a in (False, True)}))
    reading = Reading(
        type="DATE", value=there.isoformat(), anchor=scene.published_value, candidates=candidates, basis="anchored"
    )
    return timed(found, reading)


def deictic(found: Found, scene: Scene) -> Readings:
    """Kemarin, hari ini, besok pagi; semalam."""
    today = scene.today
    parts = found.parts
    if "deictic_part" in parts:
        days_on, part = parts["deictic_part"].kinds["deictic_part"]
    else:
        days_on, part = parts["deictic"].kinds["deictic"], None
    there = moved(today, days_on) if today else None
    if there is None:
        value = "PAST_REF" if days_on < 0 else "FUTURE_REF" if days_on > 0 else "PRESENT_REF"
        return (Reading(type="DATE", value=value, basis="undecided"),)
    reading = Reading(type="DATE", value=there.isoformat(), anchor=scene.published_value, basis="anchored")
    if part and not clock_of(found):
        return (Reading(type="TIME", value=f"{there.isoformat()}T{part}", anchor=reading.anchor, basis="anchored"),)
    return timed(found, reading)


def that_day(found: Found, scene: Scene) -> Readings:
    """Hari itu; that day."""
    if scene.last_day is None:
        return (Reading(type="DATE", value="PAST_REF", basis="undecided"),)
    return timed(found, Reading(type="DATE", value=scene.last_day.isoformat(), anchor=scene.last, basis="anchored"))


def ordinal_day(_found: Found, scene: Scene) -> Readings:
    """Hari keenam: the day that the article tells of."""
    return (Reading(type="DATE", value=scene.today.isoformat(), basis="anchored"),) if scene.today else ()


def daypart(found: Found, scene: Scene) -> Readings:
    """Pagi ini; malam itu; malam hari."""
    part = str(got(found, "daypart", "daypart_later", "daypart_word"))
    if "this" in found.parts and scene.today:
        there: date | None = scene.today
    elif "that" in found.parts or "daypart_later" in found.parts:
        there = scene.last_day
    elif "last" in found.parts and scene.today:
        there = moved(scene.today, -1)
    elif found.parts.keys() & {"next", "following"} and scene.last_day:
        there = moved(scene.last_day, 1)
    else:
        there = None
    value = f"{there.isoformat()}T{part}" if there else f"T{part}"
    return (Reading(type="TIME", value=value, basis="anchored" if there else "undecided"),)


def clock(found: Found, scene: Scene) -> Readings:
    """Pukul 14.00 WIB: with the day that the sentence, or the one before it, tells."""
    time = clock_of(found)
    if time is None:
        return ()
    if "deictic_part" in found.parts and scene.today:
        there = moved(scene.today, found.parts["deictic_part"].kinds["deictic_part"][0])
    elif scene.last_day is not None and scene.sentence - scene.last_day_sentence <= CLOCK_REACH:
        there = scene.last_day
        if scene.after_dark and scene.sentence == scene.last_day_sentence and time < "T06":
            there = moved(there, 1)
    elif scene.last_day is None:
        there = scene.today
    else:
        there = None
    day_value = there.isoformat() if there else ""
    return (
        Reading(
            type="TIME",
            value=f"{day_value}{time}",
            anchor=day_value or None,
            basis="anchored" if there else "undecided",
        ),
    )


def clocks(found: Found, scene: Scene) -> Readings:
    """Pukul 08.00-10.00 WIB: two times."""
    second = clock(found, scene)
    if not second:
        return ()
    first = found.parts["first_clock"]
    hour, minute = first.kinds["clock"]
    day_value = second[0].anchor or ""
    last = found.parts["clock"]
    return (
        Reading(
            type="TIME", value=f"{day_value}T{hour:02d}:{minute:02d}", anchor=second[0].anchor, basis=second[0].basis,
            span=(scene.words[found.first].start, first.end),
        ),
        Reading(
            type="TIME", value=second[0].value, anchor=second[0].anchor, basis=second[0].basis,
            span=(last.start, scene.words[found.end - 1].end),
        ),
    )  # fmt: skip
