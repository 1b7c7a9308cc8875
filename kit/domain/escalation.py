"""Decides what to do about one customer on one day. Never reads the clock or a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kit.basics.money import Rupiah
from kit.domain.calendar import Calendar
from kit.domain.claims import QUESTION, claim_hold, claim_reason, is_asked, unfound_claim
from kit.domain.closing import closing_word
from kit.domain.history import History, history
from kit.domain.keeping import keeping, plan_reasons, with_plans
from kit.domain.ledger import episode_start
from kit.domain.model import BankAccount, Creditor, Customer, Hold
from kit.domain.policy import Approach, Ladder, Policy, Stage
from kit.domain.promises import promise_hold, promise_reasons
from kit.domain.reach import channels_for
from kit.domain.register import Register
from kit.domain.standing import paused, standings
from kit.domain.statement import Line, Statement
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
    """
    case = _Case(customer, statement, register, rules)
    if not statement.open:
        return Clear(case.thanks(), case.nothing_open())
    hold = case.hold()
    if hold is not None:
        return hold
    late = case.free(statement.overdue)
    if sum(line.outstanding for line in late) > case.tolerance:
        return with_plans(case.past_due(late), case.planned(), late=True)
    return with_plans(case.announce(late), case.planned(), late=False)


def refuses_to_go_back(register: Register, as_of: date) -> date | None:
    """Return the newest day in `register` when it lies after `as_of`: a build for such a day is refused."""
    return register.newest if register.newest is not None and register.newest > as_of else None


def hold_reason(code: str, hold: Hold, data: dict[str, str | int | date]) -> Reason:
    """Return the reason of a pause that was set by hand: since when, and until when where that is known."""
    if hold.until is None:
        return Reason(code, {**data, "since": hold.since})
    return Reason(f"{code}-until", {**data, "since": hold.since, "until": hold.until})


class _Case:
    """One customer on one day, with what every step of the decision asks for."""

    def __init__(self, customer: Customer, statement: Statement, register: Register, rules: Rules) -> None:
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
        places = [place for line in late if (place := self._come_to(line, since)) is not None]
        spoken = max(self.history.reached(line.invoice.number, since) for line in late)
        if not places or max(places) < spoken:
            return self._wait(late, since, spoken, reasons)
        place, gentle = self._first_word(max(places), since)
        reasons += gentle
        earliest = self.history.earliest_next(self.policy, place)
        if earliest is not None and earliest > self.as_of:
            return Wait(earliest, (*reasons, Reason("too-soon", {"until": earliest})))
        stage = self.ladder.stages[place]
        reasons.append(Reason("stage-come", {"stage": stage.name, "days": stage.days}))
        listed = tuple(line for line in self.statement.open if line not in late)
        return self._send(stage, late, listed, self.calendar.next_open(self.as_of, self.policy.window), reasons)

    def _ask(self, late: tuple[Line, ...], reasons: list[Reason]) -> Verdict:
        """Return the question about a claimed payment that cannot be found, as soon as the gap allows it."""
        earliest = self.history.earliest_next(self.policy, -1)
        if earliest is not None and earliest > self.as_of:
            return Wait(earliest, (*reasons, Reason("too-soon", {"until": earliest})))
        return self._send(QUESTION, late, (), self.calendar.next_open(self.as_of, self.policy.window), reasons)

    def _come_to(self, line: Line, since: date | None) -> int | None:
        """Return the place of the stage whose day has come for `line` and that was not sent yet, or None.

        Stale reminders are passed over; a stage that may not be skipped is never passed over.
        """
        found = None
        for place in range(self.history.reached(line.invoice.number, since) + 1, len(self.ladder.stages)):
            stage = self.ladder.stages[place]
            if stage.days <= 0:
                continue
            if line.days_past_due < stage.days:
                break
            found = place
            if not stage.skippable:
                break
        return found

    def _first_word(self, place: int, since: date | None) -> tuple[int, list[Reason]]:
        """Hold the first word of an episode down to a collaborative one, however old the debt is."""
        if since is not None and self.history.spoken_since(since):
            return place, []
        for lower in range(place, -1, -1):
            approach = self.ladder.stages[lower].approach
            if self.ladder.stages[lower].days > 0 and (
                approach is None or approach.rank <= Approach.COLLABORATIVE.rank
            ):
                if lower == place:
                    return place, []
                data = {"stage": self.ladder.stages[place].name, "instead": self.ladder.stages[lower].name}
                return lower, [Reason("first-word-gentle", data)]
        return place, []

    def _wait(self, late: tuple[Line, ...], since: date | None, spoken: int, reasons: list[Reason]) -> Wait:
        """Return until when arrears rest because their stages are sent and the next has not come."""
        if spoken >= 0:
            reasons.append(Reason("already-sent", {"stage": self.ladder.stages[spoken].name}))
        days = [
            line.invoice.due + timedelta(stage.days)
            for line in late
            for place, stage in enumerate(self.ladder.stages)
            if place > self.history.reached(line.invoice.number, since) and place >= spoken and stage.days > 0
        ]
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
        reached = self.history.reached(line.invoice.number)
        found = None
        for place, stage in enumerate(self.ladder.stages):
            opens = self.calendar.last_open(line.invoice.due + timedelta(stage.days), self.policy.window)
            if stage.days <= 0 and place > reached and opens <= self.as_of:
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
        reached = self.history.reached(line.invoice.number)
        due = line.invoice.due
        return [
            self.calendar.last_open(due + timedelta(stage.days), self.policy.window) if stage.days <= 0
            else due + timedelta(stage.days)
            for place, stage in enumerate(self.ladder.stages)
            if place > reached
        ]  # fmt: skip

    # What every message needs.

    def _send(
        self, stage: Stage, items: tuple[Line, ...], listed: tuple[Line, ...], act_on: date, reasons: list[Reason]
    ) -> Verdict:
        """Return Send, or Blocked where a contact, a signatory or fresh bank data is missing."""
        channels, fallback = channels_for(self.customer, stage)
        needs = [] if channels else [Reason("needs-contact")]
        if stage.signatory not in self.creditor.signatories:
            needs.append(Reason("needs-signatory", {"role": stage.signatory}))
        if stage.approach is not None and stage.approach.rank >= Approach.FIRM.rank:
            needs += [Reason("needs-bank-data", {"bank": each.bank, "until": each.read_until or self.as_of})
                      for each in self.creditor.accounts if self._is_stale(each)]  # fmt: skip
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

    def _is_stale(self, account: BankAccount) -> bool:
        """Tell whether a bank account was read too long ago; an account that says nothing only warns."""
        if account.read_until is None:
            return False
        return self.calendar.working_days_between(account.read_until, self.as_of) > self.policy.read_until_limit

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
