"""Readings of durations, sets of times and vague references."""

from __future__ import annotations

from saksi.mark.time_parts import amount_of, got, period, unit_of
from saksi.mark.time_rules import Found
from saksi.mark.time_scene import Reading, Readings, Scene


def duration(found: Found, scene: Scene) -> Readings:
    """Tiga hari; beberapa jam terakhir; two-year; decades."""
    if "plural_unit" in found.parts and found.end - found.first == 1:
        if scene.text[scene.words[found.first].start].isupper() and not scene.begins(found.first):
            return ()
        if found.first and "num" in scene.words[found.first - 1].kinds:
            return ()
        return (Reading(type="DURATION", value=period(None, str(got(found, "plural_unit")))),)
    ready = got(found, "many_units", "vague", "days_word")
    if ready:
        return (Reading(type="DURATION", value=str(ready), basis="explicit"),)
    which = unit_of(found)
    if which in ("X", "") or _other_measure(found, scene):
        return ()
    whole = found.parts.keys() & {"one_unit", "a"} or not found.parts.keys() & {"num", "several"}
    amount = (1.0, 1.0) if whole else amount_of(found)
    if amount is None and "num" in found.parts:
        return ()
    if "half" in found.parts:
        if amount is None or found.parts["half"].kinds["num"].low != HALF:
            return ()
        amount = (amount[0] + HALF, amount[1] + HALF)
    value = period(amount[0] if amount and amount[0] == amount[1] else None, which)
    return (Reading(type="DURATION", value=value, mod="APPROX" if got(found, "approx") else None),)


HALF = 0.5


def compound(found: Found, _scene: Scene) -> Readings:
    """1 jam 45 menit: a unit and the next smaller one."""
    large, small = found.parts["unit"].kinds["unit"], found.parts["second_unit"].kinds["unit"]
    one, two = amount_of(found), found.parts["second"].kinds["num"]
    if (large, small) not in NESTED or one is None or one[0] != one[1] or two.low != two.high:
        return ()
    value = period(one[0], large) + f"{two.low:g}{small[-1]}"
    return (Reading(type="DURATION", value=value, mod="APPROX" if got(found, "approx") else None),)


NESTED = frozenset([("TH", "TM"), ("TM", "TS"), ("Y", "M"), ("M", "D"), ("W", "D")])


def _other_measure(found: Found, scene: Scene) -> bool:
    """Whether the number is of a law ("Nomor 45 Tahun 2024"), a position ("8 derajat 50 menit") or an age."""
    words = scene.words
    before = words[found.first - 1].kinds if found.first else {}
    after = words[found.end].kinds if found.end < len(words) else {}
    if "year" in after and "year_word" in words[found.end - 1].kinds and "num" in words[found.end - 2].kinds:
        return True
    old = found.end + (found.end < len(words) and "dash" in words[found.end].kinds)
    if old < len(words) and "old" in words[old].kinds:
        return True
    return "degree" in before or ("degree" in after and "num" in found.parts)


def set_of(found: Found, scene: Scene) -> Readings:
    """Setiap Senin; every two years; daily."""
    ready = got(found, "frequency")
    if ready and scene.text[scene.words[found.first].start].isupper() and not scene.begins(found.first):
        return ()
    if ready:
        return (Reading(type="SET", value=str(ready)),)
    parts = found.parts
    if "weekday" in parts:
        part = f"T{got(found, 'daypart')}" if "daypart" in parts else ""
        return (Reading(type="SET", value=f"XXXX-WXX-{parts['weekday'].kinds['weekday']}{part}"),)
    if "month" in parts and "day" in parts:
        return (Reading(type="SET", value=f"XXXX-{parts['month'].kinds['month']:02d}-{parts['day'].kinds['day']:02d}"),)
    if "month" in parts:
        return (Reading(type="SET", value=f"XXXX-{parts['month'].kinds['month']:02d}"),)
    if "unit" in parts:
        amount = amount_of(found)
        return (Reading(type="SET", value=period(amount[0] if amount else 1, parts["unit"].kinds["unit"])),)
    if "season" in parts:
        return (Reading(type="SET", value=f"XXXX-{got(found, 'season')}"),)
    return (Reading(type="SET", value=f"T{got(found, 'daypart')}"),)


def ref(found: Found, scene: Scene) -> Readings:
    """Kini; recently; in the future."""
    value = str(got(found, "ref", "ref_noun"))
    return (Reading(type="DATE", value=value, anchor=scene.published_value, basis="anchored"),)
