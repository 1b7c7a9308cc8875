"""Decides what to do about one customer on one day. Never reads the clock or a file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from kit.basics.money import Rupiah
from kit.domain.calendar import Calendar
from kit.domain.claims import QUESTION, claim_hold, claim_reason, is_asked, unfound_claim
from kit.domain.closing import closing_word
from kit.domain.history import History, history
from kit.domain.holds import hold_reason
from kit.domain.keeping import keeping, plan_reasons, with_plans
from kit.domain.ledger import episode_start
from kit.domain.manners import first_word
from kit.domain.model import Creditor, Customer
from kit.domain.needs import needs_of
from kit.domain.policy import Anchor, Ladder, Policy, Stage
from kit.domain.promises import promise_hold, promise_reasons
from kit.domain.reach import channels_for
from kit.domain.register import Register
from kit.domain.series import Series, running, somasi_places
from kit.domain.somasi import Matter, first_demand, next_step, together
from kit.domain.standing import paused, standings
from kit.domain.statement import Line, Statement
from kit.domain.timing import announces, come_to, turn
from kit.domain.verdict import Blocked, Clear, OnHold, Reason, Send, Verdict, Wait


@dataclass(frozen=True, slots=True)
class Rules:
    """What a decision needs beside the customer's own account."""

    creditor: Creditor
    policy: Policy
    calendar: Calendar


def decide(customer: Customer, statement: Statement, register: Register, rules: Rules) -> Verdict:
    """Return the one verdict on `customer` at the end of the statement's day, with its reasons.

    What is past due and undisputed comes first, in one consolidated set at the highest stage that
    any of its invoices has come to; invoices not yet due are then listed and not demanded. Where
    nothing is past due, upcoming invoices are announced. A hold on the whole customer stops both.
    The invoices of a signed plan in good standing rest, beside a word about each instalment.
    A running series of somasi keeps its own invoices; younger arrears have their own ladder beside it.
    """
    case = _Case(customer, statement, register, rules)
    if not statement.open:
        return Clear(case.thanks(), case.nothing_open())
    hold = case.hold()
    if hold is not None:
        return hold
    series = running(case.history, statement)
    if series:
        return case.beside(series, register, rules)
    late = case.free(statement.overdue)
    if sum(line.outstanding for line in late) > case.tolerance:
        return with_plans(case.past_due(late), case.planned(), late=True)
    return with_plans(case.announce(late), case.planned(), late=False)


def refuses_to_go_back(register: Register, as_of: date) -> date | None:
    """Return the newest day in `register` when it lies after `as_of`: a build for such a day is refused."""
    return register.newest if register.newest is not None and register.newest > as_of else None


