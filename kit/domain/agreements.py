"""The agreement of a plan as a numbered paper: what it states, and which issued one still states a plan as it is."""

from __future__ import annotations

import datetime as dt

from kit.basics.money import Rupiah
from kit.domain.ledger import statement_of_account
from kit.domain.model import Customer
from kit.domain.plans import Charges, Plan
from kit.domain.register import Issued, Register, Sent

#: What an agreement is called in the register, where a letter has its stage.
AGREEMENT = "agreement"
#: Series of the numbers of agreements (perjanjian cicilan).
SERIES = "PC"


def figures(customer: Customer, plan: Plan) -> tuple[tuple[str, Rupiah], ...]:
    """Return what each invoice of `plan` had open at the end of the day of the offer, and their "total"."""
    then = statement_of_account(customer, plan.offered)
    owed = [(line.invoice.number, line.outstanding) for line in then.open if line.invoice.number in plan.invoices]
    return (*owed, ("total", sum(amount for _, amount in owed)))


def terms(plan: Plan) -> tuple[str, ...]:
    """Return what an agreement states beside its figures and its last day to sign, as the register keeps it."""
    return (
        f"offered {plan.offered}",
        *(f"{each.due} {each.amount}" for each in plan.instalments),
        f"grace {plan.grace}",
        f"acceleration_after {plan.acceleration_after}",
        *((f"charges {plan.charges}",) if plan.charges is not Charges.WAIVED else ()),
    )


def papers(register: Register, as_of: dt.date) -> tuple[Issued, ...]:
    """Return the agreements that were issued up to `as_of` (inclusive), oldest record first."""
    found = (each for each in register.entries(as_of) if isinstance(each, Issued) and each.stage == AGREEMENT)
    return tuple(each for each in found if each.terms is not None)


def unsent(register: Register, as_of: dt.date) -> tuple[Issued, ...]:
    """Return the agreements that were issued and that no message is recorded to have carried."""
    gone = {each.number for each in register.entries(as_of) if isinstance(each, Sent)}
    return tuple(each for each in papers(register, as_of) if each.number not in gone)


def states(paper: Issued, customer: Customer, plan: Plan) -> bool:
    """Tell whether an issued agreement says what `plan` says today: invoices, amounts, dates and rules."""
    return (
        paper.terms == terms(plan)
        and paper.deadline == plan.valid_until
        and dict(paper.figures) == dict(figures(customer, plan))
    )


def agreement_of(plan: Plan, customer: Customer, register: Register, as_of: dt.date) -> Issued | None:
    """Return the newest issued agreement that states `plan` as it is, or None."""
    return next((each for each in reversed(papers(register, as_of)) if states(each, customer, plan)), None)


def outdated(plan: Plan, customer: Customer, register: Register, as_of: dt.date) -> Issued | None:
    """Return the newest agreement about invoices of `plan` that states neither it nor any other plan; None: no drift.

    A plan that has ended, or whose own agreement was issued, is never behind.
    """
    if plan.ended is not None or agreement_of(plan, customer, register, as_of) is not None:
        return None
    for paper in reversed(papers(register, as_of)):
        if set(paper.items) & set(plan.invoices) and not any(states(paper, customer, each) for each in customer.plans):
            return paper
    return None
