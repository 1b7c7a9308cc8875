"""A book as a journal of plain-text accounting, in which another program recomputes what we say is owed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kit.basics.money import Rupiah
from kit.domain.cases import Case
from kit.domain.model import Customer
from kit.domain.statement import Kind, Statement

SALES = "Income:Sales"
CHARGES = "Income:Late-Charges"
CREDIT_NOTES = "Income:Credit-Notes"
BANK = "Assets:Bank"
WITHHELD = "Assets:Withheld-Tax"
#: What settles an invoice without having come in: it is given up.
GIVEN_UP = {Kind.DISCOUNT: "Expenses:Discounts", Kind.WRITE_OFF: "Expenses:Write-Offs"}
SHARED = (BANK, WITHHELD, *GIVEN_UP.values(), CREDIT_NOTES, CHARGES, SALES)


@dataclass(frozen=True, slots=True)
class Entry:
    """`amount` moves from one account to another on a day; `about` is for the reader, without personal words."""

    day: date
    about: str
    to: str
    source: str
    amount: Rupiah


@dataclass(frozen=True, slots=True)
class Sworn:
    """What our statement says an account holds at the end of `day`; the judge adds up for itself."""

    day: date
    account: str
    amount: Rupiah


@dataclass(frozen=True, slots=True)
class Journal:
    """Accounts, movements in the order of their days, and what they must come to."""

    accounts: tuple[str, ...]
    entries: tuple[Entry, ...]
    sworn: tuple[Sworn, ...]


def owed_by(customer: str) -> str:
    """Return the account of what a customer owes.

    >>> owed_by("toko-maju")
    'Assets:Receivable:Toko-maju'
    """
    return f"Assets:Receivable:{customer.capitalize()}"


def kept_for(customer: str) -> str:
    """Return the account of money that came from a customer and settles nothing yet."""
    return f"Liabilities:Unallocated:{customer.capitalize()}"


def journal(cases: Iterable[Case]) -> Journal:
    """Return the journal of `cases`, each up to the day of its statement (inclusive).

    Invoices, money and tax slips are the raw entries of the book; charges, what was given up, how
    money was spread over invoices, and what is then left of both, are the statement's. So neither
    can be wrong without the other noticing.
    """
    accounts: list[str] = []
    entries: list[Entry] = []
    sworn: list[Sworn] = []
    for case in cases:
        statement = case.statement
        owed, kept = owed_by(case.customer.id), kept_for(case.customer.id)
        accounts += (owed, kept)
        entries += _written(case.customer, statement.as_of)
        entries += _settled(statement)
        sworn += (
            Sworn(statement.as_of, owed, statement.outstanding),
            Sworn(statement.as_of, kept, statement.overrefunded - statement.unallocated),
        )
    entries.sort(key=lambda each: each.day)
    return Journal((*SHARED, *sorted(accounts)), tuple(entries), tuple(sworn))


def _written(customer: Customer, as_of: date) -> Iterator[Entry]:
    """Yield what the customer's file says happened, whole amounts, up to `as_of`."""
    owed, kept = owed_by(customer.id), kept_for(customer.id)
    for invoice in customer.invoices:
        if invoice.issued <= as_of:
            yield Entry(invoice.issued, f"invoice {invoice.number}", owed, SALES, invoice.amount)
    for note in customer.credit_notes:
        if note.date <= as_of and not (note.cancelled and note.cancelled <= as_of):
            yield Entry(note.date, f"credit note {note.number}", CREDIT_NOTES, kept, note.amount)
    for payment in customer.payments:
        if payment.date <= as_of and not (payment.reversed and payment.reversed <= as_of):
            yield Entry(payment.date, "payment", BANK, kept, payment.amount)
    for slip in customer.slips:
        if slip.date <= as_of:
            yield Entry(slip.date, f"tax slip {slip.number}", WITHHELD, kept, slip.amount)
    for refund in customer.refunds:
        if refund.date <= as_of:
            yield Entry(refund.date, "refund", kept, BANK, refund.amount)


def _settled(statement: Statement) -> Iterator[Entry]:
    """Yield what the statement charged, and how money was spread over invoices."""
    owed, kept = owed_by(statement.customer), kept_for(statement.customer)
    for line in statement.lines:
        for row in line.charges:
            yield Entry(row.last, f"late charge on {line.invoice.number}", owed, CHARGES, row.amount)
        for each in line.applied:
            source = GIVEN_UP.get(each.kind, kept)
            yield Entry(each.date, f"{each.kind} settles {line.invoice.number}", source, owed, each.amount)


def as_beancount(made: Journal) -> str:
    """Return `made` for `bean-check`: amounts are whole, so that its tolerance is exactly zero."""
    days = [each.day for each in made.entries] + [each.day for each in made.sworn]
    lines = ['option "operating_currency" "IDR"', ""]
    lines += [f"{min(days)} open {account} IDR" for account in made.accounts if days]
    for each in made.entries:
        about = each.about.replace("\\", "\\\\").replace('"', '\\"')
        lines += ["", f'{each.day} * "{about}"', *_postings(each)]
    lines.append("")
    # An assertion of Beancount speaks of the beginning of its day.
    lines += [f"{each.day + timedelta(1)} balance {each.account} {each.amount} IDR" for each in made.sworn]
    return "\n".join(lines) + "\n"


def as_hledger(made: Journal) -> str:
    """Return `made` for `hledger check --strict`: every account and the commodity are declared."""
    lines = ["commodity 1000. IDR", "", *(f"account {account}" for account in made.accounts)]
    for each in made.entries:
        about = each.about.replace(";", ",")  # the rest of the line would be a comment
        lines += ["", f"{each.day} * {about}", *_postings(each)]
    for held in made.sworn:
        lines += ["", f"{held.day} * stated", f"  {held.account}  0 IDR = {held.amount} IDR"]
    return "\n".join(lines) + "\n"


def _postings(entry: Entry) -> tuple[str, str]:
    return f"  {entry.to}  {entry.amount} IDR", f"  {entry.source}  {-entry.amount} IDR"


#: Program that reads it, and how it is written.
DIALECTS: dict[str, Callable[[Journal], str]] = {"beancount": as_beancount, "hledger": as_hledger}
