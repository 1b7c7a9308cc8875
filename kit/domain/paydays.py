"""Due dates that suit the payer: on the day on which wages or takings come, and on working days."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from dataclasses import dataclass

from kit.basics.dates import months_after
from kit.basics.problems import Problem, error
from kit.domain.calendar import Calendar
from kit.domain.instalments import FARTHEST, Every, Span, days

Dates = tuple[tuple[dt.date, ...], tuple[Problem, ...]]


@dataclass(frozen=True, slots=True)
class Payday:
    """When the customer has money: a `day` of the month (31 is the month's last), or a `weekday` (Monday is 0)."""

    day: int | None = None
    weekday: int | None = None

    def on_or_after(self, day: dt.date) -> dt.date:
        """Return the first payday from `day` on (inclusive).

        >>> Payday(day=31).on_or_after(dt.date(2027, 2, 3))
        datetime.date(2027, 2, 28)
        """
        if self.weekday is not None:
            return day + dt.timedelta((self.weekday - day.weekday()) % 7)
        found = self._in_month(day)
        return found if found >= day else self._in_month(months_after(day.replace(day=1), 1))

    def _in_month(self, day: dt.date) -> dt.date:
        last = monthrange(day.year, day.month)[1]
        return day.replace(day=min(self.day or last, last))

    def dates(self, first: dt.date, count: int, every: Every) -> Dates:
        """Return `count` due dates on paydays, the first of them on `first` or after it.

        A payday of the month goes with months, so that 31 is 28 February and 31 March again; a weekday
        goes with weeks, and with months it is the first such day from each anchored date on.
        """
        if every.span is Span.DAYS or (self.weekday is None and every.span is Span.WEEKS):
            return (), (error("plan-payday-step", step=every.span.value),)
        try:
            if self.weekday is not None:
                plain, problems = days(first, count, every)
                return tuple(map(self.on_or_after, plain)), problems
            months, problems = days(self.on_or_after(first).replace(day=1), count, every)
            return tuple(map(self._in_month, months)), problems
        except (ValueError, OverflowError):  # beyond the last year that a date can have
            return (), (error("plan-step", number=every.number, most=FARTHEST),)


def on_working_days(dates: Dates, calendar: Calendar) -> Dates:
    """Return `dates`, each that falls on a day of rest moved to the next working day: what the parties agree on.

    Where that brings two of them together, the schedule refuses them, as their order must rise.
    """
    plain, problems = dates
    try:
        return tuple(map(calendar.next_working, plain)), problems
    except OverflowError:
        return (), (error("plan-step", number=1, most=FARTHEST),)
