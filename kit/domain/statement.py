"""What a statement of account is made of: one line per invoice, and the figures that people quote."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kit.basics.money import Rupiah
from kit.domain.accounts import Applied as Applied  # noqa: PLC0414
from kit.domain.accounts import By as By  # noqa: PLC0414
from kit.domain.accounts import Kind as Kind  # noqa: PLC0414
from kit.domain.charges import ChargeRow
from kit.domain.invoices import Discount, Invoice
from kit.domain.plans import Plan


@dataclass(frozen=True, slots=True)
class Line:
    """One invoice at the end of a day: amount + charged - what settled it = outstanding, never negative."""

    invoice: Invoice
    applied: tuple[Applied, ...]
    #: Days after the due date; 0 while not past due, when settled, or when only a tax slip is awaited.
    days_past_due: int
    #: Late fees and interest, row by row.
    charges: tuple[ChargeRow, ...] = ()
    #: What the customer objects to, of what is outstanding.
    disputed_part: Rupiah = 0
    #: What is outstanding only because the slip for withheld tax has not come ("menunggu bukti potong").
    awaiting_slip: Rupiah = 0
    #: The discount that somebody who pays on the statement's day still gets.
    discount: Discount | None = None
    #: The part of the charges that a plan had waived and that its breach brought back.
    returned: Rupiah = 0

    def settled_by(self, kind: Kind) -> Rupiah:
        """Return what settled it in one way."""
        return sum(each.amount for each in self.applied if each.kind is kind)

    @property
    def charged(self) -> Rupiah:
        """Late fees and interest up to the day, paid or not: the sum of the printed rows."""
        return sum(row.amount for row in self.charges)

    @property
    def credited(self) -> Rupiah:
        """What credit notes settled."""
        return self.settled_by(Kind.CREDIT)

    @property
    def paid(self) -> Rupiah:
        """What money settled, of principal and charges."""
        return self.settled_by(Kind.PAYMENT)

    @property
    def withheld(self) -> Rupiah:
        """Tax withheld by the customer, as far as slips show it."""
        return self.settled_by(Kind.WITHHELD)

    @property
    def discounted(self) -> Rupiah:
        """The discount that an early payment earned."""
        return self.settled_by(Kind.DISCOUNT)

    @property
    def written_off(self) -> Rupiah:
        """What the creditor gave up."""
        return self.settled_by(Kind.WRITE_OFF)

    @property
    def reduced(self) -> Rupiah:
        """Everything that settled a part of it, in whatever way."""
        return sum(each.amount for each in self.applied)

    @property
    def outstanding(self) -> Rupiah:
        """What is left to pay, charges included."""
        return self.invoice.amount + self.charged - self.reduced

    @property
    def charges_left(self) -> Rupiah:
        """The part of what is outstanding that is charges."""
        return self.charged - sum(each.charges for each in self.applied)

    @property
    def disputed(self) -> bool:
        """Tell whether all that is left is disputed."""
        return 0 < self.outstanding <= self.disputed_part

    @property
    def claim(self) -> Rupiah:
        """What may be asked for: outstanding, without what is disputed or awaits a tax slip."""
        return max(0, self.outstanding - self.disputed_part - self.awaiting_slip)

    @property
    def past_due(self) -> bool:
        """Tell whether something is left and the due date has passed."""
        return self.days_past_due > 0

    @property
    def with_discount(self) -> Rupiah:
        """What settles it if it is paid on the statement's day."""
        return self.outstanding - (min(self.discount.amount, self.outstanding) if self.discount else 0)

    @property
    def settled_on(self) -> date | None:
        """The day the last of it was settled, or None while something is left."""
        return None if self.outstanding else max((each.date for each in self.applied), default=self.invoice.issued)


@dataclass(frozen=True, slots=True)
class Statement:
    """What one customer owes at the end of `as_of`. The only place where the quoted figures are computed."""

    customer: str
    as_of: date
    #: Invoices issued up to `as_of`, by due date, issue date and number; settled ones included.
    lines: tuple[Line, ...]
    #: Money that settles nothing: it stays visible and is never dropped.
    unallocated: Rupiah
    #: Refunds beyond the money that was there to give back.
    overrefunded: Rupiah = 0
    #: What has come in for each instalment plan since its offer, at most its total.
    filled: tuple[tuple[Plan, Rupiah], ...] = ()

    @property
    def open(self) -> tuple[Line, ...]:
        """The lines with something left to pay."""
        return tuple(line for line in self.lines if line.outstanding)

    @property
    def overdue(self) -> tuple[Line, ...]:
        """The open lines past their due date, disputed or not."""
        return tuple(line for line in self.lines if line.past_due)

    @property
    def outstanding(self) -> Rupiah:
        """Sum of all open lines."""
        return sum(line.outstanding for line in self.lines)

    @property
    def past_due(self) -> Rupiah:
        """Sum of the lines past due, disputed ones included, without what only awaits a tax slip."""
        return sum(line.outstanding - line.awaiting_slip for line in self.overdue)

    @property
    def claim(self) -> Rupiah:
        """Sum of the lines past due that nobody disputes: what may be demanded today."""
        return sum(line.claim for line in self.overdue)

    @property
    def with_discount(self) -> Rupiah:
        """What settles all open lines if it is paid on the statement's day, early-payment discounts taken."""
        return sum(line.with_discount for line in self.lines)

    @property
    def awaiting_slip(self) -> Rupiah:
        """Sum of what is open only because slips for withheld tax have not come."""
        return sum(line.awaiting_slip for line in self.lines)

    @property
    def days_past_due(self) -> int:
        """Age of the oldest line past due, in days; 0 where none is."""
        return max((line.days_past_due for line in self.lines), default=0)
