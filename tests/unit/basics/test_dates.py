"""Dates: one way to write them in files, the Indonesian ways on paper, months from an anchor."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from babel.dates import format_date

from kit.basics.dates import (
    ROMAN_MONTHS,
    long_date,
    long_date_with_weekday,
    months_after,
    parse_date,
    short_date,
)


def test_four_hundred_thousand_days_read_back() -> None:
    day = date(1000, 1, 1)
    for _ in range(400_000):
        # Without zero-padding by the C library, which differs between systems before the year 1000.
        assert parse_date(day.isoformat()) == day
        day += timedelta(1)


def test_babel_writes_the_same_days() -> None:
    day = date(2024, 1, 1)
    for _ in range(800):
        assert long_date(day) == format_date(day, "d MMMM y", locale="id")
        assert long_date_with_weekday(day) == format_date(day, "EEEE, d MMMM y", locale="id")
        assert short_date(day) == format_date(day, "d MMM y", locale="id")
        day += timedelta(1)


@pytest.mark.parametrize(
    "text",
    ["", "2026-02-30", "2026-1-5", "05-01-2026", "31/12/26", "2026-13-01", "0000-01-01", "2026-01-01 ", "２０２６-01-01",
     "2026-01-01T00:00", "20260101"],
)  # fmt: skip
def test_everything_else_is_no_date(text: str) -> None:
    assert parse_date(text) is None


def test_months_are_counted_from_the_anchor() -> None:
    anchor = date(2026, 1, 31)
    assert [months_after(anchor, n) for n in (1, 2, 3, 12, 13)] == [
        date(2026, 2, 28),
        date(2026, 3, 31),
        date(2026, 4, 30),
        date(2027, 1, 31),
        date(2027, 2, 28),
    ]
    assert months_after(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert months_after(date(2024, 2, 29), 48) == date(2028, 2, 29)
    assert months_after(date(2026, 1, 31), -2) == date(2025, 11, 30)


def test_every_month_has_a_roman_number() -> None:
    assert len(set(ROMAN_MONTHS)) == 12
