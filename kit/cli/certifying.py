"""`kit issue` for papers that a human asks for: kuitansi, settlement letter, withdrawal of a somasi, breach notice."""

from __future__ import annotations

from dataclasses import replace

from kit import resources
from kit.basics.problems import Problem, error
from kit.build import assets_of
from kit.cli.freezing import Ready, next_number, not_now
from kit.cli.session import Session
from kit.composing.byhand import asked_sheet
from kit.composing.templates import Wording
from kit.domain.allowing import subject
from kit.domain.byhand import OCCASIONS, Asked, Case
from kit.domain.cases import cases
from kit.domain.certificates import figures, paper_stating, terms
from kit.domain.pacing import province_of
from kit.domain.register import Issued


def asked_case(session: Session, customer: str, asked: Asked) -> Case:
    """Return everything that decides whether what was asked for `customer` may be written."""
    book = session.book
    (known,) = cases(book, session.as_of, [customer])
    calendar = replace(book.calendar, province=province_of(known.customer, book.creditor))
    return Case(known.customer, known.statement, book.register(customer), book.policy, calendar, asked)


def asked_ready(
    session: Session, customer: str, occasion: str, asked: Asked
) -> tuple[Ready | None, tuple[Problem, ...]]:
    """Return the paper of `occasion` with its next number, or why the book does not allow it."""
    if early := not_now(session):
        return None, early
    case, stage = asked_case(session, customer, asked), OCCASIONS[occasion]
    about, problems = subject(occasion, case)
    if about is None or stage.series is None:
        return None, problems
    known = paper_stating(case.register, session.as_of, occasion, about)
    if known is not None:
        return None, (error("already-issued", None, customer=customer, stage=occasion, number=known.number),)
    book = session.book
    sequence, number = next_number(session, stage.series)
    assets, faults = assets_of(session.folder, book)
    wording = Wording(resources.roots(session.folder))
    sheet, problems = asked_sheet(book, case, occasion, about, wording, assets, number)
    if sheet is None or faults:
        return None, (*faults, *problems)
    signatory = book.creditor.signatories.get(stage.signatory) or book.creditor.signatories["reminder"]
    entry = Issued(
        session.as_of, occasion, tuple(line.invoice.number for line in about.items), number, stage.series, sequence,
        figures(occasion, about), asked.by, sha256="", file="", signatory=signatory.name, terms=terms(about),
    )  # fmt: skip
    return Ready(case.customer, sheet, entry), ()
