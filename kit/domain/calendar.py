"""Days and zones: working days, holidays, and where in Indonesia it is what time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from kit.domain.policy import ContactWindow


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


def hours_of(window: ContactWindow, zone: Zone) -> str:
    """Return the hours of `window` as they are written, on the clock of `zone`.

    >>> hours_of(ContactWindow(), Zone.WITA)
    '08.00–20.00 WITA'
    """
    return f"{window.opens:%H.%M}–{window.closes:%H.%M} {zone}"


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days on which nobody is contacted, beside the weekdays that the policy leaves out."""

    #: Day and its name.
    holidays: Mapping[date, str] = field(default_factory=lambda: MappingProxyType({}))
    #: Weekdays on which offices and banks work (Monday is 0).
    week: frozenset[int] = frozenset(range(5))

    def is_open(self, day: date, window: ContactWindow) -> bool:
        """Tell whether customers may be contacted on `day`."""
        return day.weekday() in window.weekdays and day not in self.holidays

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

    def is_working(self, day: date) -> bool:
        """Tell whether offices and banks work on `day`: a day of the working week, no holiday."""
        return day.weekday() in self.week and day not in self.holidays

    def next_working(self, day: date) -> date:
        """Return the first working day from `day` on (inclusive): where a deadline moves to."""
        while not self.is_working(day):
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
