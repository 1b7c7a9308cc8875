"""Due dates on paydays and on working days."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.domain.calendar import Calendar
from kit.domain.instalments import Every, Span, days
from kit.domain.paydays import Payday, on_working_days

DAY = dt.date(2026, 11, 30)  # a Monday


def said(payday: Payday, count: int, every: Every, first: dt.date = DAY) -> list[str]:
    dates, problems = payday.dates(first, count, every)
    assert not problems
    return [str(day) for day in dates]


def test_a_day_of_the_month_comes_back_after_a_short_one() -> None:
    assert said(Payday(day=31), 4, Every()) == ["2026-11-30", "2026-12-31", "2027-01-31", "2027-02-28"]
    assert said(Payday(day=25), 2, Every(number=2)) == ["2026-12-25", "2027-02-25"]
    assert said(Payday(day=29), 3, Every(), dt.date(2027, 1, 30)) == ["2027-02-28", "2027-03-29", "2027-04-29"]


def test_a_weekday_goes_with_weeks_and_with_months() -> None:
    friday = Payday(weekday=4)
    assert said(friday, 3, Every(Span.WEEKS, 2)) == ["2026-12-04", "2026-12-18", "2027-01-01"]
    assert said(friday, 3, Every()) == ["2026-12-04", "2027-01-01", "2027-02-05"]


@pytest.mark.parametrize(("payday", "first", "every", "code"), [
    (Payday(day=25), DAY, Every(Span.WEEKS), "plan-payday-step"),
    (Payday(day=25), DAY, Every(Span.DAYS, 30), "plan-payday-step"),
    (Payday(weekday=4), DAY, Every(Span.DAYS, 7), "plan-payday-step"),
    (Payday(day=25), DAY, Every(number=0), "plan-step"),
    (Payday(day=25), dt.date(9999, 12, 26), Every(), "plan-step"),
    (Payday(weekday=5), dt.date(9999, 12, 30), Every(), "plan-step"),
])  # fmt: skip
def test_steps_that_no_payday_goes_with(payday: Payday, first: dt.date, every: Every, code: str) -> None:
    dates, problems = payday.dates(first, 2, every)
    assert (dates, [problem.code for problem in problems]) == ((), [code])


@given(st.integers(1, 31), st.dates(dt.date(2020, 1, 1), dt.date(2060, 1, 1)), st.integers(1, 60), st.integers(1, 12))
def test_paydays_of_a_month_rise_and_keep_their_day(day: int, first: dt.date, count: int, step: int) -> None:
    dates, problems = Payday(day=day).dates(first, count, Every(number=step))
    assert not problems
    assert len(dates) == count
    assert first <= dates[0] < first + dt.timedelta(32)
    assert all(before < after for before, after in pairwise(dates))
    assert all(each.day == day or (each.day < day and (each + dt.timedelta(1)).day == 1) for each in dates)


@given(st.integers(0, 6), st.dates(dt.date(2020, 1, 1), dt.date(2060, 1, 1)), st.integers(1, 60),
       st.sampled_from([Span.WEEKS, Span.MONTHS]))  # fmt: skip
def test_weekly_paydays_rise_and_keep_their_weekday(weekday: int, first: dt.date, count: int, span: Span) -> None:
    dates, problems = Payday(weekday=weekday).dates(first, count, Every(span))
    assert not problems
    assert first <= dates[0] < first + dt.timedelta(7)
    assert all(before < after for before, after in pairwise(dates))
    assert {each.weekday() for each in dates} == {weekday}


def test_a_day_of_rest_moves_to_the_next_working_day() -> None:
    calendar = Calendar(holidays={dt.date(2026, 12, 25): "Natal"})
    dates = ((dt.date(2026, 12, 24), dt.date(2026, 12, 25), dt.date(2027, 1, 2)), ())
    moved, problems = on_working_days(dates, calendar)
    assert [str(day) for day in moved] == ["2026-12-24", "2026-12-28", "2027-01-04"]
    assert not problems


def test_faults_of_the_dates_stay_faults() -> None:
    assert on_working_days(days(DAY, 2, Every(number=0)), Calendar())[1][0].code == "plan-step"
    moved, problems = on_working_days(((dt.date.max,), ()), Calendar(week=frozenset({0})))
    assert (moved, problems[0].code) == ((), "plan-step")
