"""`kit record extension`: more time for an invoice, into the customer's file, with a trace of the old due date."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kit.basics.problems import error
from kit.cli.pen import pen, pen_options
from kit.cli.session import Day
from kit.output.editing import Addition, Fields


@click.command()
@pen_options("Day on which it was granted.")
@click.argument("invoice")
@click.option("--due", type=Day(), required=True, metavar="DATE", help="The new last day to pay.")
@click.option("--reason", help="Why; the customer never reads it.")
def extension(
    customer: str, invoice: str, due: date, reason: str | None, day: date | None, folder: Path, lang: str | None
) -> None:
    """Enter more time that CUSTOMER was granted for INVOICE. The next build confirms it in a friendly letter.

    \b
    Example:
      kit record extension maju-jaya INV/2026/0912 --due 2026-12-18 --reason "panen mundur"
    """  # noqa: D301 - Click's paragraph mark
    with pen(folder, customer, day, lang) as book:
        book.knows([invoice])
        granted = book.session.as_of
        whole = [each.part_of or each.number for each in book.customer.invoices]
        found = next((each for each in book.customer.invoices if each.number == invoice), None)
        if found is None or found.part_of is not None:
            book.refuse(error("extension-part", None, number=invoice, customer=customer))
            return
        before = found.seen(granted).due
        if due <= before and not found.seen(granted).awaits:
            book.refuse(error("extension-earlier", None, due=str(due), before=str(before)))
        place = list(dict.fromkeys(whole)).index(invoice)
        fields: Fields = {"granted": granted, "due": due, **({"reason": reason} if reason else {})}
        book.change(Addition("invoices", place, "extensions", fields))
        book.say("recorded-extension", invoice=invoice, due=due, day=granted)
