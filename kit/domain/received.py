"""What came in from a customer: money that still stands, and tax paid in our name. Never reads the clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kit.basics.money import Rupiah
from kit.domain.invoices import wholes
from kit.domain.model import Customer


@dataclass(frozen=True, slots=True)
class Received:
    """A payment, or the slip for withheld tax, of one day."""

    date: date
    amount: Rupiah
    #: The invoices it is for, by the payer's word or our receipt; empty: nobody said.
    named: tuple[str, ...] = ()
    #: Whether it is money; a tax slip counts where sums are added up, and nowhere else.
    money: bool = True

    def serves(self, about: tuple[str, ...]) -> bool:
        """Tell whether it may be for one of the invoices `about`: nothing on either side says otherwise."""
        return not about or not self.named or not set(about).isdisjoint(self.named)


def payments(customer: Customer, as_of: date) -> tuple[Received, ...]:
    """Return the money received up to `as_of` that no bank took back by then, earliest first."""
    found = [Received(each.date, each.amount, each.named) for each in customer.payments if each.stands(as_of)]
    return tuple(sorted(found, key=lambda each: (each.date, each.amount, each.named)))


def received(customer: Customer, as_of: date) -> tuple[Received, ...]:
    """Return the money and the tax slips received up to `as_of`, earliest first, money of a day before its slips.

    A customer who says "paid" counts the tax that was withheld in our name; credit notes and
    write-offs are what we gave up, and nobody paid them.
    """
    parts = wholes(customer.invoices)
    slips = [
        Received(each.date, each.amount, parts.get(each.invoice, (each.invoice,)), money=False)
        for each in customer.slips
        if each.date <= as_of
    ]
    slips.sort(key=lambda each: (each.date, each.amount, each.named))
    return tuple(sorted((*payments(customer, as_of), *slips), key=lambda each: each.date))
