"""One customer on one day: what every step of the decision asks for. Never reads the clock."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kit.basics.money import Rupiah
from kit.domain.approach import Chosen, chosen, ladders_of
from kit.domain.calendar import Calendar
from kit.domain.closing import closing_word
from kit.domain.history import History, history
from kit.domain.holds import is_ended, partial_pauses, pause_reasons, questions_beside, resting, whole_hold
from kit.domain.keeping import keeping, plan_reasons
from kit.domain.ledger import episode_start
from kit.domain.model import Creditor, Customer
from kit.domain.needs import needs_of
from kit.domain.pacing import moved, province_of, within_caps
from kit.domain.policy import Policy, Stage
from kit.domain.reach import channels_for
from kit.domain.register import Register
from kit.domain.somasi import Matter
from kit.domain.standing import paused, standings
from kit.domain.statement import Line, Statement
from kit.domain.terms import Start
from kit.domain.timing import Course
from kit.domain.verdict import Blocked, OnHold, Reason, Send, Verdict, Wait

#: Why an invoice is owed and not due: its days have not begun.
AWAITS: Mapping[Start, str] = {Start.RECEIPT: "awaits-receipt", Start.ACCEPTANCE: "awaits-acceptance"}


@dataclass(frozen=True, slots=True)
class Rules:
    """What a decision needs beside the customer's own account."""

    creditor: Creditor
    policy: Policy
    calendar: Calendar


