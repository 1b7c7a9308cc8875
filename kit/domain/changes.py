"""What would change a verdict, as data: each proposal is proven by deciding again with it. Never reads the clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from kit.basics.money import Rupiah
from kit.domain.entries import Payment, TaxSlip
from kit.domain.foresight import Foresight, look_again, speaks, turn_of
from kit.domain.instalments import Instalment
from kit.domain.model import Customer, Dispute, Promise
from kit.domain.plans import Plan
from kit.domain.verdict import Blocked, Reason, Send

#: What a stage waits for that is counted from another one.
_BEFORE: Mapping[str, str] = {
    "considered-after": "change-sent",
    "considered-after-sent": "change-sent",
    "considered-after-received": "change-received",
    "considered-after-series": "change-received",
}

#: What ends a rest, by the reason of the rest; the others end with their day.
_ENDS: Mapping[str, str] = {
    "held": "change-end-hold",
    "held-until": "change-end-hold",
    "hold-manual": "change-end-hold",
    "hold-manual-until": "change-end-hold",
    "disputed": "change-close-dispute",
    "in-plan": "change-plan-over",
    "hold-giro": "change-giro",
    "hold-promise": "change-promise-over",
    "giro-cleared": "change-giro-payment",
    "hold-claim": "change-money-found",
    "hold-handed": "change-money-found",
    "handed-unfound": "change-money-found",
    "hold-returned": "change-answer",
    "returned-unanswered": "change-answer",
    "considered-awaits-receipt": "change-receipt",
    "considered-awaits-acceptance": "change-acceptance",
    "within-tolerance": "change-more-late",
}


class Changes:
    """Finds what would bring a stage its turn, and what would stop the one that has it."""

    def __init__(self, look: Foresight) -> None:
        """Ask `look` about other days, and its customer with one thing more."""
        self.look, self.as_of = look, look.as_of

    def bringing(
        self, stage: str, invoice: str, days: Iterable[date], rests: Iterable[Reason], opens: date | None = None
    ) -> tuple[Reason, ...]:
        """Return what brings `stage` its turn about `invoice`: the end of its rests, or a day of those or after them.

        Where another stage has its turn on that day, that one comes first. Before the day on which the stage
        `opens` for the invoice it can only join the message about others.
        """
        ends = dict.fromkeys(_ENDS[each.code] for each in rests if each.code in _ENDS)
        found = [Reason(each) for each in ends]
        tomorrow = self.as_of + timedelta(1)
        ahead = sorted({max(each, tomorrow) for each in days})
        for day in ahead:
            until = self.look.comes(stage, invoice, day)
            if until is not None:
                turn = turn_of(self.look.on(until))
                others = [
                    line.invoice.number for line in (turn.items if turn else ()) if line.invoice.number != invoice
                ]
                if opens is not None and until < opens and others:
                    found.append(Reason("change-join", {"until": until, "invoices": ", ".join(others)}))
                else:
                    found.append(Reason("change-wait", {"until": until}))
                found += turn.needs if isinstance(turn, Blocked) else ()
                return tuple(found)
        for day in ahead:
            other = self._other(day)
            if other is not None and other.data["stage"] != stage:
                return (*found, other)
        return tuple(found)

    def before(self, reasons: Iterable[Reason]) -> tuple[Reason, ...]:
        """Return what must have happened to the stage before, where another one is counted from it."""
        return tuple(Reason(_BEFORE[each.code], each.data) for each in reasons)

    def stopping(self, turn: Send) -> tuple[Reason, ...]:
        """Return what, entered on the day, would let `turn` rest: a payment, a promise, a dispute, a signed plan."""
        customer, items = self.look.customer, turn.items
        numbers = tuple(line.invoice.number for line in items)
        owed = sum(line.outstanding for line in items)
        if not owed:
            return ()
        found = []
        least = self._least_payment(turn.stage.name, numbers, owed)
        if least is not None:
            found.append(Reason("change-payment", {"amount": least}))
        for code, other in self._slips(turn) or self._proposals(customer, numbers, owed):
            if not self._goes_on(turn.stage.name, numbers, other):
                found.append(Reason(code))
        return tuple(found)

    def _goes_on(self, stage: str, numbers: tuple[str, ...], customer: Customer) -> bool:
        verdict = self.look.among(customer)
        return any(speaks(verdict, stage, number) for number in numbers)

    def _least_payment(self, stage: str, numbers: tuple[str, ...], owed: Rupiah) -> Rupiah | None:
        """Return the least payment naming the invoices that lets `stage` rest, up to all they owe, or None."""
        customer, enough, short = self.look.customer, owed, 0

        def goes_on(amount: Rupiah) -> bool:
            money = (*customer.payments, Payment(self.as_of, amount, numbers))
            return self._goes_on(stage, numbers, replace(customer, payments=money))

        if goes_on(enough):
            return None
        while enough - short > 1:
            middle = (enough + short) // 2
            enough, short = (enough, middle) if goes_on(middle) else (middle, short)
        return enough

    def _other(self, day: date) -> Reason | None:
        """Return that the word which has its turn on `day`, or the first day after it, comes first, or None."""
        verdict = self.look.on(day)
        turn = turn_of(verdict)
        later = look_again(verdict)
        if turn is None and later is not None and later > day:
            day, turn = later, turn_of(self.look.on(later))
        return Reason("change-first", {"stage": turn.stage.name, "on": day}) if turn is not None else None

    def _slips(self, turn: Send) -> tuple[tuple[str, Customer], ...]:
        """Return the slips that come, where nothing but slips of withheld tax is asked for; else nothing."""
        if any(line.outstanding != line.awaiting_slip for line in turn.items):
            return ()
        come = (TaxSlip("", self.as_of, line.awaiting_slip, line.invoice.number) for line in turn.items)
        customer = self.look.customer
        return (("change-slip", replace(customer, slips=(*customer.slips, *come))),)

    def _proposals(self, customer: Customer, numbers: tuple[str, ...], owed: Rupiah) -> Iterator[tuple[str, Customer]]:
        on = self.as_of
        yield "change-promise", replace(customer, promises=(*customer.promises, Promise(on, owed, on)))
        disputes = (*customer.disputes, *(Dispute(number, on) for number in numbers))
        yield "change-dispute", replace(customer, disputes=disputes)
        plan = Plan(on, on, numbers, owed, (Instalment(on + timedelta(30), owed),), signed=on)
        yield "change-plan", replace(customer, plans=(*customer.plans, plan))
