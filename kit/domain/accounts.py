"""One invoice while the days of a ledger are replayed: principal, charges, and the money that settles them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from kit.basics.money import Rupiah
from kit.domain.charges import ChargeRow, Terms, charge_rows
from kit.domain.invoices import Invoice

_DAY = timedelta(1)


class Kind(StrEnum):
    """What settled a part of an invoice."""

    CREDIT = "credit"
    PAYMENT = "payment"
    #: Tax that the customer withheld and has shown a slip for.
    WITHHELD = "withheld"
    DISCOUNT = "discount"
    WRITE_OFF = "write-off"


class By(StrEnum):
    """Which rule sent something to an invoice (KUHPerdata 1396-1399, in their order)."""

    #: The payer, a credit note, a tax slip or a write-off names it.
    NAMED = "named"
    #: Our receipt names it.
    RECEIPTED = "receipted"
    #: It was due and the next one was not.
    DUE_FIRST = "due-first"
    #: A day of delay costs more on it than on the next one.
    HEAVIEST = "heaviest"
    #: It is older than the next one.
    OLDEST = "oldest"
    #: It ranks like others: each got its part.
    PRO_RATA = "pro-rata"
    #: No other one was left to settle.
    REMAINING = "remaining"
    #: It was paid in time.
    DISCOUNT = "discount"


@dataclass(frozen=True, slots=True)
class Applied:
    """What settled a part of an invoice on a day."""

    date: date
    amount: Rupiah
    kind: Kind
    #: The part of `amount` that settled charges; the rest settled principal.
    charges: Rupiah = 0
    by: By = By.NAMED


@dataclass(slots=True)
class Account:
    """The running account of one invoice, local to one replay."""

    invoice: Invoice
    terms: Terms
    #: Whether payments settle principal before charges, and from which day on.
    principal_first: date | None = None
    #: Last day that costs anything, where a plan in good standing waives the charges after it.
    waived_after: date | None = None
    principal: Rupiah = field(init=False)
    applied: list[Applied] = field(default_factory=list)
    #: From which day on which principal was open.
    levels: list[tuple[date, Rupiah]] = field(init=False)
    _to_charges: Rupiah = 0

    def __post_init__(self) -> None:
        self.principal = self.invoice.amount
        self.levels = [(self.invoice.issued, self.invoice.amount)]

    def rows(self, day: date) -> tuple[ChargeRow, ...]:
        """Return the charges up to the end of `day`, row by row."""
        if not self.terms.fees:
            return ()
        return charge_rows(self.terms, self.levels, min(day, self.waived_after or day))

    def charges(self, day: date) -> Rupiah:
        """Return the charges that are unpaid at the end of `day`."""
        return sum(row.amount for row in self.rows(day)) - self._to_charges

    def left(self, day: date) -> Rupiah:
        """Return what is left to pay at the end of `day`, charges included."""
        return self.principal + self.charges(day)

    def free(self, day: date) -> Rupiah:
        """Return what is left and not disputed: where money flows that names no invoice."""
        left = self.left(day)
        return left - self.terms.frozen(day, left)

    def burden(self, day: date) -> Fraction:
        """Return what a day of delay costs, as a part of the principal: the heavier debt is settled first."""
        return (
            sum((fee.daily for fee in self.terms.fees), Fraction(0)) if self.invoice.due_at(day) <= day else Fraction(0)
        )

    def settle(self, day: date, kind: Kind, amount: Rupiah, by: By = By.NAMED) -> Rupiah:
        """Take what fits of `amount` and return the rest.

        Money settles charges before principal (KUHPerdata 1397) unless the creditor consented
        otherwise; everything else lowers the price and settles principal first.
        """
        charges = self.charges(day)
        taken = min(amount, self.principal + charges)
        if not taken:
            return amount
        consented = self.principal_first is not None and self.principal_first <= day
        if kind is Kind.PAYMENT and not consented:
            to_charges = min(taken, charges)
        else:
            to_charges = taken - min(taken, self.principal)
        self._to_charges += to_charges
        self.applied.append(Applied(day, taken, kind, to_charges, by))
        if taken > to_charges:
            self.principal -= taken - to_charges
            level = (day + _DAY, self.principal)
            if self.levels[-1][0] == level[0]:
                self.levels[-1] = level
            else:
                self.levels.append(level)
        return amount - taken

    def discount(self, day: date) -> None:
        """Let an early-payment discount settle the rest, where the money for it has come in time."""
        offer = self.invoice.discount_on(day)
        paid = any(each.kind is Kind.PAYMENT for each in self.applied)
        if offer is not None and paid and 0 < self.left(day) <= offer.amount:
            self.settle(day, Kind.DISCOUNT, self.left(day), By.DISCOUNT)
