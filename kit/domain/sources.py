"""Every entry of a customer's file that a statement of account rests on, with the place where it is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kit.basics.money import Rupiah
from kit.basics.problems import Source
from kit.domain.model import Customer
from kit.domain.statement import Statement

What = Literal["payment", "credit-note", "slip", "write-off", "refund", "extension", "dispute", "reversed", "cancelled"]


@dataclass(frozen=True, slots=True)
class Entered:
    """One entry up to the day: what it is, its sum where it has one, the invoices it names, where it stands."""

    date: date
    what: What
    amount: Rupiah | None
    invoices: tuple[str, ...]
    #: Its own number or reference, where it has one.
    number: str | None
    at: Source


@dataclass(frozen=True, slots=True)
class Unallocated:
    """Where money comes from that settles nothing: what came in, what of it was used, what was given back."""

    payments: Rupiah
    credit_notes: Rupiah
    #: Tax slips beyond what the invoices they name could take are part of it.
    slips: Rupiah
    settled: Rupiah
    refunded: Rupiah

    @property
    def left(self) -> Rupiah:
        """What is left, less what was refunded beyond it."""
        return self.payments + self.credit_notes + self.slips - self.settled - self.refunded


def entered(customer: Customer, as_of: date) -> tuple[Entered, ...]:
    """Return the entries of `customer` up to `as_of` (inclusive) in order of their days; later ones are not yet seen.

    A payment that the bank took back, or a credit note that was cancelled, by that day is told as such.
    """
    found = [each for each in _entered(customer, as_of) if each.date <= as_of]
    return tuple(sorted(found, key=lambda each: (each.date, each.at.line, each.what)))


def unallocated(customer: Customer, statement: Statement) -> Unallocated:
    """Return how the money that settles nothing comes about; `left` is `unallocated` less `overrefunded`."""
    sums = dict.fromkeys(("payment", "credit-note", "slip", "refund"), 0)
    for each in entered(customer, statement.as_of):
        if each.what in sums:
            sums[each.what] += each.amount or 0
    settled = sum(
        each.amount
        for line in statement.lines
        for each in line.applied
        if each.kind in ("payment", "credit", "withheld")
    )
    return Unallocated(sums["payment"], sums["credit-note"], sums["slip"], settled, sums["refund"])


def _entered(customer: Customer, as_of: date) -> Iterator[Entered]:
    for payment in customer.payments:
        gone = payment.reversed is not None and payment.reversed <= as_of
        what: What = "reversed" if gone else "payment"
        yield Entered(payment.date, what, payment.amount, payment.named, payment.reference, payment.at)
    for note in customer.credit_notes:
        gone = note.cancelled is not None and note.cancelled <= as_of
        about = (note.invoice,) if note.invoice else ()
        yield Entered(note.date, "cancelled" if gone else "credit-note", note.amount, about, note.number, note.at)
    for slip in customer.slips:
        yield Entered(slip.date, "slip", slip.amount, (slip.invoice,), slip.number, slip.at)
    for loss in customer.write_offs:
        yield Entered(loss.date, "write-off", loss.amount, (loss.invoice,), None, loss.at)
    for refund in customer.refunds:
        yield Entered(refund.date, "refund", refund.amount, (), refund.reference, refund.at)
    for invoice in customer.invoices:
        for more in invoice.extensions:
            yield Entered(more.granted, "extension", None, (invoice.number,), str(more.due), more.at)
    for dispute in customer.disputes:
        if dispute.is_open(as_of):
            yield Entered(dispute.opened, "dispute", dispute.amount, (dispute.invoice,), dispute.ground, dispute.at)
