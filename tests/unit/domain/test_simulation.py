"""What a customer may propose on the page: limits, codes, and the sum that they are about."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kit.domain.instalments import Instalment
from kit.domain.ledger import statement_of_account
from kit.domain.model import Dispute
from kit.domain.plans import Plan
from kit.domain.policy import InstalmentLimits
from kit.domain.simulation import code, counts, first_days, page_mark, parse_code, simulated, splittable
from tests.builders import customer, days, invoice, payment

LIMITS = InstalmentLimits(most=6, least=500_000)
DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2099, 12, 31))


@given(st.integers(2_000, 10**12), st.integers(2, 24), DAYS)
def test_a_code_tells_what_it_was_made_of(total: int, count: int, first: dt.date) -> None:
    text = code(page_mark("A" * 24), total, count, first)
    found = parse_code(text)
    assert found is not None
    assert (found.count, found.first) == (count, first)
    assert found.is_about(total)
    assert not found.is_about(total + 1)
    assert parse_code(f" {text.lower()} ") == found


@given(st.integers(2_000, 10**12), st.integers(2, 24), DAYS, st.integers(0, 3), st.sampled_from("0123456789ABCDEF"))
def test_a_slip_of_the_pen_is_noticed(total: int, count: int, first: dt.date, at: int, digit: str) -> None:
    text = code("7QXM", total, count, first)
    wrong = text[: len(text) - 4 + at] + digit + text[len(text) - 3 + at :]
    found = parse_code(wrong)
    assert found is not None
    assert found.is_about(total) == (wrong == text)


def test_what_is_no_code() -> None:
    for text in ("maju-jaya", "", "7QXM-6-20261301-ZA8E", "7QXM-6-2026121-ZA8E", "7QXU!-6-20261215-ZA8E"):
        assert parse_code(text) is None
    read = parse_code("oilm-6-20261215-za8e")
    assert read is not None
    assert read.page == "011M"


@given(st.integers(1, 10**12), st.integers(2, 24), st.integers(1, 10**9), DAYS)
def test_every_choice_keeps_the_limits_and_adds_up(total: int, most: int, least: int, first: dt.date) -> None:
    for count in counts(total, InstalmentLimits(most, least)):
        rows = simulated(total, count, first)
        assert sum(each.amount for each in rows) == total
        assert len(rows) == count <= most
        assert min(each.amount for each in rows) >= least
        assert rows[0].due == first


def test_the_first_day_lies_within_the_limit() -> None:
    assert first_days(days(0), LIMITS) == (days(1), days(14), days(30))
    assert first_days(days(0), replace(LIMITS, within=5)) == (days(1), days(5), days(5))


def test_a_proposal_is_about_what_is_late_and_undisputed() -> None:
    late = (invoice("A-1", 900_000, days(-9)), invoice("A-2", 800_000, days(-5)), invoice("A-3", 700_000, days(9)))
    who = customer(*late, payments=(payment(100_000, days(-1), "A-1"),), disputes=(Dispute("A-2", days(-3)),))
    assert [line.invoice.number for line in splittable(who, statement_of_account(who, days(0)))] == ["A-1"]
    plan = Plan(days(-2), days(9), ("A-1",), 800_000, (Instalment(days(5), 800_000),))
    offered = replace(who, plans=(plan,))
    assert splittable(offered, statement_of_account(offered, days(0))) == ()
    ended = replace(who, plans=(replace(plan, ended=days(-1)),))
    assert len(splittable(ended, statement_of_account(ended, days(0)))) == 1


def test_marks_do_not_lead_to_the_page() -> None:
    marks = {page_mark(f"{place:024}") for place in range(1_000)}
    assert len(marks) > 990
    assert all(len(each) == 4 for each in marks)