class Situation:
    """One customer on one day, with what every step of the decision asks for."""

    def __init__(
        self,
        customer: Customer,
        statement: Statement,
        register: Register,
        rules: Rules,
        *,
        beside: Chosen | None = None,
    ) -> None:
        """Take one side's values together; `beside` is the ladder already chosen, where series of somasi run."""
        self.customer = customer
        self.statement = statement
        self.as_of = statement.as_of
        self.creditor, self.policy = rules.creditor, rules.policy
        self.calendar = replace(rules.calendar, province=province_of(customer, rules.creditor))
        self.chosen = beside or chosen(customer, statement, rules.policy)
        ladders = ladders_of(customer, rules.policy)
        known = tuple(rules.policy.ladders.values())
        #: What the register says, as each ladder of the customer sees it.
        self.histories: Mapping[str, History] = {
            each.name: history(register, each, self.as_of, known) for each in (self.chosen.ladder, *ladders)
        }
        self.history: History = self.histories[self.chosen.ladder.name]
        self.tolerance: Rupiah = customer.tolerance_in(rules.policy)
        self.pauses = partial_pauses(customer, self.as_of, rules.policy, rules.calendar)
        self.held = resting(self.pauses)
        self.plans = standings(customer, statement)
        self.in_plan = paused(self.plans)

        #: Words that count as spoken: beside a series only those about the rest, else all of the episode.
        self.about = frozenset(line.invoice.number for line in statement.lines) if beside is not None else None

    def free(self, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        """Return those of `lines` that nobody disputes and neither a hold nor a running plan covers."""
        at_rest = self.held | self.in_plan
        return tuple(line for line in lines if not line.disputed and line.invoice.number not in at_rest)

    def lanes(self) -> Mapping[str, str]:
        """Return the lane of each invoice that a pause or a running plan covers, by its number."""
        paused = {number: each.hold for each in reversed(self.pauses) for number in sorted(each.invoices or ())}
        return {**dict.fromkeys(self.in_plan, "plan"), **paused}

    def planned(self) -> Send | OnHold | None:
        """Return what the customer's running plans ask of the day, or None where none runs."""
        return keeping(self.plans, self.customer, self.history, self.policy, self.calendar, self.as_of)

    def hold(self) -> OnHold | None:
        """Return the pause of the whole customer, or None."""
        return whole_hold(self.customer, self.as_of, self.policy, self.calendar)

    def nothing_open(self) -> tuple[Reason, ...]:
        """Return why nothing is to be asked for, naming money that waits, or that was given back beyond it."""
        given = (("overpaid", self.statement.unallocated), ("overrefunded", self.statement.overrefunded))
        return (Reason("nothing-open"), *(Reason(code, {"amount": amount}) for code, amount in given if amount))

    def left_out(self) -> list[Reason]:
        """Return why open invoices take no part."""
        reasons = plan_reasons(self.plans)
        for line in self.statement.open:
            number = line.invoice.number
            if line.disputed:
                opened = [each.opened for each in self.customer.disputes
                          if each.invoice == number and each.is_open(self.as_of)]  # fmt: skip
                reasons.append(Reason("disputed", {"invoice": number, "since": min(opened)}))
            elif line.invoice.awaits:
                reasons.append(Reason(AWAITS[line.invoice.awaits], {"invoice": number}))
        reasons += pause_reasons(self.pauses, (line.invoice.number for line in self.statement.open))
        reasons += questions_beside(reasons, self.customer, self.as_of, self.policy, self.calendar)
        return reasons

    def because(self, numbers: Iterable[str]) -> tuple[Reason, ...]:
        """Return why some of the invoices `numbers` take no part."""
        about = frozenset(numbers)
        return tuple(
            each for each in self.left_out()
            if about & {str(each.data.get("invoice", "")), *str(each.data.get("invoices", "")).split(", ")}
        )  # fmt: skip

    def rests_until(self, numbers: Iterable[str]) -> date | None:
        """Return the last day (inclusive) of the pauses of the invoices `numbers`, or None where one has no end."""
        about = frozenset(numbers)
        disputed = {line.invoice.number for line in self.statement.open if line.disputed}
        ends = [each.until for each in self.pauses if about & (each.invoices or frozenset())]
        if about & (disputed | self.in_plan) or None in ends:
            return None
        return max((each for each in ends if each is not None), default=None)

    def matter(self, past: History) -> Matter:
        """Return what the gate before a somasi looks at, in the ladder of `past`."""
        since = episode_start(self.statement)
        return Matter(
            self.customer, self.creditor, self.policy, self.calendar, self.statement, past, since
        )  # fmt: skip

    def past(self, number: str) -> History:
        """Return what the register says as the ladder of the invoice `number` sees it."""
        own = next((line.invoice.ladder for line in self.statement.lines if line.invoice.number == number), None)
        return self.histories[own] if own else self.history

    def courses(self, lines: tuple[Line, ...], since: date | None = None) -> dict[str, Course]:
        """Return how the ladder of each of `lines` goes, by invoice number; conditions look at the whole set."""
        amount, oldest = sum(line.claim for line in lines), max((line.days_past_due for line in lines), default=0)
        found: dict[str | None, Course] = {}
        for line in lines:
            if line.invoice.ladder not in found:
                past = self.histories[line.invoice.ladder] if line.invoice.ladder else self.history
                out = frozenset(
                    place for place, stage in enumerate(past.ladder.stages)
                    if not stage.only_if.met(amount, len(lines), oldest)
                )  # fmt: skip
                found[line.invoice.ladder] = Course(past, self.as_of, since, self.calendar, out, self.policy.catch_up)
        return {line.invoice.number: found[line.invoice.ladder] for line in lines}

    def send(
        self, stage: Stage, items: tuple[Line, ...], listed: tuple[Line, ...], act_on: date, reasons: list[Reason]
    ) -> Verdict:
        """Return Send, or Blocked where a contact, a signatory or fresh bank data is missing, or Wait for a cap."""
        channels, fallback = channels_for(self.customer, stage)
        needs = needs_of(stage, channels, self.creditor, self.policy, self.calendar, self.as_of)
        if needs:
            return Blocked(stage, tuple(needs), tuple(reasons), items)
        if fallback:
            reasons.append(Reason("channel-fallback", {"channel": channels[0]}))
        channels, capped, until = within_caps(channels, self.history, self.policy, act_on)
        reasons += capped
        if until is not None:
            return Wait(until, tuple(reasons))
        reasons += moved(self.calendar, self.policy.window, self.as_of, act_on)
        deadline = None
        if stage.deadline is not None:
            deadline = self.calendar.next_working(act_on + timedelta(stage.deadline))
        return Send(stage, items, listed, channels[0], channels, act_on, deadline, tuple(reasons))

    def thanks(self) -> Send | None:
        """Return the word of thanks that is still to be said, or None."""
        if is_ended(self.customer, self.as_of):
            return None
        return closing_word(self.customer, self.statement, self.history, self.policy, self.calendar)
