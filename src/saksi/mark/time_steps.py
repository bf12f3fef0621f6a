"""Readings of units of time by their place: this year, last week, two days ago, a month later."""

from __future__ import annotations

from datetime import date

from saksi.lang.dates import (
    EARLIEST,
    LATEST,
    day_of,
    month_of,
    months_on,
    moved,
    quarter_of,
    same_day_on,
    week_of,
    weekday_near,
    year_of,
)
from saksi.mark.time_parts import amount_of, direction_of, got, mod_of, period, timed, unit_of
from saksi.mark.time_rules import Found
from saksi.mark.time_scene import Reading, Readings, Scene


def unit(found: Found, scene: Scene) -> Readings:
    """Tahun ini; bulan lalu; awal pekan depan; that year."""
    word = (
        found.parts.get("unit")
        or found.parts.get("week_word")
        or found.parts.get("year_word")
        or found.parts.get("month_word")
    )
    which = "Y" if "year_word" in found.parts else "M" if "month_word" in found.parts else ""
    which = str(got(found, "year_end") or (word.kinds.get("unit", which) if word else which))
    mod = mod_of(found)
    if word is not None and "plural_unit" in word.kinds and scene.text[word.start].isupper():
        return ()
    if "the" in found.parts and "next" in found.parts and _after_another(found, scene):
        return _neighbour(found, scene)
    if "that" in found.parts:
        day = scene.last_day.isoformat() if scene.last_day else None
        value = day if which == "D" else scene.quarter if which == "Q" else cut(scene.last, which)
        return (Reading(type="DATE", value=value or "PAST_REF", mod=mod, anchor=scene.last, basis="anchored"),)
    if which in ("TH", "TM", "TS"):
        return ()
    if word is not None and word.kinds.keys() & {"plural_unit", "many"}:
        return (Reading(type="DURATION", value=period(None, which)),)
    step = -1 if "last" in found.parts else 1 if "next" in found.parts else 0
    if scene.today is None:
        value = ("PAST_REF", "PRESENT_REF", "FUTURE_REF")[step + 1]
        return (Reading(type="DATE", value=value, mod=mod, basis="undecided"),)
    value = stepped(scene.today, which, step)
    if value is None:
        return ()
    return (Reading(type="DATE", value=value, mod=mod, anchor=scene.published_value, basis="anchored"),)


def whole_year(found: Found, scene: Scene) -> Readings:
    """The year; the fiscal year: the one of publication, or a period where its end is told."""
    after = scene.words[found.end].lower if found.end < len(scene.words) else ""
    if after.startswith("end") or scene.today is None:
        return (Reading(type="DURATION", value="P1Y"),)
    return (Reading(type="DATE", value=f"{scene.today.year:04d}", basis="anchored"),)


def cut(value: str | None, which: str) -> str | None:
    """A value cut to the year, month, week, quarter or day that it is in; None when it is not so fine."""
    there, told, y = day_of(value), month_of(value), year_of(value)
    if which == "D":
        return there.isoformat() if there else None
    if which == "W":
        return week_of(there) if there else value if value and "-W" in value else None
    if which == "M":
        return f"{told[0]:04d}-{told[1]:02d}" if told else None
    if which == "Q":
        if value and "-Q" in value:
            return value[:7]
        return f"{told[0]:04d}-Q{quarter_of(told[1])}" if told else None
    if which == "Y":
        return f"{y:04d}" if y else None
    if which == "E":
        return f"{y // 10:03d}X" if y else None
    if which == "C":
        return f"{y // 100:02d}XX" if y else None
    return None


def stepped(today: date, which: str, step: int) -> str | None:
    """The value of the unit that holds a day, or of one so many units on."""
    if which == "D":
        there = moved(today, step)
        return there.isoformat() if there else None
    if which == "W":
        there = moved(today, 7 * step)
        return week_of(there) if there else None
    if which == "M":
        y, m = months_on(today.year, today.month, step)
        return f"{y:04d}-{m:02d}" if EARLIEST <= y <= LATEST else None
    if which == "Q":
        y, m = months_on(today.year, today.month, 3 * step)
        return f"{y:04d}-Q{quarter_of(m)}" if EARLIEST <= y <= LATEST else None
    if which == "H":
        y, m = months_on(today.year, today.month, 6 * step)
        return f"{y:04d}-H{1 if m <= 6 else 2}" if EARLIEST <= y <= LATEST else None
    y = today.year + step * {"Y": 1, "E": 10, "C": 100}.get(which, 0)
    if not EARLIEST <= y <= LATEST:
        return None
    return {"Y": f"{y:04d}", "E": f"{y // 10:03d}X", "C": f"{y // 100:02d}XX"}.get(which)


def weekend(found: Found, scene: Scene) -> Readings:
    """Akhir pekan; last weekend: the nearest one, past unless the words say otherwise."""
    today = scene.today
    if today is None:
        return (Reading(type="DATE", value="XXXX-WXX-WE", basis="undecided"),)
    direction = direction_of(found, scene)
    if "this" in found.parts:
        there = today
    elif direction > 0:
        there = weekday_near(today, 6, ahead=True)
    else:
        there = weekday_near(today, 6, ahead=False, itself="last" not in found.parts)
    return (Reading(type="DATE", value=f"{week_of(there)}-WE", anchor=scene.published_value, basis="anchored"),)


