"""Values of the lanes beside the ladder: bilyet giro, cash handed over, goods returned, insolvency and death."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from kit.basics.money import Rupiah
from kit.basics.problems import Source


class Ground(StrEnum):
    """Why a customer objects: one reason code for every objection, so that they can be counted."""

    GOODS_NOT_RECEIVED = "goods-not-received"
    LATE_DELIVERY = "late-delivery"
    QUALITY = "quality"
    WRONG_AMOUNT = "wrong-amount"
    UNEXPECTED_COST = "unexpected-cost"
    DUPLICATE = "duplicate"
    PAID_ALREADY = "paid-already"
    INVOICE_NOT_RECEIVED = "invoice-not-received"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Giro:
    """A bilyet giro in hand: no payment until its money is on the bank statement."""

    number: str
    bank: str
    #: The date of issue on the paper (tanggal penarikan); its validity counts from here.
    written: dt.date
    amount: Rupiah
    #: The first day on which the bank takes it (tanggal efektif); None: the date of issue.
    effective: dt.date | None = None
    #: The day on which we got it, from when it pauses; None: the date of issue.
    received: dt.date | None = None
    #: Invoices it pays; empty: all that were issued when we got it.
    invoices: tuple[str, ...] = ()
    cleared: dt.date | None = None
    #: The day on which the bank refused it.
    bounced: dt.date | None = None
    at: Source = field(default=Source(""), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Handed:
    """Cash that the customer gave to somebody of ours, before it is found in the ledger."""

    date: dt.date
    amount: Rupiah
    #: Who took it.
    to: str
    #: Number of the receipt that the customer holds, where one was given.
    receipt: str | None = None
    invoices: tuple[str, ...] = ()
    at: Source = field(default=Source(""), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Returned:
    """Goods of one invoice that came back, with the value that the customer says they have."""

    date: dt.date
    invoice: str
    value: Rupiah
    note: str | None = None
    #: The last day on which we answer; None: so many working days as the policy says.
    answer_by: dt.date | None = None
    #: The day on which we answered without a credit note.
    answered: dt.date | None = None
    at: Source = field(default=Source(""), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Ending:
    """The day from which a customer is insolvent or has died, and how we know."""

    date: dt.date
    source: str
    at: Source = field(default=Source(""), compare=False, repr=False)
