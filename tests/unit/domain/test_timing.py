"""On which day a stage opens, by everything it can be counted from, and when a repeating one comes again."""

from __future__ import annotations

import datetime as dt

import pytest

from kit.domain.calendar import Calendar, Zone, hours_of
from kit.domain.history import history
from kit.domain.policy import Anchor, Approach, Channel, ContactWindow, Ladder, Stage
from kit.domain.register import Delivered, Entry, Outcome, Sent
from kit.domain.timing import Course, announces
from tests.builders import days, invoice, register

BILL = invoice()


def stage(name: str, anchor: Anchor, offset: int, repeat: int | None = None) -> Stage:
    return Stage(name, offset, Approach.FIRM, (Channel.LETTER,), name, anchor=anchor, repeat=repeat)


def course(steps: Ladder, day: dt.date, *entries: Entry) -> Course:
    return Course(history(register(*entries), steps, days(90)), day, None, Calendar())


def opened(anchor: Anchor, offset: int, *entries: Entry) -> dt.date | None:
    steps = Ladder("x", (stage("first", Anchor.DUE, 1), stage("second", anchor, offset)))
    return course(steps, days(90), *entries).opens(1, BILL)


FIRST = Sent(days(3), "first", ("A-1",), Channel.LETTER, "Dewi", number="001")


def test_each_anchor_counts_from_its_own_day() -> None:
    assert opened(Anchor.DUE, 7) == days(7)
    assert opened(Anchor.ISSUED, 5) == days(-25)
    assert opened(Anchor.SENT, 14) is None
    assert opened(Anchor.SENT, 14, FIRST) == days(17)
    assert opened(Anchor.RECEIVED, 7, FIRST) is None
    assert opened(Anchor.RECEIVED, 7, FIRST, Delivered(days(5), "001", Outcome.RECEIVED, resi="R1")) == days(12)


@pytest.mark.parametrize(("anchor", "offset", "announced"), [
    (Anchor.DUE, 0, True), (Anchor.DUE, 1, False), (Anchor.ISSUED, 30, True), (Anchor.ISSUED, 31, False),
    (Anchor.SENT, 0, False),
])  # fmt: skip
def test_what_opens_before_the_due_date_has_passed_only_announces(
    anchor: Anchor, offset: int, *, announced: bool
) -> None:
    assert announces(stage("x", anchor, offset), BILL, Calendar()) is announced


def test_a_stage_that_repeats_comes_once_in_each_period() -> None:
    steps = Ladder("x", (stage("first", Anchor.DUE, 1, repeat=7),))
    assert course(steps, days(3), FIRST).next_turn(0, BILL) == days(8)
    assert course(steps, days(23), FIRST).next_turn(0, BILL) == days(22)
    once = Ladder("x", (stage("first", Anchor.DUE, 1),))
    assert course(once, days(9), FIRST).next_turn(0, BILL) is None
    assert course(steps, days(9)).next_turn(0, BILL) is None


def test_hours_are_written_on_the_clock_of_a_zone() -> None:
    assert hours_of(ContactWindow(opens=dt.time(9, 30)), Zone.WIT) == "09.30–20.00 WIT"
