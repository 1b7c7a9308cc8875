"""`kit agree` proposes an instalment plan and writes it; `kit record plan` enters what became of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from kit.basics.dates import long_date_with_weekday
from kit.basics.money import format_number, format_rupiah
from kit.basics.problems import error, warning
from kit.basics.terbilang import terbilang_rupiah
from kit.cli.contracting import signed_paper
from kit.cli.proposals import proposal_of, proposer
from kit.cli.session import Day, Session, book_options, day_option, known_customers, open_book, refuse, show
from kit.cli.tables import table
from kit.cli.wishes import OPEN_FOR, Amount, Parts, PaydayWord, Row, Step, Wish, proposal, wish_of
from kit.domain.agreements import outdated
from kit.domain.cases import cases
from kit.domain.plans import ACCELERATION, GRACE, Plan
from kit.output.editing import Insertion, Setting, edit_customer
from kit.output.recording import recording_lock
from kit.reading.rereading import reader_of


@click.command()
@click.argument("customer")
@click.option("--count", type=int, help="Number of instalments, a down payment not counted.")
@click.option("--amount", type=Amount(), help="Amount of each; the last one takes the rest.")
@click.option("--parts", type=Parts(), metavar="PARTS", help="Parts of it, in order: 30%,30%,rest or 2.000.000,rest.")
@click.option("--row", "rows", type=Row(), multiple=True, metavar="DATE:AMOUNT", help="One instalment, written out.")
@click.option("--first", type=Day(), metavar="DATE", help="Day of the first payment. Needed, but with --row.")
@click.option("--every", type=Step(), metavar="STEP", default="months:1", show_default=True,
              help="From one instalment to the next: months:1, weeks:2, days:10.")  # fmt: skip
@click.option("--payday", type=PaydayWord(), metavar="DAY",
              help="Due when the customer is paid: 25 (of the month), friday. From --first on.")  # fmt: skip
@click.option("--working-days", is_flag=True, help="A due date on a day of rest moves to the next working day.")
@click.option("--down", type=Amount(), default=0, help="Down payment on the first day; the instalments follow it.")
@click.option(
    "--unit",
    type=Amount(),
    default=1000,
    show_default=True,
    help="Equal parts and percentages are rounded down to it.",
)
@click.option("--invoice", "invoices", multiple=True, help="An invoice of the plan. Default: all past due, undisputed.")
@click.option("--valid-until", type=Day(), metavar="DATE", help=f"Last day to sign. Default: {OPEN_FOR} days from now.")
@click.option(
    "--grace", type=click.IntRange(0, 60), default=GRACE, show_default=True, help="Days an instalment may be late."
)
@click.option("--missed", "acceleration", type=click.IntRange(1, 12), default=ACCELERATION, show_default=True,
              help="Missed instalments that break the plan.")  # fmt: skip
@click.option("--write", is_flag=True, help="Enter the plan, as offered, into the customer's file.")
@book_options
@day_option
def agree(customer: str, folder: Path, lang: str | None, as_of: date | None, write: bool, **terms: Any) -> None:
    r"""Work out an instalment plan for CUSTOMER, to the rupiah, and show it.

    Instead of CUSTOMER and terms it takes the code of a proposal that a customer made on the page.
    Nothing is written without --write, and an offer pauses nothing until it is signed.

    \b
    Examples:
      kit agree maju-jaya --count 6 --first 2026-12-15
      kit agree 7QXM-6-20261215-1752
      kit agree maju-jaya --amount 2.000.000 --down 1.500.000 --first 2026-12-01 --write
      kit agree maju-jaya --parts 30%,30%,rest --first 2026-12-01 --payday 25 --working-days
      kit record plan maju-jaya --signed 2026-11-30
    """
    session = open_book(folder, as_of, lang, warn=False)
    word = customer
    customer, wish = _wished(session, word, terms)
    if not write:
        click.echo(as_text(session, customer, _proposed(session, customer, wish)))
        return
    with recording_lock(folder) as held:
        session = open_book(folder, as_of, lang, warn=False)
        customer, wish = _wished(session, word, terms)
        plan = _proposed(session, customer, wish)
        if session.as_of > session.today:
            refuse([error("future-date", date=str(session.as_of), today=str(session.today))], folder, session.say.lang)
        change = Insertion("plans", written(plan))
        if problems := edit_customer(held, customer, change, reader_of(session.files, customer)):
            refuse(problems, folder, session.say.lang)
    click.echo(as_text(session, customer, plan))
    click.echo(session.say.door("agree-written", path=f"data/customers/{customer}.yaml"))


@click.command("plan")
@click.argument("customer")
@click.option("--sent", "sent", type=Day(), metavar="DATE", help="Day on which the offer went out.")
@click.option("--signed", "signed", type=Day(), metavar="DATE", help="Day on which both sides had signed.")
@click.option("--ended", "ended", type=Day(), metavar="DATE", help="Day from which on it no longer counts.")
@book_options
def record_plan(
    customer: str, sent: date | None, signed: date | None, ended: date | None, folder: Path, lang: str | None
) -> None:
    """Enter what became of the newest plan of CUSTOMER that still counts.

    \b
    Example:
      kit record plan maju-jaya --signed 2026-11-30
    """  # noqa: D301 - Click's paragraph mark
    given = [(name, day) for name, day in (("sent", sent), ("signed", signed), ("ended", ended)) if day is not None]
    if len(given) != 1:
        raise click.UsageError("give exactly one of --sent, --signed and --ended")
    ((field, day),) = given
    open_book(folder, None, lang, warn=False)  # no lock file in a folder that is no book
    with recording_lock(folder) as held:
        session = open_book(folder, None, lang, warn=False)
        known_customers(session, [customer])
        say = session.say
        if day > session.today:
            refuse([error("future-date", date=str(day), today=str(session.today))], folder, say.lang)
        (who,) = (each for each in session.book.customers if each.id == customer)
        counting = [(plan.offered, place) for place, plan in enumerate(who.plans) if plan.ended is None]
        if not counting:
            refuse([error("plan-none", customer=customer)], folder, say.lang)
        plan = who.plans[max(counting)[1]]
        paper, problems = signed_paper(session, who, plan, day) if field == "signed" else (None, ())
        if problems:
            refuse(problems, folder, say.lang)
        change = Setting("plans", max(counting)[1], field, day)
        if problems := edit_customer(held, customer, change, reader_of(session.files, customer)):
            refuse(problems, folder, say.lang)
    click.echo(say.door("recorded-plan-paper" if paper else "recorded-plan", customer=customer, offered=plan.offered,
                        field=field, day=day, number=paper.number if paper else ""))  # fmt: skip
    behind = outdated(plan, who, session.book.register(customer), session.today) if field == "signed" else None
    if behind:
        drift = warning("agreement-outdated", None, customer=customer, offered=str(plan.offered), number=behind.number)
        show([drift], folder, say.lang)


def written(plan: Plan) -> dict[str, Any]:
    """Return `plan` as its fields stand in the file."""
    return {
        "offered": plan.offered, "valid_until": plan.valid_until, "invoices": list(plan.invoices), "total": plan.total,
        "grace": plan.grace, "acceleration_after": plan.acceleration_after,
        "instalments": [{"due": row.due, "amount": row.amount} for row in plan.instalments],
    }  # fmt: skip


def as_text(session: Session, customer: str, plan: Plan) -> str:
    """Return the plan as a table, with its sum in the words of the agreement."""
    say = session.say
    left, rows = plan.total, []
    for number, row in enumerate(plan.instalments, 1):
        left -= row.amount
        due = long_date_with_weekday(row.due) if say.lang == "id" else f"{row.due:%a} {say.day(row.due)}"
        rows.append((str(number), due, format_number(row.amount), format_number(left)))
    foot = ("", say.door("total"), format_number(plan.total), "")
    return "\n".join([
        say.door("agree-title", customer=customer, invoices=", ".join(plan.invoices)),
        table(say.door("agree-columns").split("|"), rows, (0, 2, 3), foot),
        f"{format_rupiah(plan.total)} ({terbilang_rupiah(plan.total)})",
        say.door("agree-until", until=plan.valid_until, grace=plan.grace, missed=plan.acceleration_after),
    ])  # fmt: skip


def _wished(session: Session, word: str, terms: dict[str, Any]) -> tuple[str, Wish]:
    """Return the customer and the terms that the operator gave, or those that the code of a proposal tells."""
    code = proposal_of(session, word)
    if code is None:
        return word, Wish(**terms)
    if any(terms[name] for name in ("count", "amount", "parts", "rows", "first", "payday", "down", "invoices")):
        raise click.UsageError("a code tells number and dates itself; leave --count, --first and the like out")
    customer, problems = proposer(session, code)
    if customer is None:
        refuse(problems, session.folder, session.say.lang)
    chosen = {name: terms[name] for name in ("valid_until", "grace", "acceleration")}
    return customer, replace(wish_of(code), **chosen)


def _proposed(session: Session, customer: str, wish: Wish) -> Plan:
    known_customers(session, [customer])
    (case,) = cases(session.book, session.as_of, [customer])
    plan, problems = proposal(case, wish, session.book.calendar)
    if plan is None:
        refuse(problems, session.folder, session.say.lang)
    return plan
