"""`kit explain`: why this letter, why not another one, and where every rupiah comes from."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from kit.basics.money import format_number
from kit.cli.sayings import Sayings
from kit.cli.session import Session, book_options, day_option, known_customers, open_book
from kit.cli.sourcing import entries_data, line_data, sources_text, unallocated_data
from kit.cli.status import verdict_data
from kit.cli.tables import table
from kit.cli.weighing import lined, stages_data, stages_text
from kit.domain.calendar import PROVINCES, hours_of
from kit.domain.cases import Case, cases
from kit.domain.considering import Considered, considered
from kit.domain.pacing import province_of
from kit.domain.promises import ENOUGH, kept_rate, standings
from kit.domain.register import Sent
from kit.domain.situation import Rules
from kit.domain.statement import Line
from kit.domain.verdict import Blocked, Reason, occasion


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
    consent = case.customer.principal_first.date if case.customer.principal_first else None
    data = {
        "id": case.customer.id,
        "as_of": str(session.as_of),
        "outstanding": statement.outstanding,
        "past_due": statement.past_due,
        "claim": statement.claim,
        "unallocated": statement.unallocated,
        "invoices": [
            line_data(line, consent) for line in statement.lines
        ],
        "entries": entries_data(case.customer, session.as_of),
        "unallocated_from": unallocated_data(case.customer, statement),
        "tolerance": _tolerance(session, case),
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
    parts += ["", *sources_text(case.customer, statement, say)]
    parts.append(say.door("explain-tolerance", amount=_tolerance(session, case)))
    kept, ended = kept_rate(case.customer, session.as_of)
    if ended:
        few = f" ({say.door('explain-promises-few')})" if ended < ENOUGH else ""
        parts.append(say.door("explain-promises", kept=kept, ended=ended) + few)
    parts += ["", f"{say.door('explain-verdict')}: {say.verdict(verdict)}"]
    message = occasion(verdict)
    if message is not None:
        parts += lined(_numbers(message.items), f"  {say.door('explain-items')}: ")
        if message.listed:
            parts += lined(_numbers(message.listed), f"  {say.door('explain-listed')}: ")
        parts.append(f"  {say.door('explain-channels')}: {', '.join(message.channels)}")
        zone = PROVINCES[province_of(case.customer, session.book.creditor)]
        hours = hours_of(session.book.policy.window, zone, message.act_on)
        parts.append(f"  {say.door('explain-act-on')}: {say.day(message.act_on)}, {hours}")
        if message.deadline:
            parts.append(f"  {say.door('explain-deadline')}: {say.day(message.deadline)}")
    parts += ["", say.door("explain-why"), *_points(say, verdict.reasons)]
    if isinstance(verdict, Blocked):
        parts += ["", say.door("explain-needs"), *_points(say, verdict.needs)]
    stages = stages_text(_considered(session, case), say)
    parts += ["", say.door("explain-considered"), *stages] if stages else []
    return "\n".join([*parts, "", say.door("explain-sent"), *_sent(session, case)])


def _considered(session: Session, case: Case) -> tuple[Considered, ...]:
    book = session.book
    rules = Rules(book.creditor, book.policy, book.calendar)
    return considered(case.customer, case.statement, book.register(case.customer.id), rules)


def _points(say: Sayings, reasons: Iterable[Reason]) -> list[str]:
    return [part for each in reasons for part in lined(say.reason(each), "  - ")]


def _account(session: Session, case: Case) -> str:
    rows = []
    for line in case.statement.lines:
        bill = line.invoice
        figures = (bill.amount, line.credited, line.paid, line.outstanding)
        rows.append((bill.number, str(bill.issued), "" if bill.awaits else str(bill.due), str(line.days_past_due or ""),
                     *(format_number(each) for each in figures)))  # fmt: skip
    foot = (session.say.door("total"), "", "", "", "", "", "", format_number(case.statement.outstanding))
    return table(session.say.ledger_columns(), rows, (3, 4, 5, 6, 7), foot)


def _tolerance(session: Session, case: Case) -> int:
    own = case.customer.tolerance
    return session.book.policy.tolerance if own is None else own


def _sent(session: Session, case: Case) -> list[str]:
    entries = [
        each for each in session.book.register(case.customer.id).entries(session.as_of) if isinstance(each, Sent)
    ]
    lines = [
        part
        for each in entries
        for part in lined(", ".join(each.items), f"  {each.date}  {each.stage}  {each.channel}  ")
    ]
    return lines or [f"  {session.say.door('nothing-sent')}"]


def _numbers(lines: tuple[Line, ...]) -> str:
    return ", ".join(line.invoice.number for line in lines)
