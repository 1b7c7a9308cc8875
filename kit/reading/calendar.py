"""Days off: those the kit ships, with what the book adds and takes away."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

from kit.basics.problems import Source
from kit.domain.calendar import Calendar
from kit.domain.skb import DAYS_OFF, Rest
from kit.reading.fields import Field, Findings, Got, ListOf, Record
from kit.reading.kinds import Choice, Day, Text

HOLIDAY = Record("holiday", (Field("date", Day(), required=True), Field("name", Text(), required=True)))
CALENDAR = Record(
    "calendar",
    (
        #: Days off beside the shipped ones: local elections, the creditor's own closing days.
        Field("holidays", ListOf(HOLIDAY)),
        #: Shipped days off that are none: joint leave that is worked through, a feast that moved.
        Field("working_days", ListOf(Day())),
        #: Whether joint leave (cuti bersama) is off, as it is unless the book says otherwise, or worked through.
        Field("joint_leave", Choice({"off": False, "work": True})),
        Field("working_week", Choice({"mon-fri": frozenset(range(5)), "mon-sat": frozenset(range(6))})),
    ),
)

#: The shipped days off.
SHIPPED = Calendar(MappingProxyType({day: off.name for day, off in DAYS_OFF.items()}))


def check_calendar(got: Got, to: Findings) -> None:
    """Tell the days that are named twice, and working days that nobody took for days off."""
    seen: dict[date, Source] = {}
    days = [(each.get("date"), each.place("date")) for each in got.get("holidays") or () if each.get("date")]
    for index, day in enumerate(got.get("working_days") or ()):
        at = got.item_place("working_days", index)
        days.append((day, at))
        if day not in SHIPPED.holidays:
            to.error("working-day-unknown", at, date=str(day))
    for day, at in days:
        if seen.setdefault(day, at) is not at:
            to.error("holiday-repeated", at, other=seen[day], date=str(day))


def calendar(got: Got) -> Calendar:
    """Return the shipped calendar with the corrections that a faultless file tells."""
    worked = set(got.get("working_days") or ())
    if got.get("joint_leave"):
        worked |= {day for day, off in DAYS_OFF.items() if off.rest is Rest.JOINT_LEAVE}
    days = {day: name for day, name in SHIPPED.holidays.items() if day not in worked}
    own = {each.get("date"): each.get("name") for each in got.get("holidays") or ()}
    week = got.get("working_week") or SHIPPED.week
    return Calendar(MappingProxyType(dict(sorted((days | own).items()))), week)
