"""Transfer codes: between 1 and 999, no sum twice, kept whoever comes or goes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kit.domain.codes import LARGEST_CODE, Codes, with_new
from tests.builders import DAY, days

KEY = "k" * 43
ASKED = st.sets(st.tuples(st.sampled_from("abcdefgh"), st.integers(1_000_000, 1_000_900)), max_size=40)


@given(ASKED, ASKED, st.sets(st.integers(1_000_000, 1_001_900), max_size=50))
def test_no_sum_stands_for_two_and_what_was_given_stays(
    first: set[tuple[str, int]], later: set[tuple[str, int]], taken: set[int]
) -> None:
    codes, new = with_new(Codes(KEY), first, taken, DAY)
    assert codes.given == new
    assert {(each.customer, each.amount) for each in new} == first
    after, more = with_new(codes, later | first, taken, days(1))
    assert after.given == (*codes.given, *more)
    assert {(each.customer, each.amount) for each in more} == later - first
    sums = [each.amount + each.code for each in after.given]
    assert len(set(sums)) == len(sums)
    assert not taken & set(sums)
    assert all(1 <= each.code <= LARGEST_CODE for each in after.given)
    for each in after.given:
        assert after.code_for(each.customer, each.amount) == each.code


def test_a_customer_mostly_keeps_one_code_and_the_key_decides_which() -> None:
    codes, _ = with_new(Codes(KEY), [("endang", 1_000_000), ("endang", 2_000_000)], (), DAY)
    assert len({each.code for each in codes.given}) == 1
    others = {with_new(Codes(KEY[1:] + mark), [("endang", 1_000_000)], (), DAY)[1][0].code for mark in "abcdefghij"}
    assert len(others) > 5
    assert codes.code_for("endang", 3_000_000) is None


def test_where_all_are_in_use_nobody_is_given_one() -> None:
    taken = range(1_000_001, 1_000_000 + LARGEST_CODE)
    codes, new = with_new(Codes(KEY), [("a", 1_000_000), ("b", 1_000_000)], taken, DAY)
    assert [(each.customer, each.code) for each in new] == [("a", 999)]
    assert codes.code_for("b", 1_000_000) is None


def test_the_order_of_the_book_is_nothing_to_a_code() -> None:
    asked = [(name, 1_000_000 + step) for step in range(30) for name in "abc"]
    assert with_new(Codes(KEY), asked, (), DAY) == with_new(Codes(KEY), asked[::-1], (), DAY)
