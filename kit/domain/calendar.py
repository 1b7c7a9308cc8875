"""Days and zones: working days, holidays, and where in Indonesia it is what time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from kit.domain.policy import ContactWindow
from kit.domain.quiet import Quiet


class Zone(StrEnum):
    """The three time zones of Indonesia (Keppres 41/1987), none with summer time."""

    WIB = "WIB"
    WITA = "WITA"
    WIT = "WIT"

    @property
    def hours(self) -> int:
        """Hours ahead of UTC."""
        return {"WIB": 7, "WITA": 8, "WIT": 9}[self.value]

    def local_day(self, moment: datetime) -> date:
        """Return the day on the calendar here at `moment`, which is in UTC.

        >>> Zone.WIB.local_day(datetime(2026, 3, 5, 18, 0))
        datetime.date(2026, 3, 6)
        """
        return (moment + timedelta(hours=self.hours)).date()


_PROVINCES = {
    Zone.WIB: (
        "Aceh", "Sumatera Utara", "Sumatera Barat", "Riau", "Kepulauan Riau", "Jambi", "Sumatera Selatan",
        "Kepulauan Bangka Belitung", "Bengkulu", "Lampung", "Banten", "DKI Jakarta", "Jawa Barat", "Jawa Tengah",
        "DI Yogyakarta", "Jawa Timur", "Kalimantan Barat", "Kalimantan Tengah",
    ),
    Zone.WITA: (
        "Kalimantan Selatan", "Kalimantan Timur", "Kalimantan Utara", "Bali", "Nusa Tenggara Barat",
        "Nusa Tenggara Timur", "Sulawesi Utara", "Gorontalo", "Sulawesi Tengah", "Sulawesi Barat",
        "Sulawesi Selatan", "Sulawesi Tenggara",
    ),
    Zone.WIT: (
        "Maluku", "Maluku Utara", "Papua", "Papua Barat", "Papua Barat Daya", "Papua Selatan", "Papua Tengah",
        "Papua Pegunungan",
    ),
}  # fmt: skip

#: Every province by its official name, with its zone.
PROVINCES: Mapping[str, Zone] = MappingProxyType(
    {province: zone for zone, provinces in _PROVINCES.items() for province in provinces}
)


def hours_of(window: ContactWindow, zone: Zone, day: date | None = None) -> str:
    """Return the hours of `window` as they are written, on the clock of `zone`; those of `day` where one is given.

    >>> hours_of(ContactWindow(), Zone.WITA)
    '08.00–20.00 WITA'
    >>> hours_of(ContactWindow(), Zone.WIB, date(2026, 11, 27))
    '08.00–11.30, 13.00–20.00 WIB'
    """
    spans = ((window.opens, window.closes),) if day is None else window.spans(day.weekday())
    return f"{', '.join(f'{opens:%H.%M}–{closes:%H.%M}' for opens, closes in spans)} {zone}"


class Why(StrEnum):
    """Why nobody is contacted on a day."""

    QUIET = "quiet"
    HOLIDAY = "holiday"
    JOINT_LEAVE = "joint-leave"
    WEEKDAY = "weekday"


@dataclass(frozen=True, slots=True)
class Closed:
    """One cause that closes days to contacts: a feast by its name, or the weekday (then without one)."""

    why: Why
    name: str
    #: The days it closes, both inclusive.
    first: date
    last: date


_NOTHING: Mapping[date, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days on which offices rest and those on which nobody is contacted, beside the weekdays left out."""

    #: Days on which offices and banks rest, with their names; joint leave too unless it is worked through.
    holidays: Mapping[date, str] = field(default_factory=lambda: _NOTHING)
    #: Weekdays on which offices and banks work (Monday is 0).
    week: frozenset[int] = frozenset(range(5))
    #: Every day of joint leave, worked through or not: the contact window may decide about it otherwise.
    joint_leave: Mapping[date, str] = field(default_factory=lambda: _NOTHING)
    #: Times in which customers are left in peace though offices may work.
    quiet: tuple[Quiet, ...] = ()
    #: Province of the customer who is looked at; None: only what is quiet everywhere counts.
    province: str | None = None

    def closed(self, day: date, window: ContactWindow) -> Closed | None:
        """Return what forbids contacts on `day`, the widest cause first; None: customers may be contacted."""
        quiet = self._quiet(day, window)
        if quiet is not None:
            return Closed(Why.QUIET, quiet.name, quiet.first, quiet.last)
        if day in self.joint_leave:
            rests = day in self.holidays if window.joint_leave is None else window.joint_leave
            if rests:
                return Closed(Why.JOINT_LEAVE, self.joint_leave[day], day, day)
        elif day in self.holidays:
            return Closed(Why.HOLIDAY, self.holidays[day], day, day)
        return None if window.spans(day.weekday()) else Closed(Why.WEEKDAY, "", day, day)

    def is_open(self, day: date, window: ContactWindow) -> bool:
        """Tell whether customers may be contacted on `day`."""
        return self.closed(day, window) is None

    def next_open(self, day: date, window: ContactWindow) -> date:
        """Return the first day from `day` on (inclusive) on which customers may be contacted."""
        while not self.is_open(day, window):
            day += timedelta(1)
        return day

    def last_open(self, day: date, window: ContactWindow) -> date:
        """Return the last day up to `day` (inclusive) on which customers may be contacted."""
        while not self.is_open(day, window):
            day -= timedelta(1)
        return day

    def causes(self, first: date, last: date, window: ContactWindow) -> tuple[Closed, ...]:
        """Return what closes the days from `first` to `last` (inclusive), each cause once, in order."""
        days = (first + timedelta(n) for n in range((last - first).days + 1))
        return tuple(dict.fromkeys(cause for day in days if (cause := self.closed(day, window)) is not None))

    def is_working(self, day: date) -> bool:
        """Tell whether offices and banks work on `day`: a day of the working week, no holiday."""
        return day.weekday() in self.week and day not in self.holidays

    def next_working(self, day: date) -> date:
        """Return the first working day from `day` on (inclusive): where a deadline moves to."""
        while not self.is_working(day):
            day += timedelta(1)
        return day

    def next_calm(self, day: date, window: ContactWindow) -> date:
        """Return the first working day from `day` on (inclusive) that lies in no quiet time, such as Lebaran."""
        while not self.is_working(day) or self._quiet(day, window) is not None:
            day += timedelta(1)
        return day

    def working_day_after(self, start: date, count: int) -> date:
        """Return the `count`-th working day after `start`, which itself is day 0."""
        day = start
        for _ in range(count):
            day = self.next_working(day + timedelta(1))
        return day

    def working_days_between(self, start: date, end: date) -> int:
        """Count the working days after `start` up to `end` inclusive."""
        days = (start + timedelta(n) for n in range(1, (end - start).days + 1))
        return sum(map(self.is_working, days))

    def _quiet(self, day: date, window: ContactWindow) -> Quiet | None:
        """Return the quiet time that covers `day` for the customer who is looked at, or None."""
        covering = (each for each in self.quiet if each.covers(day, self.province))
        return next((each for each in covering if window.lebaran or not each.collecting), None)