def ago(found: Found, scene: Scene) -> Readings:
    """Dua hari lalu; dua hari lagi: reckoned from the day of publication."""
    amount = (1.0, 1.0) if "one_unit" in found.parts or "a" in found.parts else amount_of(found)
    which = unit_of(found)
    back = -1 if "ago" in found.parts else 1
    vague = amount is None or amount[0] != amount[1] or scene.today is None or not float(amount[0]).is_integer()
    if vague or amount is None or scene.today is None:
        return (Reading(type="DATE", value="PAST_REF" if back < 0 else "FUTURE_REF", basis="undecided"),)
    n = int(amount[0]) * back
    if abs(n) > 100_000:
        return ()
    if which in ("E", "C"):
        which, n = "Y", n * (10 if which == "E" else 100)
    if which.startswith("T"):
        return (Reading(type="DURATION", value=period(abs(n), which), anchor=scene.published_value, basis="anchored"),)
    value = stepped(scene.today, which, n)
    return (
        (Reading(type="DATE", value=value, anchor=scene.published_value, basis="anchored", mod=mod_of(found)),)
        if value
        else ()
    )


def shift(found: Found, scene: Scene) -> Readings:
    """Sehari kemudian; two days earlier; the next day: reckoned from the time told before."""
    if "following" in found.parts or "preceding" in found.parts:
        return _neighbour(found, scene)
    if "later_day" in found.parts:
        if _told_of_event(found, scene):
            return ()
        n, which = found.parts["later_day"].kinds["later_day"], "D"
    else:
        amount = (1.0, 1.0) if "one_unit" in found.parts or "a" in found.parts else amount_of(found)
        which = unit_of(found)
        if amount is None or amount[0] != amount[1] or not float(amount[0]).is_integer() or amount[0] > 100_000:
            return (Reading(type="DURATION", value=period(None, which), basis="undecided"),)
        n = int(amount[0]) * (-1 if "before" in found.parts else 1)
    if which.startswith("T"):
        return (Reading(type="DURATION", value=period(abs(n), which)),)
    value = moved_on(scene.last, which, n) or (stepped(scene.today, which, n) if scene.today else None)
    if value is None:
        return (Reading(type="DURATION", value=period(abs(n), which), basis="undecided"),)
    return timed(found, Reading(type="DATE", value=value, anchor=scene.last, basis="anchored", mod=mod_of(found)))


def _told_of_event(found: Found, scene: Scene) -> bool:
    """Whether a clause follows that tells the event reckoned from: "the day before the vote"."""
    after = scene.words[found.end].lower if found.end < len(scene.words) else "."
    return scene.words[found.end - 1].lower.endswith(CLAUSE_ENDS) and after[0].isalnum()


CLAUSE_ENDS = (" before", " after")


def _neighbour(found: Found, scene: Scene) -> Readings:
    """The following year; the previous week: the unit next to the time told, if it was told just before."""
    which, step = unit_of(found), -1 if "preceding" in found.parts else 1
    near = scene.sentence - scene.last_sentence <= NEIGHBOUR_REACH
    told, y = day_of(scene.last) if near else None, year_of(scene.last) if near else None
    month = month_of(scene.last) if near else None
    start = told or (date(*month, 1) if month and which in "MQYEC" else date(y, 1, 1) if y and which in "YEC" else None)
    if which.startswith("T") or (start is None and scene.today is None):
        return ()
    value = stepped(start or scene.today, which, step)  # type: ignore[arg-type]
    return (Reading(type="DATE", value=value, anchor=scene.last, basis="anchored"),) if value else ()


def _after_another(found: Found, scene: Scene) -> bool:
    """Whether "the next year" is the one after a year told just before, and not the one to come."""
    told = year_of(scene.last) if scene.sentence - scene.last_sentence <= NEIGHBOUR_REACH else None
    return told is not None and scene.today is not None and told < scene.today.year and scene.begins(found.first)


NEIGHBOUR_REACH = 2
"""Sentences: "the following year" looks no further back for the time that it follows."""


def moved_on(value: str | None, which: str, n: int) -> str | None:
    """A value so many units on, as fine as it was."""
    there, told, y = day_of(value), month_of(value), year_of(value)
    if value is None or y is None:
        return None
    if there:
        if which in ("D", "W"):
            on = moved(there, n * (7 if which == "W" else 1))
        else:
            on = same_day_on(there, n * {"M": 1, "Q": 3, "H": 6, "Y": 12, "E": 120, "C": 1200}.get(which, 0))
        return on.isoformat() if on else None
    if "-Q" in value and which in ("Q", "Y"):
        quarters = y * 4 + int(value[6]) - 1 + n * (4 if which == "Y" else 1)
        return f"{quarters // 4:04d}-Q{quarters % 4 + 1}"
    if told and which in ("M", "Y", "E"):
        y, m = months_on(told[0], told[1], n * {"M": 1, "Y": 12, "E": 120}[which])
        return f"{y:04d}-{m:02d}" if EARLIEST <= y <= LATEST else None
    if which in ("Y", "E", "C") and len(value) == 4:
        y += n * {"Y": 1, "E": 10, "C": 100}[which]
        return f"{y:04d}" if EARLIEST <= y <= LATEST else None
    return None
