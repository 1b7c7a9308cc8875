"""Schedules that somebody asked for and that cannot be: refused, with the reason as data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from fractions import Fraction

import pytest

from kit.basics.problems import Problem, error
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

HALF = Part(percent=Fraction(50))


def refused(code: str, **data: str | int) -> Problems:
    return (Problem(code, data=data),)


def part(number: int, amount: str) -> Problem:
    return error("plan-part", number=number, amount=amount)


# The splits are called inside the test, and not while its table is read.
@pytest.mark.parametrize(("split", "expected"), [
    (lambda: equal(0, 3), refused("plan-nothing", total="Rp0")),
    (lambda: equal(-5, 3), refused("plan-nothing", total="-Rp5")),
    (lambda: equal(100, 0), refused("plan-count", count=0, most=120)),
    (lambda: equal(100, -1), refused("plan-count", count=-1, most=120)),
    (lambda: equal(10**9, 121), refused("plan-count", count=121, most=120)),
    (lambda: equal(10**9, 1_000), refused("plan-count", count=1_000, most=120)),
    (lambda: equal(1, 3), (part(1, "Rp0"), part(2, "Rp0"))),
    (lambda: equal(100, 2, 0), refused("plan-unit", unit="Rp0")),
    (lambda: equal(0, 2, -1), (error("plan-nothing", total="Rp0"), error("plan-unit", unit="-Rp1"))),
    (lambda: equal(2_500, 3, 1_000), (part(1, "Rp0"), part(2, "Rp0"))),
    (lambda: fixed(100, 0), (part(1, "Rp0"),)),
    (lambda: fixed(100, -1), (part(1, "-Rp1"),)),
    (lambda: fixed(0, 5, 1), refused("plan-nothing", total="Rp0")),
    (lambda: fixed(1_205, 10), refused("plan-count", count=121, most=120)),
    (lambda: fixed(100, 10, 121), refused("plan-count", count=121, most=120)),
    (lambda: fixed(10**9, 1), refused("plan-count", count=10**9, most=120)),
    (lambda: fixed(100, 50, 3), (part(3, "Rp0"),)),
    (lambda: by_parts(100, []), refused("plan-count", count=0, most=120)),
    (lambda: by_parts(100, [REST], 0), refused("plan-unit", unit="Rp0")),
    (lambda: by_parts(100, [REST, REST]), refused("plan-rest-twice")),
    (lambda: by_parts(100, [HALF]), refused("plan-sum", sum="Rp50", total="Rp100")),
    (lambda: by_parts(100, [Part(percent=Fraction(100)), REST]), (part(2, "Rp0"),)),
    (lambda: by_parts(100, [Part(percent=Fraction(-10)), REST]), (part(1, "-Rp10"),)),
    (lambda: with_down_payment(100, 100, equal(0, 2)), refused("plan-nothing", total="Rp0")),
    (lambda: with_down_payment(10**9, 5, equal(10**9 - 5, 120)), refused("plan-count", count=121, most=120)),
    (lambda: with_down_payment(100, 5, equal(90, 2)), refused("plan-sum", sum="Rp95", total="Rp100")),
    (lambda: with_down_payment(100, -5, equal(105, 1)), (part(1, "-Rp5"),)),
])  # fmt: skip
def test_what_cannot_be_split_and_why(split: Callable[[], tuple[Amounts, Problems]], expected: Problems) -> None:
    assert split() == ((), expected)


@pytest.mark.parametrize(("split", "expected"), [
    (lambda: equal(10**9, 120), ((8_333_333,) * 119 + (8_333_373,))),
    (lambda: equal(1, 1), (1,)),
    (lambda: fixed(100, 100), (100,)),
    (lambda: fixed(3, 1), (1, 1, 1)),
    (lambda: fixed(120, 1), (1,) * 120),
    (lambda: by_parts(100, [HALF, Part(amount=20), REST]), (50, 20, 30)),
    (lambda: with_down_payment(125, 6, equal(119, 119)), (6, *(1,) * 119)),
    (lambda: with_down_payment(101, 1, equal(100, 1)), (1, 100)),
])  # fmt: skip
def test_the_smallest_and_the_longest_plan(split: Callable[[], tuple[Amounts, Problems]], expected: Amounts) -> None:
    assert split() == (expected, ())


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
    expected = ((), refused("plan-step", number=number, most=366))
    assert days(first, 3, Every(Span.MONTHS, number)) == expected
    assert schedule(300, equal(300, 3), first, Every(Span.MONTHS, number)) == expected


def test_the_longest_step() -> None:
    found, problems = days(DAY, 2, Every(Span.DAYS, 366))
    assert (found, problems) == ((DAY, DAY + dt.timedelta(366)), ())


def test_a_schedule_passes_on_why_it_cannot_be() -> None:
    assert schedule(0, equal(0, 3), DAY, Every()) == ((), refused("plan-nothing", total="Rp0"))


def out_of_order(number: int, due: int, before: int) -> Problem:
    day = [str(DAY + dt.timedelta(each)) for each in (due, before)]
    return error("plan-dates", number=number, due=day[0], before=day[1])


@pytest.mark.parametrize(("amounts", "gaps", "expected"), [
    ([60, 40], [0, 30], ()),
    ([60, 41], [0, 30], refused("plan-sum", sum="Rp101", total="Rp100")),
    ([60, 40], [0, 0], (out_of_order(2, 0, 0),)),
    ([50, 20, 30], [0, 40, 30], (out_of_order(3, 30, 40),)),
    ([100, 0], [0, 30], (part(2, "Rp0"),)),
    ([110, -10], [30, 0], (part(2, "-Rp10"), out_of_order(2, 0, 30))),
    ([], [], refused("plan-count", count=0, most=120)),
])  # fmt: skip
def test_rows_that_somebody_wrote(amounts: list[int], gaps: list[int], expected: Problems) -> None:
    rows = tuple(Instalment(DAY + dt.timedelta(gap), each) for gap, each in zip(gaps, amounts, strict=True))
    assert custom(100, rows) == (() if expected else rows, expected)


def test_percentages_are_rounded_down_to_the_unit_where_a_rest_takes_what_that_leaves() -> None:
    third = Part(percent=Fraction(30))
    assert by_parts(10_500_700, [third, third, REST], 1_000)[0] == (3_150_000, 3_150_000, 4_200_700)
    assert by_parts(10_500_700, [third, Part(percent=Fraction(70))], 1_000)[0] == (3_150_210, 7_350_490)


def test_percentages_that_are_the_whole_together_add_up() -> None:
    half = Part(percent=Fraction(50))
    assert by_parts(1_000_001, [half, half])[0] == (500_001, 500_000)
