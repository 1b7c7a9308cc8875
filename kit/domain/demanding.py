"""Decides about undisputed arrears: which stage they have come to, or until when they rest. Never reads the clock."""

from __future__ import annotations

from datetime import date

from kit.domain.claims import QUESTION, claim_reason, is_asked, unfound_claim
from kit.domain.giros import giro_reasons
from kit.domain.ledger import episode_start
from kit.domain.manners import first_word
from kit.domain.pacing import too_soon
from kit.domain.policy import Anchor
from kit.domain.promises import promise_reasons
from kit.domain.series import somasi_places
from kit.domain.situation import Situation
from kit.domain.somasi import first_demand
from kit.domain.statement import Line
from kit.domain.timing import announces, come_to
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
    places = _come_to(case, late, since)
    spoken = max(case.history.reached(line.invoice.number, since) for line in late)
    if not places or max(places) < spoken:
        return _wait(case, late, since, spoken, reasons)
    place, gentle = first_word(max(places), late, case.history, since, case.about)
    reasons += gentle
    wait = too_soon(case.history, case.policy, place, case.as_of, reasons)
    if wait is not None:
        return wait
    formal = somasi_places(case.ladder)[:1]
    if formal and place >= formal[0]:
        given = first_demand(case.ladder.stages[place], late, case.matter(), tuple(reasons))
        if isinstance(given, Send):
            return given
        # While the gate is closed, younger arrears still come to the stages before it.
        places = _come_to(case, late, since, formal[0])
        if not places or max(places) < spoken:
            return given
        place = max(places)
        reasons.append(Reason("gate-closed", {"stage": given.stage.name}))
    stage = case.ladder.stages[place]
    reasons.append(
        Reason("stage-come", {"stage": stage.name, "days": stage.days}) if stage.anchor is Anchor.DUE
        else Reason("stage-opened", {"stage": stage.name})
    )  # fmt: skip
    listed = tuple(line for line in case.statement.open if line not in late)
    return case.send(stage, late, listed, case.calendar.next_open(case.as_of, case.policy.window), reasons)


def ask_about_claim(case: Situation, late: tuple[Line, ...], reasons: list[Reason]) -> Verdict:
    """Return the question about a claimed payment that cannot be found, as soon as the gap allows it."""
    wait = too_soon(case.history, case.policy, -1, case.as_of, reasons)
    if wait is not None:
        return wait
    return case.send(QUESTION, late, (), case.calendar.next_open(case.as_of, case.policy.window), reasons)


def _come_to(case: Situation, late: tuple[Line, ...], since: date | None, before: int | None = None) -> list[int]:
    """Return the places of the stages that the invoices have come to, of those before the place `before`."""
    found = (come_to(line.invoice, case.history, since, case.as_of, before) for line in late)
    return [place for place in found if place is not None]


def _wait(case: Situation, late: tuple[Line, ...], since: date | None, spoken: int, reasons: list[Reason]) -> Wait:
    """Return until when arrears rest because their stages are sent and the next has not come."""
    if spoken >= 0:
        reasons.append(Reason("already-sent", {"stage": case.ladder.stages[spoken].name}))
    days = [
        day
        for line in late
        for place in range(len(case.ladder.stages))
        if place >= spoken and (day := case.turn(place, line, since)) is not None
        and not announces(case.ladder.stages[place], line.invoice)
    ]  # fmt: skip
    until = min((day for day in days if day > case.as_of), default=None)
    return Wait(until, (*reasons, Reason("next-stage", {"until": until}) if until else Reason("ladder-at-end")))
