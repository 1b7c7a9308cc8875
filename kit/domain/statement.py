"""What a statement of account is made of: one line per invoice, and the figures that people quote."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kit.basics.money import Rupiah
from kit.domain.model import Invoice


@dataclass(frozen=True, slots=True)
class Applied:
    """Money that settled a part of an invoice on a day: `kind` is "payment" or "credit"."""

    date: date
    amount: Rupiah
    kind: str


@dataclass(frozen=True, slots=True)
class Line:
    """One invoice at the end of a day: amount - credited - paid = outstanding, never negative."""

    invoice: Invoice
    credited: Rupiah
    paid: Rupiah
    applied: tuple[Applied, ...]
    disputed: bool
    #: Days after the due date; 0 while not past due or when settled.
    days_past_due: int

    @property
    def outstanding(self) -> Rupiah:
        """What is left to pay."""
        return self.invoice.amount - self.credited - self.paid

    @property
    def past_due(self) -> bool:
        """Tell whether something is left and the due date has passed."""
        return self.days_past_due > 0

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
        """Sum of the lines past due, disputed ones included."""
        return sum(line.outstanding for line in self.overdue)

    @property
    def claim(self) -> Rupiah:
        """Sum of the lines past due that nobody disputes: what may be demanded today."""
        return sum(line.outstanding for line in self.overdue if not line.disputed)

    @property
    def days_past_due(self) -> int:
        """Age of the oldest line past due, in days; 0 where none is."""
        return max((line.days_past_due for line in self.lines), default=0)
