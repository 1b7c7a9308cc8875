"""Amounts: read as people write them, written as Indonesia does, split and rounded without loss."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from babel.numbers import format_currency
from hypothesis import given
from hypothesis import strategies as st

from kit.basics.money import (
    LARGEST,
    format_number,
    format_rupiah,
    format_rupiah_full,
    parse_rupiah,
    rounded,
    shares,
)

AMOUNTS = st.integers(0, LARGEST)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("12500000", 12_500_000),
        ("12.500.000", 12_500_000),
        ("1.500", 1500),  # B01: never 1 or 1.5
        ("Rp12.500.000", 12_500_000),
        ("Rp 1.500.000,-", 1_500_000),  # B10
        ("1.500.000,00", 1_500_000),
        ("0", 0),
        ("1000000000000000", LARGEST),
        ("1.000.000.000.000.000", LARGEST),
    ],
)
def test_amounts_are_read_as_people_write_them(text: str, amount: int) -> None:
    assert parse_rupiah(text) == amount


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "-5", "+5", "1.50", "1.5000", "1,500", "1,500.00", "1.500,50", "1_500", "15e5", ".inf", "0x1F",
        "0150000", "00", "0.000", "000", "１０００", "١٥٠٠", "USD 5", "Rp", "Rp.500", "rp500", " 500", "500 ", "5\n",
        "1.000.000.000.000.001", "1000000000000001", "9" * 5000, "500,00,-", "500,0", "500,-,-", "1..500", "1.500.",
    ],
)  # fmt: skip
def test_everything_else_is_no_amount(text: str) -> None:
    assert parse_rupiah(text) is None


@given(AMOUNTS)
def test_what_is_written_is_read_back(amount: int) -> None:
    for write in (str, format_number, format_rupiah, format_rupiah_full, lambda n: format_rupiah(n) + ",-"):
        assert parse_rupiah(write(amount)) == amount


@given(st.integers(-LARGEST, LARGEST))
def test_babel_writes_the_same(amount: int) -> None:
    assert format_rupiah_full(amount) == format_currency(amount, "IDR", locale="id_ID").replace("\xa0", "")


@given(st.fractions(-1000, 1000))
def test_rounding_is_half_up_and_never_further_than_a_half(exact: Fraction) -> None:
    assert Fraction(-1, 2) < rounded(exact) - exact <= Fraction(1, 2)


def test_half_a_rupiah_goes_up() -> None:
    assert [rounded(Fraction(n, 2)) for n in (-1, 1, 3, 5)] == [0, 1, 2, 3]


@given(AMOUNTS, st.lists(st.integers(0, 10**9), min_size=1, max_size=60).filter(any))
def test_shares_add_up_and_stay_within_a_rupiah(amount: int, weights: list[int]) -> None:
    parts = shares(amount, weights)
    assert sum(parts) == amount
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part - Fraction(amount * weight, sum(weights))) < 1


def test_shares_lose_nothing_over_many_plain_splits() -> None:
    draw = random.Random(20261123)
    for _ in range(5000):
        weights = [draw.randrange(1, 10**6) for _ in range(draw.randrange(1, 40))]
        amount = draw.randrange(10**12)
        assert sum(shares(amount, weights)) == amount
