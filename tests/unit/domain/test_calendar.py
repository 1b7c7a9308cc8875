"""Days on which people may be contacted, working days, and the day that it is somewhere."""

from __future__ import annotations

import datetime as dt

import pytest

from kit.domain.calendar import PROVINCES, Calendar, Zone
from kit.domain.policy import STANDARD, Approach, ContactWindow

MONDAY = dt.date(2026, 11, 23)
CALENDAR = Calendar({MONDAY: "libur"})
WINDOW = ContactWindow()


def test_sundays_and_holidays_are_closed() -> None:
    looked = [dt.date(2026, 11, day) for day in range(20, 26)]
    assert [CALENDAR.is_open(day, WINDOW) for day in looked] == [True, True, False, False, True, True]


def test_the_next_and_the_last_open_day() -> None:
    sunday = dt.date(2026, 11, 22)
    assert CALENDAR.next_open(sunday, WINDOW) == dt.date(2026, 11, 24)
    assert CALENDAR.last_open(MONDAY, WINDOW) == dt.date(2026, 11, 21)
    assert CALENDAR.next_open(dt.date(2026, 11, 24), WINDOW) == dt.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("start", "end", "expected"), [(20, 20, 0), (20, 22, 0), (20, 24, 1), (19, 27, 5), (24, 20, 0)]
)
def test_working_days(start: int, end: int, expected: int) -> None:
    first, last = (dt.date(2026, 11, day) for day in (start, end))
    assert CALENDAR.working_days_between(first, last) == expected


@pytest.mark.parametrize(("zone", "hour", "day"), [
    (Zone.WIB, 16, 31), (Zone.WIB, 17, 1), (Zone.WITA, 15, 31), (Zone.WITA, 16, 1), (Zone.WIT, 14, 31), (Zone.WIT, 15, 1),
])  # fmt: skip
def test_the_local_day_decides(zone: Zone, hour: int, day: int) -> None:
    assert zone.local_day(dt.datetime.fromisoformat(f"2026-01-31T{hour}:30")).day == day


def test_thirty_eight_provinces_in_three_zones() -> None:
    counts = {zone: sum(each is zone for each in PROVINCES.values()) for zone in Zone}
    assert counts == {Zone.WIB: 18, Zone.WITA: 12, Zone.WIT: 8}


def test_the_standard_ladder_rises() -> None:
    assert [stage.name for stage in STANDARD.stages] == [
        "upcoming", "due", "reminder-1", "reminder-2", "firm", "somasi-1", "somasi-2", "somasi-3", "handover",
    ]  # fmt: skip
    assert [stage.days for stage in STANDARD.stages] == [-3, 1, 7, 14, 21, 35, 7, 7, 7]
    ranks = [stage.approach.rank for stage in STANDARD.stages if stage.approach]
    assert ranks == sorted(ranks)
    assert [each.rank for each in Approach] == [0, 1, 2, 3]
    assert (STANDARD.position("firm"), STANDARD.position("nothing")) == (4, None)
