"""Found rules -> readings: the TIMEX3 value that each kind of time expression has in its place in the article.

One function per kind; each returns () where the words turn out to be no time. Values follow TimeML (ISO 24617-1).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from saksi.lang.dates import (
    day_of,
    easter,
    hijri_days_in,
    known_day,
    month_of,
    months_on,
    moved,
    quarter_of,
    same_day_on,
    week_of,
    weekday_near,
    year_of,
    years_with,
)
from saksi.lang.numbers import Number
from saksi.mark.time_clock import clock_of, with_clock
from saksi.mark.time_rules import Found
from saksi.mark.time_scene import Reading, Scene
from saksi.model.marks import Basis

Readings = tuple[Reading, ...]
NEAR_SLIP = 10
"""Days: a printed date this near to publication is taken as it stands even if its weekday is another."""
FIRST_YEAR = 1000


def _get(found: Found, *names: str) -> object | None:
    for name in names:
        word = found.parts.get(name)
        if word is not None:
            return word.kinds.get(name)
    return None


def _mod(found: Found) -> str | None:
    early = _get(found, "early")
    if isinstance(early, str):
        return early
    return "APPROX" if _get(found, "approx") else None


def _direction(found: Found, scene: Scene) -> int:
    """-1 past, 1 to come, 0 unsaid: by the words of the expression, else by those around it."""
    if _get(found, "past_tail", "last", "ago"):
        return -1
    if _get(found, "future_tail", "next", "coming"):
        return 1
    return scene.tense()


def _timed(found: Found, reading: Reading) -> Readings:
    """The reading with the part of day or clock time that the words give."""
    clock = clock_of(found)
    return (with_clock(reading, clock),) if clock else (reading,)


# --- days ---


def day(found: Found, scene: Scene) -> Readings:
    """27 November 2024; Senin (16/6); tanggal 12 kemarin."""
    d, m, y = _day_month_year(found, scene)
    if d is None:
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
        return _timed(found, reading)
    chosen, candidates, basis = _year_for(m, d, weekday, found, scene)
    if chosen is None:
        return _timed(
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
    return _timed(found, reading)


def _day_month_year(found: Found, scene: Scene) -> tuple[int | None, int | None, int | None]:
    parts = found.parts
    if "dmy" in parts:
        d, m, y, digits = parts["dmy"].kinds["dmy"]
        if digits == 2:
            y += 2000 if y < 50 else 1900
        if digits and ((m > 12 >= d) or (not scene.day_first and d <= 12)):
            d, m = m, d
        return (d, m, y if FIRST_YEAR <= y <= 2999 else None) if 1 <= m <= 12 and 1 <= d <= 31 else (None, None, None)
    if "dm" in parts:
        d, m = parts["dm"].kinds["dm"]
        if (m > 12 >= d) or (not scene.day_first and d <= 12):
            d, m = m, d
        return (d, m, None) if 1 <= m <= 12 and known_day(2024, m, d) else (None, None, None)
    d = parts["day"].kinds["day"] if "day" in parts else None
    m = parts["month"].kinds["month"] if "month" in parts else None
    y = parts["year"].kinds["year"] if "year" in parts else None
    if m is not None and d is not None and not known_day(y or 2024, m, d):
        return None, None, None
    return d, m, y


def _slip(there: date, weekday: int | None, scene: Scene) -> date | None:
    """The day that was meant where the printed one cannot be: its weekday is another, and it is far from publication."""
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
    today = scene.today
    told = year_of(scene.last)
    near = told is not None and scene.sentence - scene.last_sentence <= 1
    if weekday is not None:
        last = (today or date(2100, 1, 1)).year
        years = years_with(m, d, weekday, last - 15, last + 1) if today else ()
        candidates = tuple(f"{y:04d}-{m:02d}-{d:02d}" for y in years[-4:])
        if today and years:
            if scene.published:
                return min(years, key=lambda y: abs((date(y, m, min(d, 28)) - today).days)), candidates, "weekday"
            past = [y for y in years if date(y, m, min(d, 28)) <= today]
            return (past or list(years))[-1], candidates, "weekday"
    if near and told is not None and (today is None or abs(told - today.year) > 1 or "last" in found.parts):
        return told, (), "inherited"
    if today is None:
        return (told, (), "inherited") if told is not None else (None, (), "undecided")
    direction = _direction(found, scene)
    options = [y for y in (today.year - 1, today.year, today.year + 1) if known_day(y, m, d)]
    if not options:
        return None, (), "undecided"
    gaps = {y: (date(y, m, d) - today).days for y in options}
    if direction < 0 and any(gap <= 1 for gap in gaps.values()):
        return max(y for y, gap in gaps.items() if gap <= 1), (), "inherited"
    if direction > 0 and any(gap >= 0 for gap in gaps.values()):
        soon = min(y for y, gap in gaps.items() if gap >= 0)
        return (soon if gaps[soon] <= 330 else min(options, key=lambda y: abs(gaps[y]))), (), "inherited"
    return min(options, key=lambda y: abs(gaps[y])), (), "inherited"


def _day_of_month(found: Found, scene: Scene, d: int) -> Readings:
    """A day without a month: of the month told before, or of the publication's."""
    today = scene.today
    told = month_of(scene.last) if scene.sentence - scene.last_sentence <= 2 else None
    if today is None and told is None:
        return ()
    if _get(found, "past_tail") and today:
        told = None
    year, month = told or (today.year, today.month)  # type: ignore[union-attr]
    there = known_day(year, month, d)
    if told is None and today is not None:
        direction = _direction(found, scene)
        if there is None or (direction < 0 and there > today):
            there = known_day(*months_on(year, month, -1), d)
        elif direction > 0 and there < today:
            there = known_day(*months_on(year, month, 1), d)
    if there is None:
        return ()
    return _timed(found, Reading(type="DATE", value=there.isoformat(), anchor=scene.published_value, basis="inherited"))


