"""What happens on each day of an account, as the ledger replays it: bills, slips, money, what is given up or back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kit.basics.money import Rupiah
from kit.domain.accounts import Kind
from kit.domain.entries import TaxSlip, WriteOff
from kit.domain.invoices import Invoice
from kit.domain.model import Customer


@dataclass(slots=True)
class Day:
    """What happens on one day.

    Money is kind, by whom named, number of named invoices, their numbers, amount, and how many of
    those the payer named; the others are on our receipt.
    """

    invoices: list[Invoice] = field(default_factory=list)
    slips: list[TaxSlip] = field(default_factory=list)
    money: list[tuple[Kind, bool, int, tuple[str, ...], Rupiah, int]] = field(default_factory=list)
    write_offs: list[WriteOff] = field(default_factory=list)
    refunds: Rupiah = 0


def days_of(customer: Customer, parts: Mapping[str, tuple[str, ...]], as_of: date) -> dict[date, Day]:
    """Return what happens on each day up to `as_of`, days in order, money in an order that the file does not set."""
    days: dict[date, Day] = defaultdict(Day)
    for invoice in customer.invoices:
        days[invoice.issued].invoices.append(invoice)
    for slip in customer.slips:
        days[slip.date].slips.append(slip)
    for note in customer.credit_notes:
        if not (note.cancelled and note.cancelled <= as_of):
            against = parts.get(note.invoice, (note.invoice,)) if note.invoice else ()
            days[note.date].money.append((Kind.CREDIT, False, len(against), against, note.amount, len(against)))
    for payment in customer.payments:
        if not (payment.reversed and payment.reversed <= as_of):
            named = payment.named
            by_payer = len(set(payment.invoices))
            news = (Kind.PAYMENT, not payment.invoices, len(named), named, payment.amount, by_payer)
            days[payment.date].money.append(news)
    for each in customer.write_offs:
        days[each.date].write_offs.append(each)
    for refund in customer.refunds:
        days[refund.date].refunds += refund.amount
    for dispute in customer.disputes:
        if dispute.closed:
            days[dispute.closed]  # money that waited may settle the invoice from this day on
    for day in days.values():
        day.money.sort()
        day.slips.sort(key=lambda each: (each.invoice, each.amount, each.number))
        day.write_offs.sort(key=lambda each: (each.invoice, each.amount is None, each.amount or 0))
    return {day: days[day] for day in sorted(days) if day <= as_of}
