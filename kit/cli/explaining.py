"""`kit explain`: why this letter, why not another one, and where every rupiah comes from."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from kit.basics.money import format_number, format_rupiah
from kit.cli.session import Session, book_options, day_option, known_customers, open_book
from kit.cli.status import verdict_data
from kit.cli.tables import table
from kit.cli.weighing import stages_data, stages_text
from kit.domain.calendar import PROVINCES, hours_of
from kit.domain.cases import Case, cases
from kit.domain.considering import Considered, considered
from kit.domain.pacing import province_of
from kit.domain.promises import ENOUGH, kept_rate, standings
from kit.domain.register import Sent
from kit.domain.situation import Rules
from kit.domain.statement import Line
from kit.domain.verdict import Blocked, occasion


@click.command()
@click.argument("customer")
@book_options
@day_option
@click.option("--json", "as_json", is_flag=True, help="For a program.")
def explain(customer: str, folder: Path, lang: str | None, as_of: date | None, as_json: bool) -> None:
    """Show the account of one CUSTOMER with its sources, and the reasons of today's verdict.

    \b
    Example:
      kit explain maju-jaya
    """  # noqa: D301 - Click's paragraph mark
    session = open_book(folder, as_of, lang, warn=False)
    known_customers(session, [customer])
    (case,) = cases(session.book, session.as_of, [customer])
    click.echo(as_data(session, case) if as_json else as_text(session, case))


def as_data(session: Session, case: Case) -> str:
    """Return figures, sources and reasons as JSON."""
    statement = case.statement
    data = {
        "id": case.customer.id,
        "as_of": str(session.as_of),
        "outstanding": statement.outstanding,
        "past_due": statement.past_due,
        "claim": statement.claim,
        "unallocated": statement.unallocated,
        "invoices": [
            {
                "number": line.invoice.number, "issued": str(line.invoice.issued),
                "due": None if line.invoice.awaits else str(line.invoice.due),
                "amount": line.invoice.amount, "credited": line.credited, "paid": line.paid,
                "outstanding": line.outstanding, "days_past_due": line.days_past_due, "disputed": line.disputed,
                "source": f"{line.invoice.at.path}:{line.invoice.at.line}",
                "applied": [
                    {"date": str(each.date), "amount": each.amount, "kind": each.kind} for each in line.applied
                ],
            }
            for line in statement.lines
        ],
        "promises": [
            {"made": str(each.promise.made), "by": str(each.promise.by), "amount": each.promise.amount,
             "paid": each.paid, "state": each.state.value}
            for each in standings(case.customer, session.as_of)
        ],
        **verdict_data(case.verdict, session.say),
        "considered": stages_data(_considered(session, case), session.say),
        "needs": [session.say.reason(each) for each in case.verdict.needs] if isinstance(case.verdict, Blocked) else [],
    }  # fmt: skip
    return json.dumps(data, ensure_ascii=False, indent=2)


def as_text(session: Session, case: Case) -> str:
    """Return the account and the verdict for a person."""
    say, statement, verdict = session.say, case.statement, case.verdict
    parts = [f"{case.customer.name} ({case.customer.id}), {say.door('as-of', day=session.as_of)}", ""]
    parts += [say.door("explain-statement"), _account(session, case)]
    parts += _money(session, case)
    if statement.unallocated:
        parts.append(f"{say.door('unallocated')}: {format_rupiah(statement.unallocated)}")
    kept, ended = kept_rate(case.customer, session.as_of)
    if ended:
        few = f" ({say.door('explain-promises-few')})" if ended < ENOUGH else ""
        parts.append(say.door("explain-promises", kept=kept, ended=ended) + few)
    parts += ["", f"{say.door('explain-verdict')}: {say.verdict(verdict)}"]
    message = occasion(verdict)
    if message is not None:
        parts.append(f"  {say.door('explain-items')}: {_numbers(message.items)}")
        if message.listed:
            parts.append(f"  {say.door('explain-listed')}: {_numbers(message.listed)}")
        parts.append(f"  {say.door('explain-channels')}: {', '.join(message.channels)}")
        zone = PROVINCES[province_of(case.customer, session.book.creditor)]
        hours = hours_of(session.book.policy.window, zone, message.act_on)
        parts.append(f"  {say.door('explain-act-on')}: {say.day(message.act_on)}, {hours}")
        if message.deadline:
            parts.append(f"  {say.door('explain-deadline')}: {say.day(message.deadline)}")
    parts += ["", say.door("explain-why"), *(f"  - {say.reason(each)}" for each in verdict.reasons)]
    if isinstance(verdict, Blocked):
        parts += ["", say.door("explain-needs"), *(f"  - {say.reason(each)}" for each in verdict.needs)]
    parts += ["", say.door("explain-considered"), *stages_text(_considered(session, case), say)]
    return "\n".join([*parts, "", say.door("explain-sent"), *_sent(session, case)])


def _considered(session: Session, case: Case) -> tuple[Considered, ...]:
    book = session.book
    rules = Rules(book.creditor, book.policy, book.calendar)
    return considered(case.customer, case.statement, book.register(case.customer.id), rules)


def _account(session: Session, case: Case) -> str:
    rows = []
    for line in case.statement.lines:
        bill = line.invoice
        figures = (bill.amount, line.credited, line.paid, line.outstanding)
        rows.append((bill.number, str(bill.issued), "" if bill.awaits else str(bill.due), str(line.days_past_due or ""),
                     *(format_number(each) for each in figures), f"{bill.at.path}:{bill.at.line}"))  # fmt: skip
    foot = (session.say.door("total"), "", "", "", "", "", "", format_number(case.statement.outstanding), "")
    return table((*session.say.ledger_columns(), ""), rows, (3, 4, 5, 6, 7), foot)


def _money(session: Session, case: Case) -> list[str]:
    """Return every payment and credit note up to the day, with the place where it is written."""
    paid = [(each.date, each.amount, ", ".join(each.invoices), each.at, "paid") for each in case.customer.payments]
    noted = [
        (each.date, each.amount, " ".join(filter(None, (each.number, each.invoice))), each.at, "credited")
        for each in case.customer.credit_notes
    ]
    rows = sorted(each for each in (*paid, *noted) if each[0] <= session.as_of)
    return [
        f"  {day}  {session.say.door(f'explain-{kind}')} {format_rupiah(amount)}  {about}  ({at.path}:{at.line})"
        for day, amount, about, at, kind in rows
    ]


def _sent(session: Session, case: Case) -> list[str]:
    entries = [
        each for each in session.book.register(case.customer.id).entries(session.as_of) if isinstance(each, Sent)
    ]
    lines = [f"  {each.date}  {each.stage}  {each.channel}  {', '.join(each.items)}" for each in entries]
    return lines or [f"  {session.say.door('nothing-sent')}"]


def _numbers(lines: tuple[Line, ...]) -> str:
    return ", ".join(line.invoice.number for line in lines)