def days(found: Found, scene: Scene) -> Readings:
    """27-29 November 2024: two days."""
    second = day(found, scene)
    first = found.parts["first"]
    there = day_of(second[0].value) if second else None
    begin = known_day(there.year, there.month, first.kinds["day"]) if there else None
    if there is None or begin is None or begin >= there:
        return ()
    last = found.parts["day"] if found.parts["day"].start > first.start else found.parts["month"]
    rest = (last.start, scene.words[found.end - 1].end)
    start = scene.words[found.first].start
    one = second[0]
    return (
        Reading(type="DATE", value=begin.isoformat(), anchor=one.anchor, basis=one.basis, span=(start, first.end)),
        Reading(type=one.type, value=one.value, anchor=one.anchor, basis=one.basis, span=rest),
    )


def weekday(found: Found, scene: Scene) -> Readings:
    """Senin malam; Jumat lalu; next Monday."""
    today = scene.today
    which = found.parts["weekday"].kinds["weekday"]
    if _get(found, "that") and scene.last_day:
        there = weekday_near(scene.last_day, which, ahead=False)
        if scene.last_day.isoweekday() == which or not today:
            there = scene.last_day if scene.last_day.isoweekday() == which else there
            return _timed(found, Reading(type="DATE", value=there.isoformat(), basis="anchored", why="that"))
    if today is None:
        return _timed(found, Reading(type="DATE", value=f"XXXX-WXX-{which}", basis="undecided"))
    direction = _direction(found, scene)
    said_last = bool(_get(found, "past_tail", "last"))
    there = weekday_near(today, which, ahead=direction > 0, itself=not said_last)
    candidates = tuple(sorted({weekday_near(today, which, ahead=a).isoformat() for a in (False, True)}))
    reading = Reading(
        type="DATE", value=there.isoformat(), anchor=scene.published_value, candidates=candidates, basis="anchored"
    )
    return _timed(found, reading)


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
    return _timed(found, reading)


