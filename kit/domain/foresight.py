"""What a customer's book says up to a day and no further, and what is decided later if nothing new is entered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from kit.domain.escalation import decide
from kit.domain.ledger import statement_of_account
from kit.domain.model import Customer
from kit.domain.register import Register
from kit.domain.situation import Rules
from kit.domain.verdict import Blocked, OnHold, Send, Verdict, Wait, occasion

#: Verdicts looked at in turn, at most, until the one that is asked for.
_TURNS = 12


def known(customer: Customer, as_of: date) -> Customer:
    """Return `customer` as the file could stand at the end of `as_of`: what is dated later was not written yet.

    The statement of that day and the verdict are the same as from the whole file.
    """

    def past(day: date | None) -> date | None:
        return day if day is None or day <= as_of else None

    return replace(
        customer,
        invoices=tuple(each.seen(as_of) for each in customer.invoices if each.issued <= as_of),
        credit_notes=tuple(
            replace(each, cancelled=past(each.cancelled)) for each in customer.credit_notes if each.date <= as_of
        ),
        payments=tuple(replace(each, reversed=past(each.reversed)) for each in customer.payments if each.date <= as_of),
        slips=tuple(each for each in customer.slips if each.date <= as_of),
        write_offs=tuple(each for each in customer.write_offs if each.date <= as_of),
        refunds=tuple(each for each in customer.refunds if each.date <= as_of),
        promises=tuple(each for each in customer.promises if each.made <= as_of),
        claims=tuple(each for each in customer.claims if each.made <= as_of),
        disputes=tuple(
            replace(each, closed=past(each.closed), answered=past(each.answered))
            for each in customer.disputes
            if each.opened <= as_of
        ),
        holds=tuple(each for each in customer.holds if each.since <= as_of),
        plans=tuple(
            replace(each, sent=past(each.sent), signed=past(each.signed), ended=past(each.ended))
            for each in customer.plans
            if each.offered <= as_of
        ),
        giros=tuple(
            replace(each, cleared=past(each.cleared), bounced=past(each.bounced))
            for each in customer.giros
            if (each.received or each.written) <= as_of
        ),
        handed=tuple(each for each in customer.handed if each.date <= as_of),
        returns=tuple(replace(each, answered=past(each.answered)) for each in customer.returns if each.date <= as_of),
    )


class Foresight:
    """The verdicts of later days on one customer while nothing new is entered; each day is decided once."""

    def __init__(self, customer: Customer, register: Register, rules: Rules, as_of: date) -> None:
        """Take what is known at the end of `as_of`."""
        self.customer = known(customer, as_of)
        self.register = replace(register, records=tuple(each for each in register.records if each.entry.date <= as_of))
        self.rules, self.as_of = rules, as_of
        self._decided: dict[date, Verdict] = {}

    def on(self, day: date) -> Verdict:
        """Return the verdict of `day`."""
        if day not in self._decided:
            self._decided[day] = self._decide(self.customer, day)
        return self._decided[day]

    def among(self, customer: Customer) -> Verdict:
        """Return the verdict of the day itself if the file stood as `customer`."""
        return self._decide(customer, self.as_of)

    def _decide(self, customer: Customer, day: date) -> Verdict:
        return decide(customer, statement_of_account(customer, day), self.register, self.rules)

    def comes(self, stage: str, invoice: str, day: date) -> date | None:
        """Return the first day on which `stage` about `invoice` has its turn, looked for from `day` on, or None.

        None says that time alone does not bring it: something else is said before, or something is missing.
        """
        for _ in range(_TURNS):
            verdict = self.on(day)
            if speaks(verdict, stage, invoice):
                while day > self.as_of + timedelta(1) and speaks(self.on(day - timedelta(1)), stage, invoice):
                    day -= timedelta(1)
                return day
            following = look_again(verdict)
            if following is None or following <= day:
                return None
            day = following
        return None


def look_again(verdict: Verdict) -> date | None:
    """Return the first day on which time alone can change a verdict, or None."""
    if isinstance(verdict, Wait):
        return verdict.until
    if isinstance(verdict, OnHold) and verdict.until is not None:
        return verdict.until + timedelta(1)
    return None


def turn_of(verdict: Verdict) -> Send | Blocked | None:
    """Return what has its turn under `verdict`: what is sent, or what would be if nothing were missing; or None."""
    return verdict if isinstance(verdict, Blocked) else occasion(verdict)


def speaks(verdict: Verdict, stage: str, invoice: str) -> bool:
    """Tell whether `stage` about `invoice` has its turn under `verdict`."""
    turn = turn_of(verdict)
    return turn is not None and turn.stage.name == stage and any(
        line.invoice.number == invoice for line in turn.items
    )  # fmt: skip
