"""`kit explain`: why this letter, why not another one, and where every rupiah comes from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import click

from kit.basics.money import format_number
from kit.cli.sayings import Sayings
from kit.cli.session import Session, book_options, day_option, known_customers, open_book
from kit.cli.sourcing import entries_data, line_data, sources_text, unallocated_data
from kit.cli.status import verdict_data
from kit.cli.tables import table
from kit.cli.weighing import WIDTH, lined, stages_data, stages_text
from kit.domain.calendar import PROVINCES, hours_of
from kit.domain.cases import Case, cases
from kit.domain.considering import Considered, considered
from kit.domain.pacing import province_of
from kit.domain.promises import ENOUGH, kept_rate, standings
from kit.domain.register import Sent
from kit.domain.situation import Rules
from kit.domain.statement import Line
from kit.domain.verdict import Blocked, Reason, occasion

#: What is added to an amount or taken from it, and what is left: columns of the statement in their order.
_FIGURES = ("charged", "credited", "paid", "withheld", "discounted", "written_off", "outstanding")
_ALWAYS = ("credited", "paid", "outstanding")
#: Columns that are left out one after the other where a table is too wide: each stands in the lines below it too.
_GIVING_WAY = ("issued", "days_past_due", "due")


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
    """Return the statement as a table; what changes no invoice has no column, and what must give way goes first."""
    say, lines = session.say, case.statement.lines
    figures = {name: [getattr(line, name) for line in lines] for name in _FIGURES}
    shown = [name for name in _FIGURES if name in _ALWAYS or any(figures[name])]
    words = {
        "number": [line.invoice.number for line in lines],
        "issued": [str(line.invoice.issued) for line in lines],
        "due": ["" if line.invoice.awaits else str(line.invoice.due) for line in lines],
        "days_past_due": [str(line.days_past_due or "") for line in lines],
        "amount": [format_number(line.invoice.amount) for line in lines],
        **{name: [format_number(each) for each in figures[name]] for name in shown},
    }
    giving_way = [*_GIVING_WAY, *(name for name in _ALWAYS[:2] if not any(figures[name]))]
    names = list(words)
    while max(map(len, (found := _columns(say, words, names, case)).splitlines())) > WIDTH and giving_way:
        names.remove(giving_way.pop(0))
    return found


def _columns(say: Sayings, words: Mapping[str, list[str]], names: list[str], case: Case) -> str:
    heads, rows = say.ledger_columns(), list(zip(*(words[name] for name in names), strict=True))
    foot = (say.door("total"), *("" for _ in names[2:]), format_number(case.statement.outstanding))
    right = [place for place, name in enumerate(names) if name not in ("number", "issued", "due")]
    return table([heads[name] for name in names], rows, right, foot)


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
