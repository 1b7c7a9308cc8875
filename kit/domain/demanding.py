"""Decides about undisputed arrears: which stage they have come to, or until when they rest. Never reads the clock."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kit.domain.claims import QUESTION, claim_reason, is_asked, unfound_claim
from kit.domain.giros import giro_reasons
from kit.domain.ledger import episode_start
from kit.domain.manners import first_word, rest
from kit.domain.pacing import too_soon
from kit.domain.policy import Anchor, Stage
from kit.domain.promises import promise_reasons
from kit.domain.series import somasi_places
from kit.domain.situation import Situation
from kit.domain.somasi import first_demand
from kit.domain.statement import Line
from kit.domain.timing import Course, Rung
from kit.domain.verdict import Reason, Send, Verdict, Wait


def past_due(case: Situation, late: tuple[Line, ...]) -> Verdict:
    """Decide about undisputed arrears above the tolerance."""
    since = episode_start(case.statement)
    reasons = [Reason("past-due", {"invoice": line.invoice.number, "days": line.days_past_due}) for line in late]
    reasons += [*case.left_out(), *promise_reasons(case.customer, case.statement)]
    reasons += giro_reasons(case.customer, case.statement)
    claim = unfound_claim(case.customer, case.statement, case.policy, case.calendar)
    if claim is not None:
        reasons.append(claim_reason(claim))
        if not is_asked(claim, case.history):
            return ask_about_claim(case, late, reasons)
    courses = case.courses(late, since)
    spoken = _highest(Rung(each, each.past.reached(number, since)) for number, each in courses.items())
    come = _come_to(late, courses)
    if not come or _highest(come).level < spoken.level:
        return _wait(case, late, courses, spoken, reasons)
    top, gentle = first_word(_highest(come), late, case.policy, case.about)
    reasons += gentle
    past = top.course.past
    wait = too_soon(past, case.policy, top.place, case.as_of, reasons)
    if wait is not None:
        return wait
    pause = rest(case.customer, past, case.policy, since, case.as_of)
    if pause is not None:
        return Wait(pause.until, (*reasons, *pause.reasons))
    formal = somasi_places(past.ladder)[:1]
    if formal and top.place >= formal[0]:
        # A somasi names invoices of one ladder only: it freezes them, and one ladder leads them on.
        own = tuple(line for line in late if courses[line.invoice.number] is top.course)
        given = first_demand(top.stage, own, case.matter(past), tuple(reasons))
        if isinstance(given, Send):
            return given
        # While the gate is closed, younger arrears still come to the stages before it.
        come = _come_to(late, courses, formal=False)
        if not come or _highest(come).level < spoken.level:
            return given
        top = _highest(come)
        reasons.append(Reason("gate-closed", {"stage": given.stage.name}))
    stage = top.stage
    reasons.append(_come(stage))
    listed = tuple(line for line in case.statement.open if line not in late)
    return case.send(stage, late, listed, case.calendar.next_open(case.as_of, case.policy.window), reasons)


def _come(stage: Stage) -> Reason:
    """Return why a stage has its turn: the day counted from the due date, or what else opened it."""
    if stage.anchor is not Anchor.DUE:
        return Reason("stage-opened", {"stage": stage.name})
    return Reason("stage-come-working" if stage.working else "stage-come", {"stage": stage.name, "days": stage.days})


def ask_about_claim(case: Situation, late: tuple[Line, ...], reasons: list[Reason]) -> Verdict:
    """Return the question about a claimed payment that cannot be found, as soon as the gap allows it."""
    wait = too_soon(case.history, case.policy, -1, case.as_of, reasons)
    if wait is not None:
        return wait
    return case.send(QUESTION, late, (), case.calendar.next_open(case.as_of, case.policy.window), reasons)


def _highest(rungs: Iterable[Rung]) -> Rung:
    """Return the most severe of `rungs`, the one of the oldest invoice among equals."""
    return max(rungs, key=lambda each: each.level)


def _come_to(late: tuple[Line, ...], courses: Mapping[str, Course], *, formal: bool = True) -> list[Rung]:
    """Return the stages that the invoices have come to, those before the first somasi unless `formal`."""
    found = []
    for line in late:
        course = courses[line.invoice.number]
        before = None if formal else next(iter(somasi_places(course.past.ladder)), None)
        place = course.come_to(line.invoice, before)
        if place is not None:
            found.append(Rung(course, place))
    return found


def _wait(
    case: Situation, late: tuple[Line, ...], courses: Mapping[str, Course], spoken: Rung, reasons: list[Reason]
) -> Wait:
    """Return until when arrears rest because their stages are sent and the next has not come."""
    if spoken.place >= 0:
        reasons.append(Reason("already-sent", {"stage": spoken.stage.name}))
    days = []
    for line in late:
        course = courses[line.invoice.number]
        for place in range(len(course.past.ladder.stages)):
            day = course.turn(place, line.invoice)
            if day and Rung(course, place).level >= spoken.level and not course.announces(place, line.invoice):
                days.append(day)
    until = min((day for day in days if day > case.as_of), default=None)
    return Wait(until, (*reasons, Reason("next-stage", {"until": until}) if until else Reason("ladder-at-end")))
