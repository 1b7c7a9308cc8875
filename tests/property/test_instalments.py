"""What holds of every schedule: the sum, the count, the dates, and how far the last one may differ."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from fractions import Fraction
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.basics.dates import months_after
from kit.domain.instalments import (
    LONGEST,
    REST,
    Every,
    Instalment,
    Part,
    Span,
    by_parts,
    custom,
    equal,
    fixed,
    schedule,
    with_down_payment,
)

CASES = settings(max_examples=500, deadline=None)

totals = st.integers(1, 10**12)
counts = st.integers(1, LONGEST)
units = st.sampled_from([1, 100, 500, 1_000, 50_000, 1_000_000])
firsts = st.dates(dt.date(2020, 1, 1), dt.date(2060, 12, 31))
steps = st.builds(Every, st.sampled_from(Span), st.integers(1, 24))


@CASES
@given(totals, counts, units, firsts, steps)
def test_equal_instalments(total: int, count: int, unit: int, first: dt.date, every: Every) -> None:
    rows, problems = schedule(total, equal(total, count, unit), first, every)
    if total // count < unit and count > 1:
        assert {problem.code for problem in problems} == {"plan-part"}
        assert not rows
        return
    assert not problems
    amounts, dates = [row.amount for row in rows], [row.due for row in rows]
    assert len(rows) == count
    assert sum(amounts) == total
    assert min(amounts) > 0
    assert len(set(amounts[:-1])) <= 1
    assert all(each % unit == 0 for each in amounts[:-1])
    assert 0 <= amounts[-1] - amounts[0] < count * unit
    assert dates[0] == first
    assert all(before < after for before, after in pairwise(dates))
    assert custom(total, rows) == (rows, ())


@CASES
@given(totals, st.integers(1, 10**12), firsts, steps)
def test_fixed_instalments(total: int, amount: int, first: dt.date, every: Every) -> None:
    rows, problems = schedule(total, fixed(total, amount), first, every)
    assert bool(problems) == (total > LONGEST * amount)
    if rows:
        assert sum(row.amount for row in rows) == total
        assert all(row.amount == amount for row in rows[:-1])
        assert 0 < rows[-1].amount <= amount


@CASES
@given(totals, st.integers(1, 10**12), st.integers(1, LONGEST - 1))
def test_a_down_payment_and_the_rest_are_the_whole(total: int, down: int, count: int) -> None:
    amounts, problems = with_down_payment(total, down, equal(total - down, count))
    assert bool(problems) == (total - down < count)
    if amounts:
        assert (sum(amounts), len(amounts), amounts[0]) == (total, count + 1, down)


@CASES
@given(firsts, st.integers(1, 60))
def test_months_keep_their_day_or_take_the_last_one(first: dt.date, number: int) -> None:
    due = Every(Span.MONTHS, number).after(first, 3)
    assert due == months_after(first, 3 * number)
    assert due.day == first.day or (due + dt.timedelta(1)).day == 1


def judge_equal(total: int, count: int) -> None:
    """Hold `equal` to its word: rounded down, the last takes the rest, nothing lost, nothing empty."""
    amounts, problems = equal(total, count)
    if total < count:
        assert not amounts
        assert problems
        return
    assert not problems
    assert len(amounts) == count
    assert sum(amounts) == total
    each = total // count
    assert amounts[:-1] == (each,) * (count - 1)
    assert each <= amounts[-1] < each + count


def test_equal_shares_of_2000_small_totals() -> None:
    draw = Random(2026)
    for _ in range(2_000):
        judge_equal(draw.randint(1, 10_000), draw.randint(1, 60))


@pytest.mark.long
def test_equal_shares_of_every_total_to_10000_in_1_to_60_terms() -> None:
    for total in range(1, 10_001):
        for count in range(1, 61):
            judge_equal(total, count)


@pytest.mark.parametrize("first", ["2026-01-31", "2028-02-29", "2026-08-31", "2026-12-30", "2026-11-15"])
def test_dates_of_1_to_60_terms_rise_from_their_anchor(first: str) -> None:
    anchor = dt.date.fromisoformat(first)
    for count in range(1, 61):
        rows, problems = schedule(600, equal(600, count), anchor, Every())
        assert not problems
        dates = [row.due for row in rows]
        assert len(dates) == count
        assert all(before < after for before, after in pairwise(dates))
        for step, due in enumerate(dates):
            months = anchor.month - 1 + step
            assert (due.year, due.month) == (anchor.year + months // 12, months % 12 + 1)
            assert due.day == min(anchor.day, monthrange(due.year, due.month)[1])


percents = st.lists(st.fractions(1, 40, max_denominator=100), min_size=1, max_size=20)


@CASES
@given(totals, percents, units)
def test_percentages_and_a_rest_are_the_whole(total: int, each: list[Fraction], unit: int) -> None:
    amounts, problems = by_parts(total, [*(Part(percent=one) for one in each), REST], unit)
    if amounts:
        assert sum(amounts) == total
        assert min(amounts) > 0
        assert all(part % unit == 0 and part <= total * one / 100 + 1 for part, one in zip(amounts, each, strict=False))
    else:
        small = any(total * one / 100 < max(unit, 1) for one in each)
        assert {problem.code for problem in problems} == {"plan-part"}
        assert small or sum(each) >= 100 - 20


@CASES
@given(totals, st.lists(st.integers(1, 99), min_size=1, max_size=10, unique=True))
def test_percentages_of_the_whole_add_up_to_it(total: int, cuts: list[int]) -> None:
    edges = [0, *sorted(cuts), 100]
    parts = [Part(percent=Fraction(after - before)) for before, after in pairwise(edges)]
    amounts, problems = by_parts(total, parts)
    assert bool(amounts) != bool(problems)
    if amounts:
        assert sum(amounts) == total
    else:
        assert total < 10_000


@CASES
@given(st.lists(st.integers(-5, 10**9), max_size=130), st.integers(-5, 10**9))
def test_rows_that_somebody_wrote_are_a_plan_or_refused(amounts: list[int], off: int) -> None:
    rows = [Instalment(dt.date(2026, 1, 1) + dt.timedelta(n), each) for n, each in enumerate(amounts)]
    total = sum(amounts) + off
    found, problems = custom(total, rows)
    fine = total > 0 and 1 <= len(rows) <= LONGEST and min(amounts, default=0) > 0 and not off
    assert bool(found) == fine == (not problems)
