"""`kit meterai`: which papers of the day bear a duty stamp, how many pieces, and what they cost."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from kit.basics.money import format_rupiah
from kit.cli.session import Session, book_options, day_option, open_book
from kit.cli.tables import table
from kit.composing.exhibits import exhibits, stamped
from kit.domain.cases import Case, cases
from kit.domain.matter import at_counsel, matter, told
from kit.domain.meterai import DUTY, Duty, duties
from kit.domain.model import Book
from kit.reading.evidence import evidence_of


@click.command()
@book_options
@day_option
@click.option("--json", "as_json", is_flag=True, help="For a program: a row per paper and the totals.")
def meterai(folder: Path, lang: str | None, as_of: date | None, as_json: bool) -> None:
    """Count the duty stamps (bea meterai, UU 10/2020) that the papers of the day need.

    Agreements that wait for a signature bear one on each of their two originals; a kuitansi or surat
    keterangan lunas above Rp5.000.000 bears one, until it is recorded as sent; each exhibit of a case
    folder bears one when it goes to court. Invoices, reminders and somasi bear none. The kit leaves
    the room and never draws a stamp.

    \b
    Examples:
      kit meterai
      kit meterai --as-of 2026-11-23 --json
    """  # noqa: D301 - Click's paragraph mark
    session = open_book(folder, as_of, lang, warn=False)
    found = [duty for case in cases(session.book, session.as_of) for duty in _duties(session, case)]
    click.echo(as_data(session, found) if as_json else as_table(session, found))


def _duties(session: Session, case: Case) -> tuple[Duty, ...]:
    book, who = session.book, case.customer
    count = stamped_exhibits(session.folder, book, case) if at_counsel(book, case.statement, case.verdict) else 0
    return duties(who, case.statement, book.register(who.id), count)


def stamped_exhibits(folder: Path, book: Book, case: Case) -> int:
    """Return how many exhibits the case folder of one customer holds."""
    send = matter(book, case.statement, case.verdict)
    if send is None:
        return 0
    others = {
        each.name for each in book.customers if each.id != case.customer.id and each.name not in case.customer.name
    }
    evidence = evidence_of(folder, case.customer.id, others)
    return stamped(exhibits(book, case.customer, send, told(book, case.statement), evidence))


def as_data(session: Session, found: list[Duty]) -> str:
    """Return a row per paper and the totals as JSON, in whole rupiah."""
    rows = [
        {"customer": each.customer, "paper": each.paper.value, "number": each.number, "amount": each.amount,
         "pieces": each.pieces, "cost": each.cost}
        for each in found
    ]  # fmt: skip
    whole = {"as_of": str(session.as_of), "duty": DUTY, "pieces": sum(each.pieces for each in found),
             "cost": sum(each.cost for each in found), "papers": rows}  # fmt: skip
    return json.dumps(whole, ensure_ascii=False, indent=2)


def as_table(session: Session, found: list[Duty]) -> str:
    """Return the papers in columns, with why each needs a stamp or none, and the sum."""
    say = session.say
    if not found:
        return say.door("meterai-nothing", day=session.as_of)
    rows = [
        [each.customer, say.door(f"meterai-{each.paper}"), each.number or "-",
         "-" if each.amount is None else format_rupiah(each.amount), str(each.pieces), format_rupiah(each.cost)]
        for each in found
    ]  # fmt: skip
    count = sum(each.pieces for each in found)
    foot = [say.door("total"), "", "", "", str(count), format_rupiah(count * DUTY)]
    head = say.door("meterai-columns").split("|")
    return "\n".join([table(head, rows, (3, 4, 5), foot), "", say.door("meterai-rule", duty=format_rupiah(DUTY))])
