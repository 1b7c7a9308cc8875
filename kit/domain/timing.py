"""On which day a stage opens for an invoice, and when a repeating one comes again. Never reads the clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kit.domain.calendar import Calendar
from kit.domain.history import History
from kit.domain.model import Invoice
from kit.domain.policy import Anchor, Stage


def counted(start: date, stage: Stage, calendar: Calendar) -> date:
    """Return the day that lies as many days after `start` (before it where negative) as `stage` says."""
    if not stage.working:
        return start + timedelta(stage.days)
    if stage.days >= 0:
        return calendar.working_day_after(start, stage.days)
    day = start
    for _ in range(-stage.days):
        day -= timedelta(1)
        while not calendar.is_working(day):
            day -= timedelta(1)
    return day


def announces(stage: Stage, invoice: Invoice, calendar: Calendar) -> bool:
    """Tell whether `stage` opens for `invoice` while that is not yet past due: it announces and demands nothing."""
    if stage.anchor is Anchor.DUE:
        return stage.days <= 0
    return stage.anchor is Anchor.ISSUED and counted(invoice.issued, stage, calendar) <= invoice.due


@dataclass(frozen=True, slots=True)
class Course:
    """How one ladder goes for a set of invoices on one day: when its stages open, which were sent, which is next."""

    past: History
    as_of: date
    #: First day of the episode: what was sent before it belongs to another story.
    since: date | None
    calendar: Calendar
    #: Places of stages whose condition the set does not meet: they are passed over.
    out: frozenset[int] = frozenset()
    #: Whether reminders that were missed are sent in turn, instead of the newest alone.
    catch_up: bool = False

    def opens(self, place: int, invoice: Invoice) -> date | None:
        """Return the first day of the stage at `place`; None while what it is counted from has not happened."""
        stage = self.past.ladder.stages[place]
        before = next((each for each in range(place - 1, -1, -1) if each not in self.out), place - 1)
        start: date | None
        match stage.anchor:
            case Anchor.DUE:
                start = None if invoice.awaits else invoice.due
            case Anchor.ISSUED:
                start = invoice.issued
            case Anchor.SENT:
                start = max(self.past.days_sent(before, invoice.number, self.since), default=None)
            case Anchor.RECEIVED:
                start = self.past.received_on(before, invoice.number)
        return None if start is None else counted(start, stage, self.calendar)

    def announces(self, place: int, invoice: Invoice) -> bool:
        """Tell whether the stage at `place` opens for `invoice` while that is not yet past due."""
        return announces(self.past.ladder.stages[place], invoice, self.calendar)

    def next_turn(self, place: int, invoice: Invoice) -> date | None:
        """Return the day on which a stage that was sent comes again, which may be over; None where it comes once.

        Its periods are counted from the day it opened, so that a late reminder does not push the later
        ones: in each period it is sent once, and a period that passed unused is not made up for.
        """
        stage = self.past.ladder.stages[place]
        opened = self.opens(place, invoice)
        days = self.past.days_sent(place, invoice.number, self.since)
        if stage.repeat is None or opened is None or not days:
            return None
        period = (self.as_of - opened).days // stage.repeat
        used = (days[-1] - opened).days // stage.repeat
        return opened + timedelta(stage.repeat * max(period, used + 1))

    def turn(self, place: int, invoice: Invoice) -> date | None:
        """Return the day on which a stage turns to `invoice`, for the first time or again; None: not any more."""
        reached = self.past.reached(invoice.number, self.since)
        if place > reached:
            return None if place in self.out else self.opens(place, invoice)
        return self.next_turn(place, invoice) if place == reached else None

    def come_to(self, invoice: Invoice, before: int | None = None) -> int | None:
        """Return the place of the stage whose day has come for a late invoice and that was not sent yet, or None.

        Stale reminders are passed over, unless missed ones are caught up with; a stage that may not be
        skipped, and every somasi, is never passed over. A repeating stage comes again in each of its periods. `before`
        ends the ladder early.
        """
        reached = self.past.reached(invoice.number, self.since)
        again = self.next_turn(reached, invoice) if reached >= 0 else None
        found = reached if again is not None and again <= self.as_of else None
        for place, stage in enumerate(self.past.ladder.stages[:before]):
            if place <= reached or place in self.out or self.announces(place, invoice):
                continue
            day = self.opens(place, invoice)
            if day is None or self.as_of < day:
                break
            found = place
            if self.catch_up or not stage.skippable or stage.is_somasi:
                break
        return found


@dataclass(frozen=True, slots=True)
class Rung:
    """A stage as one place of the ladder by which one invoice goes; -1: nothing said yet."""

    course: Course
    place: int

    @property
    def stage(self) -> Stage:
        """The stage itself."""
        return self.course.past.ladder.stages[self.place]

    @property
    def level(self) -> tuple[int, int]:
        """How severe it is, comparable across ladders."""
        return self.course.past.ladder.level(self.place)
