"""Invoices and the agreement behind them: amount, due date, what may reduce it, what may be charged on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from kit.basics.money import Rupiah
from kit.basics.problems import Source
from kit.domain.charges import Fee
from kit.domain.terms import UNKNOWN, PaymentTerms, Start


@dataclass(frozen=True, slots=True)
class Contract:
    """The agreement behind an invoice, with the clauses that a letter may cite."""

    number: str
    date: dt.date | None = None
    file: str | None = None
    late_fee_clause: str | None = None
    default_clause: str | None = None
    #: What the late-fee clause allows to be charged; empty: nothing is.
    late_fees: tuple[Fee, ...] = ()
    #: How long its invoices have, where they do not say themselves.
    terms: PaymentTerms | None = None


@dataclass(frozen=True, slots=True)
class Withholding:
    """Income tax (PPh) that the customer keeps back from an invoice and pays to the state in our name."""

    amount: Rupiah
    #: As it is printed: "PPh Pasal 23".
    article: str = "PPh Pasal 23"


@dataclass(frozen=True, slots=True)
class Discount:
    """What comes off an invoice that is paid, apart from this, on or before `until` (inclusive)."""

    until: dt.date
    amount: Rupiah


@dataclass(frozen=True, slots=True)
class Extension:
    """More time: granted on a day, a new due date from that day on."""

    granted: dt.date
    due: dt.date
    reason: str | None = None
    at: Source = field(default=Source(""), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Invoice:
    """One bill: its number, what was delivered, when it is due, its amount with tax in whole rupiah."""

    number: str
    issued: dt.date
    due: dt.date
    amount: Rupiah
    #: What was delivered, in the words both sides know ("40 karton saus sambal").
    description: str | None = None
    #: The day of the customer's receipt stamp (tanda terima).
    received: dt.date | None = None
    file: str | None = None
    contract: Contract | None = None
    withholding: Withholding | None = None
    #: Early-payment discounts, the longest term last.
    discounts: tuple[Discount, ...] = ()
    #: Extensions in the order in which they were granted.
    extensions: tuple[Extension, ...] = ()
    #: https address at which exactly this invoice is paid.
    payment_link: str | None = None
    #: The day on which the customer accepted what was delivered (BAST).
    accepted: dt.date | None = None
    #: The terms that `due` comes from, where it was not written as a date.
    terms: PaymentTerms | None = None
    #: Value-added tax (PPN) within the amount.
    tax: Rupiah = 0
    #: What prompt payment brings beside money, in words for the customer.
    incentives: str | None = None
    #: Papers that went with the invoice, as the customer's checklist calls them.
    documents: tuple[str, ...] = ()
    #: The due date before any extension, where `due` is a later one.
    first_due: dt.date | None = None
    #: The ladder of this invoice; None: the customer's.
    ladder: str | None = None
    #: The number of the whole invoice of which this is a part (termin).
    part_of: str | None = None
    at: Source = field(default=Source(""), compare=False, repr=False)

    @property
    def dues(self) -> tuple[tuple[dt.date, dt.date], ...]:
        """The due dates that were ever agreed, each with the day from which it held."""
        first = (self.issued, self.first_due or self.due)
        begins = self.begins
        agreed = ((self.issued, UNKNOWN), (begins, first[1])) if begins and self.issued < begins else (first,)
        return (*agreed, *((each.granted, each.due) for each in self.extensions))

    @property
    def begins(self) -> dt.date | None:
        """The day on which the days of its terms begin, where that is another day than its own; None: unknown."""
        start = self.terms.start if self.terms else Start.ISSUE
        return self.accepted if start is Start.ACCEPTANCE else self.received if start is Start.RECEIPT else None

    @property
    def awaits(self) -> Start | None:
        """What has to happen before its due date is known ("receipt", "acceptance"); None: it is known."""
        return self.terms.start if self.terms and self.due == UNKNOWN else None

    def due_at(self, day: dt.date) -> dt.date:
        """Return the due date that holds on `day`."""
        return [due for known, due in self.dues if known <= day or known == self.issued][-1]

    def seen(self, as_of: dt.date) -> Invoice:
        """Return the invoice as it stands on `as_of`: due on the day that then holds, what came later unknown."""
        if len(self.dues) == 1:
            return self
        known = tuple(each for each in self.extensions if each.granted <= as_of)
        if not known:
            return replace(self, due=self.due_at(as_of), extensions=())
        return replace(self, due=known[-1].due, extensions=known, first_due=self.first_due or self.due)

    @property
    def first_late(self) -> dt.date:
        """The first day on which the invoice was late, if it was not paid before."""
        day = dt.timedelta(1)
        dues = self.dues
        for (_, due), (granted, _) in pairwise(dues):
            if due + day < granted:
                return due + day
        return dues[-1][1] + day

    @property
    def fees(self) -> tuple[Fee, ...]:
        """What may be charged when it is late: nothing without a clause of the contract."""
        return self.contract.late_fees if self.contract and self.contract.late_fee_clause else ()

    def discount_on(self, day: dt.date) -> Discount | None:
        """Return the largest discount that somebody who pays on `day` still gets, or None."""
        open_ones = (each for each in self.discounts if day <= each.until)
        return max(open_ones, key=lambda each: each.amount, default=None)


def wholes(invoices: Iterable[Invoice]) -> Mapping[str, tuple[str, ...]]:
    """Return the numbers of the parts (termin) of each whole invoice, in their order, by its own number."""
    found: dict[str, tuple[str, ...]] = {}
    for each in invoices:
        if each.part_of is not None:
            found[each.part_of] = (*found.get(each.part_of, ()), each.number)
    return found
