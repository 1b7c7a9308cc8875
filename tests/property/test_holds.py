"""A pause never sends, and its end never changes what would be sent: the ladder goes on where it stopped."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from kit.domain.lanes import Ending, Giro, Handed, Returned
from kit.domain.model import Customer, Hold
from kit.domain.verdict import Clear, OnHold, occasion
from tests.builders import DAY
from tests.property.test_escalation import play, verdict
from tests.property.test_ledger import customers

LANES = st.sampled_from(["manual", "giro", "handed", "returned", "insolvent", "deceased"])


def paused(who: Customer, lane: str, start: dt.date, end: dt.date | None) -> Customer:
    """Return `who` with a pause over every invoice from `start` to `end`, where the lane can end."""
    numbers = tuple(each.number for each in who.invoices)
    if lane == "manual":
        return replace(who, holds=(Hold(start, "audit", end),))
    if lane == "giro":
        after = None if end is None else end + dt.timedelta(1)
        far = start + dt.timedelta(200)
        return replace(who, giros=(Giro("BG", "B", start, 10**12, far, None, numbers, None, after),))
    if lane == "handed":
        return replace(who, handed=(Handed(start, 10**12, "Agus", "KW", numbers),))
    if lane == "returned":
        after = None if end is None else end + dt.timedelta(1)
        back = tuple(Returned(start, number, 1, "x", start, after) for number in numbers)
        return replace(who, returns=back, credit_notes=())
    ending = Ending(start, "kabar")
    return replace(who, insolvent=ending) if lane == "insolvent" else replace(who, deceased=ending)


@settings(max_examples=500, deadline=None)
@given(customers(), LANES, st.integers(-30, 60), st.integers(0, 40), st.lists(st.booleans(), max_size=30))
def test_a_pause_never_sends(who: Customer, lane: str, n: int, later: int, pattern: list[bool]) -> None:
    past, _ = play(who, pattern, DAY - dt.timedelta(60))
    start = DAY + dt.timedelta(n)
    given = verdict(paused(who, lane, start, None), start + dt.timedelta(later), past)
    if isinstance(given, Clear):
        # Everything has been paid, or only disputed lines within the tolerance stay: thanks at most.
        assert given.closing is None or given.closing.stage.name == "thanks"
    else:
        assert occasion(given) is None
        assert lane not in ("manual", "insolvent", "deceased") or isinstance(given, OnHold)


@settings(max_examples=500, deadline=None)
@given(
    customers(), st.sampled_from(["manual", "giro", "returned"]), st.integers(-30, 40), st.integers(0, 30),
    st.integers(1, 40), st.lists(st.booleans(), max_size=60),
)  # fmt: skip
def test_a_released_pause_goes_on_where_it_stopped(
    who: Customer, lane: str, n: int, long: int, later: int, pattern: list[bool]
) -> None:
    if lane == "returned":
        who = replace(who, credit_notes=())
    start = DAY + dt.timedelta(n)
    end = start + dt.timedelta(long)
    past, _ = play(who, pattern[: max(0, n + 20)], DAY - dt.timedelta(20))
    now = end + dt.timedelta(later)
    free, released = verdict(who, now, past), verdict(paused(who, lane, start, end), now, past)
    told = [each for each in released.reasons if each.code != "giro-bounced"]
    after, before = occasion(released), occasion(free)
    assert (after is None) is (before is None)
    if after is not None and before is not None:
        assert replace(after, reasons=()) == replace(before, reasons=())
    assert type(released) is type(free)
    assert told == list(free.reasons)