class _Case:
    """One customer on one day, with what every step of the decision asks for."""

    def __init__(
        self, customer: Customer, statement: Statement, register: Register, rules: Rules, *, beside: bool = False
    ) -> None:
        self.customer = customer
        self.statement = statement
        self.as_of = statement.as_of
        self.creditor, self.policy, self.calendar = rules.creditor, rules.policy, rules.calendar
        self.ladder: Ladder = rules.policy.ladders[customer.ladder]
        self.history: History = history(register, self.ladder, self.as_of)
        self.tolerance: Rupiah = rules.policy.tolerance if customer.tolerance is None else customer.tolerance
        self.held = {number for each in customer.holds if each.is_active(self.as_of) for number in each.invoices}
        self.plans = standings(customer, statement)
        self.in_plan = paused(self.plans)

        #: Words that count as spoken: beside a series only those about the rest, else all of the episode.
        self.about = frozenset(line.invoice.number for line in statement.lines) if beside else None

    def free(self, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        """Return those of `lines` that nobody disputes and neither a hold nor a running plan covers."""
        resting = self.held | self.in_plan
        return tuple(line for line in lines if not line.disputed and line.invoice.number not in resting)

    def planned(self) -> Send | OnHold | None:
        """Return what the customer's running plans ask of the day, or None where none runs."""
        return keeping(self.plans, self.customer, self.history, self.policy, self.calendar, self.as_of)

    def hold(self) -> OnHold | None:
        """Return the pause of the whole customer, the one that lasts longest first."""
        for each in self.customer.holds:
            if each.is_active(self.as_of) and not each.invoices:
                return OnHold("manual", each.until, (hold_reason("hold-manual", each, {"reason": each.reason}),))
        claim = claim_hold(self.customer, self.as_of, self.policy, self.calendar)
        return promise_hold(self.customer, self.as_of) or claim

    def nothing_open(self) -> tuple[Reason, ...]:
        """Return why nothing is to be asked for, naming money that waits for its use."""
        extra = self.statement.unallocated
        return (Reason("nothing-open"), *((Reason("overpaid", {"amount": extra}),) if extra else ()))

    def beside(self, series: tuple[Series, ...], register: Register, rules: Rules) -> Verdict:
        """Decide where series of somasi run: each its next step, and the ladder of what they do not contain."""
        resting = {line.invoice.number for line in self.statement.open} - {
            line.invoice.number for line in self.free(self.statement.open)
        }
        late = self.free(self.statement.overdue)
        claim = unfound_claim(self.customer, self.statement, self.policy, self.calendar)
        if late and claim is not None and not is_asked(claim, self.history):
            return self._ask(late, [claim_reason(claim)])
        steps = [next_step(each, self.matter(), frozenset(resting)) for each in series]
        frozen = {number for each in series for number in each.items}
        others = tuple(line for line in self.statement.lines if line.invoice.number not in frozen)
        rest = _Case(self.customer, replace(self.statement, lines=others), register, rules, beside=True)
        late = rest.free(rest.statement.overdue)
        return together(steps, rest.past_due(late) if sum(line.outstanding for line in late) > self.tolerance else None)

    def matter(self) -> Matter:
        """Return what the gate before a somasi looks at."""
        since = episode_start(self.statement)
        return Matter(
            self.customer, self.creditor, self.policy, self.calendar, self.statement, self.history, since
        )  # fmt: skip

    # What is past due.

    def past_due(self, late: tuple[Line, ...]) -> Verdict:
        """Decide about undisputed arrears above the tolerance."""
        since = episode_start(self.statement)
        reasons = [Reason("past-due", {"invoice": line.invoice.number, "days": line.days_past_due}) for line in late]
        reasons += [*self._left_out(), *promise_reasons(self.customer, self.statement)]
        claim = unfound_claim(self.customer, self.statement, self.policy, self.calendar)
        if claim is not None:
            reasons.append(claim_reason(claim))
            if not is_asked(claim, self.history):
                return self._ask(late, reasons)
        places = self._come_to(late, since)
        spoken = max(self.history.reached(line.invoice.number, since) for line in late)
        if not places or max(places) < spoken:
            return self._wait(late, since, spoken, reasons)
        place, gentle = first_word(max(places), late, self.history, since, self.about)
        reasons += gentle
        earliest = self.history.earliest_next(self.policy, place)
        if earliest is not None and earliest > self.as_of:
            return Wait(earliest, (*reasons, Reason("too-soon", {"until": earliest})))
        formal = somasi_places(self.ladder)[:1]
        if formal and place >= formal[0]:
            given = first_demand(self.ladder.stages[place], late, self.matter(), tuple(reasons))
            if isinstance(given, Send):
                return given
            # While the gate is closed, younger arrears still come to the stages before it.
            places = self._come_to(late, since, formal[0])
            if not places or max(places) < spoken:
                return given
            place = max(places)
            reasons.append(Reason("gate-closed", {"stage": given.stage.name}))
        stage = self.ladder.stages[place]
        reasons.append(
            Reason("stage-come", {"stage": stage.name, "days": stage.days}) if stage.anchor is Anchor.DUE
            else Reason("stage-opened", {"stage": stage.name})
        )  # fmt: skip
        listed = tuple(line for line in self.statement.open if line not in late)
        return self._send(stage, late, listed, self.calendar.next_open(self.as_of, self.policy.window), reasons)

    def _ask(self, late: tuple[Line, ...], reasons: list[Reason]) -> Verdict:
        """Return the question about a claimed payment that cannot be found, as soon as the gap allows it."""
        earliest = self.history.earliest_next(self.policy, -1)
        if earliest is not None and earliest > self.as_of:
            return Wait(earliest, (*reasons, Reason("too-soon", {"until": earliest})))
        return self._send(QUESTION, late, (), self.calendar.next_open(self.as_of, self.policy.window), reasons)

    def _come_to(self, late: tuple[Line, ...], since: date | None, before: int | None = None) -> list[int]:
        """Return the places of the stages that the invoices have come to, of those before the place `before`."""
        found = (come_to(line.invoice, self.history, since, self.as_of, before) for line in late)
        return [place for place in found if place is not None]

    def _turn(self, place: int, line: Line, since: date | None = None) -> date | None:
        return turn(place, line.invoice, self.history, since, self.as_of)

    def _wait(self, late: tuple[Line, ...], since: date | None, spoken: int, reasons: list[Reason]) -> Wait:
        """Return until when arrears rest because their stages are sent and the next has not come."""
        if spoken >= 0:
            reasons.append(Reason("already-sent", {"stage": self.ladder.stages[spoken].name}))
        days = [
            day
            for line in late
            for place in range(len(self.ladder.stages))
            if place >= spoken and (day := self._turn(place, line, since)) is not None
            and not announces(self.ladder.stages[place], line.invoice)
        ]  # fmt: skip
        until = min((day for day in days if day > self.as_of), default=None)
        return Wait(until, (*reasons, Reason("next-stage", {"until": until}) if until else Reason("ladder-at-end")))

    # What is not due yet.

    def announce(self, late: tuple[Line, ...]) -> Verdict:
        """Decide where nothing may be demanded: announce what falls due, thank, wait or rest."""
        reasons = self._left_out()
        if late:
            reasons.append(Reason("within-tolerance", {"tolerance": self.tolerance}))
        soon = [
            (line, place)
            for line in self.free(self.statement.open)
            if not line.past_due and line.outstanding > self.tolerance
            and (place := self._announcement(line)) is not None
        ]  # fmt: skip
        act_on = self.calendar.next_open(self.as_of, self.policy.window)
        soon = [(line, place) for line, place in soon if act_on <= line.invoice.due]
        if soon:
            place = max(place for _, place in soon)
            earliest = self.history.earliest_next(self.policy, place)
            if earliest is not None and earliest > self.as_of:
                return Wait(earliest, (*reasons, Reason("too-soon", {"until": earliest})))
            items = tuple(line for line, _ in soon)
            stage = self.ladder.stages[place]
            reasons += [Reason("due-soon", {"invoice": line.invoice.number, "due": line.invoice.due}) for line in items]
            listed = tuple(line for line in self.statement.open if line not in items and not line.past_due)
            return self._send(stage, items, listed, act_on, reasons)
        return self._rest(reasons)

    def _announcement(self, line: Line) -> int | None:
        """Return the place of the notice before the due date that is open for `line` and unsent, or None."""
        found = None
        for place, stage in enumerate(self.ladder.stages):
            day = self._turn(place, line) if announces(stage, line.invoice) else None
            if day is not None and self.calendar.last_open(day, self.policy.window) <= self.as_of:
                found = place
        return found

    def _rest(self, reasons: list[Reason]) -> Verdict:
        """Return the verdict on somebody to whom nothing is to be sent today but perhaps thanks."""
        thanks = self.thanks()
        if thanks is not None:
            return Clear(thanks, (*reasons, Reason("arrears-settled")))
        coming = [line for line in self.free(self.statement.open) if not line.past_due]
        if coming:
            until = min((day for line in coming for day in self._turns(line) if day > self.as_of), default=None)
            return Wait(until, (*reasons, Reason("not-due-yet", {"until": until}) if until else Reason("not-due-yet")))
        if any(line.disputed for line in self.statement.open):
            return OnHold("dispute", None, tuple(reasons))
        if self.held & {line.invoice.number for line in self.statement.open}:
            ends = [each.until for each in self.customer.holds if each.is_active(self.as_of)]
            return OnHold("manual", min((end for end in ends if end), default=None), tuple(reasons))
        return Clear(None, tuple(reasons))

    def _turns(self, line: Line) -> list[date]:
        """Return the days on which an invoice that is not due yet can ask for something."""
        return [
            self.calendar.last_open(day, self.policy.window) if announces(stage, line.invoice) else day
            for place, stage in enumerate(self.ladder.stages)
            if (day := self._turn(place, line)) is not None
        ]

    # What every message needs.

    def _send(
        self, stage: Stage, items: tuple[Line, ...], listed: tuple[Line, ...], act_on: date, reasons: list[Reason]
    ) -> Verdict:
        """Return Send, or Blocked where a contact, a signatory or fresh bank data is missing."""
        channels, fallback = channels_for(self.customer, stage)
        needs = needs_of(stage, channels, self.creditor, self.policy, self.calendar, self.as_of)
        if needs:
            return Blocked(stage, tuple(needs), tuple(reasons))
        if fallback:
            reasons.append(Reason("channel-fallback", {"channel": channels[0]}))
        if act_on != self.as_of:
            reasons.append(Reason("moved-to-open-day", {"day": self.as_of, "act_on": act_on}))
        deadline = None
        if stage.deadline is not None:
            deadline = self.calendar.next_working(act_on + timedelta(stage.deadline))
        return Send(stage, items, listed, channels[0], channels, act_on, deadline, tuple(reasons))

    def _left_out(self) -> list[Reason]:
        """Return why open invoices take no part."""
        reasons = plan_reasons(self.plans)
        for line in self.statement.open:
            number = line.invoice.number
            if line.disputed:
                opened = [each.opened for each in self.customer.disputes
                          if each.invoice == number and each.is_open(self.as_of)]  # fmt: skip
                reasons.append(Reason("disputed", {"invoice": number, "since": min(opened)}))
            elif number in self.held:
                hold = next(each for each in self.customer.holds
                            if number in each.invoices and each.is_active(self.as_of))  # fmt: skip
                reasons.append(hold_reason("held", hold, {"invoice": number}))
        return reasons

    def thanks(self) -> Send | None:
        """Return the word of thanks that is still to be said, or None."""
        return closing_word(self.customer, self.statement, self.history, self.policy, self.calendar)
