"""Random customers from a seed: quick, so that thousands of accounts are judged within seconds."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction
from random import Random

from kit.domain.cases import Case
from kit.domain.charges import Fee, Per
from kit.domain.entries import PrincipalFirst, Refund, TaxSlip, WriteOff
from kit.domain.invoices import Contract, Discount
from kit.domain.ledger import statement_of_account
from kit.domain.model import CreditNote, Customer, Dispute, Invoice, Payment
from kit.domain.verdict import Wait
from tests.builders import DAY, customer

SPAN = 60
NAMES = ("A/1", "B-2", "C;3", 'D"4', "E\\5")


def day(draw: Random, spread: int = SPAN) -> dt.date:
    """Return a day around DAY."""
    return DAY + dt.timedelta(draw.randint(-spread, spread))


def amount(draw: Random) -> int:
    """Return an amount: often small, so that equal ones and last rupiah occur; up to 10^9."""
    return draw.randint(1, draw.choice((3, 50, 10**6, 10**9)))


def some_customer(draw: Random, name: str = "budi") -> Customer:
    """Return a customer with up to five invoices, and money that may name them, come early, or be too much."""
    bills = []
    for number in draw.sample(NAMES, draw.randint(1, 5)):
        issued = day(draw)
        bills.append(Invoice(number, issued, issued + dt.timedelta(draw.randint(0, 45)), amount(draw)))
    known = [each.number for each in bills]
    payments = [
        Payment(day(draw), amount(draw), tuple(draw.sample(known, draw.randint(0, min(2, len(known))))))
        for _ in range(draw.randint(0, 6))
    ]
    notes = [
        CreditNote(f"N-{each}", day(draw), amount(draw), draw.choice((None, *known)),
                   cancelled=draw.choice((None, None, day(draw))))
        for each in range(draw.randint(0, 3))
    ]  # fmt: skip
    disputes = []
    for _ in range(draw.randint(0, 2)):
        opened = day(draw)
        closed = draw.choice((None, opened + dt.timedelta(draw.randint(1, 40))))
        disputes.append(Dispute(draw.choice(known), opened, closed))
    return customer(
        *bills, id=name, payments=tuple(payments), credit_notes=tuple(notes), disputes=tuple(disputes)
    )  # fmt: skip


def rich_customer(draw: Random) -> Customer:
    """Return a customer with everything else that an account may hold: fees, slips, refunds, write-offs and the rest."""
    who = some_customer(draw)
    fees = (Fee(Per.ONCE, amount=amount(draw), grace=draw.randint(0, 9)),
            Fee(draw.choice((Per.DAY, Per.MONTH)), Fraction(draw.randint(1, 30), 1000)))  # fmt: skip
    bills = tuple(
        replace(
            each,
            contract=Contract("K-1", late_fee_clause="Pasal 7", late_fees=draw.choice(((), fees[:1], fees))),
            discounts=draw.choice(((), (Discount(each.due, amount(draw)),))),
        )
        for each in who.invoices
    )
    known = [each.number for each in bills]
    return replace(
        who,
        invoices=bills,
        payments=tuple(replace(each, reversed=draw.choice((None, None, day(draw)))) for each in who.payments),
        slips=tuple(TaxSlip(f"T-{n}", day(draw), amount(draw), draw.choice(known)) for n in range(draw.randint(0, 2))),
        write_offs=tuple(
            WriteOff(day(draw), draw.choice(known), "kecil", draw.choice((None, amount(draw))))
            for _ in range(draw.randint(0, 1))
        ),
        refunds=tuple(Refund(day(draw), amount(draw)) for _ in range(draw.randint(0, 2))),
        disputes=tuple(replace(each, amount=draw.choice((None, amount(draw)))) for each in who.disputes),
        principal_first=draw.choice((None, None, PrincipalFirst(day(draw), "S-1"))),
    )


def some_cases(draw: Random, books: int, customers: int = 2, dates: int = 3) -> list[Case]:
    """Return the cases of many random books, each on several dates, under ids of their own."""
    found = []
    for book in range(books):
        for number in range(customers):
            who = rich_customer(draw) if draw.randint(0, 1) else some_customer(draw)
            for look in range(dates):
                same = replace(who, id=f"b{book}-{number}-{look}")
                found.append(Case(same, statement_of_account(same, day(draw, SPAN + 20)), Wait(None, ())))
    return found
