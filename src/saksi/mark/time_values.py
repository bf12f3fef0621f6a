"""Found rules -> readings: which function reads each kind of time expression.

Each gives the TIMEX3 value that the words have in their place in the article, and () where they turn out to be no time.
Source: TimeML (ISO 24617-1).
"""

from __future__ import annotations

from collections.abc import Callable

from saksi.mark.time_days import clock, clocks, day, daypart, days, deictic, ordinal_day, that_day, weekday
from saksi.mark.time_feasts import holiday
from saksi.mark.time_rules import Found
from saksi.mark.time_scene import Readings, Scene
from saksi.mark.time_spans import compound, duration, ref, set_of
from saksi.mark.time_steps import ago, shift, unit, weekend, whole_year
from saksi.mark.time_years import (
    century,
    decade,
    month,
    months,
    quarter,
    season,
    short_year,
    that_quarter,
    year,
    year_earlier,
)

MAKERS: dict[str, Callable[[Found, Scene], Readings]] = {
    "day": day, "days": days, "weekday": weekday, "deictic": deictic, "that_day": that_day, "daypart": daypart,
    "ordinal_day": ordinal_day, "clock": clock, "clocks": clocks, "month": month, "months": months,
    "year": year, "short_year": short_year,
    "unit": unit, "weekend": weekend, "decade": decade, "century": century, "quarter": quarter, "season": season,
    "holiday": holiday, "duration": duration, "compound": compound, "ago": ago, "shift": shift,
    "whole_year": whole_year, "that_quarter": that_quarter, "year_earlier": year_earlier, "set": set_of, "ref": ref,
}  # fmt: skip
