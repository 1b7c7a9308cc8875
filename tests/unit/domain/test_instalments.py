"""Schedules that somebody asked for and that cannot be: refused, with the reason as data."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from kit.domain.instalments import (
    REST,
    Amounts,
    Every,
    Instalment,
    Part,
    Problems,
    Span,
    by_parts,
    custom,
    days,
    equal,
    fixed,
    schedule,
    with_down_payment,
)
from tests.builders import DAY


def codes(given: tuple[object, Problems]) -> list[str]:
    assert not given[0] or not given[1]
    return [problem.code for problem in given[1]]


@pytest.mark.parametrize(("given", "expected"), [
    (equal(0, 3), ["plan-nothing"]),
    (equal(-5, 3), ["plan-nothing"]),
    (equal(100, 0), ["plan-count"]),
    (equal(100, -1), ["plan-count"]),
    (equal(10**9, 120), []),
    (equal(10**9, 121), ["plan-count"]),
    (equal(10**9, 1_000), ["plan-count"]),
    (equal(1, 3), ["plan-part", "plan-part"]),
    (equal(100, 2, 0), ["plan-unit"]),
    (equal(2_500, 3, 1_000), ["plan-part", "plan-part"]),
    (fixed(100, 0), ["plan-part"]),
    (fixed(100, -1), ["plan-part"]),
    (fixed(10**9, 1), ["plan-count"]),
    (fixed(100, 50, 3), ["plan-part"]),
    (fixed(100, 100), []),
    (by_parts(100, []), ["plan-count"]),
    (by_parts(100, [REST, REST]), ["plan-rest-twice"]),
    (by_parts(100, [Part(percent=Fraction(50))]), ["plan-sum"]),
    (by_parts(100, [Part(percent=Fraction(100)), REST]), ["plan-part"]),
    (by_parts(100, [Part(percent=Fraction(-10)), REST]), ["plan-part"]),
    (with_down_payment(100, 100, equal(0, 2)), ["plan-nothing"]),
    (with_down_payment(10**9, 5, equal(10**9 - 5, 120)), ["plan-count"]),
    (with_down_payment(100, 5, equal(90, 2)), ["plan-sum"]),
])  # fmt: skip
def test_what_cannot_be_split(given: tuple[Amounts, Problems], expected: list[str]) -> None:
    assert codes(given) == expected


def test_thirds_of_a_percentage_are_rounded_once_and_the_rest_takes_what_is_left() -> None:
    third = Part(percent=Fraction(100, 3))
    assert by_parts(100, [third, third, REST])[0] == (33, 33, 34)


def test_a_count_with_an_amount_leaves_the_rest_to_the_last() -> None:
    assert fixed(10_000_000, 2_000_000, 4)[0] == (2_000_000, 2_000_000, 2_000_000, 4_000_000)


def test_a_down_payment_comes_first() -> None:
    assert with_down_payment(1_000, 400, equal(600, 2))[0] == (400, 300, 300)
    assert with_down_payment(1_000, 0, equal(1_000, 2))[0] == (500, 500)


@pytest.mark.parametrize(("first", "every", "expected"), [
    ("2027-01-31", Every(), ["2027-01-31", "2027-02-28", "2027-03-31"]),
    ("2028-02-29", Every(Span.MONTHS, 12), ["2028-02-29", "2029-02-28", "2030-02-28"]),
    ("2026-12-28", Every(Span.WEEKS, 2), ["2026-12-28", "2027-01-11", "2027-01-25"]),
    ("2026-12-28", Every(Span.DAYS, 10), ["2026-12-28", "2027-01-07", "2027-01-17"]),
])  # fmt: skip
def test_dates_are_counted_from_the_anchor(first: str, every: Every, expected: list[str]) -> None:
    found, problems = days(dt.date.fromisoformat(first), 3, every)
    assert ([str(day) for day in found], problems) == (expected, ())


def test_a_leap_day_comes_back_every_fourth_year() -> None:
    assert days(dt.date(2028, 2, 29), 5, Every(Span.MONTHS, 12))[0][4] == dt.date(2032, 2, 29)


@pytest.mark.parametrize(("first", "number"), [(DAY, 0), (DAY, -1), (DAY, 367), (dt.date(9999, 11, 30), 1)])
def test_steps_that_lead_nowhere(first: dt.date, number: int) -> None:
    assert codes(days(first, 3, Every(Span.MONTHS, number))) == ["plan-step"]
    assert codes(schedule(300, equal(300, 3), first, Every(Span.MONTHS, number))) == ["plan-step"]


def test_a_schedule_passes_on_why_it_cannot_be() -> None:
    assert codes(schedule(0, equal(0, 3), DAY, Every())) == ["plan-nothing"]


@pytest.mark.parametrize(("amounts", "gaps", "expected"), [
    ([60, 40], [0, 30], []),
    ([60, 41], [0, 30], ["plan-sum"]),
    ([60, 40], [0, 0], ["plan-dates"]),
    ([100, 0], [0, 30], ["plan-part"]),
    ([110, -10], [30, 0], ["plan-part", "plan-dates"]),
    ([], [], ["plan-count"]),
])  # fmt: skip
def test_rows_that_somebody_wrote(amounts: list[int], gaps: list[int], expected: list[str]) -> None:
    rows = [Instalment(DAY + dt.timedelta(gap), each) for gap, each in zip(gaps, amounts, strict=True)]
    assert codes(custom(100, rows)) == expected


def test_percentages_are_rounded_down_to_the_unit_where_a_rest_takes_what_that_leaves() -> None:
    third = Part(percent=Fraction(30))
    assert by_parts(10_500_700, [third, third, REST], 1_000)[0] == (3_150_000, 3_150_000, 4_200_700)
    assert by_parts(10_500_700, [third, Part(percent=Fraction(70))], 1_000)[0] == (3_150_210, 7_350_490)
    assert [problem.code for problem in by_parts(100, [REST], 0)[1]] == ["plan-unit"]


def test_percentages_that_are_the_whole_together_add_up() -> None:
    half = Part(percent=Fraction(50))
    assert by_parts(1_000_001, [half, half])[0] == (500_001, 500_000)
