"""`kit diff`: what is new, changed or gone between two days of a book."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from kit.basics.money import format_number
from kit.cli.session import Day, Session, book_options, known_customers, open_book
from kit.cli.status import WORDS, stage_of
from kit.cli.tables import table
from kit.domain.cases import Case, cases

STATES = ("new", "changed", "gone", "same")
FIGURES = ("outstanding", "past_due", "claim", "unallocated")


@dataclass(frozen=True, slots=True)
class Change:
    """One customer on two days: the state, and the invoices that began or ceased to be open."""

    before: Case
    after: Case
    state: str
    opened: tuple[str, ...]
    closed: tuple[str, ...]


@click.command()
@click.argument("first", type=Day(), metavar="DATE")
@click.argument("second", type=Day(), metavar="DATE")
@click.option("--only", multiple=True, metavar="CUSTOMER", help="Look at these customers only.")
@click.option("--json", "as_json", is_flag=True, help="For a program: a row per customer with both days.")
@book_options
def diff(first: date, second: date, only: tuple[str, ...], folder: Path, lang: str | None, *, as_json: bool) -> None:
    r"""Show what is new, changed or gone between two days.

    New is a customer who owes something on the second day and did not on the first; gone is one who
    owes nothing any more; changed are other figures, another stage or another verdict. Both days are
    seen as they were: entries dated after them are ignored.

    \b
    Example:
      kit diff 2026-11-16 2026-11-23
    """
    session = open_book(folder, second, lang, warn=False)
    known_customers(session, only)
    pairs = zip(cases(session.book, first, only), cases(session.book, second, only), strict=True)
    changes = tuple(compared(session, before, after) for before, after in pairs)
    click.echo(as_data(session, first, changes) if as_json else as_text(session, first, changes))


def compared(session: Session, before: Case, after: Case) -> Change:
    """Return what became of one customer; the mere passing of days is no change."""
    then = [line.invoice.number for line in before.statement.open]
    now = [line.invoice.number for line in after.statement.open]
    if bool(then) != bool(now):
        state = "new" if now else "gone"
    else:
        state = "changed" if _facts(session, before) != _facts(session, after) else "same"
    opened, closed = (each for each in now if each not in then), (each for each in then if each not in now)
    return Change(before, after, state, tuple(opened), tuple(closed))


def as_data(session: Session, first: date, changes: tuple[Change, ...]) -> str:
    """Return how many there are of each state, and every customer with both days, as JSON."""
    rows = [
        {
            "id": each.after.customer.id,
            "state": each.state,
            "invoices_opened": each.opened,
            "invoices_closed": each.closed,
            "before": _side(session, each.before),
            "after": _side(session, each.after),
        }
        for each in changes
    ]
    days = {"from": str(first), "to": str(session.as_of)}
    return json.dumps({**days, **_counts(changes), "customers": rows}, ensure_ascii=False, indent=2)


def as_text(session: Session, first: date, changes: tuple[Change, ...]) -> str:
    """Return a table of the customers who are not as they were, sums, and how many there are of each state."""
    say = session.say
    rows = [
        (
            each.after.customer.id,
            say.door(f"plan-{each.state}"),
            *(format_number(side.statement.outstanding) for side in (each.before, each.after)),
            *(format_number(side.statement.past_due) for side in (each.before, each.after)),
            _arrow(say.verdict(each.before.verdict), say.verdict(each.after.verdict)),
        )
        for each in changes
        if each.state != "same"
    ]
    sums = (
        sum(getattr(getattr(each, side).statement, figure) for each in changes)
        for figure in ("outstanding", "past_due")
        for side in ("before", "after")
    )
    foot = (say.door("total"), "", *map(format_number, sums), "")
    head = f"{session.book.creditor.name}, {say.door('diff-days', first=first, second=session.as_of)}"
    columns = say.door("diff-columns").split("|")
    counts = ", ".join(f"{number} {say.door(f'plan-{state}')}" for state, number in _counts(changes).items())
    return f"{head}\n\n{table(columns, rows, (2, 3, 4, 5), foot)}\n\n{counts}"


def _facts(session: Session, case: Case) -> tuple[object, ...]:
    """Return what makes a change: figures and open invoices, stage and verdict."""
    statement = case.statement
    open_ = tuple((line.invoice.number, line.outstanding, line.disputed) for line in statement.open)
    figures = tuple(getattr(statement, figure) for figure in FIGURES)
    return (*figures, open_, stage_of(session, case), session.say.verdict(case.verdict))


def _side(session: Session, case: Case) -> dict[str, object]:
    return {
        **{figure: getattr(case.statement, figure) for figure in FIGURES},
        "days_past_due": case.statement.days_past_due,
        "stage": stage_of(session, case),
        "verdict": WORDS[type(case.verdict)],
        "text": session.say.verdict(case.verdict),
    }


def _counts(changes: tuple[Change, ...]) -> dict[str, int]:
    return {state: sum(each.state == state for each in changes) for state in STATES}


def _arrow(before: str, after: str) -> str:
    return after if before == after else f"{before} → {after}"
