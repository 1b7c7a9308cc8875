"""Duty on documents (bea meterai): which paper of the day bears a stamp, how many pieces and at what cost. Pure.

UU 10/2020: an agreement bears one on every original whatever its amount; a paper that says money was
received or settled bears one above Rp5.000.000; a copy that is used as evidence in court bears one. An
invoice, a reminder and a somasi bear none. A missing stamp does not make a paper void: it is stamped later.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kit.basics.money import Rupiah
from kit.domain.agreements import agreement_of, figures
from kit.domain.byhand import DUTY_ABOVE
from kit.domain.model import Customer
from kit.domain.register import Issued, Register, Sent
from kit.domain.standing import State, standings
from kit.domain.statement import Statement

#: What one piece costs since 1 January 2021, in rupiah (UU 10/2020).
DUTY: Rupiah = 10_000
#: Originals of an agreement: one for each party, as its closing article says.
ORIGINALS = 2


class Paper(StrEnum):
    """What may bear a stamp."""

    AGREEMENT = "agreement"
    RECEIPT = "receipt"
    SETTLEMENT = "settlement"
    EXHIBITS = "exhibits"


@dataclass(frozen=True, slots=True)
class Duty:
    """The stamps of one paper, or of the exhibits of one case."""

    customer: str
    paper: Paper
    #: None: it has no number yet, or is no paper with a number.
    number: str | None
    #: What the paper states, in rupiah; None: the amount does not matter.
    amount: Rupiah | None
    pieces: int

    @property
    def cost(self) -> Rupiah:
        """Return what the pieces cost, in rupiah."""
        return self.pieces * DUTY


def pieces(paper: Paper, amount: Rupiah) -> int:
    """Return the stamps that a paper stating `amount` rupiah needs, on all its originals.

    >>> pieces(Paper.AGREEMENT, 1_000_000), pieces(Paper.RECEIPT, 5_000_000), pieces(Paper.RECEIPT, 5_000_001)
    (2, 0, 1)
    """
    if paper is Paper.AGREEMENT:
        return ORIGINALS
    return int(amount > DUTY_ABOVE)


def duties(customer: Customer, statement: Statement, register: Register, exhibits: int = 0) -> tuple[Duty, ...]:
    """Return what waits for a stamp at the end of the statement's day, those that need none with 0 pieces.

    Agreements that wait for a signature, receipts and settlement letters that were issued and are not
    recorded as sent, and as one line the `exhibits` that a case folder of the day holds.
    """
    found = [*_agreements(customer, statement, register), *_certificates(customer, statement.as_of, register)]
    if exhibits:
        found.append(Duty(customer.id, Paper.EXHIBITS, None, None, exhibits))
    return tuple(found)


def _agreements(customer: Customer, statement: Statement, register: Register) -> Iterator[Duty]:
    for each in standings(customer, statement):
        if each.state in (State.OFFERED, State.SENT):
            issued = agreement_of(each.plan, customer, register, statement.as_of)
            total = dict(figures(customer, each.plan))["total"]
            number = issued.number if issued else None
            yield Duty(customer.id, Paper.AGREEMENT, number, total, pieces(Paper.AGREEMENT, total))


def _certificates(customer: Customer, as_of: dt.date, register: Register) -> Iterator[Duty]:
    kinds = {Paper.RECEIPT.value: Paper.RECEIPT, Paper.SETTLEMENT.value: Paper.SETTLEMENT}
    entries = tuple(register.entries(as_of))
    gone = {each.number for each in entries if isinstance(each, Sent)}
    for each in entries:
        if isinstance(each, Issued) and each.stage in kinds and each.number not in gone:
            kind, amount = kinds[each.stage], dict(each.figures)["total"]
            yield Duty(customer.id, kind, each.number, amount, pieces(kind, amount))