def that_day(found: Found, scene: Scene) -> Readings:
    """Hari itu; that day."""
    if scene.last_day is None:
        return (Reading(type="DATE", value="PAST_REF", basis="undecided"),)
    return _timed(found, Reading(type="DATE", value=scene.last_day.isoformat(), anchor=scene.last, basis="anchored"))


def ordinal_day(found: Found, scene: Scene) -> Readings:
    """Hari keenam: the day that the article tells of."""
    return (Reading(type="DATE", value=scene.today.isoformat(), basis="anchored"),) if scene.today else ()


def daypart(found: Found, scene: Scene) -> Readings:
    """Pagi ini; malam itu; malam hari."""
    part = str(_get(found, "daypart", "daypart_later", "daypart_word"))
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


CLOCK_REACH = 30
"""Sentences: a clock time takes the last day told no further back than this."""


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


# --- months, years, longer ---


def month(found: Found, scene: Scene) -> Readings:
    """November 2024; Februari lalu; awal Desember."""
    m = found.parts["month"].kinds["month"]
    today, mod = scene.today, _mod(found)
    y = _get(found, "year")
    if isinstance(y, int):
        return (Reading(type="DATE", value=f"{y:04d}-{m:02d}", mod=mod),)
    if "year_word" in found.parts or "year_unit" in found.parts:
        if today is None:
            return ()
        y = today.year + (1 if "next" in found.parts else -1 if "last" in found.parts else 0)
        return (
            Reading(type="DATE", value=f"{y:04d}-{m:02d}", mod=mod, anchor=scene.published_value, basis="anchored"),
        )
    told = year_of(scene.last) if scene.sentence - scene.last_sentence <= 1 else None
    if "that" in found.parts and told:
        return (Reading(type="DATE", value=f"{told:04d}-{m:02d}", mod=mod, basis="inherited"),)
    if told is not None and (today is None or abs(told - today.year) > 1):
        return (Reading(type="DATE", value=f"{told:04d}-{m:02d}", mod=mod, basis="inherited"),)
    if today is None:
        return (Reading(type="DATE", value=f"XXXX-{m:02d}", mod=mod, basis="undecided"),)
    y = today.year
    direction = _direction(found, scene)
    if "this" in found.parts:
        pass
    elif direction > 0:
        y += m < today.month
    elif direction < 0 or m > today.month + 2:
        y -= m > today.month or (m == today.month and bool(_get(found, "last")))
    return (Reading(type="DATE", value=f"{y:04d}-{m:02d}", mod=mod, anchor=scene.published_value, basis="inherited"),)


def months(found: Found, scene: Scene) -> Readings:
    """Januari hingga Maret 2024: two months."""
    second = month(found, scene)
    first = found.parts["first_month"]
    told = month_of(second[0].value) if second else None
    if told is None:
        return ()
    m = first.kinds["month"]
    y = told[0] - (m > told[1])
    start = scene.words[found.first].start
    return (
        Reading(type="DATE", value=f"{y:04d}-{m:02d}", basis=second[0].basis, span=(start, first.end)),
        Reading(type="DATE", value=second[0].value, basis=second[0].basis,
                span=(found.parts["month"].start, scene.words[found.end - 1].end)),
    )  # fmt: skip


def year(found: Found, scene: Scene) -> Readings:
    """2017; tahun 1998 lalu. A bare number must stand where a year can."""
    y = int(found.parts["year"].kinds["year"])
    bare = "year_word" not in found.parts
    if bare and (not 1800 <= y <= 2100 or not _may_be_year(found, scene)):
        return ()
    return (Reading(type="DATE", value=f"{y:04d}", mod=_mod(found)),)


