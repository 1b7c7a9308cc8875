"""Days off: those the kit ships, with what the book adds and takes away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType

from kit.basics.problems import Problem, Source, error
from kit.domain.calendar import PROVINCES, Calendar
from kit.domain.policy import ContactWindow
from kit.domain.quiet import Quiet, feasts
from kit.domain.skb import DAYS_OFF, Rest
from kit.reading.fields import Field, Findings, Got, ListOf, Record
from kit.reading.kinds import Choice, Day, Text

HOLIDAY = Record("holiday", (Field("date", Day(), required=True), Field("name", Text(), required=True)))
QUIET = Record(
    "quiet",
    (
        Field("name", Text(), required=True),
        Field("from", Day(), required=True, attribute="first"),
        Field("until", Day(), required=True, attribute="last"),
        Field("province", Choice({province: province for province in PROVINCES})),
    ),
)
CALENDAR = Record(
    "calendar",
    (
        #: Days off beside the shipped ones: local elections, the creditor's own closing days.
        Field("holidays", ListOf(HOLIDAY)),
        #: Times in which customers are left in peace though the office works: a local feast, the days after Christmas.
        Field("quiet", ListOf(QUIET)),
        #: Shipped days off that are none: joint leave that is worked through, a feast that moved.
        Field("working_days", ListOf(Day())),
        #: Whether joint leave (cuti bersama) is off, as it is unless the book says otherwise, or worked through.
        Field("joint_leave", Choice({"off": False, "work": True})),
        Field("working_week", Choice({"mon-fri": frozenset(range(5)), "mon-sat": frozenset(range(6))})),
    ),
)

#: Days in a row on which nobody may be contacted, or no office works, at most: more of them were mistyped.
MOST_CLOSED = 45

_JOINT_LEAVE = {day: off.name for day, off in DAYS_OFF.items() if off.rest is Rest.JOINT_LEAVE}
_OFF = {day: off.name for day, off in DAYS_OFF.items()}
#: The shipped days off.
SHIPPED = Calendar(MappingProxyType(_OFF), joint_leave=MappingProxyType(_JOINT_LEAVE), quiet=feasts(_OFF))


def check_calendar(got: Got, to: Findings) -> None:
    """Tell the days that are named twice, working days that nobody took for days off, quiet times that end early."""
    for each in got.get("quiet") or ():
        first, last = each.get("first"), each.get("last")
        if first and last and last < first:
            to.error("quiet-ends", each.place("last"), other=each.place("first"), first=str(first), last=str(last))
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
    named = set(got.get("working_days") or ())
    own = {each.get("date"): each.get("name") for each in got.get("holidays") or ()}
    leave = {day: name for day, name in _JOINT_LEAVE.items() if day not in named and day not in own}
    worked = named | leave.keys() if got.get("joint_leave") else named
    days = {day: name for day, name in _OFF.items() if day not in worked} | own
    quiet = tuple(Quiet(**each.values) for each in got.get("quiet") or ())
    return Calendar(
        MappingProxyType(dict(sorted(days.items()))),
        got.get("working_week") or SHIPPED.week,
        MappingProxyType(leave),
        (*feasts(days), *quiet),
    )


def check_open(found: Calendar, window: ContactWindow, at: Source) -> tuple[Problem, ...]:
    """Refuse a calendar that, with the contact window, leaves no open or no working day for too long.

    Whoever looks for the next open day therefore finds it within MOST_CLOSED days.
    """
    ends = {*found.holidays, *found.joint_leave, *(each.last for each in found.quiet)}
    # A weekend may follow.
    ends = {day + timedelta(n) for day in ends for n in range(7)}
    provinces = {each.province for each in found.quiet} | {None}
    for province in sorted(provinces, key=lambda each: each or ""):
        here = replace(found, province=province)
        for last in sorted(ends):
            days = [last - timedelta(n) for n in range(MOST_CLOSED + 1)]
            if not any(here.is_open(each, window) for each in days) or not any(map(here.is_working, days)):
                return (error("calendar-closed", at, first=str(days[-1]), last=str(last), most=MOST_CLOSED),)
    return ()
