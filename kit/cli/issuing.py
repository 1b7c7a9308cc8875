"""`kit issue`: gives a letter its number, freezes its PDF, and enters it in the register."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from kit import resources
from kit.basics.problems import Problem, error
from kit.build import assets_of, hosts_of, too_early
from kit.cli.session import Session, book_options, day_option, known_customers, open_book, refuse, show
from kit.composing.compose import states_the_same
from kit.composing.context import issued_paper
from kit.composing.letters import letter_sheet
from kit.composing.templates import Wording
from kit.domain.cases import Case, cases
from kit.domain.numbering import letter_number, next_sequence
from kit.domain.policy import Channel
from kit.domain.register import Issued
from kit.domain.verdict import Send
from kit.output.recording import Held, append_record, keep_issued, recording_lock
from kit.output.workers import render_all


@dataclass(frozen=True, slots=True)
class Numbered:
    """A letter about to be issued: whose, on what occasion, and under which number."""

    case: Case
    send: Send
    series: str
    sequence: int
    number: str


@click.command()
@click.argument("customer")
@click.argument("stage", required=False)
@book_options
@day_option
def issue(customer: str, stage: str | None, folder: Path, lang: str | None, as_of: date | None) -> None:
    r"""Give the letter that is due to CUSTOMER its number and freeze it.

    The PDF is kept in data/issued/ and never made again; from now on the build passes it on as it
    is. Only stages with a series of numbers are issued. Issuing sends nothing: say that with
    `kit record sent`.

    \b
    Example:
      kit issue sumber-rejeki
    """
    open_book(folder, as_of, lang, warn=False)  # no lock file in a folder that is no book
    with recording_lock(folder) as held:
        session = open_book(folder, as_of, lang, warn=False)
        known_customers(session, [customer])
        numbered, problems = numbered_letter(session, customer, stage)
        if numbered is None:
            refuse(problems, folder, session.say.lang)
        path, problems = freeze(held, session, numbered)
        if path is None:
            refuse(problems, folder, session.say.lang)
    if problems:
        show(problems, folder, session.say.lang)
    click.echo(session.say.door("issued", number=numbered.number, customer=customer, stage=numbered.send.stage.name,
                                path=path))  # fmt: skip


def numbered_letter(session: Session, customer: str, stage: str | None) -> tuple[Numbered | None, tuple[Problem, ...]]:
    """Return the letter that is due to `customer` with its next number, or why none can be issued."""
    if session.as_of > session.today:
        return None, (error("future-date", date=str(session.as_of), today=str(session.today)),)
    early = too_early(session.book, session.as_of)
    if early:
        return None, early
    (case,) = cases(session.book, session.as_of, [customer])
    send = case.verdict
    if not isinstance(send, Send) or (stage is not None and send.stage.name != stage):
        due = send.stage.name if isinstance(send, Send) else session.say.verdict(send)
        data = {"customer": customer, "stage": stage or "-", "due": due, "date": str(session.as_of)}
        return None, (Problem("not-due-to-issue", data=data),)
    if send.stage.series is None or Channel.LETTER not in send.channels:
        return None, (error("not-issuable", customer=customer, stage=send.stage.name),)
    before = issued_paper(session.book, case.customer, send, session.as_of)
    if before is not None and states_the_same(before, send):
        return None, (error("already-issued", customer=customer, stage=send.stage.name, number=before.number),)
    series = send.stage.series
    sequence = next_sequence(session.book.registers.values(), series, session.as_of.year)
    number = letter_number(session.book.policy.numbering, series, sequence, session.as_of)
    return Numbered(case, send, series, sequence, number), ()


def freeze(held: Held, session: Session, numbered: Numbered) -> tuple[str | None, tuple[Problem, ...]]:
    """Lay the letter out, keep its PDF and enter it; return where it is kept, or what is wrong with it."""
    case, send = numbered.case, numbered.send
    wording = Wording(resources.roots(held.book))
    assets, faults = assets_of(held.book, session.book)
    sheet, problems = letter_sheet(session.book, case.customer, case.statement, send, wording, assets, numbered.number)
    if sheet is None or faults:
        return None, (*faults, *problems)
    (rendered,) = render_all([sheet], resources.fonts(), hosts=hosts_of(session.book))
    if rendered.problems:
        return None, rendered.problems
    register = session.book.register(case.customer.id)
    name = f"{re.sub(r'[^A-Za-z0-9]+', '-', numbered.number).strip('-')}.pdf"
    kept, problems = keep_issued(held, register, name, rendered.pdf)
    if kept is None:
        return None, problems
    path, sha256 = kept
    figures = [(line.invoice.number, line.outstanding) for line in send.items]
    entry = Issued(
        date=session.as_of,
        stage=send.stage.name,
        items=tuple(line.invoice.number for line in send.items),
        number=numbered.number,
        series=numbered.series,
        sequence=numbered.sequence,
        figures=(*figures, ("total", sum(amount for _, amount in figures))),
        deadline=send.deadline,
        sha256=sha256,
        file=name,
        signatory=session.book.creditor.signatories[send.stage.signatory].name,
    )
    record, problems = append_record(held, register, entry)
    return (None, problems) if record is None else (path, problems)