def _may_be_year(found: Found, scene: Scene) -> bool:
    words = scene.words
    here = found.parts["year"]
    i = next(n for n in range(found.first, found.end) if words[n] is here)
    before = words[i - 1] if i else None
    after = words[i + 1] if i + 1 < len(words) else None
    if after is not None:
        kinds = after.kinds
        touches = after.start == here.end
        if kinds.keys() & {"unit", "counted", "percent", "num"} or (
            touches and (after.lower.isalpha() or "slash" in kinds)
        ):
            return False
        if touches and "dash" in kinds:
            further = words[i + 2] if i + 2 < len(words) else None
            if further is not None and further.start == after.end and not further.kinds.keys() & {"year", "yy"}:
                return False
    if before is not None:
        kinds = before.kinds
        touches = before.end == here.start
        if (
            "not_year" in kinds
            or before.lower in "$€£#"
            or ("dot" in kinds and not touches and i > 1 and "not_year" in words[i - 2].kinds)
        ):
            return False
        if touches and (kinds.keys() & {"slash", "dot", "comma"} or before.lower == ":"):
            return False
        if touches and "dash" in kinds:
            first = words[i - 2] if i > 1 else None
            return first is not None and "year" in first.kinds
        if "num" in kinds and "year" not in kinds:
            return False
    return True


def unit(found: Found, scene: Scene) -> Readings:
    """Tahun ini; bulan lalu; awal pekan depan; that year."""
    word = found.parts.get("unit") or found.parts.get("year_word") or found.parts.get("month_word")
    which = "Y" if "year_word" in found.parts else "M" if "month_word" in found.parts else ""
    which = word.kinds.get("unit", which) if word else which
    mod = _mod(found)
    if "that" in found.parts:
        value = cut(scene.last, which)
        return (Reading(type="DATE", value=value or "PAST_REF", mod=mod, anchor=scene.last, basis="anchored"),)
    if which in ("TH", "TM", "TS"):
        return ()
    step = -1 if "last" in found.parts else 1 if "next" in found.parts else 0
    if scene.today is None:
        value = ("PAST_REF", "PRESENT_REF", "FUTURE_REF")[step + 1]
        return (Reading(type="DATE", value=value, mod=mod, basis="undecided"),)
    value = stepped(scene.today, which, step)
    if value is None:
        return ()
    return (Reading(type="DATE", value=value, mod=mod, anchor=scene.published_value, basis="anchored"),)


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
        return f"{y:04d}-{m:02d}" if FIRST_YEAR <= y <= 2999 else None
    if which == "Q":
        y, m = months_on(today.year, today.month, 3 * step)
        return f"{y:04d}-Q{quarter_of(m)}" if FIRST_YEAR <= y <= 2999 else None
    if which == "H":
        y, m = months_on(today.year, today.month, 6 * step)
        return f"{y:04d}-H{1 if m <= 6 else 2}" if FIRST_YEAR <= y <= 2999 else None
    y = today.year + step * {"Y": 1, "E": 10, "C": 100}.get(which, 0)
    if not FIRST_YEAR <= y <= 2999:
        return None
    return {"Y": f"{y:04d}", "E": f"{y // 10:03d}X", "C": f"{y // 100:02d}XX"}.get(which)


def weekend(found: Found, scene: Scene) -> Readings:
    """Akhir pekan; last weekend: the nearest one, past unless the words say otherwise."""
    today = scene.today
    if today is None:
        return (Reading(type="DATE", value="XXXX-WXX-WE", basis="undecided"),)
    direction = _direction(found, scene)
    if "this" in found.parts:
        there = today if today.isoweekday() <= 5 else today
    elif direction > 0:
        there = weekday_near(today, 6, ahead=True)
    else:
        there = weekday_near(today, 6, ahead=False, itself="last" not in found.parts)
    return (Reading(type="DATE", value=f"{week_of(there)}-WE", anchor=scene.published_value, basis="anchored"),)


def decade(found: Found, scene: Scene) -> Readings:
    """Tahun 1980-an; 40-an; the 1990s."""
    y = _get(found, "decade", "year", "yy")
    if not isinstance(y, int):
        return ()
    if y < 100:
        y += 1900 if y >= 30 else 2000
    return (Reading(type="DATE", value=f"{y // 10:03d}X", mod=_mod(found)),)


