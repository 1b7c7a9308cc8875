"""What must hold on every calendar that reading lets pass: inside the window, never across a due date, soon found."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from types import MappingProxyType

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kit.basics.problems import Source
from kit.domain.calendar import PROVINCES, Calendar
from kit.domain.escalation import decide
from kit.domain.ledger import statement_of_account
from kit.domain.model import Customer
from kit.domain.pacing import province_of
from kit.domain.policy import STANDARD, Caps, ContactWindow
from kit.domain.quiet import Quiet
from kit.domain.verdict import occasion
from kit.reading.calendar import MOST_CLOSED, SHIPPED, check_open
from tests.builders import DAY, SURABAYA, creditor, register, rules
from tests.property.test_ledger import customers

AT = Source("data/calendar.yaml")
NEAR = st.integers(-90, 120).map(lambda n: DAY + dt.timedelta(n))
CLOCK = st.integers(0, 95).map(lambda n: dt.time(n // 4, n % 4 * 15))


@st.composite
def windows(draw: st.DrawFn) -> ContactWindow:
    opens, closes = sorted(draw(st.lists(CLOCK, min_size=2, max_size=2, unique=True)))
    return ContactWindow(
        frozenset(draw(st.sets(st.integers(0, 5), min_size=1))), opens, closes,
        draw(st.sampled_from([None, (dt.time(11, 30), dt.time(13))])),
        draw(st.sampled_from([None, True, False])), draw(st.booleans()),
    )  # fmt: skip


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    """Return the shipped calendar with days off, joint leave and quiet times thrown into it, some of them long."""
    off = {start + dt.timedelta(n): "Tutup" for start, many in draw(st.lists(st.tuples(NEAR, st.integers(1, 60)), max_size=4))
           for n in range(many)}  # fmt: skip
    leave = dict.fromkeys(draw(st.sets(NEAR, max_size=8)), "Cuti Bersama")
    quiet = tuple(
        Quiet("Sunyi", first, first + dt.timedelta(many), where, draw(st.booleans()))
        for first, many, where in draw(
            st.lists(st.tuples(NEAR, st.integers(0, 60), st.sampled_from([None, "Bali", "Jawa Timur"])), max_size=3)
        )
    )
    days = MappingProxyType({**SHIPPED.holidays, **off})
    week = draw(st.sampled_from([frozenset(range(5)), frozenset(range(6))]))
    return Calendar(days, week, MappingProxyType({**SHIPPED.joint_leave, **leave}), (*SHIPPED.quiet, *quiet))


def passable(calendar: Calendar, window: ContactWindow) -> bool:
    return any(map(window.spans, window.weekdays)) and not check_open(calendar, window, AT)


@settings(max_examples=80, deadline=None)
@given(calendars(), windows(), st.integers(-400, 400), st.sampled_from([None, "Bali", "Jawa Timur", "Papua"]))
def test_an_open_day_and_a_working_day_are_soon_found(
    calendar: Calendar, window: ContactWindow, n: int, province: str | None
) -> None:
    assume(passable(calendar, window))
    here, day = replace(calendar, province=province), DAY + dt.timedelta(n)
    soon, before, working = here.next_open(day, window), here.last_open(day, window), here.next_working(day)
    assert here.is_open(soon, window)
    assert here.is_open(before, window)
    assert all(abs((each - day).days) <= MOST_CLOSED for each in (soon, before, working))
    between = (soon - before).days - 1
    causes = here.causes(before, soon, window)
    assert between <= 0 or causes
    assert len(causes) == len(set(causes))


@settings(max_examples=120, deadline=None)
@given(customers(), calendars(), windows(), st.integers(-60, 60), st.sampled_from(sorted(PROVINCES)))
def test_a_word_goes_out_inside_the_window_and_never_across_the_due_date(
    who: Customer, calendar: Calendar, window: ContactWindow, n: int, province: str
) -> None:
    assume(passable(calendar, window))
    who = replace(who, address=replace(SURABAYA, province=province))
    how = rules(STANDARD, window=window, calendar=calendar, caps=Caps(week=2, whatsapp=1), tolerance=10)
    as_of = DAY + dt.timedelta(n)
    message = occasion(decide(who, statement_of_account(who, as_of), register(), how))
    if message is None:
        return
    here = replace(calendar, province=province_of(who, creditor()))
    assert here.is_open(message.act_on, window)
    assert message.act_on >= as_of
    assert (message.act_on == as_of) is not any(each.code == "moved-to-open-day" for each in message.reasons)
    for line in message.items:
        assert line.past_due or message.act_on <= line.invoice.due, "an announcement crossed the due date"
        assert not line.past_due or message.act_on > line.invoice.due
    if message.deadline is not None:
        given_days = message.stage.deadline or 0
        assert here.is_working(message.deadline)
        assert message.deadline >= message.act_on + dt.timedelta(given_days)
