"""Private addresses through time: an address that was given up never stands again, whatever file comes back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.domain.addresses import Act, State, Trace, given_up, mark, state, states, traces, until
from kit.domain.model import Link

DAY = date(2026, 11, 23)
LINK = Link("A" * 24, DAY)
MADE = Trace(DAY, Act.MADE, "budi", mark(LINK.token))


@pytest.mark.parametrize(
    ("links", "trail", "expected"),
    [
        ({}, (), State.NONE),
        ({"budi": LINK}, (), State.STANDS),
        ({"budi": LINK}, (MADE,), State.STANDS),
        ({}, (MADE,), State.LOST),
        ({"budi": LINK}, (MADE, Trace(DAY, Act.REPLACED, "budi", MADE.mark)), State.GIVEN_UP),
        ({"budi": LINK}, (MADE, Trace(DAY, Act.REPLACED, None, MADE.mark)), State.GIVEN_UP),
        ({}, (MADE, Trace(DAY, Act.REVOKED, "budi", MADE.mark)), State.REVOKED),
        ({}, (MADE, Trace(DAY, Act.REPLACED, "budi", MADE.mark)), State.NONE),
        ({}, (Trace(DAY, Act.MADE, "sari", "f" * 32),), State.NONE),
    ],
)
def test_where_an_address_stands(links: dict[str, Link], trail: tuple[Trace, ...], expected: State) -> None:
    assert state("budi", links, trail, DAY, 30) is expected
    assert states(["budi"], links, trail, DAY, 30) == {"budi": expected}


@pytest.mark.parametrize(("day", "expected"), [(30, State.STANDS), (31, State.EXPIRED)])
def test_the_last_day_is_inclusive(day: int, expected: State) -> None:
    assert state("budi", {"budi": LINK}, (), DAY + timedelta(day), 30) is expected
    assert until(LINK, 30) == DAY + timedelta(30)


def test_the_trail_takes_in_what_it_lacks_and_gives_up_what_is_replaced() -> None:
    new = Link("B" * 24, DAY + timedelta(3))
    assert traces({"budi": LINK}, ()) == (MADE,)
    assert traces({"budi": LINK}, (MADE,)) == ()
    other = Trace(DAY, Act.MADE, "sari", "f" * 32)
    assert traces({"budi": new}, (other, MADE)) == (
        Trace(new.made, Act.REPLACED, "budi", MADE.mark), Trace(new.made, Act.MADE, "budi", mark(new.token)),
    )  # fmt: skip
    gone = Trace(DAY, Act.REVOKED, "budi", MADE.mark)
    assert [each.act for each in traces({"budi": new}, (MADE, gone))] == [Act.MADE]


@given(st.lists(st.sampled_from("ABCDEF"), max_size=12))
def test_whatever_order_addresses_come_in_one_that_was_replaced_never_stands_again(order: list[str]) -> None:
    trail: tuple[Trace, ...] = ()
    for each in order:
        trail = (*trail, *traces({"budi": Link(each * 24, DAY)}, trail))
    standing = {mark(each * 24) for each in set(order)} - given_up(trail)
    assert len(standing) == min(1, len(order))
    for each in set(order):
        link = {"budi": Link(each * 24, DAY)}
        assert (state("budi", link, trail, DAY, 30) is State.STANDS) == (mark(each * 24) in standing)
