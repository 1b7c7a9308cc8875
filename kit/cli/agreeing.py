"""`kit agree` proposes an instalment plan and writes it; `kit record plan` enters what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import click

from kit.basics.dates import long_date_with_weekday
from kit.basics.money import Rupiah, format_number, format_rupiah, parse_rupiah
from kit.basics.problems import Problem, error, warning
from kit.basics.terbilang import terbilang_rupiah
from kit.cli.contracting import signed_paper
from kit.cli.session import Day, Session, book_options, day_option, known_customers, open_book, refuse, show
from kit.cli.tables import table
from kit.domain import instalments
from kit.domain.agreements import outdated
from kit.domain.cases import Case, cases
from kit.domain.instalments import Every, Span
from kit.domain.plans import ACCELERATION, GRACE, Plan
from kit.domain.standing import State, standings
from kit.domain.statement import Line
from kit.output.editing import Insertion, Setting, edit_customer
from kit.output.recording import recording_lock
from kit.reading.rereading import reader_of

#: Days that an offer stays open, where nobody says.
OPEN_FOR = 14


class Amount(click.ParamType[int]):
    """An amount in whole rupiah, as a book writes it."""

    name = "amount"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the amount, or refuse the word with the way to write it."""
        amount = value if isinstance(value, int) else parse_rupiah(str(value))
        if amount is None:
            self.fail(f"{value!r} is not an amount; write it as 1500000 or 1.500.000", param, ctx)
        return amount


class Step(click.ParamType[Every]):
    """The step between two instalments: months:1, weeks:2, days:10."""

    name = "step"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Every:
        """Return the step, or refuse the word with the way to write it."""
        if isinstance(value, Every):
            return value
        span, _, number = str(value).partition(":")
        if span not in set(Span) or not (number or "1").isascii() or not (number or "1").isdigit():
            self.fail(f"{value!r} is not a step; write months:1, weeks:2 or days:10", param, ctx)
        return Every(Span(span), int(number or "1"))


@dataclass(frozen=True, slots=True)
class Wish:
    """The terms that the operator gave."""

    count: int | None
    amount: Rupiah | None
    first: date
    every: Every
    down: Rupiah
    unit: Rupiah
    valid_until: date | None
    invoices: tuple[str, ...]
    grace: int
    acceleration: int


@click.command()
@click.argument("customer")
@click.option("--count", type=int, help="Number of instalments, a down payment not counted.")
@click.option("--amount", type=Amount(), help="Amount of each; the last one takes the rest.")
@click.option("--first", type=Day(), metavar="DATE", required=True, help="Day of the first payment.")
@click.option("--every", type=Step(), metavar="STEP", default="months:1", show_default=True,
              help="From one instalment to the next: months:1, weeks:2, days:10.")  # fmt: skip
@click.option("--down", type=Amount(), default=0, help="Down payment on the first day; the instalments follow it.")
@click.option(
    "--unit", type=Amount(), default=1000, show_default=True, help="Equal instalments are rounded down to it."
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

    Nothing is written without --write, and an offer pauses nothing until it is signed.

    \b
    Examples:
      kit agree maju-jaya --count 6 --first 2026-12-15
      kit agree maju-jaya --amount 2.000.000 --down 1.500.000 --first 2026-12-01 --write
      kit record plan maju-jaya --signed 2026-11-30
    """
    wish = Wish(**terms)
    if wish.count is None and wish.amount is None:
        raise click.UsageError("say how many instalments (--count), or how much each (--amount)")
    session = open_book(folder, as_of, lang, warn=False)
    if not write:
        click.echo(as_text(session, customer, _proposed(session, customer, wish)))
        return
    with recording_lock(folder) as held:
        session = open_book(folder, as_of, lang, warn=False)
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


def proposal(case: Case, wish: Wish) -> tuple[Plan | None, tuple[Problem, ...]]:
    """Return the plan that `wish` makes of what the customer owes, or why there is none."""
    lines, problems = _about(case, wish.invoices)
    total = sum(line.outstanding for line in lines)
    as_of = case.statement.as_of
    if problems or wish.first < as_of:
        late = error("plan-first-past", first=str(wish.first), offered=str(as_of))
        return None, problems or (late,)
    rest = total - wish.down
    amounts = (
        instalments.equal(rest, wish.count or 0, wish.unit) if wish.amount is None
        else instalments.fixed(rest, wish.amount, wish.count)
    )  # fmt: skip
    whole = instalments.with_down_payment(total, wish.down, amounts)
    rows, problems = instalments.schedule(total, whole, wish.first, wish.every)
    if problems:
        return None, problems
    until = wish.valid_until or as_of + timedelta(OPEN_FOR)
    if until < as_of:
        return None, (error("dates-reversed", last="valid_until", late=str(until), first="offered", early=str(as_of)),)
    numbers = tuple(line.invoice.number for line in lines)
    return Plan(as_of, until, numbers, total, rows, grace=wish.grace, acceleration_after=wish.acceleration), ()


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


def _proposed(session: Session, customer: str, wish: Wish) -> Plan:
    known_customers(session, [customer])
    (case,) = cases(session.book, session.as_of, [customer])
    plan, problems = proposal(case, wish)
    if plan is None:
        refuse(problems, session.folder, session.say.lang)
    return plan


def _about(case: Case, wanted: tuple[str, ...]) -> tuple[list[Line], tuple[Problem, ...]]:
    """Return the open invoices that a plan would be about, and those that it cannot be about."""
    statement, found = case.statement, {line.invoice.number: line for line in case.statement.open}
    problems = [error("plan-invoice-not-open", number=each) for each in wanted if each not in found]
    lines = [found[each] for each in dict.fromkeys(wanted) if each in found] if wanted else [
        line for line in statement.overdue if not line.disputed
    ]  # fmt: skip
    problems += [error("plan-disputed", number=line.invoice.number) for line in lines if line.disputed]
    counting = [each for each in standings(case.customer, statement) if each.state not in (State.LAPSED, State.ENDED)]
    for line in lines:
        number = line.invoice.number
        offers = [each.plan.offered for each in counting if number in each.plan.invoices]
        if offers:
            problems.append(error("plan-runs-already", number=number, offered=str(max(offers))))
    return lines, tuple(problems)
