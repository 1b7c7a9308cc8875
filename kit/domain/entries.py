"""What is booked on an account: payments and refunds, credit notes, tax slips, write-offs. As the book holds it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from kit.basics.money import Rupiah
from kit.basics.problems import Source


@dataclass(frozen=True, slots=True)
class CreditNote:
    """A reduction that the creditor granted, against one invoice (`invoice`) or stand-alone (None)."""

    number: str
    date: dt.date
    amount: Rupiah
    invoice: str | None = None
    reason: str | None = None
    #: From this day on the credit note counts as never written.
    cancelled: dt.date | None = None
    at: Source = field(default=Source(""), compare=False, repr=False)

    def stands(self, as_of: dt.date) -> bool:
        """Tell whether it was written by the end of `as_of` and not cancelled by then."""
        return self.date <= as_of and (self.cancelled is None or as_of < self.cancelled)


@dataclass(frozen=True, slots=True)
class Payment:
    """Money received. `invoices` are those the payer named, in order; empty where none was named."""

    date: dt.date
    amount: Rupiah
    invoices: tuple[str, ...] = ()
    method: str | None = None
    reference: str | None = None
    #: Invoices that our receipt named (KUHPerdata 1398); they follow those of the payer.
    receipted: tuple[str, ...] = ()
    #: From this day on the payment counts as never made: the bank took it back.
    reversed: dt.date | None = None
    at: Source = field(default=Source(""), compare=False, repr=False)

    @property
    def named(self) -> tuple[str, ...]:
        """The invoices it is for, the payer's word before ours."""
        return tuple(dict.fromkeys((*self.invoices, *self.receipted)))

    def stands(self, as_of: dt.date) -> bool:
        """Tell whether it had come in by the end of `as_of` and was not taken back by then."""
        return self.date <= as_of and (self.reversed is None or as_of < self.reversed)


@dataclass(frozen=True, slots=True)
class TaxSlip:
    """A withholding slip (bukti potong): tax that the customer paid in our name for one invoice."""

    number: str
    date: dt.date
    amount: Rupiah
    invoice: str
    at: Source = field(default=Source(""), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class WriteOff:
    """What the creditor gives up of one invoice; without an amount, all that is left on that day."""

    date: dt.date
    invoice: str
    reason: str
    amount: Rupiah | None = None
    at: Source = field(default=Source(""), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Refund:
    """Money given back to the customer out of what settles nothing."""

    date: dt.date
    amount: Rupiah
    reference: str | None = None
    reason: str | None = None
    at: Source = field(default=Source(""), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class PrincipalFirst:
    """The creditor's recorded consent that payments settle principal before charges (KUHPerdata 1397)."""

    date: dt.date
    reference: str
