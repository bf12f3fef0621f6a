"""The parts of a found time rule that several readings share: words by name, amounts, units, direction."""

from __future__ import annotations

from saksi.lang.numbers import Number
from saksi.mark.time_clock import clock_of, with_clock
from saksi.mark.time_rules import Found
from saksi.mark.time_scene import Reading, Readings, Scene


def got(found: Found, *names: str) -> object | None:
    """The value of the first of these parts that the words have."""
    for name in names:
        word = found.parts.get(name)
        if word is not None:
            return word.kinds.get(name)
    return None


def mod_of(found: Found) -> str | None:
    """The TIMEX3 modifier: START, MID, END, APPROX ..."""
    early = got(found, "early")
    if isinstance(early, str):
        return early
    return "APPROX" if got(found, "approx") else None


def direction_of(found: Found, scene: Scene) -> int:
    """-1 past, 1 to come, 0 unsaid: by the words of the expression, else by those around it."""
    if got(found, "past_tail", "last", "ago"):
        return -1
    if got(found, "future_tail", "next", "coming"):
        return 1
    return scene.tense()


def timed(found: Found, reading: Reading) -> Readings:
    """The reading with the part of day or clock time that the words give."""
    clock = clock_of(found)
    return (with_clock(reading, clock),) if clock else (reading,)


LIKELY_YEARS = range(1900, 2101)
"""Four digits that are a year and no amount, even before a unit ("Piala Asia 2024 bulan lalu")."""


def amount_of(found: Found) -> tuple[float, float] | None:
    """How many units, low and high; None for "several"."""
    if "several" in found.parts and found.parts["several"].kinds["several"] > 1:
        return 2, 2
    number = found.parts["num"].kinds.get("num") if "num" in found.parts else None
    if isinstance(number, Number) and "year" in found.parts["num"].kinds and number.low in LIKELY_YEARS:
        return None
    if isinstance(number, Number):
        return number.low, number.high
    return None


def unit_of(found: Found) -> str:
    """The letter of the unit (D, W, M, Y, TH ...), "" without one."""
    return str(got(found, "one_unit", "one_of_unit", "unit") or "")


def period(n: float | None, which: str) -> str:
    """The TIMEX3 period of so many units; None is "several"."""
    amount = "X" if n is None else f"{n:g}" if n < 1e6 else str(int(n))
    scale = {"E": 10, "C": 100}.get(which)
    if scale:
        if n is not None:
            return f"P{n * scale:g}Y"
        return f"P{amount}{which}"
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
