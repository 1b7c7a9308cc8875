"""The book opened for writing: one pen, one customer, one day that is not the future; what was written still reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from kit.basics.money import Rupiah, parse_rupiah
from kit.basics.problems import Problem, error, has_errors
from kit.cli.session import Day, Session, book_options, known_customers, open_book, refuse
from kit.domain.invoices import wholes
from kit.domain.lanes import Returned
from kit.domain.model import Customer, Dispute
from kit.domain.register import Entry, Register, plain
from kit.output import wording
from kit.output.editing import Change, Fields, Insertion, Setting, Value, edit_customer
from kit.output.recording import Held, append_record, recording_lock
from kit.reading.characters import invisible
from kit.reading.fields import nearest
from kit.reading.register import read_register
from kit.reading.rereading import reader_of


class Money(click.ParamType[Rupiah]):
    """An amount as a book writes it."""

    name = "amount"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Rupiah:
        """Return the amount in whole rupiah, or refuse the word with the way to write it."""
        amount = value if isinstance(value, int) else parse_rupiah(str(value))
        if not amount:
            self.fail(f"{value!r} is no amount in whole rupiah; write it as 1500000 or 1.500.000", param, ctx)
        return amount


#: What may stand in a file once and be read as one entry for each part of an invoice.
Written = Dispute | Returned


@dataclass(frozen=True, slots=True)
class Pen:
    """What a recording command holds: the lock, the book as it is under it, and the customer."""

    held: Held
    session: Session
    customer: Customer

    @property
    def register(self) -> Register:
        """The customer's register."""
        return self.session.book.register(self.customer.id)

    @property
    def operator(self) -> str:
        """Who speaks for the creditor where nobody is named: its first sender, else who signs reminders."""
        return operator(self.session)

    def refuse(self, *problems: Problem) -> None:
        """Leave with exit code 1 where there are problems; places in text that is not written are left out."""
        if problems:
            bare = [replace(each, at=None, other=None) for each in problems]
            refuse(bare, self.session.folder, self.session.say.lang)

    def knows(self, numbers: Sequence[str]) -> None:
        """Leave where the customer has no invoice of one of these numbers."""
        known = [*(each.number for each in self.customer.invoices), *wholes(self.customer.invoices)]
        self.refuse(*(
            Problem("no-such-invoice", data={"customer": self.customer.id, "number": each, **nearest(each, known)})
            for each in numbers if each not in known
        ))  # fmt: skip

    def enter(self, entry: Entry) -> int:
        """Write `entry` into the register if it will read back, and return its place there."""
        told = " ".join(each for each in plain(entry).values() if isinstance(each, str))
        self.refuse(*(error("character", None, character=name) for _, name in list(invisible(told))[:1]))
        record = self.register.appended(entry)
        text = wording.register((*self.register.records, record))
        self.refuse(*read_register(text.encode(), "", self.customer.id)[1])
        written, problems = append_record(self.held, self.register, entry)
        self.refuse(*problems)
        return written.place if written else 0

    def insert(self, key: str, fields: Fields) -> None:
        """Put an item into the customer's own file; the whole book is read again before it is written."""
        self.change(Insertion(key, {name: value for name, value in fields.items() if value not in (None, "", ())}))

    def set(self, key: str, place: int | None, field: str, value: Value) -> None:
        """Give one field of the item at `place`, counted from 0, or of the map, another value."""
        self.change(Setting(key, place, field, value))

    def place(self, key: str, each: Written) -> int:
        """Return the place in the file, counted from 0, of what `each` of the list under `key` was written as.

        An entry about an invoice in parts stands once in the file, and is read as one about each part.
        """
        written = dict.fromkeys(item.at for item in getattr(self.customer, key))
        return list(written).index(each.at)

    def means(self, invoice: str, number: str) -> bool:
        """Tell whether `invoice`, as somebody names it, is the invoice `number` or the whole of which it is a part."""
        return number in wholes(self.customer.invoices).get(invoice, (invoice,))

    def change(self, change: Change) -> None:
        """Change the customer's own file; the whole book is read again before it is written."""
        reader = reader_of(self.session.files, self.customer.id)
        found = edit_customer(self.held, self.customer.id, change, reader)
        if has_errors(found):
            self.refuse(*(each for each in found if has_errors([each])))

    def say(self, code: str, **data: object) -> None:
        """Tell in one line what was done."""
        click.echo(self.session.say.door(code, customer=self.customer.id, **data))


def operator(session: Session) -> str:
    """Return who speaks for the creditor where nobody is named: its first sender, else who signs reminders."""
    creditor = session.book.creditor
    return next((each.name for each in creditor.senders), creditor.signatories["reminder"].name)


@contextmanager
def pen(folder: Path, customer: str, day: date | None, lang: str | None) -> Iterator[Pen]:
    """Hold the pen of a book for a block; leave with exit code 1 where the book, customer or day is not right."""
    known_customers(open_book(folder, None, lang, warn=False), [customer])  # no lock file in a folder that is no book
    with recording_lock(folder) as held:
        session = open_book(folder, day, lang, warn=False)
        known_customers(session, [customer])
        if session.as_of > session.today:
            late = error("future-date", None, date=str(session.as_of), today=str(session.today))
            refuse([late], folder, session.say.lang)
        yield Pen(held, session, next(each for each in session.book.customers if each.id == customer))


def pen_options(what: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command CUSTOMER, `--date`, `--book` and `--lang`."""

    def give(command: Callable[..., Any]) -> Callable[..., Any]:
        dated = click.option("--date", "day", type=Day(), metavar="DATE", help=f"{what} Default: the book's today.")
        return click.argument("customer")(dated(book_options(command)))

    return give