def century(found: Found, scene: Scene) -> Readings:
    """Abad ke-14; the 20th century."""
    n = _ordinal(found)
    return (Reading(type="DATE", value=f"{n - 1:02d}XX", mod=_mod(found)),) if n and 1 <= n <= 30 else ()


def _ordinal(found: Found) -> int | None:
    n = _get(found, "ord", "roman", "num")
    if isinstance(n, Number):
        n = int(n.low) if n.low == n.high and float(n.low).is_integer() else None
    return n if isinstance(n, int) else None


def quarter(found: Found, scene: Scene) -> Readings:
    """Kuartal III 2024; the third quarter: of the year told, or the last such quarter."""
    n = _ordinal(found)
    word = found.parts.get("quarter_word")
    each = word.kinds["quarter_word"] if word else 4
    if n is None or not 1 <= n <= each:
        return ()
    letter = {4: "Q", 2: "H", 3: "T"}[each]
    y = _get(found, "year")
    mod = _mod(found)
    if isinstance(y, int):
        return (Reading(type="DATE", value=f"{y:04d}-{letter}{n}", mod=mod),)
    if scene.today is None:
        return (Reading(type="DATE", value=f"XXXX-{letter}{n}", mod=mod, basis="undecided"),)
    step = -1 if "last" in found.parts else 1 if "next" in found.parts else 0
    chosen = scene.today.year + step
    if not step and "this" not in found.parts:
        now = (scene.today.month - 1) // (12 // each) + 1
        if n > now and _direction(found, scene) <= 0 and n - now > 1:
            chosen -= 1
    value = f"{chosen:04d}-{letter}{n}"
    return (Reading(type="DATE", value=value, mod=mod, anchor=scene.published_value, basis="anchored"),)


def that_quarter(found: Found, scene: Scene) -> Readings:
    """The quarter; the latest period: the one told before, else the last that had ended."""
    told = (
        scene.last
        if scene.last and "-Q" in scene.last and scene.sentence - scene.last_sentence <= QUARTER_REACH
        else None
    )
    value = told or (stepped(scene.today, "Q", -1) if scene.today else None)
    if value is None or (found.parts["period_word"].lower != "quarter" and not told):
        return ()
    return (Reading(type="DATE", value=value, anchor=scene.last, basis="anchored"),)


QUARTER_REACH = 4
"""Sentences: "the quarter" and "a year earlier" look no further back for the quarter that they are told of."""


def year_earlier(found: Found, scene: Scene) -> Readings:
    """A year earlier; the year-ago quarter: one year before the quarter told, or before the year."""
    told = (
        scene.last
        if scene.last and "-Q" in scene.last and scene.sentence - scene.last_sentence <= QUARTER_REACH
        else None
    )
    value = moved_on(told, "Y", -1) if told else None
    if value is None and scene.today is not None:
        value = stepped(scene.today, "Y", -1)
    if value is None:
        return ()
    return (Reading(type="DATE", value=value, anchor=scene.last, basis="anchored"),)


def season(found: Found, scene: Scene) -> Readings:
    """Musim hujan; last summer; the winter of 1994."""
    part = str(_get(found, "season", "sure_season"))
    y = _get(found, "year")
    if not isinstance(y, int):
        if scene.today is None:
            return (Reading(type="DATE", value=f"XXXX-{part}", basis="undecided"),)
        start = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[part]
        y = scene.today.year
        if "this" not in found.parts and _direction(found, scene) < 0 and part != "WI" and scene.today.month < start:
            y -= 1
        elif "last" in found.parts and part != "WI" and start <= scene.today.month <= start + 2:
            y -= 1
    return (Reading(type="DATE", value=f"{y:04d}-{part}", mod=_mod(found), basis="anchored"),)


