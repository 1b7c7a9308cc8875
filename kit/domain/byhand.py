"""Letters that a human decides on: which occasions there are, what was asked, what a letter is about.

Nothing here follows from the ladder: somebody asks for the letter, and the book says whether its
state allows it (allowing.py).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kit.basics.money import Rupiah
from kit.domain.calendar import Calendar
from kit.domain.model import Customer, Dispute, Payment, Promise
from kit.domain.plans import Plan
from kit.domain.policy import Approach, Channel, Policy, Stage
from kit.domain.register import Issued, Register
from kit.domain.standing import Standing
from kit.domain.statement import Line, Statement

_ALL = (Channel.LETTER, Channel.EMAIL, Channel.WHATSAPP)
_WRITTEN = (Channel.EMAIL, Channel.WHATSAPP)
_PAPER = (Channel.LETTER, Channel.EMAIL)


def _stage(
    name: str,
    channels: tuple[Channel, ...] = _ALL,
    approach: Approach = Approach.COLLABORATIVE,
    signatory: str = "reminder",
    series: str | None = None,
) -> Stage:
    return Stage(name, 0, approach, channels, name, signatory=signatory, series=series)


#: Every occasion by its name, as a stage that no ladder has: how it speaks, on which channels, who signs.
OCCASIONS: Mapping[str, Stage] = MappingProxyType({
    each.name: each
    for each in (
        _stage("breach-notice", _PAPER, Approach.FIRM, "manager", "PK"),
        _stage("change-of-terms", signatory="manager"),
        _stage("counter-offer", signatory="manager"),
        _stage("dispute-answer"),
        _stage("instalment-offer"),
        _stage("manager", approach=Approach.FIRM, signatory="manager"),
        _stage("meeting"),
        _stage("missing-documents"),
        _stage("overpayment", approach=Approach.PERSUASIVE),
        _stage("promise", _WRITTEN, Approach.PERSUASIVE),
        _stage("receipt", _ALL, Approach.PERSUASIVE, series="KW"),
        _stage("service-limits", approach=Approach.FIRM, signatory="manager"),
        _stage("settlement", _ALL, Approach.PERSUASIVE, "manager", "SKL"),
        _stage("somasi-withdrawal", _PAPER, Approach.COLLABORATIVE, "somasi", "PS"),
        _stage("standing-order", approach=Approach.PERSUASIVE),
        _stage("statement", approach=Approach.PERSUASIVE),
        _stage("terms-sheet", approach=Approach.PERSUASIVE, signatory="manager"),
        _stage("thanks-early", _WRITTEN, Approach.PERSUASIVE),
        _stage("thanks-part", _WRITTEN, Approach.PERSUASIVE),
        _stage("upfront", approach=Approach.PERSUASIVE),
    )
})  # fmt: skip

#: Above this amount a paper that says money was received bears a duty stamp (UU 10/2020), in rupiah.
DUTY_ABOVE: Rupiah = 5_000_000


@dataclass(frozen=True, slots=True)
class Asked:
    """What the human who asks for a letter has decided; every field is empty where nothing was said."""

    #: Numbers of the invoices that it is about; empty: as the occasion has it.
    invoices: tuple[str, ...] = ()
    #: The day of the payment, and its amount, of which several may have come.
    paid_on: dt.date | None = None
    amount: Rupiah | None = None
    #: The day that the letter names: of the meeting, from which a change counts.
    on: dt.date | None = None
    #: The last day that the letter gives (inclusive).
    by: dt.date | None = None
    time: str = ""
    place: str = ""
    #: Sentences of the human's own, each a paragraph or a point.
    says: tuple[str, ...] = ()
    #: What the customer asked for, in the human's words.
    proposed: str = ""
    #: Why, in the human's words.
    reason: str = ""
    #: The clause that the letter cites.
    clause: str = ""
    #: What other customers say of us, in their words, where they agreed to be quoted.
    quotes: tuple[str, ...] = ()
    #: Plans that are offered, already worked out and not yet in the book.
    offers: tuple[Plan, ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """What a letter is about, taken from the book."""

    #: The lines of which the letter speaks, oldest due date first.
    items: tuple[Line, ...] = ()
    #: Open lines beside them.
    listed: tuple[Line, ...] = ()
    payment: Payment | None = None
    plan: Standing | None = None
    promise: Promise | None = None
    dispute: Dispute | None = None
    #: Papers that a withdrawal takes back, in the order of their numbers.
    somasi: tuple[Issued, ...] = ()
    #: Papers that still have to come with invoices.
    papers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that decides whether a letter may be written."""

    customer: Customer
    statement: Statement
    register: Register
    policy: Policy
    calendar: Calendar
    asked: Asked

    @property
    def chosen(self) -> tuple[Line, ...]:
        """The lines of the invoices that were named, all where none was."""
        wanted = self.asked.invoices
        return tuple(line for line in self.statement.lines if not wanted or line.invoice.number in wanted)
