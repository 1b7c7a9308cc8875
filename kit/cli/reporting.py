"""`kit record drafted`, `read`, `failed`, `contact-changed`: what became of a message, and of a contact."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from kit.basics.problems import Problem, error
from kit.cli.pen import Pen, pen, pen_options
from kit.domain.approach import ladders_of
from kit.domain.happened import ContactChanged, Detail, Drafted, Failed, Read
from kit.domain.policy import Channel
from kit.domain.register import Sent

CHANNEL = click.Choice([each.value for each in Channel])


@click.command()
@pen_options("Day on which it was drafted.")
@click.argument("stage")
@click.option("--via", type=CHANNEL, required=True, help="Channel on which it is to go out.")
@click.option("--by", help="Who drafted it. Default: the first sender of creditor.yaml.")
def drafted(
    customer: str, stage: str, via: str, by: str | None, day: date | None, folder: Path, lang: str | None
) -> None:
    """Enter that the message of STAGE to CUSTOMER lies ready and has not left. It counts as no word yet.

    \b
    Example:
      kit record drafted maju-jaya reminder-1 --via email
    """  # noqa: D301 - Click's paragraph mark
    with pen(folder, customer, day, lang) as book:
        knows_stage(book, stage)
        entry = Drafted(book.session.as_of, stage, Channel(via), by or book.operator)
        place = book.enter(entry)
        book.say("recorded-drafted", stage=stage, via=via, day=entry.date, place=place)


@click.command()
@pen_options("Day on which it was read.")
@click.argument("stage")
@click.option("--via", type=CHANNEL, required=True, help="Channel on which it went out.")
@click.option("--note", help="What shows it, such as the ticks of the chat.")
def read(
    customer: str, stage: str, via: str, note: str | None, day: date | None, folder: Path, lang: str | None
) -> None:
    """Enter that CUSTOMER has read the message of STAGE. That proves no receipt of a paper.

    \b
    Example:
      kit record read maju-jaya reminder-1 --via whatsapp --note "centang biru"
    """  # noqa: D301 - Click's paragraph mark
    with pen(folder, customer, day, lang) as book:
        went_out(book, stage, Channel(via))
        place = book.enter(Read(book.session.as_of, stage, Channel(via), note or None))
        book.say("recorded-read", stage=stage, via=via, day=book.session.as_of, place=place)


@click.command()
@pen_options("Day on which it came back.")
@click.argument("stage")
@click.option("--via", type=CHANNEL, required=True, help="Channel on which it went out.")
@click.option("--reason", required=True, help="What the mailbox or the chat says.")
def failed(customer: str, stage: str, via: str, reason: str, day: date | None, folder: Path, lang: str | None) -> None:
    """Enter that the message of STAGE did not reach CUSTOMER: it bounced, or the number knows no such chat.

    It no longer counts as sent, and the kit proposes it again: correct the contact first.

    \b
    Example:
      kit record failed maju-jaya reminder-1 --via email --reason "550 mailbox unavailable"
    """  # noqa: D301 - Click's paragraph mark
    with pen(folder, customer, day, lang) as book:
        went_out(book, stage, Channel(via))
        place = book.enter(Failed(book.session.as_of, stage, Channel(via), reason))
        book.say("recorded-failed", stage=stage, via=via, day=book.session.as_of, place=place)


@click.command("contact-changed")
@pen_options("Day from which it holds.")
@click.argument("detail", type=click.Choice([each.value for each in Detail]))
@click.argument("now")
@click.option("--source", required=True, help="On whose word: a telephone call, a letter, the customer's own message.")
@click.option("--by", help="Who changed it. Default: the first sender of creditor.yaml.")
def contact_changed(
    customer: str, detail: str, now: str, source: str, by: str | None, day: date | None, folder: Path, lang: str | None
) -> None:
    """Enter that DETAIL of the contact of CUSTOMER is NOW another one: in the customer's file, with a trace.

    \b
    Examples:
      kit record contact-changed maju-jaya email keuangan@majujaya.example --source "telepon Pak Budi"
      kit record contact-changed maju-jaya whatsapp 0812-0000-0399 --source "pesan dari nomor baru"
    """  # noqa: D301 - Click's paragraph mark
    with pen(folder, customer, day, lang) as book:
        own: Any = getattr(book.customer.contact, detail)
        entry = ContactChanged(book.session.as_of, Detail(detail), now, source, by or book.operator, own)
        if own == now:
            book.refuse(error("entered-already", None, customer=customer, date=str(entry.date)))
        book.set("contact", None, detail, now)
        place = book.enter(entry)
        book.say("recorded-contact-changed", detail=detail, now=now, day=entry.date, place=place)


#: The words of this room, in the order in which `kit record` takes them.
COMMANDS = (drafted, read, failed, contact_changed)


def knows_stage(book: Pen, stage: str) -> None:
    """Leave where no ladder of the customer has a stage of that name."""
    ladders = ladders_of(book.customer, book.session.book.policy)
    known = list(dict.fromkeys(each.name for ladder in ladders for each in ladder.stages))
    if stage not in known:
        data = {"stage": stage, "customer": book.customer.id, "known": ", ".join(known)}
        book.refuse(Problem("no-such-stage", data=data))


def went_out(book: Pen, stage: str, channel: Channel) -> None:
    """Leave where no message of `stage` went out on `channel` up to the day, or where it failed already."""
    on = book.session.as_of
    sent = [each for each in book.register.entries(on) if isinstance(each, Sent)]
    if not any((each.stage, each.channel) == (stage, channel) for each in sent):
        known = ", ".join(f"{each.stage} {each.channel} ({each.date})" for each in sent[-5:])
        book.refuse(error("no-such-message", None, customer=book.customer.id, stage=stage, via=channel.value,
                          date=str(on), known=known or "-"))  # fmt: skip
