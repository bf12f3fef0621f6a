"""The clock time or part of day that the words of a time expression give."""

from __future__ import annotations

import msgspec

from saksi.mark.time_rules import Found
from saksi.mark.time_scene import Reading


def clock_of(found: Found) -> str | None:
    """The clock time (T16:00) or part of day (TEV); an hour up to eleven takes its half of the day from the words."""
    parts = found.parts
    part = _part(found)
    spelled = parts.get("clock_word")
    if spelled is not None:
        return str(spelled.kinds["clock_word"])
    word = parts.get("clock") or parts.get("colon") or parts.get("hour")
    if word is None:
        return f"T{part}" if part else None
    if "clock" in word.kinds:
        hour, minute = word.kinds["clock"]
    else:
        hour, minute = word.kinds["hour"], 0
    before = parts["half"].kinds["num"].low if "half" in parts else None
    if before is not None and (before != HALF or hour < 1):
        return None
    half = parts["meridiem"].kinds["meridiem"] if "meridiem" in parts else None
    if half == "PM" and hour < 12:
        hour += 12
    elif half == "AM" and hour == 12:
        hour = 0
    elif half is None and part:
        hour = _by_part(hour, part)
    if before is not None:
        hour, minute = hour - 1, 30
    return f"T{hour:02d}:{minute:02d}"


HALF = 0.5
"""Before an hour: half an hour less ("setengah delapan" is 7.30)."""


def _part(found: Found) -> str | None:
    for name in ("daypart", "daypart_word", "deictic_part"):
        word = found.parts.get(name)
        if word is not None:
            value = word.kinds[name]
            return str(value[1]) if isinstance(value, list) else str(value)
    return None


def _by_part(hour: int, part: str) -> int:
    if part in ("AF", "EV") and 1 <= hour <= 8:
        return hour + 12
    if part == "NI" and 6 <= hour <= 11:
        return hour + 12
    if part == "NI" and hour == 12:
        return 24
    return hour


def with_clock(reading: Reading, clock: str) -> Reading:
    """A day's reading with a clock time; any other keeps its value."""
    if len(reading.value) != 10 or "-W" in reading.value:
        return reading
    return msgspec.structs.replace(reading, type="TIME", value=reading.value + clock)
