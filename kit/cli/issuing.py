"""`kit issue`: gives a letter or an agreement its number, freezes its PDF, and enters it in the register."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kit import resources
from kit.basics.problems import Problem, error
from kit.build import assets_of
from kit.cli.contracting import agreement_ready
from kit.cli.freezing import Ready, freeze, next_number, not_now
from kit.cli.session import Session, book_options, day_option, known_customers, open_book, refuse, show
from kit.composing.compose import states_the_same
from kit.composing.context import issued_paper
from kit.composing.letters import letter_sheet
from kit.composing.templates import Wording
from kit.domain.agreements import AGREEMENT
from kit.domain.cases import cases
from kit.domain.model import Creditor
from kit.domain.policy import Channel, Stage
from kit.domain.register import Issued
from kit.domain.verdict import Send
from kit.output.recording import recording_lock


@click.command()
@click.argument("customer")
@click.argument("stage", required=False)
@click.option("--invoice", metavar="INVOICE", help="Which agreement, where several plans wait: the one about INVOICE.")
@book_options
@day_option
def issue(
    customer: str, stage: str | None, invoice: str | None, folder: Path, lang: str | None, as_of: date | None
) -> None:
    r"""Give the letter that is due to CUSTOMER its number and freeze it; with `agreement`, that of its plan.

    The PDF is kept in data/issued/ and never made again; from now on the build passes it on as it
    is. Only stages with a series of numbers are issued. An agreement bears the day of issue, and a
    number of the series PC. Issuing sends nothing: say that with `kit record sent`.

    \b
    Examples:
      kit issue sumber-rejeki
      kit issue maju-jaya agreement
    """
    if invoice is not None and stage != AGREEMENT:
        raise click.UsageError("--invoice says which agreement is meant: kit issue CUSTOMER agreement --invoice NUMBER")
    open_book(folder, as_of, lang, warn=False)  # no lock file in a folder that is no book
    with recording_lock(folder) as held:
        session = open_book(folder, as_of, lang, warn=False)
        known_customers(session, [customer])
        if stage == AGREEMENT:
            ready, problems = agreement_ready(session, customer, invoice)
        else:
            ready, problems = letter_ready(session, customer, stage)
        if ready is None:
            refuse(problems, folder, session.say.lang)
        path, problems = freeze(held, session, ready)
        if path is None:
            refuse(problems, folder, session.say.lang)
    if problems:
        show(problems, folder, session.say.lang)
    entry = ready.entry
    click.echo(session.say.door("issued", number=entry.number, customer=customer, stage=entry.stage, path=path))


def letter_ready(session: Session, customer: str, stage: str | None) -> tuple[Ready | None, tuple[Problem, ...]]:
    """Return the letter that is due to `customer` with its next number, or why none can be issued."""
    if early := not_now(session):
        return None, early
    (case,) = cases(session.book, session.as_of, [customer])
    send = case.verdict
    if not isinstance(send, Send) or (stage is not None and send.stage.name != stage):
        due = send.stage.name if isinstance(send, Send) else session.say.verdict(send)
        data = {"customer": customer, "stage": stage or "-", "due": due, "date": str(session.as_of)}
        return None, (Problem("not-due-to-issue", data=data),)
    if send.stage.series is None or Channel.LETTER not in send.channels:
        return None, (error("not-issuable", customer=customer, stage=send.stage.name),)
    book, who = session.book, case.customer
    before = issued_paper(book, who, send, session.as_of)
    if before is not None and states_the_same(before, send):
        return None, (error("already-issued", customer=customer, stage=send.stage.name, number=before.number),)
    sequence, number = next_number(session, send.stage.series)
    wording = Wording(resources.roots(session.folder))
    assets, faults = assets_of(session.folder, book)
    sheet, problems = letter_sheet(book, who, case.statement, send, wording, assets, number)
    if sheet is None or faults:
        return None, (*faults, *problems)
    figures = [(line.invoice.number, line.claim) for line in send.items]
    charged = sum(line.charged for line in send.items)
    figures += [("charged", charged)] if charged else []
    entry = Issued(
        date=session.as_of,
        stage=send.stage.name,
        items=tuple(line.invoice.number for line in send.items),
        number=number,
        series=send.stage.series,
        sequence=sequence,
        figures=(*figures, ("total", sum(line.claim for line in send.items))),
        deadline=send.deadline,
        sha256="",
        file="",
        signatory=signatory_of(book.creditor, send.stage),
    )
    return Ready(who, sheet, entry), ()


def signatory_of(creditor: Creditor, stage: Stage) -> str:
    """Return the name under a letter of `stage`: a somasi of a law firm is signed by its advocates, all of them."""
    if stage.is_somasi and creditor.counsel is not None:
        return "; ".join(each.name for each in creditor.counsel.advocates)
    return creditor.signatories[stage.signatory].name
