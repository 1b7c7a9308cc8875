"""`kit record`: enters what people did, so that the next day knows of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TextIO

import click

from kit.basics.problems import Problem, error
from kit.cli import agreeing, registering, telling
from kit.cli.helping import WholeSentences
from kit.cli.session import Day, Session, book_options, known_customers, open_book, refuse
from kit.domain.cases import cases
from kit.domain.policy import Channel
from kit.domain.register import Issued, Register, Sent
from kit.domain.verdict import Send, occasion
from kit.output.recording import Held, append_record, recording_lock

CHANNELS = [each.value for each in Channel]


@dataclass(frozen=True, slots=True)
class Told:
    """What the operator says was sent: to whom, at which stage, by which channel."""

    customer: str
    stage: str
    channel: Channel


@click.group(cls=WholeSentences)
def record() -> None:
    """Enter what people did and said: sent, delivered, approved, called; paid, promised, disputed, paused.

    \b
    Examples:
      kit record sent maju-jaya reminder-1 --via whatsapp
      kit record payment maju-jaya 10.500.000 --for INV/2026/0912
    """  # noqa: D301 - Click's paragraph mark


for command in (registering.contact, registering.delivered, registering.approved, registering.void,
                  telling.payment, telling.promise, telling.hold, telling.dispute, telling.claim,
                  agreeing.record_plan):  # fmt: skip
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
@click.option("--by", help="Who sent it. Default: the first sender of creditor.yaml.")
@book_options
def sent(
    customer: str | None,
    stage: str | None,
    channel: str | None,
    listing: TextIO | None,
    day: date | None,
    by: str | None,
    folder: Path,
    lang: str | None,
) -> None:
    """Enter that the message of STAGE went out to CUSTOMER, or all messages of a list.

    What went out must be what the kit would send on that day; a list is entered whole or not at all.

    \b
    Examples:
      kit record sent maju-jaya reminder-1 --via whatsapp
      kit plan --list > today.txt    (then take out the lines that were not sent)
      kit record sent --list today.txt
    """  # noqa: D301 - Click's paragraph mark
    told = told_by(customer, stage, channel, listing)
    open_book(folder, day, lang, warn=False)  # no lock file in a folder that is no book
    with recording_lock(folder) as held:
        session = open_book(folder, day, lang, warn=False)
        known_customers(session, (each.customer for each in told))
        entries, problems = entries_for(session, told, by)
        if problems:
            refuse(problems, folder, session.say.lang)
        write(held, session, entries)
    for each in told:
        click.echo(session.say.door("recorded", customer=each.customer, stage=each.stage, channel=each.channel.value,
                                    day=session.as_of))  # fmt: skip


def told_by(customer: str | None, stage: str | None, channel: str | None, listing: TextIO | None) -> tuple[Told, ...]:
    """Return what the words of the command line, or the lines of its list, say was sent."""
    if listing is not None:
        if customer or stage or channel:
            raise click.UsageError("give either --list, or CUSTOMER STAGE --via CHANNEL")
        lines = (line.split("#")[0].split() for line in listing)
        return tuple(_told(words) for words in lines if words)
    if not (customer and stage and channel):
        raise click.UsageError("say what was sent: CUSTOMER STAGE --via CHANNEL, or --list FILE")
    return (Told(customer, stage, Channel(channel)),)


def _told(words: list[str]) -> Told:
    if len(words) != 3 or words[2] not in CHANNELS:
        raise click.UsageError(f"not a line CUSTOMER STAGE CHANNEL: {' '.join(words)!r}")
    return Told(words[0], words[1], Channel(words[2]))


def entries_for(
    session: Session, told: tuple[Told, ...], by: str | None
) -> tuple[tuple[tuple[Register, Sent], ...], tuple[Problem, ...]]:
    """Return the entry for each message, with the register it belongs to, or why it cannot be entered."""
    if session.as_of > session.today:
        return (), (error("future-date", None, date=str(session.as_of), today=str(session.today)),)
    found = {case.customer.id: case for case in cases(session.book, session.as_of, {each.customer for each in told})}
    entries, problems = [], []
    for each in told:
        register = session.book.register(each.customer)
        message = occasion(found[each.customer].verdict)
        if message is None or message.stage.name != each.stage:
            due = message.stage.name if message else session.say.verdict(found[each.customer].verdict)
            problems.append(error("not-due-to-send", None, customer=each.customer, stage=each.stage, due=due,
                                  date=str(session.as_of)))  # fmt: skip
        elif register.newest is not None and register.newest > session.as_of:
            problems.append(error("as-of-before-register", None, customer=each.customer, as_of=str(session.as_of),
                                  newest=str(register.newest)))  # fmt: skip
        else:
            entries.append((register, _entry(session, message, each, register, by)))
    doubles = {each.customer for each in told if [other.customer for other in told].count(each.customer) > 1}
    problems += [error("sent-twice-in-list", None, customer=customer) for customer in sorted(doubles)]
    return tuple(entries), tuple(problems)


def _entry(session: Session, message: Send, told: Told, register: Register, by: str | None) -> Sent:
    creditor = session.book.creditor
    person = next(iter(creditor.senders), None)
    name = by or (person or creditor.signatories[message.stage.signatory]).name
    sender = None
    if person is not None and by is None:
        sender = {Channel.EMAIL: person.email, Channel.WHATSAPP: person.whatsapp}.get(told.channel)
    items = tuple(line.invoice.number for line in message.items)
    papers = [
        each
        for each in register.entries(session.as_of)
        if isinstance(each, Issued) and each.stage == told.stage and set(each.items) == set(items)
    ]
    number, until = (papers[-1].number, papers[-1].deadline) if papers else (None, message.deadline)
    return Sent(session.as_of, told.stage, items, told.channel, name, sender, until, number)


def write(held: Held, session: Session, entries: Iterable[tuple[Register, Sent]]) -> None:
    """Write every entry under the lock that is held."""
    refused: list[Problem] = []
    for register, entry in entries:
        refused += append_record(held, register, entry)[1]
    if refused:
        refuse(refused, held.book, session.say.lang)
