"""Calendar arithmetic."""

from __future__ import annotations

from datetime import date

import pytest

from saksi.lang import dates


def test_the_years_in_which_a_weekday_fits() -> None:
    assert dates.years_with(12, 2, 1, 2010, 2024) == (2013, 2019, 2024)
    assert dates.years_with(2, 30, 1, 2010, 2024) == ()


@pytest.mark.parametrize(
    ("value", "day", "month", "year"),
    [
        ("2025-06-18T10:00", date(2025, 6, 18), (2025, 6), 2025),
        ("2025-06", None, (2025, 6), 2025),
        ("2025-W24", None, None, 2025),
        ("2025-02-30", None, (2025, 2), 2025),
        ("199X", None, None, None),
        ("PAST_REF", None, None, None),
        (None, None, None, None),
    ],
)
def test_how_fine_a_value_is(
    value: str | None, day: date | None, month: tuple[int, int] | None, year: int | None
) -> None:
    assert (dates.day_of(value), dates.month_of(value), dates.year_of(value)) == (day, month, year)


def test_steps_over_the_ends_of_months_and_years() -> None:
    assert dates.same_day_on(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert dates.months_on(2024, 11, 3) == (2025, 2)
    assert dates.months_on(2024, 2, -3) == (2023, 11)
    assert dates.moved(date(2024, 12, 31), 1) == date(2025, 1, 1)
    assert dates.moved(date(2024, 12, 31), 10**9) is None
    assert dates.week_of(date(2024, 12, 30)) == "2025-W01"


def test_the_nearest_weekday() -> None:
    wednesday = date(2025, 6, 18)
    assert dates.weekday_near(wednesday, 3, ahead=False) == wednesday
    assert dates.weekday_near(wednesday, 3, ahead=False, itself=False) == date(2025, 6, 11)
    assert dates.weekday_near(wednesday, 5, ahead=True) == date(2025, 6, 20)


def test_moving_feasts() -> None:
    assert dates.easter(2025) == date(2025, 4, 20)
    assert dates.easter(2024) == date(2024, 3, 31)
    assert dates.hijri_day(1446, 10, 1) == date(2025, 3, 31)
    assert dates.hijri_days_in(2024, 10, 1) == (date(2024, 4, 10),)
    assert len(dates.hijri_days_in(2030, 9, 1)) == 2
