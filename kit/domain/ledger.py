"""The statement of account: which money settled which invoice, replayed day by day up to a date."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby

from kit.basics.money import Rupiah, shares
from kit.domain.model import Customer, Invoice
from kit.domain.statement import Applied, Line, Statement

_KINDS = ("credit", "payment")


def statement_of_account(customer: Customer, as_of: date) -> Statement:
    """State what `customer` owes at the end of `as_of`, invoice by invoice, in whole rupiah.

    Entries dated after `as_of` are not yet visible. Money settles, in this order (KUHPerdata
    1396-1399): the invoice that the payer named; what is due before what is not; the oldest due
    date, then the oldest issue date; equal ones pro rata. Undesignated money of one day is pooled
    first, so that a payment in two parts settles what the whole would. What exceeds a named invoice
    flows on; what settles nothing stays `unallocated` and serves the next invoice. Money never
    flows by itself into an invoice that the customer disputes.

    >>> from kit.domain.model import Contact, LegalForm, Payment
    >>> budi = Customer(
    ...     "budi",
    ...     "UD Budi",
    ...     LegalForm.UD,
    ...     Contact("Budi", "Pak Budi", "Bapak Budi"),
    ...     invoices=(Invoice("A-1", date(2026, 7, 1), date(2026, 7, 31), 2_000_000),),
    ...     payments=(Payment(date(2026, 8, 5), 500_000),),
    ... )
    >>> statement_of_account(budi, date(2026, 8, 10)).outstanding
    1500000
    """
    ledger = _Ledger({})
    for day, news in _days(customer, as_of).items():
        ledger.book(day, news, customer)
    lines = (_line(customer, each, as_of) for each in ledger.accounts.values())
    order = sorted(lines, key=lambda line: (line.invoice.due, line.invoice.issued, line.invoice.number))
    waiting = sum(amount for _, amount, _ in ledger.reserved)
    return Statement(customer.id, as_of, tuple(order), sum(ledger.pool.values()) + waiting)


def episode_start(statement: Statement) -> date | None:
    """Return the first day of the unbroken stretch of arrears that reaches the statement's day, or None.

    An episode begins the day after a due date and ends when nothing is past due any more, so that
    somebody who always has open invoices starts gently again after paying what was late.
    """
    day = timedelta(1)
    starts = [line.invoice.due + day for line in statement.overdue]
    if not starts:
        return None
    start = min(starts)
    settled = [
        (line.invoice.due + day, line.settled_on - day)
        for line in statement.lines
        if line.settled_on is not None and line.settled_on > line.invoice.due + day
    ]
    for first, last in sorted(settled, key=lambda each: each[1], reverse=True):
        if last >= start - day:
            start = min(start, first)
    return start


@dataclass(slots=True)
class _Day:
    """What happens on one day. Money is kind, number of named invoices, their numbers, amount."""

    invoices: list[Invoice] = field(default_factory=list)
    money: list[tuple[str, int, tuple[str, ...], Rupiah]] = field(default_factory=list)


@dataclass(slots=True)
class _Account:
    """One invoice while the days are replayed."""

    invoice: Invoice
    left: Rupiah
    applied: list[Applied] = field(default_factory=list)

    def settle(self, day: date, kind: str, amount: Rupiah) -> Rupiah:
        """Take what fits of `amount` and return the rest."""
        taken = min(amount, self.left)
        if taken:
            self.left -= taken
            self.applied.append(Applied(day, taken, kind))
        return amount - taken


@dataclass(slots=True)
class _Ledger:
    """The accounts of one customer during the replay, local to one call."""

    accounts: dict[str, _Account]
    pool: dict[str, Rupiah] = field(default_factory=lambda: dict.fromkeys(_KINDS, 0))
    #: Money that names an invoice which is not issued yet: kind, amount, the invoices named.
    reserved: list[tuple[str, Rupiah, tuple[str, ...]]] = field(default_factory=list)

    def book(self, day: date, news: _Day, customer: Customer) -> None:
        """Enter one day: new invoices, then named money, then whatever the pool can settle."""
        for invoice in news.invoices:
            self.accounts[invoice.number] = _Account(invoice, invoice.amount)
        waiting, self.reserved = self.reserved, []
        for kind, amount, named in waiting:
            self._to_named(day, kind, amount, named)
        for kind, _, named, amount in news.money:
            self._to_named(day, kind, amount, named)
        self._spread(customer, day)

    def _to_named(self, day: date, kind: str, amount: Rupiah, named: tuple[str, ...]) -> None:
        for number in named:
            account = self.accounts.get(number)
            if account is not None:
                amount = account.settle(day, kind, amount)
        if amount and any(number not in self.accounts for number in named):
            self.reserved.append((kind, amount, named))
        else:
            self.pool[kind] += amount

    def _spread(self, customer: Customer, day: date) -> None:
        """Let the pool settle open invoices in the order of the law, credits before payments."""
        if not any(self.pool.values()):
            return
        disputed = {each.invoice for each in customer.disputes if each.is_open(day)}
        free = [each for each in self.accounts.values() if each.left and each.invoice.number not in disputed]

        def rank(account: _Account) -> tuple[bool, date, date]:
            return account.invoice.due > day, account.invoice.due, account.invoice.issued

        for _, equals in groupby(sorted(free, key=lambda each: (rank(each), each.invoice.number)), key=rank):
            group = list(equals)
            for kind in _KINDS:
                self.pool[kind] = _pro_rata(group, day, kind, self.pool[kind])


def _pro_rata(group: list[_Account], day: date, kind: str, amount: Rupiah) -> Rupiah:
    """Settle equally ranked accounts in proportion to what is left on each; return what they cannot take."""
    left = sum(each.left for each in group)
    spent = min(amount, left)
    if spent:
        for account, part in zip(group, shares(spent, [each.left for each in group]), strict=True):
            account.settle(day, kind, part)
    return amount - spent


def _days(customer: Customer, as_of: date) -> dict[date, _Day]:
    """Return what happens on each day up to `as_of`, days in order, money in an order that the file does not set."""
    days: dict[date, _Day] = defaultdict(_Day)
    for invoice in customer.invoices:
        days[invoice.issued].invoices.append(invoice)
    for note in customer.credit_notes:
        if not (note.cancelled and note.cancelled <= as_of):
            named = (note.invoice,) if note.invoice else ()
            days[note.date].money.append(("credit", len(named), named, note.amount))
    for payment in customer.payments:
        days[payment.date].money.append(("payment", len(payment.invoices), payment.invoices, payment.amount))
    for dispute in customer.disputes:
        if dispute.closed:
            days[dispute.closed]  # money that waited may settle the invoice from this day on
    for day in days.values():
        day.money.sort()
    return {day: days[day] for day in sorted(days) if day <= as_of}


def _line(customer: Customer, account: _Account, as_of: date) -> Line:
    invoice = account.invoice
    return Line(
        invoice=invoice,
        credited=sum(each.amount for each in account.applied if each.kind == "credit"),
        paid=sum(each.amount for each in account.applied if each.kind == "payment"),
        applied=tuple(account.applied),
        disputed=any(each.invoice == invoice.number and each.is_open(as_of) for each in customer.disputes),
        days_past_due=max(0, (as_of - invoice.due).days) if account.left else 0,
    )
