"""`kit record slip`, `write-off`, `refund`: what settles or leaves an account beside money received."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kit.basics.problems import error
from kit.cli.pen import Money, pen, pen_options
from kit.output.editing import Fields


@click.command()
@pen_options("Day of the slip.")
@click.argument("invoice")
@click.option("--number", required=True, help="Number of the slip (bukti potong).")
@click.option("--amount", type=Money(), required=True, help="Tax that it shows.")
def slip(
    customer: str, invoice: str, number: str, amount: int, day: date | None, folder: Path, lang: str | None
) -> None:
    """Enter a slip for tax that CUSTOMER withheld from INVOICE and paid in your name.

    \b
    Example:
      kit record slip maju-jaya INV/2026/0912 --number 2600012345 --amount 210.000
    """  # noqa: D301 - Click's paragraph mark
    with pen(folder, customer, day, lang) as book:
        book.knows([invoice])
        on = book.session.as_of
        if any((each.number, each.invoice) == (number, invoice) for each in book.customer.slips):
            book.refuse(error("entered-already", None, customer=customer, date=str(on)))
        book.insert("slips", {"number": number, "date": on, "for": invoice, "amount": amount})
        book.say("recorded-slip", number=number, amount=amount, invoice=invoice)


@click.command("write-off")
@pen_options("Day on which it is given up.")
@click.argument("invoice")
@click.option("--reason", required=True, help="Why; the customer never reads it.")
@click.option("--amount", type=Money(), help="What is given up. Default: all that is left on that day.")
def write_off(
    customer: str, invoice: str, reason: str, amount: int | None, day: date | None, folder: Path, lang: str | None
) -> None:
    """Enter that you give up INVOICE of CUSTOMER, or an amount of it.

    \b
    Examples:
      kit record write-off maju-jaya INV/2026/0912 --reason "selisih pembulatan" --amount 250
      kit record write-off maju-jaya INV/2026/0912 --reason "tidak tertagih"
    """  # noqa: D301 - Click's paragraph mark
    with pen(folder, customer, day, lang) as book:
        book.knows([invoice])
        on = book.session.as_of
        if any((each.date, each.invoice, each.amount) == (on, invoice, amount) for each in book.customer.write_offs):
            book.refuse(error("entered-already", None, customer=customer, date=str(on)))
        fields: Fields = {"date": on, "for": invoice, "amount": amount or "", "reason": reason}
        book.insert("write_offs", fields)
        book.say("recorded-write-off", invoice=invoice, day=on)


@click.command()
@pen_options("Day on which the money went back.")
@click.argument("amount", type=Money())
@click.option("--reference", help="What tells this transfer from others.")
@click.option("--reason", help="Why; the customer never reads it.")
def refund(
    customer: str, amount: int, reference: str | None, reason: str | None, day: date | None, folder: Path,
    lang: str | None,
) -> None:  # fmt: skip
    """Enter that you gave AMOUNT back to CUSTOMER, out of what was paid beyond the invoices.

    \b
    Example:
      kit record refund maju-jaya 150.000 --reason "kelebihan pembayaran"
    """  # noqa: D301 - Click's paragraph mark
    with pen(folder, customer, day, lang) as book:
        on = book.session.as_of
        if any((each.date, each.amount, each.reference) == (on, amount, reference) for each in book.customer.refunds):
            book.refuse(error("entered-already", None, customer=customer, date=str(on)))
        book.insert("refunds", {"date": on, "amount": amount, "reference": reference or "", "reason": reason or ""})
        book.say("recorded-refund", amount=amount, day=on)
