"""Decides what to do about one customer on one day. Never reads the clock or a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kit.domain.announcing import announce
from kit.domain.claims import claim_reason, is_asked, unfound_claim
from kit.domain.courtesies import extension_word
from kit.domain.demanding import ask_about_claim, past_due
from kit.domain.history import History
from kit.domain.keeping import with_plans
from kit.domain.model import Customer
from kit.domain.register import Register
from kit.domain.series import Series, running
from kit.domain.situation import Rules, Situation
from kit.domain.somasi import next_step, together
from kit.domain.statement import Statement
from kit.domain.verdict import Clear, OnHold, Verdict


def decide(customer: Customer, statement: Statement, register: Register, rules: Rules) -> Verdict:
    """Return the one verdict on `customer` at the end of the statement's day, with its reasons.

    What is past due and undisputed comes first, in one consolidated set at the highest stage that
    any of its invoices has come to; invoices not yet due are then listed and not demanded. Where
    nothing is past due, upcoming invoices are announced. A hold on the whole customer stops both.
    The invoices of a signed plan in good standing rest, beside a word about each instalment.
    More time that was granted is confirmed before anything else is said.
    A running series of somasi keeps its own invoices; younger arrears have their own ladder beside it.
    """
    case = Situation(customer, statement, register, rules)
    verdict = _decided(case, register, rules)
    return replace(verdict, reasons=(*verdict.reasons, *case.chosen.reasons)) if statement.open else verdict


def _decided(case: Situation, register: Register, rules: Rules) -> Verdict:
    statement = case.statement
    if not statement.open:
        return Clear(case.thanks(), case.nothing_open())
    hold = case.hold()
    if hold is not None:
        return hold
    series, rest = parted(case, register, rules)
    if series:
        return _beside(case, series, rest)
    more_time = extension_word(case)
    if more_time is not None:
        return more_time
    late = case.free(statement.overdue)
    if sum(line.claim for line in late) > case.tolerance:
        return with_plans(past_due(case, late), case.planned(), late=True)
    return with_plans(announce(case, late), case.planned(), late=False)


def parted(case: Situation, register: Register, rules: Rules) -> tuple[tuple[tuple[Series, History], ...], Situation]:
    """Return the running series of somasi, and the situation of what they do not contain: all of it without one."""
    series = tuple(_series(case))
    if not series:
        return series, case
    frozen = {number for each, _ in series for number in each.items}
    others = tuple(line for line in case.statement.lines if line.invoice.number not in frozen)
    rest = Situation(case.customer, replace(case.statement, lines=others), register, rules, beside=case.chosen)
    return series, rest


def series_step(case: Situation, series: Series, past: History) -> Verdict:
    """Return what one running series asks of the day."""
    step = next_step(series, case.matter(past), case.lanes())
    if not isinstance(step, OnHold):
        return step
    return replace(step, until=case.rests_until(series.items), reasons=(*step.reasons, *case.because(series.items)))


def _series(case: Situation) -> Iterator[tuple[Series, History]]:
    """Yield the series of somasi that run, each with the register as the ladder of its invoices sees it."""
    for past in case.histories.values():
        for each in running(past, case.statement):
            if case.past(each.items[0]) is past:
                yield each, past


def refuses_to_go_back(register: Register, as_of: date) -> date | None:
    """Return the newest day in `register` when it lies after `as_of`: a build for such a day is refused."""
    return register.newest if register.newest is not None and register.newest > as_of else None


def _beside(case: Situation, series: tuple[tuple[Series, History], ...], rest: Situation) -> Verdict:
    """Decide where series of somasi run: each its next step, and the ladder of what they do not contain."""
    late = case.free(case.statement.overdue)
    claim = unfound_claim(case.customer, case.statement, case.policy, case.calendar)
    if late and claim is not None and not is_asked(claim, case.history):
        return ask_about_claim(case, late, [claim_reason(claim)])
    steps = [series_step(case, each, past) for each, past in series]
    late = rest.free(rest.statement.overdue)
    return together(steps, past_due(rest, late) if sum(line.claim for line in late) > case.tolerance else None)