def holiday(found: Found, scene: Scene) -> Readings:
    """Lebaran 2025; Hari Kemerdekaan; Thanksgiving."""
    what = str(_get(found, "holiday"))
    y = _get(found, "year")
    today = scene.today
    if isinstance(y, int):
        there = _holiday_in(what, y)
        basis: Basis = "explicit"
    elif today is None:
        return ()
    else:
        basis = "anchored"
        step = -1 if "last" in found.parts else 1 if "next" in found.parts else 0
        options = [d for n in (-1, 0, 1) if (d := _holiday_in(what, today.year + n))]
        if not options:
            return ()
        if step and "year_word" in found.parts:
            there = _holiday_in(what, today.year + step)
        else:
            direction = step or _direction(found, scene)
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
    return _timed(found, Reading(type="DATE", value=there.isoformat(), basis=basis, why="holiday"))


def _holiday_in(what: str, y: int) -> date | None:
    """The day of a holiday in a year: "12-25", "easter-2", "hijri-10-01", "nth-11-4-4" (4th Thursday of November)."""
    if not FIRST_YEAR <= y <= 2999:
        return None
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


# --- spans of time ---


def _amount(found: Found) -> tuple[float, float] | None:
    number = found.parts["num"].kinds.get("num") if "num" in found.parts else None
    if isinstance(number, Number):
        return number.low, number.high
    return None


def period(n: float | None, which: str) -> str:
    """The TIMEX3 period of so many units; None is "several"."""
    amount = "X" if n is None else f"{n:g}" if n < 1e6 else str(int(n))
    scale = {"E": 10, "C": 100}.get(which)
    if scale:
        if n is not None:
            return f"P{n * scale:g}Y"
        return f"P{amount}{which}"
    if which == "Q" and n is not None:
        return f"P{n * 3:g}M"
    if which == "H" and n is not None:
        return f"P{n * 6:g}M"
    if which.startswith("T"):
        return f"PT{amount}{which[1]}"
    if which == "D" and n == 0.5:
        return "PT12H"
    if which == "Y" and n == 0.5:
        return "P6M"
    if which == "WE":
        return f"P{amount}WE"
    return f"P{amount}{which}"


def _unit_of(found: Found) -> str:
    return str(_get(found, "one_unit", "unit") or "")


def duration(found: Found, scene: Scene) -> Readings:
    """Tiga hari; beberapa jam terakhir; two-year; decades."""
    if "plural_unit" in found.parts and found.end - found.first == 1:
        return (Reading(type="DURATION", value=period(None, str(_get(found, "plural_unit")))),)
    ready = _get(found, "many_units", "vague")
    if ready:
        return (Reading(type="DURATION", value=str(ready), basis="explicit"),)
    which = _unit_of(found)
    if which in ("X", "") or _other_measure(found, scene):
        return ()
    amount = (1.0, 1.0) if "one_unit" in found.parts or "a" in found.parts else _amount(found)
    value = period(amount[0] if amount and amount[0] == amount[1] else None, which)
    return (Reading(type="DURATION", value=value, mod="APPROX" if _get(found, "approx") else None),)


def _other_measure(found: Found, scene: Scene) -> bool:
    """Whether the number belongs to a law ("Nomor 45 Tahun 2024") or to a position on the globe ("8 derajat 50 menit")."""
    words = scene.words
    before = words[found.first - 1].kinds if found.first else {}
    after = words[found.end].kinds if found.end < len(words) else {}
    if "year" in after and "year_word" in words[found.end - 1].kinds:
        return True
    return "degree" in before or ("degree" in after and "num" in found.parts)


