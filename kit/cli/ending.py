"""`kit record hold-ended` and `dispute-closed`: a pause or an objection in the customer's file gets its end."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kit.basics.problems import error
from kit.cli.pen import pen, pen_options
from kit.cli.session import Day
from kit.domain.model import Hold


@click.command("hold-ended")
@pen_options("Last day of the pause; the next day reminders go on.")
@click.option("--since", type=Day(), metavar="DATE", help="Which pause, where several are open: the one since DATE.")
@click.option("--invoice", help="Which pause, where several are open: the one of INVOICE.")
def hold_ended(
    customer: str, since: date | None, invoice: str | None, day: date | None, folder: Path, lang: str | None
) -> None:
    """Enter the last day of the pause that was set by hand for CUSTOMER.

    \b
    Examples:
      kit record hold-ended maju-jaya
      kit record hold-ended maju-jaya --invoice INV/2026/0912 --date 2026-11-22
    """  # noqa: D301 - Click's paragraph mark
    with pen(folder, customer, day, lang) as book:
        last = book.session.as_of
        holds = enumerate(book.customer.holds)
        still = [(place, each) for place, each in holds if each.is_active(last) and each.until != last]
        found = [
            (place, each) for place, each in still
            if (since is None or each.since == since)
            and (invoice is None or any(book.means(invoice, number) for number in each.invoices))
        ]  # fmt: skip
        if len(found) != 1:
            known = "; ".join(_named(each) for _, each in still)
            several = error("hold-which", None, customer=customer, known=known)
            none = error("hold-none", None, customer=customer, date=str(last), known=known or "-")
            book.refuse(several if found else none)
        place, ended = found[0]
        book.set("holds", place, "until", last)
        book.say("recorded-hold-ended", since=ended.since, day=last)


@click.command("dispute-closed")
@pen_options("Day on which it was settled; from then on the invoice counts again.")
@click.argument("invoice")
def dispute_closed(customer: str, invoice: str, day: date | None, folder: Path, lang: str | None) -> None:
    """Enter that the objection of CUSTOMER to INVOICE is settled. What remains of it may be asked for again.

    A reduction that was granted is a credit note; write it into the customer's file first.

    \b
    Example:
      kit record dispute-closed maju-jaya INV/2026/0912
    """  # noqa: D301 - Click's paragraph mark
    with pen(folder, customer, day, lang) as book:
        closed = book.session.as_of
        still = [each for each in book.customer.disputes if each.is_open(closed)]
        found = dict.fromkeys(book.place("disputes", each) for each in still if book.means(invoice, each.invoice))
        if not found:
            known = ", ".join(dict.fromkeys(each.invoice for each in still))
            book.refuse(error("dispute-none", None, customer=customer, number=invoice, date=str(closed),
                              known=known or "-"))  # fmt: skip
        for place in found:
            book.set("disputes", place, "closed", closed)
        book.say("recorded-dispute-closed", invoice=invoice, day=closed)


def _named(hold: Hold) -> str:
    """Return a pause as an error names it: since when, about which invoices, why."""
    about = f" {', '.join(hold.invoices)}" if hold.invoices else ""
    return f"{hold.since}{about} ({hold.reason})"
