"""`kit record payment`, `promise`, `hold`, `dispute`, `claim`: into the customer's own file, its comments untouched."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kit.basics.money import format_rupiah
from kit.basics.problems import error
from kit.cli.pen import Money, pen, pen_options
from kit.cli.session import Day
from kit.domain.lanes import Ground
from kit.domain.model import Dispute
from kit.domain.objections import answer_by as answer_day
from kit.output.editing import Fields


@click.command()
@pen_options("Day on which the money came in.")
@click.argument("amount", type=Money())
@click.option("--for", "invoices", multiple=True, metavar="INVOICE", help="Invoice that the payer named. Repeatable.")
@click.option("--method", help="How it was paid, such as transfer.")
@click.option(
    "--reference", help="What tells this payment from others: the bank's reference, the number of the receipt."
)
@click.option("--again", is_flag=True, help="An equal payment of that day is entered already, and this is another one.")
def payment(
    customer: str, amount: int, invoices: tuple[str, ...], method: str | None, reference: str | None, again: bool,
    day: date | None, folder: Path, lang: str | None,
) -> None:  # fmt: skip
    """Enter money that CUSTOMER has paid.

    \b
    Examples:
      kit record payment maju-jaya 10.500.000 --for INV/2026/0912
      kit record payment maju-jaya 2.000.000 --date 2026-11-20 --method transfer
    """  # noqa: D301 - Click's paragraph mark
    with pen(folder, customer, day, lang) as book:
        book.knows(invoices)
        on = book.session.as_of
        if not again and any((each.date, each.amount) == (on, amount) for each in book.customer.payments):
            book.refuse(error("payment-again", None, customer=customer, amount=format_rupiah(amount), date=str(on)))
        fields: Fields = {"date": on, "amount": amount, "for": invoices[0] if len(invoices) == 1 else invoices,
                  "method": method or "", "reference": reference or ""}  # fmt: skip
        book.insert("payments", fields)
        book.say("recorded-payment", amount=amount, day=on)


@click.command()
@pen_options("Day on which it was made.")
@click.argument("amount", type=Money())
@click.option("--by", type=Day(), required=True, metavar="DATE", help="Last day of the promise.")
@click.option("--via", help="How it was made: telepon, WhatsApp.")
def promise(
    customer: str, amount: int, by: date, via: str | None, day: date | None, folder: Path, lang: str | None
) -> None:
    """Enter that CUSTOMER promised to pay AMOUNT. Reminders rest until that day has passed.

    \b
    Example:
      kit record promise maju-jaya 5.000.000 --by 2026-11-27 --via telepon
    """  # noqa: D301 - Click's paragraph mark
    with pen(folder, customer, day, lang) as book:
        made = book.session.as_of
        if by < made:
            book.refuse(error("dates-reversed", None, last="by", late=str(by), first="made", early=str(made)))
        if any((each.made, each.amount, each.by) == (made, amount, by) for each in book.customer.promises):
            book.refuse(error("entered-already", None, customer=customer, date=str(made)))
        book.insert("promises", {"made": made, "amount": amount, "by": by, "via": via or ""})
        book.say("recorded-promise", amount=amount, by=by)


@click.command()
@pen_options("First day of the pause.")
@click.option("--reason", required=True, help="Why; the customer never reads it.")
@click.option("--until", type=Day(), metavar="DATE", help="Last day of the pause. Default: until you end it.")
@click.option("--invoice", "invoices", multiple=True, help="Pause this invoice only. Repeatable.")
def hold(
    customer: str, reason: str, until: date | None, invoices: tuple[str, ...], day: date | None, folder: Path,
    lang: str | None,
) -> None:  # fmt: skip
    """Pause everything towards CUSTOMER, or what concerns some invoices.

    \b
    Examples:
      kit record hold maju-jaya --reason "menunggu audit" --until 2026-12-04
      kit record hold maju-jaya --reason "retur barang" --invoice INV/2026/0912
    """  # noqa: D301 - Click's paragraph mark
    with pen(folder, customer, day, lang) as book:
        since = book.session.as_of
        book.knows(invoices)
        if until is not None and until < since:
            book.refuse(error("dates-reversed", None, last="until", late=str(until), first="since", early=str(since)))
        if any((each.since, each.until, each.invoices) == (since, until, invoices) for each in book.customer.holds):
            book.refuse(error("entered-already", None, customer=customer, date=str(since)))
        book.insert("holds", {"since": since, "reason": reason, "until": until or "", "invoices": invoices})
        book.say("recorded-hold-until" if until else "recorded-hold", since=since, until=until)


@click.command()
@pen_options("Day on which the objection came.")
@click.argument("invoice")
@click.option("--reason", help="What the customer objects to.")
@click.option("--ground", type=click.Choice([each.value for each in Ground]), help="Reason code of the objection.")
@click.option("--amount", type=Money(), help="The part that is objected to. Default: the whole invoice.")
@click.option("--answer-by", type=Day(), metavar="DATE", help="Last day of our answer. Default: as the policy says.")
def dispute(
    customer: str, invoice: str, reason: str | None, ground: str | None, amount: int | None, answer_by: date | None,
    day: date | None, folder: Path, lang: str | None,
) -> None:  # fmt: skip
    """Enter that CUSTOMER objects to INVOICE. It, or the part, is not demanded while the objection is open.

    \b
    Examples:
      kit record dispute maju-jaya INV/2026/0912 --ground quality --reason "tiga karton rusak"
      kit record dispute maju-jaya INV/2026/0912 --amount 1.500.000
    """  # noqa: D301 - Click's paragraph mark
    with pen(folder, customer, day, lang) as book:
        book.knows([invoice])
        opened = book.session.as_of
        if any(book.means(invoice, each.invoice) and each.is_open(opened) for each in book.customer.disputes):
            book.refuse(error("entered-already", None, customer=customer, date=str(opened)))
        if answer_by is not None and answer_by < opened:
            book.refuse(error("dates-reversed", None, last="answer_by", late=str(answer_by), first="opened",
                              early=str(opened)))  # fmt: skip
        book.insert("disputes", {"invoice": invoice, "opened": opened, "ground": ground or "", "reason": reason or "",
                                 "amount": amount or "", "answer_by": answer_by or ""})  # fmt: skip
        code = "recorded-dispute-part" if amount else "recorded-dispute"
        rules = book.session.book
        until = answer_day(Dispute(invoice, opened, answer_by=answer_by), rules.policy, rules.calendar)
        book.say(code, invoice=invoice, day=opened, amount=amount, until=until)


@click.command()
@pen_options("Day on which the customer told of it.")
@click.argument("amount", type=Money())
@click.option("--via", help="How the customer told of it: telepon, WhatsApp.")
@click.option("--for", "invoices", multiple=True, metavar="INVOICE", help="Invoice that was named. Repeatable.")
def claim(
    customer: str, amount: int, via: str | None, invoices: tuple[str, ...], day: date | None, folder: Path,
    lang: str | None,
) -> None:  # fmt: skip
    """Enter that CUSTOMER says AMOUNT was paid already. Reminders rest while you look for it.

    \b
    Example:
      kit record claim maju-jaya 10.500.000 --via WhatsApp
    """  # noqa: D301 - Click's paragraph mark
    with pen(folder, customer, day, lang) as book:
        book.knows(invoices)
        made = book.session.as_of
        if any((each.made, each.amount) == (made, amount) for each in book.customer.claims):
            book.refuse(error("entered-already", None, customer=customer, date=str(made)))
        fields: Fields = {"made": made, "amount": amount, "via": via or "",
                  "for": invoices[0] if len(invoices) == 1 else invoices}  # fmt: skip
        book.insert("claims", fields)
        book.say("recorded-claim", amount=amount, days=book.session.book.policy.claim_days)
