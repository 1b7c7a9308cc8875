"""`kit status`: who owes what and what comes next, as a table or as JSON."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from kit.basics.money import format_number, format_rupiah
from kit.cli.sayings import Sayings
from kit.cli.session import Session, book_options, day_option, open_book
from kit.cli.tables import table
from kit.cli.weighing import reason_data
from kit.domain.approach import ladder_of
from kit.domain.cases import Case, cases
from kit.domain.history import history
from kit.domain.promises import ENOUGH, kept_rate
from kit.domain.verdict import Blocked, Clear, OnHold, Send, Verdict, Wait, occasion

WORDS = {Send: "send", Wait: "wait", OnHold: "hold", Blocked: "blocked", Clear: "clear"}


@click.command()
@book_options
@day_option
@click.option("--json", "as_json", is_flag=True, help="For a program: totals and a row per customer, in whole rupiah.")
def status(folder: Path, lang: str | None, as_of: date | None, as_json: bool) -> None:
    """Show what each customer owes and what the kit would do.

    Entries dated after the day are ignored, so that any day of the past can be looked at.

    \b
    Example:
      kit status --as-of 2026-11-23 --json
    """  # noqa: D301 - Click's paragraph mark
    session = open_book(folder, as_of, lang, warn=False)
    found = cases(session.book, session.as_of)
    click.echo(as_data(session, found) if as_json else as_table(session, found))


def stage_of(session: Session, case: Case) -> str | None:
    """Return the stage to send, else the last one that was sent, else None."""
    message = occasion(case.verdict)
    if message is not None:
        return message.stage.name
    if isinstance(case.verdict, Blocked):
        return case.verdict.stage.name
    ladder = ladder_of(case.customer, case.statement, session.book.policy)
    last = history(session.book.register(case.customer.id), ladder, case.statement.as_of).last()
    return last.stage if last else None


def totals(found: tuple[Case, ...]) -> dict[str, int]:
    """Return the figures of the whole book: counts, and sums in whole rupiah."""
    accounts = [case.statement for case in found]
    return {
        "open_invoices": sum(len(each.open) for each in accounts),
        "past_due_invoices": sum(len(each.overdue) for each in accounts),
        "past_due_customers": sum(bool(each.overdue) for each in accounts),
        "outstanding": sum(each.outstanding for each in accounts),
        "past_due": sum(each.past_due for each in accounts),
        "unallocated": sum(each.unallocated for each in accounts),
    }


def verdict_data(verdict: Verdict, say: Sayings) -> dict[str, object]:
    """Return a verdict as plain data: its word, its reasons as codes with data and as sentences."""
    reasons = [reason_data(each, say) for each in verdict.reasons]
    return {"verdict": WORDS[type(verdict)], "reasons": reasons}


def as_data(session: Session, found: tuple[Case, ...]) -> str:
    """Return the totals and a row per customer as JSON."""
    rows = [
        {
            "id": case.customer.id,
            "outstanding": case.statement.outstanding,
            "past_due": case.statement.past_due,
            "unallocated": case.statement.unallocated,
            "days_past_due": case.statement.days_past_due,
            "stage": stage_of(session, case),
            "promises": promises_of(session, case),
            **verdict_data(case.verdict, session.say),
        }
        for case in found
    ]
    return json.dumps({"as_of": str(session.as_of), **totals(found), "customers": rows}, ensure_ascii=False, indent=2)


def promises_of(session: Session, case: Case) -> dict[str, object]:
    """Return how many promises were kept, of how many that have ended, and whether these are too few to judge by."""
    kept, ended = kept_rate(case.customer, session.as_of)
    return {"kept": kept, "ended": ended, "few": ended < ENOUGH}


def as_table(session: Session, found: tuple[Case, ...]) -> str:
    """Return a table for a person: whoever is late first, the oldest arrears on top."""
    say = session.say
    order = sorted(
        found, key=lambda case: (-case.statement.days_past_due, -case.statement.outstanding, case.customer.id)
    )
    rows = [
        (
            case.customer.id,
            format_number(case.statement.outstanding),
            format_number(case.statement.past_due),
            str(case.statement.days_past_due or ""),
            stage_of(session, case) or "",
            say.verdict(case.verdict),
        )
        for case in order
    ]
    sums = totals(found)
    foot = (say.door("total"), format_number(sums["outstanding"]), format_number(sums["past_due"]), "", "", "")
    late = say.door("open-invoices", open=sums["open_invoices"], late=sums["past_due_invoices"],
                    who=sums["past_due_customers"])  # fmt: skip
    extra = f"\n{say.door('unallocated')}: {format_rupiah(sums['unallocated'])}" if sums["unallocated"] else ""
    head = f"{session.book.creditor.name}, {say.door('as-of', day=session.as_of)}"
    return f"{head}\n\n{table(say.columns(), rows, (1, 2, 3), foot)}\n\n{late}{extra}"
