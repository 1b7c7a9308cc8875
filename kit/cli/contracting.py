"""The agreement of an instalment plan on its way out: issued under a number, sent, signed."""

from __future__ import annotations

from datetime import date

from kit import resources
from kit.basics.problems import Problem, error
from kit.build import assets_of
from kit.cli.freezing import Ready, next_number, not_now
from kit.cli.session import Session
from kit.composing.agreement import ROLE, agreement_sheet, waiting
from kit.composing.templates import Wording
from kit.domain.agreements import AGREEMENT, SERIES, agreement_of, figures, states, terms, unsent
from kit.domain.cases import Case, cases
from kit.domain.model import Customer
from kit.domain.plans import Plan
from kit.domain.register import Issued


def agreement_ready(session: Session, customer: str, invoice: str | None) -> tuple[Ready | None, tuple[Problem, ...]]:
    """Return the agreement of the plan that waits for a signature, with its next number, or why there is none.

    Where several wait, `invoice` says which: the one about it.
    """
    if early := not_now(session):
        return None, early
    (case,) = cases(session.book, session.as_of, [customer])
    plan, problems = _plan(session, case, invoice)
    if plan is None:
        return None, problems
    book, who = session.book, case.customer
    sequence, number = next_number(session, SERIES)
    assets, faults = assets_of(session.folder, book)
    path = f"letters/{customer}/{AGREEMENT}.pdf"
    wording = Wording(resources.roots(session.folder))
    sheet, problems = agreement_sheet(book, who, plan, session.as_of, wording, assets, path, number)
    if sheet is None or faults:
        return None, (*faults, *problems)
    signatory = book.creditor.signatories.get(ROLE) or book.creditor.signatories["reminder"]
    entry = Issued(
        session.as_of, AGREEMENT, plan.invoices, number, SERIES, sequence, figures(who, plan), plan.valid_until,
        sha256="", file="", signatory=signatory.name, terms=terms(plan),
    )  # fmt: skip
    return Ready(who, sheet, entry), ()


def agreement_to_send(
    session: Session, case: Case, number: str | None
) -> tuple[tuple[Issued, int] | None, tuple[Problem, ...]]:
    """Return the issued agreement that is still to be sent, with the place of its plan in the customer's file.

    `number` says which, where several are; what is named may not be outdated either.
    """
    customer = case.customer
    open_plans = waiting(customer, case.statement)
    found = [
        (paper, place)
        for paper in unsent(session.book.register(customer.id), session.as_of)
        for place, plan in enumerate(customer.plans)
        if plan in open_plans and states(paper, customer, plan)
    ]
    named = [each for each in found if number in (None, each[0].number)]
    if len(named) == 1:
        return named[0], ()
    known = ", ".join(paper.number for paper, _ in found)
    if found:
        return None, (which_paper(customer.id, AGREEMENT, known),)
    return None, (error("agreement-not-issued", None, customer=customer.id, date=str(session.as_of)),)


def which_paper(customer: str, stage: str, known: str) -> Problem:
    """Return the question which of several issued papers is meant, naming them."""
    return error("paper-which", None, customer=customer, stage=stage, known=known)


def signed_paper(
    session: Session, customer: Customer, plan: Plan, day: date
) -> tuple[Issued | None, tuple[Problem, ...]]:
    """Return the issued agreement that a signature on `day` is under, None where none was issued, or why not then."""
    paper = agreement_of(plan, customer, session.book.register(customer.id), session.today)
    if paper is not None and day < paper.date:
        return None, (error("dates-reversed", None, last="signed", late=str(day), first="issued",
                            early=str(paper.date)),)  # fmt: skip
    return paper, ()


def _plan(session: Session, case: Case, invoice: str | None) -> tuple[Plan | None, tuple[Problem, ...]]:
    """Return the one plan that waits for its agreement, or why it is not clear which."""
    customer, register = case.customer, session.book.register(case.customer.id)
    found = [each for each in waiting(customer, case.statement) if invoice is None or invoice in each.invoices]
    papers = [agreement_of(each, customer, register, session.as_of) for each in found]
    left = [plan for plan, paper in zip(found, papers, strict=True) if paper is None]
    if len(left) == 1:
        return left[0], ()
    if left:
        known = ", ".join(f"{each.invoices[0]} ({each.offered})" for each in left)
        return None, (error("agreement-which", None, customer=customer.id, known=known),)
    numbers = ", ".join(paper.number for paper in papers if paper is not None)
    if numbers:
        return None, (error("already-issued", None, customer=customer.id, stage=AGREEMENT, number=numbers),)
    return None, (error("agreement-none", None, customer=customer.id, date=str(session.as_of)),)
