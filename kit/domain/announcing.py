"""Decides where nothing may be demanded: announce what falls due, thank, wait or rest. Never reads the clock."""

from __future__ import annotations

from datetime import date, timedelta

from kit.domain.courtesies import exchange_word
from kit.domain.holds import rest_of
from kit.domain.pacing import ahead, too_soon
from kit.domain.situation import Situation
from kit.domain.slips import ask_for_slips, slip_reasons
from kit.domain.statement import Line
from kit.domain.timing import Course, Rung
from kit.domain.verdict import Blocked, Clear, OnHold, Reason, Send, Verdict, Wait


def announce(case: Situation, late: tuple[Line, ...]) -> Verdict:
    """Decide where nothing may be demanded: announce what falls due, thank, wait or rest."""
    reasons = [*case.left_out(), *slip_reasons(case.free(case.statement.open))]
    if late:
        reasons.append(Reason("within-tolerance", {"tolerance": case.tolerance}))
    coming = tuple(line for line in case.free(case.statement.open) if not line.past_due and not line.invoice.awaits)
    courses = case.courses(coming)
    act_on = case.calendar.next_open(case.as_of, case.policy.window)
    soon = [
        (line, Rung(courses[line.invoice.number], place))
        for line in coming
        if line.claim > case.tolerance and act_on <= line.invoice.due
        and (place := announcement(case, courses[line.invoice.number], line)) is not None
    ]  # fmt: skip
    if soon:
        top = max((rung for _, rung in soon), key=lambda each: each.level)
        wait = too_soon(top.course.past, case.policy, top.place, case.as_of, reasons)
        if wait is not None:
            return wait
        items = tuple(line for line, _ in soon)
        reasons += [Reason("due-soon", {"invoice": line.invoice.number, "due": line.invoice.due}) for line in items]
        days = [day for line, rung in soon if (day := rung.course.turn(rung.place, line.invoice)) is not None]
        reasons += ahead(case.calendar, case.policy.window, act_on, min(days, default=act_on))
        listed = tuple(line for line in case.statement.open if line not in items and not line.past_due)
        return case.send(top.stage, items, listed, act_on, reasons)
    return exchange_word(case) or _rest(case, reasons)


def announcement(case: Situation, course: Course, line: Line) -> int | None:
    """Return the place of the notice before the due date that is open for `line` and unsent, or None."""
    found = None
    for place in range(len(course.past.ladder.stages)):
        day = course.turn(place, line.invoice) if course.announces(place, line.invoice) else None
        if day is not None and case.calendar.last_open(day, case.policy.window) <= case.as_of:
            found = place
    return found


def _rest(case: Situation, reasons: list[Reason]) -> Verdict:
    """Return the verdict on somebody to whom nothing is to be sent today but perhaps thanks."""
    thanks = case.thanks()
    if thanks is not None:
        return Clear(thanks, (*reasons, Reason("arrears-settled")))
    asked = ask_for_slips(case, reasons)
    if isinstance(asked, Send | Blocked):
        return asked
    coming = tuple(line for line in case.free(case.statement.open) if not line.past_due and not line.awaiting_slip)
    if coming:
        courses = case.courses(coming)
        days = [day for line in coming for day in _turns(case, courses[line.invoice.number], line)]
        if isinstance(asked, Wait | OnHold) and asked.until is not None:
            days.append(asked.until + timedelta(isinstance(asked, OnHold)))
        until = min((day for day in days if day > case.as_of), default=None)
        return Wait(until, (*reasons, Reason("not-due-yet", {"until": until}) if until else Reason("not-due-yet")))
    if asked is not None:
        return asked
    if any(line.disputed for line in case.statement.open):
        return OnHold("dispute", None, tuple(reasons))
    rest = rest_of(case.pauses, (line.invoice.number for line in case.statement.open), reasons)
    if rest is not None:
        return rest
    return Clear(None, tuple(reasons))


def _turns(case: Situation, course: Course, line: Line) -> list[date]:
    """Return the days on which an invoice that is not due yet can ask for something; none before its days began."""
    if line.invoice.awaits:
        return []
    return [
        case.calendar.last_open(day, case.policy.window) if course.announces(place, line.invoice) else day
        for place in range(len(course.past.ladder.stages))
        if (day := course.turn(place, line.invoice)) is not None
    ]
