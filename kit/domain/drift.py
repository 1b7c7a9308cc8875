"""Drift: what an issued letter states, and what the book now says of the same day. Never reads the clock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kit.basics.money import Rupiah
from kit.basics.problems import Source
from kit.domain.ledger import statement_of_account
from kit.domain.model import Customer
from kit.domain.register import Issued, Register

#: Figures of a letter that are no invoice's own.
SUMS = frozenset({"total", "charged"})


@dataclass(frozen=True, slots=True)
class Drift:
    """One figure of an issued letter that the book no longer bears out."""

    paper: Issued
    invoice: str
    stated: Rupiah
    #: What was to be claimed at the end of the letter's day, as the book has it now.
    now: Rupiah
    at: Source


def drifts(customer: Customer, register: Register, as_of: date) -> Iterator[Drift]:
    """Yield the figures of issued letters that invoices, payments or objections entered since have changed.

    Only letters of which something is still to be paid at the end of `as_of`; what happened after the
    day of a letter changes nothing of what it states.
    """
    left: set[str] | None = None
    for record in register.counted(as_of):
        paper = record.entry
        if not isinstance(paper, Issued) or paper.terms is not None:
            continue
        if left is None:
            left = {line.invoice.number for line in statement_of_account(customer, as_of).open}
        figures = {number: amount for number, amount in paper.figures if number not in SUMS}
        if left & set(figures):
            then = {line.invoice.number: line.claim for line in statement_of_account(customer, paper.date).lines}
            changed = {number: then.get(number, 0) for number in figures if then.get(number, 0) != figures[number]}
            yield from (Drift(paper, each, figures[each], now, record.at) for each, now in changed.items())
