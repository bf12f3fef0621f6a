"""Readings of months, quarters, seasons, years, decades and centuries."""

from __future__ import annotations

from saksi.lang.dates import month_of, year_of
from saksi.lang.numbers import Number
from saksi.mark.time_parts import direction_of, got, mod_of
from saksi.mark.time_rules import Found
from saksi.mark.time_scene import Reading, Readings, Scene
from saksi.mark.time_steps import moved_on, stepped


def month(found: Found, scene: Scene) -> Readings:
    """November 2024; Februari lalu; awal Desember."""
    m = found.parts["month"].kinds["month"]
    alone = found.end - found.first == 1
    kinds = found.parts["month"].kinds
    if alone and ("short" in kinds or ("doubtful" in kinds and scene.begins(found.first))):
        return ()
    today, mod = scene.limit, mod_of(found)
    y = got(found, "year")
    if isinstance(y, int):
        return (Reading(type="DATE", value=f"{y:04d}-{m:02d}", mod=mod),)
    if "year_word" in found.parts or "year_unit" in found.parts:
        if today is None:
            return ()
        y = today.year + (1 if "next" in found.parts else -1 if "last" in found.parts else 0)
        return (
            Reading(type="DATE", value=f"{y:04d}-{m:02d}", mod=mod, anchor=scene.published_value, basis="anchored"),
        )
    told = year_of(scene.last) if scene.last_fine and scene.sentence == scene.last_sentence else None
    if "that" in found.parts and told:
        return (Reading(type="DATE", value=f"{told:04d}-{m:02d}", mod=mod, basis="inherited"),)
    if told is not None and (today is None or abs(told - today.year) > 1):
        return (Reading(type="DATE", value=f"{told:04d}-{m:02d}", mod=mod, basis="inherited"),)
    if today is None:
        return (Reading(type="DATE", value=f"XXXX-{m:02d}", mod=mod, basis="undecided"),)
    y = today.year
    direction = direction_of(found, scene) if scene.today else -1
    if "this" in found.parts:
        pass
    elif direction > 0:
        y += m < today.month
    elif direction < 0 or m > today.month + 2:
        y -= m > today.month or (m == today.month and bool(got(found, "last")))
    return (Reading(type="DATE", value=f"{y:04d}-{m:02d}", mod=mod, anchor=scene.published_value, basis="inherited"),)


def short_year(found: Found, scene: Scene) -> Readings:
    """Mei 98; tahun '98: of the last century, as two digits of this one are days."""
    y = int(found.parts["yy"].kinds["yy"]) + 1900
    numbered = found.first and "num" in scene.words[found.first - 1].kinds
    after = scene.text[found.parts["yy"].end : found.parts["yy"].end + 1]
    if y < SHORT_FROM or numbered or after == "-" or after.isalpha():
        return ()
    m = got(found, "month")
    return (Reading(type="DATE", value=f"{y:04d}-{m:02d}" if isinstance(m, int) else f"{y:04d}"),)


SHORT_FROM = 1940


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
    return (Reading(type="DATE", value=f"{y:04d}", mod=mod_of(found)),)


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
            return first is not None and bool(first.kinds.keys() & {"year", "early"})
        if "num" in kinds and "year" not in kinds:
            return False
    return True


def decade(found: Found, _scene: Scene) -> Readings:
    """Tahun 1980-an; 40-an; the 1990s."""
    named = got(found, "decade_name")
    if isinstance(named, int):
        return (Reading(type="DATE", value=f"{named}X", mod=mod_of(found)),)
    y = got(found, "decade", "year", "yy")
    if not isinstance(y, int):
        return ()
    if y < 100 and not found.parts.keys() & {"the", "apostrophe", "year_word", "age_word"}:
        return ()
    if y < 100:
        y += 1900 if y >= 30 else 2000
    return (Reading(type="DATE", value=f"{y // 10:03d}X", mod=mod_of(found)),)


def century(found: Found, _scene: Scene) -> Readings:
    """Abad ke-14; the 20th century."""
    n = _ordinal(found)
    return (Reading(type="DATE", value=f"{n - 1:02d}XX", mod=mod_of(found)),) if n and 1 <= n <= 30 else ()


def _ordinal(found: Found) -> int | None:
    n = got(found, "ord", "roman", "num")
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
    y = got(found, "year")
    mod = mod_of(found)
    if isinstance(y, int):
        return (Reading(type="DATE", value=f"{y:04d}-{letter}{n}", mod=mod),)
    if scene.today is None:
        return (Reading(type="DATE", value=f"XXXX-{letter}{n}", mod=mod, basis="undecided"),)
    step = -1 if "last" in found.parts else 1 if "next" in found.parts else 0
    chosen = scene.today.year + step
    if not step and "this" not in found.parts:
        now = (scene.today.month - 1) // (12 // each) + 1
        if n > now and direction_of(found, scene) <= 0 and n - now > 1:
            chosen -= 1
    value = f"{chosen:04d}-{letter}{n}"
    return (Reading(type="DATE", value=value, mod=mod, anchor=scene.published_value, basis="anchored"),)


def that_quarter(found: Found, scene: Scene) -> Readings:
    """The quarter; the latest period: the one told before, else the last that had ended."""
    told = scene.quarter
    value = told or (stepped(scene.today, "Q", -1) if scene.today else None)
    if value is None or (found.parts["period_word"].lower != "quarter" and not told):
        return ()
    return (Reading(type="DATE", value=value, anchor=scene.last, basis="anchored"),)


def year_earlier(found: Found, scene: Scene) -> Readings:
    """A year earlier; the year-ago quarter: one year before the quarter told, or before the year."""
    told = scene.quarter
    y = got(found, "year")
    if isinstance(y, int):
        quarter_word = f"-{told[5:]}" if told else ""
        return (Reading(type="DATE", value=f"{y:04d}{quarter_word}", anchor=told, basis="anchored"),)
    n = got(found, "ord")
    if isinstance(n, int) and 1 <= n <= 4 and scene.today is not None:
        return (Reading(type="DATE", value=f"{scene.today.year - 1:04d}-Q{n}", basis="anchored"),)
    value = moved_on(told, "Y", -1) if told else None
    if value is None and scene.today is not None:
        value = stepped(scene.today, "Y", -1)
    if value is None:
        return ()
    return (Reading(type="DATE", value=value, anchor=scene.last, basis="anchored"),)


def season(found: Found, scene: Scene) -> Readings:
    """Musim hujan; last summer; the winter of 1994."""
    part = str(got(found, "season", "sure_season"))
    y = got(found, "year")
    if not isinstance(y, int):
        if scene.today is None:
            return (Reading(type="DATE", value=f"XXXX-{part}", basis="undecided"),)
        start = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[part]
        y = scene.today.year
        if (
            "this" not in found.parts and direction_of(found, scene) < 0 and part != "WI" and scene.today.month < start
        ) or ("last" in found.parts and part != "WI" and start <= scene.today.month <= start + 2):
            y -= 1
    return (Reading(type="DATE", value=f"{y:04d}-{part}", mod=mod_of(found), basis="anchored"),)
