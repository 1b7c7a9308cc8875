"""`kit record`: enters what people did, so that the next day knows of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TextIO

import click

from kit.basics.problems import Problem, error, has_errors
from kit.cli import agreeing, booking, ending, extending, lanes, registering, reporting, telling
from kit.cli.contracting import agreement_to_send, which_paper
from kit.cli.entering import enter_rows
from kit.cli.helping import WholeSentences
from kit.cli.session import Day, Session, book_options, known_customers, open_book, refuse
from kit.composing.agreement import ROLE
from kit.composing.compose import states_the_same
from kit.composing.context import unsent_papers
from kit.domain.agreements import AGREEMENT
from kit.domain.cases import Case, cases
from kit.domain.policy import Channel
from kit.domain.register import Issued, Register, Sent
from kit.domain.verdict import Send, occasion
from kit.output.editing import Setting, edit_customer
from kit.output.recording import Held, append_record, recording_lock
from kit.reading.fields import nearest
from kit.reading.rereading import reader_of

CHANNELS = [each.value for each in Channel]


@dataclass(frozen=True, slots=True)
class Told:
    """What the operator says was sent: to whom, at which stage, by which channel."""

    customer: str
    stage: str
    channel: Channel
    #: Number of the issued paper that went out; None: there is at most one that it can be.
    number: str | None = None
    #: Invoices that it spoke of, where that is said: then they must be those of the kit.
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sending:
    """Who sent, and from which number or mailbox; None: as creditor.yaml says."""

    by: str | None = None
    sender: str | None = None


@dataclass(frozen=True, slots=True)
class Entering:
    """An entry that is to be written into a register, and the change to a plan that goes with it."""

    register: Register
    entry: Sent
    change: Setting | None = None


@click.group(cls=WholeSentences, invoke_without_command=True)
@click.option("--from", "source", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE",
              help="Enter every row of FILE (docs/records.md), as the desk saves it: JSON or CSV.")  # fmt: skip
@book_options
@click.pass_context
def record(context: click.Context, source: Path | None, folder: Path, lang: str | None) -> None:
    """Enter what people did and said: sent, delivered, approved, called; paid, promised, disputed, paused.

    With --from all rows of a file are tried first, and entered together or not at all. A row that
    was entered before is passed over, so that a file may be given twice.

    \b
    Examples:
      kit record sent maju-jaya reminder-1 --via whatsapp
      kit record payment maju-jaya 10.500.000 --for INV/2026/0912
      kit record --from santun-2026-11-23.json
    """  # noqa: D301 - Click's paragraph mark
    if source is not None and context.invoked_subcommand is not None:
        raise click.UsageError("give either --from FILE, or what to record")
    if source is not None:
        enter_rows(record.commands, source, folder, lang)
    elif context.invoked_subcommand is None:
        raise click.UsageError("say what to record, or --from FILE; kit record --help names everything")


for command in (registering.contact, registering.delivered, registering.approved, registering.void,
                  booking.slip, booking.write_off, booking.refund,
                  telling.payment, telling.promise, telling.hold, telling.dispute, telling.claim,
                  ending.hold_ended, ending.dispute_closed, extending.extension,
                  agreeing.record_plan, *lanes.COMMANDS, *reporting.COMMANDS):  # fmt: skip
    record.add_command(command)


@record.command()
@click.argument("customer", required=False)
@click.argument("stage", required=False)
@click.option("--via", "channel", type=click.Choice(CHANNELS), help="Channel on which it went out.")
@click.option(
    "--list",
    "listing",
    type=click.File("r", encoding="utf-8"),
    help="A file of lines CUSTOMER STAGE CHANNEL, as `kit plan --list` prints them; - reads standard input.",
)
@click.option("--date", "day", type=Day(), metavar="DATE", help="Day on which it went out. Default: the book's today.")
@click.option("--number", help="Number of the issued paper that went out, where several wait to be sent.")
@click.option("--invoice", "items", multiple=True, help="Invoice that it spoke of; all of them, or none. Repeatable.")
@click.option("--by", help="Who sent it. Default: the first sender of creditor.yaml.")
@click.option("--sender", help="Number or mailbox that it left from. Default: that of the sender in creditor.yaml.")
@book_options
def sent(
    customer: str | None,
    stage: str | None,
    channel: str | None,
    listing: TextIO | None,
    day: date | None,
    number: str | None,
    items: tuple[str, ...],
    by: str | None,
    sender: str | None,
    folder: Path,
    lang: str | None,
) -> None:
    """Enter that the message of STAGE went out to CUSTOMER, or all messages of a list.

    What went out must be what the kit would send on that day; a list is entered whole or not at all.
    STAGE is `agreement` for an issued instalment agreement; its plan is then marked as sent, too.

    \b
    Examples:
      kit record sent maju-jaya reminder-1 --via whatsapp
      kit plan --list > today.txt    (then take out the lines that were not sent)
      kit record sent --list today.txt
    """  # noqa: D301 - Click's paragraph mark
    told = tuple(replace(each, items=items) for each in told_by(customer, stage, channel, listing, number))
    open_book(folder, day, lang, warn=False)  # no lock file in a folder that is no book
    with recording_lock(folder) as held:
        session = open_book(folder, day, lang, warn=False)
        known_customers(session, (each.customer for each in told))
        entries, problems = entries_for(session, told, Sending(by, sender))
        if problems:
            refuse(problems, folder, session.say.lang)
        write(held, session, entries)
    for each in told:
        click.echo(session.say.door("recorded", customer=each.customer, stage=each.stage, channel=each.channel.value,
                                    day=session.as_of))  # fmt: skip


def told_by(
    customer: str | None, stage: str | None, channel: str | None, listing: TextIO | None, number: str | None = None
) -> tuple[Told, ...]:
    """Return what the words of the command line, or the lines of its list, say was sent."""
    if listing is not None:
        if customer or stage or channel or number:
            raise click.UsageError("give either --list, or CUSTOMER STAGE --via CHANNEL")
        lines = (line.split("#")[0].split() for line in listing)
        return tuple(_told(words) for words in lines if words)
    if not (customer and stage and channel):
        raise click.UsageError("say what was sent: CUSTOMER STAGE --via CHANNEL, or --list FILE")
    return (Told(customer, stage, Channel(channel), number),)


def _told(words: list[str]) -> Told:
    if len(words) != 3 or words[2] not in CHANNELS:
        raise click.UsageError(f"not a line CUSTOMER STAGE CHANNEL: {' '.join(words)!r}")
    return Told(words[0], words[1], Channel(words[2]))


def entries_for(
    session: Session, told: tuple[Told, ...], by: Sending
) -> tuple[tuple[Entering, ...], tuple[Problem, ...]]:
    """Return the entry for each message, with the register it belongs to, or why it cannot be entered."""
    if session.as_of > session.today:
        return (), (error("future-date", None, date=str(session.as_of), today=str(session.today)),)
    found = {case.customer.id: case for case in cases(session.book, session.as_of, {each.customer for each in told})}
    entries: list[Entering] = []
    problems: list[Problem] = []
    for each in told:
        register = session.book.register(each.customer)
        case = found[each.customer]
        message = occasion(case.verdict)
        agreed = each.stage == AGREEMENT
        if not agreed and (message is None or message.stage.name != each.stage):
            due = message.stage.name if message else session.say.verdict(case.verdict)
            problems.append(error("not-due-to-send", None, customer=each.customer, stage=each.stage, due=due,
                                  date=str(session.as_of)))  # fmt: skip
        elif register.newest is not None and register.newest > session.as_of:
            problems.append(error("as-of-before-register", None, customer=each.customer, as_of=str(session.as_of),
                                  newest=str(register.newest)))  # fmt: skip
        else:
            made, faults = (
                _agreement(session, case, each, by) if agreed or message is None
                else _message(session, case, message, each, by)
            )  # fmt: skip
            if made and each.items and set(each.items) != set(made.entry.items):
                faults = (error("sent-other-invoices", None, customer=each.customer, stage=each.stage,
                                known=", ".join(made.entry.items)),)  # fmt: skip
            entries += [made] if made else []
            problems += faults
    doubles = {each.customer for each in told if [other.customer for other in told].count(each.customer) > 1}
    problems += [error("sent-twice-in-list", None, customer=customer) for customer in sorted(doubles)]
    return tuple(entries), tuple(problems)


def _message(
    session: Session, case: Case, message: Send, told: Told, by: Sending
) -> tuple[Entering | None, tuple[Problem, ...]]:
    """Return the entry of a message of the ladder, with the number of the paper that went out where there is one."""
    paper, problems = _paper(session, case, message, told)
    if problems:
        return None, problems
    number, until = (paper.number, paper.deadline) if paper else (None, message.deadline)
    items = tuple(line.invoice.number for line in message.items)
    name, sender = _sender(session, told.channel, message.stage.signatory, by)
    entry = Sent(session.as_of, told.stage, items, told.channel, name, sender, until, number)
    return Entering(session.book.register(told.customer), entry), ()


def _paper(session: Session, case: Case, message: Send, told: Told) -> tuple[Issued | None, tuple[Problem, ...]]:
    """Return the issued paper that went out: the one named, else the one not yet sent that still states the same.

    None where none was issued, which no somasi can be: its number and its date are what the next one
    rests on. A letter of which only outdated papers wait is not guessed.
    """
    waiting = unsent_papers(session.book, case.customer, message, session.as_of)
    known = ", ".join(each.number for each in waiting)
    if told.number is not None:
        (*named,) = (each for each in waiting if each.number == told.number)
        if named:
            return named[0], ()
        near = nearest(told.number, [each.number for each in waiting])
        data = {"customer": told.customer, "stage": told.stage, "number": told.number, "known": known or "-"}
        return None, (Problem("paper-not-waiting", data={**data, **near}),)
    current = [each for each in waiting if states_the_same(each, message)]
    if len(current) > 1:
        return None, (which_paper(told.customer, told.stage, ", ".join(each.number for each in current)),)
    if not current and told.channel is Channel.LETTER:
        if waiting:
            return None, (error("paper-outdated", None, customer=told.customer, stage=told.stage, known=known),)
        if message.stage.is_somasi:
            return None, (error("paper-never-issued", None, customer=told.customer, stage=told.stage),)
    return (current[0] if current else None), ()


def _agreement(session: Session, case: Case, told: Told, by: Sending) -> tuple[Entering | None, tuple[Problem, ...]]:
    """Return the entry of an agreement that was sent; its plan is marked as sent where it is not yet."""
    found, problems = agreement_to_send(session, case, told.number)
    if found is None:
        return None, problems
    paper, place = found
    name, sender = _sender(session, told.channel, ROLE, by)
    entry = Sent(session.as_of, AGREEMENT, paper.items, told.channel, name, sender, None, paper.number)
    marked = case.customer.plans[place].sent is not None
    change = None if marked else Setting("plans", place, "sent", session.as_of)
    return Entering(session.book.register(told.customer), entry, change), ()


def _sender(session: Session, channel: Channel, role: str, how: Sending) -> tuple[str, str | None]:
    """Return who sent a message on `channel`, and from which number or mailbox where that is known."""
    creditor = session.book.creditor
    person = next((each for each in creditor.senders if how.by in (None, each.name)), None)
    if person is None:
        return how.by or (creditor.signatories.get(role) or creditor.signatories["reminder"]).name, how.sender
    own = {Channel.EMAIL: person.email, Channel.WHATSAPP: person.whatsapp}.get(channel)
    return person.name, how.sender or own


def write(held: Held, session: Session, entries: Iterable[Entering]) -> None:
    """Write every entry under the lock that is held, the change to its plan before it."""
    refused: list[Problem] = []
    for each in entries:
        customer = each.register.customer
        if each.change is not None:
            refused += edit_customer(held, customer, each.change, reader_of(session.files, customer))
        if not has_errors(refused):
            refused += append_record(held, each.register, each.entry)[1]
    if refused:
        refuse(refused, held.book, session.say.lang)
