"""The book's own holidays, beside those the kit ships."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

from kit.domain.calendar import Calendar
from kit.reading.fields import Field, Findings, Got, ListOf, Record
from kit.reading.kinds import Day, Text

HOLIDAY = Record("holiday", (Field("date", Day(), required=True), Field("name", Text(), required=True)))
CALENDAR = Record("calendar", (Field("holidays", ListOf(HOLIDAY)),))


def check_calendar(got: Got, to: Findings) -> None:
    """Tell the days that are named twice."""
    seen: dict[date, Got] = {}
    for holiday in got.get("holidays") or ():
        day = holiday.get("date")
        if day is not None and seen.setdefault(day, holiday) is not holiday:
            to.error("holiday-repeated", holiday.place("date"), other=seen[day].place("date"), date=str(day))


def calendar(got: Got) -> Calendar:
    """Return the calendar that a faultless file tells."""
    return Calendar(MappingProxyType({each.get("date"): each.get("name") for each in got.get("holidays") or ()}))