def ago(found: Found, scene: Scene) -> Readings:
    """Dua hari lalu; dua hari lagi: reckoned from the day of publication."""
    amount = (1.0, 1.0) if "one_unit" in found.parts or "a" in found.parts else _amount(found)
    which = _unit_of(found)
    back = -1 if "ago" in found.parts else 1
    vague = amount is None or amount[0] != amount[1] or scene.today is None or not float(amount[0]).is_integer()
    if vague or amount is None or scene.today is None:
        return (Reading(type="DATE", value="PAST_REF" if back < 0 else "FUTURE_REF", basis="undecided"),)
    n = int(amount[0]) * back
    if abs(n) > 100_000:
        return ()
    if which.startswith("T"):
        return (Reading(type="DURATION", value=period(abs(n), which), anchor=scene.published_value, basis="anchored"),)
    value = stepped(scene.today, which, n)
    return (
        (Reading(type="DATE", value=value, anchor=scene.published_value, basis="anchored", mod=_mod(found)),)
        if value
        else ()
    )


def shift(found: Found, scene: Scene) -> Readings:
    """Sehari kemudian; two days earlier; the next day: reckoned from the time told before."""
    if "following" in found.parts or "preceding" in found.parts:
        n, which = 1 if "following" in found.parts else -1, _unit_of(found)
    elif "later_day" in found.parts:
        n, which = found.parts["later_day"].kinds["later_day"], "D"
    else:
        amount = (1.0, 1.0) if "one_unit" in found.parts or "a" in found.parts else _amount(found)
        which = _unit_of(found)
        if amount is None or amount[0] != amount[1] or not float(amount[0]).is_integer() or amount[0] > 100_000:
            return (Reading(type="DURATION", value=period(None, which), basis="undecided"),)
        n = int(amount[0]) * (-1 if "before" in found.parts else 1)
    if which.startswith("T"):
        return (Reading(type="DURATION", value=period(abs(n), which)),)
    value = moved_on(scene.last, which, n) or (stepped(scene.today, which, n) if scene.today else None)
    if value is None:
        return (Reading(type="DURATION", value=period(abs(n), which), basis="undecided"),)
    return _timed(found, Reading(type="DATE", value=value, anchor=scene.last, basis="anchored", mod=_mod(found)))


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
        return f"{y:04d}-{m:02d}" if FIRST_YEAR <= y <= 2999 else None
    if which in ("Y", "E", "C") and len(value) == 4:
        y += n * {"Y": 1, "E": 10, "C": 100}[which]
        return f"{y:04d}" if FIRST_YEAR <= y <= 2999 else None
    return None


def set_of(found: Found, scene: Scene) -> Readings:
    """Setiap Senin; every two years; daily."""
    ready = _get(found, "frequency")
    if ready:
        return (Reading(type="SET", value=str(ready)),)
    parts = found.parts
    if "weekday" in parts:
        part = f"T{_get(found, 'daypart')}" if "daypart" in parts else ""
        return (Reading(type="SET", value=f"XXXX-WXX-{parts['weekday'].kinds['weekday']}{part}"),)
    if "month" in parts:
        return (Reading(type="SET", value=f"XXXX-{parts['month'].kinds['month']:02d}"),)
    if "unit" in parts:
        amount = _amount(found)
        return (Reading(type="SET", value=period(amount[0] if amount else 1, parts["unit"].kinds["unit"])),)
    if "season" in parts:
        return (Reading(type="SET", value=f"XXXX-{_get(found, 'season')}"),)
    return (Reading(type="SET", value=f"T{_get(found, 'daypart')}"),)


def ref(found: Found, scene: Scene) -> Readings:
    """Kini; recently; in the future."""
    value = str(_get(found, "ref"))
    return (Reading(type="DATE", value=value, anchor=scene.published_value, basis="anchored"),)


MAKERS: dict[str, Callable[[Found, Scene], Readings]] = {
    "day": day, "days": days, "weekday": weekday, "deictic": deictic, "that_day": that_day, "daypart": daypart,
    "ordinal_day": ordinal_day, "clock": clock, "clocks": clocks, "month": month, "months": months, "year": year,
    "unit": unit, "weekend": weekend, "decade": decade, "century": century, "quarter": quarter, "season": season,
    "holiday": holiday, "duration": duration, "ago": ago, "shift": shift, "that_quarter": that_quarter, "year_earlier": year_earlier, "set": set_of, "ref": ref,
}  # fmt: skip
