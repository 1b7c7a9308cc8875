"""Published cases of payment terms and early-payment discounts: each comes out to the day and the rupiah."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from kit.domain.terms import discount, parse_terms
from tests.outside.cases import load

CASES = {case.id: case for case in load("terms")}


def due(terms: str, start: str) -> str:
    """Return the day that `terms` give from `start` on."""
    parsed = parse_terms(terms)
    assert parsed is not None
    return parsed.due(date.fromisoformat(start)).isoformat()


@pytest.mark.parametrize("name", ["O-14", "O-13"])
def test_due_dates(name: str) -> None:
    given: Any = CASES[name].given
    assert [due(given["terms"], day) for day in given["issued"]] == CASES[name].expect["due"]


def test_the_last_day_of_a_discount_counts() -> None:
    given: Any = CASES["O-16"].given
    assert due(f"{given['within_days']} days", given["from"]) == CASES["O-16"].expect["until"]


def test_a_discount_without_tax() -> None:
    given: Any = CASES["O-17"].given
    off = discount(given["amount"], 0, Fraction(given["discount_percent"], 100), net=True)
    assert given["amount"] - off == CASES["O-17"].expect["pay"]


def test_tax_in_the_discount_or_not() -> None:
    given: Any = CASES["X-4"].given
    whole, rate = given["net"] + given["tax"], Fraction(given["discount_percent"], 100)
    expect: Any = CASES["X-4"].expect
    assert due(f"{given['within_days']} days from receipt", given["received"]) == expect["until"]
    assert whole - discount(whole, given["tax"], rate, net=False) == expect["pay_tax_included"]
    assert whole - discount(whole, given["tax"], rate, net=True) == expect["pay_tax_excluded"]
