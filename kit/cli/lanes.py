"""`kit record giro`, `handed`, `returned`, `insolvent` and their ends: into the customer's own file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kit.basics.problems import Problem, error
from kit.cli.pen import Money, Pen, pen, pen_options
from kit.cli.session import Day
from kit.domain.giros import clears_by
from kit.domain.lanes import Giro, Returned
from kit.domain.objections import is_waiting as awaits_answer
from kit.domain.returned import answer_by as answer_day
from kit.domain.returned import is_waiting
from kit.output.editing import Fact, Fields
from kit.reading.fields import nearest


@click.command()
@pen_options("Day on which you got it.")
@click.argument("number")
@click.argument("amount", type=Money())
@click.option("--bank", required=True, help="Bank on which it is drawn.")
@click.option("--written", type=Day(), metavar="DATE", help="Date of issue on the paper. Default: the day you got it.")
@click.option("--effective", type=Day(), metavar="DATE", help="First day on which the bank takes it.")
@click.option("--for", "invoices", multiple=True, metavar="INVOICE", help="Invoice that it pays. Repeatable.")
def giro(
    customer: str, number: str, amount: int, bank: str, written: date | None, effective: date | None,
    invoices: tuple[str, ...], day: date | None, folder: Path, lang: str | None,
) -> None:  # fmt: skip
    """Enter a bilyet giro NUMBER over AMOUNT from CUSTOMER. What it pays rests until it should have cleared.

    \b
    Example:
      kit record giro maju-jaya BG-104882 10.500.000 --bank "Bank Contoh" --effective 2026-12-01
    """  # noqa: D301 - Click's paragraph mark
    with pen(folder, customer, day, lang) as book:
        book.knows(invoices)
        got = book.session.as_of
        on = written or got
        if got < on:
            book.refuse(error("dates-reversed", None, last="received", late=str(got), first="written", early=str(on)))
        if any((each.number, each.bank) == (number, bank) for each in book.customer.giros):
            book.refuse(error("entered-already", None, customer=customer, date=str(got)))
        fields: Fields = {"number": number, "bank": bank, "written": on, "effective": effective or "",
                  "received": got if got != on else "", "amount": amount, "for": _one_or_many(invoices)}  # fmt: skip
        book.insert("giros", fields)
        rules = book.session.book
        until = clears_by(Giro(number, bank, on, amount, effective), rules.policy, rules.calendar)
        book.say("recorded-giro", number=number, amount=amount, until=until)


@click.command("giro-cleared")
@pen_options("Day on which its money came.")
@click.argument("number")
def giro_cleared(customer: str, number: str, day: date | None, folder: Path, lang: str | None) -> None:
    """Enter that giro NUMBER of CUSTOMER has cleared. Its payment is entered with `kit record payment`.

    \b
    Example:
      kit record giro-cleared maju-jaya BG-104882
    """  # noqa: D301 - Click's paragraph mark
    with pen(folder, customer, day, lang) as book:
        _end(book, number, "cleared")
        book.say("recorded-giro-cleared", number=number, day=book.session.as_of)


@click.command("giro-bounced")
@pen_options("Day on which the bank refused it.")
@click.argument("number")
def giro_bounced(customer: str, number: str, day: date | None, folder: Path, lang: str | None) -> None:
    """Enter that the bank refused giro NUMBER of CUSTOMER. Reminders go on where they stopped.

    \b
    Example:
      kit record giro-bounced maju-jaya BG-104882 --date 2026-12-02
    """  # noqa: D301 - Click's paragraph mark
    with pen(folder, customer, day, lang) as book:
        _end(book, number, "bounced")
        book.say("recorded-giro-bounced", number=number, day=book.session.as_of)


@click.command()
@pen_options("Day on which the cash changed hands.")
@click.argument("amount", type=Money())
@click.option("--to", required=True, help="Who of yours took it.")
@click.option("--receipt", help="Number of the receipt that the customer holds.")
@click.option("--for", "invoices", multiple=True, metavar="INVOICE", help="Invoice that it pays. Repeatable.")
def handed(
    customer: str, amount: int, to: str, receipt: str | None, invoices: tuple[str, ...], day: date | None,
    folder: Path, lang: str | None,
) -> None:  # fmt: skip
    """Enter that CUSTOMER gave AMOUNT in cash to somebody of yours. What it pays rests while you look for it.

    \b
    Example:
      kit record handed maju-jaya 2.000.000 --to "Agus Salim" --receipt KW-0231
    """  # noqa: D301 - Click's paragraph mark
    with pen(folder, customer, day, lang) as book:
        book.knows(invoices)
        on = book.session.as_of
        if any((each.date, each.amount, each.to) == (on, amount, to) for each in book.customer.handed):
            book.refuse(error("entered-already", None, customer=customer, date=str(on)))
        fields: Fields = {"date": on, "amount": amount, "to": to, "receipt": receipt or "",
                  "for": _one_or_many(invoices)}  # fmt: skip
        book.insert("handed", fields)
        book.say("recorded-handed", amount=amount, to=to, days=book.session.book.policy.claim_days)


@click.command()
@pen_options("Day on which the goods came back.")
@click.argument("invoice")
@click.argument("value", type=Money())
@click.option("--note", help="What came back, and why.")
@click.option("--answer-by", type=Day(), metavar="DATE", help="Last day of our answer. Default: as the policy says.")
def returned(
    customer: str, invoice: str, value: int, note: str | None, answer_by: date | None, day: date | None,
    folder: Path, lang: str | None,
) -> None:  # fmt: skip
    """Enter that CUSTOMER returned goods of INVOICE for VALUE. The invoice rests until you have answered.

    \b
    Example:
      kit record returned maju-jaya INV/2026/0912 1.200.000 --note "tiga karton penyok"
    """  # noqa: D301 - Click's paragraph mark
    with pen(folder, customer, day, lang) as book:
        book.knows([invoice])
        on, rules = book.session.as_of, book.session.book
        if answer_by is not None and answer_by < on:
            book.refuse(error("dates-reversed", None, last="answer_by", late=str(answer_by), first="date",
                              early=str(on)))  # fmt: skip
        if any((each.date, each.value) == (on, value) and book.means(invoice, each.invoice)
               for each in book.customer.returns):  # fmt: skip
            book.refuse(error("entered-already", None, customer=customer, date=str(on)))
        book.insert("returns", {"date": on, "invoice": invoice, "value": value, "note": note or "",
                                "answer_by": answer_by or ""})  # fmt: skip
        until = answer_day(Returned(on, invoice, value, None, answer_by), rules.policy, rules.calendar)
        book.say("recorded-returned", invoice=invoice, amount=value, until=until)


@click.command()
@pen_options("Day of the answer.")
@click.argument("invoice")
def answered(customer: str, invoice: str, day: date | None, folder: Path, lang: str | None) -> None:
    """Enter that CUSTOMER got our answer about INVOICE: its goods that came back, or an objection to it.

    A return rests no more, even without a credit note; an objection stands until `kit record dispute-closed`.

    \b
    Example:
      kit record answered maju-jaya INV/2026/0912
    """  # noqa: D301 - Click's paragraph mark
    with pen(folder, customer, day, lang) as book:
        on = book.session.as_of
        places = [book.place("returns", each) for each in book.customer.returns
                  if book.means(invoice, each.invoice) and is_waiting(each, book.customer, on)]  # fmt: skip
        objections = [book.place("disputes", each) for each in book.customer.disputes
                      if book.means(invoice, each.invoice) and awaits_answer(each, on)]  # fmt: skip
        if not places and not objections:
            book.refuse(Problem("no-such-return", data={"customer": customer, "invoice": invoice}))
        if places:
            book.set("returns", places[0], "answered", on)
        else:
            book.set("disputes", objections[0], "answered", on)
        book.say("recorded-answered" if places else "recorded-answered-objection", invoice=invoice, day=on)


@click.command()
@pen_options("Day from which it is so.")
@click.option("--source", required=True, help="How you know: number of the ruling, letter of the administrator.")
def insolvent(customer: str, source: str, day: date | None, folder: Path, lang: str | None) -> None:
    """Enter that CUSTOMER is in a moratorium (PKPU) or bankrupt. From that day on nothing goes out.

    \b
    Example:
      kit record insolvent maju-jaya --source "putusan pengadilan niaga, surat pengurus"
    """  # noqa: D301 - Click's paragraph mark
    with pen(folder, customer, day, lang) as book:
        _close(book, "insolvent", source, known=book.customer.insolvent is not None)
        book.say("recorded-insolvent", day=book.session.as_of)


@click.command()
@pen_options("Day of the death.")
@click.option("--source", required=True, help="How you know: word of the family, a certificate.")
def deceased(customer: str, source: str, day: date | None, folder: Path, lang: str | None) -> None:
    """Enter that CUSTOMER has died. From that day on nothing goes out.

    \b
    Example:
      kit record deceased warung-endang --source "kabar keluarga, telepon"
    """  # noqa: D301 - Click's paragraph mark
    with pen(folder, customer, day, lang) as book:
        _close(book, "deceased", source, known=book.customer.deceased is not None)
        book.say("recorded-deceased", day=book.session.as_of)


#: The words of this room, in the order in which `kit record` takes them.
COMMANDS = (giro, giro_cleared, giro_bounced, handed, returned, answered, insolvent, deceased)


def _one_or_many(invoices: tuple[str, ...]) -> str | tuple[str, ...]:
    return invoices[0] if len(invoices) == 1 else invoices


def _end(book: Pen, number: str, field: str) -> None:
    """Write what became of a giro, where it is known and nothing was written of it."""
    giros = book.customer.giros
    who = book.customer.id
    numbers = [each.number for each in giros]
    if number not in numbers:
        book.refuse(Problem("no-such-giro", data={"customer": who, "number": number, **nearest(number, numbers)}))
    place = max(place for place, each in enumerate(giros) if each.number == number)
    for state, on in (("cleared", giros[place].cleared), ("bounced", giros[place].bounced)):
        if on is not None:
            book.refuse(error("giro-settled", None, customer=who, number=number, state=state, date=str(on)))
    book.set("giros", place, field, book.session.as_of)


def _close(book: Pen, key: str, source: str, *, known: bool) -> None:
    if known:
        book.refuse(error("entered-already", None, customer=book.customer.id, date=str(book.session.as_of)))
    book.change(Fact(key, {"date": book.session.as_of, "source": source}))
