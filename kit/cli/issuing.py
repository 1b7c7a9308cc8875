"""`kit issue`: gives a letter or an agreement its number, freezes its PDF, and enters it in the register."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

import click

from kit import resources
from kit.basics.problems import Problem, error
from kit.build import assets_of
from kit.cli.certifying import asked_ready
from kit.cli.contracting import agreement_ready
from kit.cli.finishing import (
    Given,
    Number,
    compared,
    keep_final,
    may_be_final,
    outside_paper,
    paper_called,
    readings,
)
from kit.cli.freezing import Ready, freeze, next_number, not_now
from kit.cli.pen import operator
from kit.cli.session import Day, Session, book_options, day_option, known_customers, open_book, refuse, show
from kit.cli.wishes import Amount
from kit.composing.compose import states_the_same
from kit.composing.context import issued_paper
from kit.composing.letters import letter_sheet
from kit.composing.templates import Wording
from kit.domain.agreements import AGREEMENT
from kit.domain.byhand import Asked
from kit.domain.cases import cases
from kit.domain.certificates import NUMBERED
from kit.domain.model import Creditor
from kit.domain.policy import Channel, Stage
from kit.domain.register import Issued
from kit.domain.verdict import Send
from kit.output.recording import Held, recording_lock

#: The notice that ends the relief of a broken plan; its date is given by hand.
BREACH = "breach-notice"
#: Options that say more about a paper, by what it is.
_TAKES: Mapping[str, tuple[str, ...]] = MappingProxyType({
    AGREEMENT: ("--invoice",), "receipt": ("--payment", "--amount"), "settlement": ("--invoice",),
    "somasi-withdrawal": ("--invoice", "--reason"),
})  # fmt: skip


@click.command()
@click.argument("customer")
@click.argument("stage", required=False)
@click.option("--invoice", "invoices", metavar="INVOICE", multiple=True,
              help="Which agreement, of several; invoices of a settlement or withdrawal. Repeatable.")  # fmt: skip
@click.option(
    "--payment", "paid_on", type=Day(), metavar="DATE", help="Day of the payment of a receipt. Default: the last."
)
@click.option("--amount", type=Amount(), help="Which payment of that day, where several came.")
@click.option("--reason", help="Why a somasi is withdrawn while money is open.")
@click.option(
    "--final",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="The paper as it really went out (PDF): signed and scanned, or by somebody else's hand.",
)
@click.option("--number", type=Number(), help="With --final: the number on it, the kit's own or a law firm's.")
@click.option(
    "--read",
    "read",
    multiple=True,
    metavar="FIGURE=VALUE",
    help="With --final: what you read in a scan, such as total=1.500.000 or deadline=2026-12-04. Repeatable.",
)
@click.option("--scanned", is_flag=True, help="With --final: trust no text in it; its figures are those of --read.")
@click.option(
    "--deadline",
    type=Day(),
    metavar="DATE",
    help="The date given by a breach-notice, or with --final under another number.",
)
@click.option("--signatory", help="With --final under another number: who signed it.")
@click.option("--by", help="With --final: who compared it. Default: the first sender of creditor.yaml.")
@book_options
@day_option
def issue(
    customer: str, stage: str | None, invoices: tuple[str, ...], paid_on: date | None, amount: int | None,
    reason: str | None, final: Path | None, number: str | None,
    read: tuple[str, ...], scanned: bool, deadline: date | None, signatory: str | None, by: str | None,
    folder: Path, lang: str | None, as_of: date | None,
) -> None:  # fmt: skip
    r"""Give the letter that is due to CUSTOMER its number and freeze it, or another paper by its name.

    The PDF is kept in data/issued/ and never made again; from now on the build passes it on as it
    is. Only stages with a series of numbers are issued. An agreement bears the day of issue, and a
    number of the series PC. Issuing sends nothing: say that with `kit record sent`.

    STAGE may also be a paper of `kit letter`: receipt (kuitansi, series KW), settlement (surat
    keterangan lunas, SKL), somasi-withdrawal (PS), breach-notice (PK). Each is issued once; from then
    on `kit letter` passes it on and its e-mail carries it.

    With --final a paper is entered as it really went out: the signed scan of an issued one, or, under
    another number, what a law firm made of it. Its figures are read back, or confirmed with --read,
    and must be those that are frozen. It is kept as it is, and mail drafts carry it.

    \b
    Examples:
      kit issue sumber-rejeki
      kit issue maju-jaya agreement
      kit issue bahari-jaya receipt --payment 2026-11-18
      kit issue bahari-jaya settlement --invoice INV/2026/0733
      kit issue sumber-rejeki --final scan.pdf --number 001/ST/XI/2026
      kit issue sumber-rejeki --final scan.pdf --number 001/ST/XI/2026 --read total=18.000.000
    """
    if final is None and (number or read or scanned or signatory or by or (deadline and stage != BREACH)):
        raise click.UsageError("--number, --read, --scanned, --deadline, --signatory and --by belong to --final FILE")
    if final is not None and number is None:
        raise click.UsageError("say with --number which number the paper bears")
    _usage(stage, {"--invoice": invoices, "--payment": paid_on, "--amount": amount, "--reason": reason})
    if stage == BREACH and deadline is None:
        raise click.UsageError(f"{BREACH} needs --deadline")
    asked = Asked(invoices=invoices, paid_on=paid_on, amount=amount, by=deadline, reason=reason or "")
    open_book(folder, as_of, lang, warn=False)  # no lock file in a folder that is no book
    with recording_lock(folder) as held:
        session = open_book(folder, as_of, lang, warn=False)
        known_customers(session, [customer])
        given = None
        if final is not None and number is not None:
            given = Given(final, number, readings(read), scanned, by or operator(session), deadline, signatory)
        done, problems = enter_paper(held, session, customer, stage, asked, given)
        if done is None:
            refuse(problems, folder, session.say.lang)
    if problems:
        show(problems, folder, session.say.lang)
    entry, path = done
    code = "issued" if final is None else "issued-final"
    click.echo(session.say.door(code, number=entry.number, customer=customer, stage=entry.stage, path=path))


def _usage(stage: str | None, given: Mapping[str, object]) -> None:
    """Refuse options that say nothing about the paper of `stage`, as wrong usage."""
    for name, value in given.items():
        if value and name not in _TAKES.get(stage or "", ()):
            if name == "--invoice" and stage not in NUMBERED:
                raise click.UsageError(
                    "--invoice says which agreement is meant: kit issue CUSTOMER agreement --invoice NUMBER"
                )
            papers = " or ".join(paper for paper, names in _TAKES.items() if name in names)
            raise click.UsageError(f"{name} is for {papers}: kit issue CUSTOMER PAPER {name} ...")
    invoices = given["--invoice"]
    if stage == AGREEMENT and isinstance(invoices, tuple) and len(invoices) > 1:
        raise click.UsageError("--invoice says which agreement is meant; one is enough")


def enter_paper(
    held: Held, session: Session, customer: str, stage: str | None, asked: Asked, given: Given | None
) -> tuple[tuple[Issued, str] | None, tuple[Problem, ...]]:
    """Issue the paper that is due, or enter the one that is `given` as final; return its entry and where it is kept."""
    problems: tuple[Problem, ...] = ()
    who = next(each for each in session.book.customers if each.id == customer)
    entry = known = paper_called(session.book.register(customer), given.number, session.as_of) if given else None
    if known is None:
        ready, problems = due_paper(session, customer, stage, asked)
        if ready is None:
            return None, problems
        if given is None:
            path, problems = freeze(held, session, ready)
            return (None if path is None else (ready.entry, path)), problems
        entry, problems = outside_paper(session, ready.entry, given)
    elif given is not None:
        problems = may_be_final(session, customer, stage, known, given)
    if entry is None or given is None or problems:
        return None, problems
    data, problems, seen = compared(entry, who, given)
    if problems:
        return None, problems
    path, problems = keep_final(held, session, who, entry, data, given, known=known is not None)
    return (None, problems) if path is None else ((entry, path), seen)


def due_paper(
    session: Session, customer: str, stage: str | None, asked: Asked
) -> tuple[Ready | None, tuple[Problem, ...]]:
    """Return the paper that is due to `customer`: the letter of `stage`, the agreement, or what was asked for."""
    if stage == AGREEMENT:
        return agreement_ready(session, customer, next(iter(asked.invoices), None))
    if stage in NUMBERED:
        return asked_ready(session, customer, stage, asked)
    return letter_ready(session, customer, stage)


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
